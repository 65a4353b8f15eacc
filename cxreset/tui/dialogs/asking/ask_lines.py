"""Ask for several lines of text at once, such as rows pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static, TextArea

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.tui.commands.dialog_commands import close_command, keep_command
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.words import with_sign


class AskLinesScreen(Dialog[bool]):
    """Stores the lines with `store`; what cannot be stored is named, and the lines stay.

    Answers whether they were stored.
    """

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [close_command(), keep_command()]

    def __init__(
        self, title: str, meaning: str, lines: str, store: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._title, self._meaning, self._lines, self._store = title, meaning, lines, store

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(shown(self._title), classes="heading", markup=False)
            yield Static(shown(self._meaning), classes="muted", markup=False)
            yield TextArea(self._lines, compact=True, classes="lines")
            yield Static("", id="wrong", classes="late", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Keep  ^s"), id="keep", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "keep":
            self.action_keep()
        else:
            self.action_close()

    def action_keep(self) -> None:
        """Store the lines; stay, and say why, when they cannot be read."""
        try:
            self._store(self.query_one(TextArea).text)
        except UsageError as error:
            self.query_one("#wrong", Static).update(with_sign(shown(error.sentence)))
        else:
            self.dismiss(True)

    def action_close(self) -> None:
        self.dismiss(False)
