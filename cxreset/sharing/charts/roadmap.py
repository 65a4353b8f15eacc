"""What is done when, as a Gantt chart: a bar a row, and a line where today is.

A row with a last day alone is a point; one without any day is left to the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal

from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import listed
from cxreset.sharing.charts.drawing import (
    SIZE,
    Box,
    Colour,
    Dot,
    Drawing,
    Label,
    Line,
    Shape,
    labelled,
)

State = Literal["done", "open", "late"]

WIDTH: Final = 460.0
_LEFT, _RIGHT = 40.0, 34.0
_TOP: Final = 18.0
_ROW: Final = 14.0
_BAR: Final = 8.0
_MOST_WEEKS: Final = 14  # beyond it the marks are months
_DAY: Final = timedelta(days=1)
_STATES: Final = {"done": N_("done"), "late": N_("late")}
_COLOURS: Final[dict[State, Colour]] = {"done": "accent", "open": "bar", "late": "flag"}


@dataclass(frozen=True, slots=True)
class Span:
    """A row: its id, its first and last day (None where not given, last not before first)."""

    ref: str
    first: date | None
    last: date | None
    state: State = "open"

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are known, in order."""
        return tuple(sorted(day for day in (self.first, self.last) if day is not None))


def dated(spans: Sequence[Span]) -> list[Span]:
    """The rows that can be drawn, the earliest first."""
    known = [span for span in spans if span.days]
    return sorted(known, key=lambda span: (span.days[0], span.days[-1]))


def roadmap(spans: Sequence[Span], today: date) -> Drawing:
    """At least one row with a day (`dated`); a tall chart is asked for in several parts."""
    rows = dated(spans)
    days = [day for span in rows for day in span.days]
    start, end = _frame(min(days), max(days), today)
    length = (end - start).days

    def x_of(day: date) -> float:
        return _LEFT + (day - start).days / length * (WIDTH - _LEFT - _RIGHT)

    bottom = _TOP + _ROW * len(rows)
    shapes = [*_marks(start, end, bottom, x_of)]
    for number, span in enumerate(rows):
        shapes += _row(span, _TOP + _ROW * (number + 0.5), x_of)
    if start <= today <= end:
        shapes.append(Line((x_of(today), _TOP - 5), (x_of(today), bottom), "flag", 0.9, True))
        shapes.append(Label((x_of(today), _TOP - 8), _("today"), "middle", "flag", True))
    return Drawing(WIDTH, bottom + 20, tuple(shapes))


def roadmap_words(spans: Sequence[Span], today: date) -> str:
    """The chart in words: `F1 from 5 Oct to 16 Oct; A2 by 9 Oct, late. Without a day: A3.`"""
    parts = [_in_words(span) for span in dated(spans)]
    late = sum(span.state == "late" for span in spans)
    open_rows = [span.ref for span in spans if not span.days]
    sentences = [f"{'; '.join(parts)}."] if parts else []
    if late:
        words = ngettext("On {day} {number} row is late.", "On {day} {number} rows are late.", late)
        sentences.append(words.format(day=day_month(today), number=whole(late)))
    if open_rows:
        sentences.append(_("Without a day: {open_rows}.").format(open_rows=listed(open_rows)))
    return " ".join(sentences)


def _in_words(span: Span) -> str:
    days = span.days
    if len(days) == 2:
        when = _("from {first} to {last}").format(first=day_month(days[0]), last=day_month(days[1]))
    else:
        words = _("by {day}") if span.last else _("from {day}")
        when = words.format(day=day_month(days[0]))
    state = "" if span.state == "open" else f", {_(_STATES[span.state])}"
    return f"{span.ref} {when}{state}"


def _frame(first: date, last: date, today: date) -> tuple[date, date]:
    """Whole weeks around all days, and around today where it is within a month of them."""
    if first - timedelta(days=31) <= today <= last + timedelta(days=31):
        first, last = min(first, today), max(last, today)
    start = first - timedelta(days=first.weekday())
    return start, last + timedelta(days=7 - last.weekday())


def _marks(start: date, end: date, bottom: float, x_of: Callable[[date], float]) -> Iterator[Shape]:
    """A line at each Monday, or at each first of a month where the weeks would stand too close."""
    starts = _mondays(start, end)
    if len(starts) > _MOST_WEEKS:
        starts = _months(start, end)
    return labelled(
        (
            Line((x_of(day), _TOP), (x_of(day), bottom + 3), "line", 0.6),
            Label((x_of(day), bottom + 14), day_month(day), "middle"),
        )
        for day in starts
    )


def _mondays(start: date, end: date) -> list[date]:
    return [start + timedelta(days=at) for at in range(0, (end - start).days + 1, 7)]


def _months(start: date, end: date) -> list[date]:
    """The first days of the months from `start` to `end`."""
    days = [start + timedelta(days=at) for at in range((end - start).days + 1)]
    return [later for sooner, later in pairwise(days) if later.month != sooner.month]


def _row(span: Span, y: float, x_of: Callable[[date], float]) -> Iterator[Shape]:
    """Id, bar or point, and the state in a word: nothing is said by colour alone."""
    yield Label((0, y + SIZE / 3), span.ref, "start", "ink", True)
    colour, days = _COLOURS[span.state], span.days
    if len(days) == 2:
        width = x_of(days[1] + _DAY) - x_of(days[0])
        yield Box(x_of(days[0]), y - _BAR / 2, width, _BAR, colour)
    else:
        yield Dot(x_of(days[0]), y, 3.2, colour)
    if span.state != "open":
        words = _(_STATES[span.state])
        yield Label((WIDTH, y + SIZE / 3), words, "end", colour, span.state == "late")
