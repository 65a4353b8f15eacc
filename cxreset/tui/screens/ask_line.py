"""Ask for one line of text, such as the name of a new pain point."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from cxreset.text import shown


class AskLineScreen(ModalScreen[str | None]):
    """Answers the line, without blanks at its ends, or None when there is none."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape", "close", "Close")]

    def __init__(self, title: str, meaning: str, *, hint: str = "", yes: str = "Keep") -> None:
        super().__init__()
        self._heading, self._meaning, self._hint, self._yes = title, meaning, hint, yes

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(shown(self._heading), classes="heading", markup=False)
            yield Static(shown(self._meaning), classes="muted", markup=False)
            yield Input(placeholder=self._hint, compact=True)
            with Horizontal(classes="buttons"):
                yield Button(f"{self._yes}  ⏎", id="yes", variant="primary")
                yield Button("Close  esc", id="close")

    def on_input_submitted(self) -> None:
        self._answer()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "yes":
            self._answer()
        else:
            self.action_close()

    def _answer(self) -> None:
        self.dismiss(self.query_one(Input).value.strip() or None)

    def action_close(self) -> None:
        self.dismiss(None)
