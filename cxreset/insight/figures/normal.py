"""The normal distribution and Student's t, as far as ranges and bounds need them. `math` only."""

from __future__ import annotations

from math import erfc, sqrt
from typing import Final

Z_CONFIDENCE: Final = 1.959963984540054
"""Standard normal quantile of 0.975: a two-sided range at 95 %."""
Z_POWER: Final = 0.8416212335729143
"""Standard normal quantile of 0.80: a true change is seen in 80 of 100 pilots."""
FEWEST_DEGREES: Final = 10
"""Below, the series behind `t_quantile` is not close enough for the multipliers used here."""


def upper_tail(z: float) -> float:
    """Probability that a standard normal value lies above z."""
    return erfc(z / sqrt(2)) / 2


def quantile_above(tail: float) -> float:
    """The z >= 0 above which a share `tail` (0 < tail <= 0.5) of the normal distribution lies."""
    low, high = 0.0, 40.0
    for _ in range(80):
        middle = (low + high) / 2
        if upper_tail(middle) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def multiplier_for(questions: int) -> float:
    """The multiplier c with which `questions` (>= 1) ranges together err in at most 5 %.

    Bonferroni: the two-sided 5 % shared out equally; 1.96 for one question, 2.87 for twelve.
    """
    return quantile_above(0.025 / questions)


def confidence(multiplier: float) -> float:
    """The confidence, 0..1, of a two-sided range of `multiplier` standard errors: 0.95 at 1.96."""
    return 1 - 2 * upper_tail(multiplier)


def t_quantile(z: float, degrees: float) -> float:
    """The quantile of Student's t that has the same tail as the normal quantile z.

    `degrees` >= 10 degrees of freedom, else ValueError: the series (Abramowitz and Stegun 26.7.5,
    four terms) is then right to four digits for z up to 4.
    """
    if degrees < FEWEST_DEGREES:
        raise ValueError(f"{degrees} degrees of freedom: the series needs {FEWEST_DEGREES}")
    terms = (
        (z**2 + 1) / 4,
        (5 * z**4 + 16 * z**2 + 3) / 96,
        (3 * z**6 + 19 * z**4 + 17 * z**2 - 15) / 384,
        (79 * z**8 + 776 * z**6 + 1482 * z**4 - 1920 * z**2 - 945) / 92160,
    )
    return z * (1 + sum(term / degrees**power for power, term in enumerate(terms, start=1)))
