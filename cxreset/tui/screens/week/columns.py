"""Where a week's rail and worksheet lie in the window."""

from __future__ import annotations

from textual.screen import Screen

from cxreset.tui.widgets.layout.grid import boxes


def lay_out(screen: Screen[None]) -> None:
    """Give rail, worksheet and what stands beside their columns; without a rail, the strip."""
    size = screen.app.size
    parts = boxes("week", size.width, size.height)
    side, desk = screen.query_one("#side"), screen.query_one("#desk")
    side.display = parts.rail is not None
    screen.query_one("#strip").display = parts.rail is None
    before = parts.main.x
    if parts.rail is not None:
        side.styles.width = parts.rail.width
        side.styles.margin = (0, 0, 0, parts.rail.x)
        before -= parts.rail.x + parts.rail.width
    desk.styles.width = parts.main.width
    desk.styles.margin = (0, 0, 0, before)
    beside = screen.query_one("#beside")
    beside.display = parts.margin is not None
    if parts.margin is not None:
        beside.styles.width = parts.margin.width
        beside.styles.margin = (0, 0, 0, parts.margin.x - parts.main.x - parts.main.width)
    above = parts.main.y - parts.bar.height if parts.rail is not None else 0
    screen.query_one("#halves").styles.padding = (above, 0, 0, 0)
