"""What every worksheet shares: it shows what is stored, and stores what is changed at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual.containers import Vertical
from textual.message import Message

from cxreset.base.errors import CxresetError
from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.shell.error_boundary import ErrorBoundary
from cxreset.tui.widgets.fields.field import Field, Slot

R = TypeVar("R")


class Worksheet(ErrorBoundary, Vertical):
    """A worksheet coordinates its fields and lists; only it talks to the workbook."""

    class Changed(Message):
        """Something was stored; whoever shows the same truth should look again."""

    def __init__(self, reset: Reset, step: Step | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.reset = reset
        self.step = step

    def reload(self) -> None:
        """Show what the workbook holds now."""

    def stays(self) -> None:
        """The leader is back, and what is shown is what is stored."""

    def step_back(self) -> bool:
        """Take away what narrows the worksheet, such as a filter; False when nothing does."""
        return False

    def show_record(self, table: str, key: str) -> bool:
        """Put the cursor on a row of that table; False when the worksheet has no such rows."""
        return False

    def flush(self) -> None:
        """Store what is still pending in any field."""
        for field in self.query(Field):
            field.flush()

    def write(self, change: Callable[[], R]) -> R | None:
        """Make a change; when it cannot be stored, say so and leave all as it is."""
        try:
            result = change()
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            return None
        self.post_message(self.Changed())
        return result

    def slot(self, name: str, value: Any, keep: Callable[[Any], None]) -> Slot:
        """A slot whose unfinished text is kept as a draft under `name`."""
        daily = self.reset.daily
        return Slot(value, keep, daily.draft(name), lambda text: daily.keep_draft(name, text))

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()
        self.stored()
        self.post_message(self.Changed())

    def stored(self) -> None:
        """A field's value has been stored; lists that show it draw it anew."""
