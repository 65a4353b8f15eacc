"""`cxreset content check`: is a content pack complete and well formed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cxreset.programme import coverage
from cxreset.programme.drivers import read_drivers
from cxreset.programme.fields import ERROR, NOTE, Problem
from cxreset.programme.parse import read_pack

_NOUNS = {
    "weeks": ("week", "weeks"),
    "steps": ("step", "steps"),
    "days": ("day", "days"),
    "practices": ("practice", "practices"),
    "habits": ("habit", "habits"),
    "templates": ("template", "templates"),
    "worksheets": ("worksheet", "worksheets"),
}


class Report(NamedTuple):
    """What a check found: how many of each, and every problem, errors before notes.

    `rows` is what the method asks for, `places` what the pack has. `open_` are the rows without a
    place in a pack that brings no list of its own: it may leave them out, but should know.
    """

    counts: dict[str, int]
    problems: tuple[Problem, ...]
    locations: frozenset[str] = frozenset()
    rows: tuple[coverage.Row, ...] = ()
    open_: tuple[str, ...] = ()

    @property
    def loads(self) -> bool:
        """Whether the pack can be used as it is: notes do not stand in its way."""
        return not any(problem.severity == ERROR for problem in self.problems)

    @property
    def ok(self) -> bool:
        """Whether there is nothing at all to mend."""
        return not self.problems

    def lines(self) -> list[str]:
        """The report line by line: problems with their places, then what was found.

        It is English, whatever the program speaks: so are the problems, and the keys of a pack.
        """
        lines = []
        for problem in self.problems:
            kind = "" if problem.severity == ERROR else " (does not keep it from loading)"
            lines.append(f"{problem.location}: {problem.text}{kind}")
        if self.open_:
            lines.append("The method asks for these too, and nothing here has their ids:")
            lines += [f"  {line}" for line in self.open_]
        *found, last = [_counted(self.counts[name], *nouns) for name, nouns in _NOUNS.items()]
        lines.append(f"Found {', '.join(found)} and {last}.")
        all_of_them = _counted(len(self.problems), "problem", "problems")
        errors = sum(problem.severity == ERROR for problem in self.problems)
        if self.ok:
            whole = "well formed" if self.open_ else "complete and well formed"
            lines.append(f"The pack is {whole}.")
        elif errors:
            keep = "keeps" if errors == 1 else "keep"
            lines.append(f"{all_of_them}; {errors} of them {keep} the pack from loading.")
        else:
            lines.append(f"{all_of_them}; the pack loads all the same.")
        return lines

    def table(self) -> list[str]:
        """What the method asks for, part by part, each with the places that hold it."""
        return coverage.table(list(self.rows), self.locations)


def _counted(number: int, one: str, many: str) -> str:
    """`1 week`, `28 days`."""
    return f"{number:,} {one if number == 1 else many}"


def check_pack(folder: Path, builtin: Path | None = None) -> Report:
    """Read the whole pack in `folder` and tell everything that is missing, doubled or too long.

    Its drivers, when it brings any, are read too.

    What the method asks for is listed in the pack's own coverage.yaml, else in that of the pack
    in `builtin`. Raises PackError when the folder holds no pack.md or cannot be read at all.
    """
    reading = read_pack(folder)
    problems = [*reading.problems, *read_drivers(folder).problems]
    open_: list[str] = []
    rows: list[coverage.Row] = []
    if coverage.has_coverage(folder):
        rows = coverage.read_coverage(folder, problems)
        for row, location in coverage.missing_locations(rows, reading.locations):
            text = coverage.problem_text(row, location)
            problems.append(Problem(coverage.COVERAGE_FILE, row.line, text, NOTE))
    elif builtin is not None and coverage.has_coverage(builtin):
        rows = coverage.read_coverage(builtin, [])
        missing = coverage.missing_locations(rows, reading.locations)
        open_ = [f"{location}: {row.says}" for row, location in missing]
    return Report(reading.counts, tuple(problems), reading.locations, tuple(rows), tuple(open_))
