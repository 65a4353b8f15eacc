"""The planner's sizes beside statsmodels' on random cases: the largest difference by kind.

    python benchmarks/planner.py [--cases 500] [--seed 15]

Needs statsmodels (the `bench` extra). Shares by `samplesize_proportions_2indep_onetail`, NPS and
rates by `normal_sample_size_one_tail`, effort by `TTestIndPower`; all two-sided at 95 %, power
80 %. Fails when a size differs by more than 1 %.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from random import Random

from statsmodels.stats.power import TTestIndPower, normal_sample_size_one_tail
from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail

from cxreset.insight.figures import sample_size
from cxreset.insight.figures.samples import ENOUGH_ANSWERS

POWER, ERROR = 0.8, 0.05


def share(chance: Random) -> tuple[float, float, str]:
    """Two shares, the second period up to three times (or a third of) the first."""
    before = chance.uniform(0.02, 0.98)
    after = min(0.99, max(0.01, before + chance.choice((-1, 1)) * chance.uniform(0.01, 0.25)))
    if abs(after - before) < 0.005:
        after = before - 0.01
    ratio = chance.choice((1.0, 1.0, 0.5, 2.0, 3.0))
    ours = sample_size.share_size(before, after, ratio)
    # There, sample 1 is the one with the change: the ratio is turned, and the first is "after".
    theirs = samplesize_proportions_2indep_onetail(
        after - before, before, POWER, ratio=1 / ratio, alpha=ERROR, alternative="two-sided"
    )
    return ours * ratio, float(theirs), f"{before:.3f} to {after:.3f}, ratio {ratio}"


def score(chance: Random) -> tuple[float, float, str]:
    """An NPS with its promoters and detractors, and a change in points."""
    promoters = chance.uniform(0.05, 0.8)
    detractors = chance.uniform(0.02, 1 - promoters)
    change = chance.uniform(0.03, 0.4)
    variance = promoters + detractors - (promoters - detractors) ** 2
    ours = sample_size.variance_size(variance, variance, change)
    return ours, normal(change, 2 * variance), f"{promoters:.2f}/{detractors:.2f}, {change:.2f}"


def rate(chance: Random) -> tuple[float, float, str]:
    """Two rates, and after up to twice before."""
    before = chance.uniform(0.005, 1.5)
    after = before * chance.choice((chance.uniform(0.3, 0.95), chance.uniform(1.05, 2)))
    ratio = chance.choice((1.0, 2.0))
    ours = sample_size.variance_size(before, after, after - before, ratio)
    theirs = normal(after - before, before + after / ratio)
    return ours, theirs, f"{before:.3f} to {after:.3f}, ratio {ratio}"


def effort(chance: Random) -> tuple[float, float, str]:
    """A mean's spread and change."""
    spread, change = chance.uniform(0.5, 2.5), chance.uniform(0.1, 1.0)
    ours = sample_size.mean_size(spread, change)
    theirs = TTestIndPower().solve_power(change / spread, power=POWER, alpha=ERROR)
    return ours, float(theirs), f"sd {spread:.2f}, {change:.2f}"


def normal(change: float, variance: float) -> float:
    """The size by which a normal test of a difference with this variance has its power."""
    return float(normal_sample_size_one_tail(abs(change), POWER, ERROR / 2, variance**0.5))


KINDS: dict[str, Callable[[Random], tuple[float, float, str]]] = {
    "share": share,
    "NPS": score,
    "rate": rate,
    "effort": effort,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=15)
    asked = parser.parse_args()
    chance, worst = Random(asked.seed), dict.fromkeys(KINDS, (0.0, ""))
    counted = dict.fromkeys(KINDS, 0)
    for case in range(asked.cases):
        name = list(KINDS)[case % len(KINDS)]
        ours, theirs, what = KINDS[name](chance)
        # No plan has fewer answers than the floor.
        ours, theirs = max(ENOUGH_ANSWERS, ours), max(ENOUGH_ANSWERS, theirs)
        counted[name] += 1
        apart = abs(ours - theirs) / theirs
        worst[name] = max(worst[name], (apart, f"{what}: {ours:.2f} and {theirs:.2f}"))
    print(f"{'kind':8} {'cases':>5} {'apart':>8}  the case furthest apart: ours and statsmodels'")
    for name, (apart, what) in worst.items():
        print(f"{name:8} {counted[name]:5} {100 * apart:7.3f}%  {what}")
    return int(any(apart > 0.01 for apart, _ in worst.values()))


if __name__ == "__main__":
    sys.exit(main())
