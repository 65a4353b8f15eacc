"""From the rows of a returned file to its actions: the header, the ids, what was exported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cxreset.base.errors import IntakeError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import listed
from cxreset.sharing.data.cells import MOST_ROWS, OTHERS, Referred, flat, mark, referred, same
from cxreset.sharing.data.tracker_forms import TRACKERS
from cxreset.sharing.returned.cell_values import COVERED
from cxreset.sharing.returned.header import (
    Header,
    Row,
    action_id,
    added_columns,
    reference_column,
)


class Line(NamedTuple):
    """A row: its number in the file, the id (empty for a new action), field -> what stands there.

    `was` is what the fields were at the export, `marks` stand for it where the file has it not
    in full; both are empty where it is not known. `emptied` says that the id is gone from the row
    and was found again by its reference or its words.
    """

    row: int
    ref: str
    cells: dict[str, str]
    marks: dict[str, str]
    was: dict[str, str]
    emptied: bool = False

    def exported(self, field: str) -> str | None:
        """A mark of what the field was at the export; None where it is not known."""
        return mark(self.was[field]) if field in self.was else self.marks.get(field)

    def is_as_exported(self, field: str, text: str) -> bool:
        """Is this what the field was at the export?"""
        if field in self.was:
            return same(text, self.was[field])
        return self.marks.get(field) == mark(text)


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


class Exported(NamedTuple):
    """What a file says of its own export: whose it is, id -> field -> what the cell said, and a
    mark (`cells.sheet_mark`) of each sheet but that of the actions, by its name."""

    whose: str
    cells: Mapping[str, dict[str, str]]
    sheets: Mapping[str, str]


NOT_KNOWN = Exported("", {}, {})


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
    added = added_columns(file, rows, header) if header.ours else ()
    return Read(
        name=file,
        form=header.form,
        whose=reader.whose,
        lines=reader.identified(),
        problems=[*(problems if missing else ()), *added, *reader.problems],
        exported=frozenset(exported.cells) or reader.up_to_last,
    )


class _RowReader:
    """Collects the actions of a table row by row; an id is taken where it is met first."""

    def __init__(self, file: str, header: Header, exported: Exported) -> None:
        self.lines: list[Line] = []
        self.problems: list[str] = []
        self.whose = exported.whose
        self._last = 0
        self._file = file
        self._header = header
        self._exported = exported.cells
        self._tracker = TRACKERS["csv" if header.form == "xlsx" else header.form]
        self._columns = {**self._tracker.columns_of, **(OTHERS if header.ours else {})}
        self._row_of: dict[str, int] = {}
        self._emptied: dict[int, Referred] = {}

    def take(self, number: int, row: Row) -> None:
        """Add a row (its number in the file), or say why it is left out."""
        cells = {
            field: self._cell(row, name)
            for field, name in self._columns.items()
            if name.casefold() in self._header.columns
        }
        if not any(value.strip() for value in (*cells.values(), self._cell(row, "Id"))):
            return
        reference = referred(self._cell(row, reference_column(self._header.form)))
        written = self._written_id(row, reference.ref if reference else "")
        ref = action_id(written)
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
    def up_to_last(self) -> frozenset[str]:
        """The ids of a table that held every action, as far as its references say so."""
        return frozenset(f"A{number}" for number in range(1, self._last + 1))

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
        reference = self._emptied.get(line.row)
        referred_to, marks = (reference.ref, reference.marks) if reference else ("", {})
        ref = referred_to or by_title.get(_title_key(line.cells.get("title", "")), "")
        if not ref or ref in self._row_of:
            return line
        self._row_of[ref] = line.row
        was = self._exported.get(ref, {})
        return line._replace(ref=ref, marks=marks, was=was, emptied=True)

    def _cell(self, row: Row, name: str) -> str:
        at = self._header.columns.get(name.casefold())
        return row[at] if at is not None and at < len(row) else ""

    def _written_id(self, row: Row, referred_to: str) -> str:
        if not self._header.ours:
            return referred_to
        written = flat(self._cell(row, "Id"))
        return "" if written == COVERED else written

    def _say_no_id(self, number: int, written: str, cells: Mapping[str, str]) -> None:
        title = cells.get("title", "").strip()
        if title and title != COVERED:  # without words it is a remark below the table
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
        reference: Referred | None,
    ) -> None:
        if ref:
            self._row_of[ref] = number
        was = self._exported.get(ref, {})
        marks: dict[str, str] = {}
        if reference is not None:
            self.whose = self.whose or reference.whose
            self._last = max(self._last, reference.last)
            if not ref:
                self._emptied[number] = reference
            elif not was and reference.ref == ref:
                marks = reference.marks
        self.lines.append(Line(row=number, ref=ref, cells=cells, marks=marks, was=was))


def _title_key(title: str) -> str:
    return " ".join(title.split())
