"""What the scoreboard shows, as plain values: every figure, by week and before and after.

It reads what the worksheets read (`measuring`), so that a figure is the same wherever it stands.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxreset.insight.checkup import HabitScore
from cxreset.insight.figures.chart_data import Range, Week
from cxreset.insight.figures.intervals import wilson
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.reset.cycles import compared
from cxreset.reset.measures.data_points import points_of
from cxreset.reset.measures.margin import (
    ThemeMonths,
    checkups,
    kept_by_hand,
    themes_by_month,
)
from cxreset.reset.measures.measuring import GUARD, MAIN, Measured, measured_all
from cxreset.reset.presence import spare_left
from cxreset.reset.reset import Reset
from cxreset.workbook.tables import Action, Pilot

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


class Scoreboard(NamedTuple):
    """Everything the page shows."""

    figures: tuple[Figure, ...]
    preventable: tuple[int, int]  # hits, judged
    preventable_range: tuple[float, float] | None  # in %
    actions: tuple[int, int]  # completed, all
    steps: tuple[int, int]  # ticked, all
    day: int | None
    looks: tuple[tuple[date, bool], ...]  # planned days of the pilot's figure, and whether held
    events: str
    spare: int  # spare days left
    months: tuple[str, ...]
    themes: tuple[ThemeMonths, ...]
    checkups: tuple[tuple[str, HabitScore], ...]
    kept: tuple[tuple[str, str, str], ...]  # title, start and end of what is kept by hand
    cycles: tuple[str, ...] = ()  # this reset and those before it, a line each


def scoreboard_of(reset: Reset) -> Scoreboard:
    """The scoreboard as of today; the pilot's own figure first, then its guard."""
    book = reset.book
    order = {MAIN: 0, GUARD: 1}
    found = sorted(measured_all(book, reset.today), key=lambda one: order.get(one.row.role, 2))
    pilots = {pilot.id: pilot for pilot in book.rows(Pilot)}
    hits, judged = book.preventable_counts()
    around = wilson(hits, judged) if judged else None
    actions = book.rows(Action)
    main = found[0] if found and found[0].row.role == MAIN else None
    looks = points_of(book, main.row, "look") if main else []
    pilot = pilots.get(main.row.pilot_id) if main else None
    months, themes = themes_by_month(reset)
    return Scoreboard(
        figures=tuple(map(_figure, found)),
        preventable=(hits, judged),
        preventable_range=(100 * around.low, 100 * around.high) if around else None,
        actions=(sum(action.status == DONE for action in actions), len(actions)),
        steps=(len(reset.daily.ticks()), len(reset.pack.steps)),
        day=reset.day_number(),
        looks=tuple((look.counted_on, look.total is not None) for look in looks if look.counted_on),
        events=pilot.events if pilot else "",
        spare=spare_left(reset),
        months=months,
        themes=themes,
        checkups=checkups(reset),
        kept=kept_by_hand(reset),
        cycles=tuple(compared(reset)),
    )


def _figure(found: Measured) -> Figure:
    row = found.row
    return Figure(found, Wording.of(KINDS[row.kind], row.name, row.scale))
