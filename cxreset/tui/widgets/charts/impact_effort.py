"""The impact–effort picture: five by five squares, what stands in them, and their names."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from cxreset.insight.priority import (
    BIG_PROJECT,
    QUICK_WIN,
    SMALL_GAIN,
    THINK_TWICE,
    Cell,
    Grid,
    impact_effort_grid,
)
from cxreset.tui.widgets.links import DrawnLinks

SQUARE = 6  # columns a square
MARGIN = 4  # columns at the left, for the impact
HIGH = 4  # where the right half begins
TINTS = {
    QUICK_WIN: "on $tint",
    BIG_PROJECT: "on $panel",
    SMALL_GAIN: "on $surface",
    THINK_TWICE: "on $background",
}


class ImpactEffort(DrawnLinks):
    """Impact upward, effort to the right. A click on an id says so with `Picked`."""

    grid: reactive[Grid] = reactive(impact_effort_grid(()))

    class Picked(Message):
        """The leader clicked an id in the picture."""

        def __init__(self, ref: str) -> None:
            super().__init__()
            self.ref = ref

    def render(self) -> Content:
        rows = [_names(QUICK_WIN, BIG_PROJECT)]
        for row in self.grid.rows:
            rows.append(
                Content.assemble(
                    (f"{row[0].impact:>3} ", "$text-muted"), *(_square(cell) for cell in row)
                )
            )
        rows.append(_names(SMALL_GAIN, THINK_TWICE))
        numbers = "".join(f"{effort:^{SQUARE}}" for effort in range(1, 6))
        rows.append(Content.styled(" " * MARGIN + numbers, "$text-muted"))
        axes = "up: impact   to the right: effort"
        rows.append(Content.styled(f"{axes:>{MARGIN + 5 * SQUARE}}", "$text-muted"))
        return Content("\n").join(rows)

    def action_pick(self, ref: str) -> None:
        self.post_message(self.Picked(ref))


def _names(left: str, right: str) -> Content:
    """The two names above or below the squares they belong to."""
    wide = (HIGH - 1) * SQUARE
    text = f"{left:^{wide}}{right:^{5 * SQUARE - wide}}"
    return Content.styled(" " * MARGIN + text, "$text-muted")


def _square(cell: Cell) -> Content:
    """As many ids as fit; `+2` stands for those that do not."""
    shown: list[str] = []
    for index, ref in enumerate(cell.refs):
        left = len(cell.refs) - index - 1
        if len(" ".join([*shown, ref, *([f"+{left}"] if left else [])])) > SQUARE:
            break
        shown.append(ref)
    hidden = len(cell.refs) - len(shown)
    text = " ".join([*shown, *([f"+{hidden}"] if hidden else [])])
    before = (SQUARE - len(text)) // 2
    content = Content(f"{' ' * before}{text}".ljust(SQUARE)).stylize(TINTS[cell.quadrant])
    at = before
    for ref in shown:
        content = content.stylize("bold", at, at + len(ref))
        content = content.stylize(Style.from_meta({"@click": ("pick", (ref,))}), at, at + len(ref))
        at += len(ref) + 1
    return content
