"""However a step is opened, its list has the focus: the keys below work at once."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, OptionList

from cxreset.reset.reset import Reset
from cxreset.reset.steps import tick
from cxreset.tui.app import CxresetApp
from cxreset.workbook.tables import Pain

STEPS = {"]": "review", "[": "order", "b": "pains", "1": "pains", "again": "pains",
          "step": "order", "same": "pains", "tick": "pains", "open": "pains",
          "lost": "pains"}  # fmt: skip


async def go(pilot: Pilot[str], way: str) -> None:
    """Open 1.2 in that way."""
    press = {"]": ["1", "right_square_bracket"], "[": ["1", "left_square_bracket"], "b": ["b"],
             "again": ["1", "t", "b"], "open": ["enter"]}.get(way, ["1"])  # fmt: skip
    for key in press:
        await pilot.press(key)
        await pilot.pause(0.1)
    screen = pilot.app.screen
    if way == "step":
        await pilot.click("#strip", offset=(10, 0))
    elif way == "same":
        screen.query_one("#steps", OptionList).focus()
        await pilot.press("enter")
    elif way == "tick":
        await pilot.click("#tick")
    elif way == "lost":
        screen.set_focus(None)
    await pilot.pause(0.1)
    await pilot.pause(0.1)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("way", STEPS)
async def test_the_list_has_the_focus(
    app: CxresetApp, reset: Reset, way: str, size: tuple[int, int]
) -> None:
    if (way == "step" and size[0] > 80) or (way == "same" and size[0] == 80):
        pytest.skip("shown at the other size only")
    reset.book.add(Pain(title="Late"))
    if way == "open":
        tick(reset, "listen.review")
    reset.daily.set_last_visited(f"week-listen/listen.{STEPS[way]}")
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.1)
        await go(pilot, way)
        assert isinstance(app.focused, DataTable)
        await pilot.press("space")
        await pilot.pause()
        assert [pain.key for pain in reset.book.rows(Pain, chosen=True)] == [1]
