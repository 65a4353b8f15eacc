"""Week by week: each vector, and that a stable series stays unshifted."""

from __future__ import annotations

from random import Random

import pytest

from cxreset.insight.figures import run_chart
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.run_chart import median, pool, shift, shift_sentence, usual
from cxreset.insight.figures.samples import BareScore, Mean, Rate, Sample, Score, Share

CSAT = Wording.of(KINDS["csat"], "", "")


def series(hits: str, totals: str) -> list[Sample]:
    counted = [int(total) for total in totals.split()]
    numbers = [int(one) for one in hits.split()]
    if len(counted) == 1:
        counted *= len(numbers)
    return [Share(one, total) for one, total in zip(numbers, counted, strict=True)]


RATES = [
    Rate(one, total)
    for one, total in zip(
        [24, 31, 19, 27, 22, 29, 25, 26, 14, 12, 15, 11],
        [300, 320, 290, 310, 300, 305, 295, 310, 300, 290, 305, 300],
        strict=True,
    )
]


@pytest.mark.parametrize(
    ("weeks", "value", "wobble", "z", "after", "is_clear"),
    [
        (
            series("33 26 41 30 28 37 35 24 31 40 29 34", "50 41 60 48 45 55 52 40 47 61 46 51"),
            0.6510,
            1,
            -0.2614,
            7,
            False,
        ),
        (series("65 58 70 61 66 59 63 68 84 88 80 86", "100"), 0.7067, 1.4692, 5.0655, 8, True),
        (
            series("160 230 172 221 165 210 228 158 219 170 224 163", "300"),
            0.6444,
            5.7448,
            -0.4016,
            7,
            False,
        ),
        (RATES, 0.0703, 1, -4.2711, 8, True),
        (series("20 22 19 21 30 31 29 33", "40"), 0.6406, 1, 4.7768, 4, True),
    ],
)
def test_series(
    weeks: list[Sample], value: float, wobble: float, z: float, after: int, is_clear: bool
) -> None:
    level, found = usual(weeks), shift(weeks)
    assert level is not None and found is not None
    assert (level.value, level.wobble) == pytest.approx((value, wobble), abs=6e-5)
    assert found.z == pytest.approx(z, abs=6e-5)
    assert (found.after, found.is_clear) == (after, is_clear)


def test_a_shift_comes_with_what_the_rule_is_worth() -> None:
    found = shift(series("65 58 70 61 66 59 63 68 84 88 80 86", "100"))
    assert shift_sentence(found, 12, CSAT) == (
        "Since week 9 the figure lies higher (+21 points) than chance would explain in 19 of 20 "
        "such series of 12 weeks."
    )
    assert shift_sentence(None, 12, CSAT) == "No shift is seen; a small one would not show."
    assert shift_sentence(None, 5, CSAT).startswith("A shift is looked for from 8 whole weeks on")


def test_only_the_last_twelve_weeks_are_looked_at() -> None:
    old = series("95 95 95 95", "100")
    recent = series("65 58 70 61 66 59 63 68 84 88 80 86", "100")
    alone, longer = shift(recent), shift(old + recent)
    assert alone is not None and longer is not None
    assert (longer.after, longer.z) == (alone.after + 4, alone.z)


def test_few_weeks_have_no_range_and_no_rule() -> None:
    weeks = series("20 22 19 21 30 31 29 33", "40")
    assert usual(weeks[:5]) is None and usual(weeks[:6]) is not None
    assert shift(weeks[:7]) is None and shift(weeks) is not None
    assert usual(series("40 40 40 40 40 40 40 40", "40")) is None, "all alike: no spread to go by"


def test_each_week_has_its_own_range() -> None:
    level = usual(series("33 26 41 30 28 37", "50 41 60 48 45 55"))
    assert level is not None
    few, many = level.range(10), level.range(400)
    assert few.high == 1.0 and few.low < many.low < level.value < many.high


def test_weeks_are_pooled_by_their_answers() -> None:
    assert pool([Share(9, 10), Share(45, 90)]) == Share(54, 100), "not the mean of 90 and 50 %"
    assert pool([Rate(3, 100), Rate(5, 300)]) == Rate(8, 400)
    assert pool([Score(5, 1, 10), Score(1, 5, 10)]) == Score(6, 6, 20)
    assert pool([BareScore(0.5, 10), BareScore(-0.5, 30)]) == BareScore(-0.25, 40)
    whole = Mean.of_counts({1: 2, 4: 3, 7: 8})
    parts = [Mean.of_counts({1: 2, 4: 1}), Mean.of_counts({4: 2, 7: 8})]
    assert pool(parts) == pytest.approx(whole)
    assert median([3, 1, 2]) == 2 and median([4, 1, 2, 3]) == 2.5


@pytest.mark.parametrize(("answers", "wobble"), [(50, 0.0), (300, 0.05)])
def test_a_stable_series_shows_no_shift(answers: int, wobble: float) -> None:
    """Looked at every week up to the twelfth; weeks may wobble by themselves."""
    chance, called, runs = Random(2026), 0, 400
    for _ in range(runs):
        weeks: list[Sample] = []
        for _ in range(12):
            share = min(1.0, max(0.0, 0.65 + chance.gauss(0, wobble)))
            hits = sum(chance.random() < share for _ in range(answers))
            weeks.append(Share(hits, answers))
        found = (shift(weeks[:week]) for week in range(run_chart.WEEKS_FOR_SHIFT, 13))
        called += any(one is not None and one.is_clear for one in found)
    assert called / runs <= 0.05 + 3 * (0.05 * 0.95 / runs) ** 0.5
