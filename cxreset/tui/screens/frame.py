"""What stands around every place: the bar above it, the line of what is stored, and the keys."""

from __future__ import annotations

from contextlib import suppress

from textual.app import ComposeResult
from textual.events import Resize
from textual.screen import Screen

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.reset.reset import Reset
from cxreset.tui.commands.destinations import WEEK, destinations
from cxreset.tui.shell.error_boundary import ErrorBoundary
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.layout.grid import TALL
from cxreset.tui.widgets.navigation_bar import READ_ONLY, NavigationBar, Progress
from cxreset.tui.widgets.state_line import StateLine


def week_progress(reset: Reset) -> dict[str, Progress]:
    """How far each week is, by its mode; nothing when the workbook is held just now."""
    progress: dict[str, Progress] = {}
    with suppress(CxresetError):
        ticks = reset.daily.ticks()
        for week in reset.pack.weeks:
            steps = reset.pack.week_steps(week.id)
            done = sum(1 for step in steps if step.id in ticks)
            progress[f"{WEEK}{week.id}"] = Progress(done, len(steps))
    return progress


class FramedScreen(ErrorBoundary, Screen[None]):
    """A screen with its frame. Subclasses fill `body`."""

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__()
        self.reset = reset
        self.mode = mode

    def compose(self) -> ComposeResult:
        everywhere = destinations(self.reset.pack)
        bar = NavigationBar(everywhere, self.mode, self.day_text(), week_progress(self.reset))
        bar.set_class(self.app.size.height >= TALL, "-tall")
        yield bar
        yield from self.body()
        yield StateLine(self.state_text())
        yield KeyLine()

    def body(self) -> ComposeResult:
        """The widgets between bar and footer."""
        raise NotImplementedError

    def state_text(self) -> str:
        """What the line above the keys says while nothing is said; one short sentence."""
        if self.reset.file.refusal:
            return _("Read only: another window writes, or the file may not be written.")
        if self.reset.sample:
            return _("This is the sample. Your own workbook is as you left it.")
        return _("Stored as you type. Nothing leaves this computer.")

    def on_resize(self, event: Resize) -> None:
        for bar in self.query(NavigationBar):
            bar.set_class(event.size.height >= TALL, "-tall")

    def day_text(self) -> str:
        """`Day 9 of 30`, or what stands for it before, between and after."""
        number = self.reset.day_number()
        day = _("Paused") if self.reset.paused else ""
        if number:
            day = _("Day {number} of 30").format(number=number)
        if self.reset.file.refusal:
            return f"{_(READ_ONLY)} · {day}"
        return f"{_('Sample')} · {day}" if self.reset.sample else day

    def show_day(self) -> None:
        """Say in the bar which day it is, and how far the weeks are."""
        self.query_one(NavigationBar).show_day(self.day_text(), week_progress(self.reset))
