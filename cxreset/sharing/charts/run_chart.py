"""A figure week by week: points on stems from the median, and the usual range behind them.

Stems show runs above and below the median at a glance; there are no lines between the points,
which would show a way that nobody walked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cxreset.insight.figures.chart_data import Label as Written
from cxreset.insight.figures.chart_data import Week, centre, day_of, lettered, span
from cxreset.sharing.charts.drawing import (
    SIZE,
    Box,
    Colour,
    Dot,
    Drawing,
    Label,
    Line,
    Shape,
    scaled,
)

WIDTH: Final = 460.0
HEIGHT: Final = 150.0
_LEFT, _RIGHT = 50.0, 10.0
_TOP, _BASE = 24.0, HEIGHT - 24.0
_POINT: Final = 3.2


def run_chart(weeks: Sequence[Week], label: Written) -> Drawing:
    """At least one week; `label` writes a value. Weeks with a note are marked a, b, c in order."""
    low, high = span(weeks)
    middle = centre(weeks)

    def y_of(value: float) -> float:
        return scaled(value, low, high, _BASE, _TOP)

    columns = _columns(len(weeks))
    radius = min(_POINT, (WIDTH - _LEFT - _RIGHT) / len(weeks) / 2.2)
    shapes: list[Shape] = [*_band(weeks, columns, y_of)]
    shapes.append(Line((_LEFT, y_of(middle)), (WIDTH - _RIGHT, y_of(middle)), "quiet", 0.8, True))
    for week, x in zip(weeks, columns, strict=True):
        stem: Colour = "accent" if week.in_pilot else "quiet"
        point: Colour = "accent" if week.in_pilot else "ink"
        shapes.append(Line((x, y_of(middle)), (x, y_of(week.value)), stem, 0.9))
        shapes.append(Dot(x, y_of(week.value), radius, point, not week.is_whole))
    shapes += _scale((low, middle, high), label, y_of)
    shapes += _dates(weeks, columns)
    shapes += _notes(weeks, columns)
    return Drawing(WIDTH, HEIGHT, tuple(shapes))


def _columns(count: int) -> list[float]:
    """The middle of each week's column."""
    step = (WIDTH - _LEFT - _RIGHT) / count
    return [_LEFT + step * (index + 0.5) for index in range(count)]


def _band(
    weeks: Sequence[Week], columns: Sequence[float], y_of: Callable[[float], float]
) -> Iterator[Shape]:
    """Each week's own usual range, as wide as its column."""
    step = (WIDTH - _LEFT - _RIGHT) / len(weeks)
    for week, x in zip(weeks, columns, strict=True):
        if week.low is not None and week.high is not None:
            top = y_of(week.high)
            yield Box(x - step / 2, top, step, y_of(week.low) - top, "track")


def _scale(
    values: tuple[float, float, float], label: Written, y_of: Callable[[float], float]
) -> Iterator[Shape]:
    """The lowest, the median and the highest; those too near to the median are left out."""
    low, middle, high = values
    for value in (low, high):
        if abs(y_of(value) - y_of(middle)) > SIZE * 1.2:
            yield Label((_LEFT - 8, y_of(value) + SIZE / 3), label(value), "end")
    yield Label((_LEFT - 8, y_of(middle) + SIZE / 3), label(middle), "end", "ink", True)


def _dates(weeks: Sequence[Week], columns: Sequence[float]) -> Iterator[Shape]:
    """The first week, the one the pilot begins in, and the last."""
    y = HEIGHT - 6
    first = Label((columns[0], y), day_of(weeks[0]), "middle" if len(weeks) > 1 else "start")
    yield first
    taken = columns[0] + first.width
    begun = next((x for week, x in zip(weeks, columns, strict=True) if week.in_pilot), None)
    if begun is not None:
        yield Line((begun, _BASE + 5), (begun, _BASE + 9), "accent", 1.2)
        if begun - columns[0] > first.width:
            pilot = Label((begun, y), "pilot", "middle", "accent", True)
            yield pilot
            taken = begun + pilot.width
    last = Label((min(columns[-1], WIDTH - 20), y), day_of(weeks[-1]), "middle")
    if last.at[0] - taken > last.width / 2:
        yield last


def _notes(weeks: Sequence[Week], columns: Sequence[float]) -> Iterator[Shape]:
    """A letter above each week in which something else happened, and a line down to the base."""
    letters = {week.monday: letter for letter, week in lettered(weeks)}
    for week, x in zip(weeks, columns, strict=True):
        if week.monday in letters:
            yield Line((x, 12), (x, _BASE), "flag", 0.6, True)
            yield Label((x, 9), letters[week.monday], "middle", "flag", True)
