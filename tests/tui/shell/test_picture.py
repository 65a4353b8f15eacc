"""The picture kept for the next start is what the next start would draw."""

from __future__ import annotations

from datetime import date

from textual.geometry import Size
from textual.pilot import Pilot

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.toolkit.private import drawn

TODAY = date(2026, 9, 9)


Kept = list[tuple[str, Size]]
"""The pictures that an app kept, with the terminal's size."""


def app_on(reset: Reset) -> tuple[CxresetApp, Kept]:
    def never(_: object) -> Reset:
        raise AssertionError("there is a workbook already")

    app = CxresetApp(reset.pack, reset, never, today=lambda: TODAY, where=str(reset.file.path))
    kept: Kept = []
    app.keep_picture = lambda picture, size: kept.append((picture, size))
    return app, kept


async def leave(pilot: Pilot[str]) -> None:
    """Leave by the key, and wait until it has been done."""
    await pilot.press("ctrl+q")
    await left(pilot)


async def left(pilot: Pilot[str]) -> None:
    """Wait until the app has ended."""
    for _ in range(200):
        if pilot.app.return_code is not None:
            return
        await pilot.pause(0.02)


async def drawn_anew(reset: Reset) -> str:
    """What the next start would draw."""
    app, _ = app_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        return drawn(app.screen)


async def test_leaving_from_anywhere_keeps_today_as_it_is_then(reset: Reset) -> None:
    app, kept = app_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "d")  # a tick changes what Today says next
        await leave(pilot)
    assert kept == [(await drawn_anew(reset), Size(80, 24))]


async def test_an_open_dialog_is_no_picture(reset: Reset) -> None:
    app, kept = app_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        await leave(pilot)
    assert kept == []


async def test_a_signal_keeps_today_where_it_is_in_sight(reset: Reset) -> None:
    """As a start draws it: without what was said a moment ago, and no field in focus."""
    app, kept = app_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "w", "x", "y")
        app._leave(143)
        await left(pilot)
    assert app.return_code == 143
    assert kept == [(await drawn_anew(reset), Size(80, 24))]


async def test_a_signal_elsewhere_keeps_nothing_and_ends_at_once(reset: Reset) -> None:
    app, kept = app_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        app._leave(143)
        assert app.return_code == 143
    assert kept == []
