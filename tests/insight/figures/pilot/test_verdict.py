"""Verdicts and their sentences: never more than the counts, the looks and the places allow."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.pilot.comparison import Periods
from cxreset.insight.figures.pilot.verdict import Look, Question, Sites, judge, reached
from cxreset.insight.figures.pilot.verdict_words import (
    cautions,
    guard_lead,
    guard_sentence,
    headline,
    needed,
    next_step,
    sentence,
    sureness,
)
from cxreset.insight.figures.samples import Mean, Rate, Sample, Score, Share

CSAT = Wording.of(KINDS["csat"], "Satisfaction with the delivery", "")
CALLS = Wording.of(KINDS["rate"], "“Where is my order” contacts", "deliveries")
EASE = Wording.of(KINDS["effort"], "Ease of returning", "1 to 7")
CLEAR = Periods(Share(110, 180), Share(131, 172))
UNCLEAR = Periods(Share(110, 180), Share(110, 172))
FIRST, SECOND = date(2026, 9, 25), date(2026, 10, 2)


def test_met_and_how_it_reads() -> None:
    found = judge(Question(CSAT, "up", 0.70), CLEAR)
    assert found.outcome == "met" and found.is_clear
    assert sentence(found) == (
        "Met: Satisfaction with the delivery rose from 61 % to 76 % where about 70 % was expected; "
        "the true rise lies between 5 and 24 points, on 180 and 172 answers."
    )
    assert headline(found) == "Satisfaction with the delivery rose from 61 % to 76 %."
    assert sureness(found).startswith("Met: the true rise lies between 5 and 24 points")
    assert cautions(found) == ()
    assert next_step(found).startswith("Spread it")


def test_a_target_for_a_figure_that_was_to_fall() -> None:
    """ "From 80 to about 60", and it came to 50."""
    found = judge(Question(CALLS, "down", 0.06), Periods(Rate(96, 1200), Rate(58, 1150)))
    assert sentence(found) == (
        "Met: “Where is my order” contacts fell from 80 to 50 per 1,000 deliveries where about 60 "
        "was expected; the true fall lies between 9 and 51, on 1,200 and 1,150 deliveries."
    )


@pytest.mark.parametrize(
    ("better", "target", "periods", "outcome"),
    [
        ("up", 0.70, CLEAR, "met"),
        ("up", 0.762, CLEAR, "met"),  # 76.2 expected and 76.16 got: the same as shown
        ("up", 0.85, CLEAR, "partly met"),
        ("up", None, CLEAR, "better"),
        ("down", None, CLEAR, "worse"),
        ("down", 0.50, CLEAR, "not met"),
        ("up", 0.70, UNCLEAR, "cannot tell"),
        ("up", 0.85, UNCLEAR, "not met"),  # a rise of 24 points is ruled out
        ("up", None, UNCLEAR, "cannot tell"),
        ("up", 0.70, Periods(Share(11, 18), Share(18, 20)), "direction only"),
        ("up", 0.70, Periods(Share(110, 180), Share(29, 29)), "direction only"),
    ],
)
def test_outcomes(
    better: Literal["up", "down"], target: float | None, periods: Periods, outcome: str
) -> None:
    assert judge(Question(CSAT, better, target), periods).outcome == outcome


def test_cannot_tell_says_what_it_would_take_and_never_no_effect() -> None:
    found = judge(Question(CSAT, "up", 0.70), UNCLEAR)
    assert sentence(found) == (
        "Cannot tell yet: Satisfaction with the delivery rose from 61 % to 64 % where about 70 % "
        "was expected; the true change lies between −7 and +13 points, on 180 and 172 answers, so "
        "no change at all is still possible; to show what was expected would take about 450 "
        "answers in each period."
    )
    assert needed(found) == 448
    assert cautions(found) == ("No effect seen is not the same as no effect.",)
    assert "plan a second one with a fresh baseline" in next_step(found)


def test_ruled_out_is_not_met_and_still_not_no_effect() -> None:
    found = judge(Question(CSAT, "up", 0.85), UNCLEAR)
    assert "so what was expected is unlikely" in sentence(found)
    assert "No effect seen is not the same as no effect." in cautions(found)


def test_an_unchanged_figure_stays() -> None:
    found = judge(Question(CSAT), Periods(Share(60, 100), Share(60, 100)))
    assert found.outcome == "cannot tell"
    assert "Satisfaction with the delivery stayed at 60 %" in sentence(found)


def test_effort_all_alike_has_no_verdict() -> None:
    found = judge(Question(EASE, "up"), Periods(Mean(5.0, 1.2, 60), Mean(7.0, 0.0, 40)))
    assert (found.outcome, found.doubt, found.around) == ("direction only", "alike", None)
    assert "all alike have no spread" in sentence(found)


# --- looks ------------------------------------------------------------------------------------


def test_before_any_planned_look_there_are_figures_and_no_verdict() -> None:
    periods = Periods(Share(201, 335), Share(63, 84))
    found = judge(Question(CSAT, "up", 0.7), periods, looks=[Look(FIRST), Look(SECOND)], wanted=330)
    assert found.outcome == "too early", "an unplanned look costs nothing but the word"
    assert sentence(found) == (
        "Too early to call: 84 of about 330 answers, and the next planned look is on 25 "
        "September; Satisfaction with the delivery rose from 60 % to 75 % so far."
    )


def test_a_planned_look_says_how_sure_it_would_have_to_be() -> None:
    looks = [Look(FIRST, Periods(Share(110, 180), Share(60, 84))), Look(SECOND)]
    found = judge(Question(CSAT, "up", 0.7), CLEAR, looks=looks, wanted=172)
    assert found.outcome == "too early"
    assert sentence(found).startswith(
        "Too early to call: look 1 of 2, on 25 September, with 84 of about 180 answers; its range "
        "would have to leave out zero at "
    )


def test_the_last_look_decides_with_a_corrected_bound() -> None:
    looks = [Look(FIRST, Periods(Share(110, 180), Share(60, 84))), Look(SECOND, CLEAR)]
    found = judge(Question(CSAT, "up", 0.7), CLEAR, looks=looks, wanted=172)
    assert found.outcome == "met" and found.reading.number == 2
    assert 1.96 < found.reading.multiplier < 2.1


def test_an_early_success_stays_and_says_at_most() -> None:
    early = Periods(Share(180, 300), Share(140, 160))
    later = Periods(Share(180, 300), Share(190, 300))
    looks = [Look(FIRST, early), Look(SECOND, later)]
    found = judge(Question(CSAT, "up", 0.7), later, looks=looks, wanted=300)
    assert (found.outcome, found.reading.number) == ("met", 1)
    assert any("say “at most” 28 points" in one for one in cautions(found))


def test_after_the_last_look_the_verdict_stays() -> None:
    looks = [Look(FIRST, UNCLEAR)]
    grown = Periods(Share(110, 180), Share(310, 350))
    found = judge(Question(CSAT, "up", 0.7), grown, looks=looks, wanted=172)
    assert found.outcome == "cannot tell" and found.reading.periods == UNCLEAR


def test_a_look_with_few_answers_is_none_and_spends_nothing() -> None:
    few = Look(FIRST, Periods(Share(110, 180), Share(20, 29)))
    found = judge(Question(CSAT), CLEAR, looks=[few, Look(SECOND, CLEAR)], wanted=172)
    alone = judge(Question(CSAT), CLEAR)
    assert found.reading.multiplier == pytest.approx(alone.reading.multiplier)
    assert judge(Question(CSAT), CLEAR, looks=[few], wanted=172).outcome == "direction only"


def test_a_look_without_new_answers_is_none() -> None:
    twice = [Look(FIRST, UNCLEAR), Look(SECOND, UNCLEAR)]
    found = judge(Question(CSAT), UNCLEAR, looks=twice, wanted=172)
    assert found.outcome == "cannot tell" and found.reading.is_last


# --- places -----------------------------------------------------------------------------------


def test_a_comparison_site() -> None:
    periods = CLEAR._replace(elsewhere=(Share(115, 178), Share(118, 180)))
    found = judge(Question(CSAT, "up", 0.7), periods, sites=Sites("Northgate", "Eastfield"))
    assert sentence(found) == (
        "Met: Satisfaction with the delivery rose from 61 % to 76 % where about 70 % was expected; "
        "Northgate rose 14 points more than Eastfield (between 0.3 and 28), and two places also "
        "differ by themselves."
    )
    assert "Places drift by themselves" in cautions(found)[0]


def test_thin_cells_are_a_direction_only() -> None:
    periods = Periods(Share(30, 40), Share(40, 40), (Share(40, 40), Share(39, 40)))
    found = judge(Question(CSAT, "up"), periods)
    assert (found.outcome, found.doubt) == ("direction only", "thin")
    assert "fewer than five answers of a kind" in sentence(found)


def test_the_worst_of_twelve_is_not_called_better() -> None:
    worst = Sites("Northgate", lowest_of=12)
    found = judge(Question(CSAT, "up", 0.7), CLEAR, sites=worst)
    assert found.outcome == "direction only"
    assert sentence(found).endswith("but the worst of 12 places rises by itself.")
    assert cautions(found)[0].startswith(
        "Northgate was the worst of 12; the worst of 12 gets better by up to 6 points by itself."
    )
    beside = CLEAR._replace(elsewhere=(Share(115, 178), Share(118, 180)))
    assert judge(Question(CSAT), beside, sites=worst).outcome == "direction only", "no cure"
    fresh = judge(Question(CSAT), CLEAR, sites=worst._replace(is_fresh=True))
    assert fresh.outcome == "better" and cautions(fresh) == ()
    assert judge(Question(CSAT, "down"), CLEAR, sites=worst).outcome == "worse", "worse stays"


# --- the figure that must not get worse --------------------------------------------------------


def test_the_guard() -> None:
    steady = judge(Question(CALLS, "down"), Periods(Rate(41, 1200), Rate(43, 1150)))
    assert guard_sentence(steady) == (
        "The figure that must not get worse: “Where is my order” contacts rose from 34 to 37 per "
        "1,000 deliveries; no worsening is seen, though up to 19 is possible."
    )
    broken = judge(Question(CALLS, "down"), Periods(Rate(41, 1200), Rate(90, 1150)))
    assert guard_sentence(broken).startswith("The figure that must not get worse got worse: ")
    few = judge(Question(CALLS, "down"), Periods(Rate(2, 1200), Rate(3, 1150)))
    assert guard_sentence(few).endswith("whether it got worse cannot be told.")
    safe = judge(Question(CALLS, "down"), Periods(Rate(96, 1200), Rate(58, 1150)))
    assert guard_sentence(safe).startswith("The figure that must not get worse did not get worse: ")
    assert [guard_lead(one)[1] for one in (steady, broken, few, safe)] == [
        "No worsening seen",
        "Got worse",
        "Cannot be told",
        "Did not get worse",
    ]


# --- what must hold for all counts --------------------------------------------------------------

shares = st.integers(1, 400).flatmap(lambda n: st.integers(0, n).map(lambda hits: Share(hits, n)))
scores = st.tuples(st.integers(0, 90), st.integers(0, 90), st.integers(1, 90)).map(
    lambda parts: Score(parts[0], parts[1], sum(parts))
)
rates = st.builds(Rate, st.integers(0, 90), st.integers(1, 3_000))
means = st.builds(Mean, st.floats(1, 7), st.sampled_from([0.0, 0.7, 1.6]), st.integers(1, 300))


KIND_SAMPLES: dict[str, st.SearchStrategy[Sample]] = {
    "csat": shares,
    "nps": scores,
    "rate": rates,
    "effort": means,
}


@st.composite
def questions(draw: st.DrawFn) -> tuple[Question, Periods]:
    kind = draw(st.sampled_from(sorted(KIND_SAMPLES)))
    drawn = [draw(KIND_SAMPLES[kind]) for _ in range(4)]
    target = draw(st.none() | st.floats(0.01, 0.99))
    words = Wording.of(KINDS[kind], "The figure", "")
    elsewhere = (drawn[2], drawn[3]) if draw(st.booleans()) else None
    question = Question(words, draw(st.sampled_from(["up", "down"])), target)
    return question, Periods(drawn[0], drawn[1], elsewhere)


@settings(max_examples=300)
@given(questions(), st.sampled_from([0, 12]), st.booleans())
def test_the_sentence_never_claims_more_than_the_counts(
    case: tuple[Question, Periods], lowest_of: int, fresh: bool
) -> None:
    question, periods = case
    found = judge(question, periods, sites=Sites(lowest_of=lowest_of, is_fresh=fresh))
    text = sentence(found)
    assert text.endswith(".") and "\n" not in text and ".." not in text
    assert not any(word in text for word in ("nan", "inf", "−0 ", "+0 ", "proved", "!"))
    if found.outcome in ("met", "partly met", "better", "worse"):
        assert found.is_clear and min(one.total for one in periods.samples) >= 30
    if found.outcome in ("met", "partly met", "better"):
        assert found.gain > 0 and not found.sites.rises_by_itself
    if found.outcome == "met":
        assert reached(question, periods.after)
    assert next_step(found) and all(one.endswith(".") for one in cautions(found))
    assert guard_sentence(found).endswith(".")


@given(questions())
def test_the_other_direction_turns_the_verdict(case: tuple[Question, Periods]) -> None:
    question, periods = case
    bare = question._replace(target=None)
    turned = bare._replace(better="down" if bare.better == "up" else "up")
    opposite = {"better": "worse", "worse": "better"}
    one, other = judge(bare, periods).outcome, judge(turned, periods).outcome
    assert other == opposite.get(one, one)
