"""One practice, read in peace: what to do, the hard question, done or not."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from cxreset.base.language.words import _
from cxreset.base.text import count, one_line, shown
from cxreset.programme.model import Practice
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import dialog_command
from cxreset.tui.dialogs.done import DoneScreen
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader
from cxreset.tui.widgets.template_button import TemplateButton


class PracticeScreen(DoneScreen):
    """A practice in a dialog of its own."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [dialog_command("practice.template", "m", "template", "Template")]

    def __init__(self, reset: Reset, practice: Practice, done: bool) -> None:
        super().__init__(done)
        self.reset = reset
        self.practice = practice

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(one_line(self.practice.title), classes="heading", markup=False)
            minutes = count(self.practice.minutes, "minute")
            yield Static(
                _("About {minutes}").format(minutes=minutes), classes="muted", markup=False
            )
            with Reader():
                yield PageText(shown(self.practice.text))
                yield Static(shown(self.practice.question), classes="question", markup=False)
                if self.practice.template:
                    template = self.reset.pack.template(self.practice.template)
                    yield TemplateButton(template, key="m")
            yield from self.buttons()

    def action_template(self) -> None:
        for button in self.query(TemplateButton):
            button.press()
