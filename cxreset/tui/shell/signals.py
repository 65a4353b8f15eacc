"""Leave in order when the system asks: words stored, terminal restored, gone in two seconds."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from cxreset.base.platforms import signals

PATIENCE_SECONDS = 1.5  # for putting the terminal right, once all is stored
LONGEST_SECONDS = 8.0  # on a busy machine or a slow disk, storing must not be cut short


def on_signals(leave: Callable[[int], None], store: Callable[[], None]) -> Callable[[], None]:
    """Call `leave` with an exit code when a signal asks to end; returns what undoes this.

    Before the program is suspended `store` is called: whoever is asleep cannot store, and a
    suspended program is easily forgotten.

    Should leaving take too long (a terminal that is gone can hold a write for ever), the process
    ends all the same: the short wait begins only when `leave` has stored everything.
    """

    def asked(number: int) -> None:
        _end_after(LONGEST_SECONDS, 128 + number)
        leave(128 + number)
        _end_after(PATIENCE_SECONDS, 128 + number)

    sleep = signals.usual_suspension()  # Textual's: restores the terminal, sleeps

    def suspended(_number: int) -> None:
        store()
        sleep()

    forget = [
        signals.on_signals(signals.ending(), asked),
        signals.on_signals(signals.suspending(), suspended),
    ]

    def undo() -> None:
        for each in forget:
            each()

    return undo


def _end_after(seconds: float, code: int) -> None:
    """End the process then, whatever it is waiting for."""
    clock = threading.Timer(seconds, os._exit, args=(code,))
    clock.daemon = True
    clock.start()
