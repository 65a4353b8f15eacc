"""3.1 The meeting: when and where, who comes, and what the ninety minutes are for."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.errors import UsageError
from cxreset.base.text import listed
from cxreset.insight.progress import MEETING_MINUTES
from cxreset.reset.progress import tally
from cxreset.tui.widgets.fields.choice import YES_NO
from cxreset.tui.widgets.fields.field import LineField
from cxreset.tui.worksheets.parts.form import RecordForm
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import FieldSpec, ListColumn, Question, choice, day, line
from cxreset.tui.worksheets.parts.tabs import TabbedSheet
from cxreset.tui.worksheets.teams.agenda import AgendaSheet, clock, parse_clock
from cxreset.workbook.tables import Meeting, Person

FUNCTIONS: Final = {
    "marketing": "marketing",
    "product": "product",
    "support": "support",
    "cx": "CX",
    "other": "other",
}


def read_clock(typed: str) -> str:
    """A time of day as `10:00`, or nothing; raises UsageError for anything else."""
    return clock(parse_clock(typed)) if typed.strip() else ""


class TimeField(LineField):
    """A time of day, kept as `10:00`."""

    def _read(self) -> str:
        return read_clock(self._text())

    def _set_text(self, value: Any, draft: str | None) -> None:
        super()._set_text(value, draft)
        if value and draft is None:
            self.call_after_refresh(self._say_until, value)

    def _say_until(self, value: str) -> None:
        with suppress(UsageError):  # whatever a workbook from elsewhere holds is shown as it is
            self._note(self._say(value))

    def _say(self, value: Any) -> str:
        return f"{value} to {clock(parse_clock(value) + MEETING_MINUTES)}" if value else ""


class WhenForm(RecordForm):
    """Date, time and place."""

    table = Meeting
    fields = (
        day("held_on", "Date"),
        FieldSpec(
            "starts_at",
            lambda sheet: TimeField("Starts at", hint="10:00"),
            Question("Starts at", lambda sheet, typed: read_clock(typed), "10:00"),
        ),
        line("location", "Place", "a room, or the link of the call"),
    )


class PeopleSheet(RecordSheet):
    """Who is in the room, and which of the four functions is not."""

    table = Person
    empty = (
        "Add the people who can say yes for their team: one each from marketing, product, support "
        "and CX."
    )
    columns = (
        ListColumn("Name", 0, lambda row: row.name or "(no name yet)"),
        ListColumn("From", 10, lambda row: FUNCTIONS[row.function]),
        ListColumn("E-mail", 0, lambda row: row.email),
        ListColumn("Came", 5, lambda row: "yes" if row.attended else ""),
    )
    fields = (
        line("name", "Name", "first and last name"),
        choice("function", "From", tuple(FUNCTIONS.items()), optional=False),
        line("email", "E-mail", "for the invitation; it stays in this workbook"),
        choice("attended", "Came", YES_NO, optional=False),
    )

    def above_form(self) -> ComposeResult:
        yield Static("", classes="aside missing", markup=False)

    def show_row(self, row: Any | None) -> None:
        missing = [FUNCTIONS[name] for name in tally(self.reset).functions_missing]
        sentence = (
            f"Nobody from {listed(missing)} yet." if missing else "All four functions are here."
        )
        self.query_one(".missing", Static).update(sentence)

    def removal(self, row: Any) -> str:
        return "They are only taken off this list."


class MeetingSheet(TabbedSheet):
    """The cross-team meeting."""

    parts = (("When and where", WhenForm), ("People", PeopleSheet), ("Agenda", AgendaSheet))
