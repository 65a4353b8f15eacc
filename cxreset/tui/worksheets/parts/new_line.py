"""A line of a list that is being begun: it is stored with its first word, and not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cxreset.tui.widgets.fields.comment_ids import CommentIdsField
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.pick_fields import ChoiceField
from cxreset.tui.widgets.fields.value_fields import DateField, NumberField
from cxreset.workbook.tables import Record


class NewLine:
    """A record without a number, until one of its fields says something.

    `store` stores it with the first value, given the value's column, and answers its number;
    `change` stores a field of it afterwards.
    """

    def __init__(
        self,
        record: Record,
        store: Callable[[Record, str, Any], int],
        change: Callable[[int, str, Any], None],
    ) -> None:
        self.record = record
        self.key: int | None = None
        """Its number, once it is stored."""
        self._store = store
        self._change = change

    def keep(self, column: str, value: Any) -> None:
        """Store one field; the first that is not empty makes the line. Raises as writes do."""
        if self.key is not None:
            self._change(self.key, column, value)
            return
        if hasattr(self.record, column):  # else of another table, stored with it
            setattr(self.record, column, value)
        if not _says_nothing(value):
            self.key = self._store(self.record, column, value)


def _says_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def distance_from_words(field: Field) -> int:
    """0 for a field of words or of a list to pick from, in which a new line begins; 1 for a date, a
    number or ids; 2 for one whose digits and arrows choose."""
    if isinstance(field, ChoiceField):
        return 2
    return 1 if isinstance(field, DateField | NumberField | CommentIdsField) else 0
