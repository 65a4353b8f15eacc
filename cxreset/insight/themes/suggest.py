"""Themes out of comments: drivers and phrases compete, and the best few are picked."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.insight.themes.model import Driver, Item, Suggestions, Theme

LIMIT = 10
"""How many themes are suggested unless said."""


def suggest(items: Sequence[Item], drivers: Sequence[Driver], *, limit: int = LIMIT) -> Suggestions:
    """At most `limit` themes of `items`, best first; ids of items are taken as unique."""
    return Suggestions((), (), (), 0, len(items), "")


def split(theme: Theme, items: Sequence[Item], *, limit: int = 6) -> tuple[Theme, ...]:
    """The smaller themes inside `theme`, found by phrases; () when its comments are of a piece.

    `items` may be all items: those of the theme are picked out.
    """
    return ()


def merge(themes: Sequence[Theme]) -> Theme:
    """One theme of several, under the name and id of the first; at least one is needed."""
    raise NotImplementedError
