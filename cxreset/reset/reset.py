"""One leader's reset: programme, workbook and today's date together.

This is what the command line and the screens hold in hand; what is asked of it stands beside it by
subject: `today` (the day's page), `progress` (steps and how far they are), `presence` (being away),
`checkup`, `replanning`. It is on the way of every start, so the heavy parts (SQLModel, the
exporters) are reached only through `book`, when first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from os import PathLike

from cxreset.base.day_words import choose_language
from cxreset.base.language.words import spoken_language
from cxreset.programme.calendar import Calendar, day_on
from cxreset.reset.pacing import build_calendar
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.pace import Pace, PauseRow, SqueezeRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from cxreset.programme.model import Pack, Step
    from cxreset.workbook.book import Workbook
    from cxreset.workbook.feedback.comments import CommentRepository
    from cxreset.workbook.storage.file import WorkbookFile
    from cxreset.workbook.undo.history import History
    from cxreset.workbook.undo.replay import GoOn

_CalendarInputs = tuple[
    date, tuple[int, ...], tuple[PauseRow, ...], tuple[SqueezeRow, ...], date, frozenset[date]
]
"""First day, working days, pauses, squeezes, today, public holidays."""


class Reset:
    """The reset in hand. `clock` says which day it is; the sample stands still on its own day."""

    def __init__(self, file: WorkbookFile, pack: Pack, clock: Callable[[], date]) -> None:
        self.file = file
        self.pack = pack
        self.daily = Daily(file)
        self.pace = Pace(file)
        self._clock = clock
        self._calendar: tuple[_CalendarInputs, Calendar] | None = None

    # -- the heavy rooms, opened when first asked for

    @cached_property
    def book(self) -> Workbook:
        """The whole workbook through SQLModel."""
        from cxreset.workbook.book import Workbook

        return Workbook(self.file)

    @property
    def book_is_open(self) -> bool:
        """Has `book` been asked for already?"""
        return "book" in self.__dict__  # where `cached_property` keeps it

    @cached_property
    def comments(self) -> CommentRepository:
        """The comments."""
        from cxreset.workbook.feedback.comments import CommentRepository

        return CommentRepository(self.file)

    @cached_property
    def history(self) -> History:
        """What was done here, to be taken back and made again."""
        from cxreset.workbook.undo.history import History

        return History(self.file)

    # -- undo and redo

    def undo(self, go_on: GoOn | None = None) -> str | None:
        """Take the last change back; its name, or None. Raises as `History.undo` does."""
        name = self.history.undo(go_on)
        self.forget_settings()
        return name

    def redo(self, go_on: GoOn | None = None) -> str | None:
        """Make the change undone last again; its name, or None. Raises as `undo` does."""
        name = self.history.redo(go_on)
        self.forget_settings()
        return name

    # -- who and when

    @cached_property
    def settings(self) -> Settings:
        """Who goes through the thirty days, from when, on which days; read once."""
        settings = self.daily.settings()
        choose_language(settings.language or spoken_language())  # one process shows one workbook
        return settings

    def change_settings(self, settings: Settings) -> None:
        """Store other settings. Raises as writes to the workbook do."""
        self.daily.change_settings(settings)
        self.forget_settings()

    def forget_settings(self) -> None:
        """They are read again when next asked for: something has changed them."""
        for name in ("settings", "holidays"):
            self.__dict__.pop(name, None)  # where `cached_property` keeps them

    @property
    def sample(self) -> bool:
        """Is this the filled sample?"""
        return self.settings.frozen_on is not None

    @property
    def today(self) -> date:
        """The day it is, by the clock handed in; the sample's own day for the sample."""
        return self.settings.frozen_on or self._clock()

    @cached_property
    def holidays(self) -> frozenset[date]:
        """The public holidays of the leader's region, read once; none where no region is chosen."""
        return frozenset(self.daily.holidays()) if self.settings.region else frozenset()

    def is_working_day(self, on: date) -> bool:
        """Does the leader work on this day?"""
        return on.weekday() in self.settings.workdays and on not in self.holidays

    @property
    def calendar(self) -> Calendar:
        """The thirty days as they are paced now; laid anew when what is stored has changed."""
        # The inputs name everything the calendar is made of, so an undo, another window's change
        # or midnight is noticed although nobody announces it.
        inputs = (
            self.settings.start_on,
            self.settings.workdays,
            self.pace.pauses(),
            self.pace.squeezes(),
            self.today,
            self.holidays,
        )
        if self._calendar is None or self._calendar[0] != inputs:
            self._calendar = inputs, build_calendar(self.pack, *inputs)
        return self._calendar[1]

    @property
    def paused(self) -> PauseRow | None:
        """The pause that lies on today."""
        return next((row for row in self.pace.pauses() if row.holds(self.today)), None)

    def open_steps(self) -> list[Step]:
        """Steps neither ticked nor let go of."""
        closed = self.daily.ticks().keys() | self.pace.dropped()
        return [step for step in self.pack.steps if step.id not in closed]

    def open_sessions(self) -> tuple[str, ...]:
        """Sessions whose step is neither ticked nor let go of, in order."""
        steps = {step.id for step in self.open_steps()}
        return tuple(session.id for session in self.pack.days if session.step in steps)

    def day_number(self) -> int | None:
        """Which of the thirty days today is; None before, after and between."""
        day = day_on(self.calendar, self.today)
        return day.number if day else None


def open_reset(path: str | PathLike[str], pack: Pack, clock: Callable[[], date]) -> Reset:
    """Open the workbook at `path` with a programme; raises as `open_workbook` does."""
    return Reset(open_workbook(path), pack, clock)


def begin_reset(path: Path, pack: Pack, clock: Callable[[], date], settings: Settings) -> Reset:
    """Make a new workbook and store who starts; raises WorkbookUnusable when one is there."""
    return Reset(create_workbook(path, lambda file: Daily(file).begin(settings)), pack, clock)
