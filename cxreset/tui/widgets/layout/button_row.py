"""A row of buttons that shows none cut: in a narrow window the last ones are away.

What they do has a key, which the last line or the palette names.
"""

from __future__ import annotations

from textual.containers import Horizontal
from textual.widget import Widget

STAYS = "stays"
"""The class of a button that is the last to go, such as the way out."""
AWAY = "-away"
"""The class of a button that stands for nothing that can be done now."""
FOLDED = "-folded"
"""The class of a button that there is no room for now."""


class ButtonRow(Horizontal):
    """Buttons beside each other."""

    def on_resize(self) -> None:
        self.fold()

    def fold(self) -> None:
        """Show the buttons that fit whole; to be called when one has other words, comes or goes."""
        if not self.is_attached or not self.size or self.size.height > 1:
            return  # nothing to go by yet, or a grid of them, which has room
        there = [each for each in self.children if each.display or each.has_class(FOLDED)]
        lasting = [each for each in there if each.has_class(STAYS)]
        used = sum(self._width(each) for each in lasting)
        for each in there:
            if each not in lasting:
                used += self._width(each)
                each.set_class(used > self.size.width + each.styles.margin.right, FOLDED)

    def _width(self, child: Widget) -> int:
        """Cells that it takes with its margin, whether it is shown now or not."""
        styles, whole = child.styles, self.screen.size
        fixed = styles.width.cells if styles.width is not None else None
        if fixed is None:
            fixed = child.get_content_width(self.size, whole) + child.gutter.width
        least = styles.min_width.cells if styles.min_width is not None else None
        return max(int(fixed), int(least or 0)) + styles.margin.width
