"""The app: which places there are, how one gets from each to each, and how one leaves."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import get_current_worker

from cxreset.errors import CxresetError
from cxreset.programme.model import Pack
from cxreset.reset import Reset
from cxreset.tui.commands import CommandList, command
from cxreset.tui.harmless import Harmless
from cxreset.tui.safety import SafeApp
from cxreset.tui.signals import on_signals
from cxreset.tui.themes import DARK, LIGHT
from cxreset.workbook.daily import Settings
from cxreset.workbook.windows import Window

if TYPE_CHECKING:
    from cxreset.tui.screens.welcome import WelcomeScreen

LOOK_ROUND_SECONDS = 1.0
SAMPLE = "sample"  # what the app returns when the leader wants to look round in the sample
HEAVY = ("cxreset.workbook.book", "cxreset.tui.screens.week", "cxreset.tui.worksheets.records")


class CxresetApp(SafeApp):
    """Opens on Today, or on the welcome while there is no workbook."""

    TITLE = "cxreset"
    # The first screen is drawn with the app, so its style comes with the app too.
    CSS_PATH = ["app.tcss", "screens/today.tcss", "screens/welcome.tcss"]
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
        self._harmless = Harmless()
        self._window: Window | None = None
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the one that lets nothing act on the terminal."""
        return [*super().get_line_filters(), self._harmless]

    def get_default_screen(self) -> Screen[None]:
        """The first screen, drawn at once: Today, or the welcome while there is no workbook.

        In their place, when the workbook cannot be used: what is wrong, and the ways on.
        """
        if self.trouble is not None:
            from cxreset.tui.screens.damaged import DamagedScreen

            return DamagedScreen(Path(self._where), self.trouble)
        if self.reset is not None:
            return self._place(self.reset, "today", "today", "TodayScreen")
        from cxreset.tui.screens.welcome import WelcomeScreen

        return WelcomeScreen(self.pack, self._today, self._where)

    def on_mount(self) -> None:
        self._forget_signals = on_signals(self._leave, self._store_pending)
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
        self.push_screen(self._place(self.reset, "today", "today", "TodayScreen"))

    def _open(self, reset: Reset) -> None:
        for place, module, name in (
            ("today", "today", "TodayScreen"),  # drawn already; named so that one can come back
            *((f"week-{week.id}", "week", "WeekScreen") for week in reset.pack.weeks),
            ("actions", "actions", "ActionsScreen"),
            ("practices", "practices", "PracticesScreen"),
            ("journal", "journal", "JournalScreen"),
            ("share", "share", "ShareScreen"),
            ("help", "help", "HelpScreen"),
        ):
            self.add_mode(place, partial(self._place, reset, place, module, name))
        self._window = Window(reset.file)
        if not self._window.take():  # the first screen is drawn already
            self.call_after_refresh(self._say_read_only)
        self.set_interval(LOOK_ROUND_SECONDS, self._look_round)
        self.call_after_refresh(self._warm_up)

    def _say_read_only(self) -> None:
        """Say in the bar that this window only looks on."""
        from cxreset.tui.screens.place import Place

        if isinstance(self.screen, Place):
            self.screen.look_again()

    def _look_round(self) -> None:
        """See what another window wrote; take over when it is closed."""
        from cxreset.tui.screens.place import Place

        window = self._window
        if window is None or not self.screen_stack:  # it leaves just now, or changes places
            return
        screen = self.screen
        try:
            took_over = not window.writes and window.take()
            changed = window.changed()
        except CxresetError:
            return  # a field or a list that needs the workbook says so itself
        if took_over:
            self.notify("The other window is closed: this one writes now.", markup=False)
        if (took_over or changed) and isinstance(screen, Place):
            screen.look_again()

    @staticmethod
    def _place(reset: Reset, place: str, module: str, name: str) -> Screen[None]:
        """Screens are imported when first gone to, so that a start loads only its own."""
        screen = getattr(import_module(f"cxreset.tui.screens.{module}"), name)(reset, place)
        assert isinstance(screen, Screen)
        return screen

    def _warm_up(self) -> None:
        """Load the heavy rooms behind the first screen, once it can be used."""
        if not gc.isenabled():  # see `cli.run`: collecting begins when the first screen is there
            gc.freeze()
            gc.enable()

        def load() -> None:
            worker = get_current_worker()
            for module in HEAVY:
                if not worker.is_cancelled:
                    import_module(module)

        def begin() -> None:
            self.run_worker(load, thread=True, exit_on_error=False)
            if self.reset is not None:
                self.look_after(self.reset.file.path)

        self.set_timer(0.5, begin)

    # -- going places

    def action_go(self, place: str) -> None:
        if self.reset is not None and self.current_mode != place and not self.screen.is_modal:
            self.switch_mode(place)

    def action_week(self, number: int) -> None:
        for week in self.pack.weeks:
            if week.number == number:
                self.action_go(f"week-{week.id}")

    def action_templates(self) -> None:
        """The templates and worksheets; those of the step or practice in hand come first."""
        if self.reset is None or self.screen.is_modal:
            return
        from cxreset.tui.screens.templates import TemplatesScreen, belonging

        self.push_screen(TemplatesScreen(self.reset, belonging(self.pack, self.screen)))

    def _fatal_error(self) -> None:
        """Textual would print a traceback with local variables, which hold customers' words."""
        from rich.text import Text

        from cxreset.crash import keep

        error = self._exception
        if error is not None:
            self._exit_renderables.append(Text(keep(error)))
        self._close_messages_no_wait()

    async def action_quit(self) -> None:
        """Leave; what is pending in a field is stored first.

        The key is heard before the letters that wait at the focused widget: it takes them first.
        """
        focused = self.screen.focused
        if focused is None or not focused.call_later(self._leave, 0):
            self._leave(0)

    def _store_pending(self) -> None:
        """Store what was typed and waits in a field."""
        from cxreset.tui.widgets.fields import Field

        for screen in self.screen_stack:
            for field in screen.query(Field):
                field.flush()

    def _leave(self, code: int) -> None:
        self._store_pending()
        if code == 0 and self.waiting and not self.screen.is_modal:
            self.ask_to_leave()
            return
        self.exit(return_code=code)

    def on_unmount(self) -> None:
        self._forget_signals()
        if self._window is not None:
            self._window.close()
