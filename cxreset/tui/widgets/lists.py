"""Lists with the one sign of the focus: `▌` at the left edge of the row that the next key acts on.

While the focus is elsewhere the row keeps its tint, and the sign is drawn as a line is.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.color import Color
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import DataTable, OptionList
from textual.widgets.option_list import Option

EDGE = "▌"


class Table(DataTable[Text]):
    """A table whose cursor is a row; every row is `ROWS_HIGH` lines high."""

    ROWS_HIGH = 1

    class PagedOn(Message):
        """PgUp (-1) or PgDn (1) where all rows are in sight: what lies below may be read on."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(cursor_type="row", zebra_stripes=False, id=id, classes=classes)

    def action_page_down(self) -> None:
        if self.max_scroll_y:
            super().action_page_down()
        else:
            self.post_message(self.PagedOn(1))

    def action_page_up(self) -> None:
        if self.max_scroll_y:
            super().action_page_up()
        else:
            self.post_message(self.PagedOn(-1))

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        line = y - (self.header_height if self.show_header else 0)
        if line < 0 or not self.row_count:
            return strip
        row = (line + self.scroll_offset.y) // self.ROWS_HIGH
        return with_edge(self, strip) if row == self.cursor_row else strip


class Options(OptionList):
    """A list of options of any height; its style leaves the first cell of each to the sign."""

    def __init__(self, *options: Option, id: str | None = None, markup: bool = False) -> None:
        super().__init__(*options, id=id, markup=markup)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        line = y + self.scroll_offset.y
        lines = self._lines  # (option, line of it); no public name says which option a line is of
        option = lines[line][0] if line < len(lines) else None
        return with_edge(self, strip) if option == self.highlighted is not None else strip


class LookFirst(Options):
    """Options of which a click on another one only looks at it; one on the line in hand chooses."""

    async def _on_click(self, event: Click) -> None:
        at = event.style.meta.get("option", -1)
        if at >= 0 and at != self.highlighted:
            event.prevent_default()
            self.highlighted = at


def with_edge(widget: Widget, strip: Strip) -> Strip:
    """The same line with the sign in its first cell, which every row leaves empty."""
    if strip.cell_length < 1:
        return strip
    first = next((segment for segment in strip if segment.text), None)
    ground = Style(bgcolor=first.style.bgcolor) if first and first.style else Style()
    name = "primary" if widget.has_focus else "line"
    colour = Color.parse(widget.app.theme_variables[name]).rich_color
    edge = Segment(EDGE, ground + Style(color=colour))
    rest = strip.crop(1, strip.cell_length)
    return Strip([edge, *rest], strip.cell_length)
