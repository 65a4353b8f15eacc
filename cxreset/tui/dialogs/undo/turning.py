"""Undo or redo from a screen: at once where it is little, else behind a dialog that tells how far.

The large ones go on a connection of their own, in a thread: a whole import takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from threading import Event

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, ProgressBar, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line, shown
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.shell.error_boundary import notify_error
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.undo.history import History
from cxreset.workbook.undo.shown_names import shown_name
from cxreset.workbook.undo.stopping import Cancelled

AT_ONCE = 5_000
"""So many rows are turned without a dialog: that takes a blink."""


def turn(
    screen: Widget, reset: Reset, ended: Callable[[str | None], None], *, undone: bool
) -> None:
    """Take the last change back or, with `undone`, make the last one undone again.

    `ended` is called with its name, or with None when nothing is left. When it was stopped or could
    not be stored, that is said and `ended` is not called.
    """

    def answered(name: str | None) -> None:
        if name and screen.is_attached:
            ended(name)

    try:
        rows = reset.history.rows_to_turn(undone=undone)
        if rows <= AT_ONCE:
            name = reset.redo() if undone else reset.undo()
        else:
            screen.app.push_screen(TurningScreen(reset, rows, undone=undone), answered)
            return
    except CxresetError as error:
        notify_error(screen, error)
        return
    ended(name)


class TurningScreen(Dialog[str | None]):
    """Answers the name of the change that was turned, or None when it was not."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [close_command(action="stop")]

    class Turned(Message):
        """So many rows are turned."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    class Ended(Message):
        """It is done, or not: then `sentence` says why, and the workbook is as it was."""

        def __init__(self, name: str | None, sentence: str = "") -> None:
            super().__init__()
            self.name = name
            self.sentence = sentence

    def __init__(self, reset: Reset, rows: int, *, undone: bool) -> None:
        """`rows`: how many there are to turn."""
        super().__init__()
        self._reset, self._rows, self._undone = reset, rows, undone
        self._stop = Event()

    def compose(self) -> ComposeResult:
        history = self._reset.history
        name = shown_name((history.next_redo() if self._undone else history.next_undo()) or "")
        verb = _("Making it again") if self._undone else _("Taking it back")
        with Vertical(classes="dialog"):
            yield Static(f"{verb}: {one_line(name, 60)}", classes="heading", markup=False)
            yield Static(
                _("{lines} to go.").format(lines=count(self._rows, "line")),
                id="so-far",
                markup=False,
            )
            yield ProgressBar(total=self._rows, show_eta=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Stop  esc"), id="stop")

    def on_mount(self) -> None:
        self.run_worker(self._turn, thread=True, group="undo")

    def _turn(self) -> None:
        """In a thread."""

        def go_on(rows: int) -> None:
            if self._stop.is_set() or not self.is_attached:  # the leader leaves
                raise Cancelled
            self.post_message(self.Turned(rows))

        try:
            with closing(open_workbook(self._reset.file.path)) as file:
                history = History(file)
                name = history.redo(go_on) if self._undone else history.undo(go_on)
        except Cancelled:
            self.post_message(self.Ended(None, _("Stopped. The workbook is as it was.")))
        except CxresetError as error:
            self.post_message(self.Ended(None, error.sentence))
        else:
            self.post_message(self.Ended(name))

    def on_turning_screen_turned(self, event: Turned) -> None:
        event.stop()
        if self._stop.is_set():
            return  # it says already that it is stopping
        moved = min(event.rows, self._rows)
        self.query_one(ProgressBar).update(progress=moved)
        so_far = _("{moved} of {lines}. Esc stops and changes nothing.").format(
            moved=whole(moved), lines=count(self._rows, "line")
        )
        self.query_one("#so-far", Static).update(so_far)

    def on_turning_screen_ended(self, event: Ended) -> None:
        event.stop()
        if event.sentence:
            self.notify(shown(event.sentence), severity="warning", markup=False)
        else:
            self._reset.forget_settings()
        self.dismiss(event.name)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_stop()

    def action_stop(self) -> None:
        """Go back to how it was; the dialog closes once that is so."""
        self._stop.set()
        self.query_one("#so-far", Static).update(_("Stopping."))

    def on_unmount(self) -> None:
        self._stop.set()
