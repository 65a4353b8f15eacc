"""Where the list of suggestions and the proof of the chosen one lie in the window."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from cxreset.tui.widgets.layout.grid import Boxes, boxes

TALL = 34
"""Lines from which there is room to say what the columns mean."""


def parts_of_window(screen: Screen[Any]) -> Boxes:
    """The parts of this screen; it has its title where others have the bar."""
    size = screen.app.size
    return boxes("themes", size.width, size.height)


def lay_out(screen: Screen[Any]) -> None:
    """Give the list its column, and the proof the margin where there is one."""
    parts = parts_of_window(screen)
    main, margin = parts.main, parts.margin
    screen.set_class(margin is not None, "-wide")
    screen.set_class(screen.app.size.height >= TALL, "-tall")
    above = screen.query_one("#title")
    above.styles.height = main.y
    for name in ("#title", "#notes", "#top"):
        screen.query_one(name).styles.padding = (0, 0, 0, main.x)
    buttons = screen.query_one(".buttons")
    buttons.styles.padding = (0, 0, 0, main.x if margin is not None else 0)  # all seven in 80
    found, detail = screen.query_one("#found"), screen.query_one("#detail")
    found.styles.margin = (0, 0, 0, main.x)
    found.styles.width = main.width
    detail.styles.margin = (0, 0, 0, main.x)
    detail.styles.width = main.width
    if margin is not None:
        detail.styles.width = margin.width
        detail.styles.margin = (0, 0, 0, margin.x - main.x - main.width)
