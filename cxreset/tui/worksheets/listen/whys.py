"""Five whys about a pain point: each answer with what it rests on; it may stop at any of them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.fields.field import LineField
from cxreset.tui.worksheets.parts.field_dialog import FieldDialog
from cxreset.workbook.tables import Pain, Why

MOST = 5


class WhysScreen(FieldDialog):
    """Five pairs of lines; a row is stored with its first word, and stays where it is emptied."""

    AUTO_FOCUS = "Input"
    BINDINGS = [close_command()]

    def __init__(self, reset: Reset, pain: Pain) -> None:
        super().__init__(reset)
        self.pain = pain

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            title = _("Why? {ref} {title}").format(
                ref=self.pain.ref, title=one_line(self.pain.title)
            )
            yield Static(title, classes="heading", markup=False)
            yield Static(
                _(
                    "Ask why of the answer before, and stop at what a colleague can "
                    "change. Behind each answer put a comment or a fact: without one it "
                    "is a guess."
                ),
                classes="muted",
                markup=False,
            )
            for number in range(1, MOST + 1):
                yield LineField(
                    _("Why {number}").format(number=number), hint="because …", id=f"answer-{number}"
                )
                yield LineField("rests on", hint="C12, a figure, who saw it", id=f"proof-{number}")
            with Horizontal(classes="buttons"):
                yield Button(_("Close  esc"), id="close", variant="primary")

    def on_mount(self) -> None:
        stored = self.reset.book.rows(Why, pain_id=self.pain.key)[:MOST]
        fresh = [Why(pain_id=self.pain.key) for _ in range(MOST - len(stored))]
        for number, row in enumerate((*stored, *fresh), 1):
            self.bind_row(row, {"answer": f"answer-{number}", "proof": f"proof-{number}"})

    def on_button_pressed(self) -> None:
        self.close()

    def action_close(self) -> None:
        self.close()
