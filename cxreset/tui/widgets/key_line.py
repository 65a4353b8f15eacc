"""The line at the bottom: the keys that work here now; a click on one is the same as its key.

Left what the focus can do, right what is the same everywhere, always in the same place. A pair that
does not fit is left out whole, from the end of the left group: the palette has it.

Textual's Footer mounts a widget for each key, which is a fifth of the time until the first screen
can be used; this one draws them as one line.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from cxreset.tui.commands.command import available
from cxreset.tui.widgets.links import DrawnLinks

MOST = 6
"""Pairs at the left."""
SHORT_BELOW = 100  # columns below which `All commands` is `All`
FEWER_BELOW = 76  # columns below which only Help and All stand at the right
GAP = "  "
RIGHT = ("undo", "go('help')")
"""The actions that stand at the right."""


class KeyLine(DrawnLinks):
    """Keys and names of the commands that want to be seen."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        shown = [active for active in available(self.screen) if active.binding.show]
        right = self._right(shown, self.size.width)
        line, pairs = Content(""), 0
        for active in shown:
            if active.binding.action in RIGHT or pairs == MOST:
                continue
            item = self._item(active)
            if line.cell_length + item.cell_length + right.cell_length + len(GAP) > width:
                break
            line, pairs = Content.assemble(line, item, GAP), pairs + 1
        space = max(1, width - line.cell_length - right.cell_length)
        return Content.assemble(line, " " * space, right)

    def _right(self, shown: Sequence[ActiveBinding], width: int) -> Content:
        """`u Undo  ? Help  ^p All commands`, of which there is what can be done here."""
        by_action = {active.binding.action: active for active in shown}
        actions = RIGHT[1:] if width < FEWER_BELOW else RIGHT
        items = [self._item(by_action[action]) for action in actions if action in by_action]
        every = "All" if width < SHORT_BELOW else "All commands"
        return Content(GAP).join([*items, _pair("^p", "ctrl+p", every)])

    def _item(self, active: ActiveBinding) -> Content:
        binding = active.binding
        return _pair(self.app.get_key_display(binding), binding.key, binding.description)


def _pair(display: str, key: str, name: str) -> Content:
    click = Style.from_meta({"@click": ("app.simulate_key", (key,))})
    return Content.assemble((display, "bold $foreground"), f" {name}").stylize(click)
