"""A figure week by week: its usual range, and whether it has shifted.

The range allows for weeks that wobble more than chance does (Laney, D. B. (2002), Improved control
charts for attributes, Quality Engineering 14:531-537). The rule for a shift is one split of the
last twelve weeks; a stable series shows none in at least 95 of 100 series of twelve weeks. It is
no substitute for a planned before and after: at 50 answers a week it sees a rise of ten points in
one of six series.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf, sqrt
from typing import Final, NamedTuple

from cxreset.base.language.words import _
from cxreset.insight.figures.intervals import Interval
from cxreset.insight.figures.kinds import Wording
from cxreset.insight.figures.samples import BareScore, Mean, Rate, Sample, Score, Share

FEWEST_WEEKS: Final = 6
"""Below: points and counts, no range, no rule."""
WEEKS_FOR_SHIFT: Final = 8
LOOKED_BACK: Final = 12
"""The rule looks at this many of the last whole weeks."""
EACH_SIDE: Final = 4
SHIFT_BOUND: Final = 3.25
_LIMIT: Final = 3.0
_MOVING_RANGE: Final = 1.128  # mean distance of two standard normal values


class Usual(NamedTuple):
    """The usual level of a series: pooled value, variance of one answer, and wobble (>= 1)."""

    value: float
    variance: float
    wobble: float
    least: float  # the ends of the scale
    most: float

    def range(self, answers: int) -> Interval:
        """Where a week with that many answers usually lies."""
        reach = _LIMIT * self.wobble * sqrt(self.variance / answers)
        return Interval(self.value - reach, self.value + reach).within(self.least, self.most)


class Shift(NamedTuple):
    """A split of a series: after week `after` (1, 2, …) it lies otherwise, by `difference`.

    `z` is the distance from no shift, in standard errors that allow for the wobble.
    """

    after: int
    z: float
    difference: float

    @property
    def is_clear(self) -> bool:
        """Whether the rule calls it a shift."""
        return abs(self.z) > SHIFT_BOUND


def usual(weeks: Sequence[Sample]) -> Usual | None:
    """The usual level of whole weeks with answers; None under six, or when all are alike."""
    if len(weeks) < FEWEST_WEEKS:
        return None
    pooled = pool(weeks)
    if pooled.variance <= 0:
        return None
    least, most = _ends(pooled)
    return Usual(pooled.value, pooled.variance, _wobble(weeks, pooled), least, most)


def shift(weeks: Sequence[Sample]) -> Shift | None:
    """The most telling split of the last twelve whole weeks; None under eight, or when alike."""
    if len(weeks) < WEEKS_FOR_SHIFT:
        return None
    recent = weeks[-LOOKED_BACK:]
    level = usual(recent)
    if level is None:
        return None
    skipped = len(weeks) - len(recent)
    found = []
    for split in range(EACH_SIDE, len(recent) - EACH_SIDE + 1):
        early, late = pool(recent[:split]), pool(recent[split:])
        error = level.wobble * sqrt(level.variance * (1 / early.total + 1 / late.total))
        difference = late.value - early.value
        found.append(Shift(skipped + split, difference / error, difference))
    return max(found, key=lambda one: abs(one.z))


def pool(samples: Sequence[Sample]) -> Sample:
    """Several counts as one (never the mean of their percentages); at least one, all of a kind."""
    first = samples[0]
    total = sum(sample.total for sample in samples)
    if isinstance(first, Share):
        return Share(sum(one.hits for one in samples if isinstance(one, Share)), total)
    if isinstance(first, Rate):
        return Rate(sum(one.events for one in samples if isinstance(one, Rate)), total)
    if isinstance(first, Score):
        scores = [one for one in samples if isinstance(one, Score)]
        promoters = sum(one.promoters for one in scores)
        return Score(promoters, sum(one.detractors for one in scores), total)
    mean = sum(one.value * one.total for one in samples) / total
    variance = sum(one.variance * (one.total - 1) for one in samples)
    variance += sum(one.total * (one.value - mean) ** 2 for one in samples)
    if isinstance(first, BareScore):
        return BareScore(mean, total)
    return Mean(mean, sqrt(variance / max(1, total - 1)), total)


def shift_sentence(found: Shift | None, weeks: int, words: Wording) -> str:
    """What the rule says of a series of `weeks` whole weeks; never that nothing changed."""
    if weeks < WEEKS_FOR_SHIFT:
        return _(
            "A shift is looked for from {WEEKS_FOR_SHIFT} whole weeks on; there are {weeks}."
        ).format(WEEKS_FOR_SHIFT=WEEKS_FOR_SHIFT, weeks=weeks)
    if found is None or not found.is_clear:
        return _("No shift is seen; a small one would not show.")
    size = words.difference(found.difference, words.digits(found.difference))
    lower = _(
        "Since week {number} the figure lies lower ({size}) than chance would explain in 19 of 20 "
        "such series of 12 weeks."
    )
    higher = _(
        "Since week {number} the figure lies higher ({size}) than chance would explain in 19 of 20 "
        "such series of 12 weeks."
    )
    way = higher if found.difference > 0 else lower
    return way.format(number=found.after + 1, size=size)


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two; at least one value."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def _wobble(weeks: Sequence[Sample], pooled: Sample) -> float:
    """How much more neighbouring weeks differ than chance alone makes them; at least 1."""
    distances = [(week.value - pooled.value) / sqrt(pooled.variance / week.total) for week in weeks]
    steps = [abs(later - sooner) for sooner, later in pairwise(distances)]
    return max(1.0, sum(steps) / len(steps) / _MOVING_RANGE)


def _ends(sample: Sample) -> tuple[float, float]:
    """Beyond which a figure of this kind cannot lie; a mean's scale is not known here."""
    if isinstance(sample, Share):
        return 0.0, 1.0
    if isinstance(sample, Rate):
        return 0.0, inf
    return (-inf, inf) if isinstance(sample, Mean) else (-1.0, 1.0)
