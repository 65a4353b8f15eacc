"""Before and after on one scale with the range of each, and the comparison place under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.insight.figures.chart_data import Axis, Range
from cxreset.insight.figures.chart_data import Label as Written
from cxreset.sharing.charts.drawing import (
    SIZE,
    Colour,
    Dot,
    Drawing,
    Label,
    Line,
    Shape,
    labelled,
    scaled,
)

WIDTH: Final = 460.0
_LEFT, _RIGHT = 100.0, 62.0
_ROW: Final = 20.0


def before_after(
    rows: Sequence[Range], label: Written, axis: Axis, target: float | None = None
) -> Drawing:
    """At least one row; `label` writes a value, `target` is the figure that was expected.

    The comparison place stands under a line of its own. The `axis` holds all rows (`axis_of`); it
    need not begin at zero, for whiskers have no length to compare, as bars would. Figures that
    stand beside each other are given one axis.
    """
    ticks = axis.marks

    def x_of(value: float) -> float:
        return scaled(value, ticks[0], ticks[-1], _LEFT, WIDTH - _RIGHT)

    here = [row for row in rows if not row.is_elsewhere]
    elsewhere = [row for row in rows if row.is_elsewhere]
    shapes: list[Shape] = []
    y = _ROW / 2
    if axis.has_both_signs:
        rows_below = len(rows) + bool(elsewhere) + (target is not None)
        foot = y + _ROW * (rows_below - 0.25)
        shapes.append(Line((x_of(0), y - 6), (x_of(0), foot), "line", 0.8))
    if target is not None:
        bottom = y + _ROW * (len(here) + 0.5)
        shapes.append(Label((x_of(target), y), _("expected"), "middle", "flag"))
        shapes.append(Line((x_of(target), y + 3), (x_of(target), bottom), "flag", 0.9, True))
        y += _ROW
    for row in here:
        shapes += _row(row, y, label, x_of)
        y += _ROW
    if elsewhere:
        shapes.append(Label((0, y + SIZE / 3), _("A place that stayed as it was")))
        y += _ROW
    for row in elsewhere:
        shapes += _row(row, y, label, x_of)
        y += _ROW
    shapes += _axis(ticks, y - _ROW / 4, label, x_of)
    shapes.append(Label((_LEFT, y + _ROW / 2 + 12), axis.name))
    return Drawing(WIDTH, y + _ROW / 2 + 16, tuple(shapes))


def _row(row: Range, y: float, label: Written, x_of: Callable[[float], float]) -> Iterator[Shape]:
    """Name, answers, whisker and value."""
    strong = row.is_after and not row.is_elsewhere
    yield Label((0, y + SIZE / 3), row.label, "start", "ink" if strong else "quiet", strong)
    if row.answers is not None:
        yield Label((_LEFT - 14, y + SIZE / 3), f"{whole(row.answers)}", "end")
    colour: Colour = "accent" if strong else "quiet"
    width = 2.4 if strong else 1.2
    if row.low is not None and row.high is not None:
        yield Line((x_of(row.low), y), (x_of(row.high), y), colour, width)
        for end in (row.low, row.high):
            yield Line((x_of(end), y - 4.5), (x_of(end), y + 4.5), colour, width)
    yield Dot(x_of(row.value), y, 4.0 if strong else 3.2, colour)
    yield Label((WIDTH, y + SIZE / 3), label(row.value), "end", "ink", strong)


def _axis(
    ticks: Sequence[float], y: float, label: Written, x_of: Callable[[float], float]
) -> Iterator[Shape]:
    yield Line((_LEFT, y), (WIDTH - _RIGHT, y), "line", 0.8)
    yield from labelled(
        (
            Line((x_of(tick), y), (x_of(tick), y + 3), "line", 0.8),
            Label((x_of(tick), y + 13), label(tick), "middle"),
        )
        for tick in ticks
    )
