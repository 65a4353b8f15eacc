"""How far the thirty days are: a mark a day, and the spare days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxreset.programme.calendar import Calendar
from cxreset.programme.model import Pack
from cxreset.reset.pacing import SPARE_DAYS
from cxreset.reset.ten_minutes import SCOPE
from cxreset.reset.today import OPEN, Done, marks
from cxreset.sharing.facts.declared import Code
from cxreset.workbook.daily import Daily
from cxreset.workbook.pace import Pace

MISSED = "missed"


@dataclass(frozen=True, slots=True)
class DaysFact:
    """Rows of marks, a row a week: done, half, today, open, missed or rest.

    `spare` is how many spare days there are, and how many were taken.
    """

    weeks: tuple[tuple[Code, ...], ...] = ()
    spare: tuple[int, int] = (SPARE_DAYS, 0)


def days_of(daily: Daily, pack: Pack, calendar: Calendar, today: date) -> DaysFact:
    """The days as of `today`: one that passed with its work not begun is missed."""
    begun = {step for step, on in daily.answers(SCOPE).items() if on}
    practised = {day for _, day in daily.practices_done()}
    rows = marks(calendar, pack, Done(daily.ticks(), begun, practised), today)
    days = iter(calendar.days)
    weeks = [tuple(_past(mark, next(days).on < today) for mark in row) for row in rows]
    taken = len(Pace(daily.file).spare_days())
    return DaysFact(tuple(weeks), (SPARE_DAYS, min(SPARE_DAYS, taken)))


def _past(mark: str, is_past: bool) -> str:
    return MISSED if is_past and mark == OPEN else mark
