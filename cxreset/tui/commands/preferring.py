"""What the leader prefers on this computer, taken up by the app: the theme, and keys."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Button

from cxreset.base.locations import settings_file
from cxreset.base.text import shown


class PreferringApp(App[str]):
    """An app with a file of preferences; without one, all is as usual and nothing is loaded."""

    rebound: Mapping[str, str] = {}
    """Command id -> the keys that the leader gave it."""

    def take_preferences(self) -> None:
        """Read the file, say what in it cannot be taken, and use the rest."""
        if not os.path.exists(settings_file()):  # noqa: PTH110 - pathlib is not loaded by then
            return
        from cxreset.base.preferences import preferences_path, read_preferences

        preferences, faults = read_preferences(preferences_path())
        for fault in faults[:1]:
            more = "" if len(faults) == 1 else " More is said by: cxreset settings --check"
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


def rename_buttons(screen: Screen[Any], rebound: Mapping[str, str]) -> None:
    """Let buttons that name a key name the one that the leader gave their command."""
    if not rebound:
        return
    names = _new_names(screen)
    for button in screen.query(Button):
        words, gap, key = str(button.label).rpartition("  ")
        if gap and key in names and not button.has_class("-rebound"):
            button.label = f"{words}  {names[key]}"
            button.add_class("-rebound", update=False)


def _new_names(screen: Screen[Any]) -> dict[str, str]:
    """How a key is named that has another command's or none now -> how the new one is named."""
    found: dict[str, str] = {}
    for active in screen.active_bindings.values():
        for node in type(active.node).__mro__:
            for usual in vars(node).get("BINDINGS", ()):
                if getattr(usual, "id", None) == active.binding.id and active.binding.id:
                    old = usual.key_display or screen.app.get_key_display(usual)
                    new = screen.app.get_key_display(active.binding)
                    if old != new:
                        found.setdefault(old, new)
    return found


def shown_key(screen: Screen[Any], command: str, usual: str) -> str:
    """How the key of a command is named: the one that the leader gave it, else the `usual`."""
    app = screen.app
    keys = app.rebound.get(command) if isinstance(app, PreferringApp) else None
    return app.get_key_display(Binding(keys.split(",")[0], "")) if keys else usual
