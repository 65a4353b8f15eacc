"""The words of one line of the reading list, cut to the cells they have."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from cxreset.base.text import one_line

PAINS_WIDTH = 9


def cut(text: str, width: int) -> str:
    """The start of a text on one line, at most `width` terminal cells wide, `…` where it was cut.

    Wide characters count as two cells. Variation selectors are left out: terminals disagree about
    their width, and one wrong guess would shift the rest of the line.
    """
    flat = one_line(text[: 4 * width + 80]).replace("\ufe0e", "").replace("\ufe0f", "")
    if cell_len(flat) <= width and len(text) <= 4 * width + 80:
        return flat
    return set_cell_size(flat, max(0, width - 1)).rstrip() + "…" if width else ""


def pain_refs(pains: tuple[str, ...]) -> str:
    """`P1 P2`, or `P1 P2 +3` where there is no room for all."""
    refs = " ".join(pains)
    shown = len(pains)
    while len(refs) > PAINS_WIDTH and shown > 1:
        shown -= 1
        refs = f"{' '.join(pains[:shown])} +{len(pains) - shown}"
    return refs
