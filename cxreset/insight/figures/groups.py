"""One group of comments against the rest: drivers of a rating, rising months, odd channels.

Many themes are looked at together, so that each range is widened for all of them; and ratings are
skewed, so that each range is shifted for that. Four sums a group are all it takes: one pass over
100,000 comments.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Final, NamedTuple

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.insight.figures.normal import multiplier_for

FEWEST_RATINGS: Final = 20
"""Ratings of those who name a theme, below which there is a count and no range."""
FEWEST_MENTIONS: Final = 10
"""Mentions of a theme in all, below which no month and no channel is compared."""
FEWEST_COMMENTS: Final = 30
"""Comments in a month or channel, below which it is not compared."""


class Sums(NamedTuple):
    """A group of values by its four sums: how many, Σy, Σy² and Σy³."""

    number: int
    first: float
    second: float
    third: float

    @classmethod
    def of_ratings(cls, counts: Mapping[float, int]) -> Sums:
        """From the number of answers at each rating: {1: 12, 2: 4, …}."""
        return cls(
            sum(counts.values()),
            sum(rating * number for rating, number in counts.items()),
            sum(rating**2 * number for rating, number in counts.items()),
            sum(rating**3 * number for rating, number in counts.items()),
        )

    @classmethod
    def of_share(cls, hits: int, total: int) -> Sums:
        """A yes-or-no value: `hits` of `total` comments name the theme."""
        return cls(total, hits, hits, hits)

    def plus(self, other: Sums) -> Sums:
        """Two groups together."""
        return Sums(
            self.number + other.number,
            self.first + other.first,
            self.second + other.second,
            self.third + other.third,
        )

    def minus(self, part: Sums) -> Sums:
        """What is left of a group without one that is part of it."""
        return Sums(
            self.number - part.number,
            self.first - part.first,
            self.second - part.second,
            self.third - part.third,
        )

    @property
    def mean(self) -> float:
        """The mean value; the group must not be empty."""
        return self.first / self.number


class Contrast(NamedTuple):
    """How a group differs from the rest, in the values' unit.

    `difference` is the group's mean less that of the rest, `low`..`high` its range, which leaves
    out zero only if chance does so in fewer than 5 % of all looks at that many themes together.
    """

    difference: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the range leaves out zero: only then is the difference said."""
        return self.low > 0 or self.high < 0


def contrast(group: Sums, rest: Sums, looked_at: int) -> Contrast | None:
    """The difference of two groups, `looked_at` (>= 1) of which are looked at together.

    None when one of them is empty or all values are alike: there is nothing to tell apart.
    Permutation variance: Pitman, E. J. G. (1937), Significance tests which may be applied to
    samples from any populations, Suppl. JRSS 4:119-130; its skewness by Cornish, E. A. and
    Fisher, R. A. (1937), Moments and cumulants in the specification of distributions.
    """
    everyone = group.plus(rest)
    if not group.number or not rest.number or _all_alike(everyone):
        return None
    share = group.number / everyone.number
    error = _spread(everyone) * sqrt(1 / group.number + 1 / rest.number)
    c = multiplier_for(looked_at)
    tilt = _skewness(everyone) * (1 - 2 * share) / sqrt(group.number * (1 - share))
    shift = max(-c / 2, min(c / 2, tilt * (c * c - 1) / 6))
    difference = group.mean - rest.mean
    return Contrast(difference, difference - (c + shift) * error, difference + (c - shift) * error)


def driver(named: Sums, rest: Sums, looked_at: int) -> Contrast | None:
    """What goes with a rating: those who name a theme against those who do not.

    None below `FEWEST_RATINGS` ratings with the theme (then its count is all that can be said).
    """
    if named.number < FEWEST_RATINGS:
        return None
    return contrast(named, rest, looked_at)


def share_contrast(
    hits: int, total: int, rest_hits: int, rest_total: int, looked_at: int
) -> Contrast | None:
    """A theme's share of one month (against the three before) or one channel (against the others).

    `hits` of the group's `total` comments name it; `looked_at` counts themes (times channels).
    None below `FEWEST_MENTIONS` mentions in all or `FEWEST_COMMENTS` comments in the group.
    """
    if hits + rest_hits < FEWEST_MENTIONS or total < FEWEST_COMMENTS:
        return None
    return contrast(Sums.of_share(hits, total), Sums.of_share(rest_hits, rest_total), looked_at)


def driver_sentence(theme: str, named: Sums, found: Contrast | None) -> str:
    """What a driver's row says: "goes with", never "causes"; or why nothing is said."""
    theme = one_line(theme, 60)
    if named.number < FEWEST_RATINGS:
        return _("“{theme}”: {ratings}; from {FEWEST_RATINGS} on it can be compared.").format(
            theme=theme, ratings=count(named.number, "rating"), FEWEST_RATINGS=FEWEST_RATINGS
        )
    if found is None or not found.is_clear:
        return _("“{theme}” goes with no clear difference in the rating.").format(theme=theme)
    lower = _("“{theme}” goes with a rating that is lower by {size} (between {least} and {most}).")
    higher = _(
        "“{theme}” goes with a rating that is higher by {size} (between {least} and {most})."
    )
    least, most = sorted((abs(found.low), abs(found.high)))
    return (lower if found.difference < 0 else higher).format(
        theme=theme,
        size=decimal(abs(found.difference), 1),
        least=decimal(least, 1),
        most=decimal(most, 1),
    )


def month_sentence(rising: int, comments: int) -> str:
    """What stands under a month's themes; a month with few comments is said to see little."""
    if comments < FEWEST_COMMENTS:
        return _(
            "Only {comments} this month: too few to tell a rise from chance. That "
            "nothing is marked does not mean that nothing rose."
        ).format(comments=count(comments, "comment"))
    if rising:
        return _("{themes} more frequent than in the three months before.").format(
            themes=count(rising, "theme")
        )
    return _(
        "No theme is clearly more frequent; a small rise would not show in this many comments."
    )


def _all_alike(everyone: Sums) -> bool:
    """Whether the values differ by no more than the rounding of their sums."""
    return everyone.second - everyone.first**2 / everyone.number <= 1e-9 * everyone.second


def _spread(everyone: Sums) -> float:
    """The standard deviation of all values together (N − 1)."""
    squares = everyone.second - everyone.first**2 / everyone.number
    return sqrt(squares / (everyone.number - 1))


def _skewness(everyone: Sums) -> float:
    """g₁, the third central moment over the 3/2 power of the second (both over N)."""
    mean = everyone.mean
    second = everyone.second / everyone.number - mean**2
    third = everyone.third / everyone.number - 3 * mean * everyone.second / everyone.number
    return (third + 2 * mean**3) / (second * sqrt(second))
