"""One leader's reset: programme, workbook and today's date together.

This is what the command line and the screens hold in hand. It is on the way of every start, so the
heavy parts (SQLModel, the exporters) are reached only through `book`, when first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxreset.insight.checkup import answered
from cxreset.insight.progress import Tally, hint, missing, next_step
from cxreset.programme.calendar import Calendar, CalendarDay, day_on, lay_out
from cxreset.programme.model import Pack, Practice, Session, Step, Week
from cxreset.workbook import checkup
from cxreset.workbook.daily import Daily, Due, Settings
from cxreset.workbook.file import WorkbookFile

if TYPE_CHECKING:
    from cxreset.workbook.book import Workbook
    from cxreset.workbook.feedback import FeedbackShelf

DONE, HALF, OPEN, REST, TODAY = "done", "half", "open", "rest", "today"


class TodayPage(NamedTuple):
    """All that the day's page says. `day` is None before the start and after the end."""

    on: date
    day: int | None
    phase: str  # before, during, after
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

    @property
    def scope(self) -> str:
        """Where the answer to today's question is kept."""
        return f"day.{self.day}"


class Reset:
    """The reset in hand. `clock` says which day it is; the sample stands still on its own day."""

    def __init__(self, file: WorkbookFile, pack: Pack, clock: Callable[[], date]) -> None:
        self.file = file
        self.pack = pack
        self.daily = Daily(file)
        self._clock = clock

    # -- the heavy rooms, opened when first asked for

    @cached_property
    def book(self) -> Workbook:
        """The whole workbook through SQLModel."""
        from cxreset.workbook.book import Workbook

        return Workbook(self.file)

    @cached_property
    def shelf(self) -> FeedbackShelf:
        """The comments."""
        from cxreset.workbook.feedback import FeedbackShelf

        return FeedbackShelf(self.file)

    # -- who and when

    @cached_property
    def settings(self) -> Settings:
        return self.daily.settings()

    def change_settings(self, settings: Settings) -> None:
        self.daily.change_settings(settings)
        for name in ("settings", "calendar"):
            self.__dict__.pop(name, None)

    @property
    def sample(self) -> bool:
        """Is this the filled sample?"""
        return self.settings.frozen_on is not None

    @property
    def today(self) -> date:
        return self.settings.frozen_on or self._clock()

    @cached_property
    def calendar(self) -> Calendar:
        return lay_out(self.settings.start_on, self.settings.workdays, self.pack)

    def day_number(self) -> int | None:
        """Which of the thirty days today is; None before, after and between."""
        day = day_on(self.calendar, self.today)
        return day.number if day else None

    # -- steps

    def tally(self) -> Tally:
        """What the workbook holds, in numbers."""
        return Tally(**self.daily.tally())

    def missing(self, step: Step) -> tuple[str, ...]:
        """What looks unfinished in a step's worksheet; it never forbids a tick."""
        if step.worksheet is None:
            answers = self.daily.answers(step.id)
            open_ = [p for p in step.prompts if not answers.get(p.key, "").strip()]
            return (f"{len(open_)} of {len(step.prompts)} questions are open.",) if open_ else ()
        return missing(step.worksheet, self.tally())

    def tick(self, step_id: str) -> Step:
        """Tick a step by id or number; raises UsageError for an unknown one."""
        step = self.pack.step(step_id)
        self.daily.tick(step.id, self.today)
        return step

    def untick(self, step_id: str) -> Step:
        step = self.pack.step(step_id)
        self.daily.untick(step.id)
        return step

    def metrics(self, week: Week) -> list[tuple[str, str]]:
        """(title, value) of a week's metrics: counted by the program or kept by the leader."""
        tally = self.tally()
        kept = self.daily.metrics()
        return [
            (
                metric.title,
                _counted(metric.key, tally)
                if metric.kind == "counted"
                else _kept(*kept.get(metric.key, ("", ""))),
            )
            for metric in week.metrics
        ]

    # -- the check-up

    def checkup_day(self) -> int:
        """The check-up that it is time for: that of day 29 from then on, that of day 1 before."""
        day = self.day_number()
        if day is None:
            over = self.today > self.calendar.days[-1].on
            return checkup.LAST if over else checkup.FIRST
        return checkup.LAST if day >= checkup.LAST else checkup.FIRST

    def checkup_progress(self, day: int) -> tuple[int, int]:
        """(statements with a mark, statements) of the check-up of that day, 1 or 29."""
        habits = [(habit.id, len(habit.statements)) for habit in self.pack.habits]
        return answered(habits, checkup.marks(self.file, day))

    def due_steps(self) -> list[str]:
        """Steps whose session has come, today's included."""
        return [
            step
            for day in self.calendar.days
            if day.on <= self.today
            for step in self._steps_of(day)
        ]

    def _steps_of(self, day: CalendarDay) -> list[str]:
        return [step for name in day.sessions if (step := self.pack.session(name).step)]

    # -- today

    def page(self) -> TodayPage:
        """Today's page."""
        today, days = self.today, self.calendar.days
        ticks = self.daily.ticks()
        current = day_on(self.calendar, today)
        number = current.number if current else None
        phase = "before" if today < days[0].on else "after" if today > days[-1].on else "during"
        sessions = tuple(self.pack.session(name) for name in current.sessions) if current else ()
        reached = self.due_steps()
        suggested = reached[-1] if reached else None
        step_ids = [step.id for step in self.pack.steps]
        following = next_step(step_ids, set(ticks), suggested)
        step = self.pack.step(following) if following else None
        week_id = current.week_id if current else (step.week if step else None)
        week = next((week for week in self.pack.weeks if week.id == week_id), None)
        practice = self.pack.practice(sessions[0].practice) if sessions else None
        done = self.daily.practices_done()
        return TodayPage(
            on=today,
            day=number,
            phase=phase,
            starts_in=max(0, (days[0].on - today).days),
            ends_on=days[-1].on,
            heading=f"Week {week.number} · {week.title}" if week else "Closing",
            objective=week.objective if week else "",
            sessions=sessions,
            rest=bool(current and current.kind == "rest"),
            next_step=step,
            next_why=self._hint(step),
            practice=practice,
            practice_done=bool(practice and (practice.id, number) in done),
            question=sessions[0].question if sessions else "",
            reason=sessions[0].why if sessions else "",
            win=self.daily.win(today),
            answer=self.daily.answers(f"day.{number}").get("question", "") if number else "",
            due=tuple(self.daily.due(today)),
            done=sum(1 for step in step_ids if step in ticks),
            total=len(step_ids),
            marks=self._marks(ticks),
        )

    def status(self) -> dict[str, object]:
        """How far the reset has come, as plain values for people and scripts."""
        page, tally, ticks = self.page(), self.tally(), self.daily.ticks()
        return {
            "name": self.settings.name,
            "organisation": self.settings.organisation,
            "on": page.on.isoformat(),
            "day": page.day,
            "phase": page.phase,
            "ends_on": page.ends_on.isoformat(),
            "steps_done": page.done,
            "steps_total": page.total,
            "next": page.next_step
            and {
                "id": page.next_step.id,
                "number": page.next_step.number,
                "title": page.next_step.title,
            },
            "weeks": [
                {
                    "id": week.id,
                    "number": week.number,
                    "title": week.title,
                    "done": sum(step.id in ticks for step in self.pack.week_steps(week.id)),
                    "total": len(self.pack.week_steps(week.id)),
                }
                for week in self.pack.weeks
            ],
            "steps": {step.id: step.id in ticks for step in self.pack.steps},
            "comments": tally.comments,
            "preventable": tally.marked_preventable,
            "pains": tally.pains,
            "gaps": tally.gaps,
            "actions": tally.actions,
            "actions_completed": tally.actions_completed,
            "late": sum(due.due_on < page.on for due in page.due),
        }

    def _hint(self, step: Step | None) -> str:
        if step is None:
            return ""
        if step.worksheet is None:
            return " ".join(self.missing(step)) or step.summary
        return hint(step.worksheet, self.tally())

    def _marks(self, ticks: dict[str, date]) -> tuple[tuple[str, ...], ...]:
        """Thirty days at a glance: a row of marks a week, the closing days last."""
        rows: list[tuple[str, ...]] = []
        practised = {day for _, day in self.daily.practices_done()}
        for start, end in ((1, 7), (8, 14), (15, 21), (22, 28), (29, 30)):
            row = []
            for day in self.calendar.days[start - 1 : end]:
                steps = self._steps_of(day)
                ticked = [step in ticks for step in steps]
                if day.on == self.today:
                    row.append(TODAY)
                elif day.kind == "rest":
                    row.append(REST)
                elif (steps and all(ticked)) or (not steps and day.number in practised):
                    row.append(DONE)
                elif any(ticked):
                    row.append(HALF)
                else:
                    row.append(OPEN)
            rows.append(tuple(row))
        return tuple(rows)


def _counted(key: str, tally: Tally) -> str:
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


def _kept(before: str, after: str) -> str:
    if not before and not after:
        return "not noted yet"
    return f"{before or '–'} → {after or '–'}"


def open_reset(path: Path, pack: Pack, clock: Callable[[], date]) -> Reset:
    """Open the workbook at `path` with a programme; raises as `WorkbookFile.open` does."""
    return Reset(WorkbookFile.open(path), pack, clock)


def begin_reset(path: Path, pack: Pack, clock: Callable[[], date], settings: Settings) -> Reset:
    """Make a new workbook and store who starts; raises WorkbookUnusable when one is there."""
    return Reset(WorkbookFile.create(path, lambda file: Daily(file).begin(settings)), pack, clock)
