"""How one leaves: words stored first, by key, by signal, or when the program fails."""

from __future__ import annotations

from collections.abc import Callable

from cxreset.tui.shell.signals import on_signals
from cxreset.tui.shell.windows import WatchingApp


class LeavingApp(WatchingApp):
    """An app that leaves in order."""

    _forget_signals: Callable[[], None] = staticmethod(lambda: None)

    def ask_to_leave(self) -> None:
        """Ask first, for something is not saved and leaving would lose it; then `exit`."""
        raise NotImplementedError

    def heed_signals(self) -> None:
        """From now on a signal stores what was typed before it ends the program."""
        self._forget_signals = on_signals(self._leave, self.store_pending)

    async def action_quit(self) -> None:
        """Leave; what is pending in a field is stored first.

        The key is heard before the letters that wait at the focused widget: it takes them first.
        """
        focused = self.screen.focused
        if focused is None or not focused.call_later(self._leave, 0):
            self._leave(0)

    def _leave(self, code: int) -> None:
        self.store_pending()
        if code == 0 and self.unsaved_writes and not self.screen.is_modal:
            self.ask_to_leave()
            return
        if code:
            self.keep_unsaved()
        self.exit(return_code=code)

    def crash_sentence(self, error: Exception) -> str:
        """Keep what is needed to mend the failure in a file, and name that file."""
        from cxreset.base.crash import keep

        return keep(error)

    def on_unmount(self) -> None:
        self._forget_signals()
