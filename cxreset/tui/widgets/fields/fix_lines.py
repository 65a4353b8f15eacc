"""The possible fixes of one pain, each a line to write in, with a button that removes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import AwaitMount
from textual.widgets import Button, Input

from cxreset.tui.widgets.fields.field import LineField, Slot


class FixLine(Horizontal):
    """One fix."""

    class RemoveAsked(Message):
        """The leader wants a fix gone."""

        def __init__(self, key: int) -> None:
            super().__init__()
            self.key = key

    def __init__(self, key: int, ref: str, hint: str) -> None:
        super().__init__()
        self.key = key
        self.field = LineField(ref, hint=hint)

    def compose(self) -> ComposeResult:
        yield self.field
        yield Button("Remove")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.RemoveAsked(self.key))


class FixLines(Vertical):
    """All of them; lines are made anew only when there are other fixes to show."""

    HINT = "a change somebody could make"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[FixLine] = []
        self._mounting: AwaitMount | None = None

    def show(self, fixes: Sequence[tuple[int, str, str]], slot: Callable[[int, str], Slot]) -> None:
        """Show (number, id, title) of each fix; `slot` says where a title is kept."""
        if [line.key for line in self._lines] == [key for key, _, _ in fixes]:
            for line, (_, _, title) in zip(self._lines, fixes, strict=True):
                line.field.refresh_value(title)
            return
        for line in self._lines:
            line.field.flush()
        self.remove_children()
        self._lines = [FixLine(key, ref, self.HINT) for key, ref, _ in fixes]
        for line, (key, _, title) in zip(self._lines, fixes, strict=True):
            line.field.bind_slot(slot(key, title))
        self._mounting = self.mount_all(self._lines)

    async def focus_last(self) -> None:
        """Go to the line just added, as soon as it is there."""
        if self._mounting is not None:
            await self._mounting
        if self._lines:
            self.screen.set_focus(self._lines[-1].query_one(Input))
