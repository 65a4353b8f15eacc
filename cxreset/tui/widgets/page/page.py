"""A long text, drawn line by line: one widget however long it is.

A Textual `Markdown` mounts a widget for each paragraph and cell, some hundreds for a plan; opening
it costs more than starting the program. Here the text is laid out once for a width, and only the
lines in sight are drawn. It can be scrolled, selected and copied, searched, and its links clicked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

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
from textual.widget import Widget

from cxreset.base.language.words import N_
from cxreset.tui.widgets.page.blocks import LINK, Block, read_markdown
from cxreset.tui.widgets.page.finding import Match, find
from cxreset.tui.widgets.page.layout import lay_out

MEASURE = 96
"""Cells that a line of text takes at most: longer ones are hard to read."""


class Page(ScrollView, can_focus=True):
    """A Markdown text to be read."""

    BINDINGS = [
        Binding("up,k", "scroll_up", N_("Up"), show=False),
        Binding("down,j", "scroll_down", N_("Down"), show=False),
        Binding("space,pagedown", "page_down", "On", show=False),
        Binding("b,pageup", "page_up", "Back", show=False),
        Binding("home", "scroll_home", N_("First line"), show=False),
        Binding("end", "scroll_end", N_("Last line"), show=False),
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
        self._blocks = read_markdown(text)
        self._measure = measure
        self._line_width = 0
        self._lines: list[Content] = []
        self._strips: dict[int, Strip] = {}
        self._sought = ""
        self._found: list[list[Match]] = []
        self._lit: dict[int, list[Match]] = {}
        self._found_at = 0  # which of them was gone to last

    @property
    def text(self) -> str:
        """The Markdown shown."""
        return self._text

    @property
    def blocks(self) -> Sequence[Block]:
        """What the page is made of."""
        return self._blocks

    @property
    def plain(self) -> str:
        """The words shown, line by line, as they are laid out."""
        return "\n".join(line.plain for line in self._lines)

    def show(self, text: str) -> None:
        """Show another text from its first line; the same text stays where it is."""
        if text != self._text:
            self._text = text
            self.show_blocks(read_markdown(text))

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show what was made of blocks; the same ones stay where they are."""
        if list(blocks) == self._blocks:
            return
        self._blocks = list(blocks)
        self._sought = ""
        self._line_width = 0
        self._lay_out()
        self.scroll_home(animate=False)

    # -- layout

    def lines(self, width: int) -> list[Content]:
        """The lines for a width; a subclass may draw others."""
        return lay_out(self._blocks, width)

    def redraw(self) -> None:
        """Make the lines anew, and stay where the reader is."""
        self._line_width = 0
        self._lay_out()

    def _lay_out(self) -> None:
        """Break the text into lines for the width there is."""
        self._lay_out_for(self.scrollable_content_region.width)

    def _lay_out_for(self, room: int) -> None:
        """Break the text into lines, once for each text and width."""
        width = min(self._measure, room)
        if width <= 0 or width == self._line_width:
            return
        self._line_width = width
        self._lines = self.lines(width)
        self._find()
        self._strips.clear()
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        self._strips.clear()  # they are as wide as the page was
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
        for match in self._lit.get(number, ()):
            line = line.stylize("reverse", match.start, match.end)
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
        return selection.extract(self.plain), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw anew what the pointer has passed."""
        self._strips.clear()
        self.refresh()

    # -- searching

    @property
    def sought(self) -> str:
        """The words that were looked for last in this text; empty when none were."""
        return self._sought

    def search(self, words: str) -> int:
        """Light up every place where `words` stand and go to the first; how many there are."""
        self._sought = words.strip()
        self._find()
        self._strips.clear()
        self.refresh()
        if self._found:
            self.go_to_line(self._found[0][0].line)
        return len(self._found)

    def search_on(self) -> bool:
        """Go to the next place that was found, after the last to the first; False without any."""
        if not self._found:
            return False
        self._found_at = (self._found_at + 1) % len(self._found)
        self.go_to_line(self._found[self._found_at][0].line)
        return True

    def _find(self) -> None:
        """Look for the words in the lines as they are laid out now."""
        self._found_at = 0
        self._found = find([line.plain for line in self._lines], self._sought)
        self._lit = {}
        for match in chain.from_iterable(self._found):
            self._lit.setdefault(match.line, []).append(match)

    def go_to_line(self, number: int) -> None:
        """Bring a line of the text to the top."""
        self.scroll_to(y=number, animate=False)

    # -- links

    def on_click(self, event: events.Click) -> None:
        address = event.style.meta.get(LINK)
        if isinstance(address, str):
            event.stop()
            self.post_message(self.LinkClicked(address))


class PageText(Page, can_focus=False):
    """A text among other widgets: as high as its lines, scrolled by whatever holds it."""

    BINDINGS = []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text takes at this width."""
        self._lay_out_for(width)
        return len(self._lines)

    def go_to_line(self, number: int) -> None:
        """Bring a line of the text to the top of whatever scrolls it."""
        holder = self.parent
        if isinstance(holder, Widget):
            holder.scroll_to(y=self.virtual_region.y + number, animate=False)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show what was made of blocks, and take the room it needs."""
        super().show_blocks(blocks)
        self.refresh(layout=True)
