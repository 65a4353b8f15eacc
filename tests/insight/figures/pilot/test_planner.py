"""The planner says how many answers and weeks, or no and three ways out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.insight.figures.pilot.planner import Baseline, Trial, answers_after, look_factor, plan
from cxreset.insight.figures.pilot.planner_words import answer, ways_out

CSAT = Baseline.share("csat", 0.65)


def test_the_line_a_leader_repeats() -> None:
    assert answer(Trial(CSAT, 0.10, per_week=40)) == (
        "To show +10 points from 65 % takes about 330 answers before and after; at 40 a week that "
        "is 9 weeks."
    )
    assert ways_out(Trial(CSAT, 0.10, per_week=40)) == ()


def test_a_baseline_already_counted() -> None:
    found = plan(Trial(CSAT, 0.10, counted=300, per_week=40))
    assert (found.before, found.after, found.weeks) == (300, 361, 10)
    assert answer(Trial(CSAT, 0.10, counted=300, per_week=40)) == (
        "To show +10 points from 65 % takes about 370 answers in the pilot, beside the 300 "
        "counted before; at 40 a week that is 10 weeks."
    )


def test_a_baseline_too_small_for_any_pilot() -> None:
    trial = Trial(CSAT, 0.10, counted=150, per_week=40)
    assert plan(trial).obstacle == "baseline" and plan(trial).after is None
    assert answer(trial) == (
        "Your baseline is too small to show a change of 10 points, however long the pilot runs."
    )
    figure, larger, longer = ways_out(trial)
    assert figure.startswith("Another figure: ")
    assert larger == "A larger change: from +12 points on it could be shown in 12 weeks."
    assert longer.startswith("A longer count before the pilot: from about 330 answers")


def test_too_few_weeks() -> None:
    trial = Trial(CSAT, 0.10, per_week=12, weeks=6)
    assert plan(trial).obstacle == "time"
    assert answer(trial) == (
        "This cannot be shown here: +10 points from 65 % takes about 330 answers before and "
        "after; at 12 a week that is 28 weeks."
    )
    assert ways_out(trial)[1:] == (
        "A larger change: from +21 points on it could be shown in 6 weeks.",
        "A longer pilot: 28 weeks.",
    )


def test_a_ceiling() -> None:
    trial = Trial(Baseline.share("csat", 0.92), 0.10, per_week=200)
    assert answer(trial) == "This cannot be: 92 % and +10 points would be more than 100 %."
    figure, _, longer = ways_out(trial)
    assert "contacts per 1,000 customers, or the effort" in figure
    assert longer == "A longer pilot does not help: the scale ends there."
    down = Trial(Baseline.rate(0.02), -0.03, per_week=200)
    assert answer(down) == "This cannot be: 20 and −30 would be less than 0."
    effort = Trial(Baseline.mean(4.5, 1.0, (1, 5)), 1.0)
    assert answer(effort) == "This cannot be: 4.5 and +1.0 would be more than 5."


@pytest.mark.parametrize(
    ("trial", "needed"),
    [
        (Trial(CSAT, 0.05), 1377),
        (Trial(CSAT, 0.15), 138),
        (Trial(Baseline.score(0.5, 0.2), 0.15), 426),
        (Trial(Baseline.bare_score(0.3), 0.15), 635),
        (Trial(Baseline.rate(0.08), -0.03), 1134),
        (Trial(Baseline.mean(4.9, 1.5), 0.5), 143),
        (Trial(CSAT, 0.34), 30),  # the floor, where the formula has fewer
        (Trial(Baseline.rate(0.0008), -0.0008), 12_500),  # ten events are expected in no fewer
    ],
)
def test_every_kind(trial: Trial, needed: int) -> None:
    found = plan(trial)
    assert (found.before, found.after, found.weeks) == (needed, needed, None)


def test_a_comparison_site_takes_twice_as_many_in_each_of_four() -> None:
    one = answers_after(Trial(Baseline.score(0.5, 0.2), 0.15), 0.15)
    both = answers_after(Trial(Baseline.score(0.5, 0.2), 0.15, comparison=True), 0.15)
    assert (one, both) == (426, 852)
    assert "in each of the two places" in answer(Trial(CSAT, 0.1, comparison=True))


def test_several_looks_take_a_little_more() -> None:
    assert [look_factor(looks) for looks in (1, 2, 4, 5, 10)] == [1.0, 1.01, 1.03, 1.03, 1.04]
    assert answers_after(Trial(CSAT, 0.1, looks=10), 0.1) == 342


def test_nothing_to_show_needs_no_pilot() -> None:
    assert answer(Trial(CSAT, 0.0)) == (
        "Say which change would be worth having: no change needs no pilot."
    )


def test_answers_a_week_not_known() -> None:
    assert answer(Trial(Baseline.mean(4.9, 1.5), 0.3)) == (
        "To show +0.3 from 4.9 takes about 400 answers before and after; say how many come in a "
        "week to see how long."
    )


@settings(deadline=None)
@given(
    st.floats(0.05, 0.95),
    st.floats(-0.3, 0.3).filter(lambda change: abs(change) > 0.01),
    st.integers(1, 400),
    st.integers(1, 20),
    st.booleans(),
)
def test_the_change_that_is_offered_can_be_shown(
    value: float, change: float, per_week: int, weeks: int, comparison: bool
) -> None:
    trial = Trial(
        Baseline.share("csat", value), change, None, per_week, weeks, comparison=comparison
    )
    found = plan(trial)
    if found.smallest is not None:
        offered = plan(trial._replace(change=found.smallest))
        assert offered.is_feasible and (found.smallest > 0) == (change > 0)
    assert len(ways_out(trial)) == (0 if found.is_feasible else 3)
    for text in (answer(trial), *ways_out(trial)):
        assert text.endswith(".") and "nan" not in text and "inf" not in text
