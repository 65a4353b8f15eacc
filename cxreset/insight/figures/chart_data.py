"""What the charts of a figure show, whatever draws them, and in words what there is to see.

Values are in the unit a figure is shown in: %, points of NPS, events per 1,000, an answer scale.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10
from string import ascii_lowercase
from typing import Final, TypeAlias

from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.insight.figures.kinds import Kind
from cxreset.insight.figures.run_chart import median

Label: TypeAlias = Callable[[float], str]
"""Writes a value as it is shown: `61 %`."""
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of a figure, with the range it usually lies in (None if unknown).

    `is_whole` is False for the week that is still going on; `note` is what else happened in it.
    """

    monday: date
    value: float
    answers: int
    low: float | None = None
    high: float | None = None
    in_pilot: bool = False
    is_whole: bool = True
    note: str = ""

    @property
    def is_usual(self) -> bool:
        """Whether it lies in its usual range, or has none."""
        if self.low is None or self.high is None:
            return True
        return self.low <= self.value <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A figure before or after with its 95 % range; `low` and `high` are None without one.

    `answers` is None where their number is not known; `is_elsewhere` marks the comparison place.
    """

    value: float
    answers: int | None = None
    low: float | None = None
    high: float | None = None
    is_after: bool = False
    is_elsewhere: bool = False

    @property
    def label(self) -> str:
        """`Before` or `After`."""
        return _("After") if self.is_after else _("Before")


@dataclass(frozen=True, slots=True)
class ShareOf:
    """`hits` of `total` (>= 1), and the range of their share in %, None where nobody can say."""

    hits: int
    total: int
    likely: tuple[float, float] | None = None

    @property
    def percent(self) -> float:
        """The share, 0 to 100."""
        return 100 * self.hits / self.total


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale: what it is a scale of, and its even, round marks from end to end."""

    name: str
    marks: tuple[float, ...]

    @property
    def has_both_signs(self) -> bool:
        """Whether zero lies within it: then it is worth a line of its own."""
        return self.marks[0] < 0 < self.marks[-1]


def axis_of(kind: Kind, *figures: Sequence[Range], target: float | None = None) -> Axis:
    """One scale for all figures of a kind that are shown together, so that lengths compare."""
    ends = [
        end
        for rows in figures
        for row in rows
        for end in (row.low, row.high, row.value)
        if end is not None
    ]
    return Axis(kind.scale, tuple(steps([*ends, *([target] if target is not None else [])])))


def share_words(share: ShareOf) -> str:
    """`34 of 120 (28 %), likely 21 to 37 %`: never a share without what it is a share of."""
    words = _("{hits} of {total} ({percent} %)").format(
        hits=whole(share.hits), total=whole(share.total), percent=decimal(share.percent, 0)
    )
    if share.likely is None:
        return words
    low, high = share.likely
    return _("{words}, likely {low} to {high} %").format(
        words=words, low=decimal(low, 0), high=decimal(high, 0)
    )


def centre(weeks: Sequence[Week]) -> float:
    """The median of the weeks before the pilot, or of all; at least one week."""
    return median([week.value for week in weeks if not week.in_pilot] or _values(weeks))


def span(weeks: Sequence[Week]) -> tuple[float, float]:
    """The lowest and the highest value or end of a range; at least one week."""
    ends = [end for week in weeks for end in (week.low, week.high) if end is not None]
    return min(_values(weeks) + ends), max(_values(weeks) + ends)


def day_of(week: Week) -> str:
    """Its Monday as `28 Sep`."""
    return day_month(week.monday)


def run_chart_words(weeks: Sequence[Week], label: Label) -> str:
    """A run chart in words, for whoever does not see it; at least one week."""
    values = _values(weeks)
    number = count(len(weeks), "week")
    parts = [
        _("{number}, from {least} to {most}").format(
            number=number, least=label(min(values)), most=label(max(values))
        )
    ]
    outside = [day_of(week) for week in weeks if not week.is_usual]
    if outside:
        parts.append(_("outside the usual range: {outside}").format(outside=", ".join(outside)))
    else:
        parts.append(_("the last {label}").format(label=label(values[-1])))
    begun = next((week for week in weeks if week.in_pilot), None)
    if begun is not None:
        parts.append(_("the pilot from the week of {day_of} on").format(day_of=day_of(begun)))
    parts += [
        _("{letter}, in the week of {day_of}: {note}").format(
            letter=letter, day_of=day_of(week), note=one_line(week.note)
        )
        for letter, week in lettered(weeks)
    ]
    return f"{'; '.join(parts)}."


def lettered(weeks: Sequence[Week]) -> list[tuple[str, Week]]:
    """The weeks with a note and the letter each is marked by: a, b, c; the 27th goes unmarked."""
    return list(zip(ascii_lowercase, (week for week in weeks if week.note), strict=False))


def ranges_words(rows: Sequence[Range], label: Label, *, values: bool = True) -> str:
    """Before and after in words: `Before 61 %, likely 54 % to 68 %, on 180. After …`

    Without `values` the ranges alone, where there are any: `Before likely 54 % to 68 %, on 180.`
    """
    parts = []
    for row in rows:
        where = _(" in the place that stayed as it was") if row.is_elsewhere else ""
        words = [label(row.value)] if values else []
        if row.low is not None and row.high is not None:
            words.append(
                _("likely {low} to {high}").format(low=label(row.low), high=label(row.high))
            )
        if row.answers is not None:
            words.append(_("on {answers}").format(answers=whole(row.answers)))
        if words:
            parts.append(f"{row.label}{where} {', '.join(words)}.")
    return " ".join(parts)


def steps(values: Sequence[float]) -> list[float]:
    """Even, round marks of a scale that holds all values; at least two."""
    low, high = min(values), max(values)
    if high <= low:
        return [low - 1, low, low + 1]
    rough = (high - low) / (_TICKS - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(one * power for one in _STEPS if one * power >= rough * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), -floor(-high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def _values(weeks: Sequence[Week]) -> list[float]:
    return [week.value for week in weeks]
