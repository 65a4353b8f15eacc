"""A worksheet that belongs to no step: guidance, then its fields; the case in money sums up."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static, TextArea

from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line, shown
from cxreset.insight.money import ASSUMED
from cxreset.programme.model import PromptSheet
from cxreset.reset.reset import Reset
from cxreset.sharing.facts.money import is_case_in_money, money_of
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader
from cxreset.tui.worksheets.more.form import PromptSheetForm
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.field_dialog import FieldDialog


class PromptSheetScreen(FieldDialog):
    """Everything is stored as typed; Esc leaves the field, and then the worksheet."""

    AUTO_FOCUS = "#form"
    CSS_PATH = ["../../dialogs/dialogs.tcss", "more.tcss"]
    BINDINGS = [
        close_command(action="leave"),
        dialog_command("sheet.write", "enter", "write", N_("First field")),
    ]

    def __init__(self, reset: Reset, sheet: PromptSheet) -> None:
        super().__init__(reset)
        self.sheet = sheet

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(one_line(self.sheet.title), classes="heading", markup=False)
            yield Static(one_line(self.sheet.used_for), classes="muted", markup=False)
            with Reader(id="form"):
                yield PageText(shown(self.sheet.text))
                yield PromptSheetForm(self.reset, self.sheet)
            yield Static(id="sums", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Write  ⏎"), id="write", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        self._sum_up()

    def _sum_up(self) -> None:
        """What the figures come to, as soon as they come to anything."""
        sums = self.query_one("#sums", Static)
        sums.display = is_case_in_money(self.sheet)
        case = money_of(self.sheet, self.reset.daily.answers(self.sheet.id))
        if case is None:
            sums.update(_("Name the volume, and what you assume: the sums then appear here."))
        else:
            assumed = (f" {_(ASSUMED)}", "$text-muted")
            sums.update(Content.assemble((case.sentence, "bold"), assumed))

    def on_worksheet_changed(self, event: Worksheet.Changed) -> None:
        event.stop()
        self._sum_up()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "write":
            self.action_write()
        else:
            self.close()

    def action_write(self) -> None:
        """To the first field."""
        self.query_one(PromptSheetForm).query("Input, TextArea").first().focus()

    def action_leave(self) -> None:
        if isinstance(self.focused, (TextArea, Input)):
            self.flush()
            self.query_one("#form").focus()
        else:
            self.close()
