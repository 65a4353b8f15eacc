"""A share of a whole, such as the preventable share, on a scale from 0 to 100 % with its range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _
from cxreset.insight.figures.chart_data import ShareOf
from cxreset.sharing.charts.drawing import SIZE, Box, Drawing, Label, Line, Shape, scaled

WIDTH: Final = 460.0
_LEFT, _RIGHT = 10.0, 46.0
_BAR: Final = 12.0
_MARKS: Final = (0, 25, 50, 75, 100)


def share_chart(share: ShareOf) -> Drawing:
    """A bar of the whole, filled as far as the share goes; under it the range, and the scale."""
    bar, whisker, axis = 6.0, _BAR + 15, _BAR + 26
    shapes: list[Shape] = [
        Box(_x(0), bar, _x(100) - _x(0), _BAR, "track"),
        Box(_x(0), bar, _x(share.percent) - _x(0), _BAR, "bar"),
        Label((WIDTH, bar + _BAR - 2), f"{decimal(share.percent, 0)} %", "end", "ink", True),
        *_range(share, whisker),
        Line((_x(0), axis), (_x(100), axis), "line", 0.8),
    ]
    for mark in _MARKS:
        shapes.append(Line((_x(mark), axis), (_x(mark), axis + 3), "line", 0.8))
        shapes.append(Label((_x(mark), axis + 13), f"{mark} %", "middle"))
    return Drawing(WIDTH, axis + 18, tuple(shapes))


def _range(share: ShareOf, y: float) -> Iterator[Shape]:
    """The whisker; nothing where none of the whole was counted."""
    if share.likely is None:
        return
    low, high = share.likely
    yield Line((_x(low), y), (_x(high), y), "accent", 2.4)
    for end in (low, high):
        yield Line((_x(end), y - 4.5), (_x(end), y + 4.5), "accent", 2.4)
    text = _("likely {low} to {high} %").format(low=decimal(low, 0), high=decimal(high, 0))
    label = Label((_x(high) + 6, y + SIZE / 3), text)
    if label.at[0] + label.width > WIDTH:
        label = Label((_x(low) - 6, y + SIZE / 3), text, "end")
    yield label


def _x(percent: float) -> float:
    return scaled(percent, 0, 100, _LEFT, WIDTH - _RIGHT)
