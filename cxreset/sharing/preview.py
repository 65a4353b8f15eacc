"""A look at an export before it is written: rows read back from the finished file itself."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import NamedTuple

from cxreset.base.language import numbers
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.sharing.data.cells import armed
from cxreset.sharing.facts.wording import short_date
from cxreset.sharing.made import Made

ROWS = 200
"""The most rows that are shown."""
WIDTH = 60
"""Characters of a cell that are shown, unless said."""


class Rows(NamedTuple):
    """What a file of rows holds, for a table: `left` is how many rows are not shown."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int = 0


def rows(shape: str, made: Made, *, width: int = WIDTH, whole: bool = False) -> Rows:
    """The rows of a finished export in the form `shape`, one of csv, a tracker, ics or json.

    Cells are cut to `width` characters; what is beyond `ROWS` and columns that are empty in every
    row are left out. Nothing is when it is to be `whole`.
    """
    data = b"".join(file.data for file in made.files)
    if shape == "ics":
        return _dates(data, width, whole)
    if shape == "json":
        tables = json.loads(data)["tables"]
        held = [
            (name.replace("_", " "), numbers.whole(len(rows)))
            for name, rows in tables.items()
            if rows
        ]
        return Rows((_("What it holds"), _("Rows")), tuple(held))
    if shape == "cards":
        return _cards(data, width, whole)
    if shape == "trello":
        return _cut((_("Card"),), [[line] for line in data.decode().splitlines()], width, whole)
    read: list[list[str]] = []
    for file in made.files:
        columns, *others = csv.reader(io.StringIO(file.data.decode("utf-8-sig")))
        read.extend(others)
    return _cut(tuple(columns), [[armed(cell) for cell in row] for row in read], width, whole)


def _cut(columns: tuple[str, ...], every: list[list[str]], width: int, whole: bool) -> Rows:
    if whole:
        return Rows(columns, tuple(tuple(map(one_line, row)) for row in every))
    # A column that is empty in every row says nothing on a narrow screen.
    used = [at for at in range(len(columns)) if any(row[at].strip() for row in every)]
    kept = used or list(range(len(columns)))
    return Rows(
        tuple(columns[at] for at in kept),
        tuple(tuple(one_line(row[at], width) for at in kept) for row in every[:ROWS]),
        max(0, len(every) - ROWS),
    )


def _cards(data: bytes, width: int, whole: bool) -> Rows:
    board = json.loads(data)
    lists = {one["id"]: one["name"] for one in board["lists"]}
    cards = [
        [card["name"], lists[card["idList"]], (card["due"] or "")[:10], card["desc"]]
        for card in board["cards"]
    ]
    return _cut((_("Card"), _("List"), _("Due"), _("Description")), cards, width, whole)


def _dates(data: bytes, width: int, whole: bool) -> Rows:
    from icalendar import Calendar

    found: list[tuple[date, str, str]] = []
    for event in Calendar.from_ical(data).walk("VEVENT"):
        start = event.decoded("dtstart")
        timed = isinstance(start, datetime)
        when = f"{short_date(start)}, {start:%H:%M}" if timed else short_date(start)
        found.append((start.date() if timed else start, when, str(event.get("summary", ""))))
    found.sort(key=lambda one: one[0])
    return _cut((_("When"), _("What")), [[when, what] for _, when, what in found], width, whole)
