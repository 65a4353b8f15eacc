"""Where the parts of a screen lie in a window: a pure function of its width and height.

Widths are steps, not stretch: a text keeps its measure, and what a wide window has left goes to a
margin or a rail. All figures are cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Page = Literal["today", "week", "share", "themes"]

SMALL, WIDE, BROAD = 76, 110, 180
"""Columns: below SMALL one column with digits for weeks; from WIDE two; from BROAD three."""
LOW, TALL, HIGH = 24, 30, 50
"""Rows: below LOW nothing blank; from TALL a rule under the bar; from HIGH more of everything."""
MEASURE = 76
"""The widest a text runs."""
ROOM_FOR_WRITING = [(0, "-rows-few"), (LOW, "-rows-24"), (TALL, "-rows-30"), (HIGH, "-rows-50")]
"""From so many rows a screen has that class: a field for writing takes what is free (widgets.tcss).
"""


class Box(NamedTuple):
    """A part of the window: its upper left cell and its size."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Boxes:
    """The parts of a screen; `rail` and `margin` are None where there is no room for them."""

    bar: Box
    rail: Box | None
    main: Box
    margin: Box | None
    state: Box
    keys: Box

    def parts(self) -> list[Box]:
        """Those that there are."""
        every = (self.bar, self.rail, self.main, self.margin, self.state, self.keys)
        return [box for box in every if box is not None]


class Columns(NamedTuple):
    """Left edge and width of rail, main and margin; a width of 0 says that there is none."""

    rail: tuple[int, int]
    main: tuple[int, int]
    margin: tuple[int, int]


NONE = (0, 0)


def boxes(page: Page, width: int, height: int) -> Boxes:
    """The parts of `page` in a window of that size; the two last rows are always free."""
    bar = 2 if height >= TALL else 1
    top = bar + (1 if height >= LOW else 0)
    room = max(1, height - top - 2)
    columns = _columns(page, width)
    rail, main, margin = (Box(x, top, wide, room) if wide else None for x, wide in columns)
    assert main is not None
    return Boxes(
        bar=Box(0, 0, width, bar),
        rail=rail,
        main=main,
        margin=margin,
        state=Box(0, height - 2, width, 1),
        keys=Box(0, height - 1, width, 1),
    )


def _columns(page: Page, width: int) -> Columns:
    if width < WIDE:
        edge = 1 if width < SMALL else 2
        return Columns(NONE, (edge, width - 2 * edge), NONE)
    if width < BROAD:
        return _two(page, width)
    return _three(page, width)


def _two(page: Page, width: int) -> Columns:
    """From 110 columns: the page and what belongs beside it."""
    if page == "week":
        left = 3 + 28 + 2
        return Columns((3, 28), (left, min(84, width - left - 2)), NONE)
    if page == "share":
        left = 3 + 34 + 2
        return Columns((3, 34), (left, min(MEASURE + 4, width - left - 2)), NONE)
    beside = 32 if page == "themes" else min(38, width - 3 - 72 - 3)
    main = min(84 if page == "themes" else MEASURE, width - 3 - beside - 3)
    return Columns(NONE, (3, main), (width - beside - 1, beside))


def _three(page: Page, width: int) -> Columns:
    """From 180 columns: a rail, the page, and a margin; nothing grows wider.

    What recurs has a wider page instead of a rail; what is shared is read without a margin.
    """
    rail, main, margin = _BROAD[page]
    parts = [each for each in (rail, main, margin) if each]
    gap = min(10, (width - sum(parts)) // 4)
    left = (width - sum(parts) - gap * (len(parts) - 1)) // 2
    at = left + rail + gap if rail else left
    return Columns(
        (left, rail) if rail else NONE,
        (at, main),
        (at + main + gap, margin) if margin else NONE,
    )


_BROAD: dict[Page, tuple[int, int, int]] = {
    "today": (34, MEASURE, 46),
    "week": (34, 84, 46),
    "share": (34, MEASURE + 4, 0),
    "themes": (0, 98, 46),
}
"""Cells of rail, page and margin."""
