"""What the scoreboard shows, as plain values: every figure, by week and before and after.

It reads what the worksheets read (`measuring`), so that a figure is the same wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cxreset.base.day_words import month as month_word
from cxreset.base.language.words import _
from cxreset.insight.checkup import HabitScore
from cxreset.insight.figures.chart_data import Range, Week
from cxreset.insight.figures.counts import read_period
from cxreset.insight.figures.intervals import wilson
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.samples import ENOUGH_FOR_A_SHARE
from cxreset.reset.cycles import compared
from cxreset.reset.measures.data_points import UNPLANNED, points_of
from cxreset.reset.measures.days import Days, days_of
from cxreset.reset.measures.margin import (
    ThemeMonths,
    checkups,
    kept_by_hand,
    themes_by_month,
)
from cxreset.reset.measures.measuring import GUARD, MAIN, Measured, measured_all
from cxreset.reset.measures.series import typed_point
from cxreset.reset.reset import Reset
from cxreset.workbook.tables import Action, Measurement, Pilot

DONE = "completed"


class Figure(NamedTuple):
    """One measurement with its weeks and its ranges."""

    measured: Measured
    words: Wording

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Week by week."""
        return self.measured.series.weeks

    @property
    def here(self) -> tuple[Range, ...]:
        """Before and after at the pilot's place."""
        return tuple(row for row in self.measured.ranges if not row.is_elsewhere)

    @property
    def elsewhere(self) -> tuple[Range, ...]:
        """Before and after in the place that stayed as it was."""
        return tuple(row for row in self.measured.ranges if row.is_elsewhere)


class LookShown(NamedTuple):
    """A look on its day: whether it was planned, whether held, and the figure seen at it."""

    on: date
    is_held: bool
    is_planned: bool = True
    figure: str = ""


class Scoreboard(NamedTuple):
    """Everything the page shows."""

    figures: tuple[Figure, ...]
    preventable: tuple[int, int]  # hits, judged
    preventable_range: tuple[float, float] | None  # in %
    actions: tuple[int, int]  # completed, all
    steps: tuple[int, int]  # ticked, all
    week_names: tuple[str, ...]  # of the rows of `days`
    days: Days
    looks: tuple[LookShown, ...]  # at the pilot's figure
    events: str
    months: tuple[str, ...]  # `Sep`, `Oct 2025` where it is of another year than the last
    themes: tuple[ThemeMonths, ...]
    checkups: tuple[tuple[str, HabitScore], ...]
    kept: tuple[tuple[str, str, str], ...]  # title, start and end of what is kept by hand
    cycles: tuple[str, ...] = ()  # this reset and those before it, a line each


def scoreboard_of(reset: Reset) -> Scoreboard:
    """The scoreboard as of today; the pilot's own figure first, then its guard."""
    book = reset.book
    figures = figures_of(reset)
    pilots = {pilot.id: pilot for pilot in book.rows(Pilot)}
    hits, judged = book.preventable_counts()
    around = wilson(hits, judged) if judged >= ENOUGH_FOR_A_SHARE else None
    actions = book.rows(Action)
    found = figures[0].measured if figures else None
    main = found if found and found.row.role == MAIN else None
    pilot = pilots.get(main.row.pilot_id) if main else None
    months, themes = themes_by_month(reset)
    return Scoreboard(
        figures=figures,
        preventable=(hits, judged),
        preventable_range=(100 * around.low, 100 * around.high) if around else None,
        actions=(sum(action.status == DONE for action in actions), len(actions)),
        steps=(len(reset.daily.ticks()), len(reset.pack.steps)),
        week_names=(*(week.short for week in reset.pack.weeks), _("Close")),
        days=days_of(reset.daily, reset.pack, reset.calendar, reset.today),
        looks=tuple(_looks(reset, main.row)) if main else (),
        events=pilot.events if pilot else "",
        months=tuple(_month(month, months[-1]) for month in months),
        themes=themes,
        checkups=checkups(reset),
        kept=kept_by_hand(reset),
        cycles=tuple(compared(reset)),
    )


def figures_of(reset: Reset) -> tuple[Figure, ...]:
    """Every measurement as of today; the pilot's own figure first, then its guard."""
    order = {MAIN: 0, GUARD: 1}
    found = measured_all(reset.book, reset.today)
    return tuple(
        Figure(one, Wording.of(KINDS[one.row.kind], one.row.name, one.row.scale))
        for one in sorted(found, key=lambda one: order.get(one.row.role, 2))
    )


def _looks(reset: Reset, row: Measurement) -> Iterator[LookShown]:
    """The looks of a figure in order of their days, with what was seen at each."""
    for point in points_of(reset.book, row, "look"):
        if point.counted_on is not None:
            sample = read_period(row.kind, typed_point(point), row.scale).sample
            kind = KINDS[row.kind]
            figure = kind.shown(sample.value * kind.factor) if sample else ""
            yield LookShown(
                point.counted_on, point.total is not None, point.note != UNPLANNED, figure
            )


def _month(month: str, last: str) -> str:
    """`2026-09` as `Sep`, with the year where it is another than the last month's."""
    named = date.fromisoformat(f"{month}-01")
    words = month_word(named, short=True)
    return words if month[:4] == last[:4] else f"{words} {named.year}"
