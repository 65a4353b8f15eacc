"""The places of the bar, one folder each; `screen_for` finds the screen of a place.

Screens are imported when first gone to, so that a start loads only its own.
"""

from __future__ import annotations

from importlib import import_module

from cxreset.reset.reset import Reset
from cxreset.tui.commands.destinations import WEEK, Destination
from cxreset.tui.screens.destination import DestinationScreen

WEEK_SCREEN = "week.screen:WeekScreen"
SCREENS = {
    "today": "today.screen:TodayScreen",
    "actions": "actions.screen:ActionsScreen",
    "practices": "practices.screen:PracticesScreen",
    "scoreboard": "scoreboard.screen:ScoreboardScreen",
    "journal": "journal.screen:JournalScreen",
    "share": "share.screen:ShareScreen",
    "help": "help.screen:HelpScreen",
    "settings": "settings.screen:SettingsScreen",
}


def module_of(destination: Destination) -> str:
    """The module that holds its screen."""
    return _found(destination)[0]


def screen_for(reset: Reset, destination: Destination) -> DestinationScreen:
    """A new screen for a destination."""
    module, name = _found(destination)
    screen = getattr(import_module(module), name)(reset, destination.mode)
    assert isinstance(screen, DestinationScreen)
    return screen


def _found(destination: Destination) -> tuple[str, str]:
    where = WEEK_SCREEN if destination.mode.startswith(WEEK) else SCREENS[destination.mode]
    module, _, name = where.partition(":")
    return f"cxreset.tui.screens.{module}", name
