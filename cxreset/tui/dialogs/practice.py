"""One practice, read in peace: what to do, the hard question, done or not."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from cxreset.base.text import count, one_line, shown
from cxreset.programme.model import Practice
from cxreset.reset.reset import Reset
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader
from cxreset.tui.widgets.template_button import TemplateButton


class PracticeScreen(ModalScreen[bool | None]):
    """Answers True (done), False (not done after all) or None (closed)."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [
        Binding("escape,q", "close", "Close"),
        Binding("d,space", "done", "Done"),
        Binding("m", "template", "Template"),
    ]

    def __init__(self, reset: Reset, practice: Practice, done: bool) -> None:
        super().__init__()
        self.reset = reset
        self.practice = practice
        self.done = done

    def compose(self) -> ComposeResult:
        with Reader(classes="dialog"):
            yield Static(one_line(self.practice.title), classes="heading", markup=False)
            minutes = count(self.practice.minutes, "minute")
            yield Static(f"About {minutes}", classes="muted", markup=False)
            yield PageText(shown(self.practice.text))
            yield Static(shown(self.practice.question), classes="question", markup=False)
            if self.practice.template:
                template = self.reset.pack.template(self.practice.template)
                yield TemplateButton(template, key="m")
            with Horizontal(classes="buttons"):
                label = "Not done yet  d" if self.done else "Done  d"
                yield Button(label, id="done", variant="primary")
                yield Button("Close  esc", id="close")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "done":
            self.action_done()
        else:
            self.action_close()

    def action_template(self) -> None:
        for button in self.query(TemplateButton):
            button.press()

    def action_done(self) -> None:
        self.dismiss(not self.done)

    def action_close(self) -> None:
        self.dismiss(None)
