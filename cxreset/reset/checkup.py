"""The five-habit check-up: which of the two it is time for; how far it and the closing are."""

from __future__ import annotations

from cxreset.insight.checkup import answered
from cxreset.programme.calendar import LENGTH
from cxreset.reset.reset import Reset
from cxreset.workbook import checkup
from cxreset.workbook.daily import Daily

CLOSING = "closing"
"""Where the workbook keeps what was decided in the closing."""
STORY, TELLING, REST = "story", "telling", "rest"
"""What can be marked there as done by hand: the story is looked at, telling is over, the reset
rests."""


def checkup_day(reset: Reset) -> int:
    """The check-up that it is time for: that of day 29 from then on, that of day 1 before."""
    day = reset.day_number()
    if day is None:
        over = reset.today > reset.calendar.days[-1].on
        return checkup.LAST if over else checkup.FIRST
    return checkup.LAST if day >= checkup.LAST else checkup.FIRST


def checkup_progress(reset: Reset, day: int) -> tuple[int, int]:
    """(statements with a mark, statements) of the check-up of that day, 1 or 29."""
    habits = [(habit.id, len(habit.statements)) for habit in reset.pack.habits]
    return answered(habits, checkup.marks(reset.file, day))


def closed_days(daily: Daily) -> set[int]:
    """Which of the closing days did what they are for: the check-up once more; the story."""
    noted = daily.answers(CLOSING)
    done = {checkup.LAST} if checkup.marks(daily.file, checkup.LAST) else set()
    return done | ({LENGTH} if noted.get(STORY) or noted.get(REST) else set())
