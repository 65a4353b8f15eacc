"""Going on after some days elsewhere: asked once, calmly, each way with its last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from cxreset.base.errors import UsageError
from cxreset.programme.model import Pack
from cxreset.reset import replanning
from cxreset.reset.presence import arrive, asks_for_pace
from cxreset.reset.reset import Reset, begin_reset
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.catch_up import CatchUpScreen
from cxreset.tui.dialogs.pause import PauseScreen
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.workbook.daily import Settings

START = date(2026, 9, 7)
SCOLDING = (
    *("missed", "miss ", "late", "behind", "overdue", "fail", "should have", "sorry", "slip"),
    *("forgot", "neglect", "wrong", "warning", "lost", "lazy", "guilt", "unfortunately"),
)


class Clock:
    """A day that a test can move."""

    def __init__(self, on: date) -> None:
        self.on = on

    def __call__(self) -> date:
        return self.on


@pytest.fixture
def clock() -> Clock:
    return Clock(START)


@pytest.fixture
def reset(tmp_path: Path, pack: Pack, clock: Clock) -> Iterator[Reset]:
    settings = Settings("Dana", "Harbour & Pine", START, (0, 1, 2, 3, 4), None, START)
    made = begin_reset(tmp_path / "pace.cxreset", pack, clock, settings)
    arrive(made)
    yield made
    made.file.close()


def app_of(reset: Reset, clock: Clock) -> CxresetApp:
    return CxresetApp(
        reset.pack, reset, lambda settings: reset, today=clock, where=str(reset.file.path)
    )


def words(app: CxresetApp) -> str:
    """All that the screen on top says."""
    lines = [str(each.render()) for each in app.screen.query(Static)]
    for ways in app.screen.query(OptionList):
        lines += [str(option.prompt) for option in ways.options]
    return "\n".join(lines)


def blameless(text: str) -> bool:
    return not any(word in text.lower() for word in SCOLDING)


def test_the_list_of_words_would_notice() -> None:
    assert not blameless("You are 3 days Behind.")


@pytest.mark.parametrize("name", ["shift", "squeeze", "drop", None])
async def test_on_return_each_way_is_told_and_taken(
    reset: Reset, clock: Clock, name: str | None
) -> None:
    clock.on = date(2026, 9, 14)
    end = reset.calendar.days[-1].on
    app = app_of(reset, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CatchUpScreen)
        text = words(app)
        assert blameless(text)
        assert "from Tuesday 8 September to Friday 11 September: 4 working days" in text
        assert "Shift   day 30: Tuesday 13 October" in text
        assert "Squeeze   day 30: Tuesday 6 October" in text
        squeezed = "20 open sessions over the 15 working days left: at most 2 sessions a day."
        assert squeezed in " ".join(text.split())
        assert "Let go   day 30: Tuesday 6 October" in text
        key = {"shift": "1", "squeeze": "2", "drop": "3", None: "escape"}[name]
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        page = today_page(reset)
        assert page.ends_on == (date(2026, 10, 13) if name == "shift" else end)
        assert page.day == (2 if name == "shift" else 8)
        assert page.next_step is not None
        assert page.next_step.number == ("2.1" if name == "drop" else "1.1")
        assert not asks_for_pace(reset)


async def test_one_day_elsewhere_takes_a_spare_day_and_is_greeted(
    reset: Reset, clock: Clock
) -> None:
    clock.on = date(2026, 9, 9)
    app = app_of(reset, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert "Good to see you. Tuesday was a spare day: 1 spare day left." in words(app)
        assert "Day 30 is Wednesday 7 October." in words(app)
        assert blameless(words(app))
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, CatchUpScreen)
        assert blameless(words(app))
        assert app.screen.query_one(OptionList).options[0].disabled


async def test_a_pause_is_calm_and_ends_with_a_key(reset: Reset, clock: Clock) -> None:
    clock.on = date(2026, 9, 8)
    app = app_of(reset, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("z")
        await pilot.pause()
        assert isinstance(app.screen, PauseScreen)
        assert blameless(words(app))
        await pilot.press(*"2026-09-01", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PauseScreen)  # that day has passed
        app.screen.query_one("#until").clear()  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing is due. Day 2 waits until you go on." in words(app)
        assert "Go on  c" in words(app)
        page = today_page(reset)
        assert (page.phase, page.due, page.practice, page.next_step) == ("paused", (), None, None)
        clock.on = date(2026, 9, 21)
        app.screen.reload()  # type: ignore[attr-defined]
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("c")
        await pilot.pause()
        assert reset.day_number() == 2
        assert isinstance(app.screen, TodayScreen)


def test_what_is_taken_can_be_refused(reset: Reset) -> None:
    for name in ("shift", "squeeze", "drop", "nothing"):
        with pytest.raises(UsageError):
            replanning.take(reset, name)
