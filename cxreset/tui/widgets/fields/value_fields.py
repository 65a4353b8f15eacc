"""Lines whose text is a day or a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from cxreset.base.day_words import whole_day
from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.tui.commands.command import command
from cxreset.tui.widgets.fields.field import LineField


class DateInput(Input):
    """A line for a day; down asks for the calendar."""

    BINDINGS = [
        command("down", "calendar", "Calendar", "Pick the day from a calendar.", shown_as="↓"),
    ]

    class CalendarAsked(Message):
        """The leader wants to pick a day for this field."""

        def __init__(self, field: DateField) -> None:
            super().__init__()
            self.field = field

    def action_calendar(self) -> None:
        """Ask for the calendar of the field around."""
        if isinstance(self.parent, DateField):
            self.post_message(self.CalendarAsked(self.parent))


class DateField(LineField):
    """A day. `read` turns text into a date or raises CxresetError with a sentence."""

    def __init__(
        self, label: str, read: Callable[[str], date], *, hint: str = "", id: str | None = None
    ) -> None:
        # Of today's year, but of no day near: a screen is kept, and shown again on another day.
        day = read("in 0 days").replace(month=12, day=15).isoformat()
        super().__init__(label, hint=hint or _("{day}, friday; ↓ calendar").format(day=day), id=id)
        self._parse = read

    def control(self) -> Widget:
        return DateInput(placeholder=self.hint, compact=True, select_on_focus=False)

    def picked_day(self, today: date) -> date:
        """The day that stands there; today when there is none."""
        try:
            return self._read() or today
        except CxresetError:
            return today

    def take_day(self, day: date) -> None:
        """Write a day there, as if it had been typed, and be there."""
        line = self.query_one(Input)
        line.value = day.isoformat()
        line.cursor_position = len(line.value)
        line.focus()

    def _set_text(self, value: Any, draft: str | None) -> None:
        self.query_one(Input).value = draft if draft is not None else str(value or "")
        if value and draft is None:
            self.call_after_refresh(self._note, self._say(value))

    def _read(self) -> date | None:
        text = self._text().strip()
        return self._parse(text) if text else None

    def _say(self, value: Any) -> str:
        return whole_day(value, short=True, year=True) if value else ""


def whole_number(typed: str) -> int | None:
    """A whole number, 0 or more, or nothing; raises CxresetError for anything else."""
    text = typed.strip().replace(",", "").replace(" ", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise CxresetError(_("A whole number, please, such as 180."))
    return int(text)


class NumberField(LineField):
    """A whole number, 0 or more, or nothing."""

    def _set_text(self, value: Any, draft: str | None) -> None:
        shown = "" if value is None else str(value)
        self.query_one(Input).value = draft if draft is not None else shown

    def _read(self) -> int | None:
        return whole_number(self._text())
