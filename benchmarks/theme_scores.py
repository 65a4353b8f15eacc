"""How good suggestions are, told by files whose comments carry their true reason.

A reason is hit when it owns one of the first five suggestions: at least half of the suggestion's
comments have that reason, and they are at least 15 % of the reason's complaints. Purity is the
mean, over the first five, of the share of their comments that have their most frequent reason.
Every figure is the mean of a few draws from the file.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import chain

from cxreset.insight.themes import Driver, Suggestions, Theme, suggest
from cxreset.workbook.feedback.theme_items import FeedbackItem

REASONS, SUGGESTED, FIRST = 3, 5, 3
PRECISION, RECALL = 0.5, 0.15
DRAW = 0.7  # of a file
SAMPLE = 0.3  # what is left when it is asked whether the first suggestions stay
SEVERAL = "; "
"""What stands between the true reasons of one comment."""


@dataclass(frozen=True)
class Labelled:
    """A file's comments; the true reasons of each, none when unknown; and whether it praises."""

    items: Sequence[FeedbackItem]
    reasons: Sequence[Sequence[str]]
    praise: Sequence[bool]


@dataclass(frozen=True)
class Scores:
    """`hits` and `object_hits` of 3, `either` with the better of both lists; `purity`, `praise`
    (share of comments that praise) and `kept` (of the first 3, in a 30 % sample) of the first 5.
    """

    hits: float
    object_hits: float
    either: float
    purity: float
    praise: float
    kept: float


def owned(
    themes: Sequence[Theme], reasons: Sequence[Sequence[str]], frequent: Counter[str]
) -> dict[str, list[str]]:
    """Each of the most frequent reasons -> the names of the first suggestions it owns."""
    owners: dict[str, list[str]] = {
        reason: [] for reason, _ in sorted(frequent.items(), key=lambda r: (-r[1], r[0]))[:REASONS]
    }
    for theme in themes[:SUGGESTED]:
        inside = Counter(chain.from_iterable(reasons[number - 1] for number in theme.items))
        for reason in owners:
            enough = inside[reason] >= PRECISION * theme.count
            if enough and inside[reason] >= RECALL * frequent[reason]:
                owners[reason].append(theme.name)
    return owners


def purity(themes: Sequence[Theme], reasons: Sequence[Sequence[str]]) -> float:
    """Mean share (0..1) of the most frequent reason among the labelled comments of a suggestion."""
    shares = []
    for theme in themes[:SUGGESTED]:
        labelled = [reasons[number - 1] for number in theme.items if reasons[number - 1]]
        if labelled:
            most = max(Counter(chain.from_iterable(labelled)).values())
            shares.append(most / len(labelled))
    return sum(shares) / len(shares) if shares else 0.0


def praised(themes: Sequence[Theme], praise: Sequence[bool]) -> float:
    """Share (0..1) of comments that praise, among all of the first suggestions."""
    speech = [praise[number - 1] for theme in themes[:SUGGESTED] for number in theme.items]
    return sum(speech) / len(speech) if speech else 0.0


def score(
    file: Labelled,
    drivers: Sequence[Driver],
    *,
    names: Sequence[str] = (),
    draws: int = 5,
    most: int = 5_000,
) -> Scores:
    """The figures of one file, each the mean of `draws` of at most `most` comments."""
    chance = random.Random(7)
    drawn = []
    for _ in range(draws):
        size = min(most, round(len(file.items) * DRAW))
        items = chance.sample(file.items, size)
        part = chance.sample(items, round(size * SAMPLE))
        found = suggest(items, drivers, names=names)
        again = suggest(part, drivers, names=names)
        drawn.append(_scores(file, items, found, again))
    return Scores(*(sum(getattr(s, f.name) for s in drawn) / len(drawn) for f in fields(Scores)))


def _scores(
    file: Labelled, items: Sequence[FeedbackItem], found: Suggestions, again: Suggestions
) -> Scores:
    frequent = Counter(
        chain.from_iterable(
            file.reasons[item.id - 1] for item in items if not file.praise[item.id - 1]
        )
    )
    by_reason = owned(found.themes, file.reasons, frequent)
    by_object = owned(found.objects, file.reasons, frequent)
    hits = sum(map(bool, by_reason.values()))
    object_hits = sum(map(bool, by_object.values()))
    ids = {theme.id for theme in again.themes[:SUGGESTED]}
    return Scores(
        hits=hits,
        object_hits=object_hits,
        either=max(hits, object_hits),
        purity=purity(found.themes, file.reasons),
        praise=praised(found.themes, file.praise),
        kept=sum(theme.id in ids for theme in found.themes[:FIRST]),
    )


def shuffled_alike(items: Sequence[FeedbackItem], drivers: Sequence[Driver]) -> bool:
    """Do the same comments in another order give the same list?"""
    other = list(items)
    random.Random(3).shuffle(other)
    one, two = suggest(items, drivers), suggest(other, drivers)
    return [(t.id, t.name, set(t.items)) for t in one.themes] == [
        (t.id, t.name, set(t.items)) for t in two.themes
    ]
