"""A place that stayed as it was, and a place that was chosen because it was the worst.

The first guards against what happened everywhere; it does not cure the second: the lowest of many
rises by itself, with or without another place beside it.
"""

from __future__ import annotations

from math import exp, pi, sqrt
from typing import NamedTuple

from cxreset.insight.figures.intervals import Interval
from cxreset.insight.figures.normal import Z_CONFIDENCE, upper_tail
from cxreset.insight.figures.samples import ENOUGH_OF_EACH, Sample, change, signed_sum


class Periods(NamedTuple):
    """What was counted before and after in the pilot, and in a comparison place if there is one."""

    before: Sample
    after: Sample
    elsewhere: tuple[Sample, Sample] | None = None

    @property
    def samples(self) -> tuple[Sample, ...]:
        """The two or four counts."""
        return (self.before, self.after, *(self.elsewhere or ()))

    @property
    def difference(self) -> float:
        """After less before; less the same elsewhere (difference of differences)."""
        moved = self.after.value - self.before.value
        if self.elsewhere is None:
            return moved
        return moved - (self.elsewhere[1].value - self.elsewhere[0].value)

    def range(self, c: float = Z_CONFIDENCE) -> Interval | None:
        """The range of `difference`; None where one of the counts has none.

        Four counts: square-and-add of their ranges (Zou and Donner 2008), Welch's for means.
        """
        if self.elsewhere is None:
            return change(self.before, self.after, c)
        was, now = self.elsewhere
        return signed_sum(((1, self.after), (-1, self.before), (-1, now), (1, was)), c)

    @property
    def is_thin(self) -> bool:
        """Whether one of four counts has fewer than five answers of either kind."""
        if self.elsewhere is None:
            return False
        return any(sample.rarest < ENOUGH_OF_EACH for sample in self.samples)


def expected_extreme(sites: int) -> float:
    """How far the lowest of `sites` (>= 1) equal ones lies off by chance, in standard errors.

    The mean of the largest of k standard normal values: 0 for one, 1.63 for twelve.
    """
    if sites <= 1:
        return 0.0
    step, reach = 0.02, 8.0
    points = int(2 * reach / step) + 1
    total = 0.0
    for index in range(points):
        z = -reach + index * step
        density = exp(-z * z / 2) / sqrt(2 * pi)
        total += z * sites * density * upper_tail(-z) ** (sites - 1)
    return total * step


def phantom_gain(before: Sample, sites: int) -> float:
    """What the worst of `sites` alike gains by itself when it is counted again, inner unit."""
    return expected_extreme(sites) * sqrt(before.variance / before.total)
