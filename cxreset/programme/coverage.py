"""Which file of a pack holds what the method asks for: `coverage.yaml`, a list to be checked.

A place is a folder and an id, such as `steps/listen.review`, so that it holds whatever language
and file names a pack is written in; `pack` is pack.md.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from cxreset.base.text import one_line
from cxreset.programme import files
from cxreset.programme.document import compose, decode
from cxreset.programme.fields import ERROR, NOTE, Fields, Problem

COVERAGE_FILE = "coverage.yaml"


class Row(NamedTuple):
    """One thing the method asks for: its part, what it says, where it is, and the line it is on."""

    part: str
    says: str
    locations: tuple[str, ...]
    line: int


def has_coverage(folder: Path) -> bool:
    """Does the pack bring a list of its own?"""
    return (folder / COVERAGE_FILE).is_file()


def read_coverage(folder: Path, problems: list[Problem]) -> list[Row]:
    """The rows of a pack's coverage.yaml; what cannot be read of it is told in `problems`."""

    def tell(line: int, text: str, severity: str) -> None:
        problems.append(Problem(COVERAGE_FILE, line, text, NOTE))

    try:
        data = files.read_bytes(folder, COVERAGE_FILE)
    except OSError as error:
        tell(0, f"the file cannot be read: {error.strerror}", ERROR)
        return []
    if len(data) > files.MAX_BYTES:
        tell(0, f"the file is larger than {files.MAX_BYTES // 1_000_000} MB", ERROR)
        return []
    text = decode(data, tell)
    node = compose(text, tell, "the list", 1) if text else None
    return _rows(Fields(node, 1, tell)) if node else []


def _rows(fields: Fields) -> list[Row]:
    rows = []
    for part in fields.mappings("parts"):
        title = part.text("part")
        for entry in part.mappings("rows"):
            row = Row(title, entry.text("says"), tuple(entry.texts("places")), entry.start)
            if not row.locations:
                entry.tell(entry.start, "“places” is missing: which file holds this", ERROR)
            entry.rest()
            rows.append(row)
        part.rest()
    fields.rest()
    return rows


def missing_locations(rows: list[Row], locations: Collection[str]) -> list[tuple[Row, str]]:
    """Each (row, place) that the pack does not have."""
    return [
        (row, location) for row in rows for location in row.locations if location not in locations
    ]


def problem_text(row: Row, location: str) -> str:
    """What to say of a place that is not there."""
    asked, wanted = one_line(row.says, 100), one_line(location, 60)
    return f"the method asks for “{asked}”, and {wanted} is not there"


def table(rows: list[Row], locations: Collection[str]) -> list[str]:
    """The list for people, part by part; a place that is not there is marked so."""
    lines: list[str] = []
    part = ""
    for row in rows:
        if row.part != part:
            part = row.part
            lines += ["", one_line(part)] if lines else [one_line(part)]
        lines.append(f"  {one_line(row.says)}")
        lines += [
            f"      {_location(location, location in locations)}" for location in row.locations
        ]
    return lines


def _location(location: str, there: bool) -> str:
    return one_line(location) if there else f"{one_line(location)}  (not there)"
