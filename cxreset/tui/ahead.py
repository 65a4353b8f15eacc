"""What a leader is likely to need next, in the order in which it is got ready behind Today."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cxreset.reset.reset import Reset
from cxreset.tui.commands.destinations import TODAY, Destination, destinations
from cxreset.tui.screens import module_of, screen_for
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.shell.warm_up import Step
from cxreset.tui.toolkit.speed import QuickScreensApp

TABLES = (
    "pydantic",
    "sqlalchemy",
    "sqlalchemy.orm",
    "sqlmodel",
    "cxreset.workbook.tables",
    "cxreset.workbook.book",
)
"""What worksheets are stored by, and what that stands on: half a second in all."""
SHARING = ("cxreset.sharing.facts.gather", "cxreset.sharing.export")


def steps(app: QuickScreensApp, reset: Reset) -> Iterator[Step]:
    """Modules and styles of every destination and worksheet."""
    yield from TABLES
    yield partial(_draw_the_rest_of_today, app, reset)
    for destination in destinations(reset.pack):
        if destination == TODAY:
            continue
        if destination.mode == "share":
            yield from SHARING
        yield module_of(destination)
        yield partial(_read_styles, app, reset, destination)
    from cxreset.tui.worksheets import module_for

    for step in reset.pack.steps:
        yield module_for(step)
    yield partial(_read_widget_styles, app)


def _draw_the_rest_of_today(app: QuickScreensApp, reset: Reset) -> None:
    """What of Today waits for the whole workbook: figures that the leader noted, and a voice."""
    assert reset.book  # opened from now on
    if isinstance(app.screen, TodayScreen):
        app.screen.draw_anew()
        app.screen.look_again()


def _read_styles(app: QuickScreensApp, reset: Reset, destination: Destination) -> None:
    app.read_styles(screen_for(reset, destination))


def _read_widget_styles(app: QuickScreensApp) -> None:
    from textual.widgets import DataTable, Input, OptionList, TextArea

    app.read_widget_styles(Input(), DataTable(), OptionList(), TextArea())
