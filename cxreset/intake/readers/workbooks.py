"""The reader for workbooks: XLSX, XLS and ODS, one sheet of them.

The sheet that reads most like feedback is proposed. What a cell shows is what its row holds: days
and times as ISO, whole numbers without a decimal part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.text import one_line
from cxreset.intake.columns.find import find_column
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.decode.unpack import UNPACKED_LIMIT, damaged, locked, unpacked
from cxreset.intake.readers.old_excel import Damaged, Locked, cell_text, read_old_excel
from cxreset.intake.shape.grid import Grid, open_grid, reads_like_feedback
from cxreset.intake.shape.table import Kind, Table
from cxreset.intake.values.words import storable

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


class _Sheet(NamedTuple):
    name: str
    visible: bool
    grid: Callable[[], Grid]


def open_workbook(
    source: Sniffed, sheet: str | None = None, text_column: str | None = None
) -> Table:
    """The table in one sheet, named or numbered from 1; `text_column` only helps to choose.

    Raises IntakeError when the workbook is damaged, locked, too large or empty, UsageError when
    there is no such sheet.
    """
    sheets, kind = _opened(source)
    names = tuple(each.name for each in sheets)
    if not sheets:
        raise IntakeError(f"{name_of(source.path)} has no sheet with rows. Name another file.")
    if sheet is not None:
        asked = _asked_sheet(source.path, names, sheet)
        return _table(source, kind, sheets[names.index(asked)], names)
    # Hidden sheets are somebody's working; they can be named, but are not proposed.
    shown = [each for each in sheets if each.visible] or sheets
    if len(shown) == 1:
        return _table(source, kind, shown[0], names)
    best: tuple[float, Table] | None = None
    failed: IntakeError | None = None
    for each in shown:
        try:
            table = _table(source, kind, each, names)
        except IntakeError as error:
            failed = failed or error
            continue
        score = reads_like_feedback(table) + (1000 if _has(table, text_column) else 0)
        if best is None or score > best[0]:
            best = score, table
    if best is None:
        raise failed or damaged(source.path)
    return best[1]


def _opened(source: Sniffed) -> tuple[list[_Sheet], Kind]:
    if source.packed == "ole":
        return _old_excel(source), "Excel workbook"
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    stream, kind = unpacked(source.path)
    with _guarded(source.path):
        book = CalamineWorkbook.from_filelike(stream)
        sheets = [
            _Sheet(
                each.name,
                each.visible == SheetVisibleEnum.Visible,
                partial(_grid, source.path, book, each.name),
            )
            for each in book.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet
        ]
    return sheets, kind


def _grid(path: Path, book: CalamineWorkbook, name: str) -> Grid:
    with _guarded(path):
        sheet = book.get_sheet_by_name(name)

    def rows() -> Iterator[list[str]]:
        with _guarded(path):
            for row in sheet.iter_rows():
                yield [storable(cell_text(value)) for value in row]

    return rows


def _old_excel(source: Sniffed) -> list[_Sheet]:
    path = source.path
    if source.size > UNPACKED_LIMIT:
        raise IntakeError(
            f"{name_of(path)} is larger than {UNPACKED_LIMIT / 1e6:,.0f} MB, the most that "
            "is read from a workbook. Save the sheet as CSV and import that."
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None
    try:
        sheets = read_old_excel(content)
    except Locked:
        raise locked(path) from None
    except Damaged:
        raise damaged(path) from None

    def grid(rows: list[list[str]]) -> Grid:
        return lambda: ([storable(cell) for cell in row] for row in rows)

    return [_Sheet(each.name, each.visible, partial(grid, each.rows)) for each in sheets]


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


def _table(source: Sniffed, kind: Kind, sheet: _Sheet, names: tuple[str, ...]) -> Table:
    try:
        table = open_grid(source, kind, sheet.grid())
    except IntakeError as error:
        if len(names) < 2:
            raise
        what = error.sentence.removeprefix(name_of(source.path)).split(". ")[0]
        raise IntakeError(
            f'In {name_of(source.path)} the sheet "{one_line(sheet.name, 40)}"{what}. '
            f"Name another with --sheet; there are: {_listed(names)}."
        ) from None
    return replace(table, sheet=sheet.name, sheets=names)


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
