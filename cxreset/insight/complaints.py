"""Which comments complain: by their rating where they have one, by their words where not.

One rule for suggestions, counts on screens, exports and the command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from cxreset.insight.language.polarity import Polarity, polarities
from cxreset.insight.language.spoken import spoken
from cxreset.insight.language.texts import Texts

LOW = 0.6
"""Ratings in the lower 60 % of their scale complain: 3 of 5, 6 of 10."""
_HIGHEST = 1e6  # beyond it no scale is meant


class Comment(Protocol):
    """What of a comment tells whether it complains. `scale` is such as `1-5`, '' when unknown."""

    @property
    def text(self) -> str: ...
    @property
    def rating(self) -> float | None: ...
    @property
    def scale(self) -> str: ...


def low_rating(rating: float | None, scale: str) -> bool | None:
    """Is the rating in the lower 60 % of its scale? None without one, or without its scale.

    A scale from 1 counts from 0, as its steps do: 3 of `1-5` is three steps of five. One written
    the other way round, such as `5-1`, has its best rating last.
    """
    ends = _ends(scale)
    if rating is None or ends is None:
        return None
    first, last = ends
    if first > last:
        rating, last = first + last - rating, first
        first = min(*ends)
    start = min(first, 0.0)
    return (rating - start) / (last - start) <= LOW + 1e-9


@lru_cache(64)
def _ends(scale: str) -> tuple[float, float] | None:
    first, dash, last = scale.rpartition("-")
    try:
        ends = float(first), float(last)
    except ValueError:
        return None
    return ends if dash and ends[0] != ends[1] and max(map(abs, ends)) <= _HIGHEST else None


def complaining(comments: Sequence[Comment]) -> list[bool]:
    """For each comment whether it complains, in whatever order they are given."""
    order = sorted(range(len(comments)), key=lambda at: comments[at].text)
    ordered = [comments[at] for at in order]
    texts = Texts([comment.text for comment in ordered])
    found = complaining_as_read(ordered, texts, polarities(texts, spoken(texts)))
    by_position = dict(zip(order, found, strict=True))
    return [by_position[at] for at in range(len(comments))]


def complaining_as_read(
    comments: Sequence[Comment], texts: Texts, polarity: Sequence[Polarity | None]
) -> list[bool]:
    """The same for whoever has taken the texts apart already."""
    found = []
    for comment, doc, words in zip(comments, texts.docs, polarity, strict=True):
        low = low_rating(comment.rating, comment.scale)
        if low is None:
            low = words is None or not words.praises(doc)
        found.append(low)
    return found
