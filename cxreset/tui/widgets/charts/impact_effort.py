"""The impact–effort picture: five by five squares, what stands in them, and their names.

The one in hand is marked; squares are two rows high where there is room. Where there are few
colours to part the quarters, a line does.
"""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from cxreset.base.language.words import _
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
    in_hand: reactive[str] = reactive("")
    """The id that is worked on; empty for none."""
    tall: reactive[bool] = reactive(False, layout=True)

    class Picked(Message):
        """The leader clicked an id in the picture."""

        def __init__(self, ref: str) -> None:
            super().__init__()
            self.ref = ref

    def render(self) -> Content:
        rows = [_names(QUICK_WIN, BIG_PROJECT)]
        for row in self.grid.rows:
            squares = [self._square(cell) for cell in row]
            rows.append(
                Content.assemble((f"{row[0].impact:>3} ", "$text-muted"), *self._parted(squares))
            )
            if self.tall:
                blank = [_filled(" " * SQUARE, cell) for cell in row]
                rows.append(Content.assemble(" " * MARGIN, *self._parted(blank)))
        rows.append(_names(SMALL_GAIN, THINK_TWICE))
        numbers = "".join(f"{effort:^{SQUARE}}" for effort in range(1, 6))
        rows.append(Content.styled(" " * MARGIN + numbers, "$text-muted"))
        left, right = _("↑ impact"), _("effort →")
        space = " " * (5 * SQUARE - len(left) - len(right))
        rows.append(Content.styled(" " * MARGIN + left + space + right, "$text-muted"))
        return Content("\n").join(rows)

    def _parted(self, squares: list[Content]) -> list[Content]:
        """With a line between the left and the right half where no colour parts them."""
        if not self.is_attached or not self.app.current_theme.ansi:
            return squares
        first = squares[HIGH - 1]
        parted = Content.assemble(("╎", "$line"), first[1:])
        return [*squares[: HIGH - 1], parted, *squares[HIGH:]]

    def _square(self, cell: Cell) -> Content:
        """As many ids as fit; `+2` stands for those that do not."""
        names = [f"▸{ref}" if ref == self.in_hand else ref for ref in cell.refs]
        shown: list[str] = []
        for index, name in enumerate(names):
            left = len(names) - index - 1
            if len(" ".join([*shown, name, *([f"+{left}"] if left else [])])) > SQUARE:
                break
            shown.append(name)
        hidden = len(names) - len(shown)
        text = " ".join([*shown, *([f"+{hidden}"] if hidden else [])])
        before = (SQUARE - len(text)) // 2
        content = _filled(f"{' ' * before}{text}".ljust(SQUARE), cell)
        at = before
        for ref, name in zip(cell.refs, shown, strict=False):
            style = "bold $primary" if ref == self.in_hand else "bold"
            content = content.stylize(style, at, at + len(name))
            content = content.stylize(_pick(ref), at, at + len(name))
            at += len(name) + 1
        return content

    def action_pick(self, ref: str) -> None:
        self.post_message(self.Picked(ref))


def _names(left: str, right: str) -> Content:
    """The two names above or below the squares they belong to."""
    wide = (HIGH - 1) * SQUARE
    text = f"{_(left):^{wide}}{_(right):^{5 * SQUARE - wide}}"
    return Content.styled(" " * MARGIN + text, "$text-muted")


def _filled(text: str, cell: Cell) -> Content:
    return Content(text).stylize(TINTS[cell.quadrant])


def _pick(ref: str) -> Style:
    return Style.from_meta({"@click": ("pick", (ref,))})
