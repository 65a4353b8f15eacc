"""A layout that a widget asks for twice is made twice.

Textual 8.2 counts a request of `refresh(layout=True)` only when none of that widget is open. A
request is open until the widget has answered its messages; where another widget is laid out
meanwhile, this one's width is kept for the count there is, and the words of the second request are
cut to the width of the first.
"""

from __future__ import annotations

from textual.geometry import Region
from textual.widget import Widget

from cxreset.tui.toolkit.speed import applies

_refresh = Widget.refresh


def _counted(
    self: Widget,
    *regions: Region,
    repaint: bool = True,
    layout: bool = False,
    recompose: bool = False,
) -> Widget:
    if layout and self._layout_required:
        self._layout_updates += 1
    return _refresh(self, *regions, repaint=repaint, layout=layout, recompose=recompose)


def count_every_layout() -> None:
    """From now on, for every widget."""
    if applies():
        Widget.refresh = _counted  # type: ignore[assignment,method-assign]
