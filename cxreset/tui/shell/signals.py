"""Leave in order when the system asks: words stored, terminal restored, gone in two seconds."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
PATIENCE_SECONDS = 1.5  # for putting the terminal right, once all is stored
LONGEST_SECONDS = 8.0  # on a busy machine or a slow disk, storing must not be cut short


def on_signals(leave: Callable[[int], None], store: Callable[[], None]) -> Callable[[], None]:
    """Call `leave` with an exit code when a signal asks to end; returns what undoes this.

    Before the program is suspended `store` is called: whoever is asleep cannot store, and a
    suspended program is easily forgotten.

    Should leaving take too long (a terminal that is gone can hold a write for ever), the process
    ends all the same: the short wait begins only when `leave` has stored everything.
    """
    loop = asyncio.get_running_loop()

    def asked(number: int) -> None:
        _end_after(LONGEST_SECONDS, 128 + number)
        leave(128 + number)
        _end_after(PATIENCE_SECONDS, 128 + number)

    taken = []
    for each in SIGNALS:
        # Windows has no such handlers, and no thread but the main one may set them.
        with suppress(NotImplementedError, ValueError, RuntimeError):
            loop.add_signal_handler(each, asked, int(each))
            taken.append(each)
    if hasattr(signal, "SIGTSTP"):
        with suppress(NotImplementedError, ValueError, RuntimeError):
            usual = signal.getsignal(signal.SIGTSTP)  # Textual's: restores the terminal, sleeps

            def suspended() -> None:
                store()
                if callable(usual):
                    usual(int(signal.SIGTSTP), None)

            loop.add_signal_handler(signal.SIGTSTP, suspended)
            taken.append(signal.SIGTSTP)

    def undo() -> None:
        for each in taken:
            with suppress(RuntimeError, ValueError):
                loop.remove_signal_handler(each)

    return undo


def _end_after(seconds: float, code: int) -> None:
    """End the process then, whatever it is waiting for."""
    clock = threading.Timer(seconds, os._exit, args=(code,))
    clock.daemon = True
    clock.start()
