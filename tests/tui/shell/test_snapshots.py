"""How four screens of the sample look; it stands still on its day, so they are always the same.

After a wanted change: pytest tests/tui/shell/test_snapshots.py --snapshot-update, and look at
the files.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.choices import ShareChoice, keep_share_choice

SHOTS = {
    "today": ((80, 24), []),
    "pains": ((110, 34), ["1"]),
    "actions": ((110, 34), ["a"]),
    "share": ((80, 24), ["e"]),
}


@pytest.mark.parametrize("name", SHOTS)
def test_it_looks_as_it_did(sample: Reset, snap_compare: Callable[..., bool], name: str) -> None:
    size, keys = SHOTS[name]
    sample.daily.set_last_visited("week-listen/listen.pains" if name == "pains" else "today/")
    keep_share_choice(sample.file, ShareChoice(path="plan.html"))
    app = CxresetApp(
        sample.pack,
        sample,
        lambda settings: sample,
        today=lambda: sample.today,
        where="sample.cxreset",
    )
    app.animation_level = "none"

    async def settle(pilot: Pilot[Any]) -> None:
        for key in keys:
            await pilot.press(key)
        for _ in range(3):
            await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.8)
        pilot.app.clear_notifications()
        for line in pilot.app.screen.query(Input):
            line.cursor_blink = False

    assert snap_compare(app, terminal_size=size, run_before=settle)
