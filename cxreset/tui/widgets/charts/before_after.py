"""Two bars, before and after, each with the range in which the true figure likely lies."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.content import Content
from textual.widget import Widget

LABEL: Final = 8
WORDS: Final = 34
SOLID, LIKELY, FIGURE = "█", "▒", "┃"


class Bar(NamedTuple):
    """One figure in its shown unit (%, NPS, per 1,000) with its 95 % interval."""

    label: str
    value: float
    low: float
    high: float


class BeforeAfter(Widget):
    """The picture; the words beside each bar say the same, so nothing is shown by colour alone."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.bars: tuple[Bar, ...] = ()
        self.unit = ""
        self.signed = False

    def show(self, bars: tuple[Bar, ...], unit: str, *, signed: bool = False) -> None:
        """Draw these bars; `signed` figures (NPS) carry their sign."""
        self.bars, self.unit, self.signed = bars, unit, signed
        self.tooltip = self.words() or None
        self.refresh(layout=True)

    def words(self) -> str:
        """The picture in words: `Before 61 %, likely 54 to 68. After 76 %, likely 69 to 82.`"""
        return " ".join(f"{bar.label} {self._value_text(bar)}." for bar in self.bars)

    def _value_text(self, bar: Bar) -> str:
        digits = 0 if max(abs(each.high) for each in self.bars) >= 10 else 1
        value, low, high = (
            f"{each:{'+' if self.signed else ''}.{digits}f}".replace("-", "−")
            for each in (bar.value, bar.low, bar.high)
        )
        return f"{value}{self.unit}, likely {low} to {high}"

    def render(self) -> Content:
        if not self.bars:
            return Content("")
        room = max(10, self.size.width - LABEL - WORDS - 2)
        left = min(0.0, *(bar.low for bar in self.bars))
        right = max(0.0, *(bar.high for bar in self.bars))
        parts: list[tuple[str, str]] = []
        for bar in self.bars:
            style = "$text-muted" if bar is self.bars[0] and len(self.bars) > 1 else "$primary"
            parts += [
                (f"{bar.label:{LABEL}}", ""),
                (drawn(bar, left, right, room), style),
                (f"  {self._value_text(bar)}\n", ""),
            ]
        legend = f"{FIGURE} counted   {LIKELY} where the true figure likely lies (95 in 100)"
        return Content.assemble(*parts, (" " * LABEL + legend, "$text-muted"))


def drawn(bar: Bar, left: float, right: float, cells: int) -> str:
    """A bar of `cells` characters on an axis from `left` to `right`, solid from zero on."""
    span = (right - left) or 1.0
    width = span / cells
    here = min(cells - 1, int((bar.value - left) / width))
    line = []
    for cell in range(cells):
        middle = left + (cell + 0.5) * width
        if cell == here:
            line.append(FIGURE)
        elif bar.low <= middle <= bar.high:
            line.append(LIKELY)
        elif min(0.0, bar.value) <= middle <= max(0.0, bar.value):
            line.append(SOLID)
        else:
            line.append(" ")
    return "".join(line)
