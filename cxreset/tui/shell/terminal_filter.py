"""The last gate before the terminal: nothing that was written by others can act there.

Screens already show text through `cxreset.base.text.shown`; but fields show their value as it is,
and a widget may forget. This filter sees every line that any widget draws.
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# C0 and C1 controls, direction marks and overrides, byte order mark, line and paragraph
# separators, lone surrogates, tag characters.
_ACTS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class TerminalFilter(LineFilter):
    """Takes out what could act, cell by cell, so that columns stay where they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(_ACTS.search(segment.text) for segment in segments):
            return segments
        return [
            Segment(_ACTS.sub(_still, text), style, control) for text, style, control in segments
        ]


def _still(match: re.Match[str]) -> str:
    return "\N{REPLACEMENT CHARACTER}" * cell_len(match.group())
