"""Ranges of one figure and of a difference: the vectors, the published ones, and what must hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight.figures.intervals import rate_interval, wilson
from cxreset.insight.figures.samples import (
    BareScore,
    Mean,
    Rate,
    Sample,
    Score,
    Share,
    change,
    information,
    is_enough,
)

shares = st.integers(1, 3_000).flatmap(lambda n: st.integers(0, n).map(lambda hits: Share(hits, n)))
scores = st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(1, 500)).map(
    lambda parts: Score(parts[0], parts[1], sum(parts))
)
rates = st.builds(Rate, st.integers(0, 2_000), st.integers(1, 50_000))
means = st.builds(Mean, st.floats(1, 7), st.floats(0.1, 3), st.integers(11, 500))
pairs = st.one_of(*(st.tuples(kind, kind) for kind in (shares, scores, rates, means)))


def in_points(sample_range: tuple[float, float] | None) -> list[float]:
    assert sample_range is not None
    return [100 * end for end in sample_range]


@pytest.mark.parametrize(
    ("score", "low", "high"),
    [
        (Score(50, 20, 100), 13.8755, 43.9049),
        (Score(20, 5, 40), 13.4778, 54.9506),
        (Score(30, 0, 30), 77.2973, 100),
        (Score(0, 0, 30), -5.9559, 5.9559),
        (Score(54, 2, 60), 70.1191, 92.7845),
        (Score(36, 0, 60), 43.8419, 68.9375),
        (Score(150, 60, 300), 20.8401, 38.4013),
    ],
)
def test_nps(score: Score, low: float, high: float) -> None:
    assert in_points(score.range()) == pytest.approx([low, high], abs=5e-5)


@pytest.mark.parametrize(
    ("before", "after", "usual", "wide"),
    [
        (Score(50, 20, 100), Score(50, 20, 100), [-21.2919, 21.2919], [-26.9349, 26.9349]),
        (Score(50, 20, 100), Score(65, 10, 100), [4.5529, 44.4753], [-1.1454, 49.5862]),
        (Score(320, 20, 400), Score(54, 1, 60), [-2.7495, 20.9954], [-9.3146, 22.8243]),
        (Score(20, 10, 40), Score(30, 5, 40), [2.9643, 68.2883], [-6.6695, 75.7994]),
        (Score(240, 0, 400), Score(45, 0, 60), [-1.6044, 23.8524], [-7.7480, 25.6679]),
        (Score(150, 60, 300), Score(170, 45, 300), [-0.5132, 23.6750], [-3.8646, 26.9205]),
    ],
)
def test_nps_difference(before: Score, after: Score, usual: list[float], wide: list[float]) -> None:
    assert in_points(change(before, after)) == pytest.approx(usual, abs=5e-5)
    assert in_points(change(before, after, 2.5)) == pytest.approx(wide, abs=5e-5)


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        (Mean(4.9, 1.6, 40), Mean(5.6, 1.4, 40), 0.0306, 1.3694),
        (Mean(5.31, 1.72, 180), Mean(5.70, 1.41, 172), 0.0609, 0.7191),
        (Mean(4.9, 1.6, 300), Mean(5.2, 1.5, 60), -0.1264, 0.7264),
        (Mean(6.2, 1.1, 30), Mean(6.6, 0.7, 100), -0.0312, 0.8312),
    ],
)
def test_effort_difference(before: Mean, after: Mean, low: float, high: float) -> None:
    assert change(before, after) == pytest.approx((low, high), abs=5e-5)


def test_effort_needs_a_spread_and_some_answers() -> None:
    assert Mean(7, 0, 40).range() is None, "all alike"
    assert Mean(5, 1.5, 10).range() is None and Mean(5, 1.5, 11).range() is not None
    assert change(Mean(5, 1.5, 40), Mean(7, 0, 40)) is None
    assert Mean.of_counts({1: 1, 4: 2, 7: 1}) == pytest.approx((4.0, 6**0.5, 4))
    assert Mean.of_counts({5: 1}).range() is None


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
    assert wilson(hits, total) == pytest.approx((low, high), abs=5e-5)


# Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10; (first, second) there
# is (after, before) here.
@pytest.mark.parametrize(
    ("after", "before", "low", "high"),
    [
        (Share(56, 70), Share(48, 80), 0.0524, 0.3339),
        (Share(9, 10), Share(3, 10), 0.1705, 0.8090),
        (Share(6, 7), Share(2, 7), 0.0582, 0.8062),
        (Share(5, 56), Share(0, 29), -0.0381, 0.1926),
        (Share(0, 10), Share(0, 20), -0.1611, 0.2775),
        (Share(0, 10), Share(0, 10), -0.2775, 0.2775),
        (Share(10, 10), Share(0, 20), 0.6791, 1.0000),
        (Share(10, 10), Share(0, 10), 0.6075, 1.0000),
    ],
)
def test_share_difference_as_published(
    after: Share, before: Share, low: float, high: float
) -> None:
    assert change(before, after) == pytest.approx((low, high), abs=5e-5)


def test_rate_as_other_programs_have_it() -> None:
    # R, DescTools: PoissonCI(x = 15, n = 400, method = "score")
    assert rate_interval(15, 400) == pytest.approx(
        (0.0227264749053794, 0.0618771721463559), rel=1e-12
    )
    # R, ratesci: scoreci of 600 / 514.775 against 300 / 543.087 times 0.1
    found = change(Rate(300, 543087), Rate(600, 514775))
    assert found is not None and found[0] > 0


def test_a_bare_score_has_the_widest_range_it_can_have() -> None:
    assert BareScore(0.3, 100).variance == pytest.approx(0.91)
    known, bare = Score(50, 20, 100).range(), BareScore(0.3, 100).range()
    assert known is not None and bare is not None
    assert bare.low < known.low and bare.high > known.high


def test_information_is_not_the_number_of_answers() -> None:
    assert information(Share(0, 300), Share(0, 300)) == pytest.approx(150)
    assert information(Share(0, 300), Share(0, 30)) == pytest.approx(300 * 30 / 330)
    four = information(Share(0, 40), Share(0, 400), Share(0, 400), Share(0, 40))
    assert four == pytest.approx(1 / (2 / 40 + 2 / 400))


def test_enough_for_a_verdict() -> None:
    assert is_enough(Share(1, 30), Share(1, 30)) and not is_enough(Share(1, 29), Share(1, 300))
    assert is_enough(Rate(5, 300), Rate(5, 300)) and not is_enough(Rate(5, 300), Rate(4, 300))


@given(pairs)
def test_the_range_holds_the_difference_and_turns_with_it(pair: tuple[Sample, Sample]) -> None:
    before, after = pair
    found, turned = change(before, after), change(after, before)
    assert found is not None and turned is not None
    assert found.low - 1e-9 <= after.value - before.value <= found.high + 1e-9
    assert found == pytest.approx((-turned.high, -turned.low), abs=1e-9)
    wide = change(before, after, 3.0)
    assert wide is not None and wide.low <= found.low + 1e-9 and wide.high >= found.high - 1e-9


@given(st.one_of(shares, scores))
def test_a_range_stays_on_its_scale_and_is_never_without_width(sample: Share | Score) -> None:
    found = sample.range()
    assert found is not None
    least = 0.0 if isinstance(sample, Share) else -1.0
    assert least <= found.low <= sample.value <= found.high <= 1
    assert found.high > found.low
