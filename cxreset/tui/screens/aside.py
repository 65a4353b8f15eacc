"""A place beside the way, such as Help: one looks at it, and goes back to where one was."""

from __future__ import annotations

from textual.binding import ActiveBinding

from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.commands.destinations import TODAY
from cxreset.tui.screens.destination import DestinationScreen


class AsideScreen(DestinationScreen):
    """Esc leads out of a field, then back to where one was."""

    BINDINGS = [
        command("escape", "leave", "Back", "Go back to where you were.", shown_as="esc"),
    ]

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__(reset, mode)
        self.left = TODAY.mode
        """The mode that was left for this one."""
        self.commands_there: list[ActiveBinding] = []
        """The commands that could be given there."""

    def come_from(self, mode: str, commands: list[ActiveBinding]) -> None:
        """Which place was left for this one, and the commands that could be given there."""
        self.left = mode
        self.commands_there = commands
        self.draw_anew()

    def action_leave(self) -> None:
        """Out of a field; else back to where one was, which is as it was."""
        self.flush()
        if not self.home():
            self.app.switch_mode(self.left)
