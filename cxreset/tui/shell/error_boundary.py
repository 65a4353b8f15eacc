"""An error of the workbook ends in a sentence or a screen, never in a traceback.

A file that is held for a moment costs a notice; a damaged one leads to a screen with its backups.
"""

from __future__ import annotations

from contextlib import suppress

from textual import events
from textual.message import Message
from textual.message_pump import MessagePump
from textual.timer import Timer

from cxreset.base.errors import CxresetError, WorkbookUnusable
from cxreset.base.text import shown
from cxreset.tui.toolkit.private import GuardedApp, GuardedPump, raised_by_next_call
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.unsaved import HoldsUnsavedWrites, UnsavedWrites
from cxreset.tui.widgets.navigation_bar import NavigationBar

# What the app returns: it cannot go on, see `trouble`; open the workbook again; begin a new one;
# look round in the sample.
TROUBLE, AGAIN, NEW, SAMPLE = "trouble", "again", "new", "sample"
RETRY_SECONDS = 2.0


class ErrorBoundary(GuardedPump):
    """A part of the screen that, when the workbook is held just now, says so and goes on."""

    def take_up(self, error: CxresetError, message: Message) -> bool:
        """Say what could not be done; not when the part is half drawn or the workbook is lost."""
        half_drawn = isinstance(message, events.Compose | events.Mount)
        if half_drawn or isinstance(error, WorkbookUnusable):
            return False
        notify_error(self, error)
        return True


def notify_error(where: MessagePump, error: CxresetError) -> None:
    """Say that something could not be done just now."""
    where.app.notify(shown(error.sentence), severity="warning", markup=False)


class WorkbookApp(ErrorBoundary, HoldsUnsavedWrites, GuardedApp):
    """An app on a workbook that may be held, moved, or damaged at any moment."""

    trouble: CxresetError | None = None

    def __init__(self) -> None:
        super().__init__()
        self.unsaved_writes = UnsavedWrites(self._unsaved_changed)
        self._retry: Timer | None = None

    def _unsaved_changed(self) -> None:
        """Say in the bar whether something is not saved, and try again until it is."""
        unsaved = bool(self.unsaved_writes)
        if unsaved and self._retry is None:
            self._retry = self.set_interval(RETRY_SECONDS, self._try_again)
        elif not unsaved and self._retry is not None:
            self._retry.stop()
            self._retry = None
        for bar in self.screen.query(NavigationBar):
            bar.unsaved = unsaved

    def _try_again(self) -> None:
        with suppress(CxresetError):
            self.unsaved_writes.store_older()

    def store_pending(self) -> None:
        """Store what was typed and waits in a field, as far as the workbook takes it."""
        for screen in self.screen_stack:
            for field in screen.query(Field):
                field.flush()

    def take_up_last(self, error: CxresetError) -> None:
        """Go on where that is possible; else leave for the screen that says what is wrong."""
        if raised_by_next_call(error) and not isinstance(error, WorkbookUnusable):
            notify_error(self, error)
        else:
            self.stop_for(error)

    def stop_for(self, error: CxresetError) -> None:
        """Leave this app for the screen that says what is wrong with the workbook."""
        if self.trouble is None:
            self.trouble = error
        self.end_at_once(TROUBLE)
