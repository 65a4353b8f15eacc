"""Which places there are, the screen of each, and what is loaded behind the first."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from importlib import import_module

from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from cxreset.reset.reset import Reset

PLACES = (  # name, module, class
    ("actions", "actions.screen", "ActionsScreen"),
    ("practices", "practices.screen", "PracticesScreen"),
    ("journal", "journal.screen", "JournalScreen"),
    ("share", "share.screen", "ShareScreen"),
    ("help", "help.screen", "HelpScreen"),
)
HEAVY = (
    "cxreset.workbook.book",
    "cxreset.tui.screens.week.screen",
    "cxreset.tui.worksheets.parts.records",
)


def place(reset: Reset, name: str, module: str, screen: str) -> Screen[None]:
    """Screens are imported when first gone to, so that a start loads only its own."""
    made = getattr(import_module(f"cxreset.tui.screens.{module}"), screen)(reset, name)
    assert isinstance(made, Screen)
    return made


def add_places(app: App[str], reset: Reset) -> None:
    """Make every place one that can be gone to: Today, a week each, and the others."""
    weeks = ((f"week-{week.id}", "week.screen", "WeekScreen") for week in reset.pack.weeks)
    # Today is drawn already; it is named so that one can come back
    for name, module, screen in (("today", "today.screen", "TodayScreen"), *weeks, *PLACES):
        app.add_mode(name, partial(place, reset, name, module, screen))


def warm_up(app: App[str], then: Callable[[], None]) -> None:
    """Load the heavy rooms behind the first screen, once it can be used; and do `then`."""
    if not gc.isenabled():  # see `cli.run`: collecting begins when the first screen is there
        gc.freeze()
        gc.enable()

    def load() -> None:
        worker = get_current_worker()
        for module in HEAVY:
            if not worker.is_cancelled:
                import_module(module)

    def begin() -> None:
        app.run_worker(load, thread=True, exit_on_error=False)
        then()

    app.set_timer(0.5, begin)
