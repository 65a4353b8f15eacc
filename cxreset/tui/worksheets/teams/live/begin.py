"""Before the meeting begins: how it decides, and who is here."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static
from textual.widgets.selection_list import Selection

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.reset.meeting.running import RULES
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command, keep_command
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.fields.ticks import Ticks
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.workbook.tables import Person


class Beginning(NamedTuple):
    """The rule for deciding, and the numbers of the people who are here."""

    rule: str
    present: frozenset[int]


class BeginScreen(Dialog[Beginning | None]):
    """Asks for both, and answers them; None when it does not begin yet."""

    CSS_PATH = "../../../dialogs/dialogs.tcss"
    BINDINGS = [
        close_command(),
        keep_command("begin", everywhere=True),
    ]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.people = [row for row in reset.book.rows(Person) if row.name.strip()]
        self.rule = reset.book.meeting().rule or "consent"

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Begin the meeting"), classes="heading", markup=False)
            yield Static(
                _(
                    "Say the rule aloud before the first item: how do we decide today? "
                    "All write down what they think in silence before anybody speaks."
                ),
                markup=False,
            )
            yield Choice([(rule, rule) for rule in RULES], optional=False, id="rule")
            yield Static("", id="meaning", classes="muted", markup=False)
            if self.people:
                yield Static(
                    _("Who is here? Space takes a name away."), classes="muted", markup=False
                )
                yield Ticks[int](
                    *(Selection(Content(one_line(row.name)), row.key, True) for row in self.people),
                    id="here",
                )
            with Horizontal(classes="buttons"):
                yield Button(_("Begin  ^s"), id="begin", variant="primary")
                yield Button(_("Not yet  esc"), id="close")

    def on_mount(self) -> None:
        self.query_one(Choice).value = self.rule
        self._say()
        self.query_one(Choice).focus()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        event.stop()
        self._say()

    def _say(self) -> None:
        self.query_one("#meaning", Static).update(RULES[str(self.query_one(Choice).value)])

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "begin":
            self.action_begin()
        else:
            self.action_close()

    def action_begin(self) -> None:
        here = self.query_one("#here", Ticks).selected if self.people else ()
        self.dismiss(Beginning(str(self.query_one(Choice).value), frozenset(here)))

    def action_close(self) -> None:
        self.dismiss(None)
