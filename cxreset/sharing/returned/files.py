"""Read a register or a CSV of ours that a colleague has worked in, as rows with ids.

The file may have been saved by another program: dates come as days, numbers or text, columns may
have moved, the separator may be another one. Nothing is compared here; see `changes.py`.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.errors import IntakeError
from cxreset.intake.decode.sniff import Sniffed, name_of, sniff
from cxreset.intake.decode.unpack import damaged, unpacked
from cxreset.intake.readers.old_excel import cell_text
from cxreset.sharing.data.cells import FIELDS, LABELS, armed, flat, mark, referred
from cxreset.sharing.data.register import EXPORTED
from cxreset.sharing.data.trackers import OWN_COLUMNS, TRACKERS

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

LARGEST = 50_000_000  # bytes; a register of 10,000 comments is a hundredth of it
MOST_ROWS = 20_000
HEADER_ROWS = 20
"""Rows looked through for the header: somebody may have put a title above it."""
_ID = re.compile(r"[Aa]?\s*0*(\d{1,18})(?:\.0)?")
FAULT = "#ERROR!"
_FAULTY = re.compile(
    rb'<c\b(?=[^<>]*\bt="e")[^<>]*\br="([A-Z]{1,3})(\d{1,7})"'
    rb'|<c\b[^<>]*\br="([A-Z]{1,3})(\d{1,7})"[^<>]*><f>[^<]{0,9000}</f>(?:<v\s*/>|<v></v>)?</c>'
)
Row = Sequence[str]


class Line(NamedTuple):
    """A row: its number in the file, the id (empty for a new action), field -> what stands there.

    `marks` stand for what the fields were at the export, `was` is the same in full where the file
    holds it; both are empty where it is not known.
    """

    row: int
    ref: str
    cells: dict[str, str]
    marks: dict[str, str]
    was: dict[str, str]


class Read(NamedTuple):
    """A file's rows. `form` is `xlsx` or a key of TRACKERS, `whose` the workbook it was made from
    (`cells.identity`, empty where it does not say), `problems` sentences about rows left out."""

    name: str
    form: str
    whose: str
    lines: list[Line]
    problems: list[str]


def read(path: Path) -> Read:
    """The actions in a file that cxreset has written and somebody may have changed.

    Raises IntakeError for a file that cannot be read or in which no actions of ours are found.
    """
    source = sniff(path)
    if source.size > LARGEST:
        raise IntakeError(
            f"{name_of(path)} is larger than {LARGEST // 1_000_000} MB, which no list of actions "
            "is. Nothing was read."
        )
    return _from_workbook(path) if source.packed else _from_csv(source)


# -- workbooks


def _from_workbook(path: Path) -> Read:
    with _guarded(path):
        book, faulty = _loaded(path)
        names = [name for name in ("Actions", *book.sheet_names) if name in book.sheet_names]
        base = _base(book) if EXPORTED in names else ("", {})
        for name in dict.fromkeys(names):
            if name == EXPORTED:
                continue
            rows = _sheet(book, name)
            found = _found(rows)
            if found is not None:
                for row, column in faulty:
                    if row < len(rows) and column < len(rows[row]) and not rows[row][column]:
                        rows[row][column] = FAULT
                form, start, columns = found
                shape = "xlsx" if form == "csv" else form
                return _lines(path, shape, rows, start, columns, base)
    raise _none_of_ours(path)


@contextmanager
def _guarded(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside the library is one sentence, a panic of its own included."""
    try:
        yield
    except IntakeError:
        raise
    except (OSError, ValueError, OverflowError, RuntimeError):
        raise damaged(path) from None
    except BaseException as error:
        if type(error).__name__ in ("PanicException", "CalamineError", "PasswordError"):
            raise damaged(path) from None
        raise


def _loaded(path: Path) -> tuple[CalamineWorkbook, set[tuple[int, int]]]:
    """The workbook, and the (row, column) from 0 of cells that hold an error or a formula of theirs
    without a value: the library shows them as empty, and a note would seem to be deleted."""
    from python_calamine import CalamineWorkbook

    stream, _ = unpacked(path)
    faulty: set[tuple[int, int]] = set()
    with zipfile.ZipFile(stream) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/"):
                for place in _FAULTY.finditer(parts.read(name)):
                    letters, row = place[1] or place[3], place[2] or place[4]
                    faulty.add((int(row) - 1, _column(letters)))
    stream.seek(0)
    return CalamineWorkbook.from_filelike(stream), faulty


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _sheet(book: CalamineWorkbook, name: str) -> list[list[str]]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    return [[cell_text(cell) for cell in row] for row in rows]


