"""One of many: drawn as a line, with its list only while it is open."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input
from textual.widgets._select import SelectOverlay

from cxreset.tui.widgets.fields.pick_one import ARROW, PickOne

NAMES = [("G1  Promises [b]slip[/b]", 4), ("G2  Boxes are not complete", 7)]


class Ties(App[None]):
    """A pick, a line to leave it for, and what was picked."""

    CSS = "PickOne { width: 24; height: auto; } SelectOverlay { overlay: screen; margin: 1 0 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.picked: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield PickOne("not tied yet")
        yield Input()

    def on_mount(self) -> None:
        self.query_one(PickOne).offer(NAMES)

    def on_pick_one_changed(self, event: PickOne.Changed) -> None:
        self.picked.append(event.value)
        assert event.control.value == event.value


async def test_it_is_opened_and_picked_from_by_keys_typed_at_once() -> None:
    app = Ties()
    async with app.run_test() as pilot:
        pick = app.query_one(PickOne)
        assert (pick.render().plain, len(pick.children)) == (f"not tied yet{' ' * 11}{ARROW}", 0)
        pick.focus()
        await pilot.press("enter", "down", "down", "enter")
        await pilot.pause(0.2)
        assert (app.picked, pick.value) == ([7], 7)
        assert pick.has_focus and not pick.children
        await pilot.press("space", "B", "o", "x", "enter")  # typed letters look for a name
        assert app.picked == [7], "the same again is no change"
        await pilot.press("up", "G", "1", "enter")
        await pilot.press("down", "home", "enter")
        await pilot.pause(0.2)
        assert app.picked == [7, 4, None]


async def test_it_closes_by_escape_by_a_click_and_when_it_is_left() -> None:
    app = Ties()
    async with app.run_test() as pilot:
        pick = app.query_one(PickOne)
        pick.value = 4
        await pilot.click(pick)
        await pilot.pause(0.2)
        assert isinstance(app.focused, SelectOverlay)
        assert app.focused.highlighted == 1, "the cursor is on what is picked"
        await pilot.press("down", "escape")
        await pilot.pause(0.2)
        assert pick.has_focus and not pick.children
        await pilot.press("enter")
        await pilot.press("tab")
        await pilot.pause(0.2)
        assert isinstance(app.focused, Input)
        assert len(pick.children) == 0
        await pilot.click(pick)
        await pilot.click(pick)
        await pilot.pause(0.2)
        assert len(pick.children) == 0
    assert app.picked == []


async def test_a_long_name_is_shown_whole_and_as_plain_text() -> None:
    app = Ties()
    async with app.run_test() as pilot:
        pick = app.query_one(PickOne)
        pick.value = 7
        await pilot.pause()
        assert pick.render().plain.split("\n") == [
            f"G2  Boxes are not {' ' * 5}{ARROW}",
            "complete",
        ]
        assert pick.size.height == 2
        pick.value = 4
        assert "[b]slip" in pick.render().plain
        pick.offer(NAMES[1:])
        assert pick.render().plain.startswith("not tied yet"), "what is gone is not offered"
