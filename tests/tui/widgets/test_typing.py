"""What is typed without a pause is stored on the way, never more than half a second late."""

from __future__ import annotations

import asyncio
from datetime import date

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.fields.field import PAUSE_SECONDS, TYPING_SECONDS

WORDS = "nobody called back the same day"


async def test_at_most_half_a_second_of_typing_is_not_stored(app: CxresetApp, reset: Reset) -> None:
    clock = asyncio.get_running_loop().time
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        typed_at = []
        for letter in WORDS.replace(" ", "_"):
            typed_at.append(clock())
            await pilot.press(letter)
            stored = len(reset.daily.win(date(2026, 9, 9)) or "")
            assert stored == len(typed_at) or clock() - typed_at[stored] <= TYPING_SECONDS
        await pilot.pause(PAUSE_SECONDS)
        assert reset.daily.win(date(2026, 9, 9)) == WORDS.replace(" ", "_")
