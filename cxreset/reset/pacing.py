"""The calendar as the leader paces it: what is stored, laid on dates, and who was away when.

On the way of every start, like `reset.py`; the ways of catching up are in `replanning.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from cxreset.programme.calendar import Calendar, Pause, Squeeze, lay_out
from cxreset.programme.model import Pack
from cxreset.workbook.pace import PauseRow, Presence

AWAY = 2
"""Working days without being here after which a return is an occasion to set the pace anew."""
DAY = timedelta(days=1)


def build_calendar(
    pack: Pack,
    start_on: date,
    workdays: Collection[int],
    pauses: Sequence[PauseRow],
    squeezes: Sequence[Squeeze],
    today: date,
) -> Calendar:
    """The thirty days by all that is stored.

    A pause without a last day holds until `today` at least, so what follows it is laid as if the
    leader went on tomorrow. Raises as `lay_out` does.
    """
    stops: list[Pause] = [(pause.first, pause.last or max(pause.first, today)) for pause in pauses]
    return lay_out(start_on, workdays, pack, stops, squeezes)


def working_days(
    calendar: Calendar, workdays: Collection[int], first: date, last: date
) -> list[date]:
    """Working days of the thirty from `first` to `last`, both included; pauses hold none."""
    return [
        day.on for day in calendar.days if first <= day.on <= last and day.on.weekday() in workdays
    ]


def arrived(
    presence: Presence, calendar: Calendar, workdays: Collection[int], today: date
) -> Presence:
    """Presence once the leader is here on `today`; two working days away make an absence."""
    if today == presence.last_seen:
        return presence
    first, last = presence.last_seen + DAY, today - DAY
    if len(working_days(calendar, workdays, first, last)) >= AWAY:
        return Presence(today, first, last, settled=False)
    return presence._replace(last_seen=today)
