"""Two windows on one workbook: the first writes, the second looks on and takes over."""

from __future__ import annotations

from textual.message import Message

from cxreset.base.errors import CxresetError
from cxreset.tui.shell.maintenance import MaintenanceApp
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.windows import Window

LOOK_ROUND_SECONDS = 1.0


class WorkbookChanged(Message):
    """To the screen in sight: another window wrote, or this one may or may not write now."""


class WatchingApp(MaintenanceApp):
    """An app that knows of the other window on its workbook."""

    _window: Window | None = None

    def watch_window(self, file: WorkbookFile) -> None:
        """Take the right to write if no other window has it, and look again every second."""
        self._window = Window(file)
        if not self._window.take():  # the first screen is drawn already
            self.call_after_refresh(self._announce)
        self.set_interval(LOOK_ROUND_SECONDS, self._look_round)

    def _announce(self) -> None:
        self.screen.post_message(WorkbookChanged())

    def _look_round(self) -> None:
        """See what another window wrote; take over when it is closed."""
        window = self._window
        if window is None or not self.screen_stack:  # it leaves just now, or changes places
            return
        try:
            took_over = not window.writes and window.take()
            changed = window.changed()
        except CxresetError:
            return  # a field or a list that needs the workbook says so itself
        if took_over:
            self.notify("The other window is closed: this one writes now.", markup=False)
        if took_over or changed:
            self._announce()

    def on_unmount(self) -> None:
        if self._window is not None:
            self._window.close()
