"""How often a theme stays when half of the comments are left out.

The halves depend on what the comments say and not on their order, so the answer is the same each
time. This takes as long as ROUNDS suggestions of half the comments, or of MOST of them in a large
file: ask for it behind the screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import blake2b

from cxreset.insight.themes.model import Driver, Item
from cxreset.insight.themes.suggest import LIMIT, suggest

ROUNDS = 5
FEWEST = 60
"""With fewer comments a half says nothing."""
MOST = 5_000
"""Comments in one half at most: what stays in so many stays in more."""


def reliability(
    items: Sequence[Item],
    drivers: Sequence[Driver],
    *,
    limit: int = LIMIT,
    names: Sequence[str] = (),
    go_on: Callable[[], None] = lambda: None,
) -> dict[str, float]:
    """Theme id -> the share (0..1) of halves in which it is suggested again; {} for few comments.

    A theme that no half suggests is left out. `go_on` is called before each half and may raise to
    stop.
    """
    if len(items) < FEWEST:
        return {}
    part = min(0.5, MOST / len(items))
    found: Counter[str] = Counter()
    for turn in range(ROUNDS):
        go_on()
        half = [item for item in items if _kept(item, turn, part)]
        themes = suggest(half, drivers, limit=limit, names=names).themes
        found.update(theme.id for theme in themes)
    return {ident: times / ROUNDS for ident, times in found.items()}


def _kept(item: Item, turn: int, part: float) -> bool:
    """Is the comment in this half? Its number tells those apart that say the same."""
    words = f"{turn} {item.id} {item.text}".encode("utf-8", "replace")
    # A checksum will not do: those of two turns differ by the same bits for every comment.
    drawn = int.from_bytes(blake2b(words, digest_size=4).digest(), "big")
    return drawn < part * 2**32
