"""The line at the bottom: the keys that work here now; a click on one is the same as its key.

Textual's Footer mounts a widget for each key, which is a fifth of the time until the first screen
can be used; this one draws them as one line. What does not fit is left to the palette.
"""

from __future__ import annotations

from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from cxreset.tui.commands.command import available


class KeyLine(Widget):
    """Keys and names of the commands that want to be seen."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        app, width = self.app, self.content_size.width
        last = _item("^p", "ctrl+p", "All commands")
        line = Content("")
        for active in available(self.screen):
            binding = active.binding
            if not binding.show:
                continue
            item = _item(app.get_key_display(binding), binding.key, binding.description)
            if line.cell_length + item.cell_length + last.cell_length + 3 > width:
                break
            line = Content.assemble(line, item, "  ")
        space = max(1, width - line.cell_length - last.cell_length)
        return Content.assemble(line, " " * space, last)


def _item(display: str, key: str, name: str) -> Content:
    click = Style.from_meta({"@click": ("app.simulate_key", (key,))})
    return Content.assemble((display, click + Style(bold=True)), (f" {name}", click))
