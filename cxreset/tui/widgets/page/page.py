"""A long text, drawn line by line: one widget however long it is.

A Textual `Markdown` mounts a widget for each paragraph and cell, some hundreds for a plan; opening
it costs more than starting the program. Here the text is laid out once for a width, and only the
lines in sight are drawn. It can be scrolled, selected and copied, searched, and its links clicked.
"""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from cxreset.tui.widgets.page.blocks import LINK, read_markdown
from cxreset.tui.widgets.page.layout import lay_out

MEASURE = 96
"""Cells that a line of text takes at most: longer ones are hard to read."""


class Page(ScrollView, can_focus=True):
    """A Markdown text to be read."""

    BINDINGS = [
        Binding("up,k", "scroll_up", "Up", show=False),
        Binding("down,j", "scroll_down", "Down", show=False),
        Binding("space,pagedown", "page_down", "On", show=False),
        Binding("b,pageup", "page_up", "Back", show=False),
        Binding("home", "scroll_home", "First line", show=False),
        Binding("end", "scroll_end", "Last line", show=False),
    ]

    class LinkClicked(Message):
        """A link in the text was clicked; `address` is what the text says, not yet checked."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(
        self, text: str = "", *, measure: int = MEASURE, id: str | None = None, classes: str = ""
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = text
        self._measure = measure
        self._laid_out_for: tuple[str, int] | None = None
        self._lines: list[Content] = []
        self._strips: dict[int, Strip] = {}
        self._found: list[int] = []
        self._sought = ""

    @property
    def text(self) -> str:
        """The Markdown shown."""
        return self._text

    def show(self, text: str) -> None:
        """Show another text from its first line; the same text stays where it is."""
        if text == self._text:
            return
        self._text = text
        self._sought, self._found = "", []
        self._lay_out()
        self.scroll_home(animate=False)

    # -- layout

    def _lay_out(self) -> None:
        """Break the text into lines for the width there is, once for each text and width."""
        width = min(self._measure, self.scrollable_content_region.width)
        wanted = (self._text, width)
        if width <= 0 or wanted == self._laid_out_for:
            return
        self._laid_out_for = wanted
        self._lines = lay_out(read_markdown(self._text), width)
        self._strips.clear()
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()  # another theme

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """One line in sight, counted from the top of the widget."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get(number)
        if strip is None:
            strip = self._draw(number).extend_cell_length(width, self.rich_style)
            self._strips[number] = strip.apply_offsets(0, number)
            strip = self._strips[number]
        return strip.crop(self.scroll_offset.x, self.scroll_offset.x + width)

    def _draw(self, number: int) -> Strip:
        line = self._lines[number]
        if self._sought and number in self._found:
            line = _lit(line, self._sought)
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span is not None:
            start, end = span
            lit = self.screen.get_visual_style("screen--selection")
            line = line.stylize(lit, start, None if end == -1 else end)
        if not line:
            return Strip([Segment("", self.rich_style)], 0)
        strips = Visual.to_strips(
            self, line, max(1, line.cell_length), 1, self.visual_style, apply_selection=False
        )
        return strips[0]

    # -- selecting and copying

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, for the clipboard."""
        return selection.extract("\n".join(line.plain for line in self._lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw anew what the pointer has passed."""
        self._strips.clear()
        self.refresh()

    # -- searching

    def search(self, words: str) -> int:
        """Light up every line that holds `words` and go to the first; how many lines do."""
        self._sought = words.strip()
        folded = self._sought.casefold()
        self._found = [
            number
            for number, line in enumerate(self._lines)
            if folded and folded in line.plain.casefold()
        ]
        self._strips.clear()
        self.refresh()
        if self._found:
            self.scroll_to(y=self._found[0], animate=False)
        return len(self._found)

    def search_on(self) -> bool:
        """Go to the next line that was found, after the last to the first; False without any."""
        if not self._found:
            return False
        here = self.scroll_offset.y
        following = next((number for number in self._found if number > here), self._found[0])
        self.scroll_to(y=following, animate=False)
        return True

    # -- links

    def on_click(self, event: events.Click) -> None:
        address = event.style.meta.get(LINK)
        if isinstance(address, str):
            event.stop()
            self.post_message(self.LinkClicked(address))


def _lit(line: Content, words: str) -> Content:
    """A line with the words that were searched for lit up."""
    plain, folded = line.plain.casefold(), words.casefold()
    if len(plain) != len(line.plain):  # folding changed the lengths: light up the whole line
        return line.stylize("reverse")
    start = plain.find(folded)
    while start >= 0:
        line = line.stylize("reverse", start, start + len(folded))
        start = plain.find(folded, start + len(folded))
    return line
