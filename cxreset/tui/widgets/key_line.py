"""The line at the bottom: the keys that work here now; a click on one is the same as its key.

Left what the focus can do, right what is the same everywhere, always in the same place. A pair that
does not fit is left out whole, from the end of the left group: the palette has it.

Textual's Footer mounts a widget for each key, which is a fifth of the time until the first screen
can be used; this one draws them as one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from cxreset.base.language.words import _
from cxreset.tui.commands.command import available
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.links import DrawnLinks

MOST = 6
"""Pairs at the left."""
SHORT_BELOW = 100  # columns below which `All commands` is `Commands`
FEWER_BELOW = 76  # columns below which only Help and Commands stand at the right
GAP = "  "
RIGHT = ("undo", "go('help')")
"""The actions that stand at the right."""
WHILE_TYPING = ("app.focus_next", "leave")
"""The actions that are shown only in a field: how to go on from it, and out of it."""


@runtime_checkable
class NamesCommands(Protocol):
    """A screen on which a command has another name for a while, after what it leads to then."""

    def command_name(self, binding: Binding) -> str:
        """The name of the command now, in the language spoken."""


class KeyLine(DrawnLinks):
    """Keys and names of the commands that want to be seen."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        self.refresh()

    def offered(self) -> list[ActiveBinding]:
        """The commands that want to be seen where the focus is now; none below a dialog."""
        if self.app.screen is not self.screen:
            return []
        commands = available(self.screen)
        typing = is_typing(self.screen) or _in_a_field(self.screen)
        ways = {each.binding.action: each for each in commands if not each.binding.show}
        first = [ways[action] for action in WHILE_TYPING if typing and action in ways]
        return [*first, *(each for each in commands if each.binding.show)]

    def render(self) -> Content:
        width = self.content_size.width
        shown = self.offered()
        right = self._right(shown, self.size.width)
        line, pairs = Content(""), 0
        for active in shown:
            if active.binding.action in RIGHT or pairs == MOST:
                continue
            item = self._item(active)
            if line.cell_length + item.cell_length + right.cell_length + len(GAP) > width:
                break
            line, pairs = Content.assemble(line, item, GAP), pairs + 1
        space = max(0, width - line.cell_length - right.cell_length)  # the line ends with a gap
        return Content.assemble(line, " " * space, right)

    def _right(self, shown: Sequence[ActiveBinding], width: int) -> Content:
        """`u Undo  ? Help  ^p All commands`, of which there is what can be done here."""
        by_action = {active.binding.action: active for active in shown}
        actions = RIGHT[1:] if width < FEWER_BELOW else RIGHT
        items = [self._item(by_action[action]) for action in actions if action in by_action]
        if not shown:
            return Content("")
        every = _("Commands") if width < SHORT_BELOW else _("All commands")
        return Content(GAP).join([*items, _pair("^p", "ctrl+p", every)])

    def _item(self, active: ActiveBinding) -> Content:
        binding, screen = active.binding, self.screen
        name = _(binding.description)
        if isinstance(screen, NamesCommands):
            name = screen.command_name(binding)
        return _pair(self.app.get_key_display(binding), binding.key, name)


def is_typing(screen: Screen[Any]) -> bool:
    """Do letters go into a text now?"""
    return screen.focused is not None and screen.focused.check_consume_key("a", "a")


def _in_a_field(screen: Screen[Any]) -> bool:
    """Is the focus in a field of a form, also in one that takes no letters?"""
    focused = screen.focused
    return focused is not None and any(isinstance(node, Field) for node in focused.ancestors)


def _pair(display: str, key: str, name: str) -> Content:
    click = Style.from_meta({"@click": ("app.simulate_key", (key,))})
    return Content.assemble((display, "bold $foreground"), f" {name}").stylize(click)
