"""A content pack from its Markdown files; every problem is collected in one pass.

The only importer of markdown-it and PyYAML (through `document`); a usual start reads the cache
instead, see `pack.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from cxreset.programme import files, kinds, links, short_version
from cxreset.programme.document import Document, decode, take_apart
from cxreset.programme.fields import ERROR, Problem
from cxreset.programme.links import Entry
from cxreset.programme.model import Pack, Session, Step

T = TypeVar("T")
S = TypeVar("S", Step, Session)


class Reading(NamedTuple):
    """What reading a folder gave: a pack when nothing stands against it, and every problem.

    `places` are all ids with their folder, such as `steps/listen.review`, and `pack` for pack.md.
    """

    pack: Pack | None
    problems: tuple[Problem, ...]
    counts: dict[str, int]
    locations: frozenset[str]

    def errors(self) -> list[Problem]:
        """The problems that keep the pack from loading."""
        return [problem for problem in self.problems if problem.severity == ERROR]


def read_pack(folder: Path) -> Reading:
    """Read every file of the pack, then follow every link.

    Raises PackError when `folder` is no content pack at all; anything less is a problem told.
    """
    problems: list[Problem] = []
    documents: dict[str, list[Document]] = {name: [] for name in ("", *files.FOLDERS)}
    unread: set[str] = set()
    for file in files.pack_files(folder):
        document = _open(folder, file, problems)
        subfolder = file.name.rpartition("/")[0]
        if document is None:
            unread.add(subfolder)
        else:
            documents[subfolder].append(document)

    heads = _built(documents[""], kinds.head)
    headings = heads[0].value.headings if heads else None
    ten_minutes = heads[0].value.ten_minutes if heads else ""
    found = links.Found(
        weeks=sorted(_built(documents["weeks"], kinds.week), key=lambda e: e.value.number),
        steps=sorted(
            _built_with_short(
                documents["steps"], ten_minutes, lambda document: kinds.step(document, headings)
            ),
            key=lambda e: _step_order(e.value.number),
        ),
        days=_built_with_short(documents["days"], ten_minutes, kinds.session),
        practices=_built(documents["practices"], kinds.practice),
        habits=sorted(_built(documents["checkup"], kinds.habit), key=lambda e: e.value.number),
        templates=_built(documents["templates"], kinds.template),
        worksheets=_built(documents["worksheets"], kinds.sheet),
    )
    week_order = {entry.value.id: entry.value.number for entry in found.weeks}
    found.days.sort(key=lambda e: (week_order.get(e.value.week, 99), e.value.number))
    problems += links.problems_of(found, unread)
    problems += links.lengths(found, heads[0].value.language if heads else "")
    problems += short_version.missing(ten_minutes, [*found.steps, *found.days])
    problems.sort(key=lambda problem: (problem.severity, problem.file, problem.line))
    counts = {name: len(entries) for name, entries in found._asdict().items()}
    locations = frozenset(["pack"]) | links.locations(found)
    locations |= set(short_version.locations("steps", found.steps))
    locations |= set(short_version.locations("days", found.days))
    if not heads or any(problem.severity == ERROR for problem in problems):
        return Reading(None, tuple(problems), counts, locations)
    parts: dict[str, Any] = {
        name: tuple(e.value for e in entries) for name, entries in found._asdict().items()
    }
    return Reading(Pack(**heads[0].value._asdict(), **parts), tuple(problems), counts, locations)


def _open(folder: Path, file: files.PackFile, problems: list[Problem]) -> Document | None:
    def tell(line: int, text: str, severity: str) -> None:
        problems.append(Problem(file.name, line, text, severity))

    try:
        data = files.read_bytes(folder, file.name)
    except OSError as error:
        tell(0, f"the file cannot be read: {error.strerror}", ERROR)
        return None
    if len(data) > files.MAX_BYTES:
        tell(0, f"the file is larger than {files.MAX_BYTES // 1_000_000} MB", ERROR)
        return None
    text = decode(data, tell)
    return None if text is None else take_apart(file.name, text, tell)


def _built(documents: list[Document], build: Callable[[Document], T]) -> list[Entry[T]]:
    entries = []
    for document in documents:
        entries.append(Entry(build(document), document))
        document.fields.rest()
    return entries


def _built_with_short(
    documents: list[Document], name: str, build: Callable[[Document], S]
) -> list[Entry[S]]:
    """Steps or days with their ten-minute versions, the sections called `name`."""
    entries = []
    for document in documents:
        rest, text = short_version.taken_off(document, name)
        entries.append(Entry(build(rest)._replace(ten_minutes=text), rest))
        document.fields.rest()
    return entries


def _step_order(number: str) -> tuple[int, int]:
    first, _, second = number.partition(".")
    return (int(first), int(second)) if second else (99, 99)
