"""One definition of a command feeds its key, the footer, the palette and the help screen."""

from __future__ import annotations

from typing import Any

from textual.binding import ActiveBinding, Binding
from textual.screen import Screen


def command(
    key: str,
    action: str,
    label: str,
    meaning: str,
    *,
    footer: bool = True,
    shown_as: str = "",
    everywhere: bool = False,
) -> Binding:
    """A command: its key, what it runs, its short name, and one sentence of what it does.

    Its id, by which the leader may give it another key, is made of what it runs: see `command_id`.

    One that is heard `everywhere` works in dialogs and fields too. With `shown_as` every key of
    `key` must be heard in the same places, for the first stands for all; else make two commands.
    """
    return Binding(
        key,
        action,
        label,
        show=footer,
        tooltip=meaning,
        key_display=shown_as or None,
        priority=everywhere,
        id=command_id(action),
    )


def command_id(action: str) -> str:
    """`go.share` for `go('share')`, `figure.-1` for `figure(-1)`, `quit` for `app.quit`."""
    words = action.removeprefix("app.").replace("'", "").replace('"', "")
    return words.replace("(", ".").replace(")", "").replace(", ", ".")


def available(screen: Screen[Any]) -> list[ActiveBinding]:
    """The commands that can be given on this screen now, each once, those of the screen first."""
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.tooltip and binding.description and active.enabled:
            found.setdefault(binding.action, active)
    return list(found.values())
