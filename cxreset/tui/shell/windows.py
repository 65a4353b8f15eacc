"""Two windows on one workbook: the first writes, the second looks on and takes over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from textual.message import Message

from cxreset.base.errors import CxresetError, WorkbookReplaced
from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.tui.shell.error_boundary import AGAIN
from cxreset.tui.shell.maintenance import MaintenanceApp
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.windows import Window
from cxreset.workbook.unsaved.edits import SessionEdits
from cxreset.workbook.unsaved.words import UnsavedText, write_unsaved

LOOK_ROUND_SECONDS = 1.0


class WorkbookChanged(Message):
    """To the screen in sight: another window wrote, this one may or may not write now, or it is
    another day."""


class WatchingApp(MaintenanceApp):
    """An app that knows of the other window on its workbook, and of another version of it."""

    _window: Window | None = None
    _replaced = False  # another version was found, and said
    _asked = False  # and asked about
    farewell = ""  # what is said once the screen is closed

    def watch_window(self, file: WorkbookFile, today: Callable[[], date]) -> None:
        """Take the right to write if no other window has it, and look again every second: at the
        workbook, and whether the day has turned."""
        file.limit_reads()
        self.edits = SessionEdits(file.path)
        file.note = self.edits.note
        self._window = Window(file)
        self._day_it_is, self._day = today, today()
        if not self._window.take():  # the first screen is drawn already
            self.call_after_refresh(self._announce)
        self._typed_before: list[UnsavedText] = []
        self.set_interval(LOOK_ROUND_SECONDS, self._look_round)

    def _announce(self) -> None:
        self.screen.post_message(WorkbookChanged())

    def _look_round(self) -> None:
        """See what another window wrote; take over when it is closed; turn the page at midnight."""
        window = self._window
        if window is None or not self.screen_stack:  # it leaves just now, or changes places
            return
        self._look_for_other_version(window)
        if self._replaced:
            return
        try:
            took_over = not window.writes and window.take()
            changed = window.changed()
        except CxresetError:
            return  # a field or a list that needs the workbook says so itself
        if took_over:
            self.notify(_("The other window is closed: this one writes now."), markup=False)
        day = self._day_it_is()
        if took_over or changed or day != self._day:
            self._day = day
            self._announce()

    def _look_for_other_version(self, window: Window) -> None:
        """Say at once that another version lies in the workbook's place, and see when it is well.

        What to do about it is asked once typing has paused: a dialog would take the next letters.
        """
        try:
            window.notice_other_version()
        except WorkbookReplaced as error:
            typed, before = self._typed(), self._typed_before
            if not self._replaced:
                self.notify(shown(error.sentence), severity="warning", markup=False)
            elif before == typed and not self._asked and not self.screen.is_modal:
                self._asked = window.file.path.exists()
                if self._asked:
                    self.ask_which_version(window.file, error.sentence)
            self._replaced, self._typed_before = True, typed
        except CxresetError:
            return  # held just now: the next look tells
        else:
            self._replaced = self._asked = False

    def _typed(self) -> list[UnsavedText]:
        """What the workbook does not take, to the last letter."""
        self.store_pending()
        return self.unsaved_writes.texts()

    def ask_which_version(self, file: WorkbookFile, sentence: str) -> None:
        """Another version lies in the workbook's place: ask what to do about it."""
        raise NotImplementedError

    def open_again(self, notice: str = "") -> None:
        """Open what lies in the workbook's place; what could not be saved is in a file by then."""
        if self.keep_unsaved():
            self.farewell = f"{notice} {self.farewell}".strip()
            self.exit(AGAIN)

    def keep_unsaved(self) -> bool:
        """Write what the workbook could not take to a file, named in `farewell`; False, and said,
        when that fails too."""
        texts = self.unsaved_writes.texts()
        if not texts or self._window is None:
            return True
        try:
            path = write_unsaved(self._window.file.path, texts, datetime.now().astimezone())
        except CxresetError as error:
            self.notify(shown(error.sentence), severity="error", markup=False)
            return False
        self.farewell = _("What could not be saved is in {path}.").format(path=path)
        return True

    def on_unmount(self) -> None:
        if self._window is not None:
            self._window.close()
