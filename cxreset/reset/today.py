"""Today's page: what it holds, and how it comes of programme, workbook and date."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.base.record import Record
from cxreset.insight.progress import next_step
from cxreset.programme.calendar import day_on, long_day, position_on
from cxreset.programme.model import CLOSE
from cxreset.reset.ending.when import is_closing, is_review_day
from cxreset.reset.pacing import Done, marks, steps_of
from cxreset.reset.presence import greeting
from cxreset.reset.progress import step_hint
from cxreset.reset.ten_minutes import begun, comes_first, ten_minutes
from cxreset.workbook.cycles.intention import if_then_plan, plan_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from cxreset.programme.model import Practice, Session, Step, Week
    from cxreset.reset.ending.closing import Closing
    from cxreset.reset.reset import Reset
    from cxreset.reset.ten_minutes import TenMinutes
    from cxreset.workbook.daily import Due
    from cxreset.workbook.pace import PauseRow


class TodayPage(Record):
    """All that the day's page says. `day` is None before the start and after the end."""

    on: date
    day: int | None
    phase: str  # before, during, paused, after
    starts_in: int  # days, when before
    ends_on: date
    greeting: str  # on the day of a return
    heading: str
    objective: str
    sessions: tuple[Session, ...]
    rest: bool
    next_step: Step | None
    next_why: str
    ten_minutes: TenMinutes | None  # the short version of the next step
    short_first: bool  # after a day away the short version comes first
    practice: Practice | None
    practice_done: bool
    question: str
    reason: str
    win: str
    answer: str
    due: tuple[Due, ...]
    done: int
    total: int
    marks: tuple[tuple[str, ...], ...]
    review_day: bool  # the last working day of a week
    closing: Closing | None  # from the end of the four weeks on
    let_go: int  # steps neither ticked nor proposed any more
    plan: str  # when and where, and what if not; empty where nothing was planned

    @property
    def short_done(self) -> bool:
        """Was the ten-minute version of the next step done today?"""
        return self.ten_minutes is not None and self.ten_minutes.done_on == self.on.isoformat()

    @property
    def scope(self) -> str:
        """Where the answer to today's question is kept."""
        return f"day.{self.day}"


def today_page(reset: Reset) -> TodayPage:
    """Today's page of a reset."""
    pack, today, days = reset.pack, reset.today, reset.calendar.days
    sessions = _sessions(reset)
    main = _main_session(sessions)
    step = _next_step(reset)
    short = ten_minutes(reset, step) if step else None
    practice = pack.practice(main.practice) if main else None
    number = reset.day_number()
    practices = reset.daily.practices_done()
    ticks, dropped = reset.daily.ticks(), reset.pace.dropped()
    practised = {day for _, day in practices}
    if is_closing(reset):
        from cxreset.reset.checkup import closed_days  # on few of the days

        practised |= closed_days(reset.daily)
    heading, objective = _heading(reset, sessions, step)
    return TodayPage(
        on=today,
        day=number,
        phase=_phase(reset),
        starts_in=max(0, (days[0].on - today).days),
        ends_on=days[-1].on,
        greeting=greeting(reset),
        heading=heading,
        objective=objective,
        sessions=sessions,
        rest=_is_rest_day(reset),
        next_step=step,
        next_why=step_hint(reset, step) if step else "",
        ten_minutes=short,
        short_first=bool(short) and comes_first(reset),
        practice=practice,
        practice_done=bool(practice and (practice.id, number) in practices),
        question=main.question if main else "",
        reason=main.why if main else "",
        win=reset.daily.win(today),
        answer=reset.daily.answers(f"day.{number}").get("question", "") if number else "",
        due=() if reset.paused else tuple(reset.daily.due(today)),
        done=sum(1 for each in pack.steps if each.id in ticks),
        total=len(pack.steps),
        marks=marks(reset.calendar, pack, Done(ticks, begun(reset), practised), today),
        review_day=is_review_day(reset),
        closing=_closing(reset),
        let_go=len(dropped.difference(ticks)),
        plan="" if reset.paused else plan_sentence(if_then_plan(reset.file)),
    )


def _closing(reset: Reset) -> Closing | None:
    if not is_closing(reset):
        return None
    from cxreset.reset.ending.closing import closing  # on few of the days

    return closing(reset)


def _phase(reset: Reset) -> str:
    """`before`, `during`, `paused` or `after`; a weekend between the days is during."""
    if reset.paused:
        return "paused"
    phase = position_on(reset.calendar, reset.today).phase
    return phase if phase in ("before", "after") else "during"


def _sessions(reset: Reset) -> tuple[Session, ...]:
    """The sessions of today."""
    day = day_on(reset.calendar, reset.today)
    return tuple(reset.pack.session(name) for name in day.sessions) if day else ()


def _main_session(sessions: tuple[Session, ...]) -> Session | None:
    """The session that the day is about.

    A squeezed day can hold another week's session; on a closing day the closing leads.
    """
    first = sessions[0] if sessions else None
    return next((each for each in sessions if each.week == CLOSE), first)


def _is_rest_day(reset: Reset) -> bool:
    day = day_on(reset.calendar, reset.today)
    return day is not None and day.kind == "rest"


def _next_step(reset: Reset) -> Step | None:
    """The step to propose; none while paused, nor when every one is ticked or let go of."""
    if reset.paused:
        return None
    reached = [
        step
        for day in reset.calendar.days
        if day.on <= reset.today
        for step in steps_of(day, reset.pack)
    ]
    step_ids = [step.id for step in reset.pack.steps]
    closed = reset.pace.dropped().union(reset.daily.ticks())
    wanted = next_step(step_ids, closed, reached[-1] if reached else None)
    return reset.pack.step(wanted) if wanted else None


def _heading(reset: Reset, sessions: tuple[Session, ...], step: Step | None) -> tuple[str, str]:
    """(heading, objective) of the day."""
    if reset.paused:
        return _("Paused"), _waiting(reset, reset.paused)
    week = _week(reset, _main_session(sessions), step)
    if week is not None:
        return _("Week {number} · {title}").format(
            number=week.number, title=week.title
        ), week.objective
    return _("Closing"), sessions[0].part if sessions else ""  # days 29 and 30 belong to no week


def _week(reset: Reset, main: Session | None, step: Step | None) -> Week | None:
    """The week of the day's session, else of the day, else of the next step."""
    day = day_on(reset.calendar, reset.today)
    week_id = None
    if day is not None:
        week_id = main.week if main else day.week_id
    elif step is not None:
        week_id = step.week
    return next((week for week in reset.pack.weeks if week.id == week_id), None)


def _waiting(reset: Reset, pause: PauseRow) -> str:
    """What a paused day says."""
    days = reset.calendar.days
    after = next((day for day in days if day.on > reset.today), days[-1])
    if pause.last is None:
        return _("Nothing is due. Day {number} waits until you go on.").format(number=after.number)
    return _("Nothing is due until {long_day}. Day {number} is {then}.").format(
        long_day=long_day(pause.last), number=after.number, then=long_day(after.on)
    )
