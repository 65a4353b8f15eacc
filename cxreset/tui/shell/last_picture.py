"""Leaving through Today, so that the next start can show it at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.containers import VerticalScroll
from textual.geometry import Size

from cxreset.reset.reset import Reset
from cxreset.tui.commands.destinations import TODAY
from cxreset.tui.shell.leaving import LeavingApp
from cxreset.tui.toolkit.private import drawn

SETTLE_SECONDS = 0.06  # Textual holds back drawing for 0.05 s when the place changes
TRIES = 20


class LeavesThroughToday(LeavingApp):
    """An app that hands on a picture of Today as it is left."""

    reset: Reset | None
    keep_picture: Callable[[str, Size], None] = staticmethod(lambda picture, size: None)
    """Called with the picture and the size of the terminal that it was drawn for."""

    async def action_quit(self) -> None:
        """Leave, with Today in sight."""
        if self.reset is None or self.unsaved_writes or self.screen.is_modal:
            await super().action_quit()
            return
        await self.switch_mode(TODAY.mode)
        self.set_timer(SETTLE_SECONDS, partial(self._leave_when_still, "", TRIES))

    def _leave(self, code: int) -> None:
        """Asked by a signal, leave a moment later where Today is in sight, and keep it."""
        if code and self.reset is not None and self._shows_today() and not self.unsaved_writes:
            self.store_pending()
            self.set_timer(SETTLE_SECONDS, partial(self._leave_when_still, "", TRIES, code))
        else:
            super()._leave(code)

    async def _leave_when_still(self, before: str, tries: int, code: int = 0) -> None:
        """Leave once two looks at Today are the same: all that is stored is drawn by then."""
        if not self.screen_stack:  # a signal was quicker
            return
        if self._shows_today():
            self.store_pending()
            self._look_as_at_a_start()
            picture = drawn(self.screen)
            if picture != before and tries > 0:
                again = partial(self._leave_when_still, picture, tries - 1, code)
                self.set_timer(SETTLE_SECONDS, again)
                return
            self.keep_picture(picture, self.size)
        if code:
            super()._leave(code)
        else:
            await super().action_quit()

    def _look_as_at_a_start(self) -> None:
        """Nothing said, the page from its top, and in focus what Textual puts there first."""
        self.clear_notifications()
        for page in self.screen.query(VerticalScroll):
            page.scroll_home(animate=False)
        focused, chain = self.screen.focused, self.screen.focus_chain
        if focused is not None and focused is not chain[0]:
            focused.call_later(self.screen.set_focus, chain[0])  # after letters that wait for it

    def _shows_today(self) -> bool:
        return self.current_mode == TODAY.mode and not self.screen.is_modal
