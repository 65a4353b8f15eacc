"""Planned looks: how wide the range must be at each, so that all together err in at most 5 %.

A look is when a verdict may be said. Time is measured by information (how much the counts tell
about their difference), as a part of that at the last planned look: t, from 0 to 1.

Lan, K. K. G. and DeMets, D. L. (1983), Discrete sequential boundaries for clinical trials,
Biometrika 70:659-663; spending like O'Brien and Fleming's bounds; bounds by the recursive
integration of Armitage, McPherson and Rowe (1969), JRSS A 132:235-244, as in Jennison and Turnbull
(2000), Group Sequential Methods, ch. 7 and 19.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, pi, sqrt
from typing import Final, NamedTuple

from cxreset.insight.figures.normal import upper_tail

ERROR: Final = 0.05
"""The share of unchanged pilots that all looks together may call a change."""
WIDEST: Final = 8.0
"""The largest multiplier: beyond it a first look is too early to be worth its digits."""
_TWICE_AT_HALF: Final = 2.241402727604947  # quantile of 1 − 0.025/2
_POINTS: Final = 161


def spent(t: float) -> float:
    """The part of the 5 % that may be used up to information t (0..1): 0 at first, 5 % at 1.

    Twice the one-sided function at 2.5 %, 4·(1 − Φ(2.2414/√t)); all of it from t = 1 on.
    """
    if t <= 0:
        return 0.0
    return min(ERROR, 4 * upper_tail(_TWICE_AT_HALF / sqrt(t)))


def bounds(times: Sequence[float], *, last: bool = True) -> tuple[float, ...]:
    """The multiplier of the range at each look, for looks at these rising times t (> 0).

    With `last` the last of them is the last planned one and uses all that is left, whatever its t.
    Each bound depends on the looks up to it only: looks already held keep theirs.
    """
    if any(later <= sooner for sooner, later in pairwise((0.0, *times))):
        raise ValueError("looks must be at rising, positive times")
    return _bounds(tuple(times), last)


@lru_cache(maxsize=64)
def _bounds(times: tuple[float, ...], last: bool) -> tuple[float, ...]:
    found: list[float] = []
    going: _Density | None = None
    used = 0.0
    for index, t in enumerate(times):
        is_final = index == len(times) - 1
        allowed = ERROR if last and is_final else spent(t)
        c = _bound(going, t, allowed - used)
        found.append(c)
        if not is_final:
            used += _crossing(going, t, c)
            going = _carried(going, t, c)
    return tuple(found)


class _Density(NamedTuple):
    """The score at a look, on a grid, for pilots that have not crossed a bound so far.

    `weights` are density times Simpson's weight at each of `points`; `t` is the look's time.
    """

    t: float
    points: tuple[float, ...]
    weights: tuple[float, ...]


def _bound(going: _Density | None, t: float, allowed: float) -> float:
    """The c at which the look spends what is `allowed`; at most `WIDEST`."""
    low, high = 0.0, WIDEST
    for _ in range(50):
        middle = (low + high) / 2
        if _crossing(going, t, middle) > allowed:
            low = middle
        else:
            high = middle
    return high


def _crossing(going: _Density | None, t: float, c: float) -> float:
    """The share of unchanged pilots that cross ±c at time t for the first time."""
    if going is None:
        return 2 * upper_tail(c)
    edge, step = c * sqrt(t), sqrt(t - going.t)
    return sum(
        weight * (upper_tail((edge - point) / step) + upper_tail((edge + point) / step))
        for point, weight in zip(going.points, going.weights, strict=True)
    )


def _carried(going: _Density | None, t: float, c: float) -> _Density:
    """The density at time t of those within ±c."""
    if going is None:
        going = _Density(0.0, (0.0,), (1.0,))  # all pilots start at nothing
    edge, step = c * sqrt(t), sqrt(t - going.t)
    width = 2 * edge / (_POINTS - 1)
    points = tuple(-edge + index * width for index in range(_POINTS))
    before = tuple(zip(going.points, going.weights, strict=True))
    scale = width / 3 / (step * sqrt(2 * pi))
    weights = tuple(
        scale
        * _simpson(index)
        * sum(weight * exp(-(((point - old) / step) ** 2) / 2) for old, weight in before)
        for index, point in enumerate(points)
    )
    return _Density(t, points, weights)


def _simpson(index: int) -> int:
    if index in (0, _POINTS - 1):
        return 1
    return 4 if index % 2 else 2
