"""The thirty days at a glance, a row a week: what is done and what is to come.

It goes to colleagues. Which days passed with nothing done, and how many spare days are left, is the
leader's to know: such a day has no mark here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final, Literal, TypeAlias

from cxreset.base.language.words import N_, _
from cxreset.base.text import count
from cxreset.sharing.charts.drawing import SIZE, Dot, Drawing, Label, Shape

Mark = Literal["done", "half", "today", "open", "missed", "rest"]
"""A day: its work done, some of it, today, still to come, past with nothing done, or a day off."""
Days: TypeAlias = Sequence[Sequence[Mark]]

WIDTH: Final = 460.0
_LEFT: Final = 54.0
_CELL, _ROW = 24.0, 17.0
_RADIUS: Final = 4.2
_LEGEND: Final = 260.0
_EXPLAINED: Final[tuple[tuple[Mark, str], ...]] = (
    ("done", N_("done")),
    ("half", N_("begun")),
    ("today", N_("today")),
    ("open", N_("to come")),
)


def thirty_days(weeks: Days) -> Drawing:
    """A disc for each day; days off are small. Beside them what the discs mean, as far as used."""
    shapes: list[Shape] = []
    y = _ROW / 2 + 2
    for number, week in enumerate(weeks, start=1):
        name = _("Week {number}").format(number=number) if number < len(weeks) else _("Close")
        shapes.append(Label((0, y + SIZE / 3), name))
        for column, mark in enumerate(week):
            shapes += _day(mark, _LEFT + column * _CELL, y)
        y += _ROW
    used = set(chain.from_iterable(weeks))
    shapes += _legend(used)
    rows = max(len(weeks), len(used - {"rest", "missed"}))
    return Drawing(WIDTH, rows * _ROW + 6, tuple(shapes))


def thirty_days_words(weeks: Days) -> str:
    """`9 working days done, 1 begun, 10 to come; today is day 14.`"""
    marks = list(chain.from_iterable(weeks))
    number: Callable[[Mark], int] = marks.count
    parts = [_("{days} done").format(days=count(number("done"), "working day"))]
    named: tuple[tuple[Mark, str], ...] = (("half", _("begun")), ("open", _("to come")))
    parts += [f"{number(mark)} {words}" for mark, words in named if number(mark)]
    if "today" not in marks:
        return f"{', '.join(parts)}."
    today = _("today is day {day}").format(day=marks.index("today") + 1)
    return f"{', '.join(parts)}; {today}."


def _legend(used: set[Mark]) -> Iterator[Shape]:
    y = _ROW / 2 + 2
    for mark, words in _EXPLAINED:
        if mark in used:
            yield from _day(mark, _LEGEND, y)
            yield Label((_LEGEND + 14, y + SIZE / 3), _(words))
            y += _ROW


def _day(mark: Mark, x: float, y: float) -> Iterator[Shape]:
    """A full disc is done, a ring is to come; what is begun has a small disc in its ring."""
    match mark:
        case "done":
            yield Dot(x, y, _RADIUS, "bar")
        case "today":
            yield Dot(x, y, _RADIUS + 1.6, "accent")
        case "half":
            yield Dot(x, y, _RADIUS, "bar", True)
            yield Dot(x, y, _RADIUS / 2.4, "bar")
        case "open":
            yield Dot(x, y, _RADIUS, "quiet", True)
        case "rest":
            yield Dot(x, y, 1.2, "quiet")
