"""Words that change twice while a widget is busy are as wide as the last ones."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from cxreset.tui.toolkit.asked_layouts import count_every_layout


class Line(App[None]):
    """Two texts beside each other, each as wide as its words."""

    CSS = "Static { width: auto; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("a", id="busy", markup=False)
            yield Static("b", id="other", markup=False)


async def test_the_second_of_two_layouts_asked_for_is_made() -> None:
    count_every_layout()
    done = asyncio.Event()
    app = Line()
    async with app.run_test() as pilot:
        busy = app.query_one("#busy", Static)
        busy.call_later(done.wait)
        await asyncio.sleep(0.1)  # not the pilot's pause, which waits until nobody is busy
        busy.update("one")
        app.query_one("#other", Static).update("laid out meanwhile")
        await asyncio.sleep(0.1)
        busy.update("one two three")
        done.set()
        await pilot.pause(0.1)
        assert busy.size.width == len("one two three")
