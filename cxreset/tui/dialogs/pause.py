"""Pause the thirty days, until a day or until the leader goes on."""

from __future__ import annotations

from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.programme.dates import parse_date
from cxreset.reset import replanning
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.layout.dialog import Dialog


class PauseScreen(Dialog[str | None]):
    """Pauses, and answers the sentence that says so; None when closed."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [close_command()]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Pause from today"), classes="heading", markup=False)
            yield Static(
                _(
                    "Paused days do not count, and nothing is due on them. Name the last "
                    "day of the pause, or leave it empty until you say so."
                ),
                markup=False,
            )
            soon = (self.reset.today + timedelta(days=14)).isoformat()
            yield Input(
                placeholder=_("{soon}, friday, or nothing").format(soon=soon),
                id="until",
                compact=True,
            )
            yield Static("", id="refused", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Pause  ⏎"), id="pause", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "pause":
            self._pause()
        else:
            self.action_close()

    def on_input_submitted(self) -> None:
        self._pause()

    def _pause(self) -> None:
        text = self.query_one("#until", Input).value.strip()
        try:
            until: date | None = parse_date(text, self.reset.today) if text else None
            message = replanning.pause(self.reset, until)
        except CxresetError as error:
            self.query_one("#refused", Static).update(error.sentence)
            return
        self.dismiss(message)

    def action_close(self) -> None:
        self.dismiss(None)
