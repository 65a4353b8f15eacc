"""Being asked to end, to pause or to stop: POSIX by signals, Windows by Ctrl+C alone."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

# No such handlers on Windows; none outside the main thread; none when the loop is closed.
_NOT_HERE = (NotImplementedError, ValueError, RuntimeError)


def _there(*names: str) -> tuple[signal.Signals, ...]:
    return tuple(getattr(signal, name) for name in names if hasattr(signal, name))


def ending(*, by_key: bool = True) -> tuple[signal.Signals, ...]:
    """What asks a program to end; with `by_key`, Ctrl+C too."""
    return _there("SIGTERM", "SIGHUP", *(["SIGINT"] if by_key else []))


def suspending() -> tuple[signal.Signals, ...]:
    """What asks a program to sleep (Ctrl+Z); nothing on Windows."""
    return _there("SIGTSTP")


def on_signals(
    numbers: Iterable[signal.Signals], called: Callable[[int], None]
) -> Callable[[], None]:
    """Let the running loop call `called` with each signal's number; returns what undoes this.

    Where the loop takes no signals nothing is done: on Windows Ctrl+C is a key in the terminal.
    """
    import asyncio  # loaded already by whoever has a loop

    loop = asyncio.get_running_loop()
    taken = []
    for number in numbers:
        with suppress(*_NOT_HERE):
            loop.add_signal_handler(number, called, int(number))
            taken.append(number)

    def undo() -> None:
        for number in taken:
            with suppress(*_NOT_HERE):
                loop.remove_signal_handler(number)

    return undo


def at_once(called: Callable[[int], None]) -> None:
    """Without a loop: call `called` when something but Ctrl+C asks the program to end."""

    def asked(number: int, _frame: FrameType | None) -> None:
        called(number)

    for number in ending(by_key=False):
        signal.signal(number, asked)


def usual_suspension() -> Callable[[], None]:
    """What happens now when the program is asked to sleep."""
    handlers = [(number, signal.getsignal(number)) for number in suspending()]

    def suspend() -> None:
        for number, handler in handlers:
            if callable(handler):
                handler(int(number), None)

    return suspend


@contextmanager
def interrupts(called: Callable[[], None]) -> Iterator[None]:
    """Inside it Ctrl+C calls `called`, and nothing else."""

    def asked(_number: int, _frame: FrameType | None) -> None:
        called()

    before = signal.signal(signal.SIGINT, asked)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
