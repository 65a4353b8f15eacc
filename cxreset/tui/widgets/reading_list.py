"""A list of comments as long as it likes: only the lines in sight are ever read and drawn.

It holds the comments' numbers (a few bytes each) and asks for their rows a page at a time.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cxreset.base.channels import channel_cell
from cxreset.base.errors import CxresetError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_
from cxreset.base.text import one_line, wrapped
from cxreset.tui.commands.command import command
from cxreset.tui.widgets.marks import spans
from cxreset.tui.widgets.reading_text import PAINS_WIDTH, cut, pain_refs
from cxreset.workbook.feedback.comments import PAGE, Comment

PAGES_KEPT = 8
BEFORE_MATCH = 12  # characters shown before a match that lies far in a comment


class ReadingList(ScrollView, can_focus=True):
    """One line a comment. Keys move the cursor; digits are handed on as `Digit`."""

    COMPONENT_CLASSES = {
        "reading-list--cursor",
        "reading-list--muted",
        "reading-list--mark",
        "reading-list--pain",
        "reading-list--lit",
    }
    BINDINGS = [
        Binding("up", "move(-1)", "Previous", show=False),
        Binding("down", "move(1)", "Next", show=False),
        Binding("pageup", "move_page(-1)", N_("Page up"), show=False),
        Binding("pagedown", "move_page(1)", N_("Page down"), show=False),
        Binding("home", "go(0)", N_("First"), show=False),
        Binding("end", "go(-1)", N_("Last"), show=False),
        Binding("enter", "choose", "Open", show=False),
        command("1", "digit(1)", "Tie to pain", "Tie the comment to the pain with that digit, "
                "or untie it.", shown_as="1–9"),
        *(Binding(str(n), f"digit({n})", f"Pain {n}", show=False) for n in range(2, 10)),
    ]  # fmt: skip

    cursor: reactive[int] = reactive(0, init=False)

    class Highlighted(Message):
        """The cursor is on this comment now; None when the list is empty."""

        def __init__(self, comment: Comment | None) -> None:
            super().__init__()
            self.comment = comment

    class Chosen(Message):
        """Enter or a double click on this comment."""

        def __init__(self, comment: Comment) -> None:
            super().__init__()
            self.comment = comment

    class Digit(Message):
        """A digit (1 to 9) was typed while the list had the focus."""

        def __init__(self, digit: int) -> None:
            super().__init__()
            self.digit = digit

    def __init__(
        self,
        read: Callable[[Iterable[int]], list[Comment]],
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`read` gives the rows of comments by their numbers, at most PAGE at a time."""
        super().__init__(id=id, classes=classes)
        self._read = read
        self._ids = array("q")
        self._pages: OrderedDict[int, dict[int, Comment]] = OrderedDict()
        self._empty = ""
        self._words = ""
        self.masker: Callable[[str], str] = str
        """What is done to a text before it is drawn, such as hiding personal details."""

    # -- what it holds

    def show(
        self,
        ids: array[int],
        *,
        keep: int | None = None,
        top: bool = False,
        empty: str = "",
        words: str = "",
    ) -> None:
        """Show these comments; the cursor goes to the comment `keep`, or stays near its line.

        `top`: it goes to the first line. `empty` is said when there are none; `words` are lit up.
        """
        self._ids = ids
        self._empty, self._words = empty, words
        self._pages.clear()
        self.virtual_size = Size(0, len(ids))
        position = 0 if top else min(self.cursor, max(0, len(ids) - 1))
        if keep is not None:
            try:
                position = ids.index(keep)
            except ValueError:
                pass
        with self.prevent(ReadingList.Highlighted):
            self.cursor = position
        self._keep_in_sight()
        self.refresh()
        self.refresh_bindings()
        self.post_message(self.Highlighted(self.current))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An empty list has nothing to tie."""
        return bool(self._ids) if action == "digit" else super().check_action(action, parameters)

    def extend(self, ids: array[int]) -> None:
        """Show these, which begin with those shown already; nothing else changes."""
        self._ids = ids
        self._pages.clear()
        self.virtual_size = Size(0, len(ids))
        self.refresh()

    def forget(self) -> None:
        """Rows may have changed: read them anew when they are drawn."""
        self._pages.clear()
        self.refresh()

    @property
    def count(self) -> int:
        """How many comments the list holds."""
        return len(self._ids)

    @property
    def ids(self) -> list[int]:
        """The numbers of the comments it holds, in order."""
        return list(self._ids)

    @property
    def current(self) -> Comment | None:
        """The comment under the cursor."""
        return self.comment_at(self.cursor)

    def comment_at(self, position: int) -> Comment | None:
        """The comment on that line (0 is the first), or None when it is no longer there."""
        if not 0 <= position < len(self._ids):
            return None
        number = position // PAGE
        page = self._pages.get(number)
        if page is None:
            try:
                rows = self._read(self._ids[number * PAGE : (number + 1) * PAGE])
            except CxresetError:  # held by a large write just now: drawn again afterwards
                return None
            page = self._pages[number] = {row.id: row for row in rows}
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page.get(self._ids[position])

    def update_comment(self, comment: Comment) -> None:
        """Draw a comment as it is now."""
        for number, page in self._pages.items():
            if comment.id in page:
                page[comment.id] = comment
                position = self._ids.index(comment.id, number * PAGE)
                self.refresh_line(position)

    # -- drawing

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        position = y + self.scroll_offset.y
        base = self.rich_style
        if not self._ids:
            rows = wrapped(self._empty, width).splitlines()
            text = rows[y] if y < len(rows) else ""
            muted = base + self.get_component_rich_style("reading-list--muted", partial=True)
            return Strip([Segment(set_cell_size(text, width), muted)], width)
        if position >= len(self._ids):
            return Strip.blank(width, base)
        if position == self.cursor:
            base = base + self.get_component_rich_style("reading-list--cursor")
        comment = self.comment_at(position)
        if comment is None:
            return Strip.blank(width, base)
        return self._line(comment, width, base, here=self.has_focus and position == self.cursor)

    def _line(self, comment: Comment, width: int, base: Style, *, here: bool) -> Strip:
        muted, mark, pain = (
            base + self.get_component_rich_style(f"reading-list--{name}", partial=True)
            for name in ("muted", "mark", "pain")
        )
        judged = {True: "!", False: "–", None: " "}[comment.preventable]
        parts = [
            Segment("▌" if here else " ", pain),
            Segment(" " if comment.seen else "•", mark),
            Segment(f"{judged}{'≈' if comment.approximate else ' '}", mark),
            Segment(set_cell_size(comment.received_on, 10) + " ", muted),
            Segment(channel_cell(comment.channel), muted),
            Segment(set_cell_size(pain_refs(comment.pains), PAINS_WIDTH) + " ", pain),
        ]
        if comment.voices > 1:
            parts.append(Segment(f"×{whole(comment.voices)} ", mark))
        used = sum(cell_len(part.text) for part in parts)
        room = self.scrollable_content_region.width - used  # the scroll bar hides the rest
        plain = muted if comment.seen else base
        parts += self._text_parts(comment.text, max(0, room), plain)
        return Strip(parts).adjust_cell_length(width, base)

    def _text_parts(self, text: str, width: int, plain: Style) -> list[Segment]:
        """The words of a comment, those searched for lit up, even where they come late."""
        text = self.masker(text)
        if not self._words:
            return [Segment(cut(text, width), plain)]
        found = spans(text, self._words)
        if found and cell_len(one_line(text[: found[0][1]])) > width:
            text = "…" + text[max(0, found[0][0] - BEFORE_MATCH) :]
        line = cut(text, width)
        lit = plain + self.get_component_rich_style("reading-list--lit", partial=True)
        parts, position = [], 0
        for start, end in spans(line, self._words):
            parts += [Segment(line[position:start], plain), Segment(line[start:end], lit)]
            position = end
        return [*parts, Segment(line[position:], plain)]

    # -- moving

    def validate_cursor(self, position: int) -> int:
        return max(0, min(position, len(self._ids) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        self.refresh_line(old)
        self.refresh_line(new)
        self._keep_in_sight()
        self.post_message(self.Highlighted(self.current))

    def _keep_in_sight(self) -> None:
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif height and self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    def on_resize(self, event: Resize) -> None:
        self._keep_in_sight()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        self.cursor += by

    def action_move_page(self, by: int) -> None:
        self.cursor += by * max(1, self.scrollable_content_region.height - 1)

    def action_go(self, position: int) -> None:
        self.cursor = position if position >= 0 else len(self._ids) - 1

    def action_choose(self) -> None:
        comment = self.current
        if comment is not None:
            self.post_message(self.Chosen(comment))

    def action_digit(self, digit: int) -> None:
        self.post_message(self.Digit(digit))

    def on_click(self, event: Click) -> None:
        event.stop()
        position = event.y + self.scroll_offset.y
        if position < len(self._ids):
            self.cursor = position
            if event.chain == 2:
                self.action_choose()
