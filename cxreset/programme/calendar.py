"""The thirty days on a real calendar. Pure: no file, no clock.

Days 1–28 are four weeks of seven counted days; days 29 and 30 close the reset and fall on
working days. A pause does not count: the numbering stops, and goes on after it. A squeeze keeps
every date and lays the sessions still open over the working days left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta

from cxreset.base.day_words import whole_day
from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.record import Record
from cxreset.base.text import one_line
from cxreset.programme.model import CLOSE, Pack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["work", "rest", "open", "close"]
    Phase = Literal["before", "during", "paused", "gap", "after"]

LENGTH = 30
COUNTED = 28
WEEK = 7

Pause = tuple[date, date]
Squeeze = tuple[date, Collection[str]]
"""(from, the sessions still open on that day): those lie on that day or after it."""


class CalendarDay(Record):
    """One of the thirty days.

    `number` is 1–30; `kind` is `work` (one or more sessions), `open` (a working day without one,
    to catch up), `rest` (no working day, or a public holiday) or `close` (days 29 and 30, whose
    `week_id` is `close`).
    """

    number: int
    on: date
    kind: Kind
    week_id: str
    sessions: tuple[str, ...]


class Calendar(Record):
    """The thirty days in order, the pauses left out of them, and the day each step is due."""

    days: tuple[CalendarDay, ...]
    pauses: tuple[Pause, ...]
    steps: dict[str, int]


class CalendarPosition(Record):
    """Where a date stands.

    `day` is the last of the thirty that has come: day 1 before the start, the day itself
    (`during`), the one before a pause (`paused`) or before a weekend between day 28 and the
    closing (`gap`), day 30 after the end.
    """

    phase: Phase
    day: CalendarDay


def lay_out(
    start_on: date,
    workdays: Collection[int],
    pack: Pack,
    pauses: Sequence[Pause] = (),
    squeezes: Sequence[Squeeze] = (),
    holidays: Collection[date] = (),
) -> Calendar:
    """Lay the pack's sessions on thirty days from `start_on` (or the next working day after it).

    `workdays` are 0 (Monday) to 6; `pauses` are (first, last) dates, both included, in any order.
    One of `holidays` is no working day: like a weekend it counts, and holds no session.
    In a week with at least as many working days as sessions each session has a day of its own
    and the days left over are open; with fewer, the sessions are spread evenly, none left out.
    Each of `squeezes`, in order of its day, lays what is open or still to come anew from that day
    on; one after day 30 changes nothing. Raises UsageError for no working days, a pause that ends
    before it begins, or dates beyond the calendar's end.
    """
    weekdays = check_workdays(workdays)

    def works(on: date) -> bool:
        return on.weekday() in weekdays and on not in holidays

    stops = tuple(sorted(pauses))
    for first, last in stops:
        if last < first:
            raise UsageError(
                _(
                    "The pause from {first} ends on {last}, before it begins. Give its "
                    "first day, then its last."
                ).format(first=first.isoformat(), last=last.isoformat())
            )
    try:
        dates = _dates(start_on, works, stops)
    except OverflowError:
        raise UsageError(
            _(
                "Thirty days from {start_on} run past the end of the calendar. Start on "
                "an earlier day."
            ).format(start_on=start_on.isoformat())
        ) from None
    arranged = _arrange(dates, works, pack)
    for from_on, open_sessions in sorted(squeezes, key=lambda squeeze: squeeze[0]):
        arranged = _squeezed(arranged, dates, works, pack, from_on, open_sessions)
    days = tuple(
        _day(number, on, works(on), pack, arranged.get(number, ()))
        for number, on in enumerate(dates, 1)
    )
    return Calendar(days, stops, _due(days, pack))


def check_workdays(workdays: Iterable[int]) -> tuple[int, ...]:
    """Working days without doubles, in rising order; UsageError for none or one outside 0–6."""
    days = sorted(set(workdays))
    if not days or days[0] < 0 or days[-1] > 6:
        raise UsageError(_("Working days are one or more of mon, tue, wed, thu, fri, sat and sun."))
    return tuple(days)


def _day(
    number: int, on: date, working: bool, pack: Pack, sessions: tuple[str, ...]
) -> CalendarDay:
    if number > COUNTED:
        return CalendarDay(number, on, "close", CLOSE, sessions)
    kind: Kind = "rest"
    if working:
        kind = "work" if sessions else "open"
    return CalendarDay(number, on, kind, pack.weeks[(number - 1) // WEEK].id, sessions)


def _dates(start_on: date, works: Callable[[date], bool], stops: tuple[Pause, ...]) -> list[date]:
    dates: list[date] = []
    on = start_on
    while len(dates) < LENGTH:
        on = _after_pauses(on, stops)
        # The first day and the closing days wait for a working day; the days between just pass.
        if 1 <= len(dates) < COUNTED or works(on):
            dates.append(on)
        on += timedelta(days=1)
    return dates


def _after_pauses(on: date, stops: tuple[Pause, ...]) -> date:
    for first, last in stops:  # in order of their first day, so one pass is enough
        if first <= on <= last:
            on = last + timedelta(days=1)
    return on


def _arrange(
    dates: list[date], works: Callable[[date], bool], pack: Pack
) -> dict[int, tuple[str, ...]]:
    """Session ids by day number."""
    arranged: dict[int, tuple[str, ...]] = {}
    carried: list[str] = []
    for index, week in enumerate(pack.weeks):
        numbers = range(index * WEEK + 1, (index + 1) * WEEK + 1)
        days = [number for number in numbers if works(dates[number - 1])]
        carried += [session.id for session in pack.week_sessions(week.id)]
        # Pauses can cut every working day out of a week: its sessions go on to the next one.
        if days:
            arranged |= _spread(carried, days)
            carried = []
    if carried:
        last = max(arranged, default=1)
        arranged[last] = (*arranged.get(last, ()), *carried)
    closing = [session.id for session in pack.week_sessions(CLOSE)]
    return arranged | _spread(closing, list(range(COUNTED + 1, LENGTH + 1)))


def _squeezed(
    arranged: dict[int, tuple[str, ...]],
    dates: list[date],
    works: Callable[[date], bool],
    pack: Pack,
    from_on: date,
    open_sessions: Collection[str],
) -> dict[int, tuple[str, ...]]:
    """Open sessions of earlier days and all of later ones, spread over the working days left."""
    left = [number for number, on in enumerate(dates, 1) if on >= from_on]
    # Once the four weeks are over, only the closing days can take what is open.
    days = [n for n in left if n <= COUNTED and works(dates[n - 1])]
    days = days or [n for n in left if n > COUNTED]
    if not days:
        return arranged
    closing = {session.id for session in pack.week_sessions(CLOSE)}
    day_of = {session: number for number, sessions in arranged.items() for session in sessions}
    moved = [
        session.id
        for session in pack.days
        if session.id not in closing
        and (dates[day_of[session.id] - 1] >= from_on or session.id in open_sessions)
    ]
    gone = set(moved)
    kept = {
        number: tuple(session for session in sessions if session not in gone)
        for number, sessions in arranged.items()
    }
    for number, sessions in _spread(moved, days).items():
        # Only a closing day holds something already, and its own session ends the day.
        kept[number] = (*sessions, *kept.get(number, ()))
    return kept


def _spread(sessions: list[str], days: list[int]) -> dict[int, tuple[str, ...]]:
    """One session a day while the days last, else every day an even share of them, in order."""
    if len(sessions) <= len(days):
        return {day: (session,) for day, session in zip(days, sessions, strict=False)}
    cuts = [index * len(sessions) // len(days) for index in range(len(days) + 1)]
    return {day: tuple(sessions[cuts[i] : cuts[i + 1]]) for i, day in enumerate(days)}


def _due(days: Iterable[CalendarDay], pack: Pack) -> dict[str, int]:
    step_of = {session.id: session.step for session in pack.days}
    due: dict[str, int] = {}
    last_of_week: dict[str, int] = {}
    for day in days:
        if day.kind in ("work", "open"):
            last_of_week[day.week_id] = day.number
        for session in day.sessions:
            step = step_of[session]
            if step:
                due[step] = day.number
    for each in pack.steps:
        # A step no session is for is due when its week's working days are over.
        due.setdefault(each.id, last_of_week.get(each.week, max(last_of_week.values())))
    return due


def position_on(calendar: Calendar, on: date) -> CalendarPosition:
    """Where a date stands: before the start, on a day, paused, in a gap, or after the end."""
    days = calendar.days
    if on < days[0].on:
        return CalendarPosition("before", days[0])
    if on > days[-1].on:
        return CalendarPosition("after", days[-1])
    day = [each for each in days if each.on <= on][-1]
    if day.on == on:
        return CalendarPosition("during", day)
    paused = any(first <= on <= last for first, last in calendar.pauses)
    return CalendarPosition("paused" if paused else "gap", day)


def day_on(calendar: Calendar, on: date) -> CalendarDay | None:
    """The day that falls on a date; None before, after, in a pause or a gap."""
    position = position_on(calendar, on)
    return position.day if position.phase == "during" else None


def day_number(calendar: Calendar, on: date) -> int:
    """The number of days that have come: 0 before the start, else 1–30; a pause adds none."""
    position = position_on(calendar, on)
    return 0 if position.phase == "before" else position.day.number


def end_on(calendar: Calendar) -> date:
    """The date of day 30."""
    return calendar.days[-1].on


def step_day(calendar: Calendar, step_id: str) -> CalendarDay:
    """The day a step is due: that of its last session. UsageError for an unknown step."""
    if step_id not in calendar.steps:
        raise UsageError(
            _("There is no step “{step_id}” in this programme.").format(
                step_id=one_line(step_id, 40)
            )
        )
    return calendar.days[calendar.steps[step_id] - 1]


def sessions_due(calendar: Calendar, on: date) -> tuple[str, ...]:
    """Every session that lies on or before a date, in order."""
    return tuple(each for day in calendar.days if day.on <= on for each in day.sessions)


def long_day(on: date) -> str:
    """`Monday 5 October`."""
    return whole_day(on)
