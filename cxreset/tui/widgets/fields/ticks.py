"""A list of lines to be ticked: `●` is ticked, `○` is not, whatever the colours are.

Textual's list draws the same cross for both, and tells them apart by its colour alone.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList, SelectionList
from textual.widgets.selection_list import SelectionType

from cxreset.tui.widgets.lists import with_edge

TICKED, OPEN = " ●  ", " ○  "


class Ticks(SelectionList[SelectionType]):
    """Every entry is one line high; the first cell is that of the focus' sign."""

    def render_line(self, y: int) -> Strip:
        strip = OptionList.render_line(self, y)
        number = y + self.scroll_offset.y
        if number >= self.option_count:
            return strip
        ticked = self.get_option_at_index(number).value in self.selected
        style = next((segment.style for segment in strip if segment.style), Style())
        sign = Segment(TICKED if ticked else OPEN, style + Style(meta={"option": number}))
        line = Strip([sign, *strip])
        return with_edge(self, line) if number == self.highlighted else line
