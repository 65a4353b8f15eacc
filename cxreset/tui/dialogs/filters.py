"""Which comments the reading list shows, and in which order: every filter in one place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from cxreset.base.channels import CHANNELS, channel_name
from cxreset.base.language.words import N_, _
from cxreset.programme.dates import parse_date
from cxreset.tui.commands.dialog_commands import close_command, keep_command
from cxreset.tui.widgets.fields.choice import Choice, Value
from cxreset.tui.widgets.fields.field import Field, Slot
from cxreset.tui.widgets.fields.pick_fields import ChoiceField, RefField
from cxreset.tui.widgets.fields.value_fields import DateField
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.workbook.feedback.comments import Filter

STATES = (N_("all"), N_("unread"), N_("untagged"), N_("tagged"), N_("preventable"))
RATINGS = (N_("low"), N_("middle"), N_("high"))


class FilterScreen(Dialog[Filter | None]):
    """Answers the filter wished for, or None to leave it as it is. The words stay as they are."""

    CSS_PATH = "dialogs.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    BINDINGS = [
        close_command(),
        keep_command(),
    ]

    def __init__(self, wanted: Filter, pains: Sequence[tuple[str, int]], today: date) -> None:
        """`pains`: (name, number) of each pain point."""
        super().__init__()
        self._wanted = wanted
        self._pains = list(pains)
        self._today = today

    def compose(self) -> ComposeResult:
        anything: list[tuple[Value, str]] = [("", _("any"))]
        first = self._today.replace(day=1).isoformat()
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(_("Which comments to show"), classes="heading", markup=False)
            yield ChoiceField("Show", [(name, name) for name in STATES], id="state")
            channels = [(each, channel_name(each)) for each in CHANNELS]
            yield ChoiceField("Channel", [*anything, *channels], id="channel")
            yield ChoiceField("Rating", anything + [(r, r) for r in RATINGS], id="rating")
            for name, label in (("since", _("Since")), ("until", _("Until"))):
                yield DateField(
                    label, lambda typed: parse_date(typed, self._today), id=name,
                    hint=_("such as {day}").format(day=first),
                )  # fmt: skip
            yield RefField("Of a pain", lambda: self._pains, nothing=_("any pain"), id="pain_id")
            yield ChoiceField(
                "Order", [(True, "newest first"), (False, "as they came")], id="newest_first"
            )
            yield ChoiceField(
                "Same words", [(True, _("one line, counted")), (False, _("each on its own"))],
                id="grouped",
            )  # fmt: skip
            with Horizontal(classes="buttons"):
                yield Button(_("Show these  ^s"), id="keep", variant="primary")
                yield Button(_("Show all"), id="all")
                yield Button(_("Leave it  esc"), id="close")

    def on_mount(self) -> None:
        for field in self.query(Field):
            name = str(field.id)
            field.bind_slot(Slot(getattr(self._wanted, name), self._keeper(name)))
        self.query(Choice).first().focus()

    def _keeper(self, name: str) -> Any:
        def keep(value: Any) -> None:
            empty = Filter._field_defaults[name]
            self._wanted = self._wanted._replace(**{name: empty if value is None else value})

        return keep

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "keep":
            self.action_keep()
        elif event.button.id == "all":
            kept = self._wanted
            self.dismiss(
                Filter(words=kept.words, newest_first=kept.newest_first, grouped=kept.grouped)
            )
        else:
            self.action_close()

    def action_keep(self) -> None:
        for field in self.query(Field):
            field.flush()
        wrong = next((field for field in self.query(DateField) if field.query(".-wrong")), None)
        if wrong is not None:
            wrong.query_one("Input").focus()  # its note says what is wrong
            return
        self.dismiss(self._wanted)

    def action_close(self) -> None:
        self.dismiss(None)
