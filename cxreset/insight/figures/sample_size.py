"""How many answers it takes to see a change: two-sided at 95 %, 80 % power.

All sizes are exact (not yet rounded up) and for the period before; after = ratio · before. Where
the answers before are already counted, the `_after` functions give those needed after, or None
where no number will do.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, sqrt
from typing import Final

from cxreset.insight.figures.normal import Z_CONFIDENCE, Z_POWER

MOST_ANSWERS: Final = 10_000_000
"""A plan that needs more is no plan."""
_BOTH = (Z_CONFIDENCE + Z_POWER) ** 2


def share_size(before: float, after: float, ratio: float = 1.0) -> float:
    """Answers before, to see a share go from `before` to `after` (0..1, different).

    Fleiss, J. L. (1981), Statistical Methods for Rates and Proportions, 2nd ed., ch. 3, without
    continuity correction: pooled variance for the test, separate ones for the power.
    """
    pooled = (before + ratio * after) / (1 + ratio)
    test = Z_CONFIDENCE * sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
    power = Z_POWER * sqrt(before * (1 - before) + after * (1 - after) / ratio)
    return ((test + power) / (after - before)) ** 2


def variance_size(before: float, after: float, difference: float, ratio: float = 1.0) -> float:
    """Answers before, to see a `difference` (not 0) of two figures with these variances.

    NPS: variances p + d − s², difference 0..2 (Chow, Shao and Wang, Sample Size Calculations in
    Clinical Research, ch. 3). Rates: the rates themselves (Hayes, R. J. and Bennett, S. (1999),
    Int. J. Epidemiology 28:319-326, without clusters).
    """
    return _BOTH * (before + after / ratio) / difference**2


def mean_size(spread: float, difference: float, ratio: float = 1.0) -> float:
    """Answers before, to see a `difference` (not 0) of two means with this standard deviation.

    The normal size and z²/4 for the t distribution: matches the t-based size to the answer.
    """
    return _BOTH * spread**2 * (1 + 1 / ratio) / difference**2 + Z_CONFIDENCE**2 / 4


def share_after(before: float, after: float, counted: int, noise: float = 1.0) -> float | None:
    """Answers after, when `counted` are there before; None when no number will do.

    `noise` multiplies the variance: 2 where a comparison place is counted too.
    """

    def seen(answers: float) -> bool:
        pooled = (counted * before + answers * after) / (counted + answers)
        test = sqrt(pooled * (1 - pooled) * (1 / counted + 1 / answers))
        power = sqrt(before * (1 - before) / counted + after * (1 - after) / answers)
        return Z_CONFIDENCE * test + Z_POWER * power <= abs(after - before) / sqrt(noise)

    return _smallest(seen)


def variance_after(
    before: float, after: float, difference: float, counted: int, noise: float = 1.0
) -> float | None:
    """Answers after for two variances, when `counted` are there before; None when none will do."""
    left = difference**2 / (_BOTH * noise) - before / counted
    return after / left if left > 0 else None


def up(answers: float) -> int:
    """Rounded up to whole answers; what is whole but for the last digits stays."""
    return ceil(answers - 1e-9)


def _smallest(seen: Callable[[float], bool]) -> float | None:
    """The least number for which `seen` is true, looked for in steps of a tenth, then halved.

    More answers after may even hide a change again (they move the pooled share towards one half),
    so that the end of the scale does not tell whether there is such a number.
    """
    low, high = 0.0, 1.0
    while not seen(high):
        low, high = high, high * 1.1
        if high > MOST_ANSWERS:
            return None
    while high - low > 1e-9 * high:
        middle = (low + high) / 2
        if seen(middle):
            high = middle
        else:
            low = middle
    return high
