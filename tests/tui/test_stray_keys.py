"""Nothing lasting by one stray letter: what a key changes, the very next `u` brings back.

Every letter, digit and sign is pressed on every place, worksheet and dialog, with the focus where
it lies when one comes there. Afterwards the workbook and the home folder are as before; or the
state line names the change with its way back, and `u` brings all of it back.
"""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from textual.keys import _character_to_key
from textual.pilot import Pilot

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.widgets.key_line import is_typing
from cxreset.tui.widgets.state_line import StateLine
from cxreset.workbook.undo.log import recorded_tables
from tests.tui.test_keys import DESTINATIONS, DIALOGS, READING, STEPS, ways

SIZE = (120, 40)
KEYS = ("space", *(_character_to_key(each) for each in string.printable[:94]))
BOOKKEEPING = {"place", "hide_personal", "seen"}
"""Columns that say how the screen shows things; going back to a comment is no change."""


def lasting(reset: Reset) -> dict[str, list[tuple[object, ...]]]:
    """Every recorded row of the workbook, without where the leader is."""
    connection = reset.file.connection
    found = {}
    for table in recorded_tables(connection):
        cursor = connection.execute(f"SELECT * FROM {table}")
        kept = [i for i, column in enumerate(cursor.description) if column[0] not in BOOKKEEPING]
        found[table] = sorted((tuple(row[i] for i in kept) for row in cursor), key=repr)
    return found


def files(home: Path) -> set[str]:
    """What lies in the leader's folders, without what the program keeps for itself."""
    found = (each.relative_to(home) for each in home.rglob("*") if each.suffix != ".cxreset")
    return {str(each) for each in found if each.parts[0] != "cxreset"}


class Visit:
    """One place, come to anew after every key that leads away from it."""

    def __init__(self, pilot: Pilot[str], reset: Reset, name: str, home: Path) -> None:
        self.pilot, self.app, self.reset, self.home = pilot, pilot.app, reset, home
        self.step, self.keys = ways(reset.pack)[name]
        self.wrong: list[str] = []
        self.changed = 0
        self._rows: dict[str, list[tuple[object, ...]]] = {}
        self._read_at = -1

    def lasting(self) -> dict[str, list[tuple[object, ...]]]:
        """`lasting` of the workbook, read anew only after a write."""
        written = self.reset.file.connection.total_changes
        if written != self._read_at:
            self._rows, self._read_at = lasting(self.reset), written
        return self._rows

    async def come(self) -> None:
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()
            await self.pilot.pause()
        if self.app.current_mode != "today":
            await self.app.switch_mode("today")
        self.app.screen.set_focus(None)
        week = next((each.week for each in self.reset.pack.steps if each.id == self.step), "")
        self.reset.daily.set_last_visited(f"week-{week}/{self.step}" if week else "today/")
        for key in self.keys:
            await self.pilot.press(key)
            await self.pilot.pause(0.3)
        self.screen, self.focused = self.app.screen, self.app.screen.focused

    def message(self) -> str:
        """What the state line in sight says, and what a dialog says of itself."""
        stack = reversed(self.app.screen_stack)
        lines = [str(line.content) for screen in stack for line in screen.query(StateLine)]
        return " ".join([*lines, *(str(each.render()) for each in self.screen.query("#message"))])

    async def try_key(self, key: str) -> None:
        before, there = self.lasting(), files(self.home)
        await self.pilot.press(key)
        await self.pilot.pause(0.05)
        asked = isinstance(self.screen, ConfirmScreen) and key == "y"  # it said what y does
        if files(self.home) != there and not asked:
            self.wrong.append(f"{key} writes {files(self.home) - there}")
        if self.lasting() != before:
            self.changed += 1
            await self.pilot.pause(0.2)
            if "u takes it back" not in self.message() and key not in ("u", "U"):
                self.wrong.append(f"{key}: changed, and said {self.message()!r}")
            await self.pilot.press("U" if key == "u" else "u")
            await self.pilot.pause(0.2)
            if self.lasting() != before:
                self.wrong.append(f"{key}: u did not bring it back")
                while self.reset.undo():
                    pass
        if self.app.screen is not self.screen or is_typing(self.app.screen):
            await self.come()
        elif self.app.screen.focused is not self.focused:
            self.app.screen.set_focus(self.focused)

    async def every_key(self) -> None:
        """Keys that are commands one by one, all others in one burst."""
        bound = [key for key in KEYS if key in self.screen.active_bindings]
        before = self.lasting()
        await self.pilot.press(*(key for key in KEYS if key not in bound))
        await self.pilot.pause(0.2)
        if self.lasting() != before or self.app.screen is not self.screen:
            self.wrong.append("a key that is no command acts")
        for key in bound:
            await self.try_key(key)


async def visited(sample: Reset, name: str, home: Path) -> Visit:
    app = CxresetApp(sample.pack, sample, lambda settings: sample, today=lambda: sample.today,
                     where="sample.cxreset")  # fmt: skip
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        visit = Visit(pilot, sample, name, home)
        await visit.come()
        if not is_typing(app.screen):
            await visit.every_key()
    return visit


@pytest.mark.parametrize("name", ["listen.order", "actions"])
async def test_one_letter_changes_nothing_for_good(sample: Reset, home: Path, name: str) -> None:
    visit = await visited(sample, name, home)
    assert visit.wrong == [], "\n".join(visit.wrong)
    assert visit.changed > 0


@pytest.mark.long
@pytest.mark.parametrize("name", [*DESTINATIONS, *STEPS, *DIALOGS, *READING])
async def test_no_letter_anywhere_changes_anything_for_good(
    sample: Reset, home: Path, name: str
) -> None:
    visit = await visited(sample, name, home)
    assert visit.wrong == [], "\n".join(visit.wrong)
