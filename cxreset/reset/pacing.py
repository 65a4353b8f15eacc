"""The calendar as the leader paces it: what is stored, laid on dates, and who was away when.

Two of the thirty days are spare. A working day elsewhere whose session is still open takes one by
itself: the day does not count, and what follows moves on. When more days were missed than are
spare, none is taken, and the leader is asked how to go on (`replanning.py`).

On the way of every start, like `reset.py`; the ways of catching up are in `replanning.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from cxreset.base.record import Record
from cxreset.programme.calendar import Calendar, CalendarDay, Pause, Squeeze, lay_out
from cxreset.programme.model import Pack
from cxreset.workbook.pace import PauseRow, Presence

SPARE_DAYS = 2
DAY = timedelta(days=1)
DONE, HALF, OPEN, REST, TODAY = "done", "half", "open", "rest", "today"


def build_calendar(
    pack: Pack,
    start_on: date,
    workdays: Collection[int],
    pauses: Sequence[PauseRow],
    squeezes: Sequence[Squeeze],
    today: date,
    holidays: Collection[date] = (),
) -> Calendar:
    """The thirty days by all that is stored.

    A pause without a last day holds until `today` at least, so what follows it is laid as if the
    leader went on tomorrow. Raises as `lay_out` does.
    """
    stops: list[Pause] = [(pause.first, pause.last or max(pause.first, today)) for pause in pauses]
    return lay_out(start_on, workdays, pack, stops, squeezes, holidays)


def working_days(calendar: Calendar, first: date, last: date) -> list[date]:
    """Working days of the thirty from `first` to `last`, both included; pauses hold none."""
    return [day.on for day in calendar.days if first <= day.on <= last and day.kind != "rest"]


def missed_days(
    calendar: Calendar,
    first: date,
    last: date,
    open_sessions: Collection[str],
) -> list[date]:
    """Working days from `first` to `last`, both included, that held one of `open_sessions`.

    A day elsewhere whose work was done before, or since, is not among them.
    """
    held = {day.on for day in calendar.days if not set(day.sessions).isdisjoint(open_sessions)}
    return [on for on in working_days(calendar, first, last) if on in held]


class Arrival(Record):
    """Being here again: the presence from now on, and the days that spare days are taken for."""

    presence: Presence
    spare: tuple[date, ...] = ()


def arrived(presence: Presence, today: date, missed: Sequence[date], spare_left: int) -> Arrival:
    """The leader is here on `today`, and `missed` these days since the last time (oldest first).

    As many days as there are spare days left are taken as such; more make an absence that is not
    settled yet. A day before the last one is a clock set back, or a zone further west: it leaves
    no trace.
    """
    if today < presence.last_seen:
        return Arrival(presence)
    if not missed:
        return Arrival(presence._replace(last_seen=today))
    covered = len(missed) <= spare_left
    away = Presence(
        last_seen=today,
        away_first=presence.last_seen + DAY,
        away_last=today - DAY,
        settled=covered,
    )
    return Arrival(away, tuple(missed) if covered else ())


class Done(Record):
    """What fills a day: steps ticked, steps begun in ten minutes, days with a practice done (or,
    of the closing days, with what they are for)."""

    ticked: Collection[str]
    begun: frozenset[str] | set[str]
    practised: Collection[int]


def marks(calendar: Calendar, pack: Pack, work: Done, today: date) -> tuple[tuple[str, ...], ...]:
    """Thirty days at a glance: a row of marks a week, the closing days last."""
    return tuple(
        tuple(
            TODAY if day.on == today else _mark(day, pack, work)
            for day in calendar.days[start - 1 : end]
        )
        for start, end in ((1, 7), (8, 14), (15, 21), (22, 28), (29, 30))
    )


def _mark(day: CalendarDay, pack: Pack, work: Done) -> str:
    if day.kind == "rest":
        return REST
    steps = steps_of(day, pack)
    done = [step in work.ticked for step in steps]
    if (done and all(done)) or (not done and day.number in work.practised):
        return DONE
    return HALF if any(done) or not work.begun.isdisjoint(steps) else OPEN


def steps_of(day: CalendarDay, pack: Pack) -> list[str]:
    """The steps whose sessions lie on a day."""
    return [step for name in day.sessions if (step := pack.session(name).step)]
