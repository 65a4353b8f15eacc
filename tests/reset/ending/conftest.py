"""A reset with something of every kind, on a day that a test can move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset, begin_reset
from cxreset.reset.steps import tick
from cxreset.workbook import checkup, tables
from cxreset.workbook.daily import Settings
from cxreset.workbook.tables import Action, Evidence, Feedback, FollowUp, Gap, Journal, Pain, Person

MON_FRI, SUN_THU = (0, 1, 2, 3, 4), (0, 1, 2, 3, 6)
STARTS: dict[tuple[int, ...], date] = {MON_FRI: date(2026, 9, 7), SUN_THU: date(2026, 9, 6)}
DAY = timedelta(days=1)


class Clock:
    """A day that a test can move."""

    def __init__(self, on: date) -> None:
        self.on = on

    def __call__(self) -> date:
        return self.on


@pytest.fixture(params=[MON_FRI, SUN_THU], ids=["mon-fri", "sun-thu"])
def workdays(request: pytest.FixtureRequest) -> tuple[int, ...]:
    days: tuple[int, ...] = request.param
    return days


@pytest.fixture
def clock(workdays: tuple[int, ...]) -> Clock:
    return Clock(STARTS[workdays])


@pytest.fixture
def reset(tmp_path: Path, pack: Pack, clock: Clock, workdays: tuple[int, ...]) -> Iterator[Reset]:
    """A reset with a thread from comments to an action, and something of every other kind."""
    settings = Settings("Dana", "Harbour & Pine", clock.on, workdays, None, clock.on)
    made = begin_reset(tmp_path / "my.cxreset", pack, clock, settings)
    made.file.connection.execute("PRAGMA synchronous = OFF")
    book = made.book
    for number, text in enumerate(("late sofa", "late bed", "rude", "dear"), 1):
        book.add(Feedback(text=text))
        if number < 4:
            if number in (1, 3):
                book.add(Pain(title=f"about {text}", chosen=True))
            book.put(Evidence(pain_id=1 if number < 3 else 2, feedback_id=number))
    book.add(Feedback(text="Late sofa!", group_id=1))  # the same again, tied by the first alone
    book.add(tables.Touchpoint(name="order page", promise="two days"))
    book.add(Gap(title="two days became nine", touchpoint_id=1, pain_id=1))
    book.add(tables.Fix(title="say the true date", gap_id=1))
    book.add(Action(title="change the page", owner="Priya", fix_id=1, gap_id=1, pain_id=1))
    book.add(Action(title="train the agents", status="completed", pain_id=2))
    book.add(FollowUp(what="ask Priya", action_id=1))
    book.add(Person(name="Priya", function="product"))
    book.add(Journal(written_on=clock.on, text="a win"))
    yield made
    made.file.close()


def at_the_end(reset: Reset, clock: Clock) -> None:
    for step in reset.pack.steps:
        tick(reset, step.id)
    clock.on = reset.calendar.days[-1].on


def mark_all(reset: Reset) -> None:
    for habit in reset.pack.habits:
        for number in range(1, len(habit.statements) + 1):
            checkup.set_mark(reset.file, checkup.LAST, habit.id, number, 3)
