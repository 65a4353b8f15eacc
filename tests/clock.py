"""The clock of the screens' tests: time that nobody works in is skipped, not waited for.

A test that pauses for 0.3 s wants to see what the app does within 0.3 s of its timers, not to
sleep. Here the event loop's own clock goes on only when nothing is left to do, and then jumps to
the next timer. So a pause costs nothing, and a busy machine cannot make the app late: whatever was
due before the pause ended has been done by then.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# A thread works in real time, which a busy machine stretches: meanwhile the clock goes slowly, so
# that a pause of 0.2 s waits up to 20 s for it. It ends as soon as the thread does.
SLOWED = 100
FRAMES_SECONDS = 0.05  # three frames: a layout, what it moves, and what that moves


class CountedThreads(ThreadPoolExecutor):
    """The loop's threads; `working` tells how many calls are not done yet."""

    def __init__(self) -> None:
        super().__init__()
        self.working = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self.working += 1
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self._done)
        return future

    def _done(self, future: Future[T]) -> None:
        self.working -= 1


class SkippingSelector(selectors.DefaultSelector):
    """Waits for files and threads as ever, but for a timer it only moves `now` on."""

    def __init__(self, threads: CountedThreads) -> None:
        super().__init__()
        self.threads = threads
        self.now = monotonic()

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or timeout is None or timeout <= 0:
            return ready or super().select(timeout)
        if not self.threads.working:
            self.now += timeout
            return []
        began = monotonic()
        ready = super().select(min(timeout * SLOWED, 0.05))
        self.now += min((monotonic() - began) / SLOWED, timeout)
        return ready


class SkippingLoop(asyncio.SelectorEventLoop):
    """An event loop on that clock."""

    def __init__(self) -> None:
        threads = CountedThreads()
        self.clock = SkippingSelector(threads)
        super().__init__(self.clock)
        self.set_default_executor(threads)

    def time(self) -> float:
        return self.clock.now


def now() -> float:
    """The running loop's time; the machine's own outside of one."""
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return monotonic()


async def some_frames(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Instead of Textual's `wait_for_idle`, which guesses from the processor's time: on a machine
    with other work a waiting process looks just like one that is done."""
    await asyncio.sleep(FRAMES_SECONDS)
