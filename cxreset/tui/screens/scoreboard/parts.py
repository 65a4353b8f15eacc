"""What every part of the scoreboard is made of: a head, a name with its value."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.text import one_line

MUTED = "$text-muted"


def head(title: str, aside: str, width: int) -> Content:
    """A part's name, and at the right edge what goes with it."""
    title = one_line(title.upper(), max(8, width - len(aside) - 2))  # ß becomes two letters
    space = " " * max(1, width - len(title) - len(aside))
    return Content.assemble((title, f"bold {MUTED}"), space, (aside, MUTED))


def pair(name: str, value: str | Content, width: int) -> Content:
    """A name, and its value at the right edge."""
    shown = Content.styled(value, "bold") if isinstance(value, str) else value
    name = one_line(name, max(8, width - shown.cell_length - 3))
    return Content.assemble(
        "  ", name, " " * max(1, width - 2 - len(name) - shown.cell_length), shown
    )
