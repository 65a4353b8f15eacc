"""The screen as the bytes that draw it, for the next start to show while it loads."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def picture_of(screen: Screen[Any]) -> str:
    """All of a screen, as it would be drawn on this terminal from the upper left corner.

    It has been through every filter, so nothing in it acts on the terminal but the drawing itself.
    """
    return screen._compositor.render_full_update().render_segments(screen.app.console)
