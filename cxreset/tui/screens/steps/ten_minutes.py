"""The ten-minute version of a step, read and ticked: for a day that has no more."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from cxreset.base.text import one_line, shown
from cxreset.reset.ten_minutes import TenMinutes
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader


class TenMinutesScreen(ModalScreen[bool | None]):
    """Answers True (done), False (not done after all) or None (closed)."""

    CSS_PATH = "../../dialogs/dialogs.tcss"
    BINDINGS = [Binding("escape,q", "close", "Close"), Binding("d,space", "done", "Done")]

    def __init__(self, name: str, version: TenMinutes, done: bool) -> None:
        super().__init__()
        self.called = name
        self.version = version
        self.done = done

    def compose(self) -> ComposeResult:
        step = self.version.step
        with Reader(classes="dialog"):
            yield Static(one_line(self.called), classes="heading", markup=False)
            title = f"{step.number}  {one_line(step.title)}"
            yield Static(title, classes="muted", markup=False)
            yield PageText(shown(self.version.text))
            rest = "The rest of the step stays where it is. Tick it when you are through."
            yield Static(rest, classes="question", markup=False)
            with Horizontal(classes="buttons"):
                label = "Not done yet  d" if self.done else "Done  d"
                yield Button(label, id="done", variant="primary")
                yield Button("Close  esc", id="close")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "done":
            self.action_done()
        else:
            self.action_close()

    def action_done(self) -> None:
        self.dismiss(not self.done)

    def action_close(self) -> None:
        self.dismiss(None)
