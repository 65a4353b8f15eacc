"""What is found wrong behind the screens: damage ends them, a file that is gone does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.storage import backup


def window_on(reset: Reset) -> CxresetApp:
    return CxresetApp(
        reset.pack, reset, lambda settings: reset, today=lambda: date(2026, 9, 9), where="here"
    )


async def test_a_workbook_moved_before_its_check_is_not_called_damaged(reset: Reset) -> None:
    app = window_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        reset.file.path.unlink()
        app.look_after(reset.file.path)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.trouble is None


async def test_a_workbook_found_damaged_by_its_check_ends_the_screens(
    reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault_of(path: Path, *, quick: bool = False) -> str:
        return "page 7 is never used" if quick else ""

    monkeypatch.setattr(backup, "fault_of", fault_of)
    app = window_on(reset)
    async with app.run_test(size=(80, 24)) as pilot:
        app.look_after(reset.file.path)
        for _ in range(100):  # the check ends the app, and with it whoever waits for the check
            if app.trouble is not None:
                break
            await pilot.pause(0.1)
    assert app.trouble is not None
    assert "page 7 is never used" in app.trouble.sentence
