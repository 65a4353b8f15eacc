"""Read a register or a CSV of ours that a colleague has worked in, as rows with ids.

The file may have been saved by another program: dates come as days, numbers or text, columns may
have moved, the separator may be another one. Nothing is compared here; see `changes.py`.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.intake.decode.files import name_of
from cxreset.intake.decode.sniff import Sniffed, sniff
from cxreset.intake.decode.unpack import damaged, unpacked
from cxreset.intake.readers.sheets import cell_text
from cxreset.sharing.data.cells import FIELDS, LABELS, armed
from cxreset.sharing.data.register import EXPORTED
from cxreset.sharing.returned.table import (
    MOST_ROWS,
    NOT_KNOWN,
    Exported,
    Read,
    Row,
    find_header,
    read_lines,
)

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

DELIMITERS = (",", ";", "\t", "|", "^", "~", ":")
LARGEST = 50_000_000  # bytes; a register of 10,000 comments is a hundredth of it
FAULT = "#ERROR!"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FAULTY = re.compile(
    rb'<c\b(?=[^<>]*\bt="e")[^<>]*\br="([A-Z]{1,3})(\d{1,7})"'
    rb'|<c\b[^<>]*\br="([A-Z]{1,3})(\d{1,7})"[^<>]*><f>[^<]{0,9000}</f>(?:<v\s*/>|<v></v>)?</c>'
)


def read(path: Path) -> Read:
    """The actions in a file that cxreset has written and somebody may have changed.

    Raises IntakeError for a file that cannot be read or in which no actions of ours are found.
    """
    source = sniff(path)
    if source.size > LARGEST:
        raise IntakeError(
            _(
                "{path} is larger than {largest} MB, which no list of actions is. Nothing was read."
            ).format(path=name_of(path), largest=LARGEST // 1000000)
        )
    return _from_workbook(path) if source.packed or _is_old(path) else _from_csv(source)


def _is_old(path: Path) -> bool:
    """Is it a workbook of Excel 97 to 2003?"""
    with path.open("rb") as file:
        return file.read(len(_OLD)) == _OLD


# -- workbooks


def _from_workbook(path: Path) -> Read:
    with _guarded(path):
        book, faulty = _loaded(path)
        names = [name for name in ("Actions", *book.sheet_names) if name in book.sheet_names]
        exported = _exported(book) if EXPORTED in names else NOT_KNOWN
        for name in dict.fromkeys(names):
            if name == EXPORTED:
                continue
            rows = _sheet(book, name)
            header = find_header(rows)
            if header is not None:
                _mark_faults(rows, faulty)
                form = "xlsx" if header.form == "csv" else header.form
                return read_lines(name_of(path), rows, header._replace(form=form), exported)
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

    if _is_old(path):
        return CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())), set()
    stream, _ = unpacked(path)
    faulty: set[tuple[int, int]] = set()
    with zipfile.ZipFile(stream) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/"):
                for cell in _FAULTY.finditer(parts.read(name)):
                    letters, row = cell[1] or cell[3], cell[2] or cell[4]
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


def _mark_faults(rows: list[list[str]], faulty: set[tuple[int, int]]) -> None:
    for row, column in faulty:
        if row < len(rows) and column < len(rows[row]) and not rows[row][column]:
            rows[row][column] = FAULT


def _exported(book: CalamineWorkbook) -> Exported:
    """What the hidden sheet holds."""
    rows = _sheet(book, EXPORTED)
    whose = rows[0][1] if rows and len(rows[0]) > 1 else ""
    found: dict[str, dict[str, str]] = {}
    for row in rows[2:]:
        values = [*row, *[""] * len(FIELDS)]
        found[values[0]] = dict(zip(FIELDS, values[1 : len(FIELDS) + 1], strict=True))
    return Exported(whose, found)


# -- text


def _from_csv(source: Sniffed) -> Read:
    path = source.path
    try:
        text = path.read_bytes().decode(source.encoding, source.errors).removeprefix("\ufeff")
    except (OSError, ValueError, LookupError):
        raise IntakeError(
            _("{path} cannot be read. Save it as CSV in UTF-8.").format(path=name_of(path))
        ) from None
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a long note is no fault
    for delimiter in DELIMITERS:
        rows, problem = _rows(text, delimiter)
        header = find_header(rows)
        if header is not None and problem is not None:
            raise IntakeError(
                _(
                    "{path}, row {rows}: it cannot be read ({problem}). Open it in a spreadsheet "
                    "and save it anew."
                ).format(path=name_of(path), rows=len(rows) + 1, problem=problem)
            )
        if header is not None:
            return read_lines(name_of(path), rows, header, NOT_KNOWN)
    raise _none_of_ours(path)


def _rows(text: str, delimiter: str) -> tuple[list[Row], csv.Error | None]:
    """The rows as far as they can be read, and what is wrong with the next one."""
    rows: list[Row] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([armed(cell) for cell in row])
            if len(rows) > MOST_ROWS:
                break
    except csv.Error as error:
        return rows, error
    return rows, None


def _none_of_ours(path: Path) -> IntakeError:
    wanted = ", ".join(_(LABELS[name]) for name in ("title", "owner", "deadline", "status"))
    return IntakeError(
        _(
            "{path} has no list of actions written by cxreset: no row names the columns Id, "
            "{wanted}. Make one with: cxreset export actions --format xlsx"
        ).format(path=name_of(path), wanted=wanted)
    )
