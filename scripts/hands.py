"""Hands on the real app: keys as a quick typist sends them, and eyes that only look.

Words are sent as a burst, one key after the other without waiting, so that a key the app swallows
is noticed: what a field shows afterwards must be what was typed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any, TypeVar

from textual.app import App
from textual.coordinate import Coordinate
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.worksheets.gaps.roadmap import RoadmapSheet
from cxreset.tui.worksheets.parts.records import RecordSheet

S = TypeVar("S", bound=Screen[Any])
PATIENCE = 12.0  # seconds until something that should appear counts as missing
MOST_TABS = 60


class Lost(AssertionError):
    """The app did not do what the keys asked for; says where."""


class Hands:
    """Keys into one running app."""

    def __init__(self, app: App[Any], pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    # -- keys

    def send(self, text: str) -> None:
        """Characters, one key each, without waiting for any of them."""
        driver = self.app._driver
        assert driver is not None
        for character in text:
            event = Key(_character_to_key(character), character)
            event.set_sender(self.app)
            driver.send_message(event)

    async def press(self, *keys: str) -> None:
        """Named keys (`enter`, `d`, `ctrl+s`), each followed by a moment to look."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            if len(key) == 1:
                self.send(key)
            else:
                event = Key(key, {"space": " ", "enter": "\r", "tab": "\t"}.get(key))
                event.set_sender(self.app)
                driver.send_message(event)
            await self.settle()

    async def to_elsewhere(self, key: str) -> None:
        """A key that moves the focus."""
        before = self.app.focused
        await self.press(key)
        await self.until(f"{key} to lead on", lambda: self.app.focused is not before)

    async def settle(self) -> None:
        """Until every widget has dealt with what it was told; no longer, unlike `pilot.pause`."""
        await asyncio.sleep(0.01)
        for _ in range(2):  # a key is handed on from app to widget to list
            await self.pilot._wait_for_screen()

    async def write(self, text: str) -> None:
        """Type into what has the focus, and see that every letter arrived."""
        await self.until("a line to write in", self._writable)
        focused = self.app.focused
        before = self.typed(focused)
        self.send(text)
        await self.settle()
        if self.typed(focused) != before + text:
            raise Lost(f"typed “{text}” into {self.where()}; it shows “{self.typed(focused)}”")

    def _writable(self) -> bool:
        return isinstance(self.app.focused, Input | TextArea)

    @staticmethod
    def typed(widget: object) -> str:
        """What stands in a line or a text."""
        if isinstance(widget, Input):
            return widget.value
        return widget.text if isinstance(widget, TextArea) else ""

    # -- fields

    def field(self) -> Field | None:
        """The field that has the focus."""
        focused = self.app.focused
        nodes = focused.ancestors_with_self if focused is not None else []
        return next((node for node in nodes if isinstance(node, Field)), None)

    async def to_field(self, name: str) -> None:
        """Tab on until the focus is in the field of that name (its column, or its id)."""
        for _ in range(MOST_TABS):
            field = self.field()
            if field is not None and (field.has_class(f"field-{name}") or field.id == name):
                return
            await self.to_elsewhere("tab")
        raise Lost(f"no tab leads to the field {name}; the focus is on {self.where()}")

    async def fill(self, **values: str) -> None:
        """Fill fields in their order; what stands in one already is replaced.

        For a choice the value is how its option begins, for a tie some of the other's words.
        """
        for name, value in values.items():
            await self.to_field(name)
            focused = self.app.focused
            if isinstance(focused, Input | TextArea):
                if self.typed(focused):
                    await self.press("end", "ctrl+u")
                await self.write(value)
            elif isinstance(focused, Choice):
                await self.press(self._digit(focused, value))
                await self.until(f"{name} to be {value}", partial(self._picked, focused, value))
            else:
                await self.to_elsewhere("enter")
                self.send(value)
                await self.to_elsewhere("enter")

    @staticmethod
    def _digit(choice: Choice, start: str) -> str:
        """The digit that picks the first option beginning so."""
        labels = [label.lower() for _, label in choice.options]
        index = next((i for i, label in enumerate(labels) if label.startswith(start)), None)
        if index is None:
            raise Lost(f"no option begins with {start}: {', '.join(labels)}")
        return labels[index] if labels[index].isdigit() else str(index + 1)

    @staticmethod
    def _picked(choice: Choice, key: str) -> bool:
        labels = (label for value, label in choice.options if value == choice.value)
        return next(labels, "").lower().startswith(key)

    # -- lists

    def sheet(self) -> RecordSheet:
        """The list the focus is in."""
        focused = self.app.focused
        nodes = focused.ancestors_with_self if focused is not None else []
        found = next((node for node in nodes if isinstance(node, RecordSheet)), None)
        if found is None:
            raise Lost(f"the focus is in no list but on {self.where()}")
        return found

    async def new(self, **values: str) -> None:
        """A new line in the list, filled in, and back to the list."""
        await self.press("n")
        await self.until("the new line's fields", lambda: self.field() is not None)
        await self.fill(**values)
        await self.to_elsewhere("escape")

    async def to_line(self, ref: str) -> None:
        """With arrows to the line of that id."""
        sheet = self.sheet()
        for _ in range(MOST_TABS):
            if sheet.chosen is not None and sheet.chosen.ref == ref:
                return
            refs = [row.ref for row in sheet._rows]
            if ref not in refs:
                break
            before = sheet.grid.cursor_coordinate
            if isinstance(sheet, RoadmapSheet) and sheet.columned:
                row, column = sheet._cell_of(sheet._rows[refs.index(ref)].key)
            else:
                row, column = refs.index(ref), before.column
            sideways = "right" if column > before.column else "left"
            upright = "down" if row > before.row else "up"
            await self.press(sideways if column != before.column else upright)
            await self.until("the cursor", partial(self._moved, sheet, before))
        raise Lost(f"no arrow leads to {ref}; the focus is on {self.where()}")

    @staticmethod
    def _moved(sheet: RecordSheet, before: Coordinate) -> bool:
        return sheet.grid.cursor_coordinate != before

    async def pick(self, wanted: str) -> None:
        """In a dialog that lists records: to the one whose name holds this, and take it."""
        options: list[tuple[str, int]] = self.app.screen.options  # type: ignore[attr-defined]
        index = next((i for i, (name, _) in enumerate(options) if wanted in name), None)
        if index is None:
            raise Lost(f"{wanted} is not among {[name for name, _ in options]}")
        await self.press("home", *["down"] * index, "enter")

    # -- eyes

    def where(self) -> str:
        """Screen and focus, for a message."""
        field = self.field()
        named = f" ({field.label or field.id})" if field is not None else ""
        return f"{type(self.app.screen).__name__}: {self.app.focused!r}{named}"

    def says(self, selector: str) -> str:
        """What a widget of the present screen says."""
        return str(self.app.screen.query(selector).first(Static).render())

    async def until(self, what: str, there: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Wait for something to appear; Lost after so many seconds."""
        end = monotonic() + patience
        while not there():
            if monotonic() > end or self.app._exception is not None:
                missing = self.says("#missing") if self.app.screen.query("#missing") else ""
                raise Lost(f"waited for {what}; {missing} The focus is on {self.where()}")
            await asyncio.sleep(0.02)
        await self.settle()

    async def on_screen(self, kind: type[S]) -> S:
        """Wait for a screen to be in front."""
        await self.until(kind.__name__, lambda: isinstance(self.app.screen, kind))
        screen = self.app.screen
        assert isinstance(screen, kind)
        return screen
