"""What Today's page holds, and the plain words and marks that it and the weeks are made of."""

# No postponed annotations: a named tuple would compile each of them at every start.

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from cxreset.insight.progress import Tally
from cxreset.programme.calendar import Calendar, CalendarDay
from cxreset.programme.model import Pack, Practice, Session, Step
from cxreset.workbook.daily import Due

DONE, HALF, OPEN, REST, TODAY = "done", "half", "open", "rest", "today"


class TodayPage(NamedTuple):
    """All that the day's page says. `day` is None before the start and after the end."""

    on: date
    day: int | None
    phase: str  # before, during, paused, after
    starts_in: int  # days, when before
    ends_on: date
    heading: str
    objective: str
    sessions: tuple[Session, ...]
    rest: bool
    next_step: Step | None
    next_why: str
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
    let_go: int  # steps neither ticked nor proposed any more

    @property
    def scope(self) -> str:
        """Where the answer to today's question is kept."""
        return f"day.{self.day}"


def marks(
    calendar: Calendar, pack: Pack, ticked: Collection[str], practised: Collection[int], today: date
) -> tuple[tuple[str, ...], ...]:
    """Thirty days at a glance: a row of marks a week, the closing days last."""
    return tuple(
        tuple(
            TODAY if day.on == today else _mark(day, pack, ticked, practised)
            for day in calendar.days[start - 1 : end]
        )
        for start, end in ((1, 7), (8, 14), (15, 21), (22, 28), (29, 30))
    )


def _mark(day: CalendarDay, pack: Pack, ticked: Collection[str], practised: Collection[int]) -> str:
    if day.kind == "rest":
        return REST
    done = [step in ticked for step in steps_of(day, pack)]
    if (done and all(done)) or (not done and day.number in practised):
        return DONE
    return HALF if any(done) else OPEN


def steps_of(day: CalendarDay, pack: Pack) -> list[str]:
    """The steps whose sessions lie on a day."""
    return [step for name in day.sessions if (step := pack.session(name).step)]


def long_day(on: date) -> str:
    """`Monday 5 October`."""
    return f"{on:%A} {on.day} {on:%B}"


def counted(key: str, tally: Tally) -> str:
    """A metric the program counts; a share is of the comments judged so far."""
    if key == "preventable":
        if not tally.marked_either:
            return "no comment judged yet"
        from cxreset.insight.intervals import wilson

        share = tally.marked_preventable / tally.marked_either
        around = wilson(tally.marked_preventable, tally.marked_either)
        return f"{share:.0%} (likely {around.low:.0%} to {around.high:.0%})"
    value = {
        "issues": tally.pains,
        "gaps": tally.gaps,
        "pilots": tally.pilots,
        "lessons": tally.lessons,
    }.get(key)
    if key == "actions_done":
        return f"{tally.actions_completed} of {tally.actions}"
    return "" if value is None else str(value)


def kept(before: str, after: str) -> str:
    """A metric kept by hand: the start and the end as written."""
    if not before and not after:
        return "not noted yet"
    return f"{before or '–'} → {after or '–'}"
