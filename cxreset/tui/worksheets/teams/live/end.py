"""The end of the meeting: what it did not come to, and what becomes of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static
from textual.widgets.selection_list import Selection

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.reset.meeting.running import LeftOver
from cxreset.tui.commands.dialog_commands import close_command, keep_command
from cxreset.tui.widgets.fields.ticks import Ticks
from cxreset.tui.widgets.layout.dialog import Dialog

TITLE = 60


class EndScreen(Dialog[frozenset[str] | None]):
    """Answers what becomes a follow-up (`item.3`, `parked.1`); None when the meeting goes on."""

    CSS_PATH = "../../../dialogs/dialogs.tcss"
    BINDINGS = [
        close_command(),
        keep_command("end", everywhere=True),
    ]

    def __init__(self, left: LeftOver) -> None:
        super().__init__()
        self.left = left

    def compose(self) -> ComposeResult:
        entries = [
            *((f"item.{row.key}", row.title, False) for row in self.left.items),
            *((f"parked.{row.key}", row.text, True) for row in self.left.parked),
        ]
        with Vertical(classes="dialog"):
            yield Static(_("End the meeting?"), classes="heading", markup=False)
            words = (
                _("What is ticked becomes a follow-up in a week; the rest is for the next agenda.")
                if entries
                else _("Every item is finished, and nothing is parked.")
            )
            yield Static(
                _("{words} The minutes are written from what stands here.").format(words=words),
                markup=False,
            )
            yield Ticks[str](
                *(
                    Selection(Content(one_line(words, TITLE)), name, ticked)
                    for name, words, ticked in entries
                ),
                id="left",
            )
            with Horizontal(classes="buttons"):
                yield Button(_("End it  ^s"), id="end", variant="primary")
                yield Button(_("Go on  esc"), id="close")

    def on_mount(self) -> None:
        left = self.query_one("#left", Ticks)
        left.display = left.option_count > 0
        self.query_one("#left" if left.display else "#end").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "end":
            self.action_end()
        else:
            self.action_close()

    def action_end(self) -> None:
        self.dismiss(frozenset(self.query_one("#left", Ticks).selected))

    def action_close(self) -> None:
        self.dismiss(None)
