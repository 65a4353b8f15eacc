"""Every key that is shown works where it is shown: in each kind of widget, by Tab or by a click.

Each screen and dialog of the filled sample is walked. A widget of each kind gets the focus, every
key shown then is pressed, and must run the very command it stands for. The commands themselves are
recorded instead of run, so one visit tries all of them.
"""

from __future__ import annotations

from typing import Any

import pytest
from textual.binding import ActiveBinding
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp

SIZE = (120, 40)
DISPLAYED = {"⏎": "enter", "?": "question_mark", "[": "left_square_bracket", "1–9": "1",
             "]": "right_square_bracket", "^s": "ctrl+s", "^l": "ctrl+l", ".": "full_stop",
             "<": "less_than_sign", ">": "greater_than_sign", "+": "plus", "-": "minus",
             "=": "equals_sign", "/": "slash", "space": "space", "F1": "f1",
             "→": "right", "←": "left", "↓": "down",
             "esc": "escape"}  # fmt: skip
"""What stands for a key, where a command does not show the key's own name."""

DESTINATIONS = {
    "today": "", "actions": "a", "practices": "h", "journal": "j", "share": "e",
    "help": "question_mark", "scoreboard": "y", "settings": "f3",
}  # fmt: skip
STEPS = (
    "listen.review", "listen.pains", "listen.order", "listen.plan",
    "map.compare", "map.gaps", "map.sort", "map.roadmap",
    "team.meeting", "team.align", "team.owners", "team.followups",
    "test.pilot", "test.measure", "test.voices", "test.lessons", "test.share",
)  # fmt: skip
DIALOGS = {
    "practice": ("p",), "pause": ("z",), "catch-up": ("c",), "check-up": ("k",),
    "templates": ("f2",), "template": ("f2", "enter"), "returned": ("a", "i"),
    "owner": ("a", "o"), "remove": ("a", "delete"), "write": ("e", "s"), "metrics": ("1", "M"),
    "undo list": ("space", "ctrl+z"), "keys": ("f3", "k"),
    "find": ("question_mark", "slash"),
}  # fmt: skip
READING = {
    "filter": "f", "by hand": "c", "channels": "s", "import": "i", "name a pain": "n",
    "other pains": "0", "remove a comment": "delete", "what recurs": "r", "pain": "p",
}  # fmt: skip
QUICK = ("today", "settings", "filter", "undo list", "remove")


class Walk:
    """One visit to a screen: which keys were pressed there, and what went wrong."""

    def __init__(self, pilot: Pilot[str], patch: pytest.MonkeyPatch) -> None:
        self.pilot, self.app = pilot, pilot.app
        self.pressed = 0
        self.visited: set[tuple[str, str]] = set()  # kind of widget, and how it got the focus
        self.wrong: list[str] = []
        self._ran: list[tuple[str, DOMNode | None]] = []

        async def record(app: Any, action: Any, default_namespace: Any = None,
                         namespaces: Any = None) -> bool:  # fmt: skip
            self._ran.append((str(action), default_namespace))
            return True

        patch.setattr(CxresetApp, "run_action", record)

    def shown(self) -> list[ActiveBinding]:
        """What the line at the bottom, or a dialog, offers where the focus is now."""
        found: dict[tuple[DOMNode, str], ActiveBinding] = {}
        for each in self.app.screen.active_bindings.values():
            if each.binding.show and each.binding.description:
                # of several keys of one command the first is shown, and stands for all
                found.setdefault((each.node, each.binding.action), each)
        return list(found.values())

    async def press_all(self, where: str) -> None:
        focused = self.app.focused
        self.visited.add((type(focused).__name__, where.rpartition(" ")[2]))
        for node, binding, *_ in self.shown():
            key = binding.key
            if binding.key_display and DISPLAYED[binding.key_display] != key:
                self.wrong.append(f"{where}: {key} is shown as {binding.key_display}")
            self._ran.clear()
            await self.pilot.press(key)
            await self.pilot.pause()
            self.pressed += 1
            if (binding.action, node) not in self._ran:
                self.wrong.append(f"{where}: {key} ({binding.description}) ran {self._ran}")
            if self.app.focused is not focused and focused is not None:
                self.app.screen.set_focus(focused)

    def kinds(self) -> list[Widget]:
        """A widget of each kind that can have the focus here."""
        found: dict[str, Widget] = {}
        for widget in self.app.screen.query("*"):
            if widget.focusable and all(node.display for node in widget.ancestors_with_self
                                        if isinstance(node, Widget)):  # fmt: skip
                found.setdefault(type(widget).__name__, widget)
        return list(found.values())

    async def everywhere(self) -> None:
        """By Tab first, then by clicks: a click in the list of steps opens another one."""
        kinds = self.kinds()
        for widget in kinds:
            self.app.screen.set_focus(widget)
            await self.pilot.pause()
            await self.press_all(f"{type(widget).__name__} by Tab")
        for widget in reversed(kinds):
            shown = all(node.display for node in widget.ancestors_with_self)
            inside = self.app.screen.region.contains_region(widget.region)
            if shown and inside and not isinstance(widget, Button):  # its click is its command
                await self.pilot.click(widget)
                await self.pilot.pause()
                await self.press_all(f"{type(widget).__name__} after a click")


async def walked(app: CxresetApp, keys: tuple[str, ...]) -> Walk:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.1)
        for key in keys:
            await pilot.press(key)
            for _ in range(3):
                await pilot.pause()
            await pilot.pause(0.3)
        with pytest.MonkeyPatch.context() as patch:
            walk = Walk(pilot, patch)
            await walk.everywhere()
    return walk


def ways(pack: Pack) -> dict[str, tuple[str, tuple[str, ...]]]:
    """name -> (the step in hand, the keys that lead there)."""
    found = {name: ("", tuple(filter(None, (key,)))) for name, key in DESTINATIONS.items()}
    found |= {step.id: (step.id, (str(pack.week(step.week).number),)) for step in pack.steps}
    found |= {name: ("", keys) for name, keys in DIALOGS.items()}
    found |= {name: ("listen.review", ("1", key)) for name, key in READING.items()}
    return found


async def visit(sample: Reset, name: str) -> Walk:
    """A walk over the screen of that name; the workbook opens on it."""
    step, keys = ways(sample.pack)[name]
    week = next((each.week for each in sample.pack.steps if each.id == step), "")
    sample.daily.set_last_visited(f"week-{week}/{step}" if week else "today/")
    app = CxresetApp(sample.pack, sample, lambda settings: sample, today=lambda: sample.today,
                     where="sample.cxreset")  # fmt: skip
    return await walked(app, keys)


@pytest.mark.parametrize("name", QUICK)
async def test_a_key_shown_works(sample: Reset, name: str) -> None:
    walk = await visit(sample, name)
    assert walk.wrong == []
    assert walk.pressed > 0


@pytest.mark.long
@pytest.mark.parametrize("name", [*DESTINATIONS, *STEPS, *DIALOGS, *READING])
async def test_every_key_shown_works_on_every_screen(sample: Reset, name: str) -> None:
    walk = await visit(sample, name)
    print(f"{name}: {len(walk.visited)} places of the focus, {walk.pressed} keys")
    assert walk.wrong == []
    assert walk.pressed > 0


def test_no_step_is_left_out(pack: Pack) -> None:
    assert set(STEPS) == {step.id for step in pack.steps}
