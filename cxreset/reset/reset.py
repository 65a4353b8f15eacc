"""One leader's reset: programme, workbook and today's date together.

This is what the command line and the screens hold in hand. It is on the way of every start, so the
heavy parts (SQLModel, the exporters) are reached only through `book`, when first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.base.errors import CxresetError
from cxreset.insight.checkup import answered
from cxreset.insight.progress import Tally, hint, missing, next_step
from cxreset.programme.calendar import Calendar, day_on
from cxreset.programme.model import CLOSE, Pack, Step, Week
from cxreset.reset.pacing import arrived, build_calendar, working_days
from cxreset.reset.today import TodayPage, counted, kept, long_day, marks, steps_of
from cxreset.workbook import checkup
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.pace import Pace, PauseRow, Presence
from cxreset.workbook.storage.file import WorkbookFile

if TYPE_CHECKING:
    from cxreset.workbook.book import Workbook
    from cxreset.workbook.feedback.comments import CommentRepository
    from cxreset.workbook.undo.history import History


class Reset:
    """The reset in hand. `clock` says which day it is; the sample stands still on its own day."""

    def __init__(self, file: WorkbookFile, pack: Pack, clock: Callable[[], date]) -> None:
        self.file = file
        self.pack = pack
        self.daily = Daily(file)
        self.pace = Pace(file)
        self._clock = clock
        self._laid: tuple[object, Calendar] | None = None

    # -- the heavy rooms, opened when first asked for

    @cached_property
    def book(self) -> Workbook:
        """The whole workbook through SQLModel."""
        from cxreset.workbook.book import Workbook

        return Workbook(self.file)

    @cached_property
    def comments(self) -> CommentRepository:
        """The comments."""
        from cxreset.workbook.feedback.comments import CommentRepository

        return CommentRepository(self.file)

    # -- undo and redo

    @cached_property
    def history(self) -> History:
        """What was done here, to be taken back and made again."""
        from cxreset.workbook.undo.history import History

        return History(self.file)

    def undo(self) -> str | None:
        """Take the last change back; its name, or None. Raises as `History.undo` does."""
        name = self.history.undo()
        self.__dict__.pop("settings", None)
        return name

    def redo(self) -> str | None:
        """Make the change undone last again; its name, or None. Raises as `undo` does."""
        name = self.history.redo()
        self.__dict__.pop("settings", None)
        return name

    # -- who and when

    @cached_property
    def settings(self) -> Settings:
        return self.daily.settings()

    def change_settings(self, settings: Settings) -> None:
        self.daily.change_settings(settings)
        self.__dict__.pop("settings", None)

    @property
    def sample(self) -> bool:
        """Is this the filled sample?"""
        return self.settings.frozen_on is not None

    @property
    def today(self) -> date:
        return self.settings.frozen_on or self._clock()

    @property
    def calendar(self) -> Calendar:
        """The thirty days as they are paced now; laid anew when what is stored has changed."""
        settings = self.settings
        # The key names everything the calendar is made of, so an undo, another window's change or
        # midnight is noticed without being told of.
        key = (
            *(settings.start_on, settings.workdays),
            *(self.pace.pauses(), self.pace.squeezes(), self.today),
        )
        if self._laid is None or self._laid[0] != key:
            self._laid = key, build_calendar(self.pack, *key)
        return self._laid[1]

    # -- the pace

    @property
    def paused(self) -> PauseRow | None:
        """The pause that lies on today."""
        return next((row for row in self.pace.pauses() if row.holds(self.today)), None)

    def arrive(self) -> None:
        """The leader is here today: the app was opened, or something was ticked."""
        if self.sample:
            return
        before = self.presence
        now = arrived(before, self.calendar, self.settings.workdays, self.today)
        if now != before:
            # A workbook held elsewhere for a moment is no reason not to open.
            with suppress(CxresetError):
                self.pace.set_presence(now)

    @property
    def presence(self) -> Presence:
        """When the leader was last here, and the last longer absence."""
        return self.pace.presence() or Presence(self.settings.created_on)

    def away(self) -> list[date]:
        """The working days of the last absence, without those that were paused since."""
        first, last = self.presence[1:3]
        if first is None or last is None:
            return []
        return working_days(self.calendar, self.settings.workdays, first, last)

    def asks_for_pace(self) -> bool:
        """Is there an absence that the leader has not said yet how to go on from?"""
        if self.presence.settled or self.paused or not self.open_steps():
            return False
        return bool(self.away())

    def settle(self) -> None:
        """The leader has said how to go on."""
        presence = self.presence
        if not presence.settled:
            self.pace.set_presence(presence._replace(settled=True))

    def open_steps(self) -> list[Step]:
        """Steps neither ticked nor let go of."""
        closed = self.daily.ticks().keys() | self.pace.dropped()
        return [step for step in self.pack.steps if step.id not in closed]

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
        with self.file.transaction(f"ticked {step.number}"):
            self.daily.tick(step.id, self.today)
        self.arrive()
        return step

    def untick(self, step_id: str) -> Step:
        step = self.pack.step(step_id)
        with self.file.transaction(f"took the tick of {step.number} away"):
            self.daily.untick(step.id)
        return step

    def metrics(self, week: Week) -> list[tuple[str, str]]:
        """(title, value) of a week's metrics: counted by the program or kept by the leader."""
        tally = self.tally()
        figures = self.daily.metrics()
        return [
            (
                metric.title,
                counted(metric.key, tally)
                if metric.kind == "counted"
                else kept(*figures.get(metric.key, ("", ""))),
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
            for step in steps_of(day, self.pack)
        ]

    # -- today

    def page(self) -> TodayPage:
        """Today's page."""
        today, days = self.today, self.calendar.days
        ticks, dropped, paused = self.daily.ticks(), self.pace.dropped(), self.paused
        current = day_on(self.calendar, today)
        number = current.number if current else None
        phase = "before" if today < days[0].on else "after" if today > days[-1].on else "during"
        phase = "paused" if paused else phase
        sessions = tuple(self.pack.session(name) for name in current.sessions) if current else ()
        reached = self.due_steps()
        suggested = reached[-1] if reached else None
        step_ids = [step.id for step in self.pack.steps]
        following = None if paused else next_step(step_ids, dropped.union(ticks), suggested)
        step = self.pack.step(following) if following else None
        # A squeezed day can hold another week's session; on a closing day the closing leads.
        first = sessions[0] if sessions else None
        main = next((each for each in sessions if each.week == CLOSE), first)
        week_id = (main.week if main else current.week_id) if current else step and step.week
        week = next((week for week in self.pack.weeks if week.id == week_id), None)
        practice = self.pack.practice(main.practice) if main else None
        done = self.daily.practices_done()
        closing = sessions[0].part if sessions else ""  # days 29 and 30 belong to no week
        return TodayPage(
            on=today,
            day=number,
            phase=phase,
            starts_in=max(0, (days[0].on - today).days),
            ends_on=days[-1].on,
            heading="Paused"
            if paused
            else f"Week {week.number} · {week.title}"
            if week
            else "Closing",
            objective=self._waits(paused) if paused else week.objective if week else closing,
            sessions=sessions,
            rest=bool(current and current.kind == "rest"),
            next_step=step,
            next_why=self._hint(step),
            practice=practice,
            practice_done=bool(practice and (practice.id, number) in done),
            question=main.question if main else "",
            reason=main.why if main else "",
            win=self.daily.win(today),
            answer=self.daily.answers(f"day.{number}").get("question", "") if number else "",
            due=() if paused else tuple(self.daily.due(today)),
            done=sum(1 for step in step_ids if step in ticks),
            total=len(step_ids),
            marks=marks(self.calendar, self.pack, ticks, {number for _, number in done}, today),
            let_go=len(dropped.difference(ticks)),
        )

    def _waits(self, paused: PauseRow) -> str:
        """What a paused day says."""
        days = self.calendar.days
        after = next((day for day in days if day.on > self.today), days[-1])
        if paused.last is None:
            return f"Nothing is due. Day {after.number} waits until you go on."
        return (
            f"Nothing is due until {long_day(paused.last)}. "
            f"Day {after.number} is {long_day(after.on)}."
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


def open_reset(path: Path, pack: Pack, clock: Callable[[], date]) -> Reset:
    """Open the workbook at `path` with a programme; raises as `open_workbook` does."""
    return Reset(open_workbook(path), pack, clock)


def begin_reset(path: Path, pack: Pack, clock: Callable[[], date], settings: Settings) -> Reset:
    """Make a new workbook and store who starts; raises WorkbookUnusable when one is there."""
    return Reset(create_workbook(path, lambda file: Daily(file).begin(settings)), pack, clock)
