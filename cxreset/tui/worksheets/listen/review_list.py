"""The reading half of 1.1: which comments are shown; resting on one is reading it."""

from __future__ import annotations

from array import array
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.timer import Timer as Pause
from textual.widgets import Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_
from cxreset.base.text import one_line, shown
from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.shell.privacy import is_hidden, masker
from cxreset.tui.widgets.links import Links
from cxreset.tui.widgets.marks import lit, spans
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.listen import review_lines
from cxreset.tui.worksheets.listen.review_lines import BASE, PainLine, narrowed
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.workbook.feedback import marks
from cxreset.workbook.feedback.comments import PAGE, Comment
from cxreset.workbook.tables import ChannelSeen

COMPLETE_SECONDS = 0.02
BESIDE_HEAD = 6  # cells around the line above a comment
MANY = 100_000  # comments from which on a list holds what is looked at, and more at its end


class Only(NamedTuple):
    """The list shows these alone, for the moment: why, and the comment whose group it is."""

    reason: str
    ids: tuple[int, ...]
    group: int | None = None


class CommentsSheet(Worksheet):
    """A worksheet around a reading list; a subclass composes it and says what can be done.

    It has the widgets `#channels`, `#filter`, `#pains`, `#comment-head` (Links), `#search` (Input),
    `#comment-box` around `#comment-text`, and one ReadingList.
    """

    BINDINGS = [
        command("space", "read_on", "Read on", "Scroll the comment, then go to the next.",
                footer=False),
        Binding("down", "to_list", N_("To the list"), show=False),
    ]  # fmt: skip

    rest_seconds: ClassVar[float] = 1.0
    """Resting on a comment this long counts as reading it."""

    def __init__(self, reset: Reset, step: Step | None = None, *, id: str | None = None) -> None:
        super().__init__(reset, step, id=id)
        self.wanted = BASE
        self.only: Only | None = None
        self._counts: dict[str, tuple[int, int]] = {}
        self._pains: list[PainLine] = []
        self._resting: Pause | None = None
        self._completing: Pause | None = None
        self._found: int | None = None  # comments that fit, each voice counted

    def on_mount(self) -> None:
        self.reading.masker = masker(self.reset)
        self._load()

    # -- showing what is stored

    @property
    def reading(self) -> ReadingList:
        return self.query_one(ReadingList)

    def reload(self) -> None:
        """Show what the workbook holds now; the list stays as filtered until comments came."""
        if not self.is_attached:
            return
        before = {channel: total for channel, (total, _) in self._counts.items()}
        counts = self.reset.comments.channel_counts()
        if before != {channel: total for channel, (total, _) in counts.items()}:
            self._load()
            return
        self._counts = counts
        self.reading.forget()
        self._show_comment()
        self._show_heads()
        self._rest()

    def stays(self) -> None:
        self._rest()

    def _load(self, keep: int | None = None, *, top: bool = False) -> None:
        """Read anew which comments the list shows; `top`: with the cursor on the first."""
        repository = self.reset.comments
        self._counts = repository.channel_counts()
        current = self.reading.current
        if keep is None and not top and current is not None:
            keep = current.id
        if self.only is not None and self.only.group is not None:
            self.only = self._group_of(self.only.group)
        empty = review_lines.nothing_shown(there_are_some=bool(self._counts))
        ids = array("q", self.only.ids) if self.only else self._first(keep)
        self.reading.show(ids, keep=keep, top=top, empty=empty, words=self.words)
        if self._completing is not None:
            self._completing.stop()
        self._found = None
        if narrowed(self.wanted) and self.only is None and len(ids) < PAGE:
            self._found = repository.count(self.wanted)
        self._completing = self.set_timer(COMPLETE_SECONDS, self._complete)
        self._show_heads()

    @property
    def _total(self) -> int:
        """How many comments there are in all."""
        return sum(channel[0] for channel in self._counts.values())

    def _first(self, keep: int | None) -> array[int]:
        """The first page of what fits, which is there at once however much there is; more of it
        when the comment `keep` is further down."""
        first = self.reset.comments.ids(self.wanted, PAGE)
        further = len(first) == PAGE and keep is not None and keep not in first
        if not further:
            return first
        limit = max(PAGE, self.reading.count) if self._total > MANY else -1
        return self.reset.comments.ids(self.wanted, limit)

    def _complete(self) -> None:
        """The rest of what fits, once its first page is drawn; of very many when it is come to."""
        if self.only is not None or self.reading.count < PAGE or self._total > MANY:
            return
        try:
            self._extend(None)
        except CxresetError:  # held for a moment: tried again
            self._completing = self.set_timer(1, self._complete)
            return
        self._show_heads()

    def _extend(self, lines: int | None) -> None:
        """Let the list hold so many lines, or all that fit."""
        ids = self.reset.comments.ids(self.wanted, -1 if lines is None else lines + 1)
        more = lines is not None and len(ids) > lines
        self.reading.extend(ids[:lines])
        self._found = None if more else self.reset.comments.count(self.wanted)

    def _nearly_at_the_end(self) -> bool:
        """Does the cursor come to the end of the lines that the list holds of very many?"""
        held = self.reading.count
        more = self._found is None and self.only is None and held >= PAGE
        return more and self._total > MANY and self.reading.cursor >= held - PAGE // 2

    def _group_of(self, number: int) -> Only:
        ids = tuple(self.reset.comments.members(number))
        return Only(review_lines.same_in_words(len(ids)), ids, number)

    @property
    def words(self) -> str:
        """The words searched for, which are lit wherever they stand."""
        return "" if self.only else self.wanted.words

    def shown_ids(self) -> list[int]:
        """Every comment that the list stands for, those on one line with another too."""
        if self.only is not None:
            return list(self.only.ids)
        return list(self.reset.comments.ids(self.wanted._replace(grouped=False)))

    def voices(self, comment: Comment) -> list[int]:
        """The comments that a line stands for: all that say the same, or that one alone."""
        together = self.wanted.grouped and self.only is None and comment.voices > 1
        return self.reset.comments.members(comment.id) if together else [comment.id]

    def _show_heads(self) -> None:
        """The lines above and below the list."""
        self._pains = [PainLine(*pain) for pain in self.reset.comments.pains()]
        self.query_one("#channels", Links).update(
            review_lines.channels_line(self._counts, self._seen())
        )
        self.query_one("#filter", Links).update(self._filter_line())
        self._show_pains()

    def _filter_line(self) -> Content:
        hidden = review_lines.hidden_link()
        if self.only is not None:
            line = review_lines.only_line(self.only.reason, self.only.group is not None)
        else:
            pain = next((p for p in self._pains if p.number == self.wanted.pain_id), None)
            named = f"P{pain.number} {one_line(pain.title, 14)}" if pain else ""
            width = self.size.width - (hidden.cell_length + 3 if is_hidden(self.reset) else 0)
            line = review_lines.filter_line(
                self.wanted, self._found_words(), self._total, named, width
            )
        return Content.assemble(hidden, "   ", line) if is_hidden(self.reset) else line

    def _found_words(self) -> str:
        """How many fit, for the line above the list; of very many only that they are more."""
        if self._found is not None:
            return whole(self._found)
        return f"{whole(self.reading.count)}+" if self._total > MANY else ""

    def _show_pains(self) -> None:
        current = self.reading.current
        tied = current.pains if current else ()
        self.query_one("#pains", Links).update(
            review_lines.pains_lines(self._pains, tied, self.size.width)
        )

    def _seen(self) -> dict[str, tuple[bool, str]]:
        return {row.channel: (row.seen, row.note) for row in self.reset.book.rows(ChannelSeen)}

    def _show_comment(self) -> None:
        comment = self.reading.current
        self.query_one("#comment-box").display = comment is not None
        if comment is not None:
            width = self.size.width - BESIDE_HEAD
            head = review_lines.comment_head(comment, width, large=self.has_class("-large"))
            self.query_one("#comment-head", Links).update(head)
            text = shown(self.reading.masker(comment.text))
            title = one_line(self.reading.masker(comment.title))
            words = lit(text, spans(text, self.words))
            self.query_one("#comment-text", Static).update(
                Content.assemble((f"{title}  ", "bold"), words) if title else words
            )

    def _changed(self, before: Comment) -> None:
        """One comment was marked: draw it, and what counts it, anew."""
        try:
            comment = self.reset.comments.get(before.id)
        except CxresetError:  # held by another window, which `write` has said already
            return
        if comment is None:
            self._load()
            return
        if comment.voices > 1:  # it may stand for many, of several channels
            self._counts = self.reset.comments.channel_counts()
        elif comment.seen and not before.seen:
            total, read = self._counts[comment.channel]
            self._counts[comment.channel] = (total, read + 1)
        self.reading.update_comment(comment)
        self._show_comment()
        self._show_heads()

    def on_resize(self, event: Resize) -> None:
        if self.is_mounted:
            self._show_heads()
            self._show_comment()

    # -- reading

    @on(ReadingList.Highlighted)
    def _highlighted(self, event: ReadingList.Highlighted) -> None:
        event.stop()
        self.query_one("#comment-box").scroll_to(y=0, animate=False)
        if self._nearly_at_the_end():
            self._extend(2 * self.reading.count)
            self.query_one("#filter", Links).update(self._filter_line())
        self._show_comment()
        self._show_pains()
        self._rest()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if event.widget is self.reading:
            self._rest()

    def _rest(self) -> None:
        """Resting on a comment for a moment is reading it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(self.rest_seconds, self._rested)

    def _rested(self) -> None:
        comment = self.reading.current
        looking = self.app.screen is self.screen and (
            self.reading.has_focus or self.query_one("#comment-box").has_focus
        )
        if comment is not None and not comment.seen and looking:
            self.write(lambda: marks.see(self.reset.comments, self.voices(comment)))
            self._changed(comment)

    def action_to_list(self) -> None:
        self.reading.focus()

    def action_read_on(self) -> None:
        box = self.query_one("#comment-box", VerticalScroll)
        if box.scroll_offset.y < box.max_scroll_y:
            box.scroll_page_down(animate=False)
        else:
            self.reading.action_move(1)
