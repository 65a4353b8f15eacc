"""Day 60 or 90: the pilot's figure counted once more, and whether the result has held."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.reset.ending.closing import mark_done
from cxreset.reset.measures.data_points import later_text, store_later
from cxreset.reset.measures.measuring import MAIN, measured
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.workbook.tables import Measurement


class HeldScreen(Dialog[None]):
    """Asks for the counts where there is a measurement; what they say stands below at once."""

    CSS_PATH = "../../dialogs/dialogs.tcss"
    AUTO_FOCUS = "Input, Button"
    BINDINGS = [close_command()]

    def __init__(self, reset: Reset, day: int) -> None:
        super().__init__()
        self.reset = reset
        self.day = day
        rows = reset.book.rows(Measurement)
        self._row = next((row for row in rows if row.role == MAIN), next(iter(rows), None))

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(
                _("Day {day}: has it held?").format(day=self.day), classes="heading", markup=False
            )
            yield Static(shown(self._asked()), markup=False)
            if self._row is not None:
                hint = _("hits and total, such as 118 2360")
                yield LineField("Counted now", hint=hint, id="counted")
            yield Static("", id="answer", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("I have looked"), id="looked", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def _asked(self) -> str:
        if self._row is None:
            return _(
                "No figure was measured, so look at what customers say now, and "
                "write a line in the journal."
            )
        name = self._row.name or _("the pilot's figure")
        return _("Count {name} over the last whole weeks. Nothing else need be written.").format(
            name=name
        )

    def on_mount(self) -> None:
        row = self._row
        if row is not None:
            book, day = self.reset.book, self.day
            slot = Slot(later_text(book, row, day), lambda text: store_later(book, row, day, text))
            self.query_one("#counted", LineField).bind_slot(slot)
            self._say()

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()
        self._say()

    def _say(self) -> None:
        row = self._row
        if row is None:
            return
        notes = measured(self.reset.book, row, self.reset.today).notes
        found = [note for note in notes if _("day {day}").format(day=self.day) in note]
        self.query_one("#answer", Static).update(shown("\n".join(found)))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "looked":
            for field in self.query(Field):
                field.flush()
            mark_done(self.reset, f"day{self.day}")
        self.action_close()

    def action_close(self) -> None:
        for field in self.query(Field):
            field.flush()
        self.dismiss(None)
