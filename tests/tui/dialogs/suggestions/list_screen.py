"""The screen of suggestions as a leader drives it: its lines, its texts, a line gone to by keys."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from cxreset.tui.app import CxresetApp


def shown(app: CxresetApp, name: str) -> str:
    return str(app.screen.query_one(name, Static).content)


def lines(app: CxresetApp) -> list[str]:
    """The list, without its figures and words."""
    themes = app.screen.query_one(OptionList)
    return [str(themes.get_option_at_index(at).prompt) for at in range(themes.option_count)]


async def settle(app: CxresetApp, pilot: Pilot[Any]) -> None:
    await pilot.pause()
    while any(worker.group == "themes" and not worker.is_finished for worker in app.workers):
        await pilot.pause(0.02)
    await pilot.pause()


async def to_line(app: CxresetApp, pilot: Pilot[Any], name: str) -> None:
    """With the cursor keys, as a leader would."""
    wanted = next(at for at, line in enumerate(lines(app)) if name in line)
    themes = app.screen.query_one(OptionList)
    for _ in range(40):
        if themes.highlighted == wanted:
            return
        await pilot.press("down" if (themes.highlighted or 0) < wanted else "up")
    raise AssertionError(f"{name} is not reached")
