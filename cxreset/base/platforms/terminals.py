"""The terminal's own settings, and what can be asked of it; a Windows console has neither."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def quiet_keys() -> Callable[[], None]:
    """Let keys wait unseen; returns what sets the terminal as it was. Nothing on Windows."""
    if sys.platform == "win32":
        return lambda: None
    import termios

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    quiet = [*before]
    quiet[3] = int(quiet[3]) & ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
    return lambda: termios.tcsetattr(descriptor, termios.TCSANOW, before)


def can_be_asked() -> bool:
    """Do its answers come among the keys, as bytes that Textual reads from a POSIX terminal?"""
    return sys.platform != "win32"
