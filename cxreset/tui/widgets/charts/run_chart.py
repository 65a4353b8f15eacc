"""A figure by week as points on stems from the median, and its usual range as a band. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from cxreset.base.language.words import _
from cxreset.insight.figures.chart_data import Label, Week, centre, day_of, lettered, span
from cxreset.tui.widgets.charts.canvas import Canvas

LABEL = 8
POINT, STEM, MEDIAN, EDGE = "●", "│", "╌", "┈"


def run_chart(weeks: Sequence[Week], width: int, height: int, label: Label) -> list[Content]:
    """`height` rows and one of dates; at least one week. `label` writes a value.

    Where weeks have notes, a row above the dates marks each with its letter.
    """
    plot = max(8, width - LABEL - 1)
    letters = {week.monday: letter for letter, week in lettered(weeks)}
    foot = height + (1 if letters else 0)
    canvas = Canvas(width, foot + 1)
    low, high = span(weeks)
    middle = centre(weeks)

    def row_of(value: float) -> int:
        if high == low:
            return height // 2
        return round((high - value) / (high - low) * (height - 1))

    columns = [_column(index, len(weeks), plot) for index in range(len(weeks))]
    _band(canvas, weeks, columns, row_of)
    middle_row = row_of(middle)
    canvas.put(LABEL, middle_row, MEDIAN * plot, "$text-muted")
    for week, x in zip(weeks, columns, strict=True):
        style = "$primary" if week.in_pilot else "$foreground"
        _stem(canvas, x, middle_row, row_of(week.value), style if week.in_pilot else "$text-muted")
        canvas.put(x, row_of(week.value), POINT if week.is_whole else "○", style)
        canvas.put(x, height, letters.get(week.monday, ""), "bold $warning")
    for value in (low, high):
        canvas.put(0, row_of(value), label(value).rjust(LABEL - 1), "$text-muted")
    canvas.put(0, middle_row, label(middle).rjust(LABEL - 1))
    _dates(canvas, weeks, columns, foot)
    return canvas.lines()


def _column(index: int, count: int, plot: int) -> int:
    if count == 1:
        return LABEL + plot // 2
    return LABEL + 1 + round(index * (plot - 3) / (count - 1))


def _band(
    canvas: Canvas, weeks: Sequence[Week], columns: Sequence[int], row_of: Callable[[float], int]
) -> None:
    """Each week's own usual range between its edges, as wide as half the way to its neighbours."""
    for index, (week, x) in enumerate(zip(weeks, columns, strict=True)):
        if week.low is None or week.high is None:
            continue
        first = LABEL if index == 0 else (columns[index - 1] + x) // 2 + 1
        last = canvas.width - 1 if index + 1 == len(weeks) else (x + columns[index + 1]) // 2 + 1
        for row in range(row_of(week.high), row_of(week.low) + 1):
            canvas.fill(row, first, last, "on $surface")
        for row in (row_of(week.high), row_of(week.low)):  # seen without colours too
            canvas.put(first, row, EDGE * (last - first), "$text-disabled")


def _stem(canvas: Canvas, x: int, centre: int, row: int, style: str) -> None:
    step = 1 if row > centre else -1
    for y in range(centre, row, step):
        canvas.put(x, y, STEM, style)


def _dates(canvas: Canvas, weeks: Sequence[Week], columns: Sequence[int], row: int) -> None:
    """The first day, where the pilot begins, and now."""
    canvas.put(LABEL, row, day_of(weeks[0]), "$text-muted")
    begun = next((x for week, x in zip(weeks, columns, strict=True) if week.in_pilot), None)
    if begun is not None:
        canvas.put(min(begun - 2, canvas.width - 5), row, _("pilot"), "$text-muted")
    elif len(weeks) > 1:
        canvas.put(canvas.width - 7, row, day_of(weeks[-1]), "$text-muted")
