"""The app: which places there are, how one gets from each to each, and how one leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.filter import LineFilter
from textual.screen import Screen

from cxreset.base.errors import CxresetError
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.tui.commands import CommandList, Left, available, command
from cxreset.tui.places import add_places, place, warm_up
from cxreset.tui.shell.colours import DARK, LIGHT
from cxreset.tui.shell.leaving import LeavingApp
from cxreset.tui.shell.picture import picture_of
from cxreset.tui.shell.terminal_filter import TerminalFilter
from cxreset.tui.shell.textual_speed import QuickScreensApp
from cxreset.workbook.daily import Settings

if TYPE_CHECKING:
    from cxreset.tui.screens.opening.welcome import WelcomeScreen

SETTLE_SECONDS = 0.06  # Textual holds back drawing for 0.05 s when the place changes
TRIES = 20
SAMPLE = "sample"  # what the app returns when the leader wants to look round in the sample


class CxresetApp(QuickScreensApp, LeavingApp):
    """Opens on Today, or on the welcome while there is no workbook."""

    TITLE = "cxreset"
    # The first screen is drawn with the app, so its style comes with the app too.
    CSS_PATH = ["app.tcss", "screens/today/today.tcss", "screens/opening/welcome.tcss"]
    DEFAULT_MODE = "today"
    COMMANDS = {CommandList}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    BINDINGS = [
        command("t", "go('today')", "Today", "Go to Today: what to do next.", footer=False),
        command("1", "week(1)", "Week 1", "Go to week 1.", footer=False),
        command("2", "week(2)", "Week 2", "Go to week 2.", footer=False),
        command("3", "week(3)", "Week 3", "Go to week 3.", footer=False),
        command("4", "week(4)", "Week 4", "Go to week 4.", footer=False),
        command("a", "go('actions')", "Actions", "See every action, owner and date.", footer=False),
        command("h", "go('practices')", "Practices", "Practices and the habits check-up.",
                footer=False),
        command("j", "go('journal')", "Journal", "Wins, fires averted, reflections, hard moments.",
                footer=False),
        command("e", "go('share')", "Share", "Look at the plan and write it to a file."),
        command("f2", "app.templates", "Templates",
                "Texts to send, filled from the workbook, and more worksheets.", footer=False),
        command("question_mark,f1", "go('help')", "Help", "What all this is.", shown_as="?"),
        command("ctrl+q", "quit", "Quit", "Leave; all is stored already.", everywhere=True),
        Binding("ctrl+p", "command_palette", "All commands", show=False, priority=True),
        # before any widget hears of them: the letters typed next are meant for the next field
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]  # fmt: skip

    def __init__(
        self,
        pack: Pack,
        reset: Reset | None,
        begin: Callable[[Settings], Reset],
        *,
        today: Callable[[], date],
        where: str,
    ) -> None:
        super().__init__()
        self._today = today
        self._where = where
        self.pack = pack
        self.reset = reset
        self._begin = begin
        self.left: Left | None = None  # where Help leads back to
        self.picture = ""  # Today as it was left, for the next start
        self._terminal_filter = TerminalFilter()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the one that lets nothing act on the terminal."""
        return [*super().get_line_filters(), self._terminal_filter]

    def get_default_screen(self) -> Screen[None]:
        """The first screen, drawn at once: Today, or the welcome while there is no workbook.

        In their place, when the workbook cannot be used: what is wrong, and the ways on.
        """
        if self.trouble is not None:
            from cxreset.tui.screens.opening.damaged import DamagedScreen

            return DamagedScreen(Path(self._where), self.trouble)
        if self.reset is not None:
            return place(self.reset, "today", "today.screen", "TodayScreen")
        from cxreset.tui.screens.opening.welcome import WelcomeScreen

        return WelcomeScreen(self.pack, self._today, self._where)

    def on_mount(self) -> None:
        self.heed_signals()
        if self.reset is not None:
            self._open(self.reset)

    def on_welcome_screen_answered(self, event: WelcomeScreen.Answered) -> None:
        """The welcome was filled in, or the leader wants to look round in the sample first."""
        if event.settings is None:
            self.exit(SAMPLE)
            return
        try:
            self.reset = self._begin(event.settings)
        except CxresetError as error:
            self.notify(error.sentence, severity="error", markup=False)
            return
        self._open(self.reset)
        self.push_screen(place(self.reset, "today", "today.screen", "TodayScreen"))

    def _open(self, reset: Reset) -> None:
        add_places(self, reset)
        self.watch_window(reset.file)
        self.call_after_refresh(warm_up, self, partial(self.look_after, reset.file.path))

    async def action_quit(self) -> None:
        """Leave through Today, so that the next start can show it at once."""
        if self.reset is None or self.waiting or self.screen.is_modal:
            await super().action_quit()
            return
        await self.switch_mode("today")
        self.set_timer(SETTLE_SECONDS, partial(self._leave_when_still, "", TRIES))

    async def _leave_when_still(self, before: str, tries: int) -> None:
        """Leave once two looks at Today are the same: all that is stored is drawn by then."""
        if self.current_mode == "today" and not self.screen.is_modal:
            self.picture = picture_of(self.screen)
            if self.picture != before and tries > 0:
                again = partial(self._leave_when_still, self.picture, tries - 1)
                self.set_timer(SETTLE_SECONDS, again)
                return
        await super().action_quit()

    # -- going places

    def action_go(self, place: str) -> None:
        if self.reset is not None and self.current_mode != place and not self.screen.is_modal:
            if place == "help":
                self.left = Left(self.current_mode, available(self.screen))
            self.switch_mode(place)

    def action_week(self, number: int) -> None:
        for week in self.pack.weeks:
            if week.number == number:
                self.action_go(f"week-{week.id}")

    def action_templates(self) -> None:
        """The templates and worksheets; those of the step or practice in hand come first."""
        if self.reset is None or self.screen.is_modal:
            return
        from cxreset.tui.dialogs.templates.list import TemplatesScreen, belonging

        self.push_screen(TemplatesScreen(self.reset, belonging(self.pack, self.screen)))
