"""How close together comments are: do they speak of one thing, or only share a word?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log, sqrt

from cxreset.insight.themes.stems import Stems

SAMPLE = 80  # comments of a pile that are compared
UNSURE = 20  # comments of usual closeness that each pile is thought to hold beside its own


class Closeness:
    """Mean cosine of pairs of comments, over their rarer words weighed by inverse frequency."""

    def __init__(self, stems: Stems) -> None:
        self._docs = stems.docs
        total = len(stems.counted)
        self._weight = [
            log(total / stems.frequency[number])
            if stems.tells(number) and stems.frequency[number]
            else 0.0
            for number in range(len(stems.words))
        ]
        self._vectors: dict[int, dict[int, float]] = {}
        self.usual = max(self._mean(stems.counted, frozenset()), 1e-6)

    def of(self, docs: Sequence[int], apart: Collection[int]) -> float:
        """1 is as close as any comments here are to each other; 2 is twice as close.

        Few comments prove little, so theirs is drawn towards 1. The stems in `apart` do not count:
        those that put the comments together prove nothing.
        """
        known = min(len(docs), SAMPLE)
        found = self._mean(docs, frozenset(apart)) / self.usual
        return (known * found + UNSURE) / (known + UNSURE)

    def _mean(self, docs: Sequence[int], apart: frozenset[int]) -> float:
        step = max(1, len(docs) // SAMPLE)
        picked = docs[::step][:SAMPLE]
        if len(picked) < 2:
            return 0.0
        sums: dict[int, float] = {}
        own = 0.0  # of each with itself
        for index in picked:
            vector = self._vector(index)
            length = sqrt(sum(w * w for number, w in vector.items() if number not in apart))
            if not length:
                continue
            own += 1.0
            for number, weight in vector.items():
                if number not in apart:
                    sums[number] = sums.get(number, 0.0) + weight / length
        pairs = len(picked) * (len(picked) - 1)
        return max(0.0, (sum(value * value for value in sums.values()) - own) / pairs)

    def _vector(self, index: int) -> dict[int, float]:
        vector = self._vectors.get(index)
        if vector is None:
            weight = self._weight
            vector = {number: weight[number] for number in self._docs[index] if weight[number]}
            self._vectors[index] = vector
        return vector
