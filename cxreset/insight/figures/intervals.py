"""The range of a single figure, and of a sum of figures, from counts alone.

Every function takes the multiplier c (1.96 for 95 %, wider where several looks or figures are at
work). Shares lie in 0..1, NPS in −1..1, rates are events per unit of exposure. Counts are taken
as possible: `measures` looks at them first.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from cxreset.insight.figures.normal import Z_CONFIDENCE, t_quantile


class Interval(NamedTuple):
    """Where the true figure lies, both ends included."""

    low: float
    high: float

    @property
    def holds_zero(self) -> bool:
        """Whether "no change at all" is among the values it allows."""
        return self.low <= 0.0 <= self.high

    def within(self, least: float, most: float) -> Interval:
        """The same, cut off where the figure cannot be."""
        return Interval(max(least, self.low), min(most, self.high))


class Estimate(NamedTuple):
    """A figure and its range."""

    value: float
    low: float
    high: float


def wilson(hits: int, total: int, c: float = Z_CONFIDENCE) -> Interval:
    """Score interval of a share, in 0..1; `hits` of `total`, total >= 1.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
    JASA 22:209-212.
    """
    c2 = c * c
    share = hits / total
    middle = (2 * hits + c2) / (2 * (total + c2))
    reach = c * sqrt(c2 + 4 * hits * (1 - share)) / (2 * (total + c2))
    # The ends are exact at 0 and 1; rounding of the last digit must not cross the estimate.
    low = 0.0 if hits == 0 else max(0.0, min(middle - reach, share))
    high = 1.0 if hits == total else min(1.0, max(middle + reach, share))
    return Interval(low, high)


def nps_interval(promoters: int, detractors: int, total: int, c: float = Z_CONFIDENCE) -> Interval:
    """Score interval of an NPS, in −1..1; total >= 1.

    Wilson's construction for an answer worth +1, 0 or −1: the true scores μ from which the one
    observed is at most c standard errors away, with the variance q − μ², q being the share of
    answers that are not passive. q is smoothed by one answer of either kind, so that answers all
    alike still have a range. The usual NPS ± 1.96 SE has none there, and at 400 against 60
    answers calls up to 8 % of unchanged scores a change.
    """
    score = (promoters - detractors) / total
    outspoken = max(abs(score), (promoters + detractors + 1) / (total + 2))
    return score_interval(score, outspoken, total, c)


def score_interval(score: float, outspoken: float, total: int, c: float) -> Interval:
    """The range of an NPS (−1..1) of which a share `outspoken` (|score|..1) is not passive."""
    f = 1 + c * c / total
    reach = c / sqrt(total) * sqrt(max(0.0, outspoken * f - score * score))
    low, high = (score - reach) / f, (score + reach) / f
    return Interval(min(low, score), max(high, score)).within(-1.0, 1.0)


def rate_interval(events: int, exposure: float, c: float = Z_CONFIDENCE) -> Interval:
    """Score interval of a Poisson rate, events per unit of exposure, from 0 up; exposure > 0.

    Barker, L. (2002), A comparison of nine confidence intervals for a Poisson parameter when the
    expected number of events is <= 5, The American Statistician 56:85-89.
    """
    c2 = c * c
    middle = events + c2 / 2
    reach = c * sqrt(events + c2 / 4)
    low = 0.0 if events == 0 else max(0.0, middle - reach) / exposure
    return Interval(low, (middle + reach) / exposure)


def mean_interval(mean: float, spread: float, total: int, c: float = Z_CONFIDENCE) -> Interval:
    """Student's interval of a mean with standard deviation `spread`; total >= 11, else ValueError.

    c is the normal multiplier; the t quantile with the same tails takes its place.
    """
    reach = t_quantile(c, total - 1) * spread / sqrt(total)
    return Interval(mean - reach, mean + reach)


def square_and_add(terms: Iterable[tuple[int, Estimate]]) -> Interval:
    """The range of a sum of independent figures, each with its sign +1 or −1.

    Each end takes the reaches that push the sum that way, in squares: Newcombe, R. G. (1998),
    Interval estimation for the difference between independent proportions, Statistics in Medicine
    17:873-890, method 10; for other figures Zou, G. Y. and Donner, A. (2008), Construction of
    confidence limits about effect measures, Statistics in Medicine 27:1693-1702.
    """
    total = down = up = 0.0
    for sign, figure in terms:
        below, above = figure.value - figure.low, figure.high - figure.value
        total += sign * figure.value
        down += (below if sign > 0 else above) ** 2
        up += (above if sign > 0 else below) ** 2
    return Interval(total - sqrt(down), total + sqrt(up))
