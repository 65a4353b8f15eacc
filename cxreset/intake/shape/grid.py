"""A table out of rows of cells that came without one: a sheet, or arrays inside JSON."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.intake.columns.names import is_known_name
from cxreset.intake.columns.wording import best_text_score
from cxreset.intake.decode.files import name_of
from cxreset.intake.decode.kinds import Kind
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.shape.headers import read_header
from cxreset.intake.shape.table import FIRST_ROWS, Refusal, Row, Table, fitted

PREAMBLE_ROWS = 30
JUDGED_ROWS = 200

Grid = Callable[[], Iterator[list[str]]]


def open_grid(source: Sniffed, kind: Kind, rows: Grid) -> Table:
    """The table in `rows`: lines before the header left out, up to three rows read as the header.

    Blank rows are not counted. Raises IntakeError when there is no row.
    """
    first = list(islice(_filled(rows), FIRST_ROWS))
    if not first:
        raise IntakeError(
            _("{path} is empty. Name another file.").format(path=name_of(source.path))
        )
    width = max(map(len, first))
    skip = preamble(first)
    header = read_header(first[skip:], width)
    if header.used >= len(first) - skip and header.used:
        raise IntakeError(
            _("{path} has a header but no rows. Export it again with its rows.").format(
                path=name_of(source.path)
            )
        )
    notes = list(header.notes)
    if skip:
        what = "row" if skip == 1 else _("{skip} rows").format(skip=skip)
        notes.insert(0, _("Skipped the first {what} before the header.").format(what=what))
    before = skip + header.used

    def numbered() -> Iterator[Row | Refusal]:
        for number, cells in enumerate(_filled(rows), 1 - before):
            if number < 1:
                continue
            if any(cell.strip() for cell in cells[width:]):
                yield Refusal(
                    number,
                    _("it has {cells} cells where the header has {width}").format(
                        cells=len(cells), width=width
                    ),
                )
            else:
                yield fitted(number, [*cells[:width], *[""] * (width - len(cells))])

    return Table(
        source=source,
        delimiter="",
        header=header.names,
        has_header=header.used > 0,
        notes=(*source.notes, *notes),
        rows=numbered,
        kind=kind,
    )


def _filled(rows: Grid) -> Iterator[list[str]]:
    return (cells for cells in rows() if any(map(str.strip, cells)))


def preamble(rows: Sequence[Sequence[str]]) -> int:
    """How many sparse rows (a title, a filter, an export date) stand before the header."""
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    for at, row in enumerate(rows[: PREAMBLE_ROWS + 1]):
        if sum(map(is_known_name, row)) > 1 and all(n < filled[at] for n in filled[:at]):
            return at
    inner = sorted(filled)[(len(filled) - 1) // 2 : len(filled) // 2 + 1]
    usual = sum(inner) / len(inner)  # the median
    for at, number in enumerate(filled[: PREAMBLE_ROWS + 1]):
        if number * 2 >= usual and (number > 1 or usual < 2):
            return at
    return 0


def reads_like_feedback(table: Table) -> float:
    """How much a table reads like feedback: its best column of words, and how many rows it has.

    0 or more; only for comparing the sheets of one workbook, or the arrays of one document.
    """
    rows = [row.cells for row in islice(table.rows(), JUDGED_ROWS) if isinstance(row, Row)]
    if not rows:
        return 0.0
    return max(0.0, best_text_score(table.header, rows)) * math.sqrt(len(rows))
