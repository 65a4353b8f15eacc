"""What recurs in customers' comments, suggested with the words that prove it.

    found = suggest(items, drivers)          # found.themes, .objects, .by_category, .notes
    split(theme, items)                      # the smaller themes inside one
    rest(theme, parts, items)                # what of it is in none of them
    by_object(theme, found.objects, items)   # what of it speaks of which thing
    merge([one, other])                      # one theme of several
    rename(theme, "Nobody calls back")
    masked(example)                          # without telephone numbers and the like

Pure and deterministic: the same items in any order give the same answer, on any machine.
"""

from __future__ import annotations

from cxreset.insight.themes.editing import by_object, merge, rename, rest
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
from cxreset.insight.themes.suggest import split, suggest

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
    "by_object",
    "masked",
    "merge",
    "rename",
    "rest",
    "split",
    "suggest",
]
