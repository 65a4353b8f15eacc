"""Two windows: the second only looks on, sees the first one's edits, and takes over after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.pilot import Pilot
from textual.widgets import DataTable

from cxreset.reset.reset import Reset, open_reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.storage.lock import WindowLock
from cxreset.workbook.tables import Touchpoint


def window_on(reset: Reset) -> CxresetApp:
    return CxresetApp(
        reset.pack, reset, lambda settings: reset, today=lambda: date(2026, 9, 9), where="here"
    )


async def until(pilot: Pilot[str], true: Callable[[], bool]) -> None:
    """Wait for something the app does by itself once a second; a loaded machine takes longer."""
    for _ in range(80):
        if true():
            return
        await pilot.pause(0.1)
    raise AssertionError("it did not come to pass within eight seconds")


async def test_the_second_looks_on_and_takes_over(reset: Reset) -> None:
    first = WindowLock(reset.file.path)
    assert first.take()
    second = open_reset(reset.file.path, reset.pack, lambda: date(2026, 9, 9))
    app = window_on(second)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2", "n")
        await pilot.pause(0.2)
        assert second.book.rows(Touchpoint) == []  # refused here …
        reset.book.add(Touchpoint(name="Help chat"))  # … while the first one writes
        table = app.screen.query_one(DataTable)
        await until(pilot, lambda: table.row_count == 1)
        first.release()
        await until(pilot, lambda: not second.file.refusal)
        await pilot.press("n")
        await until(pilot, lambda: len(second.book.rows(Touchpoint)) == 2)
    second.file.close()


def test_a_lock_goes_with_its_holder(reset: Reset) -> None:
    one, two = WindowLock(reset.file.path), WindowLock(reset.file.path)
    assert one.take() and one.held
    assert not two.take() and not two.held
    one.release()
    assert two.take()
    assert two.path.stat().st_mode & 0o777 == 0o600
    two.release()
