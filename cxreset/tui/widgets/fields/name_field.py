"""A person's name, completed from those already known: by how it begins, or by what is like it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual.widget import Widget
from textual.widgets import Input

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.tui.widgets.fields.field import LineField

LIKE = 80.0
"""The likeness, of 100, from which a name is offered that does not begin so."""


def completed(typed: str, names: Iterable[str]) -> str:
    """The known name that is meant by what was typed; empty for none, or when it is whole.

    One that begins with it, or has a word that does, in any case of letters; else the one most like
    it (rapidfuzz's partial ratio), from three letters on.
    """
    wanted = " ".join(typed.casefold().split())
    # what is typed, or was on the way, may be stored already, and so be known itself
    known = [one_line(name) for name in names if name.strip() and name.casefold() not in wanted]
    if not wanted:
        return ""
    for name in known:
        if name.casefold().startswith(wanted):
            return name
    for name in known:
        if any(word.startswith(wanted) for word in name.casefold().split()):
            return name
    return _like(wanted, known) if len(wanted) > 2 else ""


def _like(wanted: str, known: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        wanted, known, scorer=fuzz.partial_ratio, processor=str.casefold, score_cutoff=LIKE
    )
    return found[0] if found else ""


class NameInput(Input):
    """The right arrow at the end of what was typed takes the name that is offered."""

    def __init__(self, offered: Callable[[], str], hint: str) -> None:
        super().__init__(placeholder=hint, compact=True, select_on_focus=False)
        self._offered = offered

    def action_cursor_right(self, select: bool = False) -> None:
        """One letter on; at the end, the name that is offered."""
        name = self._offered() if self.cursor_position >= len(self.value) and not select else ""
        if name:
            self.value = name
            self.cursor_position = len(name)
        else:
            super().action_cursor_right(select)


class NameField(LineField):
    """One name; the one that is meant stands beside it, and the right arrow takes it."""

    def __init__(
        self, label: str, names: Callable[[], Sequence[str]], *, id: str | None = None
    ) -> None:
        super().__init__(label, hint=_("begin a name; → takes the one offered"), id=id)
        self.names = names

    def control(self) -> Widget:
        return NameInput(self.offered, self.hint)

    def offered(self) -> str:
        """The name that is meant by what stands there, or none."""
        return completed(self._text(), self.names())

    def _say(self, value: Any) -> str:
        name = self.offered() if self.has_focus_within else ""
        return f"→ {name}" if name else ""

    def changed(self, *, at_once: bool = False) -> None:
        """Offer a name at once; the words are stored soon."""
        self._note(self._say(None))
        super().changed(at_once=at_once)
