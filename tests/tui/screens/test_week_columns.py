"""From 180 columns a step's guidance stands beside its worksheet; below, in its place."""

from __future__ import annotations

from textual.widgets import DataTable

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.week.guidance import Guidance
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.page.page import PageText
from cxreset.workbook.tables import Touchpoint


async def test_guidance_beside_the_worksheet_where_there_is_room(
    app: CxresetApp, reset: Reset
) -> None:
    reset.book.add(Touchpoint(name="Returns page"))
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.press("2")
        await pilot.pause(0.2)
        screen = app.screen
        beside, within = (screen.query_one(f"#{name}", Guidance) for name in ("beside", "guidance"))
        assert beside.query(PageText) and not within.query(PageText)
        assert beside.region.x > screen.query_one("#desk").region.right
        await pilot.press("g")
        await pilot.pause()
        assert app.focused is beside and screen.query_one("#sheet").display
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.focused, DataTable)
        await pilot.press("right_square_bracket")
        await pilot.pause(0.2)
        assert "2.2" in str(screen.query_one("#name").render())
        assert len(beside.query(PageText)) == 1
        await pilot.resize_terminal(100, 30)
        await pilot.pause(0.1)
        assert not beside.display and "g Guidance" in str(screen.query_one(KeyLine).render())
        await pilot.press("g")
        await pilot.pause(0.1)
        assert within.display and not screen.query_one("#sheet").display
        keys = screen.query_one(KeyLine)
        assert "g Worksheet" in str(keys.render()), "named as its button is"
        await pilot.resize_terminal(200, 50)
        await pilot.pause(0.2)
        assert beside.display and screen.query_one("#sheet").display and not within.display
