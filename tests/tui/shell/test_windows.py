"""Two windows: the second only looks on, sees the first one's edits, and takes over after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from cxreset.reset.reset import Reset, open_reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.pace import Presence
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


async def test_midnight_turns_the_day_and_leaves_what_is_typed(reset: Reset) -> None:
    days = [date(2026, 9, 9)]
    reset.file.close()
    again = open_reset(reset.file.path, reset.pack, lambda: days[-1])
    app = CxresetApp(again.pack, again, lambda settings: again, today=lambda: days[-1],
                     where="here")  # fmt: skip
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("w", *"Late")
        days.append(date(2026, 9, 10))
        await until(pilot, lambda: again.pace.presence() == Presence(date(2026, 9, 10)))
        await pilot.press(*"r", "escape")
        await pilot.pause(0.3)
        win = app.screen.query_one("#win Input", Input)
        await until(pilot, lambda: win.value == "")
    assert (again.daily.win(days[0]), again.daily.win(days[1])) == ("Later", "")
    again.file.close()


def test_a_lock_goes_with_its_holder(reset: Reset) -> None:
    one, two = WindowLock(reset.file.path), WindowLock(reset.file.path)
    assert one.take() and one.held
    assert not two.take() and not two.held
    one.release()
    assert two.take()
    assert two.path.stat().st_mode & 0o777 == 0o600
    two.release()
