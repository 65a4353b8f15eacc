"""1.1 Read feedback: gather it from every channel, read it, tie what recurs to pain points."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus, Resize
from textual.timer import Timer as Pause
from textual.widgets import Button, Input, Static

from cxreset.importing import imported_before
from cxreset.intake.outcome import Report
from cxreset.programme.model import Step
from cxreset.reset import Reset
from cxreset.text import one_line, shown
from cxreset.tui.commands import command
from cxreset.tui.screens.ask_line import AskLineScreen
from cxreset.tui.screens.capture import Captured, CaptureScreen
from cxreset.tui.screens.confirm import ConfirmScreen
from cxreset.tui.screens.import_file import ImportScreen
from cxreset.tui.screens.pick import PickScreen
from cxreset.tui.screens.sources import SourcesScreen
from cxreset.tui.widgets.focus_clock import FocusClock, now_utc
from cxreset.tui.widgets.links import Links
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.base import Worksheet
from cxreset.tui.worksheets.review_lines import (
    STATES,
    PainLine,
    channels_line,
    comment_head,
    digits,
    filter_line,
    pains_lines,
)
from cxreset.workbook.feedback import CHANNELS, Comment, Filter
from cxreset.workbook.tables import ChannelSeen, Pain

DRAFT = "capture.words"  # what was captured but not kept yet
SEARCH_SECONDS = 0.15
ANY_PAIN = 0


class ReviewSheet(Worksheet):
    """Channels, filter, reading list, the comment in full, the pains, a timer."""

    DEFAULT_CSS = """
    ReviewSheet {
        height: 1fr;
        & > #channels { height: auto; max-height: 2; }
        & > .tools { height: 1; }
        & > #filter { height: 1; }
        & > #search { height: 1; display: none; }
        & > #comment-box { height: 35%; min-height: 3; padding: 0 1; background: $surface; }
        & > #comment-box:focus { background: $primary 15%; }
        & #comment-head { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & #comment-text { margin: 0; max-width: 100; }
        & > #pains { height: 2; }
    }
    """
    BINDINGS = [
        command("i", "import", "Import", "Bring in a file of feedback."),
        command("c", "capture", "By hand", "Write down what a customer said."),
        command("slash", "search", "Search", "Find comments by words.", shown_as="/"),
        command("f", "state", "Filter", "All, unread, untagged, tagged, preventable, in turn."),
        command("x", "judge", "Preventable", "Preventable, not preventable, not judged, in turn."),
        command("n", "new_pain", "New pain", "Name a pain point and tie this comment to it."),
        command("z", "timer", "Timer", "Start or pause the quiet two-hour timer.", footer=False),
        command("Z", "timer_reset", "Reset timer", "Give the timer its two hours again.",
                footer=False),
        command("k", "channel_next", "Channel", "Show one channel after the other.",
                footer=False),
        command("p", "pain", "Of a pain", "Show the comments of one pain point.", footer=False),
        command("backspace", "everything", "Show all", "Take every filter away.", footer=False),
        command("s", "sources", "Channels", "Mark channels as seen, with a note.", footer=False),
        command("0", "more_pains", "Other pains", "Tie to a pain picked from all of them.",
                footer=False),
        command("space", "read_on", "Read on", "Scroll the comment, then go to the next.",
                footer=False),
        command("delete", "remove", "Remove", "Take this comment out, after a question.",
                footer=False),
        Binding("down", "to_list", "To the list", show=False),
    ]  # fmt: skip

    rest_seconds: ClassVar[float] = 1.0
    """Resting on a comment this long counts as reading it."""

    def __init__(
        self,
        reset: Reset,
        step: Step,
        *,
        clock: Callable[[], datetime] = now_utc,
        id: str | None = None,
    ) -> None:
        """`clock` says which moment it is, for the timer."""
        super().__init__(reset, step, id=id)
        self._clock = clock
        self.wanted = Filter()
        self._counts: dict[str, tuple[int, int]] = {}
        self._pains: list[PainLine] = []
        self._resting: Pause | None = None
        self._searching: Pause | None = None

    def compose(self) -> ComposeResult:
        daily = self.reset.daily
        yield Links(id="channels")
        with Horizontal(classes="tools"):
            yield Button("Import  i", id="import", tooltip="Bring in a file of feedback.")
            yield Button("By hand  c", id="capture", tooltip="Write down what a customer said.")
            yield Button("Channels  s", id="sources", tooltip="Mark as seen, with a note.")
            yield FocusClock(
                daily.timer, lambda timer: self.write(lambda: daily.set_timer(timer)), self._clock
            )
        yield Links(id="filter")
        yield Input(placeholder="words to find, then Enter", id="search", compact=True)
        yield ReadingList(self.reset.shelf.page, id="reading", classes="first")
        with VerticalScroll(id="comment-box"):
            yield Links(id="comment-head")
            yield Static("", id="comment-text", markup=False)
        yield Links(id="pains")

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
        self.query_one(FocusClock).look()
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
        comment = self.reset.shelf.get(before.id)
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

    def action_read_on(self) -> None:
        box = self.query_one("#comment-box", VerticalScroll)
        if box.scroll_offset.y < box.max_scroll_y:
            box.scroll_page_down(animate=False)
        else:
            self.reading.action_move(1)

    # -- marking

    @on(ReadingList.Digit)
    def _digit(self, event: ReadingList.Digit) -> None:
        event.stop()
        pain = digits(self._pains).get(event.digit)
        if pain is None:
            self.notify(f"No pain is on {event.digit} yet. Press n to name one.", markup=False)
        else:
            self._tie(pain)

    def _tie(self, pain_id: int) -> None:
        comment = self.reading.current
        if comment is not None:
            self.write(lambda: self.reset.shelf.toggle_tie(comment.id, pain_id))
            self._changed(comment)

    def action_judge(self) -> None:
        """Preventable, not, not judged: in turn."""
        comment = self.reading.current
        if comment is not None:
            following = {None: True, True: False, False: None}[comment.preventable]
            self.write(lambda: self.reset.shelf.mark_preventable(comment.id, following))
            self._changed(comment)

    def action_new_pain(self) -> None:
        def named(title: str | None) -> None:
            if title:
                self._name_pain(title)

        said = "This comment is tied to it at once." if self.reading.current else ""
        self.app.push_screen(
            AskLineScreen("Name a pain point", f"A rough title will do for now. {said}",
                          hint="such as: delivery day moves and nobody says so"),
            named,
        )  # fmt: skip

    def _name_pain(self, title: str) -> None:
        """A pain of that name, found or new, with the comment tied to it."""
        same = [p.number for p in self._pains if p.title.casefold() == title.casefold()]
        number = same[0] if same else None
        if number is None:
            pain = self.write(lambda: self.reset.book.add(Pain(title=title)))
            if pain is None:
                return
            number = pain.key
        comment = self.reading.current
        if comment is not None and f"P{number}" not in comment.pains:
            self._tie(number)
        else:
            self._show_heads()

    def action_more_pains(self) -> None:
        if not self._pains:
            self.action_new_pain()
            return
        self.app.push_screen(
            PickScreen(
                "Which pain does it speak of?",
                "Picking the one it is tied to unties it.",
                self._pain_options(),
            ),
            lambda number: self._tie(number) if number else None,
        )

    def _pain_options(self) -> list[tuple[str, int]]:
        return [
            (f"P{pain.number}  {pain.title} ({pain.tied})", pain.number) for pain in self._pains
        ]

    def action_remove(self) -> None:
        comment = self.reading.current
        if comment is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.write(lambda: self.reset.shelf.remove(comment.id))
                self._load()

        self.app.push_screen(
            ConfirmScreen(f"Remove comment C{comment.id}?", one_line(comment.text, 200), "Remove"),
            answered,
        )

    # -- filter and search

    def show_only(self, wanted: Filter) -> None:
        """Filter the list."""
        self.wanted = wanted
        self._load()

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

    # -- channels, files, captures, the timer

    def action_sources(self) -> None:
        self.app.push_screen(
            SourcesScreen(self._counts, self._seen(), self._keep_source),
            lambda _: self._show_heads(),
        )

    def _keep_source(self, channel: str, seen: bool, note: str) -> None:
        self.reset.book.put(ChannelSeen(channel=channel, seen=seen, note=note))
        self.post_message(self.Changed())

    def _tick(self, channel: str) -> None:
        seen, note = self._seen().get(channel, (False, ""))
        self.write(lambda: self._keep_source(channel, not seen, note))
        self._show_heads()

    def action_import(self) -> None:
        def imported(report: Report | None) -> None:
            if report is not None:
                self.show_only(Filter())  # what came in is to be seen
                self.post_message(self.Changed())

        shelf = self.reset.shelf
        self.app.push_screen(
            ImportScreen(self.reset.file.path, self.reset.today,
                         lambda preview: imported_before(shelf, preview)),
            imported,
        )  # fmt: skip

    def action_capture(self) -> None:
        daily = self.reset.daily

        def captured(words: Captured | None) -> None:
            if words is None:
                return
            number = self.write(lambda: self.reset.shelf.capture(*words))
            if number is not None:
                daily.keep_draft(DRAFT, None)
                self.wanted = Filter()
                self._load(keep=number)

        self.app.push_screen(
            CaptureScreen(self.reset.today, daily.draft(DRAFT) or "",
                          lambda text: daily.keep_draft(DRAFT, text)),
            captured,
        )  # fmt: skip

    def action_timer(self) -> None:
        self.query_one(FocusClock).toggle()

    def action_timer_reset(self) -> None:
        self.query_one(FocusClock).reset()

    # -- the mouse

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        getattr(self, f"action_{event.button.id}")()

    @on(Links.Clicked)
    def _clicked(self, event: Links.Clicked) -> None:
        event.stop()
        if event.name == "tick":
            self._tick(str(event.value))
        elif event.name == "channel":
            same = self.wanted.channel == event.value
            self.show_only(self.wanted._replace(channel="" if same else str(event.value)))
        elif event.name == "attach":
            self._tie(int(event.value))
        else:
            getattr(self, f"action_{event.name.replace('-', '_')}")()
