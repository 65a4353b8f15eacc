"""How large a text may be set so that its box holds it; sizes in points, lengths in EMU.

Widths are those of a face somewhat wider than Calibri, for machines that have to set another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal, NamedTuple

from cxreset.sharing.pages.paper import ems

LARGEST, SMALLEST = 24, 11
BOLD = ("heading", "figure")
FIGURE = 1.8
"""How much larger a figure is set."""
HEADING = 0.8
"""What stands before a heading, in ems."""
_POINT = 12_700  # EMU
_LINE = 1.22  # a line's height in ems, with the space between lines
_BEFORE = 0.3  # what stands before a paragraph, in ems


class Line(NamedTuple):
    """A paragraph: its level (1 is a list's item), and how it is set.

    A `figure` is set larger than the others; a `heading` bold, with room before it; a `quote` in
    italics; what is `quiet` in grey.
    """

    text: str
    level: int = 0
    look: Literal["plain", "heading", "figure", "quote", "quiet"] = "plain"


def size_for(lines: Iterable[Line], width: int, height: int, largest: int = LARGEST) -> int:
    """The largest size at which these paragraphs fit; the smallest there is where none does."""
    paragraphs = list(lines)
    for size in range(largest, SMALLEST, -1):
        if text_height(paragraphs, width, size) <= height:
            return size
    return SMALLEST


def text_height(lines: Iterable[Line], width: int, size: int) -> float:
    """How high these paragraphs stand in a box of that width."""
    em = size * _POINT
    total = 0.0
    for line in lines:
        larger = FIGURE if line.look == "figure" else 1.0
        room = width / em / larger - (1.5 if line.level else 0.0)
        wide = ems(line.text) * (1.06 if line.look in BOLD else 1.0)
        before = HEADING if line.look == "heading" else _BEFORE
        total += larger * (max(1, math.ceil(wide / max(room, 1.0))) * _LINE + before)
    return total * em
