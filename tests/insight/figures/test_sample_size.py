"""Answers needed, against statsmodels' figures (statsmodels 0.15.0, two-sided 95 %, power 80 %)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight.figures import sample_size
from cxreset.insight.figures.sample_size import up


@pytest.mark.parametrize(
    ("before", "after", "exact"),
    [
        (0.65, 0.70, 1376.2989),
        (0.65, 0.73, 523.4681),
        (0.65, 0.75, 328.4715),
        (0.65, 0.80, 137.9148),
        (0.70, 0.80, 293.1513),
        (0.50, 0.60, 387.3385),
        (0.90, 0.95, 434.4320),
        (0.90, 0.85, 685.5969),
        (0.03, 0.04, 5300.7392),
        (0.03, 0.035, 19742.6780),
        (0.60, 0.50, 387.3385),
        (0.95, 0.98, 587.9217),
        (0.20, 0.15, 905.3658),
        (0.61, 0.76, 149.3571),
    ],
)
def test_shares(before: float, after: float, exact: float) -> None:
    assert sample_size.share_size(before, after) == pytest.approx(exact, abs=6e-5)


@pytest.mark.parametrize(
    ("before", "after", "ratio", "first", "second"),
    [
        (0.65, 0.75, 2, 242.957, 485.914),
        (0.65, 0.75, 0.5, 498.376, 249.188),
        (0.90, 0.95, 2, 311.615, 623.230),
        (0.90, 0.95, 0.5, 676.267, 338.133),
        (0.03, 0.04, 3, 3626.941, 10880.824),
        (0.20, 0.15, 0.25, 2319.770, 579.943),
    ],
)
def test_unequal_periods(
    before: float, after: float, ratio: float, first: float, second: float
) -> None:
    size = sample_size.share_size(before, after, ratio)
    assert (size, ratio * size) == pytest.approx((first, second), abs=6e-4)


@pytest.mark.parametrize(
    ("before", "after", "counted", "needed"),
    [
        (0.65, 0.75, 1000, 202),
        (0.65, 0.75, 329, 328),
        (0.65, 0.75, 300, 361),
        (0.65, 0.75, 180, 1328),
        (0.65, 0.75, 165, 3319),
        (0.65, 0.75, 150, None),
        (0.65, 0.70, 400, None),
        (0.50, 0.65, 120, 278),
        (0.90, 0.85, 500, 1187),
        (0.80, 0.88, 250, 447),
        (0.61, 0.76, 80, 613),
        (0.03, 0.04, 4000, 8307),
        (0.03, 0.04, 2000, None),
    ],
)
def test_shares_with_a_baseline_already_counted(
    before: float, after: float, counted: int, needed: int | None
) -> None:
    found = sample_size.share_after(before, after, counted)
    assert (None if found is None else up(found)) == needed


def test_more_answers_after_can_hide_a_change_again() -> None:
    """From 95 to 85 % the pooled share moves towards a half: no number is enough at the far end."""
    for counted in range(100, 400):
        found = sample_size.share_after(0.95, 0.85, counted)
        far = sample_size.share_after(0.95, 0.85, counted + 1)
        if found is not None:
            assert far is not None and far <= found + 1e-6


@pytest.mark.parametrize(
    ("promoters", "detractors", "points", "exact", "double", "after_400"),
    [
        (0.5, 0.2, 5, 3830.2533, 2873, None),
        (0.5, 0.2, 10, 957.5633, 719, None),
        (0.5, 0.2, 15, 425.5837, 320, 455),
        (0.5, 0.2, 20, 239.3908, 180, 171),
        (0.35, 0.35, 10, 1098.8432, 825, None),
        (0.35, 0.35, 20, 274.7108, 207, 210),
        (0.6, 0.1, 10, 706.3992, 530, 3019),
        (0.7, 0.1, 10, 690.7014, 519, 2528),
        (0.4, 0.3, 15, 481.3980, 362, 605),
        (0.2, 0.5, 10, 957.5633, 719, None),
        (0.3, 0.2, 8, 1201.8597, 902, None),
        (0.45, 0.15, 12, 555.9623, 417, 912),
    ],
)
def test_nps(
    promoters: float,
    detractors: float,
    points: float,
    exact: float,
    double: int,
    after_400: int | None,
) -> None:
    variance = promoters + detractors - (promoters - detractors) ** 2
    change = points / 100
    size = sample_size.variance_size(variance, variance, change)
    assert size == pytest.approx(exact, abs=6e-5)
    assert up(sample_size.variance_size(variance, variance, change, 2)) == double
    after = sample_size.variance_after(variance, variance, change, 400)
    assert (None if after is None else up(after)) == after_400


@pytest.mark.parametrize(
    ("before", "after", "exact", "double", "after_2000"),
    [
        (80, 50, 1133.7271, 916, 670),
        (80, 60, 2747.1079, 2159, 5474),
        (80, 70, 11773.3196, 9027, None),
        (80, 100, 3531.9959, 2551, 9122),
        (30, 20, 3924.4399, 3140, None),
        (30, 40, 5494.2158, 3925, None),
        (300, 250, 1726.7535, 1335, 1484),
        (300, 200, 392.4440, 314, 178),
        (1200, 1000, 431.6884, 334, 223),
        (10, 5, 4709.3278, 3925, None),
        (150, 120, 2354.6639, 1832, 3026),
        (500, 450, 2982.5743, 2277, 6568),
    ],
)
def test_rates(
    before: float, after: float, exact: float, double: int, after_2000: int | None
) -> None:
    was, now = before / 1000, after / 1000
    assert sample_size.variance_size(was, now, now - was) == pytest.approx(exact, abs=6e-5)
    assert up(sample_size.variance_size(was, now, now - was, 2)) == double
    found = sample_size.variance_after(was, now, now - was, 2000)
    assert (None if found is None else up(found)) == after_2000


@pytest.mark.parametrize(
    ("spread", "change", "needed"),
    [
        (1.5, 0.2, 884),
        (1.5, 0.3, 394),
        (1.5, 0.5, 143),
        (1.5, 0.75, 64),
        (1.0, 0.25, 253),
        (1.2, 0.3, 253),
        (1.8, 0.3, 567),
        (1.8, 0.5, 205),
        (2.0, 0.5, 253),
        (1.6, 0.4, 253),
        (1.3, 1.0, 28),
        (2.2, 1.0, 77),
    ],
)
def test_effort(spread: float, change: float, needed: int) -> None:
    assert up(sample_size.mean_size(spread, change)) == needed


@given(st.floats(0.02, 0.98), st.floats(0.02, 0.98), st.integers(100, 5_000))
def test_a_baseline_as_large_as_planned_needs_as_many_after(
    before: float, after: float, extra: int
) -> None:
    if abs(before - after) < 0.02:
        return
    size = sample_size.share_size(before, after)
    found = sample_size.share_after(before, after, up(size))
    assert found is not None and found <= size + 1e-3 * size + 1
    more = sample_size.share_after(before, after, up(size) + extra)
    assert more is not None and more <= found + 1e-6
