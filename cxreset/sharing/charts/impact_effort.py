"""Impact upward, effort to the right: five by five squares, and the ids that stand in each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from cxreset.base.language.words import _
from cxreset.insight.priority import (
    BIG_PROJECT,
    QUICK_WIN,
    SMALL_GAIN,
    THINK_TWICE,
    Cell,
    Grid,
)
from cxreset.sharing.charts.drawing import (
    LETTER,
    SIZE,
    Box,
    Colour,
    Drawing,
    Label,
    Line,
    Shape,
)

WIDTH: Final = 460.0
_LEFT, _TOP = 40.0, 16.0
_WIDE, _HIGH = (WIDTH - _LEFT) / 5, 36.0
_LINES: Final = 3
_LEADING: Final = 11.0
_FILLS: Final[dict[str, Colour]] = {QUICK_WIN: "tint", BIG_PROJECT: "track"}
"""The upper half is filled, the quick wins in their own shade; the lower half is the ground."""


def impact_effort(grid: Grid, chosen: Collection[str] = ()) -> Drawing:
    """The picture; `chosen` ids are bold. What is not rated yet stands in its words alone."""
    shapes: list[Shape] = []
    for row, cells in enumerate(grid.rows):
        y = _TOP + row * _HIGH
        shapes.append(Label((_LEFT - 8, y + _HIGH / 2 + SIZE / 3), f"{cells[0].impact}", "end"))
        for column, cell in enumerate(cells):
            shapes += _square(cell, _LEFT + column * _WIDE, y, chosen)
    bottom = _TOP + 5 * _HIGH
    for column in range(5):
        middle = _LEFT + (column + 0.5) * _WIDE
        shapes.append(Label((middle, bottom + 12), f"{column + 1}", "middle"))
    shapes += _halves(bottom)
    return Drawing(WIDTH, bottom + 30, tuple(shapes))


def _square(cell: Cell, x: float, y: float, chosen: Collection[str]) -> Iterator[Shape]:
    if fill := _FILLS.get(cell.quadrant):
        yield Box(x, y, _WIDE, _HIGH, fill)
    for end in ((x + _WIDE, y), (x, y + _HIGH)):
        yield Line((x, y), end, "line", 0.6)
    lines = _lines(cell.refs)
    top = y + _HIGH / 2 + SIZE / 3 - (len(lines) - 1) * _LEADING / 2
    for number, refs in enumerate(lines):
        yield from _centred(refs, x + _WIDE / 2, top + number * _LEADING, chosen)


def _centred(
    refs: Sequence[str], middle: float, y: float, chosen: Collection[str]
) -> Iterator[Shape]:
    """Ids beside each other, each a text of its own, so that one can be bold."""
    space = SIZE * LETTER
    widths = [len(ref) * space for ref in refs]
    x = middle - (sum(widths) + space * (len(refs) - 1)) / 2
    for ref, width in zip(refs, widths, strict=True):
        is_chosen = ref in chosen
        at = (x + width / 2, y)
        yield Label(at, ref, "middle", "accent" if is_chosen else "ink", is_chosen)
        x += width + space


def _lines(refs: Sequence[str]) -> list[list[str]]:
    """As many ids as fit, in up to three lines; `+2` stands for those that do not."""
    room = int((_WIDE - 8) / (SIZE * LETTER))
    lines: list[list[str]] = [[]]
    for index, ref in enumerate(refs):
        rest = len(refs) - index - 1
        tail = f" +{rest}" if rest and len(lines) == _LINES else ""
        if len(" ".join([*lines[-1], ref])) + len(tail) > room:
            if len(lines) == _LINES:
                lines[-1].append(f"+{len(refs) - index}")
                return lines
            lines.append([])
        lines[-1].append(ref)
    return lines


def _halves(bottom: float) -> Iterator[Shape]:
    """The names of the quarters outside the squares, and of the two scales."""
    left, right = _LEFT + 1.5 * _WIDE, _LEFT + 4 * _WIDE
    yield Label((left, _TOP - 5), _(QUICK_WIN), "middle", "accent", True)
    yield Label((right, _TOP - 5), _(BIG_PROJECT), "middle")
    yield Label((left, bottom + 25), _(SMALL_GAIN), "middle")
    yield Label((right, bottom + 25), _(THINK_TWICE), "middle")
    yield Label((0, _TOP - 5), _("impact"))
    yield Label((0, bottom + 12), _("effort"))
    edge = _LEFT + 3 * _WIDE
    yield Line((edge, _TOP), (edge, bottom), "quiet", 1.0, True)
    across = _TOP + 2 * _HIGH
    yield Line((_LEFT, across), (WIDTH, across), "quiet", 1.0, True)
    yield Line((WIDTH, _TOP), (WIDTH, bottom), "line", 0.6)
    yield Line((_LEFT, bottom), (WIDTH, bottom), "line", 0.6)
