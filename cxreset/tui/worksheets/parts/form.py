"""A form of a table with one row. The row is made when its first field is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.specs import FieldSpec
from cxreset.workbook.tables import Record

ONLY = 1
"""The number of the only row."""


class RecordForm(Worksheet):
    """Fields of the one row; a subclass says which table and which fields."""

    table: ClassVar[type[Record]]
    fields: ClassVar[tuple[FieldSpec, ...]]

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="form", can_focus=False):
            for spec in self.fields:
                field = spec.make(self)
                field.add_class(f"field-{spec.column}")
                yield field

    def on_mount(self) -> None:
        row = self.row()
        for spec, field in self._pairs():
            name = f"{self.table.__tablename__}.{ONLY}.{self.table.stored_as(spec.column)}"
            value = getattr(row, spec.column)
            field.bind_slot(self.slot(name, value, self._keeper(spec.column)))

    def row(self) -> Record:
        """What the workbook holds, or the row as it is before anything is written."""
        return self.reset.book.get(self.table, ONLY) or self.table(id=ONLY)

    def reload(self) -> None:
        row = self.row()
        for spec, field in self._pairs():
            field.refresh_value(getattr(row, spec.column))

    def _pairs(self) -> list[tuple[FieldSpec, Field]]:
        return [(spec, self.query_one(f".field-{spec.column}", Field)) for spec in self.fields]

    def _keeper(self, column: str) -> Callable[[Any], None]:
        return partial(self.keep, column)

    def keep(self, column: str, value: Any) -> None:
        """Store one field of the row."""
        row = self.row()
        setattr(row, column, value)
        self.reset.book.put(row)
