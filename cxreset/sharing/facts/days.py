"""How far the thirty days are: a mark a day, and the spare days."""

from __future__ import annotations

from dataclasses import dataclass

from cxreset.reset.measures.days import Days
from cxreset.sharing.facts.declared import Code


@dataclass(frozen=True, slots=True)
class DaysFact:
    """Rows of marks, a row a week: done, half, today, open, missed or rest.

    `spare` is how many spare days there are, and how many were taken.
    """

    weeks: tuple[tuple[Code, ...], ...] = ()
    spare: tuple[int, int] = (0, 0)


def days_fact(days: Days) -> DaysFact:
    return DaysFact(days.weeks, (days.spare, days.taken))
