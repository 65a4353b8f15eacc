"""How far the thirty days are: a mark a day, and the spare days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxreset.programme.calendar import Calendar
from cxreset.programme.model import Pack
from cxreset.reset.checkup import closed_days
from cxreset.reset.pacing import OPEN, SPARE_DAYS, Done, marks
from cxreset.reset.ten_minutes import SCOPE
from cxreset.workbook.daily import Daily
from cxreset.workbook.pace import Pace

MISSED = "missed"


class Days(NamedTuple):
    """Rows of marks, a row a week: done, half, today, open, missed or rest.

    `spare` is how many spare days there are, `taken` how many of them were.
    """

    weeks: tuple[tuple[str, ...], ...] = ()
    spare: int = SPARE_DAYS
    taken: int = 0


def days_of(daily: Daily, pack: Pack, calendar: Calendar, today: date) -> Days:
    """The days as of `today`: one that passed with its work not begun is missed."""
    begun = {step for step, on in daily.answers(SCOPE).items() if on}
    practised = {day for _, day in daily.practices_done()} | closed_days(daily)
    rows = marks(calendar, pack, Done(daily.ticks(), begun, practised), today)
    days = iter(calendar.days)
    weeks = [tuple(_past(mark, next(days).on < today) for mark in row) for row in rows]
    return Days(tuple(weeks), SPARE_DAYS, min(SPARE_DAYS, len(Pace(daily.file).spare_days())))


def _past(mark: str, is_past: bool) -> str:
    return MISSED if is_past and mark == OPEN else mark
