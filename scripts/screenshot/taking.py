"""One picture after the other: an app is opened once a route and shown in every size and theme."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell.colours import choose_theme
from scripts.screenshot.routes import FILE, Route
from scripts.screenshot.workbooks import app_before, app_on, copied, just_begun, on_day, sample

# Whoever takes the pictures, they are those of a dark terminal with all colours.
os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color", "COLORFGBG": "15;0"}
os.environ.pop("NO_COLOR", None)

FEEDBACK = """Day,Score,What should we do better?,Depot
2026-09-01,2,"The parcel was late again, and nobody said so",Pine
2026-09-02,5,Easy to order and kind on the phone,Oak
2026-09-03,1,I was charged twice and had to ask for it three times,Oak
2026-09-04,3,Nobody answers the phone at noon,Pine
2026-09-04,9,n/a,Pine
"""


class Size(NamedTuple):
    """Of a terminal, in cells."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


class Look(NamedTuple):
    """In what a picture is taken."""

    size: Size
    theme: str = "dark"


class Studio:
    """A folder with the workbooks of the pictures; each route opens a copy of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reset = sample(folder)
        (folder / FILE).write_text(FEEDBACK, encoding="utf-8")
        os.chdir(folder)

    def app(self, route: Route) -> CxresetApp:
        """The app on the workbook of a route, with its step open."""
        if route.workbook == "none":
            return app_before(self.reset)
        folder = self.folder / route.name
        folder.mkdir(exist_ok=True)
        if route.workbook == "begun":
            reset = just_begun(folder)
        else:
            reset = copied(self.reset, folder / "sample.cxreset")
        if route.day:
            reset = on_day(reset, route.day)
        remember(reset, route.step)
        return app_on(reset)


def remember(reset: Reset, step_id: str) -> None:
    """Let the app open on that step when its week is gone to."""
    if step_id:
        reset.daily.set_last_visited(f"week-{reset.pack.step(step_id).week}/{step_id}")


async def take(app: CxresetApp, keys: Iterable[str], paths: dict[Look, Path]) -> None:
    """Open the app, press the keys, and keep a picture of each look."""
    looks = list(paths)
    async with app.run_test(size=looks[0].size) as pilot:
        await pilot.pause(0.3)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.15)
        await pilot.pause(0.4)
        for look, path in paths.items():
            await show(app, pilot, look)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(picture(app), encoding="utf-8")


async def show(app: CxresetApp, pilot: Pilot[str], look: Look) -> None:
    """Show the app in that size and theme."""
    choose_theme(app, look.theme)
    if (app.size.width, app.size.height) != (look.size.width, look.size.height):
        await pilot.resize_terminal(*look.size)
    await pilot.pause(0.3)


def picture(app: CxresetApp) -> str:
    """The screen as SVG. It must fetch nothing when it is looked at: no web font."""
    drawn = app.export_screenshot(title="cxreset")
    return re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.S)


def by_look(route: Route, looks: Sequence[Look], folder: Path) -> dict[Look, Path]:
    """The file of each picture of a route."""
    return {
        look: folder / f"{look.size}-{look.theme}" / f"{route.name}.svg"
        for look in sorted(looks, key=lambda look: look.size, reverse=True)
    }
