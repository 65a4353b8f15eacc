"""Ask once before something goes away."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import shown
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.layout.dialog import Dialog


class ConfirmScreen(Dialog[bool]):
    """A question, what would happen, and two buttons; nothing happens unless it answers True."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [
        close_command(action="answer(False)"),
        dialog_command("question.no", "n", "answer(False)", "No"),
        dialog_command("question.yes", "y", "answer(True)", N_("Yes")),
    ]

    def __init__(self, question: str, meaning: str, yes: str, no: str = N_("Keep it")) -> None:
        super().__init__()
        self.question, self.meaning, self.yes, self.no = question, meaning, yes, no

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(shown(self.question), classes="heading", markup=False)
            yield Static(shown(self.meaning), markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("{no}  esc").format(no=_(self.no)), id="no", variant="primary")
                yield Button(f"{_(self.yes)}  y", id="yes")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
