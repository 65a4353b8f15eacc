"""The possible fixes of one pain, each a line to write in, with a button that removes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input, Static

from cxreset.base.language.words import N_, _
from cxreset.tui.widgets.fields.field import Field, LineField, Slot

Store = Callable[[str], tuple[int, str]]
"""Stores a new fix, given its title; answers its number and its id."""


class FixLine(Horizontal):
    """One fix; it has no number before its first word is stored."""

    HINT = N_("a change somebody could make")

    class RemoveAsked(Message):
        """The leader wants a fix gone."""

        def __init__(self, key: int) -> None:
            super().__init__()
            self.key = key

    class LeftEmpty(Message):
        """The leader went on from a line that says nothing; `key` when it had words before."""

        def __init__(self, line: FixLine, key: int | None) -> None:
            super().__init__()
            self.line = line
            self.key = key

    def __init__(self, key: int | None, ref: str) -> None:
        super().__init__()
        self.key = key
        self.field = LineField(ref, hint=self.HINT)

    def compose(self) -> ComposeResult:
        yield self.field
        yield Button(_("Remove"))

    @property
    def title(self) -> str:
        """What is typed, without spaces around it."""
        return self.query_one(Input).value.strip()

    def become(self, key: int, ref: str) -> None:
        """It is stored now, under this number."""
        self.key, self.field.label = key, ref
        self.field.query_one(".label", Static).update(ref)

    def on_descendant_blur(self) -> None:
        self.call_after_refresh(self._left)

    def _left(self) -> None:
        if self.is_attached and not self.has_focus_within and not self.title:
            self.post_message(self.LeftEmpty(self, self.key))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if self.key is None:
            self.post_message(self.LeftEmpty(self, None))
        else:
            self.post_message(self.RemoveAsked(self.key))


class FixLines(Vertical):
    """All of them; lines are made anew only when there are other fixes to show."""

    class MoreAsked(Message):
        """Enter was pressed in the last line, which says something: on to a new one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[FixLine] = []

    def show(self, fixes: Sequence[tuple[int, str, str]], slot: Callable[[int, str], Slot]) -> None:
        """Show (number, id, title) of each fix; `slot` says where a title is kept."""
        stored = [line for line in self._lines if line.key is not None]
        if [line.key for line in stored] == [key for key, _, _ in fixes]:
            for line, (_key, _ref, title) in zip(stored, fixes, strict=True):
                line.field.refresh_value(title)
            return
        for line in self._lines:
            line.field.flush()
        self.remove_children()
        self._lines = [FixLine(key, ref) for key, ref, _ in fixes]
        for line, (key, _ref, title) in zip(self._lines, fixes, strict=True):
            line.field.bind_slot(slot(key, title))
        self.mount_all(self._lines)

    async def begin(self, store: Store, change: Callable[[int, str], None]) -> None:
        """Go to a new line; `store` is called with its first word, `change` from then on."""
        line = FixLine(None, _("New"))

        def keep(title: str) -> None:
            if line.key is not None:
                change(line.key, title)
            elif title.strip():
                line.become(*store(title))

        line.field.bind_slot(Slot("", keep))
        self._lines.append(line)
        await self.mount(line)
        self.screen.set_focus(line.query_one(Input))

    def on_fix_line_left_empty(self, event: FixLine.LeftEmpty) -> None:
        """A line that was never stored is gone; whoever stored it hears of another."""
        if event.key is None and event.line in self._lines:
            event.stop()
            self._lines.remove(event.line)
            event.line.remove()

    def on_field_last_left(self, event: Field.LastLeft) -> None:
        if self._lines and self._lines[-1].title:
            event.stop()
            self.post_message(self.MoreAsked())
