"""The shapes a chart is made of, in points from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

Colour = Literal["ink", "quiet", "line", "tint", "accent", "bar", "track", "flag"]
"""A role; what it looks like is said by the form."""
Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

SIZE: Final = 9.0
"""The height of a text."""
LETTER: Final = 0.55
"""The width of a letter beside its height, a little more than a figure needs."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; a dashed one is a median or a limit."""

    start: Point
    end: Point
    colour: Colour = "line"
    width: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour = "tint"


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc, or a ring where it is hollow; `x` and `y` are its middle."""

    x: float
    y: float
    radius: float = 3.0
    colour: Colour = "ink"
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A short text of ours on one line; `at` is the start, middle or end of its baseline."""

    at: Point
    text: str
    anchor: Anchor = "start"
    colour: Colour = "quiet"
    is_bold: bool = False

    @property
    def width(self) -> float:
        """About how much room it takes."""
        return len(self.text) * SIZE * LETTER


Shape = Line | Box | Dot | Label
_BETWEEN: Final = 6.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order they are painted, on a ground of `width` × `height`."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def labelled(ticks: Iterable[tuple[Line, Label]]) -> Iterator[Shape]:
    """The lines of an axis from left to right, each with its label where the last left room."""
    free = 0.0
    for tick, label in ticks:
        yield tick
        if label.at[0] - label.width / 2 >= free:
            yield label
            free = label.at[0] + label.width / 2 + _BETWEEN


def scaled(value: float, low: float, high: float, start: float, end: float) -> float:
    """Where a value of a scale from `low` to `high` lies between `start` and `end`.

    In the middle, where the scale has no length.
    """
    if high <= low:
        return (start + end) / 2
    return start + (value - low) / (high - low) * (end - start)
