"""3.1 The meeting: when and where, who comes, and what the ninety minutes are for."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.errors import UsageError
from cxreset.base.language.words import N_, _
from cxreset.base.text import listed
from cxreset.insight.progress import MEETING_MINUTES
from cxreset.reset.progress import tally
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.fields.choice import YES_NO
from cxreset.tui.widgets.fields.field import LineField
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.form import RecordForm
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import FieldSpec, ListColumn, Question, choice, day, line
from cxreset.tui.worksheets.parts.tabs import TabbedSheet
from cxreset.tui.worksheets.teams.agenda import AgendaSheet, clock, parse_clock
from cxreset.workbook.tables import Meeting, Person

FUNCTIONS: Final = {
    "marketing": N_("marketing"),
    "product": N_("product"),
    "support": N_("support"),
    "cx": "CX",
    "other": N_("another team"),
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
        return (
            _("{value} to {clock}").format(
                value=value, clock=clock(parse_clock(value) + MEETING_MINUTES)
            )
            if value
            else ""
        )


class WhenForm(RecordForm):
    """Date, time and place, and how it is run on the day."""

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

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Static(self._how_it_is_run(), id="how-it-is-run", classes="aside", markup=False)

    def reload(self) -> None:
        super().reload()
        set_words(self.query_one("#how-it-is-run", Static), self._how_it_is_run())

    def _how_it_is_run(self) -> str:
        return _(
            "On the day, {key:run=m} runs the meeting on the whole screen: the agenda with a "
            "clock, and decisions, actions and parking by one key each. The minutes are "
            "written meanwhile."
        ).format(key=KEYS)


class PeopleSheet(RecordSheet):
    """Who is in the room, and which of the four functions is not."""

    table = Person
    empty = (
        "Press {key:add=n} to add the people who can say yes for their team: one each from "
        "marketing, product, support and CX."
    )
    columns = (
        ListColumn("Name", 0, lambda row: row.name or _("(no name yet)")),
        ListColumn("From", 16, lambda row: _(FUNCTIONS[row.function])),
        ListColumn("E-mail", 0, lambda row: row.email),
        ListColumn("Came", 5, lambda row: _("yes") if row.attended else ""),
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
        missing = [_(FUNCTIONS[name]) for name in tally(self.reset).functions_missing]
        sentence = (
            _("Nobody from {missing} yet.").format(missing=listed(missing))
            if missing
            else _("All four functions are here.")
        )
        self.query_one(".missing", Static).update(sentence)

    def removal(self, row: Any) -> str:
        return _("They are only taken off this list.")


class MeetingSheet(TabbedSheet):
    """The cross-team meeting."""

    BINDINGS = [
        command("m", "run", "Run it live",
                "Run the meeting: the agenda with its clock, decisions and actions as they fall."),
    ]  # fmt: skip

    parts = (("When and where", WhenForm), ("People", PeopleSheet), ("Agenda", AgendaSheet))

    def action_run(self) -> None:
        """The meeting over the whole screen; it goes on where it was left."""
        from cxreset.reset.meeting.running import live_meeting
        from cxreset.tui.worksheets.teams.live.screen import MeetingScreen

        def back(ended: bool | None) -> None:
            self.part.reload()
            self.post_message(self.Changed())
            if ended:
                self._offer_minutes()
            elif live_meeting(self.reset).going_on:
                words = _(
                    "The meeting goes on, and its clock with it. {key:run=m} leads back to it."
                )
                self.notify(words.format(key=KEYS), markup=False)

        self.flush()
        self.app.push_screen(MeetingScreen(self.reset), back)

    def _offer_minutes(self) -> None:
        """The minutes are written already: as pages of every form, and as a message."""
        from cxreset.sharing.templates import tells_what_was_agreed
        from cxreset.tui.dialogs.asking.pick import PickScreen

        found = (each for each in self.reset.pack.templates if tells_what_was_agreed(each))
        message = next(found, None)
        options = [(_("The minutes as a page, for Word, PDF, the browser or a wiki"), 0)]
        if message is not None:
            options.append((_("The minutes as a message, ready to change and copy"), 1))

        async def picked(number: int | None) -> None:
            if number == 1 and message is not None:
                await self.app.run_action(f"app.template('{message.id}')")
            elif number == 0:
                await self.app.run_action("app.share('meeting')")

        meaning = _("They hold what was written down in the meeting. Share has them later, too.")
        head = _("The meeting is over: its minutes")
        self.app.push_screen(PickScreen(head, meaning, options), picked)
