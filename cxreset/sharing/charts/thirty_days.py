"""The thirty days at a glance, a row a week, and the spare days under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal, TypeAlias

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.sharing.charts.drawing import SIZE, Dot, Drawing, Label, Line, Shape

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
    ("missed", N_("passed with nothing done")),
    ("open", N_("to come")),
)


@dataclass(frozen=True, slots=True)
class SpareDays:
    """How many days may pass without moving what follows, and how many of them have."""

    given: int
    taken: int


def thirty_days(weeks: Days, spare: SpareDays) -> Drawing:
    """Each day a disc; days off are small. Beside them what the discs mean, as far as used."""
    shapes: list[Shape] = []
    y = _ROW / 2 + 2
    for number, week in enumerate(weeks, start=1):
        name = _("Week {number}").format(number=number) if number < len(weeks) else _("Close")
        shapes.append(Label((0, y + SIZE / 3), name))
        for column, mark in enumerate(week):
            shapes += _day(mark, _LEFT + column * _CELL, y)
        y += _ROW
    shapes.append(Label((0, y + SIZE / 3), _("Spare")))
    for number in range(spare.given):
        taken: Mark = "missed" if number < spare.taken else "open"
        shapes += _day(taken, _LEFT + number * _CELL, y)
    shapes.append(Label((_LEFT + spare.given * _CELL, y + SIZE / 3), _left(spare)))
    used = set(chain.from_iterable(weeks))
    shapes += _legend(used)
    rows = max(len(weeks) + 1, len(used - {"rest"}))
    return Drawing(WIDTH, rows * _ROW + 6, tuple(shapes))


def thirty_days_words(weeks: Days, spare: SpareDays) -> str:
    """`9 of 22 working days done, 1 begun, 2 passed with nothing done, 10 to come; …`"""
    marks = list(chain.from_iterable(weeks))
    number: Callable[[Mark], int] = marks.count
    days = len(marks) - number("rest")
    parts = [
        ngettext(
            "{done} of {number} working day done", "{done} of {number} working days done", days
        ).format(done=number("done"), number=whole(days))
    ]
    named: tuple[tuple[Mark, str], ...] = (
        ("half", _("begun")),
        ("missed", _("passed with nothing done")),
        ("open", _("to come")),
    )
    parts += [f"{number(mark)} {words}" for mark, words in named if number(mark)]
    if "today" in marks:
        parts.append(_("today is day {day}").format(day=marks.index("today") + 1))
    return f"{', '.join(parts)}; {_left(spare)}."


def _left(spare: SpareDays) -> str:
    words = ngettext(
        "{left} of {number} spare day left", "{left} of {number} spare days left", spare.given
    )
    return words.format(left=spare.given - spare.taken, number=whole(spare.given))


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
        case "missed":
            yield Dot(x, y, _RADIUS, "flag", True)
            reach = _RADIUS * 0.7
            yield Line((x - reach, y + reach), (x + reach, y - reach), "flag", 1.0)
        case "open":
            yield Dot(x, y, _RADIUS, "quiet", True)
        case "rest":
            yield Dot(x, y, 1.2, "quiet")
