"""Which comments complain: by their rating where they have one, by their words where not.

A comment whose words tell nothing complains: people rarely write to say nothing. Only in a file
where two in three of those that tell something praise, as in one of reviews, does it not.

One rule for suggestions, counts on screens, exports and the command line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from cxreset.insight.language.polarity import Mood, Polarity, polarities
from cxreset.insight.language.spoken import spoken
from cxreset.insight.language.texts import Texts

LOW = 0.6
"""Ratings in the lower 60 % of their scale complain: 3 of 5, 6 of 10."""
MOSTLY = 2 / 3
"""From this share of praise on among those that tell something, a file mostly praises."""
TELLING_AT_LEAST = 30  # comments of a file that tell something, for it to be known
_HIGHEST = 1e6  # beyond it no scale is meant


class Comment(Protocol):
    """What of a comment tells whether it complains. `scale` is such as `1-5`, '' when unknown.

    `source` is the file it came from, '' for none.
    """

    @property
    def text(self) -> str: ...
    @property
    def rating(self) -> float | None: ...
    @property
    def scale(self) -> str: ...
    @property
    def source(self) -> str: ...


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
    rated = [low_rating(comment.rating, comment.scale) for comment in comments]
    moods = [
        Mood.COMPLAINS if low is not None or words is None else words.mood(doc)
        for low, doc, words in zip(rated, texts.docs, polarity, strict=True)
    ]
    praising = _mostly_praising(comments, rated, moods)
    found = []
    for comment, low, mood in zip(comments, rated, moods, strict=True):
        silent = mood is Mood.SILENT and comment.source not in praising
        complains = silent or mood in (Mood.COMPLAINS, Mood.DENIES)
        found.append(complains if low is None else low)
    return found


def _mostly_praising(
    comments: Sequence[Comment], rated: Sequence[bool | None], moods: Sequence[Mood]
) -> frozenset[str]:
    """The files in which most comments without a rating that tell something praise."""
    praise: Counter[str] = Counter()
    telling: Counter[str] = Counter()
    for comment, low, mood in zip(comments, rated, moods, strict=True):
        if low is None and mood in (Mood.PRAISES, Mood.COMPLAINS):
            telling[comment.source] += 1
            praise[comment.source] += mood is Mood.PRAISES
    return frozenset(
        source
        for source, number in telling.items()
        if number >= TELLING_AT_LEAST and praise[source] >= MOSTLY * number
    )
