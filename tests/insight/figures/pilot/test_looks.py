"""Bounds for planned looks, as published and as simulated."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.insight.figures.pilot.looks import bounds, spent
from cxreset.insight.figures.samples import Share, information
from tests.examples import examples


def equal(looks: int) -> list[float]:
    return [look / looks for look in range(1, looks + 1)]


@pytest.mark.parametrize(
    "published",
    [
        "1.9600",
        "2.9626 1.9686",
        "3.7103 2.5114 1.9930",
        "4.3326 2.9631 2.3590 2.0141",
        "4.8769 3.3570 2.6803 2.2898 2.0310",
        "5.3666 3.7103 2.9697 2.5387 2.2522 2.0448",
        "5.8153 4.0333 3.2351 2.7672 2.4554 2.2294 2.0562",
        "6.2320 4.3326 3.4814 2.9796 2.6443 2.4012 2.2146 2.0658",
        "6.6225 4.6127 3.7121 3.1789 2.8217 2.5624 2.3634 2.2046 2.0740",
        "6.9914 4.8769 3.9297 3.3671 2.9893 2.7148 2.5041 2.3358 2.1975 2.0812",
    ],
)
def test_equally_spaced_looks_as_published(published: str) -> None:
    expected = [float(c) for c in published.split()]
    assert bounds(equal(len(expected))) == pytest.approx(expected, abs=6e-5)


def test_five_looks_as_in_the_journals() -> None:
    assert bounds(equal(5)) == pytest.approx([4.877, 3.357, 2.680, 2.290, 2.031], abs=6e-4)


@pytest.mark.parametrize(
    ("before", "after", "times", "expected"),
    [
        (300, "40 90 180 300", "0.2353 0.4615 0.7500 1", "4.4749 3.0999 2.3522 2.0134"),
        (180, "50 100 172", "0.4449 0.7309 1", "3.1639 2.3871 2.0083"),
        (
            100,
            "30 60 100 150 200",
            "0.3462 0.5625 0.7500 0.9000 1",
            "3.6347 2.7755 2.3750 2.1674 2.0743",
        ),
        (1200, "250 600 1150", "0.3523 0.6812 1", "3.5997 2.4807 1.9961"),
        (400, "35 100", "0.4023 1", "3.3462 1.9624"),
        (500, "450 500", "0.9474 1", "2.0278 2.0623"),
        (
            1000,
            "100 200 300 400 500 600 700 800 900 1000",
            "0.1818 0.3333 0.4615 0.5714 0.6667 0.75 0.8235 0.8889 0.9474 1",
            "5.1275 3.7104 3.1101 2.7800 2.5707 2.4254 2.3183 2.2358 2.1703 2.1169",
        ),
    ],
)
def test_looks_by_information_and_not_by_answers(
    before: int, after: str, times: str, expected: str
) -> None:
    arms = [information(Share(0, before), Share(0, int(total))) for total in after.split()]
    found = [one / arms[-1] for one in arms]
    assert found == pytest.approx([float(t) for t in times.split()], abs=6e-5)
    assert bounds(found) == pytest.approx([float(c) for c in expected.split()], abs=6e-5)


def test_more_or_fewer_answers_than_planned() -> None:
    more = bounds([0.25, 0.5, 0.75, 1.2])
    assert more == pytest.approx([4.3326, 2.9631, 2.3590, 2.0439], abs=6e-5)
    fewer = bounds([0.2, 0.4, 0.6])
    assert fewer == pytest.approx([4.8769, 3.3570, 1.9603], abs=6e-5), "the last spends the rest"


def test_an_extra_look_is_put_in_from_there_on() -> None:
    assert bounds([0.5, 0.75, 1]) == pytest.approx([2.9626, 2.3590, 2.0141], abs=6e-5)
    assert bounds([0.5], last=False) == pytest.approx(bounds([0.5, 1])[:1])


@pytest.mark.parametrize(
    ("t", "error"),
    [
        (0.2, 0.00000108),
        (0.25, 0.00001473),
        (0.3, 0.00008545),
        (0.4, 0.00078830),
        (0.5, 0.00305065),
        (0.6, 0.00761613),
        (0.75, 0.01929865),
        (0.9, 0.03628999),
    ],
)
def test_spending(t: float, error: float) -> None:
    assert spent(t) == pytest.approx(error, abs=6e-9)


def test_all_is_spent_at_the_end() -> None:
    assert spent(0) == 0 and spent(1) == pytest.approx(0.05) and spent(3) == 0.05
    after_the_end = bounds([0.5, 1.0, 1.1])
    assert after_the_end[2] > 3.5, "next to nothing is left"


@pytest.mark.parametrize("times", [[0.5, 0.5], [0.5, 0.4], [0.0, 1.0], [-1.0]])
def test_times_must_rise(times: list[float]) -> None:
    with pytest.raises(ValueError, match="rising"):
        bounds(times)


@settings(max_examples=examples(6), deadline=None)
@given(st.lists(st.floats(0.05, 1.0), min_size=2, max_size=6, unique_by=lambda t: round(t, 1)))
def test_looks_already_held_keep_their_bound(times: list[float]) -> None:
    rising = sorted(times)
    for held in range(1, len(rising)):
        assert bounds(rising[:held], last=False) == pytest.approx(bounds(rising)[:held])


def test_random_walks_cross_five_looks_in_five_of_a_hundred() -> None:
    chance, found, crossed = Random(7), bounds(equal(5)), 0
    for _ in range(20_000):
        walk = 0.0
        for look, c in enumerate(found, start=1):
            walk += chance.gauss(0, 0.2**0.5)
            if abs(walk) > c * (look / 5) ** 0.5:
                crossed += 1
                break
    assert crossed / 20_000 == pytest.approx(0.05, abs=0.005)
