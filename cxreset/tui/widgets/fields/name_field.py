"""A person's name, completed from those already known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input

from cxreset.base.text import one_line
from cxreset.tui.widgets.fields.field import LineField


class NameSuggester(Suggester):
    """Asks who is known each time, so a person added elsewhere is known at once."""

    def __init__(self, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self.names = names

    async def get_suggestion(self, value: str) -> str | None:
        """The first known name that begins with what is typed (any case)."""
        found = (one_line(name) for name in self.names())
        return next((name for name in found if name.casefold().startswith(value)), None)


class NameField(LineField):
    """One name; the right arrow takes what is suggested."""

    def __init__(
        self, label: str, names: Callable[[], Sequence[str]], *, id: str | None = None
    ) -> None:
        super().__init__(label, hint="begin a name; → takes the one suggested", id=id)
        self.names = names

    def control(self) -> Widget:
        return Input(
            placeholder=self.hint,
            compact=True,
            select_on_focus=False,
            suggester=NameSuggester(self.names),
        )
