"""What every place shares: the bar at the top, the footer, keys that lead everywhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.events import Key
from textual.timer import Timer

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.commands.destinations import TODAY, WEEK
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.commands.preferring import ButtonKeys
from cxreset.tui.screens.undoing import UndoingScreen
from cxreset.tui.shell.windows import WorkbookChanged
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.unsaved import HoldsUnsavedWrites
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.navigation_bar import NavigationBar
from cxreset.tui.widgets.state_line import StateLine
from cxreset.workbook.storage.file import Revision

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.reset.where import Done


class Shown(NamedTuple):
    """All that a screen's content depends on; it is as it was while this is the same.

    `last_step` is where the leader was last, for the screen that shows it; `keys` counts how often
    keys were given anew.
    """

    revision: Revision
    today: date
    theme: str
    last_step: str
    keys: int


AGAIN_SECONDS = 3.0
"""Within this time a second esc leads to Today."""


class DestinationScreen(UndoingScreen):
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
    ]

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__(reset, mode)
        self._drawn_from: Shown | None = None  # what it was drawn from; None until it is drawn anew
        self._button_keys: ButtonKeys | None = None
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

    def on_screen_suspend(self) -> None:
        self.flush()
        self.stay()
        self.query_one(KeyLine).refresh()  # its keys do not work below a dialog

    def on_screen_resume(self) -> None:
        self.reset.file.on_change = self._history_grew
        if self._button_keys is None:
            self._button_keys = ButtonKeys(self)
            self.bindings_updated_signal.subscribe(self, self._button_keys.follow)
        self.look_at_history()
        if self.is_mounted:
            self.look_again()

    def to_show(self) -> Shown | None:
        """What the screen would be drawn from now; None when the workbook does not say."""
        try:
            revision = self.reset.file.revision()
        except CxresetError:  # held for a moment: nobody knows, so it is drawn
            return None
        return Shown(revision, self.reset.today, self.app.theme, self.last_step(), KEYS.times_given)

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
        self.notify(event.sentence, title=_("Not saved yet"), severity="warning", markup=False)

    def home(self) -> bool:
        """Move the focus out of a field to where this place's keys work; False if it is there."""
        focused = self.focused
        if focused is not None and any(isinstance(node, Field) for node in focused.ancestors):
            self.set_focus(None)
            return True
        return False

    # -- where a change was made

    async def show_made(self, made: Done) -> None:
        """Go to the place where a change was made, unless its rows are in sight, and to its row."""
        if self.app.screen is not self:
            return
        target: DestinationScreen = self
        step = next((each for each in self.reset.pack.steps if each.id == made.step), None)
        if not await self.show_row(made.table, made.key):
            mode = f"{WEEK}{step.week}" if step is not None else made.mode
            if step is not None:
                self.remember(step)
            if mode and mode != self.mode:
                await self.app.switch_mode(mode)
            there = self.app.screen
            target = there if isinstance(there, DestinationScreen) else self
            if step is not None:
                await target.come_to(step)
            await target.show_row(made.table, made.key)

    async def come_to(self, step: Step) -> None:
        """Open a step, on a screen that has steps."""

    async def show_row(self, table: str, key: str) -> bool:
        """Put the cursor on a row of that table; False when the screen shows no such rows."""
        return False

    # -- one level back

    def action_leave(self) -> None:
        """One level back: out of a field to the list; from there to Today when pressed again."""
        self.flush()
        asked_before = self._leaving is not None
        self.stay()
        if self.home() or self.mode == TODAY.mode:
            return
        if asked_before:
            self.app.switch_mode(TODAY.mode)
            return
        self._leaving = self.set_timer(AGAIN_SECONDS, self.stay)
        self.query_one(StateLine).ask(
            _("Press {key:leave=esc} again to go to Today.").format(key=KEYS), AGAIN_SECONDS
        )

    def on_key(self, event: Key) -> None:
        """Another key than esc: the leader stays."""
        if event.key != "escape":
            self.stay()

    def stay(self) -> None:
        """The next esc is a first one, and nothing is said of a second."""
        if self._leaving is not None:
            self._leaving.stop()
            self._leaving = None
            self.query_one(StateLine).answered()
