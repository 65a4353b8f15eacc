"""Drivers, months and channels: each vector, the floors, and that shuffled ratings stay silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight.figures import groups
from cxreset.insight.figures.groups import Contrast, Sums


def sums(values: Iterable[float]) -> Sums:
    """From the ratings one by one."""
    return Sums.of_ratings(Counter(values))


def ratings(counts: str) -> Sums:
    """From the numbers of 1s to 5s."""
    return Sums.of_ratings(dict(enumerate(map(int, counts.split()), start=1)))


@pytest.mark.parametrize(
    ("named", "rest", "looked_at", "difference", "low", "high"),
    [
        ("12 4 3 3 8", "168 66 77 167 492", 12, -1.0722, -1.8476, -0.1969),
        ("0 0 0 0 20", "40 30 60 200 650", 12, 0.5816, 0.0473, 1.3585),
        ("20 10 10 5 5", "20 20 50 195 665", 30, -2.2421, -2.6464, -1.7222),
        ("9 5 6 15 65", "31 25 54 185 605", 30, -0.2333, -0.5419, 0.1295),
    ],
)
def test_drivers(
    named: str, rest: str, looked_at: int, difference: float, low: float, high: float
) -> None:
    found = groups.driver(ratings(named), ratings(rest), looked_at)
    assert found == pytest.approx((difference, low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("group", "rest", "looked_at", "difference", "low", "high"),
    [
        ((18, 200), (30, 600), 30, 0.0400, -0.0253, 0.0967),
        ((12, 60), (100, 940), 60, 0.0936, -0.0673, 0.2135),
        ((40, 500), (75, 1500), 12, 0.0300, -0.0059, 0.0630),
    ],
)
def test_months_and_channels(
    group: tuple[int, int],
    rest: tuple[int, int],
    looked_at: int,
    difference: float,
    low: float,
    high: float,
) -> None:
    found = groups.share_contrast(*group, *rest, looked_at)
    assert found == pytest.approx((difference, low, high), abs=5e-5)


def test_below_the_floors_nothing_is_compared() -> None:
    assert groups.driver(Sums.of_ratings({1: 19}), ratings("0 0 0 0 500"), 1) is None
    assert groups.share_contrast(5, 100, 4, 1000, 1) is None, "nine mentions in all"
    assert groups.share_contrast(29, 29, 100, 1000, 1) is None, "a month of 29 comments"
    assert groups.contrast(ratings("0 0 0 0 30"), ratings("0 0 0 0 90"), 1) is None, "all alike"
    assert groups.contrast(Sums(0, 0, 0, 0), ratings("1 1 1 1 1"), 1) is None, "an empty group"
    alike = sums([0.1] * 50)
    assert groups.contrast(alike, sums([0.1] * 77), 1) is None, "alike but for rounding"


def test_twenty_people_of_one_mind_are_no_certainty() -> None:
    """A range from their own spread, which is none, would call this driver sure at any number."""
    found = groups.driver(ratings("0 0 0 0 20"), ratings("100 100 200 300 280"), 30)
    assert found is not None and found.high - found.low > 0.5


@pytest.mark.parametrize("size", [20, 40, 100])
def test_shuffled_ratings_have_no_drivers(size: int) -> None:
    """Twelve made-up themes over the same skewed ratings: a false driver in at most about 5 %."""
    chance = Random(78)
    values = [1] * 40 + [2] * 30 + [3] * 60 + [4] * 200 + [5] * 670
    everyone = sums(values)
    false = 0
    for _ in range(400):
        named = [sums(chance.sample(values, size)) for _ in range(12)]
        found = (groups.driver(one, _less(everyone, one), 12) for one in named)
        false += any(one is not None and one.is_clear for one in found)
    assert false <= 0.05 * 400 + 3 * (400 * 0.05 * 0.95) ** 0.5


def _less(all_of_them: Sums, some: Sums) -> Sums:
    return Sums(
        all_of_them.number - some.number,
        all_of_them.first - some.first,
        all_of_them.second - some.second,
        all_of_them.third - some.third,
    )


@given(st.lists(st.integers(1, 7), min_size=1, max_size=60), st.integers(0, 60))
def test_sums_add_up(values: list[int], cut: int) -> None:
    first, second = sums(values[:cut]), sums(values[cut:])
    assert first.plus(second) == pytest.approx(sums(values))
    by_hand = (len(values), *(sum(value**power for value in values) for power in (1, 2, 3)))
    assert sums(values) == pytest.approx(by_hand)


@given(
    st.lists(st.integers(1, 5), min_size=20, max_size=60),
    st.lists(st.integers(1, 5), min_size=20, max_size=200),
    st.integers(1, 60),
)
def test_the_range_holds_the_difference_and_widens_with_more_themes(
    named: list[int], rest: list[int], looked_at: int
) -> None:
    one = groups.driver(sums(named), sums(rest), looked_at)
    if one is None:
        assert len(set(named + rest)) == 1
        return
    assert one.low < one.difference < one.high
    more = groups.driver(sums(named), sums(rest), looked_at + 10)
    assert more is not None and more.high - more.low > one.high - one.low


def test_a_driver_goes_with_and_never_causes() -> None:
    named = ratings("12 4 3 3 8")
    found = groups.driver(named, ratings("168 66 77 167 492"), 12)
    assert groups.driver_sentence("Late\x1b[1m vans", named, found) == (
        "“Late[1m vans” goes with a rating that is lower by 1.1 (between 0.2 and 1.8)."
    )
    assert groups.driver_sentence("Price", named, Contrast(-0.2, -0.5, 0.1)) == (
        "“Price” goes with no clear difference in the rating."
    )
    assert groups.driver_sentence("Price", Sums.of_ratings({4: 7}), None) == (
        "“Price”: 7 ratings; from 20 on it can be compared."
    )


def test_quiet_months_see_nothing_and_say_so() -> None:
    assert "does not mean that nothing rose" in groups.month_sentence(0, 12)
    assert "a small rise would not show" in groups.month_sentence(0, 200)
    assert groups.month_sentence(2, 200) == (
        "2 themes more frequent than in the three months before."
    )
