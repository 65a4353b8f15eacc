"""The arithmetic against figures published by others, and what must hold for all counts."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight import intervals
from cxreset.insight.intervals import Interval

arms = st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
nps_arms = st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(1, 500)).map(
    lambda parts: (parts[0], parts[1], sum(parts))
)
rate_arms = st.tuples(st.integers(0, 2_000), st.integers(1, 50_000))


# Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3 (score, uncorrected).
@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(hits: int, total: int, low: float, high: float) -> None:
    assert intervals.wilson(hits, total) == pytest.approx((low, high), abs=5e-5)


# Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10; (first, second) there
# is (after, before) here.
@pytest.mark.parametrize(
    ("after", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_share_difference_as_published(
    after: tuple[int, int], before: tuple[int, int], low: float, high: float
) -> None:
    assert intervals.share_difference(before, after) == pytest.approx((low, high), abs=5e-5)


def test_rate_interval_as_other_programs_have_it() -> None:
    # R, DescTools: PoissonCI(x = 15, n = 400, method = "score")
    assert intervals.rate_interval(15, 400) == pytest.approx(
        (0.0227264749053794, 0.0618771721463559), rel=1e-12
    )


def test_rate_difference_lies_by_other_methods() -> None:
    # R, ratesci: scoreci and moverci (Jeffreys) of 60 / 51.4775 against 30 / 54.3087
    found = intervals.rate_difference((30, 54.3087), (60, 51.4775))
    assert found == pytest.approx((0.265796, 0.989192), abs=0.01)
    assert found == pytest.approx((0.2629322, 0.9786493), abs=0.02)


def _exact_p(before: tuple[int, int], after: tuple[int, int]) -> float:
    """Two-sided conditional exact test of equal rates (Przyborowski and Wilenski 1940)."""
    n, share = before[0] + after[0], after[1] / (before[1] + after[1])

    def tail(counts: range) -> float:
        return sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in counts)

    return min(1.0, 2 * min(tail(range(after[0] + 1)), tail(range(after[0], n + 1))))


@pytest.mark.parametrize("exposures", [(1000, 1000), (1000, 400), (300, 1500)])
def test_rate_difference_agrees_with_the_exact_test_away_from_the_edge(
    exposures: tuple[int, int],
) -> None:
    for one in range(0, 41, 4):
        for two in range(0, 41, 4):
            before, after = (one, exposures[0]), (two, exposures[1])
            p = _exact_p(before, after)
            if one + two >= 10 and not 0.01 < p < 0.11:
                found = intervals.rate_difference(before, after)
                assert found.holds_zero == (p > 0.05), (before, after, p)


def test_nps_by_hand() -> None:
    # 50 promoters, 20 detractors of 100: variance 0.5 + 0.2 − 0.3² = 0.61
    assert intervals.nps(50, 20, 100) == 30
    assert intervals.nps_error(50, 20, 100) == pytest.approx(7.8102, abs=5e-5)
    assert intervals.nps_interval(50, 20, 100) == pytest.approx((14.69, 45.31), abs=5e-3)


def test_hundred_against_hundred_leaves_twenty_one_point_six() -> None:
    found = intervals.nps_difference((50, 20, 100), (50, 20, 100))
    assert found.high == pytest.approx(21.6, abs=0.05)
    assert found.low == -found.high


def test_sizes_that_make_a_result_believable() -> None:
    assert intervals.answers_for_shares(0.70, 0.80) == 294
    assert intervals.answers_for_nps(0.61, 0.61, 10) == 958
    # (1.96 + 0.8416)² · (0.08 + 0.05) / 0.03²
    assert intervals.exposure_for_rates(0.08, 0.05) == 1134


@given(arms)
def test_wilson_holds_the_share_and_stays_in_range(arm: tuple[int, int]) -> None:
    low, high = intervals.wilson(*arm)
    assert 0 <= low <= arm[0] / arm[1] <= high <= 1
    mirrored = intervals.wilson(arm[1] - arm[0], arm[1])
    assert (1 - mirrored.high, 1 - mirrored.low) == pytest.approx((low, high), abs=1e-9)


def _holds(found: Interval, difference: float, limit: float) -> bool:
    return -limit <= found.low <= difference + 1e-9 and difference - 1e-9 <= found.high <= limit


@given(arms, arms)
def test_share_difference_holds_itself_and_swaps(b: tuple[int, int], a: tuple[int, int]) -> None:
    found = intervals.share_difference(b, a)
    assert _holds(found, a[0] / a[1] - b[0] / b[1], 1)
    swapped = intervals.share_difference(a, b)
    assert (-swapped.high, -swapped.low) == pytest.approx(found, abs=1e-12)


@given(nps_arms, nps_arms)
def test_nps_difference_holds_itself_and_swaps(
    b: tuple[int, int, int], a: tuple[int, int, int]
) -> None:
    found = intervals.nps_difference(b, a)
    assert _holds(found, intervals.nps(*a) - intervals.nps(*b), 200)
    swapped = intervals.nps_difference(a, b)
    assert (-swapped.high, -swapped.low) == pytest.approx(found, abs=1e-9)


@given(rate_arms, rate_arms)
def test_rate_difference_holds_itself_and_swaps(b: tuple[int, int], a: tuple[int, int]) -> None:
    found = intervals.rate_difference(b, a)
    assert found.low <= a[0] / a[1] - b[0] / b[1] <= found.high
    swapped = intervals.rate_difference(a, b)
    assert (-swapped.high, -swapped.low) == pytest.approx(found, abs=1e-12)
    assert 0 <= intervals.rate_interval(*a).low <= a[0] / a[1] <= intervals.rate_interval(*a).high


@given(arms)
def test_more_answers_narrow_the_interval(arm: tuple[int, int]) -> None:
    one, ten = intervals.wilson(*arm), intervals.wilson(arm[0] * 10, arm[1] * 10)
    assert ten.high - ten.low < one.high - one.low
