"""A place that is one list with its form: where the focus goes, and what a change redraws."""

from __future__ import annotations

from typing import ClassVar

from textual.widgets import Button, DataTable

from cxreset.tui.screens.destination import DestinationScreen
from cxreset.tui.worksheets.parts.base import Worksheet


class ListScreen(DestinationScreen):
    """Subclasses compose one worksheet with a list, and draw the head that counts its rows."""

    first_button: ClassVar[str]
    """The button that begins a first row, as a selector."""

    @property
    def worksheet(self) -> Worksheet:
        """The list and its form."""
        return self.query_one(Worksheet)

    def draw_head(self) -> None:
        """Count the rows; subclasses say how."""

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.draw_head()
        self.home_list()

    def reload(self) -> None:
        self.worksheet.reload()
        self.draw_head()

    async def show_row(self, table: str, key: str) -> bool:
        return self.worksheet.show_record(table, key)

    def home_list(self) -> None:
        """Focus the list, or the button for a first row while there is none."""
        table = self.worksheet.query_one(DataTable)
        button = self.worksheet.query_one(self.first_button, Button)
        self.set_focus(table if table.focusable else button)

    def home(self) -> bool:
        before = self.focused
        self.home_list()
        if self.focused is before:
            return False
        self.call_after_refresh(self.reload)  # the one in hand may not fit the filter any more
        return True
