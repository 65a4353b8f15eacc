"""The first start: what is off is said in one sentence; then Today; then the sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Button, Input

from cxreset.base.locations import interface_language
from cxreset.cli.pages import today_text
from cxreset.programme.model import Pack
from cxreset.reset.ending.weekly_review import weekly_review
from cxreset.reset.reset import Reset, begin_reset
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.command import available
from cxreset.tui.screens.today.lines import about_the_day
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.tui.shell.error_boundary import AGAIN, SAMPLE
from cxreset.workbook.cycles.intention import if_then_plan
from cxreset.workbook.daily import Settings

TODAY = date(2026, 9, 7)


@pytest.fixture
def new_app(pack: Pack, tmp_path: Path) -> CxresetApp:
    path = tmp_path / "new.cxreset"

    def begin(settings: Settings) -> Reset:
        return begin_reset(path, pack, lambda: TODAY, settings)

    return CxresetApp(pack, None, begin, today=lambda: TODAY, where=str(path))


def message(app: CxresetApp) -> str:
    return str(app.screen.query_one("#wrong").render())


async def test_a_plan_for_busy_days_is_kept_and_used(new_app: CxresetApp) -> None:
    async with new_app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Dana", *["tab"] * 4, *"after the first coffee", "tab")
        await pilot.press(*"if the day runs away", "tab", *"read three comments", "tab", *"Sam")
        await pilot.press("enter")
        await pilot.pause(0.2)
        reset = new_app.reset
        assert reset is not None and isinstance(new_app.screen, TodayScreen)
        words = about_the_day(today_page(reset), reset.pack.rest, objective=True)
        plan = "After the first coffee. If the day runs away, then read three comments."
        assert plan in words
        await pilot.press("i", *["tab"] * 4, *"sam@x.example", "escape")
        await pilot.pause(0.2)
        assert if_then_plan(reset.file).supporter_email == "sam@x.example"
    assert weekly_review(reset).supporter == "Sam"
    page = today_text(today_page(reset), reset.settings, reset.pack.rest)
    assert "After the first coffee." in page


async def test_from_the_first_letter_to_today_and_on(new_app: CxresetApp) -> None:
    async with new_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+s")
        assert "Your name" in message(new_app)
        await pilot.press(*"Dana", "tab", *"Harbour & Pine", "tab")
        await pilot.press("ctrl+u", *"31/12", "ctrl+s")
        assert message(new_app)
        await pilot.press("ctrl+u", *"2031-01-01", "ctrl+s")
        assert "more than a year ahead" in message(new_app)
        await pilot.press("ctrl+u", *"monday", "tab", "ctrl+u", "ctrl+s")
        assert "No working days" in message(new_app)
        await pilot.press(*"sun-thu", *["enter"] * 5)  # past what may stay empty
        await pilot.pause()
        assert isinstance(new_app.screen, TodayScreen)
        assert new_app.reset is not None
        assert new_app.reset.settings == Settings(
            "Dana", "Harbour & Pine", TODAY, (0, 1, 2, 3, 6), None, TODAY
        )
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(new_app.screen, WeekScreen)
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause(0.2)
        assert isinstance(new_app.screen, TodayScreen)


async def test_a_working_day_is_proposed_and_errors_stand_at_the_field(
    pack: Pack, tmp_path: Path
) -> None:
    sunday = date(2026, 9, 6)
    app = CxresetApp(
        pack, None, lambda settings: pytest.fail(), today=lambda: sunday, where=str(tmp_path)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.screen.query_one("#start", Input)
        assert line.value == "2026-09-07", "the next Monday"
        shown = {each.binding.description for each in available(app.screen)}
        assert "Help" not in shown and "Begin" in shown, "no key that leads nowhere"
        await pilot.press(*"Dana")
        line.value = "soon"
        await pilot.press("ctrl+s")
        await pilot.pause()
        wrong = app.screen.query_one("#wrong")
        assert wrong.region.y == line.region.y + 1 and "is no date" in message(app)
        assert "monday" in str(app.screen.query_one("#start-note").render())


async def test_the_sample_is_offered(new_app: CxresetApp) -> None:
    async with new_app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#sample")
        await pilot.pause()
    assert new_app.return_value == SAMPLE


async def test_another_language_is_one_key_away(new_app: CxresetApp, home: Path) -> None:
    async with new_app.run_test(size=(80, 24)) as pilot:
        assert str(new_app.screen.query_one("#speak", Button).label) == "Deutsch  ^g"
        await pilot.press("ctrl+g")
        await pilot.pause()
    assert (new_app.return_value, interface_language()) == (AGAIN, "de")
    assert home.is_dir()
