"""How one leaves: words stored first, by key, by signal, or when the program fails."""

from __future__ import annotations

from collections.abc import Callable

from cxreset.tui.shell.signals import on_signals
from cxreset.tui.shell.windows import WatchingApp


class LeavingApp(WatchingApp):
    """An app that leaves in order."""

    _forget_signals: Callable[[], None] = staticmethod(lambda: None)

    def heed_signals(self) -> None:
        """From now on a signal stores what was typed before it ends the program."""
        self._forget_signals = on_signals(self._leave, self._store_pending)

    async def action_quit(self) -> None:
        """Leave; what is pending in a field is stored first.

        The key is heard before the letters that wait at the focused widget: it takes them first.
        """
        focused = self.screen.focused
        if focused is None or not focused.call_later(self._leave, 0):
            self._leave(0)

    def _store_pending(self) -> None:
        """Store what was typed and waits in a field."""
        from cxreset.tui.widgets.fields.field import Field

        for screen in self.screen_stack:
            for field in screen.query(Field):
                field.flush()

    def _leave(self, code: int) -> None:
        self._store_pending()
        if code == 0 and self.waiting and not self.screen.is_modal:
            self.ask_to_leave()
            return
        self.exit(return_code=code)

    def _fatal_error(self) -> None:
        """Textual would print a traceback with local variables, which hold customers' words."""
        from rich.text import Text

        from cxreset.base.crash import keep

        error = self._exception
        if error is not None:
            self._exit_renderables.append(Text(keep(error)))
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        self._forget_signals()
