"""Two windows: the second only looks on, sees the first one's edits, and takes over after it."""

from __future__ import annotations

from datetime import date

from cxreset.reset import Reset, open_reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.lock import WindowLock
from cxreset.workbook.tables import Touchpoint


def window_on(reset: Reset) -> CxresetApp:
    return CxresetApp(
        reset.pack, reset, lambda settings: reset, today=lambda: date(2026, 9, 9), where="here"
    )


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
        await pilot.pause(1.3)
        table = app.screen.query_one("DataTable")
        assert getattr(table, "row_count", 0) == 1
        first.release()
        await pilot.pause(1.3)
        await pilot.press("n")
        await pilot.pause(0.2)
        assert len(second.book.rows(Touchpoint)) == 2
    second.file.close()


def test_a_lock_goes_with_its_holder(reset: Reset) -> None:
    one, two = WindowLock(reset.file.path), WindowLock(reset.file.path)
    assert one.take() and one.held
    assert not two.take() and not two.held
    one.release()
    assert two.take()
    assert two.path.stat().st_mode & 0o777 == 0o600
    two.release()
