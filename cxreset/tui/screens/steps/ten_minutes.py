"""The ten-minute version of a step, read and ticked: for a day that has no more."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from cxreset.base.language.words import _
from cxreset.base.text import one_line, shown
from cxreset.reset.ten_minutes import TenMinutes
from cxreset.tui.dialogs.done import DoneScreen
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader


class TenMinutesScreen(DoneScreen):
    """The short version in a dialog of its own."""

    CSS_PATH = "../../dialogs/dialogs.tcss"

    def __init__(self, name: str, version: TenMinutes, done: bool) -> None:
        super().__init__(done)
        self.called = name
        self.version = version

    def compose(self) -> ComposeResult:
        step = self.version.step
        with Vertical(classes="dialog"):
            yield Static(one_line(self.called), classes="heading", markup=False)
            title = f"{step.number}  {one_line(step.title)}"
            yield Static(title, classes="muted", markup=False)
            with Reader():
                yield PageText(shown(self.version.text))
                rest = _("The rest of the step stays where it is. Tick it when you are through.")
                yield Static(rest, classes="question", markup=False)
            yield from self.buttons()
