"""The ten-minute version by one key, on Today and in a week."""

from __future__ import annotations

from datetime import timedelta

from textual.widgets import OptionList, Static

from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.ten_minutes import begun
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.steps.ten_minutes import TenMinutesScreen
from cxreset.tui.screens.today.lines import card
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.tui.widgets.page.page import PageText


async def test_it_is_read_and_ticked_where_the_step_is(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("T")
        await pilot.pause()
        assert isinstance(app.screen, TenMinutesScreen)
        step = app.screen.version.step
        assert "enough" in app.screen.query_one(PageText).text
        await pilot.press("d")
        await pilot.pause()
        assert begun(reset) == {step.id}
        assert "that counts" in str(app.screen.query_one("#step", Static).render())
        await pilot.press("2")
        await pilot.pause(0.2)
        assert isinstance(app.screen, WeekScreen)
        await pilot.press("T")
        await pilot.pause()
        await pilot.click("#done")
        await pilot.pause()
        assert begun(reset) == {step.id, "map.compare"}
        assert "◐" in str(app.screen.query_one("#steps", OptionList).get_option_at_index(0).prompt)
        await pilot.press("T", "d")
        await pilot.pause()
        assert begun(reset) == {step.id}, "and back again"


def test_after_a_day_away_it_comes_before_the_whole_step(reset: Reset) -> None:
    later = open_reset(reset.file.path, reset.pack, lambda: reset.today + timedelta(days=5))
    words = card(today_page(later), None)
    assert [button.name for button in words.buttons] == ["ten_minutes", "open"]
    assert "enough for today" in words.text
    assert card(today_page(reset), None).buttons[0].name == "open"
