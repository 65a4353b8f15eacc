"""The five-habit check-up in figures: a score a habit, day 1 beside day 29, the lowest named.

A habit's score is the plain mean of the marks given to its statements, so it stays on the scale
that the marks were given on: 1 (the habit has crept in) to 5 (it has not). These are one leader's
own marks and no sample of anything, so no interval is drawn around them.
"""

# No postponed annotations: a named tuple would compile each of them at every start.

from collections.abc import Mapping, Sequence
from math import floor
from typing import Final, NamedTuple

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _

BEST: Final = 5
"""The top of the scale; marks run 1 to 5, higher is healthier."""

Marks = Mapping[str, Mapping[int, int]]
"""Habit id -> statement number (from 1) -> mark (1 to 5)."""


class HabitScore(NamedTuple):
    """One habit at both times: scores 1 to 5, None where no statement has a mark."""

    habit: str
    first: float | None
    last: float | None

    @property
    def change(self) -> float | None:
        """How much higher (healthier) the later score is, -4 to 4; None unless both are there."""
        if self.first is None or self.last is None:
            return None
        return self.last - self.first

    @property
    def now(self) -> float | None:
        """The later score, or the first while there is no later one."""
        return self.first if self.last is None else self.last


def score(marks: Mapping[int, int], statements: int) -> float | None:
    """The mean of the marks of statements 1 to `statements`; None when none of them has one."""
    given = [mark for number, mark in marks.items() if 1 <= number <= statements]
    return sum(given) / len(given) if given else None


def answered(habits: Sequence[tuple[str, int]], marks: Marks) -> tuple[int, int]:
    """(statements with a mark, statements) over all `habits`, each (id, number of statements)."""
    total = sum(number for _, number in habits)
    given = sum(
        1 for habit, number in habits for each in marks.get(habit, {}) if 1 <= each <= number
    )
    return given, total


def compared(habits: Sequence[tuple[str, int]], first: Marks, last: Marks) -> list[HabitScore]:
    """Every habit at both times, in the order of `habits` (id, number of statements)."""
    return [
        HabitScore(habit, score(first.get(habit, {}), number), score(last.get(habit, {}), number))
        for habit, number in habits
    ]


def lowest(scores: Mapping[str, float | None]) -> tuple[str, ...]:
    """The habits with the lowest score, in the order given; several when they are level.

    Empty while any habit has no score: before that nobody can say which is the lowest.
    """
    known = {habit: value for habit, value in scores.items() if value is not None}
    if not known or len(known) < len(scores):
        return ()
    least = min(known.values())
    return tuple(habit for habit, value in known.items() if value - least < 1e-9)


def tenths(score: float) -> float:
    """A score as it is said, to a tenth; halves go up, as people round: 2.25 is 2.3."""
    return floor(score * 10 + 0.5 + 1e-9) / 10


def moved(first: float, last: float) -> str:
    """`up 0.8`, `down 0.3` or `as before`: the change between two scores as they are said."""
    change = tenths(last) - tenths(first)
    if abs(change) < 0.05:
        return _("as before")
    size = decimal(abs(change), 1)
    return _("up {size}").format(size=size) if change > 0 else _("down {size}").format(size=size)
