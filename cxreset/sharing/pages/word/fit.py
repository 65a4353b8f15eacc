"""How much closer a single sheet has to be set so that Word, which nobody asks here, has one page.

An estimate, with the widths and the line's height of a face larger than Word's own: a sheet that
fits here fits there too.
"""

from __future__ import annotations

import math

from cxreset.sharing.documents.model import (
    Aside,
    Bars,
    Block,
    BulletList,
    Chart,
    Document,
    Facts,
    Figures,
    Paragraph,
    Quote,
    Subheading,
    Table,
    ToDo,
)
from cxreset.sharing.pages.paper import (
    DENSE,
    FOOT,
    LABEL,
    PAGE,
    TABLE_GAP,
    TOP,
    WIDTH,
    column_widths,
    ems,
    line,
    paragraphs,
)

_SIZE = 7.5
_LINE = 10.4
_GAP = 2.0
_HEADING, _SUBHEADING = 28.0, 15.0
_FRONT = 62.0
_CLOSING = 22.0
_FIGURES = 46.0
_BAR = 18.0
_SMALLEST, _LARGEST = 0.87, 1.16
"""Letters of six and a half points, and of nine, by Word's own half points."""


def scale(document: Document) -> float:
    """The share of its usual size at which a dense document fits its sheets.

    As large as there is room for. 1 where the smallest size would not do either: the estimate
    runs a tenth high at the least, so that size is tried where it is not far off.
    """
    room = document.sheets * (PAGE[1] - DENSE * (TOP + FOOT))
    share = room / height(document)
    if share > 1:  # a larger letter is higher, and its lines break sooner
        return min(math.sqrt(share), _LARGEST)
    return max(share, _SMALLEST) if share > 0.9 * _SMALLEST else 1.0


def height(document: Document) -> float:
    """About how high a dense document stands in Word, in points."""
    total = _FRONT + _CLOSING + sum(_lines(one, WIDTH) * _LINE for one in document.footer)
    total += (_lines(document.title, WIDTH * 0.33) - 1) * 3 * _LINE
    for part in document.parts:
        total += _HEADING + sum(_block(block) for block in part.blocks)
    return total


def _lines(text: str, width: float, size: float = _SIZE) -> int:
    return max(1, math.ceil(ems(line(text)) * size / width))


def _block(block: Block) -> float:
    match block:
        case Subheading(text, ref):
            lines = _lines(text, WIDTH * 0.78)
            return lines * 1.2 * _LINE + _SUBHEADING + (_LINE if ref else 0)
        case Paragraph(text):
            lines = sum(_lines(one, WIDTH) for lines in paragraphs(text) for one in lines)
            return lines * _LINE + _GAP
        case Aside(text) | ToDo(text) | Quote(text):
            return _lines(text, WIDTH) * _LINE + 2 * _LINE
        case BulletList(items):
            return sum(_lines(one, WIDTH - 17) * _LINE + _GAP for one in items)
        case Facts(items):
            return sum(_fact(fact.label, fact.lines) for fact in items) + _LINE
        case Table():
            widths = column_widths(block, _SIZE, TABLE_GAP, 0.0)
            rows = (block.columns, *block.rows)
            return sum(_row(row, widths) for row in rows) + 2 * _LINE
        case Figures():
            return _FIGURES
        case Bars(_, bars):
            return _BAR * len(bars) + 2 * _LINE
        case Chart(_, words, drawing):
            return drawing.height + (_lines(words, WIDTH) + 2) * _LINE


def _fact(label: str, lines: tuple[str, ...]) -> float:
    beside = sum(_lines(one, WIDTH - LABEL) for one in lines)
    return max(_lines(label, LABEL), beside) * _LINE + _GAP + 3


def _row(cells: tuple[str, ...], widths: list[float]) -> float:
    high = (_lines(cell, width - TABLE_GAP) for cell, width in zip(cells, widths, strict=True))
    return max(high, default=1) * _LINE + _GAP + 2