def _base(book: CalamineWorkbook) -> tuple[str, dict[str, dict[str, str]]]:
    """The hidden sheet: whose it is, and id -> field -> what the cell said at the export."""
    rows = _sheet(book, EXPORTED)
    whose = rows[0][1] if rows and len(rows[0]) > 1 else ""
    found: dict[str, dict[str, str]] = {}
    for row in rows[2:]:
        values = [*row, *[""] * len(FIELDS)]
        found[values[0]] = dict(zip(FIELDS, values[1 : len(FIELDS) + 1], strict=True))
    return whose, found


# -- text


def _from_csv(source: Sniffed) -> Read:
    path = source.path
    try:
        text = path.read_bytes().decode(source.encoding, source.errors).removeprefix("\ufeff")
    except (OSError, ValueError, LookupError):
        raise IntakeError(f"{name_of(path)} cannot be read. Save it as CSV in UTF-8.") from None
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a long note is no fault
    for delimiter in (",", ";", "\t"):
        rows: list[Row] = []
        problem: csv.Error | None = None
        try:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
                rows.append([armed(cell) for cell in row])
                if len(rows) > MOST_ROWS:
                    break
        except csv.Error as error:
            problem = error
        found = _found(rows)
        if found is not None:
            if problem is not None:
                raise IntakeError(
                    f"{name_of(path)}, row {len(rows) + 1}: it cannot be read ({problem}). "
                    "Open it in a spreadsheet and save it anew."
                )
            form, start, columns = found
            return _lines(path, form, rows, start, columns, ("", {}))
    raise _none_of_ours(path)


# -- both


def _found(rows: Sequence[Row]) -> tuple[str, int, dict[str, int]] | None:
    """(key of TRACKERS, number of the header's row, column name -> place) of the first that fits.

    A form fits when its id or its reference is there beside the words of the action.
    """
    for start, row in enumerate(rows[:HEADER_ROWS]):
        columns: dict[str, int] = {}
        for at, cell in enumerate(row):
            columns.setdefault(flat(cell).casefold(), at)
        for form, tracker in TRACKERS.items():
            if not tracker.columns_of:
                continue
            key = "id" if form == "csv" else _reference_column(form).casefold()
            if key in columns and tracker.columns_of["title"].casefold() in columns:
                matched = sum(name.casefold() in columns for name in tracker.columns)
                if matched >= (2 if form == "csv" else len(tracker.columns) - 2):
                    return form, start, columns
    return None


def _reference_column(form: str) -> str:
    if form in ("csv", "xlsx"):
        return OWN_COLUMNS[-1]
    return "Notes" if form == "planner" else "Description"


def _lines(
    path: Path,
    form: str,
    rows: Sequence[Row],
    start: int,
    columns: Mapping[str, int],
    base: tuple[str, dict[str, dict[str, str]]],
) -> Read:
    if len(rows) > MOST_ROWS:
        raise IntakeError(
            f"{name_of(path)} has more than {MOST_ROWS:,} rows, which no list of actions has. "
            "Delete the empty rows below the table and save it."
        )
    tracker = TRACKERS["csv" if form == "xlsx" else form]
    whose, exported = base
    lines: list[Line] = []
    problems: list[str] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows[start + 1 :], start + 2):

        def cell(name: str, row: Row = row) -> str:
            at = columns.get(name.casefold())
            return row[at] if at is not None and at < len(row) else ""

        found = {
            field: cell(name)
            for field, name in tracker.columns_of.items()
            if name.casefold() in columns
        }
        if not any(value.strip() for value in (*found.values(), cell("Id"))):
            continue
        reference = referred(cell(_reference_column(form)))
        told = flat(cell("Id")) if form in ("csv", "xlsx") else reference[0] if reference else ""
        ref = _ref(told)
        if told and not ref:
            if not found.get("title", "").strip():  # a remark below the table
                continue
            problems.append(
                f"{name_of(path)}, row {number}: “{flat(told, 40)}” is no id of an action, such as "
                "A7. The row was left out; for a new action leave the id empty."
            )
            continue
        if ref in seen:
            problems.append(
                f"{name_of(path)}, row {number}: {ref} stands in row {seen[ref]} already, so this "
                "row was left out."
            )
            continue
        if ref:
            seen[ref] = number
        marks: dict[str, str] = {}
        was = exported.get(ref, {})
        if was:
            marks = {field: mark(text) for field, text in was.items()}
        elif reference and reference[0] == ref:
            marks = reference[2]
        if reference:
            whose = whose or reference[1]
        lines.append(Line(number, ref, found, marks, was))
    return Read(name_of(path), form, whose, lines, problems)


def _ref(told: str) -> str:
    found = _ID.fullmatch(told)
    return f"A{int(found[1])}" if found else ""


def _none_of_ours(path: Path) -> IntakeError:
    wanted = f"{LABELS['title']}, {LABELS['owner']}, {LABELS['deadline']}, {LABELS['status']}"
    return IntakeError(
        f"{name_of(path)} has no list of actions written by cxreset: no row names the columns Id, "
        f"{wanted}. Make one with: cxreset export actions --format xlsx"
    )
