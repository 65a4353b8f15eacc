"""Before the pilot: how many answers and weeks it takes, or that it cannot be shown here.

The figure now, the smallest change worth having, what is already counted, what comes in a week
and the weeks there are go in; one line comes out, and three ways out where the answer is no.
"""

from __future__ import annotations

from math import ceil
from typing import Final, Literal, NamedTuple

from cxreset.insight.figures import sample_size
from cxreset.insight.figures.samples import ENOUGH_ANSWERS, ENOUGH_EVENTS

LONGEST_PILOT: Final = 12
"""Weeks: a longer pilot is never offered as a plan."""

Obstacle = Literal["", "ceiling", "baseline", "time"]


class Baseline(NamedTuple):
    """The figure now, in its inner unit, and the variance of one answer (shares and rates: 0).

    `least` and `most` are the ends of its scale, beyond which nothing can be expected.
    """

    kind: str
    value: float
    variance: float = 0.0
    least: float = 0.0
    most: float = 1.0

    @classmethod
    def share(cls, kind: str, value: float) -> Baseline:
        """CSAT, conversion or another share, 0..1."""
        return cls(kind, value)

    @classmethod
    def score(cls, promoters: float, detractors: float) -> Baseline:
        """NPS by the shares (0..1) of promoters and detractors."""
        score = promoters - detractors
        return cls("nps", score, promoters + detractors - score**2, -1.0, 1.0)

    @classmethod
    def bare_score(cls, score: float) -> Baseline:
        """NPS (−1..1) of which only the score is known: the largest variance it can have."""
        return cls("nps", score, 1 - score**2, -1.0, 1.0)

    @classmethod
    def rate(cls, value: float) -> Baseline:
        """Events per unit of exposure."""
        return cls("rate", value, value, 0.0, float("inf"))

    @classmethod
    def mean(cls, value: float, spread: float, ends: tuple[float, float] = (1.0, 7.0)) -> Baseline:
        """Effort by its mean and standard deviation, on a scale with these ends."""
        return cls("effort", value, spread**2, *ends)


class Trial(NamedTuple):
    """What a pilot is asked to show.

    `change` is the smallest change worth having, with its sign, in the figure's inner unit.
    `counted`: answers before that are there already; None when they will be counted as well.
    `per_week`: answers a week in the pilot, None when not known. `weeks`: there are for it.
    """

    baseline: Baseline
    change: float
    counted: int | None = None
    per_week: float | None = None
    weeks: int = LONGEST_PILOT
    looks: int = 1
    comparison: bool = False


class Plan(NamedTuple):
    """The planner's answer. Sizes are answers in each place; None where no number will do.

    `weeks` is the length of the pilot. `smallest`: the smallest change (with its sign) that the
    given weeks can show, where the one asked for cannot be shown; None if there is none.
    """

    before: int | None
    after: int | None
    weeks: int | None
    obstacle: Obstacle
    smallest: float | None = None

    @property
    def is_feasible(self) -> bool:
        """Whether the pilot can show what it is asked to."""
        return not self.obstacle


def plan(trial: Trial) -> Plan:
    """Answers and weeks that a trial takes, or what stands in its way."""
    base = trial.baseline
    expected = base.value + trial.change
    if not trial.change or not base.least <= expected <= base.most:
        return Plan(None, None, None, "ceiling", _smallest_change(trial))
    after = answers_after(trial, trial.change)
    before = trial.counted if trial.counted is not None else after
    if after is None:
        return Plan(before, None, None, "baseline", _smallest_change(trial))
    weeks = ceil(after / trial.per_week) if trial.per_week else None
    if weeks is not None and weeks > min(trial.weeks, LONGEST_PILOT):
        return Plan(before, after, weeks, "time", _smallest_change(trial))
    return Plan(before, after, weeks, "")


def answers_after(trial: Trial, change: float) -> int | None:
    """Answers in the pilot that show a `change` (not 0), at least 30; None if no number does.

    Several looks take up to 4 % more, a comparison place twice as many in each of four counts.
    """
    noise = look_factor(trial.looks) * (2 if trial.comparison else 1)
    needed = _equal(trial.baseline, change, noise)
    if trial.counted is not None:
        needed = _given(trial.baseline, change, trial.counted, noise)
    if needed is None or needed > sample_size.MOST_ANSWERS:
        return None
    floor = float(ENOUGH_ANSWERS)
    if trial.baseline.kind == "rate":
        both = 2 * trial.baseline.value + change
        floor = max(floor, ENOUGH_EVENTS / both)
    return sample_size.up(max(floor, needed))


def look_factor(looks: int) -> float:
    """How much more several planned looks take than one, simulated and rounded up."""
    if looks <= 1:
        return 1.0
    if looks == 2:
        return 1.01
    return 1.03 if looks <= 5 else 1.04


def _equal(base: Baseline, change: float, noise: float) -> float | None:
    """Answers in each of two equal periods."""
    after = base.value + change
    if base.kind == "rate":
        return noise * sample_size.variance_size(base.value, after, change)
    if base.kind == "nps":
        return noise * sample_size.variance_size(base.variance, base.variance, change)
    if base.kind == "effort":
        return noise * sample_size.mean_size(base.variance**0.5, change)
    return noise * sample_size.share_size(base.value, after)


def _given(base: Baseline, change: float, counted: int, noise: float) -> float | None:
    """Answers after, the number before being what it is."""
    after = base.value + change
    if counted < ENOUGH_ANSWERS:
        return None
    if base.kind == "rate":
        return sample_size.variance_after(base.value, after, change, counted, noise)
    if base.variance:
        return sample_size.variance_after(base.variance, base.variance, change, counted, noise)
    return sample_size.share_after(base.value, after, counted, noise)


def _smallest_change(trial: Trial) -> float | None:
    """The smallest change in the same direction that the weeks at hand can show."""
    base = trial.baseline
    if not trial.per_week or not trial.change:
        return None
    answers = trial.per_week * min(trial.weeks, LONGEST_PILOT)
    sign = 1 if trial.change > 0 else -1
    room = base.most - base.value if sign > 0 else base.value - base.least
    low, high = 0.0, min(room, 10 * base.value + 1)

    def shows(change: float) -> bool:
        needed = answers_after(trial, sign * change)
        return needed is not None and needed <= answers

    if high <= 0 or not shows(high):
        return None
    while high - low > 1e-6 * high:
        middle = (low + high) / 2
        if shows(middle):
            high = middle
        else:
            low = middle
    return sign * high
