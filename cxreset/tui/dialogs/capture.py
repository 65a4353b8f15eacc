"""Write down by hand what a customer said: a call overheard, a remark an agent keeps hearing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static, TextArea

from cxreset.base.channels import CHANNELS, channel_name
from cxreset.base.language.words import _
from cxreset.programme.dates import parse_date
from cxreset.tui.commands.dialog_commands import close_command, keep_command
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.fields.field import Field, Slot
from cxreset.tui.widgets.fields.pick_fields import ChoiceField, TextField
from cxreset.tui.widgets.fields.value_fields import DateField
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.words import with_sign


class Captured(NamedTuple):
    """A comment written down by hand."""

    text: str
    channel: str
    on: date | None


class CaptureScreen(Dialog[Captured | None]):
    """Answers what was written. Closed without keeping, the words stay for the next time."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [close_command(), keep_command()]

    def __init__(self, today: date, draft: str, keep_draft: Callable[[str | None], None]) -> None:
        """`draft` is what was written last time without being kept; `keep_draft` stores it."""
        super().__init__()
        self._today = today
        self._draft = draft
        self._keep_draft = keep_draft
        self._channel: str = "call"
        self._on: date | None = today

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(_("What did the customer say?"), classes="heading", markup=False)
            yield Static(
                _("In their own words, as near as you can."), classes="muted", markup=False
            )
            yield TextField("Words", hint="write here", id="words")
            yield ChoiceField(
                "It came by",
                [(each, channel_name(each)) for each in CHANNELS],
                optional=False,
                id="channel",
            )
            yield DateField("On", lambda typed: parse_date(typed, self._today), id="on")
            yield Static("", id="wrong", classes="late", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Keep  ^s"), id="keep", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        self.query_one("#words", Field).bind_slot(
            Slot(self._draft, lambda text: self._keep_draft(text or None))
        )
        self.query_one("#channel", Field).bind_slot(Slot(self._channel, self._set_channel))
        self.query_one("#on", Field).bind_slot(Slot(self._on, self._set_day))
        self.query_one(TextArea).focus()

    def _set_channel(self, channel: str) -> None:
        self._channel = channel

    def _set_day(self, on: date | None) -> None:
        self._on = on

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "keep":
            self.action_keep()
        else:
            self.action_close()

    def action_keep(self) -> None:
        for field in self.query(Field):
            field.flush()
        text = self.query_one(TextArea).text.strip()
        if not text:
            self._say(_("Write at least a word of what was said."))
            self.query_one(TextArea).focus()
        elif self.query("#on .note.-wrong"):
            self._say(_("The day is not a date yet; empty it when you do not know it."))
            self.query_one("#on Input").focus()
        else:
            self.dismiss(Captured(text, str(self.query_one(Choice).value), self._on))

    def _say(self, sentence: str) -> None:
        self.query_one("#wrong", Static).update(with_sign(sentence))

    def action_close(self) -> None:
        for field in self.query(Field):
            field.flush()
        self.dismiss(None)
