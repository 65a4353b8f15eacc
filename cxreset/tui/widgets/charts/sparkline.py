"""A series in one row of small bars. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

BARS: Final = "▁▂▃▄▅▆▇█"
MOST: Final = 12


def sparkline(values: Sequence[float], *, from_zero: bool = False) -> Content:
    """A bar a value, the last `MOST` of them, the last in the text's colour; none for no values.

    The lowest is the lowest bar, or zero is with `from_zero` (counts); all alike are in the middle.
    """
    recent = values[-MOST:]
    if not recent:
        return Content("")
    low, high = (0.0 if from_zero else min(recent)), max(recent)
    bars = "".join(_bar(value, low, high) for value in recent)
    return Content.assemble((bars[:-1], "$text-muted"), (bars[-1], "$foreground"))


def _bar(value: float, low: float, high: float) -> str:
    if high <= low:
        return BARS[0] if not high else BARS[len(BARS) // 2 - 1]
    return BARS[round((value - low) / (high - low) * (len(BARS) - 1))]
