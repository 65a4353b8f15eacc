"""The import screen as a leader drives it: opened, a path typed, its work waited for."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Static

from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.importing.screen import ImportScreen


def text(app: CxresetApp, name: str) -> str:
    return str(app.screen.query_one(name, Static).content)


async def settle(app: CxresetApp, pilot: Pilot[Any]) -> None:
    await pilot.pause()
    while any(w.group in ("look", "import") and not w.is_finished for w in app.workers):
        await pilot.pause(0.02)
    await pilot.pause()


async def open_dialog(app: CxresetApp, pilot: Pilot[Any]) -> ImportScreen:
    await pilot.press("1")
    await pilot.pause()
    await pilot.press("i")
    await pilot.pause()
    assert isinstance(app.screen, ImportScreen)
    return app.screen


async def look_at(app: CxresetApp, pilot: Pilot[Any], typed: str) -> None:
    field = app.screen.query_one("#path", Input)
    field.value = typed
    field.focus()
    await pilot.press("enter")
    await settle(app, pilot)
