"""Fields with larger controls: several lines, one of a few, a tie to another record.

Apart from `field.py` so that Today's screen need not load them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual import on
from textual.widget import Widget
from textual.widgets import TextArea

from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.tui.widgets.fields.choice import Choice, Value
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.pick_one import PickOne


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

    CHANGES = (PickOne.Changed,)

    def __init__(
        self,
        label: str,
        source: Callable[[], Sequence[tuple[str, int]]],
        *,
        nothing: str = N_("not tied yet"),
        id: str | None = None,
    ) -> None:
        super().__init__(label, id=id)
        self.source = source
        self.nothing = _(nothing)

    def control(self) -> Widget:
        return PickOne(self.nothing)

    def _set_text(self, value: Any, draft: str | None) -> None:
        pick = self.query_one(PickOne)
        offered = [(one_line(name, 70), number) for name, number in self.source()]
        pick.offer(offered)
        pick.value = value if value in {number for _, number in offered} else None

    def refresh_value(self, value: Any) -> None:
        """What can be tied to may have changed elsewhere, even where the tie has not."""
        if not self.has_focus_within:
            with self.prevent(*self.CHANGES):
                self._set_text(value, None)
        super().refresh_value(value)

    def _read(self) -> int | None:
        return self.query_one(PickOne).value

    @on(PickOne.Changed)
    def _changed(self, event: PickOne.Changed) -> None:
        event.stop()
        self.changed(at_once=True)
