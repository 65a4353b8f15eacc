"""All thirty days with a frozen clock: two kinds of working week, a week elsewhere, a pause."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from cxreset.programme.model import Pack
from cxreset.reset import replanning
from cxreset.reset.cycles import compared
from cxreset.reset.ending import next_thirty
from cxreset.reset.ending.closing import Closing
from cxreset.reset.presence import arrive, asks_for_pace, days_away, settle
from cxreset.reset.reset import Reset, begin_reset
from cxreset.reset.steps import tick
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.workbook import checkup
from cxreset.workbook.daily import Settings
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.tables import Action, Pain

MON_FRI, SUN_THU = (0, 1, 2, 3, 4), (0, 1, 2, 3, 6)
STARTS: dict[tuple[int, ...], date] = {MON_FRI: date(2026, 9, 7), SUN_THU: date(2026, 9, 6)}
DAY = timedelta(days=1)


def page_closing(screen: object) -> Closing | None:
    """The closing as Today shows it."""
    assert isinstance(screen, TodayScreen)
    return screen.page.closing


class Walk:
    """A reset whose clock a test moves on."""

    def __init__(self, folder: Path, pack: Pack, workdays: tuple[int, ...]) -> None:
        self.on = STARTS[workdays]
        settings = Settings("Dana", "Harbour & Pine", self.on, workdays, None, self.on)
        self.reset: Reset = begin_reset(folder / "walk.cxreset", pack, lambda: self.on, settings)
        self.reset.file.connection.execute("PRAGMA synchronous = OFF")
        self.pack = pack

    def visit(self) -> list[str]:
        """Be here today: the sessions met; every working day has its question, practice, why."""
        arrive(self.reset)
        assert not asks_for_pace(self.reset), self.on
        page = today_page(self.reset)
        if page.sessions:
            main = page.sessions[-1] if page.sessions[-1].week == "close" else page.sessions[0]
            assert (page.question, page.reason) == (main.question, main.why)
            assert page.practice == self.pack.practice(main.practice)
        else:
            assert page.rest and not page.question
        for session in page.sessions:
            later = [other for other in self.pack.days if other.step == session.step]
            if session.step and later[-1] == session:
                step = today_page(self.reset).next_step
                assert step is not None and step.id == session.step
                tick(self.reset, session.step)
        return [session.id for session in page.sessions]

    def to_the_end(self) -> list[str]:
        met: list[str] = []
        while self.on <= self.reset.calendar.days[-1].on:
            met += self.visit()
            self.on += DAY
        return met


@pytest.mark.parametrize("workdays", [MON_FRI, SUN_THU])
def test_thirty_days_in_a_row(tmp_path: Path, pack: Pack, workdays: tuple[int, ...]) -> None:
    walk = Walk(tmp_path, pack, workdays)
    assert walk.to_the_end() == [session.id for session in pack.days]
    page = today_page(walk.reset)
    assert (page.phase, page.done, page.next_step) == ("after", page.total, None)


@pytest.mark.long
@pytest.mark.parametrize("workdays", [MON_FRI, SUN_THU])
async def test_thirty_days_the_closing_and_five_days_of_the_next(
    tmp_path: Path, pack: Pack, workdays: tuple[int, ...]
) -> None:
    walk = Walk(tmp_path, pack, workdays)
    reset, path = walk.reset, walk.reset.file.path
    reset.book.add(Pain(title="late", chosen=True))
    reset.book.add(Action(title="say the day", owner="Sam", pain_id=1))
    walk.to_the_end()
    walk.on = reset.calendar.days[-1].on
    for habit in pack.habits:
        for number in range(1, len(habit.statements) + 1):
            checkup.set_mark(reset.file, checkup.LAST, habit.id, number, 4)
    app = CxresetApp(pack, reset, lambda s: reset, today=lambda: walk.on, where=str(path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("enter")  # to what is open: one action
        await pilot.pause(0.3)
        await pilot.press("g")
        await pilot.pause(0.3)
        await pilot.press("enter")  # the story
        await pilot.pause(0.5)
        await app.switch_mode("today")
        await pilot.pause(0.5)
        await pilot.press("y")
        await pilot.pause(0.3)
        now = page_closing(app.screen)
        assert now is not None and now.done == 4
        await pilot.press("n")
        await pilot.pause(0.3)
        await pilot.press("ctrl+s")
        await pilot.pause(0.3)
    assert app.return_value == "again"
    reset.file.close()
    walk.reset = Reset(open_workbook(path), pack, lambda: walk.on)
    walk.on = walk.reset.calendar.days[0].on
    assert [row.title for row in walk.reset.book.rows(Action)] == ["say the day"]
    met: list[str] = []
    while len(met) < 5:
        met += walk.visit()
        walk.on += DAY
    assert met == [session.id for session in pack.days[:5]]
    assert next_thirty.cycle(walk.reset) == 2 and len(compared(walk.reset)) == 3


@pytest.mark.parametrize("way", ["shift", "squeeze", "drop"])
@pytest.mark.parametrize("workdays", [MON_FRI, SUN_THU])
def test_a_week_elsewhere_and_a_pause(
    tmp_path: Path, pack: Pack, workdays: tuple[int, ...], way: str
) -> None:
    walk = Walk(tmp_path, pack, workdays)
    reset = walk.reset
    met: list[str] = []
    for _ in range(7):
        met += walk.visit()
        walk.on += DAY
    end = reset.calendar.days[-1].on
    walk.on += 7 * DAY  # the second week elsewhere
    arrive(reset)
    assert asks_for_pace(reset) and len(days_away(reset)) == 5
    outcome = replanning.take(reset, way)
    assert (
        reset.calendar.days[-1].on
        == outcome.ends_on
        == end + (7 * DAY if way == "shift" else 0 * DAY)
    )
    assert not asks_for_pace(reset)
    met += walk.visit() if way != "drop" else []
    walk.on += DAY
    before = reset.calendar.days[-1].on
    replanning.pause(reset)
    for _ in range(7):
        page = today_page(reset)
        assert (page.phase, page.sessions, page.due, page.next_step) == ("paused", (), (), None)
        walk.on += DAY
    replanning.resume(reset)
    assert reset.calendar.days[-1].on == before + 7 * DAY
    if way != "drop":
        met += walk.to_the_end()
        assert met == [session.id for session in pack.days]
        assert today_page(reset).next_step is None
    else:
        step = today_page(reset).next_step
        assert step is not None and step.week == "team"
        assert today_page(reset).let_go == 4


async def test_the_screen_on_a_few_days(tmp_path: Path, pack: Pack) -> None:
    walk = Walk(tmp_path, pack, MON_FRI)
    days = {day.number: day.on for day in walk.reset.calendar.days}
    path = walk.reset.file.path
    for number in (1, 6, 29, 30):
        walk.on = days[number]
        reset = Reset(open_workbook(path), pack, lambda: walk.on)
        arrive(reset)
        settle(reset)
        app = CxresetApp(pack, reset, lambda s: walk.reset, today=lambda: walk.on, where=str(path))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, TodayScreen)
            assert screen.query_one("#checkup").display == (number == 1), "then the card says it"
            assert (page_closing(screen) is not None) == (number > 28)
            assert bool(screen.page.question) == (number != 6)
            assert screen.day_text() == f"Day {number} of 30"
        reset.file.close()
