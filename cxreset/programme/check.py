"""`cxreset content check`: is a content pack complete and well formed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from cxreset.programme.fields import ERROR, Problem
from cxreset.programme.parse import read_pack
from cxreset.text import count, listed

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
    """What a check found: how many of each, and every problem, errors before notes."""

    counts: dict[str, int]
    problems: tuple[Problem, ...]

    @property
    def loads(self) -> bool:
        """Whether the pack can be used as it is: notes do not stand in its way."""
        return not any(problem.severity == ERROR for problem in self.problems)

    @property
    def ok(self) -> bool:
        """Whether there is nothing at all to mend."""
        return not self.problems

    def lines(self) -> list[str]:
        """The report line by line: problems with their places, then what was found."""
        told = []
        for problem in self.problems:
            kind = "" if problem.severity == ERROR else " (does not keep it from loading)"
            told.append(f"{problem.place}: {problem.text}{kind}")
        found = listed([count(self.counts[name], *nouns) for name, nouns in _NOUNS.items()])
        told.append(f"Found {found}.")
        errors = sum(problem.severity == ERROR for problem in self.problems)
        if self.ok:
            told.append("The pack is complete and well formed.")
        elif errors:
            all_of_them = count(len(self.problems), "problem")
            keep = "keeps" if errors == 1 else "keep"
            told.append(f"{all_of_them}; {errors} of them {keep} the pack from loading.")
        else:
            told.append(f"{count(len(self.problems), 'problem')}; the pack loads all the same.")
        return told


def check_pack(folder: Path) -> Report:
    """Read the whole pack in `folder` and tell everything that is missing, doubled or too long.

    Raises PackError when the folder holds no pack.md or cannot be read at all.
    """
    reading = read_pack(folder)
    return Report(reading.counts, reading.problems)
