"""What was counted in one place and period, by kind of figure; and the change between two.

A sample knows its value, its size, the variance of one answer, and its range at a multiplier c.
Values are 0..1 (shares), −1..1 (NPS), events per unit (rates), the scale's own unit (means).
"""

from __future__ import annotations

from math import sqrt
from typing import Final, NamedTuple, TypeAlias

from cxreset.insight.figures import intervals
from cxreset.insight.figures.intervals import Estimate, Interval
from cxreset.insight.figures.normal import FEWEST_DEGREES, Z_CONFIDENCE, t_quantile

ENOUGH_ANSWERS: Final = 30
"""Fewer on either side and there is no verdict, whatever the range says."""
ENOUGH_FOR_A_SHARE: Final = 20
"""Of fewer judged or counted no percentage is said: it would be quoted as if it were of all."""
ENOUGH_EVENTS: Final = 10
"""A rate needs this many events over both sides; below, normal approximations mislead."""
ENOUGH_OF_EACH: Final = 5
"""With a comparison place, each of four cells needs this many answers of either kind."""


class Share(NamedTuple):
    """`hits` of `total` (>= 1): satisfied answers, conversions, preventable contacts."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0..1."""
        return self.hits / self.total

    @property
    def variance(self) -> float:
        """Of one answer, 0..0.25."""
        return self.value * (1 - self.value)

    @property
    def rarest(self) -> int:
        """The smaller of hits and misses."""
        return min(self.hits, self.total - self.hits)

    def range(self, c: float = Z_CONFIDENCE) -> Interval | None:
        """Wilson's range."""
        return intervals.wilson(self.hits, self.total, c)


class Score(NamedTuple):
    """NPS answers: 9s and 10s, 0s to 6s, and all (>= 1)."""

    promoters: int
    detractors: int
    total: int

    @property
    def value(self) -> float:
        """The score, −1..1."""
        return (self.promoters - self.detractors) / self.total

    @property
    def variance(self) -> float:
        """Of one answer worth +1, 0 or −1: p + d − (p − d)², 0..1."""
        return (self.promoters + self.detractors) / self.total - self.value**2

    @property
    def rarest(self) -> int:
        """The smaller of promoters and detractors."""
        return min(self.promoters, self.detractors)

    def range(self, c: float = Z_CONFIDENCE) -> Interval | None:
        """The score interval of a three-point answer."""
        return intervals.nps_interval(self.promoters, self.detractors, self.total, c)


class BareScore(NamedTuple):
    """An NPS whose promoters are not known, only the score (−1..1) and the number of answers."""

    value: float
    total: int

    @property
    def variance(self) -> float:
        """The largest it can be, with no passives: 1 − s²."""
        return 1 - self.value**2

    @property
    def rarest(self) -> int:
        """The detractors, or promoters, that must at least be there: none."""
        return 0

    def range(self, c: float = Z_CONFIDENCE) -> Interval | None:
        """The widest the score allows."""
        return intervals.score_interval(self.value, 1.0, self.total, c)


class Rate(NamedTuple):
    """`events` in `total` (>= 1) customers, deliveries, contacts; one can have several events."""

    events: int
    total: int

    @property
    def value(self) -> float:
        """Events per unit of exposure."""
        return self.events / self.total

    @property
    def variance(self) -> float:
        """Of one unit of exposure: a Poisson count's is its mean."""
        return self.value

    @property
    def rarest(self) -> int:
        """The events."""
        return self.events

    def range(self, c: float = Z_CONFIDENCE) -> Interval | None:
        """Barker's score range."""
        return intervals.rate_interval(self.events, self.total, c)


class Mean(NamedTuple):
    """An effort score: its mean, standard deviation and number of answers (>= 1)."""

    value: float
    spread: float
    total: int

    @classmethod
    def of_counts(cls, counts: dict[int, int]) -> Mean:
        """From the number of answers at each point of the scale; at least one answer."""
        total = sum(counts.values())
        mean = sum(point * number for point, number in counts.items()) / total
        squares = sum(number * (point - mean) ** 2 for point, number in counts.items())
        return cls(mean, sqrt(squares / max(1, total - 1)), total)

    @property
    def variance(self) -> float:
        """Of one answer."""
        return self.spread**2

    @property
    def rarest(self) -> int:
        """Any number of answers will do, if they are not all alike."""
        return self.total if self.spread else 0

    def range(self, c: float = Z_CONFIDENCE) -> Interval | None:
        """Student's range; None for fewer than eleven answers, or all alike."""
        if self.total <= FEWEST_DEGREES or not self.spread:
            return None
        return intervals.mean_interval(self.value, self.spread, self.total, c)


Sample: TypeAlias = Share | Score | BareScore | Rate | Mean


def change(before: Sample, after: Sample, c: float = Z_CONFIDENCE) -> Interval | None:
    """The range of after − before: Newcombe's, Zou and Donner's, or Welch's for two means.

    None where one of the two has no range of its own.
    """
    return signed_sum(((1, after), (-1, before)), c)


def signed_sum(terms: tuple[tuple[int, Sample], ...], c: float = Z_CONFIDENCE) -> Interval | None:
    """The range of a sum of samples with signs; None where one has no range.

    Means: Welch, B. L. (1947), The generalization of Student's problem, Biometrika 34:28-35, the
    degrees of freedom after Satterthwaite. All others: square-and-add.
    """
    means = [(sign, sample) for sign, sample in terms if isinstance(sample, Mean)]
    if len(means) == len(terms):
        return _welch(means, c)
    parts = []
    for sign, sample in terms:
        around = sample.range(c)
        if around is None:
            return None
        parts.append((sign, Estimate(sample.value, *around)))
    return intervals.square_and_add(parts)


def _welch(terms: list[tuple[int, Mean]], c: float) -> Interval | None:
    if any(not sample.spread or sample.total <= FEWEST_DEGREES for _, sample in terms):
        return None
    shares = [(sample.variance / sample.total, sample.total - 1) for _, sample in terms]
    variance = sum(share for share, _ in shares)
    degrees = variance**2 / sum(share**2 / freedom for share, freedom in shares)
    reach = t_quantile(c, degrees) * sqrt(variance)
    middle = sum(sign * sample.value for sign, sample in terms)
    return Interval(middle - reach, middle + reach)


def information(*samples: Sample) -> float:
    """How much two (or four) counts tell about their difference: 1/Σ(1/n), in answers."""
    return 1 / sum(1 / sample.total for sample in samples)


def is_enough(before: Sample, after: Sample) -> bool:
    """Whether there is enough on both sides for a verdict: 30 answers each, and 10 events."""
    if min(before.total, after.total) < ENOUGH_ANSWERS:
        return False
    if isinstance(before, Rate) and isinstance(after, Rate):
        return before.events + after.events >= ENOUGH_EVENTS
    return True
