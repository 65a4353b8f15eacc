"""What the leader prefers on this computer, taken up by the app: the theme, and keys."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button

from cxreset.base.language.words import _
from cxreset.base.locations import settings_file
from cxreset.base.text import shown
from cxreset.tui.commands.key_names import KEYS


class PreferringApp(App[str]):
    """An app with a file of preferences; without one, all is as usual and nothing is loaded."""

    rebound: Mapping[str, str] = {}
    """Command id -> the keys that the leader gave it."""

    def action_command_palette(self) -> None:
        """As Textual's own, with what may be typed in the language of the interface."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            words = _("Search for commands…")
            self.push_screen(CommandPalette(placeholder=words, id="--command-palette"))

    def take_preferences(self) -> None:
        """Read the file, say what in it cannot be taken, and use the rest."""
        KEYS.use({})
        if not os.path.exists(settings_file()):  # noqa: PTH110 - pathlib is not loaded by then
            return
        from cxreset.base.preferences import preferences_path, read_preferences

        preferences, faults = read_preferences(preferences_path())
        for fault in faults[:1]:
            more = "" if len(faults) == 1 else _(" More is said by: cxreset settings --check")
            self.notify(shown(f"{fault}{more}"), severity="warning", markup=False)
        if preferences.keys:
            self.rebind(preferences.keys)
        self.use_theme(preferences.theme)

    def use_theme(self, name: str) -> None:
        """Draw with this theme from now on, one of `base.preferences.THEMES`."""
        raise NotImplementedError

    def rebind(self, keys: Mapping[str, str]) -> None:
        """Use these keys from now on, by command id; all others have their own."""
        self.rebound = dict(keys)
        self.set_keymap(self.rebound)
        bindings = {command: Binding(key.split(",")[0], "") for command, key in keys.items()}
        names = {command: self.get_key_display(binding) for command, binding in bindings.items()}
        KEYS.use(names)


class ButtonKeys:
    """Lets the buttons of one screen name the keys that the leader gave their commands.

    A label is followed wherever it changes: what the screen writes is kept as the usual one.
    """

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._names: dict[str, str] = {}
        self._usual: dict[Button, str] = {}
        self._named: dict[Button, str] = {}

    def follow(self, _screen: Screen[Any] | None = None) -> None:
        """Look which keys hold now, and name them on all buttons there are."""
        app = self._screen.app
        if not isinstance(app, PreferringApp) or not (app.rebound or self._usual):
            return
        self._names = _new_names(self._screen, app.rebound)
        for button in self._screen.query(Button):
            if button in self._usual:
                self._write_name(button)
            else:
                self._usual[button] = ""
                self._screen.watch(button, "label", partial(self._write_name, button))

    def _write_name(self, button: Button) -> None:
        label = str(button.label)
        if label != self._named.get(button):
            self._usual[button] = label
        words, gap, key = self._usual[button].rpartition("  ")
        named = f"{words}  {self._names[key]}" if gap and key in self._names else ""
        self._named[button] = named or self._usual[button]
        if self._named[button] != label:
            button.label = Content(self._named[button])


def _new_names(screen: Screen[Any], rebound: Mapping[str, str]) -> dict[str, str]:
    """How a usual key of a command is named that has another now -> how the new one is named."""
    found: dict[str, str] = {}
    for active in screen.active_bindings.values():
        if active.binding.id not in rebound:
            continue
        new = screen.app.get_key_display(active.binding)
        for old in _usual_names(active, screen.app):
            if old != new:
                found.setdefault(old, new)
    return found


def _usual_names(active: ActiveBinding, app: App[Any]) -> Iterator[str]:
    """How the keys are named that a command has when the leader gave it none."""
    for node in type(active.node).__mro__:
        for usual in vars(node).get("BINDINGS", ()):
            if isinstance(usual, Binding) and usual.id == active.binding.id:
                keys = [replace(usual, key=key.strip()) for key in usual.key.split(",")]
                yield from map(app.get_key_display, keys)
