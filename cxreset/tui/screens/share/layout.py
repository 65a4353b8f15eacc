"""What Share is made of, and where it lies in the window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Static

from cxreset.base.language.words import _
from cxreset.tui.screens.destination import DestinationScreen
from cxreset.tui.screens.share.controls import ShareControls
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.layout.grid import boxes
from cxreset.tui.widgets.page.reader import SearchablePage


class SharePage(DestinationScreen):
    """The choices, and the page: below each other, or side by side in a wide window."""

    def body(self) -> ComposeResult:
        yield ShareControls(id="choices")
        yield Static(_("Preview").upper(), id="preview-name", classes="section", markup=False)
        yield SearchablePage(id="preview", measure=110)

    def home(self) -> bool:
        if super().home():
            self.query_one("#preview").focus()
            return True
        return False

    def on_resize(self, event: Resize) -> None:
        super().on_resize(event)
        if self.is_mounted:
            self.lay_out()

    def lay_out(self) -> None:
        """In a wide window what can be shared is a list at the left."""
        size = self.app.size
        parts = boxes("share", size.width, size.height)
        self.set_class(parts.rail is not None, "-beside")
        self.query_one("#what Choice", Choice).stacked = parts.rail is not None
        page, name = self.query_one("#preview"), self.query_one("#preview-name")
        if parts.rail is None:
            self.query_one("#choices").styles.padding = (1, 2, 0, 2)
            page.styles.width, page.styles.margin, name.styles.margin = "1fr", (0, 1), (1, 0, 0, 0)
            return
        gap = parts.main.x - parts.rail.x - parts.rail.width
        self.styles.grid_columns = [f"{parts.rail.x + parts.rail.width}", "1fr"]
        self.query_one("#choices").styles.padding = (1, 0, 0, parts.rail.x)
        page.styles.width, page.styles.margin = parts.main.width, (0, 0, 0, gap)
        name.styles.margin = (1, 0, 0, gap)
