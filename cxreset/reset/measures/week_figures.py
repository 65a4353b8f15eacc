"""What a figure came to in the week, in one sentence that says no more than one week can."""

from __future__ import annotations

from datetime import date, timedelta

from cxreset.base.language.words import _
from cxreset.insight.figures.chart_data import Week, day_of
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.reset.measures.measuring import Measured

_LOOK_BACK = timedelta(days=13)
"""The Monday of the week before this one lies so far back at most."""


def week_sentence(found: Measured, today: date) -> str:
    """`CSAT: 64 % in the week of 28 Sep, 61 % in that of 21 Sep; within its usual range`.

    The newest week counts if it is this one or the last; empty where there is none.
    """
    weeks = [week for week in found.series.weeks if week.monday <= today]
    if not weeks or weeks[-1].monday < today - _LOOK_BACK:
        return ""
    row = found.row
    words = Wording.of(KINDS[row.kind], row.name, row.scale)
    newest, before = weeks[-1], weeks[-2] if len(weeks) > 1 else None
    sentence = _("{name}: {shown}{tail} in the week of {day_of}").format(
        name=words.name, shown=_shown(words, newest), tail=words.tail, day_of=day_of(newest)
    )
    if before is not None:
        sentence += _(", {shown} in that of {day_of}").format(
            shown=_shown(words, before), day_of=day_of(before)
        )
    return f"{sentence}; {_range(newest)}"


def _shown(words: Wording, week: Week) -> str:
    value = week.value / words.kind.factor
    return words.figure(value, words.digits(value))


def _range(week: Week) -> str:
    if not week.is_whole:
        return _("that week is not over")
    if week.low is None or week.high is None:
        return _("what is usual is not known yet")
    return _("within its usual range") if week.is_usual else _("outside its usual range")
