"""The finding half of 1.1: search, filters, comments that say the same, and the way back."""

from __future__ import annotations

from textual import on
from textual.binding import Binding
from textual.timer import Timer as Pause
from textual.widgets import Input

from cxreset.base.channels import CHANNELS
from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _
from cxreset.base.text import count
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.dialogs.filters import FilterScreen
from cxreset.tui.shell.privacy import hide, is_hidden, masker
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.listen.review_lines import BASE, narrowed
from cxreset.tui.worksheets.listen.review_list import CommentsSheet, Only
from cxreset.workbook.feedback.comments import Filter

SEARCH_SECONDS = 0.15
ANY_PAIN = 0
ASK_FOR_COMMENTS = frozenset({"search", "filter", "judge", "tie_all", "remove", "more_pains"})


class FindingSheet(CommentsSheet):
    """A worksheet around a reading list in which one can look for comments."""

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
        command("H", "hide", "Hide personal details",
                "Mask e-mail addresses, phone and card numbers on the screen, or show them again.",
                footer=False),
        Binding("escape", "back_to_list", N_("Back to the list"), show=False),
        Binding("enter", "large", N_("Large"), show=False),
    ]  # fmt: skip

    _searching: Pause | None = None

    # -- the way back

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape leads back to the whole list first; only from there it is the screen's. Keys that
        find or judge comments are there when comments are."""
        if action == "back_to_list":
            asides = self.query("#search, #comment-box")
            aside = any(aside.has_focus for aside in asides)
            return aside or self.is_large or self.only is not None or narrowed(self.wanted)
        if action in ASK_FOR_COMMENTS and not self._counts:
            return False
        if action in ("group", "split"):
            return self.is_mounted and (self.only is not None or self._many())
        return super().check_action(action, parameters)

    def _many(self) -> bool:
        current = self.reading.current
        return current is not None and current.voices > 1

    def step_back(self) -> bool:
        """Escape from beside the worksheet takes a filter away too, before it leads to Today."""
        narrow = self.is_large or self.only is not None or narrowed(self.wanted)
        if narrow:
            self.action_back_to_list()
            self.reading.focus()
        return narrow

    def action_back_to_list(self) -> None:
        """Out of the comment; out of the search, whose words go; then out of every filter."""
        if self.is_large:
            self.action_large()
        elif self.query_one("#comment-box").has_focus:
            self.reading.focus()
        elif self.query_one("#search").has_focus:
            self.show_only(self.wanted._replace(words=""))
            self._hide_search()
        elif self.only is not None:
            self._show_alone(None)
        else:
            self.action_everything()

    # -- one comment large, for a long while of reading

    @property
    def is_large(self) -> bool:
        """Has the comment in hand the room of the worksheet, with its neighbours above it?"""
        return self.has_class("-large")

    @on(ReadingList.Chosen)
    def _chosen(self, event: ReadingList.Chosen) -> None:
        event.stop()
        self.action_large()

    def action_large(self) -> None:
        """One comment large, the next by space; once more, the list again. Every key stays."""
        self.toggle_class("-large")
        self.reading.focus()
        self._show_comment()

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

    def show_these(self, reason: str, ids: tuple[int, ...]) -> None:
        """Show some comments alone; `reason` says why."""
        self._hide_search()
        self._show_alone(Only(reason, ids))

    def action_group(self) -> None:
        """Every comment that says the same as this one, or back to the list."""
        comment = self.reading.current
        if self.only is not None:
            self._show_alone(None)
        elif comment is not None and comment.voices > 1:
            self._show_alone(self._group_of(comment.id))

    def action_split(self) -> None:
        """Let those that say the same stand each on its own, for good."""
        comment = self.reading.current
        if comment is None or comment.voices < 2:
            return
        number = self.write(lambda: self.reset.comments.split_group(comment.id))
        if number is not None:
            self.only = None
            self._load(keep=comment.id)
            message = _("{comments} stand each on its own now. {key:undo=u} takes it back.").format(
                key=KEYS, comments=count(number, "comment")
            )
            self.notify(message, timeout=3, markup=False)

    def action_hide(self) -> None:
        """Personal details masked on the screen, for when others look on; or shown again."""
        self.write(lambda: hide(self.reset, not is_hidden(self.reset)))
        self.reading.masker = masker(self.reset)
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
        index = turns.index(self.wanted.channel) if self.wanted.channel in turns else -1
        self.show_only(self.wanted._replace(channel=turns[(index + 1) % len(turns)]))

    def action_pain(self) -> None:
        def picked(number: int | None) -> None:
            if number is not None:
                self.show_only(self.wanted._replace(pain_id=number or None))

        options = [(_("any pain"), ANY_PAIN), *self._pain_options()]
        self.app.push_screen(
            PickScreen(_("Whose comments?"), _("The list shows those alone."), options), picked
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
