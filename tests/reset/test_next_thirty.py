"""The closing as a place, and the next thirty days: carried over by ticking, the first one kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.widgets import SelectionList, Static

from cxreset.base.errors import CxresetError, NotSaved, UsageError
from cxreset.programme.model import Pack
from cxreset.reset.ending import next_thirty
from cxreset.reset.ending.closing import closing as closing_of
from cxreset.reset.ending.when import is_closing
from cxreset.reset.presence import arrive, settle
from cxreset.reset.reset import Reset, begin_reset, open_reset
from cxreset.reset.steps import tick
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.today.next_thirty import NextThirtyScreen
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.workbook import checkup, tables
from cxreset.workbook.cycles import next_cycle as cycles
from cxreset.workbook.daily import Settings
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.backup import fault_of
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


def test_before_the_closing_nothing_of_it_shows_and_nothing_can_begin(
    reset: Reset, clock: Clock
) -> None:
    assert not is_closing(reset)
    with pytest.raises(UsageError, match="from the closing on"):
        next_thirty.begin(reset, [], clock.on)
    clock.on = reset.calendar.days[27].on
    assert not is_closing(reset)
    clock.on += DAY
    assert is_closing(reset)


def test_the_closing_counts_what_is_left(reset: Reset, clock: Clock) -> None:
    clock.on = reset.calendar.days[28].on
    now = today_page(reset).closing
    assert now is not None
    assert (now.marked, now.done, now.open_actions, now.share_outs) == (0, 0, 1, 0)
    assert len(now.open_steps) == len(reset.pack.steps)
    assert now.proud_of == ("2 pain points chosen", "1 action done", "1 gap named")
    for habit in reset.pack.habits:
        for number in range(1, len(habit.statements) + 1):
            checkup.set_mark(reset.file, checkup.LAST, habit.id, number, 3)
    for step in reset.pack.steps:
        tick(reset, step.id)
    reset.book.add(tables.ShareOut(who="the whole company", how="town hall"))
    now = closing_of(reset)
    assert now is not None and now.done == now.total


def test_days_60_and_90_ask_whether_it_held(reset: Reset, clock: Clock) -> None:
    first = reset.calendar.days[0].on
    seen = []
    for days in (29, 58, 59, 66, 67, 89, 96, 97):
        clock.on = first + days * DAY
        now = closing_of(reset)
        assert now is not None
        seen.append((now.look, now.look_due))
    assert seen == [
        *((60, False), (60, False), (60, True), (60, True)),
        *((90, False), (90, True), (90, True), (None, False)),
    ]


def test_what_is_ticked_goes_along_with_its_thread(
    reset: Reset, clock: Clock, pack: Pack, workdays: tuple[int, ...]
) -> None:
    at_the_end(reset, clock)
    assert [item.ref for item in next_thirty.could_go_along(reset)] == ["P1", "P2", "G1", "A1"]
    kept = next_thirty.begin(reset, ["A1"], clock.on + 4 * DAY)
    assert kept.name == "my.thirty-1.cxreset"
    assert fault_of(reset.file.path) == fault_of(kept) == ""
    with closing(open_workbook(reset.file.path)) as file:
        follow = Reset(file, pack, clock)
        book = follow.book
        assert [row.text for row in book.rows(Feedback)] == ["late sofa", "late bed", "Late sofa!"]
        assert [(row.ref, row.title) for row in book.rows(Pain)] == [("P1", "about late sofa")]
        (action,) = book.rows(Action)
        assert (action.ref, action.owner, action.gap_id) == ("A1", "Priya", 1)
        assert [row.title for row in book.rows(Gap)] == ["two days became nine"]
        assert [row.promise for row in book.rows(tables.Touchpoint)] == ["two days"]
        assert [row.what for row in book.rows(FollowUp)] == ["ask Priya"]
        assert [row.name for row in book.rows(Person)] == ["Priya"]
        assert book.rows(Journal) == [] and follow.daily.ticks() == {}
        assert follow.history.undo() is None
        assert follow.settings.start_on == clock.on + 4 * DAY
        assert next_thirty.cycle(follow) == 2
        assert book.add(Pain(title="new")).ref == "P3", "numbers go on"
    with closing(open_reset(kept, pack, clock).file) as file:
        before = Reset(file, pack, clock)
        assert len(before.daily.ticks()) == len(pack.steps)
        assert len(before.book.rows(Feedback)) == 5
    with pytest.raises(NotSaved, match="moved, deleted or replaced"):
        reset.daily.win(clock.on)
        reset.daily.write_win(clock.on, "typed into the one before")


def test_nothing_need_go_along_and_cycles_follow_one_another(
    reset: Reset, clock: Clock, pack: Pack
) -> None:
    path = reset.file.path
    for number in (1, 2):
        with closing(open_reset(path, pack, clock).file) as file:
            going = Reset(file, pack, clock)
            clock.on = going.calendar.days[-1].on + DAY
            next_thirty.begin(going, [], clock.on)
        with closing(open_reset(path, pack, clock).file) as file:
            follow = Reset(file, pack, clock)
            assert next_thirty.cycle(follow) == number + 1
            assert follow.daily.tally()["pains"] == follow.daily.tally()["comments"] == 0
            for _ in range(5):  # the first days are lived as those of the first
                arrive(follow)
                settle(follow)
                step = today_page(follow).next_step
                if step is not None:
                    tick(follow, step.id)
                clock.on += DAY
            assert len(follow.daily.ticks()) == 5
    names = [each.path.name for each in cycles.earlier_resets(path)]
    assert names == ["my.thirty-1.cxreset", "my.thirty-2.cxreset"]


def test_a_failure_on_the_way_leaves_all_as_it_was(
    reset: Reset, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_end(reset, clock)
    before = reset.file.path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cycles, "settle", full)
    with pytest.raises(NotSaved, match="No space left on device"):
        next_thirty.begin(reset, [], clock.on)
    assert reset.file.path.read_bytes() == before
    assert [path.name for path in reset.file.path.parent.glob("*cxreset*")] == ["my.cxreset"]
    reset.daily.write_win(clock.on, "still writable")


def test_only_what_is_open_can_be_named(reset: Reset) -> None:
    assert next_thirty.chosen_refs(reset, "all") == ["P1", "P2", "G1", "A1"]
    assert next_thirty.chosen_refs(reset, " none ") == []
    assert next_thirty.chosen_refs(reset, "p1, a1") == ["P1", "A1"]
    with pytest.raises(CxresetError, match="A2"):
        next_thirty.chosen_refs(reset, "P1,A2")


def test_every_table_is_known_to_stay_or_go(reset: Reset) -> None:
    """A new table is left behind unless somebody decides otherwise; this asks for the decision."""
    rows = reset.file.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    here = {name for (name,) in rows if not name.startswith(("sqlite_", "feedback_search"))}
    assert here >= cycles.GOES_WHOLE | cycles.GOES_BY_CHOICE


async def test_today_closes_and_begins_the_next(reset: Reset, clock: Clock) -> None:
    at_the_end(reset, clock)
    clock.on += 2 * DAY
    app = CxresetApp(
        reset.pack, reset, lambda settings: reset, today=clock, where=str(reset.file.path)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        text = str(app.screen.query_one("#closing", Static).render())
        assert "Closing" in text and "Press n" in text
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, NextThirtyScreen)
        along = app.screen.query_one("#along", SelectionList)
        assert along.selected == ["P1", "P2", "G1", "A1"]
        await pilot.press("down", "space", "ctrl+s")
        await pilot.pause()
    assert app.return_value == "again"
    with closing(open_workbook(reset.file.path)) as file:
        titles = [title for (title,) in file.connection.execute("SELECT title FROM pain")]
        assert titles == ["about late sofa"]
