"""Confidence intervals and sample sizes, from counts alone. Pure arithmetic, one source each.

Shares run 0 to 1, NPS runs −100 to +100, rates are events per unit of exposure (one customer, one
delivery). Every interval is two-sided at 95 %. Differences are after minus before. Counts are
taken as possible: `measures.problem` is what looks at them first.
"""

from __future__ import annotations

from math import ceil, sqrt
from typing import NamedTuple

Z_CONFIDENCE = 1.959963984540054  # standard normal quantile of 0.975: 95 %, two-sided
Z_POWER = 0.8416212335729143  # standard normal quantile of 0.80: 80 % power


class Interval(NamedTuple):
    """Where the true figure lies with 95 % confidence, both ends included."""

    low: float
    high: float

    @property
    def holds_zero(self) -> bool:
        """Whether "no change at all" is among the values it allows."""
        return self.low <= 0.0 <= self.high


def wilson(hits: int, total: int) -> Interval:
    """Score interval of a share, in 0..1; `hits` of `total`, total >= 1.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
    JASA 22:209-212.
    """
    z2 = Z_CONFIDENCE**2
    share = hits / total
    middle = (2 * hits + z2) / (2 * (total + z2))
    reach = Z_CONFIDENCE * sqrt(z2 + 4 * hits * (1 - share)) / (2 * (total + z2))
    # The ends are exact at 0 and 1; rounding of the last digit must not cross the estimate.
    low = 0.0 if hits == 0 else max(0.0, min(middle - reach, share))
    high = 1.0 if hits == total else min(1.0, max(middle + reach, share))
    return Interval(low, high)


def share_difference(before: tuple[int, int], after: tuple[int, int]) -> Interval:
    """Interval of the difference of two independent shares, in −1..1; each arm (hits, total).

    Newcombe, R. G. (1998), Interval estimation for the difference between independent
    proportions: comparison of eleven methods, Statistics in Medicine 17:873-890, method 10
    (hybrid score, no continuity correction).
    """
    found = _hybrid(before[0] / before[1], wilson(*before), after[0] / after[1], wilson(*after))
    return Interval(max(-1.0, found.low), min(1.0, found.high))


def nps(promoters: int, detractors: int, total: int) -> float:
    """Net promoter score, −100..+100: 100 · (share of 9-10 less share of 0-6)."""
    return 100 * (promoters - detractors) / total


def nps_error(promoters: int, detractors: int, total: int) -> float:
    """Standard error of an NPS in NPS points: 100 · sqrt((p + d − (p − d)²) / n).

    The variance of one answer scored +1, 0 or −1, divided by n (multinomial; see Rocks, B. (2016),
    Interval estimation for the Net Promoter Score, The American Statistician 70:365-372). It is 0
    when all answers are of one kind, which says nothing about certainty: `measures` allows for it.
    """
    p, d = promoters / total, detractors / total
    return 100 * sqrt(max(0.0, p + d - (p - d) ** 2) / total)


def nps_interval(promoters: int, detractors: int, total: int) -> Interval:
    """Interval of an NPS, kept within −100..+100: NPS ± 1.96 standard errors."""
    score = nps(promoters, detractors, total)
    reach = Z_CONFIDENCE * nps_error(promoters, detractors, total)
    return Interval(max(-100.0, score - reach), min(100.0, score + reach))


def nps_difference(before: tuple[int, int, int], after: tuple[int, int, int]) -> Interval:
    """Interval of the difference of two NPS, within −200..+200; SE = sqrt(SE₁² + SE₂²).

    Each arm is (promoters, detractors, total); the variances of independent samples add.
    """
    difference = nps(*after) - nps(*before)
    reach = Z_CONFIDENCE * sqrt(nps_error(*before) ** 2 + nps_error(*after) ** 2)
    return Interval(max(-200.0, difference - reach), min(200.0, difference + reach))


def rate_interval(events: int, exposure: float) -> Interval:
    """Score interval of a Poisson rate, events per unit of exposure, from 0 up; exposure > 0.

    Wilson's construction for a count: the rates whose distance from the one observed is within
    1.96 of their own standard errors; one of those compared by Barker, L. (2002), A comparison of
    nine confidence intervals for a Poisson parameter when the expected number of events is <= 5,
    The American Statistician 56:85-89.
    """
    z2 = Z_CONFIDENCE**2
    middle = events + z2 / 2
    reach = Z_CONFIDENCE * sqrt(events + z2 / 4)
    low = 0.0 if events == 0 else max(0.0, middle - reach) / exposure
    return Interval(low, (middle + reach) / exposure)


def rate_difference(before: tuple[int, float], after: tuple[int, float]) -> Interval:
    """Interval of the difference of two independent Poisson rates; each arm (events, exposure).

    Newcombe's construction applied to the score intervals of the two rates, generalised as MOVER:
    Zou, G. Y. and Donner, A. (2008), Construction of confidence limits about effect measures: a
    general approach, Statistics in Medicine 27:1693-1702.
    """
    return _hybrid(
        before[0] / before[1], rate_interval(*before), after[0] / after[1], rate_interval(*after)
    )


def _hybrid(
    before: float, around_before: Interval, after: float, around_after: Interval
) -> Interval:
    """Each end takes the two single intervals' reaches that push that way, in squares."""
    difference = after - before
    down = sqrt((after - around_after.low) ** 2 + (around_before.high - before) ** 2)
    up = sqrt((around_after.high - after) ** 2 + (before - around_before.low) ** 2)
    return Interval(difference - down, difference + up)


def answers_for_shares(before: float, after: float) -> int:
    """Answers in each period to detect `before` → `after` (shares 0..1, different), 95 %, 80 %.

    Fleiss, J. L. (1981), Statistical Methods for Rates and Proportions, 2nd ed., ch. 3, without
    continuity correction: pooled variance for the test, separate ones for the power.
    """
    pooled = (before + after) / 2
    test = Z_CONFIDENCE * sqrt(2 * pooled * (1 - pooled))
    power = Z_POWER * sqrt(before * (1 - before) + after * (1 - after))
    return ceil(((test + power) / (after - before)) ** 2)


def answers_for_nps(variance_before: float, variance_after: float, points: float) -> int:
    """Answers in each period to detect a difference of `points` (not 0) NPS, 95 %, 80 % power.

    The usual n = (z₁ + z₂)² · (σ₁² + σ₂²) / δ² for two means, answers scored +1, 0, −1, so that
    each variance is p + d − (p − d)², 0..1; see Chow, Shao and Wang, Sample Size Calculations in
    Clinical Research, ch. 3.
    """
    spread = variance_before + variance_after
    return ceil((Z_CONFIDENCE + Z_POWER) ** 2 * spread / (points / 100) ** 2)


def exposure_for_rates(before: float, after: float) -> int:
    """Exposure (customers, deliveries) in each period to detect a change of rate, 95 %, 80 %.

    Rates per unit of exposure, different. The same formula, the variance of a Poisson count being
    its mean; see Hayes, R. J. and Bennett, S. (1999), Int. J. Epidemiology 28:319-326, without
    clusters.
    """
    return ceil((Z_CONFIDENCE + Z_POWER) ** 2 * (before + after) / (after - before) ** 2)
