"""What weighing takes and gives: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from cxreset.insight.figures.groups import Contrast

WEEKS = 8
"""Weeks that are counted one by one, the last of them up to the newest comment."""
CHANNEL, SOURCE, LANGUAGE = "channel", "source", "language"


class Comment(Protocol):
    """What is stored of a comment beside its words. `source` is the file, '' for none.

    `scale` is what `rating` is of, such as `1-5`.
    """

    @property
    def id(self) -> int: ...
    @property
    def rating(self) -> float | None: ...
    @property
    def scale(self) -> str: ...
    @property
    def received_on(self) -> date | None: ...
    @property
    def channel(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def preventable(self) -> bool | None: ...


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
