"""Pick one of several records, or none."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.language.words import _
from cxreset.base.text import one_line, shown
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.lists import Options


class PickScreen(Dialog[int | None]):
    """A question, what the answer does, and the records; answers a number, or None."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [close_command()]

    def __init__(self, question: str, meaning: str, options: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self.question, self.meaning, self.options = question, meaning, list(options)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(shown(self.question), classes="heading", markup=False)
            yield Static(shown(self.meaning), markup=False)
            yield Options(
                *(Option(Content(one_line(name, 70)), id=str(n)) for name, n in self.options)
            )
            with Horizontal(classes="buttons"):
                yield Button(_("Leave it  esc"), id="no")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.options[event.option_index][1])

    def on_button_pressed(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        self.dismiss(None)
