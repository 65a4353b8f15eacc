"""A line that names comments by their ids: one that is not there is said, others can be picked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from cxreset.base.language.words import _
from cxreset.base.text import listed
from cxreset.tui.commands.command import command
from cxreset.tui.widgets.fields.field import LineField

_ID = re.compile(r"\bC(\d{1,9})\b", re.IGNORECASE)


def ids_in(text: str) -> list[int]:
    """The numbers of the comments that a text names, `C12` or `c12`, each once."""
    return list(dict.fromkeys(int(number) for number in _ID.findall(text)))


class CommentIdsInput(Input):
    """Down asks for the list of comments."""

    BINDINGS = [
        command("down", "pick_comment", "Comments", "Pick a comment by its words.", shown_as="↓"),
    ]

    class PickAsked(Message):
        """The leader wants to pick a comment for this field."""

        def __init__(self, field: CommentIdsField) -> None:
            super().__init__()
            self.field = field

    def action_pick_comment(self) -> None:
        """Ask for the list, for the field around."""
        if isinstance(self.parent, CommentIdsField):
            self.post_message(self.PickAsked(self.parent))


class CommentIdsField(LineField):
    """One line; `known` says which of some comments' numbers are there."""

    def __init__(
        self, label: str, known: Callable[[Sequence[int]], set[int]], *, hint: str = ""
    ) -> None:
        super().__init__(label, hint=hint)
        self._known = known

    def control(self) -> Widget:
        return CommentIdsInput(placeholder=self.hint, compact=True, select_on_focus=False)

    def _say(self, value: Any) -> str:
        named = ids_in(str(value or ""))
        known = self._known(named) if named else set()
        missing = [f"C{number}" for number in named if number not in known]
        return _("There is no {missing}.").format(missing=listed(missing)) if missing else ""

    def last_word(self) -> str:
        """What the list is searched for: the last word typed that is no id; empty for none."""
        words = [word.strip(",.;:") for word in self._text().split() if not _ID.fullmatch(word)]
        return words[-1] if words else ""

    def add_id(self, number: int) -> None:
        """Write a comment's id behind what stands there, as if it had been typed, and be there."""
        line = self.query_one(Input)
        before = line.value.rstrip()
        line.value = f"{before}{', ' if before else ''}C{number}"
        line.cursor_position = len(line.value)
        line.focus()
