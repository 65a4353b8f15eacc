"""Ask for one line of text, such as the name of a new pain point."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _
from cxreset.base.text import shown
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.layout.dialog import Dialog


class AskLineScreen(Dialog[str | None]):
    """Answers the line, without blanks at its ends, or None when there is none.

    Closed without keeping, the words stay for the next time; an answer empties them.
    """

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [close_command()]

    def __init__(
        self,
        title: str,
        meaning: str,
        *,
        hint: str = "",
        yes: str = N_("Keep"),
        line: str = "",
        keep_draft: Callable[[str | None], None] = lambda text: None,
    ) -> None:
        """`line` is there to begin with; `keep_draft` stores what was not kept (None: nothing)."""
        super().__init__()
        self._heading, self._meaning, self._hint, self._yes = title, meaning, hint, yes
        self._line = self._typed = line
        self._keep_draft = keep_draft

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(shown(self._heading), classes="heading", markup=False)
            yield Static(shown(self._meaning), classes="muted", markup=False)
            yield Input(self._line, placeholder=_(self._hint), compact=True, select_on_focus=False)
            with Horizontal(classes="buttons"):
                yield Button(f"{_(self._yes)}  ⏎", id="yes", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._typed = event.value

    def on_input_submitted(self) -> None:
        self._answer()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "yes":
            self._answer()
        else:
            self.action_close()

    def _answer(self) -> None:
        self._typed = self._line  # kept by who asked: no draft is left of it
        self._keep_draft(None)
        self.dismiss(self.query_one(Input).value.strip() or None)

    def action_close(self) -> None:
        self._typed = self.query_one(Input).value
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Closed by Escape, or the whole app was left: half a name is not lost."""
        if self._typed != self._line:
            with suppress(CxresetError):  # held by another window: no reason not to close
                self._keep_draft(self._typed.strip() or None)
