"""What stands beside the figures on the scoreboard: themes by month, check-up, what is by hand."""

from __future__ import annotations

from typing import Final, NamedTuple

from cxreset.insight.checkup import HabitScore, compared
from cxreset.insight.figures.kinds import KINDS
from cxreset.reset.reset import Reset
from cxreset.workbook import checkup
from cxreset.workbook.feedback.counts import months_by_pain
from cxreset.workbook.tables import Pain

MONTHS: Final = 6
THEMES: Final = 5


class ThemeMonths(NamedTuple):
    """A pain point, and the comments tied to it in each of the last months, oldest first."""

    ref: str
    title: str
    comments: tuple[int, ...]


def themes_by_month(reset: Reset) -> tuple[tuple[str, ...], tuple[ThemeMonths, ...]]:
    """The last months there are comments of (`2026-09`), and the pain points most spoken of."""
    counts = months_by_pain(reset.file.connection)
    months = tuple(sorted({month for one in counts.values() for month in one})[-MONTHS:])
    rows = [
        ThemeMonths(pain.ref, pain.title, tuple(counts[pain.key].get(one, 0) for one in months))
        for pain in reset.book.rows(Pain)
        if pain.key in counts
    ]
    return months, tuple(sorted(rows, key=lambda one: -sum(one.comments))[:THEMES])


def checkups(reset: Reset) -> tuple[tuple[str, HabitScore], ...]:
    """Each habit with its scores of day 1 and day 29; none while neither has a mark."""
    habits = [(habit.id, len(habit.statements)) for habit in reset.pack.habits]
    first, last = (checkup.marks(reset.file, day) for day in (checkup.FIRST, checkup.LAST))
    scores = compared(habits, first, last)
    if all(score.now is None for score in scores):
        return ()
    return tuple(zip((habit.title for habit in reset.pack.habits), scores, strict=True))


def kept_by_hand(reset: Reset) -> tuple[tuple[str, str, str], ...]:
    """(title, at the start, at the end) of what the weeks keep and no kind of figure can hold."""
    stored = reset.daily.metrics()
    asked = {
        metric.key: metric.title
        for week in reset.pack.weeks
        for metric in week.metrics
        if metric.key in stored and metric.key not in KINDS
    }
    return tuple((title, *stored[key]) for key, title in asked.items() if any(stored[key]))
