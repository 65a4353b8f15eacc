"""Customers who do not exist answer a pilot's question, with known chances: for `honesty.py`."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from math import exp, lgamma, log, log1p
from random import Random
from typing import NamedTuple

from cxreset.insight.figures.pilot.planner import Baseline, Trial, answers_after
from cxreset.insight.figures.samples import Mean, Rate, Sample, Score, Share

Counts = tuple[int, ...]
"""Answers by kind of answer, the last kind being "none of the others"; a rate: events, exposure."""


class World(NamedTuple):
    """A kind of figure: the chance of each answer but the last (or the rate).

    `scale` multiplies the number of answers: visits and deliveries come in by the hundred.
    """

    name: str
    kind: str
    chances: tuple[float, ...]
    scale: int = 1


WORLDS = (
    World("CSAT 65 %", "csat", (0.65,)),
    World("share 40 %", "share", (0.40,)),
    World("conversion 5 %", "conversion", (0.05,), 10),
    World("NPS 50/20", "nps", (0.5, 0.2)),
    World("NPS 35/35", "nps", (0.35, 0.35)),
    World("rate 80 per 1,000", "rate", (0.08,), 10),
    World("effort about 5", "effort", (0.05, 0.05, 0.1, 0.15, 0.2, 0.25)),
)
CEILING = World("effort, 60 % at 7", "effort", (0.02, 0.03, 0.05, 0.05, 0.1, 0.15))


@lru_cache(maxsize=4096)
def binomial_table(total: int, chance: float) -> list[float]:
    """Cumulative chances of 0, 1, … hits."""
    found, summed = [], 0.0
    for hits in range(total + 1):
        ways = lgamma(total + 1) - lgamma(hits + 1) - lgamma(total - hits + 1)
        summed += exp(ways + hits * log(chance) + (total - hits) * log1p(-chance))
        found.append(summed)
    return found


@lru_cache(maxsize=256)
def poisson_table(mean: float) -> list[float]:
    """Cumulative chances of 0, 1, … events, until next to nothing is left."""
    found, summed, events = [], 0.0, 0
    while summed < 1 - 1e-12 and events < 20 * mean + 50:
        summed += exp(events * log(mean) - mean - lgamma(events + 1))
        found.append(summed)
        events += 1
    return found


def draw(chance: Random, world: World, chances: Sequence[float], total: int) -> Counts:
    """The answers of `total` customers."""
    if world.kind == "rate":
        table = poisson_table(chances[0] * total)
        return (min(bisect(table, chance.random()), len(table) - 1), total)
    found, left, room = [], total, 1.0
    for one in chances:
        share = min(1.0 - 1e-12, one / room)
        hits = min(left, bisect(binomial_table(left, share), chance.random())) if left else 0
        found.append(hits)
        left -= hits
        room -= one
    return (*found, left)


def sample(world: World, counts: Counts) -> Sample:
    """Counts as the product's sample."""
    if world.kind == "rate":
        return Rate(counts[0], counts[1])
    if world.kind == "nps":
        return Score(counts[0], counts[1], sum(counts))
    if world.kind == "effort":
        return Mean.of_counts(dict(enumerate(counts, start=1)))
    return Share(counts[0], sum(counts))


def planned(world: World, size: int) -> float:
    """The change for which the planner asks `size` answers before and after."""
    base = baseline(world)
    low, high = 0.0, (base.most if base.most < 9 else 2 * base.value) - base.value
    for _ in range(50):
        middle = (low + high) / 2
        needed = answers_after(Trial(baseline=base, change=middle), middle)
        low, high = (middle, high) if needed is None or needed > size else (low, middle)
    return high


def shifted(world: World, change: float) -> tuple[float, ...]:
    """The chances with the figure higher by `change`.

    Scores and effort: the same part of every lower answer becomes the highest.
    """
    if world.kind == "nps":
        promoters, detractors = world.chances
        part = change / (2 * detractors + (1 - promoters - detractors))
        return (promoters + part * (1 - promoters), detractors * (1 - part))
    if world.kind == "effort":
        gained = sum(one * (7 - point) for point, one in enumerate(world.chances, start=1))
        return tuple(one * (1 - change / gained) for one in world.chances)
    return (world.chances[0] + change,)


def baseline(world: World) -> Baseline:
    """The world as the planner is told it."""
    first = world.chances[0]
    if world.kind == "nps":
        return Baseline.score(*world.chances)
    if world.kind == "rate":
        return Baseline.rate(first)
    if world.kind == "effort":
        chances = (*world.chances, 1 - sum(world.chances))
        mean = sum(point * part for point, part in enumerate(chances, start=1))
        squares = sum(part * (point - mean) ** 2 for point, part in enumerate(chances, start=1))
        return Baseline.mean(mean, squares**0.5)
    return Baseline.share(world.kind, first)
