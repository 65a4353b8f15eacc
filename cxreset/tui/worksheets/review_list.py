"""The reading half of 1.1: which comments are shown; resting on one is reading it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.events import DescendantFocus, Resize
from textual.timer import Timer as Pause
from textual.widgets import Input, Static

from cxreset.errors import CxresetError
from cxreset.programme.model import Step
from cxreset.reset import Reset
from cxreset.text import one_line, shown
from cxreset.tui.commands import command
from cxreset.tui.screens.pick import PickScreen
from cxreset.tui.widgets.links import Links
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.base import Worksheet
from cxreset.tui.worksheets.review_lines import (
    STATES,
    PainLine,
    channels_line,
    comment_head,
    filter_line,
    pains_lines,
)
from cxreset.workbook.feedback import CHANNELS, Comment, Filter
from cxreset.workbook.tables import ChannelSeen

SEARCH_SECONDS = 0.15
ANY_PAIN = 0


class CommentsSheet(Worksheet):
    """A worksheet around a reading list; a subclass composes it and says what can be done.

    It has the widgets `#channels`, `#filter`, `#pains`, `#comment-head` (Links), `#search` (Input),
    `#comment-box` around `#comment-text`, and one ReadingList.
    """

    BINDINGS = [
        command("slash", "search", "Search", "Find comments by words.", shown_as="/"),
        command("f", "state", "Filter", "All, unread, untagged, tagged, preventable, in turn."),
        command("k", "channel_next", "Channel", "Show one channel after the other.",
                footer=False),
        command("p", "pain", "Of a pain", "Show the comments of one pain point.", footer=False),
        command("backspace", "everything", "Show all", "Take every filter away.", footer=False),
        command("space", "read_on", "Read on", "Scroll the comment, then go to the next.",
                footer=False),
        Binding("down", "to_list", "To the list", show=False),
        Binding("escape", "back_to_list", "Back to the list", show=False),
    ]  # fmt: skip

    rest_seconds: ClassVar[float] = 1.0
    """Resting on a comment this long counts as reading it."""

    def __init__(self, reset: Reset, step: Step | None = None, *, id: str | None = None) -> None:
        super().__init__(reset, step, id=id)
        self.wanted = Filter()
        self._counts: dict[str, tuple[int, int]] = {}
        self._pains: list[PainLine] = []
        self._resting: Pause | None = None
        self._searching: Pause | None = None

    def on_mount(self) -> None:
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
        counts = self.reset.shelf.channel_counts()
        if before != {channel: total for channel, (total, _) in counts.items()}:
            self._load()
            return
        self._counts = counts
        self.reading.forget()
        self._show_comment()
        self._show_heads()
        self._rest()

    def _load(self, keep: int | None = None) -> None:
        """Read anew which comments the list shows."""
        shelf = self.reset.shelf
        self._counts = shelf.channel_counts()
        current = self.reading.current
        keep = keep if keep is not None else (current.id if current else None)
        empty = (
            "No comment fits: press backspace to show all again."
            if self._counts
            else "No feedback is here yet. Press i to import a file, or c to write one by hand."
        )
        self.reading.show(shelf.ids(self.wanted), keep=keep, empty=empty)
        self._show_heads()

    def _show_heads(self) -> None:
        """The lines above and below the list."""
        self._pains = [PainLine(*pain) for pain in self.reset.shelf.pains()]
        total = sum(number for number, _ in self._counts.values())
        pain = next((p for p in self._pains if p.number == self.wanted.pain_id), None)
        named = f"P{pain.number} {one_line(pain.title, 14)}" if pain else ""
        self.query_one("#channels", Links).update(channels_line(self._counts, self._seen()))
        self.query_one("#filter", Links).update(
            filter_line(self.wanted, self.reading.count, total, named)
        )
        current = self.reading.current
        tied = current.pains if current else ()
        self.query_one("#pains", Links).update(pains_lines(self._pains, tied, self.size.width))

    def _seen(self) -> dict[str, tuple[bool, str]]:
        return {row.channel: (row.seen, row.note) for row in self.reset.book.rows(ChannelSeen)}

    def _show_comment(self) -> None:
        comment = self.reading.current
        self.query_one("#comment-box").display = comment is not None
        if comment is not None:
            self.query_one("#comment-head", Links).update(comment_head(comment))
            self.query_one("#comment-text", Static).update(shown(comment.text))

    def _changed(self, before: Comment) -> None:
        """One comment was marked: draw it, and what counts it, anew."""
        try:
            comment = self.reset.shelf.get(before.id)
        except CxresetError:  # held by another window, which `write` has said already
            return
        if comment is None:
            self._load()
            return
        if comment.seen and not before.seen:
            total, read = self._counts[comment.channel]
            self._counts[comment.channel] = (total, read + 1)
        self.reading.update_comment(comment)
        self._show_comment()
        self._show_heads()

    def on_resize(self, event: Resize) -> None:
        if self.is_mounted:
            self._show_heads()

    # -- reading

    @on(ReadingList.Highlighted)
    def _highlighted(self, event: ReadingList.Highlighted) -> None:
        event.stop()
        self.query_one("#comment-box").scroll_to(y=0, animate=False)
        self._show_comment()
        current = event.comment
        tied = current.pains if current else ()
        self.query_one("#pains", Links).update(pains_lines(self._pains, tied, self.size.width))
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
            self.write(lambda: self.reset.shelf.mark_seen(comment.id))
            self._changed(comment)

    @on(ReadingList.Chosen)
    def _chosen(self, event: ReadingList.Chosen) -> None:
        event.stop()
        self.query_one("#comment-box").focus()

    def action_to_list(self) -> None:
        self.reading.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape leads to the list only from beside it; on the list it is the screen's."""
        if action == "back_to_list":
            asides = self.query("#search, #comment-box")
            return any(aside.has_focus for aside in asides)
        return super().check_action(action, parameters)

    def action_back_to_list(self) -> None:
        """Out of the comment; out of the search, whose words go."""
        if self.query_one("#search").has_focus:
            self.show_only(self.wanted._replace(words=""))
            self._hide_search()
        self.reading.focus()

    def action_read_on(self) -> None:
        box = self.query_one("#comment-box", VerticalScroll)
        if box.scroll_offset.y < box.max_scroll_y:
            box.scroll_page_down(animate=False)
        else:
            self.reading.action_move(1)

    # -- filter and search

    def show_only(self, wanted: Filter) -> None:
        """Filter the list."""
        before, self.wanted = self.wanted, wanted
        try:
            self._load()
        except CxresetError as error:  # held by another window for a moment
            self.wanted = before
            self.notify(error.sentence, severity="warning", markup=False)

    def action_state(self) -> None:
        following = STATES[(STATES.index(self.wanted.state) + 1) % len(STATES)]
        self.show_only(self.wanted._replace(state=following))

    def action_channel_next(self) -> None:
        turns = ["", *(channel for channel in CHANNELS if channel in self._counts)]
        place = turns.index(self.wanted.channel) if self.wanted.channel in turns else -1
        self.show_only(self.wanted._replace(channel=turns[(place + 1) % len(turns)]))

    def action_pain(self) -> None:
        def picked(number: int | None) -> None:
            if number is not None:
                self.show_only(self.wanted._replace(pain_id=number or None))

        options = [("any pain", ANY_PAIN), *self._pain_options()]
        self.app.push_screen(
            PickScreen("Whose comments?", "The list shows those alone.", options), picked
        )

    def action_everything(self) -> None:
        self._hide_search()
        self.show_only(Filter())

    def action_search(self) -> None:
        search = self.query_one("#search", Input)
        search.display = True
        search.value = self.wanted.words
        search.focus()

    @on(Input.Changed, "#search")
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        if self._searching is not None:
            self._searching.stop()
        self._searching = self.set_timer(SEARCH_SECONDS, self._search)

    def _search(self) -> None:
        words = self.query_one("#search", Input).value
        if self.query_one("#search").display and words != self.wanted.words:
            self.show_only(self.wanted._replace(words=words))

    @on(Input.Submitted, "#search")
    def _searched(self, event: Input.Submitted) -> None:
        event.stop()
        self._search()
        self._hide_search()

    def _hide_search(self) -> None:
        search = self.query_one("#search", Input)
        if search.display:
            search.display = False
            self.reading.focus()

    def _pain_options(self) -> list[tuple[str, int]]:
        return [
            (f"P{pain.number}  {pain.title} ({pain.tied})", pain.number) for pain in self._pains
        ]
