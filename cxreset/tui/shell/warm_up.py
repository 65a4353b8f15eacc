"""What is needed next is got ready behind the first screen, in small steps while nobody types.

Whoever presses a key in the first seconds should pay for what the key does, not for this: a step
begins only when nothing was pressed for a while, and is short.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable
from importlib import import_module

from textual.app import App
from textual.events import Event, InputEvent

DELAY_SECONDS = 0.5
QUIET_SECONDS = 0.4
"""A step begins when nothing was pressed for so long."""
GARBAGE = (10_000, 10, 10)
"""How much is made before garbage is looked for, by generation; by Python's own 700, 10 and 10 it
is looked for many times while one screen opens."""

Step = str | Callable[[], None]
"""A module to import, in a thread; or something short to do between two events."""


class WarmingApp(App[str]):
    """An app that gets ready what is needed next."""

    def __init__(self) -> None:
        super().__init__()
        self._input_at = 0.0  # by the loop's clock

    async def on_event(self, event: Event) -> None:
        if isinstance(event, InputEvent):
            self._input_at = asyncio.get_running_loop().time()
        await super().on_event(event)

    def warm_up(self, steps: Iterable[Step]) -> None:
        """Do `steps`, a little later and one by one."""
        if not gc.isenabled():  # see `cli.run`: collecting begins when the first screen is there
            gc.freeze()
            gc.set_threshold(*GARBAGE)
            gc.enable()

        async def work() -> None:
            for step in steps:
                await self._quiet()
                if callable(step):
                    step()
                else:
                    await asyncio.to_thread(import_module, step)
            gc.freeze()  # what is there now stays: it need not be looked through again and again

        self.set_timer(DELAY_SECONDS, lambda: self.run_worker(work(), exit_on_error=False))

    async def _quiet(self) -> None:
        """Return when nothing was pressed for a while."""
        clock = asyncio.get_running_loop().time
        while (wait := self._input_at + QUIET_SECONDS - clock()) > 0:
            await asyncio.sleep(wait)
