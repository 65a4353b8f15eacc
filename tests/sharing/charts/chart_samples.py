"""Drawings and what can be asked of any of them."""

from __future__ import annotations

from dataclasses import replace

from cxreset.insight.figures.chart_data import Range
from cxreset.sharing.charts.drawing import Box, Dot, Drawing, Label, Line


def labels(drawing: Drawing) -> list[str]:
    """Every text of a drawing, in the order it is painted."""
    return [one.text for one in drawing.shapes if isinstance(one, Label)]


def boxes(drawing: Drawing, colour: str) -> list[Box]:
    """The rectangles of a colour."""
    return [one for one in drawing.shapes if isinstance(one, Box) and one.colour == colour]


def inside(drawing: Drawing) -> bool:
    """Whether no shape leaves the drawing."""
    for one in drawing.shapes:
        match one:
            case Line(start, end):
                points = [start, end]
            case Box(x, y, width, height):
                points = [(x, y), (x + width, y + height)]
            case Dot(x, y, radius):
                points = [(x - radius, y - radius), (x + radius, y + radius)]
            case Label((x, y), _, anchor):
                left = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * one.width
                points = [(x - left, y - 8), (x - left + one.width, y)]
        if not all(-1 <= x <= drawing.width + 1 and 0 <= y <= drawing.height for x, y in points):
            return False
    return True


def ranges(
    before: tuple[float, float, float], after: tuple[float, float, float]
) -> tuple[Range, Range]:
    """A figure before and after, each with the two ends of its range."""
    first, last = (Range(value=value, low=low, high=high) for value, low, high in (before, after))
    return first, replace(last, is_after=True)
