"""The reader for workbooks: XLSX, XLS and ODS, one sheet of them or all that are alike.

The sheet that reads most like feedback is proposed; where others have the same columns (a sheet a
month), all of them. What a cell shows is what its row holds: days and times as ISO, whole numbers
without a decimal part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.intake.columns.find import find_column
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.kinds import Kind
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.decode.unpack import UNPACKED_LIMIT, damaged, hungry, locked, unpacked
from cxreset.intake.decode.unread import refuse_compound
from cxreset.intake.readers.sheets import Damaged, Locked, Sheet, TooLarge, read_sheets
from cxreset.intake.shape.grid import open_grid, reads_like_feedback
from cxreset.intake.shape.headers import unique_names
from cxreset.intake.shape.table import Refusal, Row, Table
from cxreset.intake.values.words import storable

ALL = "all"
_ALL_OF = "all of "
_SHEET_COLUMN = "Sheet"
_ALIKE = 0.7  # share of the columns of two sheets that both have
_CODEBOOK = 0.6  # share of a column that repeats the names of another sheet's columns


def open_workbook(
    source: Sniffed, sheet: str | None = None, text_column: str | None = None
) -> Table:
    """The table in one sheet, named or numbered from 1, or in `all` that are alike.

    `text_column` only helps to choose. Raises IntakeError when the workbook is damaged, locked, too
    large or empty, UsageError when there is no such sheet.
    """
    sheets, kind = _opened(source)
    names = tuple(each.name for each in sheets)
    if not sheets:
        raise IntakeError(
            _("{path} has no sheet with rows. Name another file.").format(path=name_of(source.path))
        )
    joined = sheet is not None and (sheet.strip().lower() == ALL or sheet.startswith(_ALL_OF))
    if sheet is not None and not (joined and sheet not in names):
        asked = _asked_sheet(source.path, names, sheet)
        return _table(source, kind, sheets[names.index(asked)], names)
    # Hidden sheets are somebody's working; they can be named, but are not proposed.
    shown = [each for each in sheets if each.visible] or sheets
    if len(shown) == 1:
        return _table(source, kind, shown[0], names)
    tables, failed = _tables(source, kind, shown, names)
    tables = _without_codebooks(tables)
    if not tables:
        raise failed or damaged(source.path)
    best = max(tables, key=lambda table: _worth(table, text_column))
    alike = [table for table in tables if _is_alike(table, best)]
    return _joined(alike, best, names) if len(alike) > 1 else best


def _tables(
    source: Sniffed, kind: Kind, sheets: Sequence[Sheet], names: tuple[str, ...]
) -> tuple[list[Table], IntakeError | None]:
    """The tables of the sheets that hold one, and why the first of the others does not."""
    tables: list[Table] = []
    failed: IntakeError | None = None
    for each in sheets:
        try:
            tables.append(_table(source, kind, each, names))
        except IntakeError as error:
            failed = failed or error
    return tables, failed


def _worth(table: Table, text_column: str | None) -> float:
    return reads_like_feedback(table) + (1000 if _has(table, text_column) else 0)


def _without_codebooks(tables: list[Table]) -> list[Table]:
    """A sheet that lists the names of another's columns explains it, and holds no comments."""
    kept = [
        table
        for table in tables
        if not any(_explains(table, other) for other in tables if other is not table)
    ]
    return kept or tables


def _is_alike(table: Table, best: Table) -> bool:
    """A sheet of the same report: nearly the same columns, in whatever order."""
    if table is best:
        return True
    if not (table.has_header and best.has_header and len(best.header) > 1):
        return False
    here, there = set(_keys(table)), set(_keys(best))
    return len(here & there) >= max(2, _ALIKE * len(here | there))


def _keys(table: Table) -> Sequence[str]:
    """The names of the columns in small letters, unless two differ by their letters' size alone."""
    small = [name.casefold() for name in table.header]
    return small if len(set(small)) == len(small) else table.header


