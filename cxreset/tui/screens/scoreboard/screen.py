"""The scoreboard: each figure week by week, before and after, and how sure one can be."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from cxreset.reset.measures.scoreboard import Scoreboard, scoreboard_of
from cxreset.tui.commands.command import command
from cxreset.tui.screens.destination import DestinationScreen
from cxreset.tui.screens.scoreboard.drawing import draw
from cxreset.tui.widgets.page.page import Page

MOST = 200
"""Cells a wide window gives to the page."""


class Board(Page):
    """The whole scoreboard as one widget, drawn line by line."""

    # a text's arrows scroll; nothing here is wider than the window, so they go to another figure
    BINDINGS = [
        Binding("right", "screen.figure(1)", show=False),
        Binding("left", "screen.figure(-1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(measure=MOST)
        self._board: Scoreboard | None = None
        self._chosen = 0

    def show_board(self, board: Scoreboard, chosen: int) -> None:
        """Draw this board, with one figure chosen."""
        self._board, self._chosen = board, chosen
        self.redraw()

    def lines(self, width: int) -> list[Content]:
        """The scoreboard's lines for a width."""
        if self._board is None:
            return []
        return draw(self._board, self._chosen, width)


class ScoreboardScreen(DestinationScreen):
    """One page, and keys that choose the figure."""

    CSS_PATH = "scoreboard.tcss"
    BINDINGS = [
        command("n", "figure(1)", "Next figure", "Show the next figure."),
        command("p", "figure(-1)", "Figure before", "Show the figure before."),
    ]
    chosen = 0
    figures = 0

    def body(self) -> ComposeResult:
        yield Board()

    def on_mount(self) -> None:
        self.reload()
        self.query_one(Board).focus()

    def reload(self) -> None:
        """Read the workbook anew."""
        board = scoreboard_of(self.reset)
        self.figures = len(board.figures)
        self.query_one(Board).show_board(board, self.chosen)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is another figure to go to where there are two."""
        if action == "figure":
            return self.figures > 1
        return super().check_action(action, parameters)

    def action_figure(self, step: int) -> None:
        """Go to another figure; after the last comes the first."""
        self.chosen += step
        self.reload()
