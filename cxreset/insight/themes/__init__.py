"""What recurs in customers' comments, suggested with the words that prove it.

    found = suggest(items, drivers)          # found.themes, found.by_category, found.notes
    split(theme, items)                      # the smaller themes inside one
    rest(theme, parts, items)                # what of it is in none of them
    merge([one, other])                      # one theme of several
    rename(theme, "Nobody calls back")
    masked(example)                          # without telephone numbers and the like

Pure and deterministic: the same items in the same order give the same answer, on any machine.
"""

from __future__ import annotations

from cxreset.insight.themes.masking import masked
from cxreset.insight.themes.model import (
    CATEGORY,
    DRIVER,
    PHRASE,
    Driver,
    Example,
    Item,
    Suggestions,
    Term,
    Theme,
)
from cxreset.insight.themes.suggest import merge, rename, rest, split, suggest

__all__ = [
    "CATEGORY",
    "DRIVER",
    "PHRASE",
    "Driver",
    "Example",
    "Item",
    "Suggestions",
    "Term",
    "Theme",
    "masked",
    "merge",
    "rename",
    "rest",
    "split",
    "suggest",
]
