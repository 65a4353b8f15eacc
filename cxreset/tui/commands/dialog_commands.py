"""The commands of dialogs, each with an id by which the leader may give it another key.

They stand on buttons, so they have no place in the line at the bottom and none in the palette.
"""

from __future__ import annotations

from textual.binding import Binding

CLOSE = "dialog.close"
"""The way out of every dialog."""
KEEP = "dialog.keep"
"""What keeps, begins or ends what a dialog with fields asks for."""


def close_command(keys: str = "escape", action: str = "close") -> Binding:
    """The keys that leave a dialog; `action` is what they run in this one."""
    return Binding(keys, action, "Close", id=CLOSE)


def keep_command(action: str = "keep", *, everywhere: bool = False) -> Binding:
    """The key that takes what was filled in; `everywhere` also where a field would hear it."""
    return Binding("ctrl+s", action, "Keep", id=KEEP, priority=everywhere)


def dialog_command(
    command_id: str, keys: str, action: str, label: str, *, shown: bool = True
) -> Binding:
    """Another command of a dialog; its id begins with the dialog's name, as in `template.copy`."""
    return Binding(keys, action, label, id=command_id, show=shown)
