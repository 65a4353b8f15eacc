"""The header of a returned file: which of our tables it is, and which column is where.

Columns may have moved, and one that was renamed is known by its old place and by what is below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cxreset.base.language.words import in_every_language, ngettext
from cxreset.sharing.data.cells import flat, referred
from cxreset.sharing.data.tracker_forms import OWN_COLUMNS, TRACKERS
from cxreset.sharing.returned.cell_values import COVERED, read_days, read_status

HEADER_ROWS = 20
"""Rows looked through for the header: somebody may have put a title above it."""
_REFERENCES = {"planner": "Notes", "linear": "Notes", "github": "body"}
"""Where the reference stands in a table that has no column of its own for it, by form."""
_ID = re.compile(r"[Aa]?\s*0*(\d{1,18})(?:\.0)?")
Row = Sequence[str]


class Header(NamedTuple):
    """A header: the form of its table, the number of its row (from 0), column name -> number.

    `form` is a key of TRACKERS, or `xlsx` for our own table in a workbook.
    """

    form: str
    row: int
    columns: dict[str, int]

    @property
    def ours(self) -> bool:
        """Is it our own table, with a column for the id?"""
        return self.form in ("csv", "xlsx")


def find_header(rows: Sequence[Row]) -> Header | None:
    """The first header that fits one of our forms: the form most of whose columns it has."""
    for number, row in enumerate(rows[:HEADER_ROWS]):
        columns: dict[str, int] = {}
        for at, cell in enumerate(row):
            columns.setdefault(_english(cell), at)
        below = rows[number + 1 : number + 1 + HEADER_ROWS]
        fitting = [form for form in TRACKERS if _fits(form, columns)]
        if fitting:
            form = max(fitting, key=lambda form: _columns_there(form, columns))
            return Header(form, number, _with_renamed(form, row, columns, below))
        # The id or the words renamed too: only our own table is told by its other columns.
        if _fits("csv", renamed := _with_renamed("csv", row, columns, below)):
            return Header("csv", number, renamed)
    return None


def _english(head: str) -> str:
    """A column's name in lower case; one of our own table in English, whatever it came in."""
    name = flat(head).casefold()
    return _our_names().get(name, name)


@cache
def _our_names() -> dict[str, str]:
    return {
        words.casefold(): name.casefold()
        for name in OWN_COLUMNS
        for words in in_every_language(name)
    }


def _with_renamed(
    form: str, row: Row, columns: Mapping[str, int], below: Sequence[Row]
) -> dict[str, int]:
    """The columns, and those that somebody renamed: of a table in which most names are ours, a
    strange name in the old position of a column that is missing is that column, if what is below
    it can be."""
    names = [name.casefold() for name in TRACKERS[form].columns]
    missing = [(at, name) for at, name in enumerate(names) if name not in columns]
    if not missing or len(missing) > len(names) // 2:
        return dict(columns)
    renamed = {
        name: at
        for at, name in missing
        if at < len(row)
        and flat(row[at])
        and _english(row[at]) not in names
        and _can_be(form, name, [line[at] for line in below if at < len(line) and line[at].strip()])
    }
    return {**columns, **renamed}


def _can_be(form: str, name: str, cells: Sequence[str]) -> bool:
    """Can these cells stand in a column of that name? Half of them is enough, and so is none."""
    tracker = TRACKERS[form]
    tests: dict[str, Callable[[str], bool]] = {
        tracker.columns_of.get("deadline", ""): _is_day,
        tracker.columns_of.get("status", ""): _is_status,
        "Id": _is_id,
    }
    if name == reference_column(form).casefold():
        return any(map(referred, cells))
    test = next((test for head, test in tests.items() if head.casefold() == name), None)
    return test is None or 2 * sum(1 for cell in cells if test(cell)) >= len(cells)


def _is_day(cell: str) -> bool:
    return bool(read_days(cell))


def _is_status(cell: str) -> bool:
    return read_status(cell) is not None


def _is_id(cell: str) -> bool:
    return bool(action_id(cell))


def _fits(form: str, columns: Mapping[str, int]) -> bool:
    """Is the id or the reference there beside the words of the action, and most of the others?"""
    tracker = TRACKERS[form]
    if not tracker.columns_of:
        return False
    key = "id" if form == "csv" else reference_column(form).casefold()
    if key not in columns or tracker.columns_of["title"].casefold() not in columns:
        return False
    enough = 2 if form == "csv" else len(tracker.columns) - 2
    return _columns_there(form, columns) >= enough


def _columns_there(form: str, columns: Mapping[str, int]) -> int:
    return sum(name.casefold() in columns for name in TRACKERS[form].columns)


def reference_column(form: str) -> str:
    """The column in which the reference of a row stands, by the form of the table."""
    if form in ("csv", "xlsx"):
        return OWN_COLUMNS[-1]
    return _REFERENCES.get(form, "Description")


def added_columns(file: str, rows: Sequence[Row], header: Header) -> Iterator[str]:
    """A sentence for each column that is none of ours and holds words: they are not read back."""
    names = [name.casefold() for name in OWN_COLUMNS]
    ours = {at for name, at in header.columns.items() if name in names}
    first: dict[int, tuple[int, str]] = {}
    counted: Counter[int] = Counter()
    for number, row in enumerate(rows[header.row + 1 :], header.row + 2):
        for at, cell in enumerate(row):
            if at not in ours and cell.strip() and cell != COVERED:
                first.setdefault(at, (number, flat(cell, 60)))
                counted[at] += 1
    heads = rows[header.row]
    for at, (number, words) in sorted(first.items()):
        head = flat(heads[at], 40) if at < len(heads) else ""
        yield ngettext(
            "{file} has a column that is not ours, {name}, and is not read back: row {row} says "
            "“{words}”. What is to stay goes into the note.",
            "{file} has a column that is not ours, {name}, and is not read back: words in {count} "
            "rows, row {row} says “{words}”. What is to stay goes into the note.",
            counted[at],
        ).format(
            file=file, name=head or column_letters(at), count=counted[at], row=number, words=words
        )


def column_letters(at: int) -> str:
    """What a spreadsheet calls a column: `A` for 0, `AB` for 27."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def action_id(written: str) -> str:
    """`A7` for what somebody wrote as an id: `A7`, `a 07`, `7`; empty for what is none."""
    found = _ID.fullmatch(written)
    return f"A{int(found[1])}" if found else ""
