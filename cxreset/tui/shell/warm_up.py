"""Load what is needed next behind the first screen, once that can be used."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from importlib import import_module

from textual.app import App
from textual.worker import get_current_worker

DELAY_SECONDS = 0.5


def warm_up(app: App[str], modules: Sequence[str], then: Callable[[], None]) -> None:
    """Import `modules` in a thread a little later; and do `then`."""
    if not gc.isenabled():  # see `cli.run`: collecting begins when the first screen is there
        gc.freeze()
        gc.enable()

    def load() -> None:
        worker = get_current_worker()
        for module in modules:
            if not worker.is_cancelled:
                import_module(module)

    def begin() -> None:
        app.run_worker(load, thread=True, exit_on_error=False)
        then()

    app.set_timer(DELAY_SECONDS, begin)
