"""1.1 Read feedback: gather it from every channel, read it, tie what recurs to pain points."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Button, Input, Static

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.ask_line import AskLineScreen
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.widgets.focus_clock import FocusClock, now_utc
from cxreset.tui.widgets.layout.button_row import AWAY, ButtonRow
from cxreset.tui.widgets.links import Links
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.listen.review_gather import GatheringSheet
from cxreset.tui.worksheets.listen.review_lines import digits, narrowed
from cxreset.workbook.feedback import marks
from cxreset.workbook.tables import Pain

NAME_DRAFT = "pain.name"  # a pain's name that was begun


class ReviewSheet(GatheringSheet):
    """Channels, filter, reading list, the comment in full, the pains, a timer."""

    BINDINGS = [
        command("x", "judge", "Preventable", "Preventable, not preventable, not judged, in turn."),
        command("n", "new_pain", "New pain", "Name a pain point and tie this comment to it."),
        command("0", "more_pains", "Other pains", "Tie to a pain picked from all of them.",
                footer=False),
        command("T", "tie_all", "Tie all shown", "Tie every comment shown to one pain.",
                footer=False),
        command("delete", "remove", "Remove", "Take this comment out, after a question.",
                footer=False),
    ]  # fmt: skip

    def __init__(
        self,
        reset: Reset,
        step: Step | None = None,
        *,
        clock: Callable[[], datetime] = now_utc,
        id: str | None = None,
    ) -> None:
        """`clock` says which moment it is, for the timer."""
        super().__init__(reset, step, id=id)
        self._clock = clock

    def compose(self) -> ComposeResult:
        daily = self.reset.daily
        yield Links(id="channels")
        with ButtonRow(classes="tools"):
            yield Button(
                _("Import") + "  i", id="import", tooltip=_("Bring in a file of feedback.")
            )
            yield Button(
                _("By hand") + "  c", id="capture", tooltip=_("Write down what a customer said.")
            )
            yield Button(
                _("What recurs") + "  r", id="recurs", tooltip=_("Suggested, with the proof.")
            )
            yield Button(
                _("Channels") + "  s", id="sources", tooltip=_("Mark as seen, with a note.")
            )
            yield FocusClock(
                daily.timer, lambda timer: self.write(lambda: daily.set_timer(timer)), self._clock
            )
        yield Links(id="filter")
        yield Input(placeholder=_("words to find, then Enter"), id="search", compact=True)
        yield ReadingList(self.reset.comments.page, id="reading", classes="first")
        with VerticalScroll(id="comment-box"):
            yield Links(id="comment-head")
            yield Static("", id="comment-text", markup=False)
        yield Links(id="pains")

    def on_resize(self, event: Resize) -> None:
        """Where it is tight the timer has the room; `s` and the ticks stay."""
        self.query_one("#sources").set_class(event.size.width < 78, AWAY)
        self.query_one(ButtonRow).fold()

    def reload(self) -> None:
        super().reload()
        if self.is_attached:
            self.query_one(FocusClock).look()

    # -- marking

    @on(ReadingList.Digit)
    def _digit(self, event: ReadingList.Digit) -> None:
        event.stop()
        pain = digits(self._pains).get(event.digit)
        if pain is None:
            there = [
                _("{digit} ties to P{number}").format(digit=digit, number=number)
                for digit, number in digits(self._pains).items()
            ]
            known = f"{', '.join(there[:3])}." if there else _("None is named yet.")
            self.notify(
                _("No pain is on {digit}: {known} {key:new_pain=n} names a new one.").format(
                    key=KEYS, digit=event.digit, known=known
                ),
                markup=False,
            )
        else:
            self._tie(pain)

    def _tie(self, pain_id: int) -> None:
        comment = self.reading.current
        if comment is not None:
            tied = f"P{pain_id}" not in comment.pains
            same = self.voices(comment)
            if self._store(lambda: marks.tie(self.reset.comments, same, pain_id, tied=tied)):
                # a digit leads to a week elsewhere: say what it did here
                who = (
                    f"C{comment.id}"
                    if len(same) == 1
                    else _("{same} that say the same").format(same=whole(len(same)))
                )
                message = _(
                    "{who} no longer tied to P{pain_id}. The key {key:undo=u} takes it back."
                )
                if tied:
                    message = _("{who} tied to P{pain_id}. The key {key:undo=u} takes it back.")
                message = message.format(key=KEYS, who=who, pain_id=pain_id)
                self.notify(message, timeout=2.5, markup=False)
            self._changed(comment)

    def _store(self, change: Callable[[], None]) -> bool:
        """Make a change that answers nothing; was it stored?"""

        def stored() -> bool:
            change()
            return True

        return bool(self.write(stored))

    def action_judge(self) -> None:
        """Preventable, not, not judged: in turn."""
        comment = self.reading.current
        if comment is not None:
            following = {None: True, True: False, False: None}[comment.preventable]
            same = self.voices(comment)
            self.write(lambda: marks.judge(self.reset.comments, same, following))
            self._changed(comment)

    def action_new_pain(self) -> None:
        def named(title: str | None) -> None:
            if title:
                self._name_pain(title)

        comment = self.reading.current
        words = one_line(self.reading.masker(comment.text), 50) if comment else ""
        tied = (
            _("C{id} “{words}” is tied to it at once.").format(id=comment.id, words=words)
            if comment
            else ""
        )
        self.app.push_screen(
            AskLineScreen(
                _("Name a pain point"),
                _("A rough title will do for now. {tied}").format(tied=tied),
                hint=_("such as: delivery day moves and nobody says so"),
                line=self.reset.daily.draft(NAME_DRAFT) or "",
                keep_draft=lambda text: self.reset.daily.keep_draft(NAME_DRAFT, text),
            ),
            named,
        )

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
                _("Which pain does it speak of?"),
                _("Picking the one it is tied to unties it."),
                self._pain_options(),
            ),
            lambda number: self._tie(number) if number else None,
        )

    def action_tie_all(self) -> None:
        """Tie what a filter or a search has found, in one go."""
        found = self.shown_ids() if self.only or narrowed(self.wanted) else []
        if not found or not self._pains:
            how = _("Filter or search first, and name a pain: all that is shown is tied to it.")
            self.notify(how, markup=False)
            return

        def picked(pain_id: int | None) -> None:
            if pain_id is not None:
                self.write(lambda: self.reset.book.tie(pain_id, found))
                self.reading.forget()
                self._show_comment()
                self._show_heads()

        self.app.push_screen(
            PickScreen(
                _("Which pain do {comments} speak of?").format(
                    comments=count(len(found), "comment")
                ),
                _("All that the list shows now are tied to it; none is untied."),
                self._pain_options(),
            ),
            picked,
        )

    def action_remove(self) -> None:
        comment = self.reading.current
        if comment is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.write(lambda: self.reset.comments.remove(comment.id))
                self._load()

        self.app.push_screen(
            ConfirmScreen(
                _("Remove comment C{id}?").format(id=comment.id),
                one_line(comment.text, 200),
                _("Remove"),
            ),
            answered,
        )

    # -- the mouse

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        getattr(self, f"action_{event.button.id}")()

    @on(Links.Clicked)
    def _clicked(self, event: Links.Clicked) -> None:
        event.stop()
        if event.name == "off":
            self.take_away(str(event.value))
        elif event.name == "tick":
            self._tick(str(event.value))
        elif event.name == "channel":
            same = self.wanted.channel == event.value
            self.show_only(self.wanted._replace(channel="" if same else str(event.value)))
        elif event.name == "attach":
            self._tie(int(event.value))
        else:
            getattr(self, f"action_{event.name.replace('-', '_')}")()
