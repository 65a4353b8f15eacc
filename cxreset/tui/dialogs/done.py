"""A text to read and then to tick: a practice, or a step's ten minutes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

from cxreset.base.language.words import _
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.layout.dialog import Dialog


class DoneScreen(Dialog[bool | None]):
    """Answers True (done), False (not done after all) or None (closed)."""

    BINDINGS = [close_command("escape,q"), dialog_command("read.done", "d,space", "done", "Done")]

    def __init__(self, done: bool) -> None:
        super().__init__()
        self.done = done

    def buttons(self) -> ComposeResult:
        """The last line of the dialog."""
        with Horizontal(classes="buttons"):
            label = _("Not done yet  d") if self.done else _("Done  d")
            yield Button(label, id="done", variant="primary")
            yield Button(_("Close  esc"), id="close")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "done":
            self.action_done()
        else:
            self.action_close()

    def action_done(self) -> None:
        self.dismiss(not self.done)

    def action_close(self) -> None:
        self.dismiss(None)
