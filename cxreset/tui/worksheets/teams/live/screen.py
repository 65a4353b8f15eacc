"""The meeting run live: the agenda with its clock, the item in hand, and what is written down.

It goes over the whole screen. Everything is stored as it is typed and as it happens, so that the
program can be closed or killed at any moment: opened again, the meeting is where it was.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.insight import meeting_clock
from cxreset.reset.meeting import running
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.undo.question import turn_and_say
from cxreset.tui.shell.error_boundary import ErrorBoundary
from cxreset.tui.shell.privacy import masker
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.focus_clock import now_utc
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.teams.live.begin import Beginning, BeginScreen
from cxreset.tui.worksheets.teams.live.drawn import MeetingView
from cxreset.tui.worksheets.teams.live.end import EndScreen
from cxreset.tui.worksheets.teams.live.forms import (
    FORMS,
    ActionForm,
    DecisionForm,
    EntryForm,
    ParkedForm,
)
from cxreset.tui.worksheets.teams.live.lines import over_in_words
from cxreset.workbook.tables import AgendaItem, Decision

WRITING = ("keep", "next_item_writing", "park_writing")
"""Commands that are there only while somebody writes."""
READING = (
    *("next_item", "decide", "act", "park", "shift", "silence", "pain", "earlier"),
    *("edit", "undo", "redo", "end"),
)
"""Commands that are there only while nobody does: their letters would be typed."""


class MeetingScreen(ErrorBoundary, Dialog[bool]):
    """Answers whether the meeting has ended; left with esc it goes on."""

    CSS_PATH = ["../../../dialogs/dialogs.tcss", "meeting.tcss"]
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]
    BINDINGS = [
        command("n", "next_item", "Next item", "Finish this item and go on to the next."),
        command("d", "decide", "Decision", "Write down a decision about this item."),
        command("a", "act", "Action", "Write down an action with its owner and its date."),
        command("k", "park", "Park it", "Write down what belongs elsewhere."),
        command("w", "end", "End", "End the meeting; the minutes are written."),
        command("plus,equals_sign", "shift(5)", "5 more min", "Give this item five more minutes.",
                shown_as="+"),
        command("minus", "shift(-5)", "5 fewer", "Take five minutes from this item.", shown_as="-",
                footer=False),
        command("s", "silence", "Silence", "All write in silence for five minutes."),
        command("p", "pain", "Next pain", "Put the next chosen pain point on the table.",
                footer=False),
        command("b", "earlier", "Item before", "Go back to the item before.", footer=False),
        command("e", "edit", "Last entry", "Open the newest decision again.", footer=False),
        command("u", "undo", "Undo", "Take the last change back.", footer=False),
        command("U", "redo", "Redo", "Make it once more.", footer=False),
        command("ctrl+s", "keep", "Keep, next", "Keep this and write the next.", everywhere=True),
        command("ctrl+n", "next_item_writing", "Next item", "Finish this item and go on.",
                everywhere=True),
        command("ctrl+k", "park_writing", "Park it", "Write down what belongs elsewhere.",
                everywhere=True),
        command("ctrl+w", "end_writing", "End", "End the meeting.", footer=False, everywhere=True),
        command("escape", "to_agenda", "To the agenda",
                "Leave the fields; from the agenda, leave the screen while the meeting goes on."),
    ]  # fmt: skip

    def __init__(self, reset: Reset, clock: Callable[[], datetime] = now_utc) -> None:
        """`clock` says which moment it is, with its zone."""
        super().__init__()
        self.reset = reset
        self._clock = clock
        self._view = MeetingView(reset)
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="bar", markup=False)
        yield Static(id="progress", markup=False)
        with Horizontal(id="halves"):
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="agenda", markup=False)
                yield Static(id="parking", markup=False)
                yield Static(id="decided", markup=False)
            with VerticalScroll(id="desk", can_focus=False):
                yield Static(id="head", markup=False)
                yield Static(id="table", markup=False)
                for form in FORMS:
                    yield form(self.reset)
                yield Static(id="fixes", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.look()
        if running.live_meeting(self.reset).going_on:
            return
        self.call_after_refresh(self.app.push_screen, BeginScreen(self.reset), self._begin_or_leave)

    def _begin_or_leave(self, answer: Beginning | None) -> None:
        if answer is None or not self.write(
            lambda: running.begin(self.reset, answer.rule, answer.present, self._clock())
        ):
            self.dismiss(False)
            return
        self.look()

    def on_resize(self) -> None:
        self.call_after_refresh(self.look)  # by then the halves have their width

    # -- what is shown

    def look(self) -> None:
        """Draw all that the clock or a change has moved, and look again when the clock moves on."""
        if not self.is_attached:
            return
        head = self.query_one("#head", Static).size.width
        drawn = self._view.draw(self._clock(), self.size.width - 2, head, masker(self.reset))
        for name, content in drawn.contents.items():
            set_words(self.query_one(f"#{name}", Static), content)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(drawn.wait, self.look)

    @property
    def form(self) -> EntryForm | None:
        """The form that is open."""
        return next((form for form in self.query(EntryForm) if form.has_class("-open")), None)

    def write(self, change: Callable[[], object]) -> bool:
        """Make a change; when it cannot be stored, say so. True when it is stored."""
        try:
            change()
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            return False
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are commands while nobody writes; while somebody does, keys with ctrl are."""
        if action in WRITING:
            return self.form is not None
        if action in READING:
            return self.form is None
        return super().check_action(action, parameters)

    # -- fields

    def on_worksheet_changed(self, event: Worksheet.Changed) -> None:
        event.stop()
        self.look()

    def on_field_refused(self, event: Field.Refused) -> None:
        self.notify(event.sentence, title=_("Not saved yet"), severity="warning", markup=False)

    def _open(self, kind: type[EntryForm]) -> None:
        """Open a form for a new row, with the focus in its first field."""
        self._close()
        form = self.query_one(kind)
        form.begin()
        form.add_class("-open")
        self.add_class("-writing")
        form.go()
        self.refresh_bindings()

    def _close(self) -> None:
        """Store what was typed and put the form away."""
        form = self.form
        if form is not None:
            form.flush()
            form.remove_class("-open")
        self.remove_class("-writing")
        self.set_focus(None)
        self.look()
        self.refresh_bindings()

    # -- doing, while nobody writes

    def action_decide(self) -> None:
        self._open(DecisionForm)

    def action_act(self) -> None:
        self._open(ActionForm)

    def action_park(self) -> None:
        self._open(ParkedForm)

    def action_edit(self) -> None:
        """The newest decision of the day once more."""
        rows = self.reset.book.rows(Decision, decided_on=self.reset.today)
        if not rows:
            self.notify(
                _("Nothing is decided yet: {key:decide=d} writes a decision.").format(key=KEYS),
                markup=False,
            )
            return
        self._open(DecisionForm)
        self.query_one(DecisionForm).open(rows[-1])

    def action_next_item(self) -> None:
        """Go on; after the last item, ask to end."""
        ahead = meeting_clock.following(running.live_meeting(self.reset).items)
        if ahead is None:
            self.action_end()
            return
        self.write(lambda: running.next_item(self.reset, self._clock()))
        self.look()

    def action_earlier(self) -> None:
        """The item before the one that runs."""
        live = running.live_meeting(self.reset)
        keys = [item.key for item in live.items]
        current = meeting_clock.running(live.items)
        at = keys.index(current.key) if current else len(keys)
        if at > 0:
            self.write(lambda: running.go_to(self.reset, keys[at - 1], self._clock()))
            self.look()

    def action_shift(self, minutes: int) -> None:
        """Give the item that runs more minutes, or take some."""
        self.write(lambda: running.shift(self.reset, minutes))
        self.look()

    def action_silence(self) -> None:
        self.write(lambda: running.keep_silence(self.reset, self._clock()))
        self.look()

    def action_pain(self) -> None:
        self.write(lambda: running.next_pain(self.reset))
        self.look()

    def action_undo(self) -> None:
        turn_and_say(self, self.reset, self.look)

    def action_redo(self) -> None:
        turn_and_say(self, self.reset, self.look, undone=True)

    # -- doing, while somebody writes

    def action_keep(self) -> None:
        """Keep this and begin the next; with nothing written, leave the fields."""
        form = self.form
        if form is None:
            return
        if form.empty:
            self._close()
        else:
            self._open(type(form))

    def action_next_item_writing(self) -> None:
        self._close()
        self.action_next_item()

    def action_park_writing(self) -> None:
        self._open(ParkedForm)

    def action_to_agenda(self) -> None:
        """Out of the fields; from the agenda, leave the screen while the meeting goes on."""
        if self.form is not None:
            self._close()
            return
        self.dismiss(False)

    # -- the end

    def action_end_writing(self) -> None:
        self._close()
        self.action_end()

    def action_end(self) -> None:
        """Ask what becomes of what is left, and end."""

        def answered(follow_up: frozenset[str] | None) -> None:
            if follow_up is None:
                return
            made: list[int] = []
            if self.write(lambda: made.append(running.end(self.reset, follow_up, self._clock()))):
                later = self.reset.book.count(AgendaItem, next_time=True)
                self.notify(over_in_words(made[0], later), markup=False)
                self.dismiss(True)

        self.app.push_screen(EndScreen(running.left_over(self.reset)), answered)
