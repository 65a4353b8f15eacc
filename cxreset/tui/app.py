"""The app: which places there are, how one gets from each to each, and how one leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.filter import LineFilter
from textual.screen import Screen

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.programme.model import Pack, Template
from cxreset.reset.reset import Reset
from cxreset.tui.ahead import steps as steps_ahead
from cxreset.tui.commands.command import available, command
from cxreset.tui.commands.destinations import (
    BESIDE_BAR,
    HELP,
    SETTINGS,
    TODAY,
    destination_commands,
    destinations,
    help_commands,
)
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.commands.preferring import PreferringApp
from cxreset.tui.dialogs.picking import PickingApp
from cxreset.tui.screens import screen_for
from cxreset.tui.shell.browser.app import PageApp
from cxreset.tui.shell.colours import ColouredApp, choose_theme
from cxreset.tui.shell.error_boundary import SAMPLE
from cxreset.tui.shell.palette import CommandList
from cxreset.tui.shell.terminal_filter import TerminalFilter
from cxreset.tui.shell.warm_up import WarmingApp
from cxreset.tui.toolkit.asked_layouts import count_every_layout
from cxreset.tui.toolkit.key_order import KeysInOrder
from cxreset.tui.toolkit.speed import QuickScreensApp
from cxreset.tui.widgets.cell_widths import measure_as_terminals_do
from cxreset.tui.widgets.layout.grid import ROOM_FOR_WRITING
from cxreset.workbook.cycles.intention import keep_if_then_plan
from cxreset.workbook.daily import Settings
from cxreset.workbook.storage.versions_beside import candidates
from cxreset.workbook.unsaved.edits import find_lost_words

if TYPE_CHECKING:
    from cxreset.tui.dialogs.templates.list import TemplatesScreen
    from cxreset.tui.screens.opening.welcome import WelcomeScreen
    from cxreset.tui.widgets.page.page import Page
    from cxreset.tui.widgets.page.reader import Searchable
    from cxreset.tui.widgets.template_button import TemplateButton
    from cxreset.workbook.storage.file import WorkbookFile


class CxresetApp(
    KeysInOrder, QuickScreensApp, WarmingApp, PageApp, PreferringApp, PickingApp, ColouredApp
):
    """Opens on Today, or on the welcome while there is no workbook."""

    TITLE = "cxreset"
    # The first screen is drawn with the app, so its style comes with the app too.
    CSS_PATH = [
        "app.tcss",
        "widgets/widgets.tcss",
        "screens/today/today.tcss",
        "screens/opening/welcome.tcss",
    ]
    DEFAULT_MODE = TODAY.mode
    COMMANDS = {CommandList}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    VERTICAL_BREAKPOINTS = ROOM_FOR_WRITING
    BINDINGS = [
        *destination_commands(),
        command("f2", "app.templates", "Templates",
                "Texts to send, filled from the workbook, and more worksheets.", footer=False),
        *help_commands(),
        command("ctrl+q", "quit", "Quit", "Leave; all is stored already.", everywhere=True),
        command("ctrl+c,super+c", "app.copy_here", "Copy",
                "Copy what is selected, else the field or the line you are on.", footer=False,
                everywhere=True),
        Binding("ctrl+p", "command_palette", "All commands", show=False, priority=True),
        # tab comes before any widget hears of it: the letters typed next are for the next field
        command("tab", "app.focus_next", "Next field", "Go on to the next field or list.",
                footer=False, everywhere=True),
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
        self._terminal_filter = TerminalFilter()
        super().__init__()
        self._today = today
        self._where = where
        self.pack = pack
        self.reset = reset
        self._begin = begin
        measure_as_terminals_do()
        count_every_layout()

    def use_theme(self, name: str) -> None:
        """Draw with this theme from now on."""
        choose_theme(self, name)

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
            return screen_for(self.reset, TODAY)
        from cxreset.tui.screens.opening.welcome import WelcomeScreen

        return WelcomeScreen(self.pack, self._today, self._where)

    def on_mount(self) -> None:
        self.heed_signals()
        self.take_preferences()
        if self.reset is not None:
            self._open(self.reset)

    def on_welcome_screen_answered(self, event: WelcomeScreen.Answered) -> None:
        """The welcome was filled in, or the leader wants to look round in the sample first."""
        if event.settings is None:
            self.exit(SAMPLE)
            return
        try:
            self.reset = self._begin(event.settings)
            if any(event.plan):
                keep_if_then_plan(self.reset.file, event.plan)
        except CxresetError as error:
            self.notify(error.sentence, severity="error", markup=False)
            return
        self._open(self.reset)
        self.push_screen(screen_for(self.reset, TODAY))

    def _open(self, reset: Reset) -> None:
        # Today is drawn already; it is named so that one can come back
        for destination in (*destinations(reset.pack), *BESIDE_BAR):
            self.add_mode(destination.mode, partial(screen_for, reset, destination))
        self.watch_window(reset.file, self._today)
        if reset.file.notice:
            self.notify(reset.file.notice, markup=False)
        self.call_after_refresh(self._show_left_beside, reset)
        safety = partial(self.look_after, reset.file.path)
        self.call_after_refresh(self.warm_up, chain([safety], steps_ahead(self, reset)))

    def _show_left_beside(self, reset: Reset) -> None:
        """Show what could not be saved at another time; offer to merge a conflicted copy."""
        if candidates(reset.file.path):
            from cxreset.tui.dialogs.replaced.asking import offer_merge

            offer_merge(self, reset)
        path = find_lost_words(reset.file)
        if path is not None:
            from cxreset.tui.dialogs.replaced.unsaved import UnsavedWordsScreen

            self.push_screen(UnsavedWordsScreen(reset, path))

    def ask_which_version(self, file: WorkbookFile, sentence: str) -> None:
        """Another program put another version in the workbook's place."""
        from cxreset.tui.dialogs.replaced.asking import ask_which_version

        ask_which_version(self, file, sentence, self.unsaved_writes.texts(), self.open_again)

    def ask_to_leave(self) -> None:
        """Something is not saved: leaving would lose it."""
        from cxreset.tui.dialogs.asking.confirm import ConfirmScreen

        def answered(leave: bool | None) -> None:
            if leave and self.keep_unsaved():
                self.exit()

        question = _("Leave although something is not saved?")
        meaning = _(
            "It is tried again every two seconds; the bar says when it is saved. If "
            "you leave now, it is written to a text file beside the workbook, and "
            "shown at the next start."
        )
        self.push_screen(ConfirmScreen(question, meaning, _("Leave"), _("Stay")), answered)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key leads anywhere while there is no workbook, so none says that it does."""
        if self.reset is None and action in ("go", "week", "templates"):
            return False
        return super().check_action(action, parameters)

    # -- going places

    def action_go(self, name: str) -> None:
        """Go to the place of that name; Help learns where one came from."""
        if self.reset is None or self.current_mode == name or self.screen.is_modal:
            return
        if name in (HELP.mode, SETTINGS.mode):
            self._go_aside(name)
        else:
            self.switch_mode(name)

    def _go_aside(self, name: str) -> None:
        """Go where esc leads back from: such a screen learns where one was."""
        from cxreset.tui.screens.aside import AsideScreen

        left, commands = self.current_mode, available(self.screen)
        self.switch_mode(name)
        if isinstance(self.screen, AsideScreen):
            self.screen.come_from(left, commands)

    def action_week(self, number: int) -> None:
        for week in self.pack.weeks:
            if week.number == number:
                self.action_go(f"week-{week.id}")

    def action_open_step(self, step_id: str) -> None:
        """Go to a step, as chosen in the palette."""
        step = next((step for step in self.pack.steps if step.id == step_id), None)
        if self.reset is None or step is None:
            return
        self.reset.daily.set_last_visited(f"week-{step.week}/{step.id}")
        self.switch_mode(f"week-{step.week}")

    def action_share(self, what: str) -> None:
        """Go to Share with that chosen."""
        from cxreset.workbook.choices import keep_share_choice, share_choice

        if self.reset is not None:
            chosen = share_choice(self.reset.file)._replace(what=what, path="")
            keep_share_choice(self.reset.file, chosen)
            self.switch_mode("share")

    def action_template(self, template_id: str) -> None:
        """Open a text to send."""
        self._open_template(self.pack.template(template_id))

    def action_say_verb(self, verb: str) -> None:
        """Say how to do what is done from the command line."""
        words = _("Leave with {key:quit=^q}, then type: cxreset {verb} --help")
        self.notify(words.format(key=KEYS, verb=verb), markup=False)

    def action_templates(self) -> None:
        """The templates and worksheets; those of the step or practice in hand come first."""
        if self.reset is None or self.screen.is_modal:
            return
        from cxreset.tui.dialogs.templates.list import TemplatesScreen, belonging

        self.push_screen(TemplatesScreen(self.reset, belonging(self.pack, self.screen)))

    def on_templates_screen_chosen(self, event: TemplatesScreen.Chosen) -> None:
        """A text or a worksheet was chosen from the list of them."""
        if isinstance(event.entry, Template):
            self._open_template(event.entry)
        else:
            self.action_more_sheet(event.entry.id)

    def action_more_sheet(self, worksheet_id: str) -> None:
        """Open one of the worksheets beside those of the steps."""
        if self.reset is not None:
            from cxreset.tui.worksheets.more.screen import PromptSheetScreen

            self.push_screen(PromptSheetScreen(self.reset, self.pack.worksheet(worksheet_id)))

    def on_template_button_opened(self, event: TemplateButton.Opened) -> None:
        """The button of a template was pressed, beside a step's guidance or in a practice."""
        self._open_template(event.template)

    def _open_template(self, template: Template) -> None:
        if self.reset is not None:
            from cxreset.tui.dialogs.templates.template import TemplateScreen

            self.push_screen(TemplateScreen(self.reset, template))

    def on_searchable_words_asked(self, event: Searchable.WordsAsked) -> None:
        """The key that looks for words was pressed."""
        from cxreset.tui.dialogs.find import ask_words

        ask_words(self, event.page)

    async def on_page_link_clicked(self, event: Page.LinkClicked) -> None:
        """A link was clicked."""
        from cxreset.tui.dialogs.find import take_address

        await take_address(self, event.address)
