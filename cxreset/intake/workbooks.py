"""The reader for workbooks: XLSX, XLS and ODS, one sheet of them.

The sheet that reads most like feedback is proposed. What a cell shows is what its row holds: days
and times as ISO, whole numbers without a decimal part.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxreset.errors import IntakeError, UsageError
from cxreset.intake.columns import find_column
from cxreset.intake.grid import open_grid, reads_like_feedback
from cxreset.intake.sniff import Sniffed, name_of, unreadable
from cxreset.intake.table import Kind, Table
from cxreset.intake.unpack import UNPACKED_LIMIT, damaged, locked, unpacked
from cxreset.intake.values import storable
from cxreset.text import one_line

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WHOLE = 1e15  # beyond it a float no longer tells one whole number from the next


class _Sheet(NamedTuple):
    name: str
    visible: bool


def open_workbook(
    source: Sniffed, sheet: str | None = None, text_column: str | None = None
) -> Table:
    """The table in one sheet, named or numbered from 1; `text_column` only helps to choose.

    Raises IntakeError when the workbook is damaged, locked, too large or empty, UsageError when
    there is no such sheet.
    """
    stream, kind = _stream(source)
    book = _load(source.path, stream)
    sheets = _sheets(book)
    names = tuple(each.name for each in sheets)
    if not sheets:
        raise IntakeError(f"{name_of(source.path)} has no sheet with rows. Name another file.")
    if sheet is not None:
        return _table(source, kind, book, _asked_sheet(source.path, names, sheet), names)
    # Hidden sheets are somebody's working; they can be named, but are not proposed.
    shown = [each.name for each in sheets if each.visible] or list(names)
    if len(shown) == 1:
        return _table(source, kind, book, shown[0], names)
    best: tuple[float, Table] | None = None
    failed: IntakeError | None = None
    for name in shown:
        try:
            table = _table(source, kind, book, name, names)
        except IntakeError as error:
            failed = failed or error
            continue
        score = reads_like_feedback(table) + (1000 if _has(table, text_column) else 0)
        if best is None or score > best[0]:
            best = score, table
    if best is None:
        raise failed or damaged(source.path)
    return best[1]


def _stream(source: Sniffed) -> tuple[io.BytesIO, Kind]:
    if source.packed == "zip":
        return unpacked(source.path)
    if source.size > UNPACKED_LIMIT:
        raise IntakeError(
            f"{name_of(source.path)} is larger than {UNPACKED_LIMIT / 1e6:,.0f} MB, the most that "
            "is read from a workbook. Save the sheet as CSV and import that."
        )
    try:
        content = source.path.read_bytes()
    except OSError as error:
        raise unreadable(source.path, error) from None
    if _LOCKED in content:
        raise locked(source.path)
    return io.BytesIO(content), "Excel workbook"


@contextmanager
def _guarded(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside the library, a panic of its own included, is one sentence."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError:
        raise locked(path) from None
    except (CalamineError, OSError, ValueError, OverflowError):
        raise damaged(path) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged(path) from None
        raise


def _load(path: Path, stream: io.BytesIO) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    with _guarded(path):
        return CalamineWorkbook.from_filelike(stream)


def _sheets(book: CalamineWorkbook) -> list[_Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        _Sheet(each.name, each.visible == SheetVisibleEnum.Visible)
        for each in book.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet
    ]


def _table(
    source: Sniffed, kind: Kind, book: CalamineWorkbook, name: str, names: tuple[str, ...]
) -> Table:
    with _guarded(source.path):
        sheet = book.get_sheet_by_name(name)

    def rows() -> Iterator[list[str]]:
        with _guarded(source.path):
            for row in sheet.iter_rows():
                yield list(map(cell_text, row))

    try:
        table = open_grid(source, kind, rows)
    except IntakeError as error:
        if len(names) < 2:
            raise
        what = error.sentence.removeprefix(name_of(source.path)).split(". ")[0]
        raise IntakeError(
            f'In {name_of(source.path)} the sheet "{one_line(name, 40)}"{what}. '
            f"Name another with --sheet; there are: {_listed(names)}."
        ) from None
    return replace(table, sheet=name, sheets=names)


def cell_text(value: object) -> str:
    """What a cell shows: `3` for 3.0, `2024-01-31` for a day, `True` for a tick."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, float):
        if not isfinite(value):
            return ""
        return f"{value:.0f}" if value.is_integer() and abs(value) < _WHOLE else f"{value:.15g}"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _asked_sheet(path: Path, names: tuple[str, ...], asked: str) -> str:
    """The sheet called `asked`: exactly, else whatever the case, else by its number from 1."""
    if asked in names:
        return asked
    fits = [name for name in names if one_line(name).casefold() == one_line(asked).casefold()]
    if fits:
        return fits[0]
    wanted = asked.strip()
    if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(names):
        return names[int(wanted[:9]) - 1]
    raise UsageError(
        f'{name_of(path)} has no sheet "{one_line(asked, 40)}". The sheets are: {_listed(names)}.'
    )


def _listed(names: tuple[str, ...]) -> str:
    shown = [f"{at} {one_line(name, 40)}" for at, name in enumerate(names[:20], 1)]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")


def _has(table: Table, column: str | None) -> bool:
    try:
        return column is not None and bool(find_column(table.header, column))
    except UsageError:
        return False
