"""Share as a leader drives it: opened, gone down by keys, waited for, read."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input

from cxreset.tui.screens.share.screen import ShareScreen
from cxreset.tui.widgets.page.page import Page

EMAIL = "ann@example.com"


def preview(pilot: Pilot[str]) -> str:
    return pilot.app.screen.query_one(Page).text


def path(pilot: Pilot[str]) -> Input:
    return pilot.app.screen.query_one("#path Input", Input)


async def settle(pilot: Pilot[str]) -> None:
    for _ in range(3):
        await pilot.pause()
    screen = pilot.app.screen
    while isinstance(screen, ShareScreen) and screen.waits_to_look:
        await pilot.pause(0.02)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def opened(pilot: Pilot[str], *keys: str) -> ShareScreen:
    await pilot.press("e")
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    assert isinstance(pilot.app.screen, ShareScreen)
    return pilot.app.screen
