"""Help tells the commands of where one was, and leads back there, which is as it was."""

from __future__ import annotations

import pytest
from textual.widgets import Input, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.help.screen import HelpScreen
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.listen.review import ReviewSheet


@pytest.mark.parametrize("back", ["escape", "question_mark", "f1"])
async def test_back_to_the_search_and_the_comment(app: CxresetApp, reset: Reset, back: str) -> None:
    for number in range(4):
        reset.comments.capture(f"Parcel {number} came late", "survey", None)
    reset.comments.capture("Nobody answers", "chat", None)
    reset.daily.set_last_visited("week-listen/listen.review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.1)
        await pilot.press("slash", *"parcel", "enter", "down", "down")
        await pilot.pause(0.1)
        reading = app.screen.query_one(ReadingList)
        assert (reading.count, reading.cursor) == (4, 2)
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        assert isinstance(app.screen, HelpScreen)
        assert str(app.screen.query_one("#here-head", Static).content) == "Keys in Listen"
        here = str(app.screen.query_one("#here", Static).content)
        assert "Find comments by words." in here and "Go to week 2." not in here
        assert app.screen.query_one("#help").scroll_offset.y == 0
        assert "Go to week 2." in str(app.screen.query_one("#keys", Static).content)
        await pilot.press(back)
        await pilot.pause(0.1)
        assert app.screen.query_one(ReadingList) is reading and reading.has_focus
        assert (reading.count, reading.cursor) == (4, 2)
        assert app.screen.query_one(ReviewSheet).wanted.words == "parcel"


async def test_in_a_dialog_it_is_a_letter_or_nothing(app: CxresetApp, reset: Reset) -> None:
    reset.daily.set_last_visited("week-listen/listen.review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.1)
        await pilot.press("n")
        await pilot.pause(0.1)
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        assert app.screen.query_one(Input).value == "?"
        await pilot.press("f1")
        await pilot.pause(0.1)
        assert app.screen.is_modal


async def test_from_today_it_leads_back_to_today(app: CxresetApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        assert "Keys in Today" in str(app.screen.query_one("#here-head", Static).content)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert app.current_mode == "today"
