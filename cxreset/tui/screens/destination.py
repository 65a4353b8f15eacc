"""What every place shares: the bar at the top, the footer, keys that lead everywhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen
from textual.timer import Timer

from cxreset.base.errors import CxresetError
from cxreset.base.text import one_line
from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.commands.destinations import TODAY
from cxreset.tui.commands.preferring import PreferringApp, rename_buttons, shown_key
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.screens.frame import FramedScreen
from cxreset.tui.shell.windows import WorkbookChanged
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.unsaved import HoldsUnsavedWrites
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.navigation_bar import NavigationBar
from cxreset.tui.widgets.state_line import StateLine
from cxreset.workbook.storage.file import Revision


class Shown(NamedTuple):
    """All that a screen's content depends on; it is as it was while this is the same.

    `last_step` is where the leader was last, for the screen that shows it.
    """

    revision: Revision
    today: date
    theme: str
    last_step: str


AGAIN_SECONDS = 3.0
"""Within this time a second esc leads to Today."""


class DestinationScreen(FramedScreen):
    """A screen that a key or a click on the bar leads to. Subclasses fill `body` and `reload`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    BINDINGS = [
        command(
            "escape",
            "leave",
            "Back",
            "Leave the field you are in for the list; from there, pressed twice, go to Today.",
            footer=False,
        ),
        command("u", "undo", "Undo", "Take the last change back, whatever it was."),
        command(
            "ctrl+z",
            "undo_list",
            "Undo list",
            "See what can be taken back, newest first, and take it back.",
            footer=False,
        ),
        command("U,ctrl+y", "redo", "Redo", "Make the change undone last once more.", footer=False),
    ]

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__(reset, mode)
        self._can_undo = self._can_redo = False
        self._drawn_from: Shown | None = None  # what it was drawn from; None until it is drawn anew
        self._buttons_follow = False  # do they hear of keys that were given anew?
        self._leaving: Timer | None = None  # esc was pressed once where nothing is left to leave

    def compose(self) -> ComposeResult:
        self._drawn_from = self.to_show()
        yield from super().compose()

    def reload(self) -> None:
        """Show what the workbook holds now."""

    def write(self, change: Callable[[], object]) -> bool:
        """Make a change; when it cannot be stored, say so. True when it is stored."""
        try:
            change()
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            return False
        return True

    def remember(self, step: Step) -> None:
        """Note which step is open, for Today and the next start; no harm when it cannot be."""
        with suppress(CxresetError):
            self.reset.daily.set_last_visited(f"week-{step.week}/{step.id}")

    def flush(self) -> None:
        """Store what is still pending in any field."""
        for field in self.query(Field):
            field.flush()

    def _name_keys(self, screen: Screen[object]) -> None:
        """Let buttons name the keys that the leader gave their commands."""
        if isinstance(self.app, PreferringApp):
            rename_buttons(self, self.app.rebound)

    def on_screen_suspend(self) -> None:
        self.flush()
        self._stay()
        self.query_one(KeyLine).refresh()  # its keys do not work below a dialog

    def on_screen_resume(self) -> None:
        self.reset.file.on_change = self._history_grew
        if not self._buttons_follow:
            self._buttons_follow = True
            self.bindings_updated_signal.subscribe(self, self._name_keys)
        self.look_at_history()
        if self.is_mounted:
            self.look_again()

    def to_show(self) -> Shown | None:
        """What the screen would be drawn from now; None when the workbook does not say."""
        try:
            revision = self.reset.file.revision()
        except CxresetError:  # held for a moment: nobody knows, so it is drawn
            return None
        return Shown(revision, self.reset.today, self.app.theme, self.last_step())

    def last_step(self) -> str:
        """Where the leader was last, of a screen that shows it; else empty."""
        return ""

    def draw_anew(self) -> None:
        """Do not take what is shown for what is stored: the next look draws everything."""
        self._drawn_from = None

    def look_again(self) -> None:
        """Draw everything anew from the workbook, when it or the day has changed."""
        if not self.is_mounted:  # half there; what it draws first is what is stored now
            return
        app = self.app
        unsaved = isinstance(app, HoldsUnsavedWrites) and bool(app.unsaved_writes)
        self.query_one(NavigationBar).unsaved = unsaved
        self.show_day()
        wanted = self.to_show()
        if wanted is None or wanted != self._drawn_from:
            self.reload()
            self._drawn_from = wanted
        else:
            self.stays()

    def stays(self) -> None:
        """The leader is back, and what is shown is what is stored."""

    def on_workbook_changed(self, event: WorkbookChanged) -> None:
        event.stop()
        self.look_again()

    def on_field_last_left(self, event: Field.LastLeft) -> None:
        event.stop()
        self.home()

    def on_field_refused(self, event: Field.Refused) -> None:
        self.notify(event.sentence, title="Not saved yet", severity="warning", markup=False)

    def home(self) -> bool:
        """Move the focus out of a field to where this place's keys work; False if it is there."""
        focused = self.focused
        if focused is not None and any(isinstance(node, Field) for node in focused.ancestors):
            self.set_focus(None)
            return True
        return False

    # -- undo and redo

    def _history_grew(self) -> None:
        self.call_later(self.look_at_history)  # an import tells it from a thread of its own

    def look_at_history(self) -> None:
        """Offer what can be undone and redone now."""
        with suppress(CxresetError):
            history = self.reset.history
            self._can_undo = history.next_undo() is not None
            self._can_redo = history.next_redo() is not None
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo and redo are there when there is something to undo or redo."""
        if action in ("undo", "undo_list", "redo"):
            return self._can_redo if action == "redo" else self._can_undo
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Take the last change back; a whole import or a restore only after a question."""
        self.flush()
        history = self.reset.history
        try:
            whole = history.undoes_whole_file()
            name = one_line(history.next_undo() or "", 70)
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            return
        if not whole:
            self._turn()
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._turn()

        meaning = f"The last change: {name}. All that came with it goes; "
        meaning += f"{shown_key(self, 'redo', 'U')} brings it back."
        question = ConfirmScreen("Take this back?", meaning, "Take it back")
        self.app.push_screen(question, answered)

    def action_undo_list(self) -> None:
        """Show what can be taken back; take back as far as the leader chooses."""
        from cxreset.reset.where import done
        from cxreset.tui.dialogs.undo.list import SHOWN, UndoListScreen

        self.flush()

        def chosen(number: int | None) -> None:
            if number:
                self._turn(number)

        self.app.push_screen(UndoListScreen(done(self.reset, SHOWN)), chosen)

    def action_redo(self) -> None:
        self._turn(undone=True)

    def _turn(self, times: int = 1, *, undone: bool = False) -> None:
        """Undo so often or, with `undone`, redo; say what, and show it everywhere."""
        from cxreset.tui.dialogs.undo.turning import turn, turned, where_last

        self._stay()
        self.flush()
        before = "" if undone else where_last(self.reset)

        def ended(name: str | None) -> None:
            self._show_turned()
            where = where_last(self.reset) if undone else before
            self.notify(turned(self, name, where, undone=undone), markup=False)
            if times > 1 and name:
                self._turn(times - 1, undone=undone)

        turn(self, self.reset, ended, undone=undone)

    def _show_turned(self) -> None:
        """Show what was undone or redone, in the field that has the focus too."""
        focused = self.focused
        self.set_focus(None)  # a field shows no other value while one types in it
        self.look_again()
        if focused is not None and focused.is_attached and focused.display:
            self.set_focus(focused)
        self.look_at_history()

    # -- one level back

    def action_leave(self) -> None:
        """One level back: out of a field to the list; from there to Today when pressed again."""
        self.flush()
        asked_before = self._leaving is not None
        self._stay()
        if self.home() or self.mode == TODAY.mode:
            return
        if asked_before:
            self.app.switch_mode(TODAY.mode)
            return
        self._leaving = self.set_timer(AGAIN_SECONDS, self._stay)
        self.query_one(StateLine).ask("Press esc again to go to Today.", AGAIN_SECONDS)

    def on_key(self, event: Key) -> None:
        """Another key than esc: the leader stays."""
        if event.key != "escape":
            self._stay()

    def _stay(self) -> None:
        """The next esc is a first one, and nothing is said of a second."""
        if self._leaving is not None:
            self._leaving.stop()
            self._leaving = None
            self.query_one(StateLine).answered()
