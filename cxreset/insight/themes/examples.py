"""The most telling comments of a theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxreset.insight.themes.model import Example, Item
from cxreset.insight.themes.words import tokens

EXAMPLES = 6
LOOKED_AT = 400
Places = Callable[[int], list[tuple[int, ...]]]
"""For the index of a text: the tokens of it that put it into the theme."""


def examples(items: Sequence[Item], docs: Sequence[int], places: Places) -> tuple[Example, ...]:
    """Up to EXAMPLES comments that hold several of the theme's words and are of middling length.

    Spread over files and channels where there are several; the same words are shown once.
    """
    step = max(1, len(docs) // LOOKED_AT)
    looked_at = docs[::step][:LOOKED_AT]
    lengths = sorted(len(items[index].text) for index in looked_at)
    low, high = lengths[len(lengths) // 4], lengths[(len(lengths) * 3) // 4]
    held = {index: places(index) for index in looked_at}

    def key(index: int) -> tuple[int, int, int]:
        length = len(items[index].text)
        kinds = len({items[index].text[a:b].lower() for a, b in _spans(items[index], held[index])})
        off = low - length if length < low else max(0, length - high)
        return (off > 0, -min(kinds, 4), index) if off else (False, -min(kinds, 4), index)

    ranked = sorted(looked_at, key=key)
    chosen: list[int] = []
    for strict in (True, False):  # first from other files and channels, then from anywhere
        for index in ranked:
            if len(chosen) == EXAMPLES:
                break
            if index not in chosen and _adds(items, chosen, index, strict):
                chosen.append(index)
    return tuple(
        Example(items[n].id, items[n].text, tuple(_spans(items[n], held[n]))) for n in chosen
    )


def _adds(items: Sequence[Item], chosen: Sequence[int], index: int, strict: bool) -> bool:
    item = items[index]
    for other in chosen:
        if items[other].text.split() == item.text.split():
            return False
        if strict and (items[other].source, items[other].channel) == (item.source, item.channel):
            return False
    return True


def _spans(item: Item, places: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Where those tokens stand in the text; neighbours of one term are one span."""
    found = tokens(item.text)
    spans: list[tuple[int, int]] = []
    wanted = sorted({at for term in places for at in term})
    last = -2
    for at in wanted:
        start, end = found[at].span()
        if at == last + 1 and item.text[spans[-1][1] : start].isspace():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = at
    return spans
