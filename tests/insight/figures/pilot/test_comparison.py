"""A second place, and a place chosen because it was the worst."""

from __future__ import annotations

from random import Random

import pytest

from cxreset.insight.figures.pilot.comparison import Periods, expected_extreme, phantom_gain
from cxreset.insight.figures.samples import Mean, Rate, Sample, Score, Share


@pytest.mark.parametrize(
    ("after", "before", "other_after", "other_before", "expected"),
    [
        (
            Share(131, 172),
            Share(110, 180),
            Share(118, 180),
            Share(115, 178),
            (14.1029, 0.3279, 27.6008),
        ),
        (Share(30, 40), Share(20, 40), Share(22, 40), Share(21, 40), (22.5000, -7.1535, 50.3972)),
        (Share(40, 40), Share(30, 40), Share(39, 40), Share(40, 40), (27.5000, 10.9259, 45.9019)),
        (
            Share(300, 400),
            Share(260, 400),
            Share(262, 400),
            Share(260, 400),
            (9.5000, 0.3625, 18.5668),
        ),
        (
            Score(65, 10, 100),
            Score(50, 20, 100),
            Score(52, 19, 100),
            Score(50, 20, 100),
            (22.0000, -7.4194, 50.8594),
        ),
        (
            Score(170, 45, 300),
            Score(150, 60, 300),
            Score(148, 62, 300),
            Score(150, 60, 300),
            (13.0000, -4.4372, 30.3029),
        ),
        (
            Rate(58, 1150),
            Rate(96, 1200),
            Rate(90, 1180),
            Rate(95, 1210),
            (-2.73240, -5.81807, 0.32407),
        ),
        (Rate(0, 300), Rate(9, 300), Rate(8, 310), Rate(9, 290), (-2.47720, -6.44900, 1.14149)),
    ],
)
def test_difference_of_differences(
    after: Sample,
    before: Sample,
    other_after: Sample,
    other_before: Sample,
    expected: tuple[float, float, float],
) -> None:
    periods = Periods(before, after, (other_before, other_after))
    around = periods.range()
    assert around is not None
    found = [100 * one for one in (periods.difference, *around)]
    assert found == pytest.approx(expected, abs=6e-5)


def test_a_cell_with_fewer_than_five_of_a_kind_is_thin() -> None:
    three = Share(20, 40)
    assert Periods(three, Share(36, 40), (three, three)).is_thin, "four misses"
    assert not Periods(three, Share(35, 40), (three, three)).is_thin
    assert Periods(Score(20, 4, 40), Score(20, 5, 40), (Score(20, 5, 40),) * 2).is_thin
    assert not Periods(Share(40, 40), Share(30, 40)).is_thin, "one place has no such rule"
    assert not Periods(*(Mean(5, 1, 40),) * 2, (Mean(5, 1, 40),) * 2).is_thin


def test_effort_with_four_variances() -> None:
    periods = Periods(
        Mean(4.9, 1.6, 40), Mean(5.6, 1.4, 40), (Mean(5.0, 1.5, 40), Mean(5.1, 1.5, 40))
    )
    around = periods.range()
    assert around is not None and periods.difference == pytest.approx(0.6)
    error = sum(spread**2 / 40 for spread in (1.6, 1.4, 1.5, 1.5)) ** 0.5
    assert around.high - 0.6 == pytest.approx(1.976 * error, rel=1e-3), "t of about 155 degrees"


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        (1, 0.0),
        (2, 0.5642),
        (3, 0.8463),
        (4, 1.0294),
        (5, 1.1630),
        (6, 1.2672),
        (8, 1.4236),
        (10, 1.5388),
        (12, 1.6292),
        (15, 1.7359),
        (20, 1.8675),
        (30, 2.0428),
    ],
)
def test_the_worst_of_many(sites: int, expected: float) -> None:
    assert expected_extreme(sites) == pytest.approx(expected, abs=6e-5)


@pytest.mark.parametrize(
    ("before", "sites", "gain"),
    [
        (Share(39, 60), 12, 10.0322),
        (Share(32, 40), 6, 8.0145),
        (Share(130, 200), 12, 5.4949),
    ],
)
def test_phantom_gain(before: Share, sites: int, gain: float) -> None:
    assert 100 * phantom_gain(before, sites) == pytest.approx(gain, abs=6e-5)


def test_the_worst_of_twelve_rises_by_itself_and_a_second_site_does_not_help() -> None:
    """Twelve alike places; the lowest is piloted without any effect, with its old baseline."""
    chance, runs, beside, fresh = Random(5), 1_500, 0, 0
    draw = [sum(chance.random() < 0.65 for _ in range(60)) for _ in range(20 * runs)]
    cells = iter(draw)
    for _ in range(runs):
        before = sorted(Share(next(cells), 60) for _ in range(12))
        after, again, other = (Share(next(cells), 60) for _ in range(3))
        beside_range = Periods(before[0], after, (before[6], other)).range()
        with_fresh = Periods(again, after).range()
        beside += beside_range is not None and beside_range.low > 0
        fresh += with_fresh is not None and with_fresh.low > 0
    assert beside / runs > 0.07, "a comparison place does not cure it"
    assert fresh / runs <= 0.03 + 2 * (0.03 * 0.97 / runs) ** 0.5, "a fresh baseline does"
