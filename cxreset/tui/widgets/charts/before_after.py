"""Before and after with the range in which the true figure likely lies, on one named scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.insight.figures.chart_data import Axis, Label, Range, axis_of, ranges_words
from cxreset.insight.figures.kinds import Wording
from cxreset.tui.widgets.charts.canvas import Canvas

WIDEST: Final = 90  # cells: longer lines say no more
ELSEWHERE: Final = "A place that stayed as it was"
POINT: Final = "●"


class BeforeAfter(Widget):
    """The picture; the words beside each row say the same, so nothing is shown by colour alone."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._rows: tuple[Range, ...] = ()
        self._wording: Wording | None = None
        self._target: float | None = None

    def show(self, rows: Sequence[Range], words: Wording, target: float | None = None) -> None:
        """Draw these rows, in the shown unit; `target` is what was expected, on the scale too."""
        self._rows, self._wording, self._target = tuple(rows), words, target
        self.tooltip = self.words() or None
        self.refresh(layout=True)

    def words(self) -> str:
        """The picture in words: `Before 61 %, likely 54 % to 68 %, on 180. After …`"""
        return ranges_words(self._rows, self._wording.kind.shown) if self._wording else ""

    def render(self) -> Content:
        if not self._rows or self._wording is None:
            return Content("")
        kind = self._wording.kind
        axis = axis_of(kind, self._rows, target=self._target)
        head = [_("95 % range, {scale}").format(scale=self._wording.scale)]
        if self._target is not None:
            head.append(_("expected {target}").format(target=kind.shown(self._target)))
        return Content("\n").join(
            [
                Content.styled("; ".join(head), "$text-muted"),
                *whiskers(self._rows, min(WIDEST, self.size.width), axis, kind.shown),
            ]
        )


def whiskers(rows: Sequence[Range], width: int, axis: Axis, label: Label) -> list[Content]:
    """Before and after on one scale: `├──●──┤` and `┣━━◆━━┫`, answers left, value right.

    The comparison place stands under a line of its own. The last line is the scale, in round steps.
    """
    left, right = 18, 10
    room = max(10, width - left - right)
    low, high = axis.marks[0], axis.marks[-1]

    def column(value: float) -> int:
        return left + (
            round((value - low) / (high - low) * (room - 1)) if high > low else room // 2
        )

    lines = []
    for number, row in enumerate(rows):
        if row.is_elsewhere and not (number and rows[number - 1].is_elsewhere):
            lines.append(Content.styled(_(ELSEWHERE), "$text-muted"))
        canvas = Canvas(width, 1)
        strong = row.is_after and not row.is_elsewhere
        style = "bold $primary" if strong else "$text-muted"
        canvas.put(0, 0, row.label, "bold" if strong else "")
        canvas.put(9, 0, whole(row.answers).rjust(7) if row.answers else "", "$text-muted")
        if row.low is not None and row.high is not None:
            bar, start, end = ("━", "┣", "┫") if strong else ("─", "├", "┤")
            first, last = column(row.low), column(row.high)
            canvas.put(first, 0, start + bar * max(0, last - first - 1) + end, style)
        canvas.put(column(row.value), 0, "◆" if strong else POINT, style)
        canvas.put(width - right, 0, label(row.value).rjust(right), "bold")
        lines.extend(canvas.lines())
    return [*lines, _scale(axis.marks, column, width - right, label)]


def _scale(
    ticks: Sequence[float], column: Callable[[float], int], end: int, label: Label
) -> Content:
    """The marks of a scale that have room, each under its value."""
    canvas, free = Canvas(end, 1), 0
    for tick in ticks:
        text = label(tick)
        start = min(column(tick) - len(text) // 2, end - len(text))
        if start >= free:
            canvas.put(start, 0, text, "$text-muted")
            free = start + len(text) + 2
    return canvas.lines()[0]
