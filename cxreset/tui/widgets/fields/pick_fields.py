"""Fields with larger controls: several lines, one of a few, a tie to another record.

Apart from `field.py` so that Today's screen need not load them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.text import Text
from textual import on
from textual.widget import Widget
from textual.widgets import Select, TextArea

from cxreset.base.text import one_line
from cxreset.tui.widgets.fields.choice import Choice, Value
from cxreset.tui.widgets.fields.field import Field


class TextField(Field):
    """Several lines of text."""

    CHANGES = (TextArea.Changed,)

    def control(self) -> Widget:
        return TextArea(compact=True, placeholder=self.hint)

    def _set_text(self, value: Any, draft: str | None) -> None:
        self.query_one(TextArea).text = draft if draft is not None else str(value or "")

    def _text(self) -> str:
        return self.query_one(TextArea).text

    def _read(self) -> Any:
        return self._text()

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed()

    def on_descendant_blur(self) -> None:
        self.flush()


class ChoiceField(Field):
    """One of a few options."""

    CHANGES = (Choice.Changed,)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[Value, str]],
        *,
        ends: tuple[str, str] = ("", ""),
        optional: bool = True,
        id: str | None = None,
    ) -> None:
        super().__init__(label, id=id)
        self.options = options
        self.ends = ends
        self.optional = optional

    def control(self) -> Widget:
        return Choice(self.options, ends=self.ends, optional=self.optional)

    def _set_text(self, value: Any, draft: str | None) -> None:
        self.query_one(Choice).value = value

    def _read(self) -> Value:
        return self.query_one(Choice).value

    @on(Choice.Changed)
    def _changed(self, event: Choice.Changed) -> None:
        event.stop()
        self.changed(at_once=True)


class RefField(Field):
    """A tie to another record, picked from a list that is read anew each time it is shown."""

    CHANGES = (Select.Changed,)

    def __init__(
        self,
        label: str,
        source: Callable[[], Sequence[tuple[str, int]]],
        *,
        nothing: str = "not tied yet",
        id: str | None = None,
    ) -> None:
        super().__init__(label, id=id)
        self.source = source
        self.nothing = nothing
        self._offered: list[tuple[str, int]] = []

    def control(self) -> Widget:
        return Select[int]([], prompt=self.nothing, compact=True)

    def _set_text(self, value: Any, draft: str | None) -> None:
        select: Select[int] = self.query_one(Select)
        offered = list(self.source())
        if offered != self._offered:  # filling the list costs far more than reading it
            select.set_options((Text(one_line(name, 70)), number) for name, number in offered)
            self._offered = offered
        known = {number for _, number in offered}
        select.value = value if value in known else Select.NULL

    def refresh_value(self, value: Any) -> None:
        """What can be tied to may have changed elsewhere, even where the tie has not."""
        if not self.has_focus_within:
            with self.prevent(*self.CHANGES):
                self._set_text(value, None)
        super().refresh_value(value)

    def _read(self) -> int | None:
        value = self.query_one(Select).value
        return value if isinstance(value, int) else None

    @on(Select.Changed)
    def _changed(self, event: Select.Changed) -> None:
        event.stop()
        self.changed(at_once=True)
