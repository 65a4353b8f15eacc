"""How far the thirty days are: a mark a day."""

from __future__ import annotations

from dataclasses import dataclass

from cxreset.reset.measures.days import Days
from cxreset.sharing.facts.declared import Code


@dataclass(frozen=True, slots=True)
class DaysFact:
    """Rows of marks, a row a week: done, half, today, open, missed or rest."""

    weeks: tuple[tuple[Code, ...], ...] = ()


def days_fact(days: Days) -> DaysFact:
    return DaysFact(days.weeks)
