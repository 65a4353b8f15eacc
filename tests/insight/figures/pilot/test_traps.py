"""Sixteen traps of measuring: the quick guess in the comment, the right value in the test."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from cxreset.insight.figures.intervals import rate_interval
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.normal import multiplier_for
from cxreset.insight.figures.percent import Written, bare_sentence
from cxreset.insight.figures.pilot.comparison import Periods
from cxreset.insight.figures.pilot.outcome_words import ASSUMED
from cxreset.insight.figures.pilot.planner import Baseline, Trial, plan
from cxreset.insight.figures.pilot.planner_words import answer, ways_out
from cxreset.insight.figures.pilot.verdict import Look, Question, judge
from cxreset.insight.figures.pilot.verdict_words import cautions, sentence
from cxreset.insight.figures.run_chart import pool
from cxreset.insight.figures.sample_size import share_after
from cxreset.insight.figures.samples import Share, change

CSAT = Wording.of(KINDS["csat"], "CSAT", "")


def points(before: Share, after: Share) -> list[float]:
    around = change(before, after)
    assert around is not None
    return [100 * end for end in around]


def test_1_no_events_are_no_certainty() -> None:
    """Guess: 0 ± 0 per 1,000."""
    assert [1000 * end for end in rate_interval(0, 100)] == pytest.approx([0, 38.4], abs=0.05)


def test_2_all_against_none() -> None:
    """Guess (Wald): 100 … 100, and 1.5 … 16.4."""
    assert points(Share(0, 20), Share(10, 10)) == pytest.approx([67.9, 100], abs=0.05)
    assert points(Share(0, 29), Share(5, 56)) == pytest.approx([-3.8, 19.3], abs=0.05)


def test_3_one_rule_gives_the_range_and_the_verdict() -> None:
    """Guess: a p-value of another method (0.059) may stand beside the range."""
    before, after = Share(8, 30), Share(6, 60)
    assert points(before, after) == pytest.approx([-35.2, -0.6], abs=0.05)
    assert judge(Question(CSAT, "down"), Periods(before, after)).outcome == "better"


def test_4_overlapping_ranges_can_differ() -> None:
    """Guess: 54–65 and 63–73 overlap, so there is no difference."""
    before, after = Share(180, 300), Share(204, 300)
    was, now = before.range(), after.range()
    assert was is not None and now is not None and was.high > now.low
    assert points(before, after) == pytest.approx([0.3, 15.6], abs=0.06)


def test_5_the_same_people_twice_are_not_independent() -> None:
    """Paired it would be 1.9 … 18.1; from counts alone it cannot be known, so it is said."""
    assert points(Share(60, 100), Share(70, 100)) == pytest.approx([-3.2, 22.7], abs=0.06)
    assert "different people before and after" in ASSUMED


def test_6_five_answers_each_are_not_five_people() -> None:
    """60 customers with 5 alike answers each: 300 answers err like about 100."""
    chance, called, runs = Random(6), 0, 600

    def answers() -> int:
        hits = 0
        for _ in range(60):
            typical = chance.random() < 0.65
            for _ in range(5):
                own = chance.random() < 0.65
                hits += typical if chance.random() < 0.5**0.5 else own
        return hits

    for _ in range(runs):
        around = change(Share(answers(), 300), Share(answers(), 300))
        called += around is not None and not around.holds_zero
    assert called / runs > 0.15, "nothing in the counts can show it: the assumption is said"


def test_7_and_8_one_figure_is_named_before() -> None:
    """Guess: 5 %. The best of 2, 3, 5, 10 figures errs in 9.8, 14.3, 22.6, 40.1 %."""
    for figures, error in ((2, 0.098), (3, 0.143), (5, 0.226), (10, 0.401)):
        assert 1 - 0.95**figures == pytest.approx(error, abs=0.0006)
        assert multiplier_for(figures) > multiplier_for(1), "ranges for several are wider"


def test_9_whole_weeks() -> None:
    """Ten days with four or two weekend days: +4 without any change."""
    weekday, weekend = 0.70, 0.50
    ten_days = [(6 * weekday + 4 * weekend) / 10, (8 * weekday + 2 * weekend) / 10]
    assert [100 * one for one in ten_days] == pytest.approx([62, 66])
    assert "whole weeks" in ASSUMED


def test_10_a_mix_of_channels() -> None:
    """Half web, then 70 % web: 70 to 74, and nothing within either channel."""
    before = [Share(300, 500), Share(400, 500)]
    after = [Share(180, 300), Share(560, 700)]
    assert (pool(before).value, pool(after).value) == (0.70, 0.74)
    for was, now in zip(before, after, strict=True):
        assert now.value - was.value == pytest.approx(0)


def test_11_weeks_are_pooled_not_averaged() -> None:
    """Guess: the mean of 90 and 50 is 70."""
    assert pool([Share(9, 10), Share(45, 90)]).value == pytest.approx(0.54)


def test_12_a_ceiling() -> None:
    """92 % and ten points."""
    trial = Trial(Baseline.share("csat", 0.92), 0.10)
    assert plan(trial).obstacle == "ceiling"
    assert answer(trial).startswith("This cannot be")
    assert "contacts per 1,000 customers, or the effort" in ways_out(trial)[0]


def test_13_waiting_does_not_mend_a_small_baseline() -> None:
    """Guess: some number will do."""
    assert share_after(0.65, 0.75, 150) is None
    assert share_after(0.65, 0.75, 180) == pytest.approx(1328, abs=1)


def test_14_an_early_success_is_too_large() -> None:
    """At look 2 of 5 it is 2.1 times the truth, so that it says "at most"."""
    early = Periods(Share(180, 300), Share(140, 160))
    looks = [Look(date(2026, 9, day), early if day == 4 else None) for day in (4, 11, 18)]
    found = judge(Question(CSAT, "up", 0.7), early, looks=looks, wanted=300)
    assert found.outcome == "met" and any("at most" in one for one in cautions(found))


def test_15_differences_come_from_unrounded_figures() -> None:
    """Guess: 65 to 67, so +2."""
    found = judge(Question(CSAT), Periods(Share(327, 500), Share(333, 500)))
    assert "from 65.4 % to 66.6 %" in sentence(found)
    assert "+1.2 points" in bare_sentence(CSAT, Written(65.4, 1), Written(66.6, 1))


def test_16_the_order_of_answers_is_no_matter() -> None:
    """An always-valid range fed by a file sorted by rating is empty; counts have no order."""
    hits = [1] * 140 + [0] * 60
    shuffled = Random(16).sample(hits, len(hits))
    assert Share(sum(hits), 200).range() == Share(sum(shuffled), 200).range()
