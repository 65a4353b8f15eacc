"""1.1 and the comments of a pain: one comment large, the next by space."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widgets import DataTable

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.workbook.tables import Pain
from tests.tui.worksheets.listen.review_sheet import add


async def test_enter_reads_large_and_every_key_stays(app: CxresetApp, reset: Reset) -> None:
    """One comment whole, however long, the next by space; enter or esc shows the list again."""
    add(reset, "late again " * 400 + "the end", "Second one")
    reset.book.add(Pain(title="Delivery day moves"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.1)
        box = app.screen.query_one("#comment-box")
        small = box.size.height
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert box.size.height > small + 4
        assert box.max_scroll_y > 0
        await pilot.press("1")  # ties, as in the list
        first = reset.comments.get(1)
        assert first is not None and first.pains == ("P1",)
        presses = 0
        while app.screen.query_one(ReadingList).cursor == 0:  # all of it, then the next
            await pilot.press("space")
            presses += 1
            assert presses < 30
        assert presses > 2
        await pilot.press("up", "escape")
        await pilot.pause(0.1)
        assert box.size.height == small
        assert isinstance(app.focused, ReadingList) and app.focused.cursor == 0


async def test_the_comments_of_a_pain_are_read_large_too(app: CxresetApp, reset: Reset) -> None:
    add(reset, "late again " * 400 + "the end", "Second one")
    pain = reset.book.add(Pain(title="Delivery day moves"))
    reset.book.tie(pain.key, [1, 2])
    reset.daily.set_last_visited("week-listen/listen.pains")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.1)
        await pilot.press("v")
        await pilot.pause(0.2)
        box, table = app.screen.query_one(".whole"), app.screen.query_one(DataTable)
        small = box.size.height
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert box.size.height > small and isinstance(box, VerticalScroll)
        for _ in range(30):
            await pilot.press("space")
        await pilot.pause()
        assert table.cursor_row == 1 and box.scroll_offset.y == 0
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert box.size.height == small
