"""Weighs sets of comments against all the others: one pass over each set.

Ratings are compared among complaints alone. A theme's comments are complaints, and what complains
is told by its rating: beside all ratings every theme would look bad.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from types import MappingProxyType

from cxreset.insight.complaints import low_rating
from cxreset.insight.figures import groups
from cxreset.insight.figures.groups import Sums
from cxreset.insight.weighing.model import (
    CHANNEL,
    LANGUAGE,
    SOURCE,
    WEEKS,
    Comments,
    GroupWeight,
    MonthWeight,
    RatingWeight,
    Weight,
)

MONTH, BEFORE = 30, 120
"""Days back from the newest comment: this month; where the months before it begin."""
WEEK = 7
MUCH_MORE = 1.5
"""So many times as common as elsewhere it must be, beside being clearly so."""
TO_JUDGE = 3


class Weigher:
    """Knows the totals of all comments; `of` weighs a set of them.

    `looked_at` (>= 1) is how many sets are looked at together: each range is wide enough for all
    of them. Dates after `today` are slips and count as none. `languages` are the codes of comments
    by number. With `praise` all ratings are compared, not those of complaints alone.
    """

    def __init__(
        self,
        comments: Comments,
        looked_at: int,
        today: date,
        *,
        languages: Mapping[int, str] = MappingProxyType({}),
        praise: bool = False,
    ) -> None:
        self._comments = comments
        self._at = {number: at for at, number in enumerate(comments.ids)}
        self._looked_at = looked_at
        self._praise = praise
        rated = Counter(zip(comments.scales, comments.ratings, strict=True))
        scales: Counter[str] = Counter()
        for (scale, rating), number in rated.items():
            if low_rating(rating, scale) is not None:
                scales[scale] += number
        self._scale = min(scales, key=lambda scale: (-scales[scale], scale), default="")
        self._ratings = self._sums(rated)
        days = Counter(comments.days)
        self._newest = max((day for day in days if day and day <= today), default=None)
        self._months = self._by_month(days)
        self._group_of: dict[str, Callable[[Comments], Iterable[str]]] = {
            CHANNEL: attrgetter("channels"),
            SOURCE: attrgetter("sources"),
        }
        if languages:
            self._group_of[LANGUAGE] = lambda some: (languages.get(one, "") for one in some.ids)
        self._sizes = {kind: Counter(of(comments)) for kind, of in self._group_of.items()}
        self._known: dict[tuple[int, ...], Weight] = {}

    def of(self, ids: Sequence[int]) -> Weight:
        """What these comments weigh against the others; numbers that are not known are left out."""
        key = tuple(ids)
        if key not in self._known:
            known = [self._at[number] for number in key if number in self._at]
            self._known[key] = self._weigh(self._comments.at(known))
        return self._known[key]

    def _weigh(self, named: Comments) -> Weight:
        judged = [one for one in named.preventable if one is not None]
        marks = zip(named.ids, named.preventable, strict=True)
        return Weight(
            comments=len(named.ids),
            rating=self._rated(named),
            month=self._month(named),
            weeks=self._weeks(named),
            group=self._group(named),
            preventable=(sum(judged), len(judged)),
            unjudged=tuple(number for number, mark in marks if mark is None)[:TO_JUDGE],
        )

    # -- ratings

    def _sums(self, rated: Mapping[tuple[str, float | None], int]) -> Sums:
        """Of the ratings of complaints on the scale that most are on; (scale, rating): how many."""
        ratings = {}
        for (scale, rating), number in rated.items():
            is_low = low_rating(rating, scale) if scale == self._scale else None
            if rating is not None and (is_low or (self._praise and is_low is not None)):
                ratings[rating] = number
        return Sums.of_ratings(ratings)

    def _rated(self, named: Comments) -> RatingWeight | None:
        own = self._sums(Counter(zip(named.scales, named.ratings, strict=True)))
        if not own.number:
            return None
        rest = self._ratings.minus(own)
        found = groups.driver(own, rest, self._looked_at)
        first, _, last = self._scale.rpartition("-")
        falling = float(first) > float(last)
        return RatingWeight(
            scale=self._scale,
            number=own.number,
            mean=own.mean,
            rest=rest.mean if rest.number else None,
            contrast=found,
            worse=found is not None and (found.low > 0 if falling else found.high < 0),
        )

    # -- dates

    def _by_month(self, days: Mapping[date | None, int]) -> tuple[int, int]:
        """How many comments this month holds, and the months before it."""
        ages = self._by_age(days, MONTH)
        return ages[0], sum(ages[month] for month in range(1, BEFORE // MONTH))

    def _by_age(self, days: Mapping[date | None, int], unit: int) -> Counter[int]:
        """How many comments there are of each age, counted from the newest in so many days."""
        ages: Counter[int] = Counter()
        for day, number in days.items():
            if day is not None and self._newest is not None and day <= self._newest:
                ages[(self._newest - day).days // unit] += number
        return ages

    def _month(self, named: Comments) -> MonthWeight | None:
        if self._newest is None:
            return None
        hits, hits_before = self._by_month(Counter(named.days))
        total, total_before = self._months
        contrast = None
        if total_before >= groups.FEWEST_COMMENTS:
            contrast = groups.share_contrast(
                hits, total, hits_before, total_before, self._looked_at
            )
        return MonthWeight(
            until=self._newest,
            hits=hits,
            total=total,
            hits_before=hits_before,
            total_before=total_before,
            contrast=contrast,
        )

    def _weeks(self, named: Comments) -> tuple[int, ...]:
        if self._newest is None:
            return ()
        ages = self._by_age(Counter(named.days), WEEK)
        return tuple(ages[age] for age in reversed(range(WEEKS)))

    # -- channels, files, languages

    def _group(self, named: Comments) -> GroupWeight | None:
        """The group in which it is much more common, the clearest of them."""
        clearest, low = None, 0.0
        looked_at = self._looked_at * sum(len(self._compared(kind)) for kind in self._sizes)
        for kind, sizes in self._sizes.items():
            hits = Counter(self._group_of[kind](named))
            every, total = _known(hits), _known(sizes)
            for name in self._compared(kind):
                own, size = hits[name], sizes[name]
                rest, rest_size = every - own, total - size
                apart = groups.share_contrast(own, size, rest, rest_size, looked_at)
                if apart and apart.low > low and own * rest_size >= MUCH_MORE * rest * size:
                    clearest = GroupWeight(kind, name, own / size, rest / rest_size)
                    low = apart.low
        return clearest

    def _compared(self, kind: str) -> list[str]:
        """The groups with enough comments, where there are at least two known."""
        sizes = self._sizes[kind]
        known = sorted(name for name in sizes if name)
        if len(known) < 2:
            return []
        return [name for name in known if sizes[name] >= groups.FEWEST_COMMENTS]


def _known(sizes: Counter[str]) -> int:
    """How many there are whose group is known."""
    return sizes.total() - sizes[""]
