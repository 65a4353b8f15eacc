"""The sheets of a returned workbook as rows of text, and what it holds that is not read back."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.base.text import listed
from cxreset.intake.decode.files import name_of
from cxreset.intake.decode.unpack import damaged, unpacked
from cxreset.intake.readers.sheets import cell_text
from cxreset.sharing.data.cells import FIELDS, MOST_ROWS, OTHERS, flat, sheet_mark
from cxreset.sharing.data.register import EXPORTED, MARKS
from cxreset.sharing.returned.beside import Beside, in_ods, in_xlsx, nothing
from cxreset.sharing.returned.beside_old import in_xls
from cxreset.sharing.returned.cell_values import COVERED, FAULT
from cxreset.sharing.returned.header import Header, column_letters, find_header
from cxreset.sharing.returned.table import NOT_KNOWN, Exported, Read, read_lines

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Rows = list[list[str]]


class _Book(NamedTuple):
    """The rows of each sheet, and what is beside them, by the names of the sheets."""

    sheets: dict[str, Rows]
    beside: dict[str, Beside]


def is_old(path: Path) -> bool:
    """Is it a workbook of Excel 97 to 2003?"""
    with path.open("rb") as file:
        return file.read(len(_OLD)) == _OLD


def from_workbook(path: Path) -> Read | None:
    """The actions of the first sheet that holds any; None where none does.

    Raises IntakeError for a file that cannot be read.
    """
    with _guarded(path):
        book = _loaded(path)
        exported = _exported(book.sheets[EXPORTED]) if EXPORTED in book.sheets else NOT_KNOWN
        names = [name for name in ("Actions", *book.sheets) if name in book.sheets]
        for name in dict.fromkeys(names):
            header = find_header(book.sheets[name]) if name != EXPORTED else None
            if header is not None:
                return _read(name_of(path), book, name, header, exported)
    return None


@contextmanager
def _guarded(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside the library is one sentence, a panic of its own included."""
    try:
        yield
    except IntakeError:
        raise
    except (OSError, ValueError, OverflowError, RuntimeError, struct.error):
        raise damaged(path) from None
    except BaseException as error:
        if type(error).__name__ in ("PanicException", "CalamineError", "PasswordError"):
            raise damaged(path) from None
        raise


def _loaded(path: Path) -> _Book:
    """Every sheet; merged cells hold what the first of them holds, cells with errors FAULT."""
    from python_calamine import CalamineWorkbook

    if is_old(path):
        content = path.read_bytes()
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        beside = in_xls(content, book.sheet_names)
    else:
        stream, kind = unpacked(path)
        if kind == "OpenDocument sheet":
            with zipfile.ZipFile(path) as parts:
                beside = in_ods(parts.read("content.xml"))
        else:
            with zipfile.ZipFile(stream) as parts:
                beside = in_xlsx(parts)
        stream.seek(0)
        book = CalamineWorkbook.from_filelike(stream)
    sheets = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        values = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
        rows = [[cell_text(cell) for cell in row] for row in values]
        found = beside.setdefault(name, nothing())
        found.merged.extend(sheet.merged_cell_ranges or ())
        _mend(rows, found)
        sheets[name] = rows
    return _Book(sheets, beside)


def _mend(rows: Rows, beside: Beside) -> None:
    for (top, left), (bottom, right) in beside.merged:
        if top < len(rows) and left < len(rows[top]):
            for row in rows[top : bottom + 1]:
                row[left] = row[left] or rows[top][left]
                _cover(row, range(left + 1, min(right + 1, len(row))))
    for at, column in beside.faulty:
        if at < len(rows) and column < len(rows[at]) and not rows[at][column]:
            rows[at][column] = FAULT


def _cover(row: list[str], columns: range) -> None:
    """Mark cells that were merged with one to their left; a row without any words stays empty."""
    if any(cell.strip() for cell in row):
        for column in columns:
            row[column] = row[column] or COVERED


def _exported(rows: Rows) -> Exported:
    """What the hidden sheet holds."""
    fields = (*FIELDS, *OTHERS)
    whose = rows[0][1] if rows and len(rows[0]) > 1 else ""
    held = [name for name in rows[1][1:MARKS] if name] if len(rows) > 1 else []
    found: dict[str, dict[str, str]] = {}
    for row in rows[2:]:
        values = dict(zip(fields[: len(held)], row[1:], strict=False))
        if row[0]:
            found[row[0]] = values
    marks = {row[MARKS]: row[MARKS + 1] for row in rows if len(row) > MARKS + 1 and row[MARKS]}
    return Exported(whose, found, marks)


def _read(file: str, book: _Book, name: str, header: Header, exported: Exported) -> Read:
    form = "xlsx" if header.form == "csv" else header.form
    found = read_lines(file, book.sheets[name], header._replace(form=form), exported)
    unread = (*_comments(file, book, name), *_changed_sheets(file, book, exported))
    return found._replace(problems=[*found.problems, *unread])


def _comments(file: str, book: _Book, actions: str) -> Iterator[str]:
    """A sentence for each comment on a cell, which is not read back."""
    for name, beside in book.beside.items():
        for (row, column), words in sorted(beside.comments.items()):
            cell = f"{column_letters(column)}{row + 1}"
            where = cell if name == actions else f"{name}, {cell}"
            if words.strip():
                sentence = _(
                    "{file}: the comment on the cell {where} says “{words}”. It is not read back; "
                    "what is to stay goes into the note."
                )
            else:
                sentence = _("{file}: the cell {where} has a comment, which is not read back.")
            yield sentence.format(file=file, where=where, words=flat(words, 200))


def _changed_sheets(file: str, book: _Book, exported: Exported) -> Iterator[str]:
    """A sentence on the other sheets that are not as they were sent."""
    changed = [
        name
        for name, mark in exported.sheets.items()
        if name in book.sheets and sheet_mark(book.sheets[name][1:]) != mark
    ]
    if changed:
        yield _(
            "{file}: something was changed on {sheets} too; only the actions are read back."
        ).format(file=file, sheets=listed(changed))