def _explains(table: Table, other: Table) -> bool:
    if len(other.header) < 3:
        return False
    rows = [row.cells for row in table.rows() if isinstance(row, Row)][: 4 * len(other.header)]
    for at in range(len(table.header)):
        cells = [row[at].strip() for row in rows if row[at].strip()]
        named = sum(cell in other.header for cell in cells)
        if named >= 3 and named >= _CODEBOOK * len(cells):
            return True
    return False


def _joined(tables: Sequence[Table], best: Table, names: tuple[str, ...]) -> Table:
    """The rows of sheets of one report, one sheet after the other; a last column says which.

    The columns are those of the `best` sheet, then what the others have beside them.
    """
    label = _ALL_OF + ", ".join(one_line(table.sheet, 20) for table in tables)
    columns: dict[str, str] = {}
    for table in (best, *tables):
        for key, name in zip(_keys(table), table.header, strict=True):
            columns.setdefault(key, name)
    ordered = list(columns)

    def rows() -> Iterator[Row | Refusal]:
        number = 0
        for table in tables:
            at = {key: position for position, key in enumerate(_keys(table))}
            columns_here = [at.get(name) for name in ordered]
            for row in table.rows():
                number += 1
                if isinstance(row, Refusal):
                    yield Refusal(number, row.reason)
                    continue
                cells = ["" if here is None else row.cells[here] for here in columns_here]
                yield Row(number, [*cells, table.sheet])

    same = all(table.header == best.header for table in tables)
    what = _("the same columns") if same else _("nearly the same columns")
    note = _("{sheets} have {what}: all are read.").format(
        sheets=count(len(tables), "sheet"), what=what
    )
    return replace(
        best,
        header=unique_names([*columns.values(), _SHEET_COLUMN]),
        rows=rows,
        sheet=label,
        sheets=(label, *names),
        notes=(*best.notes, note),
    )


def _opened(source: Sniffed) -> tuple[list[Sheet], Kind]:
    """Every sheet, read within bounds."""
    path = source.path
    content, kind = _content(source)
    try:
        return read_sheets(content), kind
    except Locked:
        raise locked(path) from None
    except Damaged:
        raise damaged(path) from None
    except TooLarge:
        raise hungry(path) from None


def _content(source: Sniffed) -> tuple[bytes, Kind]:
    path = source.path
    if source.packed != "ole":
        stream, kind = unpacked(path)
        return stream.getvalue(), kind
    if source.size > UNPACKED_LIMIT:
        raise IntakeError(
            _(
                "{path} is larger than {UNPACKED_LIMIT} MB, the most that is read from a "
                "workbook. Save the sheet as CSV and import that."
            ).format(
                path=name_of(path), UNPACKED_LIMIT=decimal(UNPACKED_LIMIT / 1e6, 0, grouped=True)
            )
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None
    refuse_compound(path, content)
    return content, "Excel workbook"


def _table(source: Sniffed, kind: Kind, sheet: Sheet, names: tuple[str, ...]) -> Table:
    def rows() -> Iterator[list[str]]:
        return ([storable(cell) for cell in row] for row in sheet.rows)

    try:
        table = open_grid(source, kind, rows)
    except IntakeError as error:
        if len(names) < 2:
            raise
        what = error.sentence.removeprefix(name_of(source.path)).split(". ")[0]
        raise IntakeError(
            _(
                'In {path} the sheet "{name}"{what}. Name another with --sheet; there '
                "are: {listed}."
            ).format(
                path=name_of(source.path),
                name=one_line(sheet.name, 40),
                what=what,
                listed=_listed(names),
            )
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
        _('{path} has no sheet "{asked}". The sheets are: {listed}.').format(
            path=name_of(path), asked=one_line(asked, 40), listed=_listed(names)
        )
    )


def _listed(names: tuple[str, ...]) -> str:
    shown = [f"{at} {one_line(name, 40)}" for at, name in enumerate(names[:20], 1)]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (_(" and {rest} more").format(rest=rest) if rest > 0 else "")


def _has(table: Table, column: str | None) -> bool:
    try:
        return column is not None and bool(find_column(table.header, column))
    except UsageError:
        return False
