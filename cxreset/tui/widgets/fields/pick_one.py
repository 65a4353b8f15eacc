"""One of many, drawn as a line; the list to pick from is there while it is open.

Textual's Select is six widgets, of which five wait to be opened; a form has several of them, and
most of the time nobody ties anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets._select import SelectOverlay
from textual.widgets.option_list import Option

from cxreset.base.language.words import N_

ARROW = "▼"
PALE = "$text-muted"
BESIDE = 2  # the arrow, and a space before it


class PickOne(Widget, can_focus=True):
    """A name, or what stands for none; enter, space, an arrow or a click opens the list."""

    BINDINGS = [Binding("enter,down,space,up", "open", N_("Show list"), show=False)]

    value: reactive[int | None] = reactive[int | None](None, layout=True)
    """The number of what is picked; None for nothing."""

    class Changed(Message):
        """The leader picked another one, or none."""

        def __init__(self, pick: PickOne, value: int | None) -> None:
            super().__init__()
            self.pick = pick
            self.value = value

        @property
        def control(self) -> PickOne:
            return self.pick

    def __init__(self, nothing: str) -> None:
        """`nothing` is what is said when nothing is picked."""
        super().__init__()
        self.nothing = nothing
        self._names: dict[int, str] = {}

    def offer(self, options: Sequence[tuple[str, int]]) -> None:
        """What can be picked: (name, number) of each."""
        names = {number: name for name, number in options}
        if names != self._names:
            self._names = names
            self.refresh(layout=True)

    @property
    def text(self) -> str:
        """The name of what is picked; empty for nothing."""
        return self._names.get(self.value, "") if self.value is not None else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        width = self.content_size.width
        first, *others = self._lines(width)
        space = (" " * max(0, width - first.cell_length - 1), "$foreground")
        return Content("\n").join([Content.assemble(first, space, (ARROW, PALE)), *others])

    def _lines(self, width: int) -> list[Content]:
        name = self._names.get(self.value) if self.value is not None else None
        line = Content(name) if name is not None else Content.styled(self.nothing, PALE)
        return line.wrap(max(1, width - BESIDE)) or [Content("")]

    # -- picking

    @property
    def _list(self) -> SelectOverlay | None:
        return next(iter(self.query(SelectOverlay)), None)

    def on_click(self) -> None:
        if self._list is None:
            self.action_open()
        else:
            self._close()

    def action_open(self) -> None:
        """Show the list, and go to what is picked, at once: the next key is meant for it."""
        if self._list is not None:
            return
        options = SelectOverlay()
        options.compact = True
        options.add_option(Option(Text(self.nothing)))
        options.add_options(Option(Text(name)) for name in self._names.values())
        numbers = [None, *self._names]
        self.mount(options)
        options.highlighted = numbers.index(self.value) if self.value in numbers else 0
        self.screen.set_focus(options, scroll_visible=False)

    @on(SelectOverlay.UpdateSelection)
    def _picked(self, event: SelectOverlay.UpdateSelection) -> None:
        event.stop()
        value = [None, *self._names][event.option_index]
        self._close()
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    @on(SelectOverlay.Dismiss)
    def _dismissed(self, event: SelectOverlay.Dismiss) -> None:
        event.stop()
        self._close(go_back=not event.lost_focus)

    def _close(self, *, go_back: bool = True) -> None:
        options = self._list
        if options is not None:
            if go_back:
                self.focus()
            options.remove()
