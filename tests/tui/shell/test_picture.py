"""The picture kept for the next start is what the next start would draw."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell.textual_private import drawn

TODAY = date(2026, 9, 9)


def app_on(reset: Reset) -> CxresetApp:
    def never(_: object) -> Reset:
        raise AssertionError("there is a workbook already")

    return CxresetApp(reset.pack, reset, never, today=lambda: TODAY, where=str(reset.file.path))


async def leave(pilot: Pilot[str]) -> None:
    """Leave by the key, and wait until it has been done."""
    await pilot.press("ctrl+q")
    for _ in range(200):
        if pilot.app.return_code is not None:
            return
        await pilot.pause(0.02)


async def test_leaving_from_anywhere_keeps_today_as_it_is_then(reset: Reset) -> None:
    first = app_on(reset)
    async with first.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "d")  # a tick changes what Today says next
        await leave(pilot)
    assert first.picture
    second = app_on(reset)
    async with second.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert drawn(second.screen) == first.picture


async def test_an_open_dialog_is_no_picture(reset: Reset) -> None:
    app = app_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        await leave(pilot)
    assert app.picture == ""
