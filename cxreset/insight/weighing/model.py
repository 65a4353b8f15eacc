"""What weighing takes and gives: plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cxreset.insight.figures.groups import Contrast

WEEKS = 8
"""Weeks that are counted one by one, the last of them up to the newest comment."""
CHANNEL, SOURCE, LANGUAGE = "channel", "source", "language"


class Comments(NamedTuple):
    """What is stored of comments beside their words, column by column, all of one length.

    `scales` are what the ratings are of, such as `1-5`; `sources` the files, '' for none.
    """

    ids: Sequence[int]
    ratings: Sequence[float | None]
    scales: Sequence[str]
    days: Sequence[date | None]
    channels: Sequence[str]
    sources: Sequence[str]
    preventable: Sequence[bool | None]

    def at(self, positions: Sequence[int]) -> Comments:
        """Those at some positions, in that order."""
        return Comments._make([column[at] for at in positions] for column in self)


class RatingWeight(NamedTuple):
    """The ratings of those who name it beside those of the other complaints, on `scale`.

    `contrast` is None for too few of them, or where nothing tells them apart. `worse` when they
    clearly rate lower (on a scale written the other way round: higher).
    """

    scale: str
    number: int
    mean: float
    rest: float | None
    contrast: Contrast | None
    worse: bool


class MonthWeight(NamedTuple):
    """How often it was named in the 30 days up to `until`, and in the 90 days before those.

    `hits` of `total` comments, `hits_before` of `total_before`. `contrast` is None for too few.
    """

    until: date
    hits: int
    total: int
    hits_before: int
    total_before: int
    contrast: Contrast | None

    @property
    def rises(self) -> bool:
        """Is it clearly more frequent than before?"""
        return self.contrast is not None and self.contrast.low > 0


class GroupWeight(NamedTuple):
    """Where it is much more common: the share (0..1) of that group's comments, and elsewhere.

    `kind` is CHANNEL, SOURCE or LANGUAGE; `name` the channel, the file's name or the code.
    """

    kind: str
    name: str
    share: float
    elsewhere: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """All that a set of comments weighs; None where the comments do not say.

    `weeks` are counts of the last WEEKS weeks, oldest first, () without dates. `preventable` is
    (preventable, judged). `unjudged` are comments still to be judged, in the order given.
    """

    comments: int
    rating: RatingWeight | None
    month: MonthWeight | None
    weeks: tuple[int, ...]
    group: GroupWeight | None
    preventable: tuple[int, int]
    unjudged: tuple[int, ...]
