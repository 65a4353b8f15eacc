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
from textual.widgets import Input, Static

from cxreset.errors import CxresetError
from cxreset.programme.model import Step
from cxreset.reset import Reset
from cxreset.text import count, one_line, shown
from cxreset.tui.commands import command
from cxreset.tui.screens.filters import FilterScreen
from cxreset.tui.screens.pick import PickScreen
from cxreset.tui.veil import hide, is_hidden, veil
from cxreset.tui.widgets.links import Links, link
from cxreset.tui.widgets.marks import lit, spans
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.base import Worksheet
from cxreset.tui.worksheets.review_lines import (
    BASE,
    PainLine,
    channels_line,
    comment_head,
    filter_line,
    narrowed,
    only_line,
    pains_lines,
)
from cxreset.workbook import groups
from cxreset.workbook.feedback import CHANNELS, PAGE, Comment, Filter
from cxreset.workbook.tables import ChannelSeen

SEARCH_SECONDS = 0.15
COMPLETE_SECONDS = 0.02
ANY_PAIN = 0


class Only(NamedTuple):
    """The list shows these alone, for the moment: why, and the comment whose group it is."""

    said: str
    ids: tuple[int, ...]
    group: int | None = None


class CommentsSheet(Worksheet):
    """A worksheet around a reading list; a subclass composes it and says what can be done.

    It has the widgets `#channels`, `#filter`, `#pains`, `#comment-head` (Links), `#search` (Input),
    `#comment-box` around `#comment-text`, and one ReadingList.
    """

    BINDINGS = [
        command("slash", "search", "Search", "Find comments by words.", shown_as="/"),
        command("f", "filter", "Filter", "By channel, rating, day, pain point, what is judged."),
        command("v", "group", "Same words", "Show every comment that says the same, or go back.",
                footer=False),
        command("V", "split", "Split", "Let comments that say the same stand each on its own.",
                footer=False),
        command("k", "channel_next", "Channel", "Show one channel after the other.",
                footer=False),
        command("p", "pain", "Of a pain", "Show the comments of one pain point.", footer=False),
        command("o", "order", "Order", "Newest first, or in the order they came.", footer=False),
        command("backspace", "everything", "Show all", "Take every filter away.", footer=False),
        command("space", "read_on", "Read on", "Scroll the comment, then go to the next.",
                footer=False),
        command("H", "hide", "Hide personal details",
                "Mask e-mail addresses, phone and card numbers on the screen, or show them again.",
                footer=False),
        Binding("down", "to_list", "To the list", show=False),
        Binding("escape", "back_to_list", "Back to the list", show=False),
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
        self._searching: Pause | None = None
        self._completing: Pause | None = None
        self._found: int | None = None  # comments that fit, each voice counted

    def on_mount(self) -> None:
        self.reading.veil = veil(self.reset)
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

    def _load(self, keep: int | None = None, *, top: bool = False) -> None:
        """Read anew which comments the list shows; `top`: with the cursor on the first."""
        shelf = self.reset.shelf
        self._counts = shelf.channel_counts()
        current = self.reading.current
        keep = keep if keep is not None or top else (current.id if current else None)
        if self.only is not None and self.only.group is not None:
            self.only = self._group_of(self.only.group)
        empty = (
            "No comment fits: press backspace to show all again."
            if self._counts
            else "No feedback is here yet. Press i to import a file, or c to write one by hand."
        )
        ids = array("q", self.only.ids) if self.only else self._first(keep)
        self.reading.show(ids, keep=keep, top=top, empty=empty, words=self.words)
        if self._completing is not None:
            self._completing.stop()
        self._found = None
        if narrowed(self.wanted) and self.only is None and len(ids) < PAGE:
            self._found = shelf.count(self.wanted)
        self._completing = self.set_timer(COMPLETE_SECONDS, self._complete)
        self._show_heads()

    def _first(self, keep: int | None) -> array[int]:
        """The first page of what fits, which is there at once however much there is; all of it
        when the comment `keep` is further down."""
        first = self.reset.shelf.ids(self.wanted, PAGE)
        further = len(first) == PAGE and keep is not None and keep not in first
        return self.reset.shelf.ids(self.wanted) if further else first

    def _complete(self) -> None:
        """The rest of what fits, once its first page is drawn."""
        if self.only is not None or self.reading.count < PAGE:
            return
        try:
            self.reading.extend(self.reset.shelf.ids(self.wanted))
            self._found = self.reset.shelf.count(self.wanted)
        except CxresetError:  # held for a moment: tried again
            self._completing = self.set_timer(1, self._complete)
            return
        self._show_heads()

    @property
    def words(self) -> str:
        """The words searched for, which are lit wherever they stand."""
        return "" if self.only else self.wanted.words

    def shown_ids(self) -> list[int]:
        """Every comment that the list stands for, those on one line with another too."""
        if self.only is not None:
            return list(self.only.ids)
        return list(self.reset.shelf.ids(self.wanted._replace(grouped=False)))

    def voices(self, comment: Comment) -> list[int]:
        """The comments that a line stands for: all that say the same, or that one alone."""
        together = self.wanted.grouped and self.only is None and comment.voices > 1
        return self.reset.shelf.members(comment.id) if together else [comment.id]

    def _show_heads(self) -> None:
        """The lines above and below the list."""
        self._pains = [PainLine(*pain) for pain in self.reset.shelf.pains()]
        self.query_one("#channels", Links).update(channels_line(self._counts, self._seen()))
        self.query_one("#filter", Links).update(self._filter_line())
        self._show_pains()

    def _filter_line(self) -> Content:
        hidden = link("personal details hidden ✕", "hide", "", "$warning")
        if self.only is not None:
            line = only_line(self.only.said, self.only.group is not None)
        else:
            pain = next((p for p in self._pains if p.number == self.wanted.pain_id), None)
            named = f"P{pain.number} {one_line(pain.title, 14)}" if pain else ""
            total = sum(number for number, _ in self._counts.values())
            width = self.size.width - (hidden.cell_length + 3 if is_hidden(self.reset) else 0)
            line = filter_line(self.wanted, self._found, total, named, width)
        return Content.assemble(hidden, "   ", line) if is_hidden(self.reset) else line

    def _show_pains(self) -> None:
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
            text = shown(self.reading.veil(comment.text))
            self.query_one("#comment-text", Static).update(lit(text, spans(text, self.words)))

    def _changed(self, before: Comment) -> None:
        """One comment was marked: draw it, and what counts it, anew."""
        try:
            comment = self.reset.shelf.get(before.id)
        except CxresetError:  # held by another window, which `write` has said already
            return
        if comment is None:
            self._load()
            return
        if comment.voices > 1:  # it may stand for many, of several channels
            self._counts = self.reset.shelf.channel_counts()
        elif comment.seen and not before.seen:
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
            self.write(lambda: groups.see(self.reset.shelf, self.voices(comment)))
            self._changed(comment)

    @on(ReadingList.Chosen)
    def _chosen(self, event: ReadingList.Chosen) -> None:
        event.stop()
        self.query_one("#comment-box").focus()

    def action_to_list(self) -> None:
        self.reading.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape leads back to the whole list first; only from there it is the screen's."""
        if action == "back_to_list":
            asides = self.query("#search, #comment-box")
            aside = any(aside.has_focus for aside in asides)
            return aside or self.only is not None or narrowed(self.wanted)
        if action in ("group", "split"):
            return self.is_mounted and (self.only is not None or self._many())
        return super().check_action(action, parameters)

    def _many(self) -> bool:
        current = self.reading.current
        return current is not None and current.voices > 1

    def action_back_to_list(self) -> None:
        """Out of the comment; out of the search, whose words go; then out of every filter."""
        if self.query_one("#comment-box").has_focus:
            self.reading.focus()
        elif self.query_one("#search").has_focus:
            self.show_only(self.wanted._replace(words=""))
            self._hide_search()
        elif self.only is not None:
            self._show_alone(None)
        else:
            self.action_everything()

    def action_read_on(self) -> None:
        box = self.query_one("#comment-box", VerticalScroll)
        if box.scroll_offset.y < box.max_scroll_y:
            box.scroll_page_down(animate=False)
        else:
            self.reading.action_move(1)

    # -- filter and search

    def show_only(self, wanted: Filter) -> None:
        """Filter the list; words that are new lead to the first comment that has them."""
        before, self.wanted = (self.wanted, self.only), wanted
        self.only = None
        try:
            self._load(top=wanted.words != before[0].words and bool(wanted.words))
        except CxresetError as error:  # held by another window for a moment
            self.wanted, self.only = before
            self.notify(error.sentence, severity="warning", markup=False)
        self.refresh_bindings()

    def _show_alone(self, only: Only | None) -> None:
        """Show these comments alone, or (None) the list again, where one was."""
        back = self.only.group if self.only and self.only.group else None
        self.only = only
        self._load(keep=back, top=only is not None)
        self.reading.focus()
        self.refresh_bindings()

    def show_these(self, said: str, ids: tuple[int, ...]) -> None:
        """Show some comments alone; `said` says why."""
        self._hide_search()
        self._show_alone(Only(said, ids))

    def action_group(self) -> None:
        """Every comment that says the same as this one, or back to the list."""
        comment = self.reading.current
        if self.only is not None:
            self._show_alone(None)
        elif comment is not None and comment.voices > 1:
            self._show_alone(self._group_of(comment.id))

    def _group_of(self, number: int) -> Only:
        ids = tuple(self.reset.shelf.members(number))
        return Only(f"{count(len(ids), 'comment')} that say the same", ids, number)

    def action_split(self) -> None:
        """Let those that say the same stand each on its own, for good."""
        comment = self.reading.current
        if comment is None or comment.voices < 2:
            return
        number = self.write(lambda: self.reset.shelf.split_group(comment.id))
        if number is not None:
            self.only = None
            self._load(keep=comment.id)
            said = f"{count(number, 'comment')} stand each on its own now. u takes it back."
            self.notify(said, timeout=3, markup=False)

    def action_hide(self) -> None:
        """Personal details masked on the screen, for when others look on; or shown again."""
        self.write(lambda: hide(self.reset, not is_hidden(self.reset)))
        self.reading.veil = veil(self.reset)
        self.reading.forget()
        self._show_comment()
        self._show_heads()

    def action_filter(self) -> None:
        """All filters in one place."""

        def wished(wanted: Filter | None) -> None:
            if wanted is not None:
                self.show_only(wanted)

        self.app.push_screen(
            FilterScreen(self.wanted, self._pain_options(), self.reset.today), wished
        )

    def action_order(self) -> None:
        self.show_only(self.wanted._replace(newest_first=not self.wanted.newest_first))

    def take_away(self, name: str) -> None:
        """One part of the filter, by its name in `Filter`."""
        self.show_only(self.wanted._replace(**{name: getattr(BASE, name)}))

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
        """All comments again, in the order chosen."""
        self._hide_search()
        kept = self.wanted
        self.show_only(BASE._replace(newest_first=kept.newest_first, grouped=kept.grouped))

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
        words = self.query_one("#search", Input).value.strip()
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
