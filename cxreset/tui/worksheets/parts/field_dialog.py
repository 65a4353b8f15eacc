"""A dialog of fields that are stored as they are typed: nothing to confirm, nothing to lose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from cxreset.base.language.words import _
from cxreset.reset.reset import Reset
from cxreset.tui.widgets.fields.field import Field, Slot
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.worksheets.parts.new_line import NewLine
from cxreset.workbook.tables import Record


class FieldDialog(Dialog[None]):
    """Ties its fields to rows of the workbook, and stores what is pending before it closes."""

    CSS_PATH = ["../../dialogs/dialogs.tcss"]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset

    def bind_row(self, row: Record, fields: Mapping[str, str]) -> None:
        """Tie `fields` (column -> id) to a row; a new row is stored with its first word."""
        entry = NewLine(row, self._store, partial(self._change, type(row)))
        entry.key = row.id
        for column, name in fields.items():
            slot = Slot(getattr(row, column), partial(entry.keep, column))
            self.query_one(f"#{name}", Field).bind_slot(slot)

    def _store(self, record: Record, column: str, value: Any) -> int:
        return int(self.reset.book.add(record).key)

    def _change(self, table: type[Record], key: int, column: str, value: Any) -> None:
        self.reset.book.set(table, key, **{column: value})

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def on_field_refused(self, event: Field.Refused) -> None:
        self.notify(event.sentence, title=_("Not saved yet"), severity="warning", markup=False)

    def flush(self) -> None:
        """Store what is still pending."""
        for field in self.query(Field):
            field.flush()

    def close(self) -> None:
        """Back to where one came from, with everything stored."""
        self.flush()
        self.dismiss(None)
