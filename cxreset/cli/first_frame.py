"""Show the last picture of Today at once, and hand the terminal over when the screen is loaded."""

from __future__ import annotations

import os
import sys
import time

from cxreset.base.first_frame import OFF, load, terminal_stamp
from cxreset.base.locations import interface_language, workbook_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from cxreset.cli.call import Call

_SHOW = "\x1b[?1049h\x1b[?25l\x1b[H"  # the other screen, no cursor, from the upper left corner
_HIDE = "\x1b[?25h\x1b[?1049l"


def open_app(call: Call) -> int:
    """Open the workbook on the screen; raises as `screen.open_app` does."""
    early = early_screen(workbook_file(call.workbook))
    try:
        early.show()
        from cxreset.cli import screen

        return screen.open_app(call, early.hand_over)
    finally:
        early.end()


class EarlyScreen:
    """The terminal from the first picture until the app has it, and as it was in the end.

    Keys typed meanwhile are neither shown nor lost: they wait for whoever reads them first.
    """

    def __init__(self, frame: str) -> None:
        self._frame = frame
        self._shown = False
        self._restore: Callable[[], None] = lambda: None

    def show(self) -> None:
        """Draw the picture, if there is one."""
        if self._frame:
            from cxreset.base.platforms.terminals import quiet_keys

            self._restore = quiet_keys()
            sys.stdout.write(_SHOW + self._frame)
            sys.stdout.flush()
            self._shown = True
            self._leave_in_order()

    def _leave_in_order(self) -> None:
        """Until the app takes signals itself, one that ends the program restores the terminal."""
        from cxreset.base.platforms.signals import at_once

        def leave(number: int) -> None:
            self.end()
            os._exit(128 + number)

        at_once(leave)

    def hand_over(self) -> None:
        """The app draws from now on, and leaves the other screen by itself."""
        self._shown = False

    def end(self) -> None:
        """The terminal as it was; called however the start or the app ended."""
        if self._shown:
            sys.stdout.write(_HIDE)
            sys.stdout.flush()
            self._shown = False
        self._restore()


def early_screen(workbook: str) -> EarlyScreen:
    """The picture of a workbook, if there is one that is valid now on this terminal."""
    if OFF in os.environ or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return EarlyScreen("")
    today = time.strftime("%Y-%m-%d")  # a start without a picture need not load datetime
    return EarlyScreen(load(workbook, terminal_stamp(workbook, today, interface_language())))
