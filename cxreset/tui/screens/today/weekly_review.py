"""The Friday look on the screen: the week on one page, and a line for next week's if-then."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from cxreset.base.language.words import N_, _
from cxreset.base.text import shown
from cxreset.reset.ending.weekly_review import review_text, weekly_review, write_if_then
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader


class WeeklyReviewScreen(Dialog[bool]):
    """Reads the week from the workbook; what is typed is stored as everywhere.

    Answers whether a page or a mail is to be made of it.
    """

    CSS_PATH = "../../dialogs/dialogs.tcss"
    BINDINGS = [
        close_command(),
        dialog_command("review.share", "e", "share", N_("A page or a mail")),
    ]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset
        self.review = weekly_review(reset)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            with Reader():
                yield PageText(shown(review_text(self.review)))
            yield LineField(
                "If and then", hint="If it is Monday at nine, then … ; if not, then …", id="if-then"
            )
            with Horizontal(classes="buttons"):
                yield Button(_("A page or a mail  e"), id="share")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        field = self.query_one("#if-then", LineField)
        field.bind_slot(Slot(self.review.if_then, lambda text: write_if_then(self.reset, text)))

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self._leave(share=event.button.id == "share")

    def action_share(self) -> None:
        self._leave(share=True)

    def action_close(self) -> None:
        self._leave(share=False)

    def _leave(self, *, share: bool) -> None:
        self.query_one("#if-then", LineField).flush()
        self.dismiss(share)
