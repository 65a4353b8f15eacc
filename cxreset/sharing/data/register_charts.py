"""Excel's own charts, each drawn from the cells of a table on the same sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cxreset.base.language.words import N_, _
from cxreset.sharing.data.register_styles import INK, LINE, MUTED

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook


Options: TypeAlias = 'dict[str, "str | int | float | bool | list[Options] | Options"]'
SHEET = N_("Charts")
ZERO = date(1899, 12, 30).toordinal()
"""Excel's day 0."""
_BAR = "#2F8C86"
_PALE: Options = {"visible": True, "line": {"color": LINE}}

Row: TypeAlias = "Sequence[str | float | date | None]"
Draw: TypeAlias = 'Callable[[Workbook, "Figures", int], Chart]'


class Figures(NamedTuple):
    """A table and the chart beside it; `draw` is handed the sheet's row of the first figure.

    `seen` says what the chart shows, for whoever cannot see it.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    draw: Callable[[Workbook, Figures, int], Chart]
    seen: str

    def cells(self, column: int, first: int) -> list[str | int]:
        """The cells of a column, as charts name them."""
        return [_(SHEET), first, column, first + len(self.rows) - 1, column]


def _plain(chart: Chart, title: str) -> Chart:
    chart.set_title({"name": title, "overlay": False, "name_font": {"size": 12, "color": INK}})
    chart.set_legend({"none": True})
    return chart


def bars(book: Workbook, figures: Figures, first: int) -> Chart:
    """One bar a row, the first on top."""
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": figures.columns[1],
            "categories": figures.cells(0, first),
            "values": figures.cells(1, first),
            "fill": {"color": _BAR},
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"min": 0, "major_gridlines": {"visible": False}, "visible": False})
    return _plain(chart, figures.title)


def _whiskers(figures: Figures, first: int, below: int, above: int) -> Options:
    return {
        "type": "custom",
        "minus_values": _reference(figures.cells(below, first)),
        "plus_values": _reference(figures.cells(above, first)),
        "line": {"color": INK},
    }


def _reference(cells: Sequence[str | int]) -> str:
    sheet, first, column, last, _ = cells
    letter = "ABCDEFGH"[int(column)]
    return f"={sheet}!${letter}${int(first) + 1}:${letter}${int(last) + 1}"


def share(book: Workbook, figures: Figures, first: int) -> Chart:
    """One share on the scale from 0 to 100, with its range."""
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": figures.cells(0, first),
            "values": figures.cells(1, first),
            "fill": {"color": _BAR},
            "x_error_bars": _whiskers(figures, first, 2, 3),
            "gap": 150,
        }
    )
    chart.set_x_axis({"min": 0, "max": 100, "name": _("% (95 % range)"), "major_gridlines": _PALE})
    return _plain(chart, figures.title)


def pairs(low: float, high: float | None) -> Draw:
    """Before beside after, each with its range, on a scale from `low` to `high`.

    Bars have a length to compare, so that their scale begins where the figure does.
    """
    ends: Options = {"min": low} if high is None else {"min": low, "max": high}

    def draw(book: Workbook, figures: Figures, first: int) -> Chart:
        chart = book.add_chart({"type": "column"})
        for column, colour in ((1, MUTED), (2, _BAR)):
            chart.add_series(
                {
                    "name": figures.columns[column],
                    "categories": figures.cells(0, first),
                    "values": figures.cells(column, first),
                    "fill": {"color": colour},
                    "y_error_bars": _whiskers(figures, first, column + 2, column + 2),
                }
            )
        scale = figures.title.partition(": ")[2]
        chart.set_y_axis({**ends, "name": scale, "major_gridlines": _PALE})
        chart.set_x_axis({"label_position": "low"})
        _plain(chart, figures.title)
        chart.set_legend({"position": "bottom"})
        return chart

    return draw


def scatter(book: Workbook, figures: Figures, first: int) -> Chart:
    """A point a row, named by its id."""
    chart = book.add_chart({"type": "scatter"})
    labels: list[Options] = [{"value": str(row[3])} for row in figures.rows]
    chart.add_series(
        {
            "categories": figures.cells(1, first),
            "values": figures.cells(2, first),
            "marker": {"type": "circle", "size": 9, "fill": {"color": _BAR}},
            "data_labels": {"value": True, "custom": labels, "position": "right"},
        }
    )
    # Where the axes cross, the quarters meet: quick wins are above on the left.
    axis: Options = {"min": 0, "max": 6, "major_unit": 1, "crossing": 3.5, "label_position": "low"}
    chart.set_x_axis({**axis, "name": figures.columns[1], "major_gridlines": {"visible": False}})
    chart.set_y_axis({**axis, "name": figures.columns[2], "major_gridlines": {"visible": False}})
    return _plain(chart, _("Impact and effort: quick wins are above on the left"))


def gantt(book: Workbook, figures: Figures, first: int) -> Chart:
    """A bar that is not seen up to the first day, and one that is from there on."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, look in ((1, {"none": True}), (2, {"color": _BAR})):
        chart.add_series(
            {
                "name": figures.columns[column],
                "categories": figures.cells(0, first),
                "values": figures.cells(column, first),
                "fill": look,
                "gap": 50,
            }
        )
    ends = [row[column] for row in figures.rows for column in (1, 3)]
    days = [day.toordinal() - ZERO for day in ends if isinstance(day, date)]
    chart.set_y_axis({"reverse": True, "interval_unit": 1})
    chart.set_x_axis(
        {
            "min": min(days),
            "max": max(days) + 1,
            "num_format": _("d mmm"),
            "label_position": "high",  # the turned order's foot
            "major_gridlines": _PALE,
        }
    )
    return _plain(chart, figures.title)
