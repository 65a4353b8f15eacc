"""What fields and lists ask for that is larger than they are: a calendar, the clipboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.app import App

from cxreset.reset.reset import Reset

if TYPE_CHECKING:
    from cxreset.tui.widgets.fields.value_fields import DateInput


class PickingApp(App[str]):
    """An app that shows a field the calendar it asks for, and copies what one is on."""

    reset: Reset | None

    def on_date_input_calendar_asked(self, event: DateInput.CalendarAsked) -> None:
        """Show it on the day that stands there; what is picked is typed there."""
        from cxreset.tui.dialogs.calendar import CalendarScreen

        if self.reset is None:
            return
        field, today = event.field, self.reset.today

        def picked(day: date | None) -> None:
            if day is not None and field.is_attached:
                field.take_day(day)

        self.push_screen(CalendarScreen(field.label, field.picked_day(today), today), picked)

    async def action_copy_here(self) -> None:
        """Copy what is selected, or what the focus is on."""
        from cxreset.tui.shell.copying import copy_here

        await copy_here(self)
