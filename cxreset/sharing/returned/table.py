"""From the rows of a returned file to its actions: the header, the ids, what was exported."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cxreset.base.errors import IntakeError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, in_every_language
from cxreset.base.text import listed
from cxreset.sharing.data.cells import flat, mark, referred
from cxreset.sharing.data.tracker_forms import OWN_COLUMNS, TRACKERS

MOST_ROWS = 20_000
HEADER_ROWS = 20
"""Rows looked through for the header: somebody may have put a title above it."""
_REFERENCES = {"planner": "Notes", "linear": "Notes", "github": "body"}
"""Where the reference stands in a table that has no column of its own for it, by form."""
_ID = re.compile(r"[Aa]?\s*0*(\d{1,18})(?:\.0)?")
Row = Sequence[str]


class Line(NamedTuple):
    """A row: its number in the file, the id (empty for a new action), field -> what stands there.

    `marks` stand for what the fields were at the export, `was` is the same in full where the file
    holds it; both are empty where it is not known. `emptied` says that the id is gone from the row
    and was found again by its reference or its words.
    """

    row: int
    ref: str
    cells: dict[str, str]
    marks: dict[str, str]
    was: dict[str, str]
    emptied: bool = False


class Read(NamedTuple):
    """A file's rows. `form` is `xlsx` or a key of TRACKERS, `whose` the workbook it was made from
    (`cells.identity`, empty where it does not say), `problems` sentences about rows left out.
    `exported` are the ids that were in it when it was made, as far as it says."""

    name: str
    form: str
    whose: str
    lines: list[Line]
    problems: list[str]
    exported: frozenset[str] = frozenset()


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


class Exported(NamedTuple):
    """What a file says of its own export: whose it is, and id -> field -> what the cell said."""

    whose: str
    cells: Mapping[str, dict[str, str]]


NOT_KNOWN = Exported("", {})


def find_header(rows: Sequence[Row]) -> Header | None:
    """The first header that fits one of our forms: the form most of whose columns it has."""
    for number, row in enumerate(rows[:HEADER_ROWS]):
        columns: dict[str, int] = {}
        for at, cell in enumerate(row):
            columns.setdefault(_english(cell), at)
        fitting = [form for form in TRACKERS if _fits(form, columns)]
        if fitting:
            form = max(fitting, key=lambda form: _columns_there(form, columns))
            return Header(form, number, _with_renamed(form, row, columns))
        # The id or the words renamed too: only our own table is told by its other columns.
        if _fits("csv", renamed := _with_renamed("csv", row, columns)):
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


def _with_renamed(form: str, row: Row, columns: Mapping[str, int]) -> dict[str, int]:
    """The columns, and those that somebody renamed: of a table in which most names are ours, a
    strange name in the old position of a column that is missing is that column."""
    names = [name.casefold() for name in TRACKERS[form].columns]
    missing = [(at, name) for at, name in enumerate(names) if name not in columns]
    if not missing or len(missing) > len(names) // 2:
        return dict(columns)
    renamed = {
        name: at
        for at, name in missing
        if at < len(row) and flat(row[at]) and _english(row[at]) not in names
    }
    return {**columns, **renamed}


def _fits(form: str, columns: Mapping[str, int]) -> bool:
    """Is the id or the reference there beside the words of the action, and most of the others?"""
    tracker = TRACKERS[form]
    if not tracker.columns_of:
        return False
    key = "id" if form == "csv" else _reference_column(form).casefold()
    if key not in columns or tracker.columns_of["title"].casefold() not in columns:
        return False
    enough = 2 if form == "csv" else len(tracker.columns) - 2
    return _columns_there(form, columns) >= enough


def _columns_there(form: str, columns: Mapping[str, int]) -> int:
    return sum(name.casefold() in columns for name in TRACKERS[form].columns)


def _reference_column(form: str) -> str:
    if form in ("csv", "xlsx"):
        return OWN_COLUMNS[-1]
    return _REFERENCES.get(form, "Description")


def read_lines(file: str, rows: Sequence[Row], header: Header, exported: Exported) -> Read:
    """The actions in the rows below the header.

    Raises IntakeError for more rows than any list of actions has.
    """
    if len(rows) > MOST_ROWS:
        raise IntakeError(
            _(
                "{file} has more than {most_rows} rows, which no list of actions has. Delete the "
                "empty rows below the table and save it."
            ).format(file=file, most_rows=whole(MOST_ROWS))
        )
    reader = _RowReader(file, header, exported)
    for number, row in enumerate(rows[header.row + 1 :], header.row + 2):
        reader.take(number, row)
    missing = [_(name) for name in reader.missing if name]
    problems = [
        _(
            "{file} has no column {missing} any more, so what was changed there was not read."
        ).format(file=file, missing=listed(missing))
    ]
    return Read(
        name=file,
        form=header.form,
        whose=reader.whose,
        lines=reader.identified(),
        problems=[*(problems if missing else ()), *reader.problems],
        exported=frozenset(exported.cells),
    )


class _RowReader:
    """Collects the actions of a table row by row; an id is taken where it is met first."""

    def __init__(self, file: str, header: Header, exported: Exported) -> None:
        self.lines: list[Line] = []
        self.problems: list[str] = []
        self.whose = exported.whose
        self._file = file
        self._header = header
        self._exported = exported.cells
        self._tracker = TRACKERS["csv" if header.form == "xlsx" else header.form]
        self._row_of: dict[str, int] = {}
        self._emptied: dict[int, tuple[str, dict[str, str]]] = {}

    def take(self, number: int, row: Row) -> None:
        """Add a row (its number in the file), or say why it is left out."""
        cells = {
            field: self._cell(row, name)
            for field, name in self._tracker.columns_of.items()
            if name.casefold() in self._header.columns
        }
        if not any(value.strip() for value in (*cells.values(), self._cell(row, "Id"))):
            return
        reference = referred(self._cell(row, _reference_column(self._header.form)))
        written = self._written_id(row, reference[0] if reference else "")
        ref = _ref(written)
        if written and not ref:
            self._say_no_id(number, written, cells)
        elif ref in self._row_of:
            self.problems.append(
                _(
                    "{file}, row {number}: {ref} stands in row {first} already, so this row was "
                    "left out."
                ).format(file=self._file, number=number, ref=ref, first=self._row_of[ref])
            )
        else:
            self._add(number, ref, cells, reference)

    @property
    def missing(self) -> list[str]:
        """Columns of fields that the file no longer has."""
        every = self._tracker.columns_of.values()
        return [name for name in every if name.casefold() not in self._header.columns]

    def identified(self) -> list[Line]:
        """The rows; one whose id was emptied is that of its reference, or of the words that it had
        when it was exported, where no other row is."""
        refs: dict[str, list[str]] = {}
        for ref, cells in self._exported.items():
            refs.setdefault(_title_key(cells.get("title", "")), []).append(ref)
        by_title = {title: found[0] for title, found in refs.items() if len(found) == 1}
        return [line if line.ref else self._found_again(line, by_title) for line in self.lines]

    def _found_again(self, line: Line, by_title: Mapping[str, str]) -> Line:
        referred_to, marks = self._emptied.get(line.row, ("", {}))
        ref = referred_to or by_title.get(_title_key(line.cells.get("title", "")), "")
        if not ref or ref in self._row_of:
            return line
        self._row_of[ref] = line.row
        was = self._exported.get(ref, {})
        marks = {field: mark(text) for field, text in was.items()} or marks
        return line._replace(ref=ref, marks=marks, was=was, emptied=True)

    def _cell(self, row: Row, name: str) -> str:
        at = self._header.columns.get(name.casefold())
        return row[at] if at is not None and at < len(row) else ""

    def _written_id(self, row: Row, referred_to: str) -> str:
        return flat(self._cell(row, "Id")) if self._header.ours else referred_to

    def _say_no_id(self, number: int, written: str, cells: Mapping[str, str]) -> None:
        if cells.get("title", "").strip():  # without words it is a remark below the table
            self.problems.append(
                _(
                    "{file}, row {number}: “{written}” is no id of an action, such as A7. The row "
                    "was left out; for a new action leave the id empty."
                ).format(file=self._file, number=number, written=flat(written, 40))
            )

    def _add(
        self,
        number: int,
        ref: str,
        cells: dict[str, str],
        reference: tuple[str, str, dict[str, str]] | None,
    ) -> None:
        if ref:
            self._row_of[ref] = number
        was = self._exported.get(ref, {})
        marks = {field: mark(text) for field, text in was.items()}
        if reference is not None:
            referred_to, whose, reference_marks = reference
            self.whose = self.whose or whose
            if not ref:
                self._emptied[number] = referred_to, reference_marks
            elif not was and referred_to == ref:
                marks = reference_marks
        self.lines.append(Line(row=number, ref=ref, cells=cells, marks=marks, was=was))


def _title_key(title: str) -> str:
    return " ".join(title.split())


def _ref(written: str) -> str:
    found = _ID.fullmatch(written)
    return f"A{int(found[1])}" if found else ""
