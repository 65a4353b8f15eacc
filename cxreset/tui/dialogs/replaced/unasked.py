"""A dialog that comes by itself, perhaps while somebody types."""

from __future__ import annotations

from typing import TypeVar

from textual.binding import Binding
from textual.widgets import Static

from cxreset.base.language.words import _
from cxreset.tui.widgets.layout.dialog import Dialog

T = TypeVar("T")


class UnaskedScreen(Dialog[T]):
    """No letter acts in it: typing on must decide nothing. It begins on the button that does
    nothing either, so Enter does no harm."""

    CSS_PATH = "../dialogs.tcss"
    AUTO_FOCUS = "#later"
    BINDINGS = [
        Binding("left,up", "app.focus_previous", "Before", show=False),
        Binding("right,down", "app.focus_next", "Next", show=False),
    ]

    def how_to_choose(self) -> Static:
        """The line above the buttons."""
        return Static(_("← → and Enter choose; letters do nothing here."), classes="muted")
