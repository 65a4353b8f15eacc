"""Thirty days as somebody may live them: away, paused, replanned, in other zones, by wrong clocks.

One life is a beginning and some events; after each event the calendar is looked at. Everything is
the program's own, down to the SQL, but for the file: it lies in memory, so that many lives fit.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from cxreset.base.errors import UsageError
from cxreset.programme.calendar import LENGTH, Calendar
from cxreset.programme.model import Pack
from cxreset.reset import replanning
from cxreset.reset.pacing import SPARE_DAYS, working_days
from cxreset.reset.presence import arrive
from cxreset.reset.reset import Reset
from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.storage.file import Hooks, WorkbookFile
from cxreset.workbook.storage.upgrade import take_steps

EVENTS = 12
# Where calendars go wrong: leap days and their neighbours, the turn of a year, a change of clocks.
HINGES = [date(2024, 2, 29), date(2028, 2, 29), date(2100, 2, 28), date(2026, 12, 31),
          date(2026, 3, 29), date(2026, 10, 25), date(2026, 9, 7)]  # fmt: skip
ZONES = (-12, -8, 0, 5.75, 9, 14)  # hours from Greenwich
_OF_A_LIFE = ("pause", "squeeze", "dropped_step", "presence", "step_tick", "reset")


def memory_file() -> WorkbookFile:
    """A workbook with all its tables that lies on no disk."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    take_steps(connection, lambda made: "")
    hooks = Hooks(
        begin=lambda made, recorded: None,
        before_commit=lambda made, commit: False,
        after_upgrade=lambda made: "",
    )
    return WorkbookFile(Path("in-memory.cxreset"), connection, hooks, stamped=False)


class Life:
    """One leader with one workbook, and the clock of the computer in use."""

    def __init__(self, file: WorkbookFile, pack: Pack, seed: int) -> None:
        for table in _OF_A_LIFE:
            file.connection.execute(f"DELETE FROM {table}")
        self._chance = chance = Random(seed)
        start = chance.choice(HINGES) + timedelta(days=chance.randrange(-32, 3))
        self.moment = datetime.combine(start, datetime.min.time(), UTC) + timedelta(hours=9)
        self.zone = 0.0
        self.wrong = timedelta()  # of the clock
        workdays = tuple(sorted(chance.sample(range(7), chance.choice((1, 2, 5, 5, 5, 7)))))
        Daily(file).begin(Settings("Dana", "", start, workdays, None, start))
        self.reset = Reset(file, pack, self.day)
        self.happened: list[str] = []
        self._kinds: list[Callable[[], None]] = [
            *(self.pass_time, self.pass_time, self.work, self.work, self.travel, self.jump),
            *(self.put_right, self.pause, self.go_on, self.replan, self.change_days),
            self.let_the_region_rest,
        ]

    def day(self) -> date:
        """The day it is by the clock."""
        return (self.moment + timedelta(hours=self.zone) + self.wrong).date()

    def live(self) -> str:
        """One more event; what is wrong after it, or nothing."""
        event = self._chance.choice(self._kinds)
        self.happened.append(f"{self.day()} {event.__name__}")
        with suppress(UsageError):  # said in a sentence, and nothing is changed
            event()
        return self.visit() or wrong_in(self.reset)

    def visit(self) -> str:
        """Open the program: what a clock set back must leave no trace of."""
        before = self.trace()
        seen = self.reset.pace.presence()
        set_back = seen is not None and self.day() < seen.last_seen
        arrive(self.reset)
        return "a clock set back left a trace" if set_back and self.trace() != before else ""

    def trace(self) -> list[tuple[object, ...]]:
        """All that absence, pauses and replanning store."""
        execute = self.reset.file.connection.execute
        return [row for table in _OF_A_LIFE for row in execute(f"SELECT * FROM {table}")]

    # -- what may happen

    def pass_time(self) -> None:
        self.moment += timedelta(hours=self._chance.choice((1, 7, 24, 24, 24, 49, 90, 400)))

    def work(self) -> None:
        open_ones = self.reset.open_steps()
        if open_ones:
            step = self._chance.choice(open_ones[:3])
            self.reset.daily.tick(step.id, self.day())

    def travel(self) -> None:
        self.zone = self._chance.choice(ZONES)

    def jump(self) -> None:
        """The clock is wrong, by a moment or by years."""
        hours = self._chance.choice((1, 24, 24 * 30, 24 * 365, 24 * 365 * 30))
        self.wrong = timedelta(hours=self._chance.choice((-1, 1)) * hours)

    def put_right(self) -> None:
        self.wrong = timedelta()

    def pause(self) -> None:
        days = self._chance.choice((None, 0, 1, 5, 40, 364))
        until = None if days is None else self.day() + timedelta(days=days)
        replanning.pause(self.reset, until)

    def go_on(self) -> None:
        replanning.resume(self.reset)

    def replan(self) -> None:
        ways = (replanning.SHIFT, replanning.SQUEEZE, replanning.DROP, replanning.CARRY)
        replanning.take(self.reset, self._chance.choice(ways))

    def let_the_region_rest(self) -> None:
        """Public holidays on some of the next days."""
        days = [self.day() + timedelta(days=self._chance.randrange(40)) for _ in range(4)]
        self.reset.__dict__["holidays"] = frozenset(days)

    def change_days(self) -> None:
        workdays = tuple(sorted(self._chance.sample(range(7), self._chance.randrange(1, 8))))
        held = self.reset.holidays
        self.reset.change_settings(self.reset.settings._replace(workdays=workdays))
        self.reset.__dict__["holidays"] = held


def wrong_in(reset: Reset) -> str:
    """What a calendar must never be; empty when it is none of that."""
    calendar = reset.calendar
    there = Counter(session for day in calendar.days for session in day.sessions)
    wanted = Counter(session.id for session in reset.pack.days)
    if there != wanted:
        return f"lost {dict(wanted - there)}, doubled {dict(there - wanted)}"
    if len(reset.pace.spare_days()) > SPARE_DAYS:
        return "more spare days than there are"
    return _wrong_days(calendar) or _wrong_steps(reset, calendar)


def _wrong_days(calendar: Calendar) -> str:
    dates = [day.on for day in calendar.days]
    if [day.number for day in calendar.days] != list(range(1, LENGTH + 1)):
        return "not thirty days"
    if dates != sorted(set(dates)):
        return "a day twice, or out of order"
    if any(first <= on <= last for on in dates for first, last in calendar.pauses):
        return "a day in a pause"
    return ""


def _wrong_steps(reset: Reset, calendar: Calendar) -> str:
    if any(not 1 <= calendar.steps.get(step.id, 0) <= LENGTH for step in reset.pack.steps):
        return "a step is never due"
    idle = {day.on for day in calendar.days if day.kind == "rest"}
    if idle & set(working_days(calendar, date.min, date.max)):
        return "rest counted as work"
    return ""
