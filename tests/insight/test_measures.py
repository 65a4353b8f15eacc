"""The sentence a leader repeats must never claim more than the counts do."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cxreset.base.errors import UsageError
from cxreset.insight import measures
from cxreset.insight.measures import Counts, compare


@st.composite
def periods(draw: st.DrawFn, kind: str) -> Counts:
    total = draw(st.integers(1, 3_000))
    if kind == "rate":
        return Counts(draw(st.integers(0, 3 * total)), total)
    hits = draw(st.integers(0, total))
    return Counts(hits, total, draw(st.integers(0, total - hits)) if kind == "nps" else 0)


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[str, Counts, Counts, str]:
    kind = draw(st.sampled_from(measures.KINDS))
    better = draw(st.sampled_from(["up", "down"]))
    return kind, draw(periods(kind)), draw(periods(kind)), better


def test_a_clear_rise() -> None:
    result = compare("csat", Counts(110, 180), Counts(131, 172), name="Delivery CSAT")
    assert result.sentence == (
        "Delivery CSAT rose from 61 % to 76 % (+15 points; with 95 % confidence between +5 and "
        "+24), on 180 and 172 answers."
    )
    assert result.verdict == "better"
    assert (result.low, result.high) == pytest.approx((5.35, 24.33), abs=0.01)


def test_the_scale_is_said() -> None:
    before, after = Counts(110, 180), Counts(131, 172)
    result = compare("csat", before, after, name="Delivery CSAT", scale="5-point scale")
    assert result.sentence.startswith("Delivery CSAT (5-point scale) rose from 61 % to 76 %")


def test_a_rate_that_was_to_fall() -> None:
    result = compare(
        "rate",
        Counts(96, 1200),
        Counts(58, 1150),
        name="“Where is my order” contacts",
        better="down",
        scale="deliveries",
    )
    assert result.sentence == (
        "“Where is my order” contacts fell from 80 to 50 per 1,000 deliveries (−30; with 95 % "
        "confidence between −51 and −9), on 1,200 and 1,150 deliveries."
    )
    assert result.verdict == "better"


def test_a_fall_that_was_not_wished() -> None:
    result = compare("nps", Counts(150, 300, 60), Counts(120, 290, 100))
    assert result.verdict == "worse"
    assert result.sentence == (
        "NPS fell from +30 to +7 (−23 points; with 95 % confidence between −36 and −10), on 300 "
        "and 290 answers, which is not the way you hoped."
    )


def test_few_answers_are_a_direction_only() -> None:
    result = compare("csat", Counts(11, 18), Counts(14, 20))
    assert result.verdict == "direction only"
    assert result.needed == 448
    assert result.sentence == (
        "Direction only: CSAT rose from 61 % to 70 % (+9 points; with 95 % confidence between −20 "
        "and +36), on 18 and 20 answers; that is too few to be sure, and to be sure of a "
        "difference this size it would take about 450 answers in each period."
    )


def test_few_answers_stay_a_direction_even_when_the_interval_leaves_zero_out() -> None:
    result = compare("csat", Counts(1, 10), Counts(9, 10))
    assert result.low is not None and result.low > 0
    assert (result.verdict, result.needed) == ("direction only", measures.ENOUGH_ANSWERS)


def test_many_answers_and_a_hair_of_a_difference() -> None:
    result = compare("csat", Counts(700, 1000), Counts(705, 1000))
    assert result.verdict == "direction only"
    assert "from 70.0 % to 70.5 % (+0.5 points" in result.sentence
    assert "that leaves room for no change at all" in result.sentence
    assert "about 140,000 answers in each period" in result.sentence


def test_few_events_are_a_direction_only() -> None:
    result = compare("rate", Counts(8, 1000), Counts(0, 1000), better="down")
    assert result.high is not None and result.high < 0
    assert (result.verdict, result.needed) == ("direction only", 1250)


def test_one_kind_of_answer_is_no_certainty() -> None:
    # The standard error of METHOD is 0 here; zero width would read as perfect certainty.
    result = compare("nps", Counts(0, 30), Counts(30, 30))
    assert result.verdict == "direction only"
    assert "95 %" not in result.sentence and "cannot be told" in result.sentence
    assert "95 %" not in compare("nps", Counts(30, 30), Counts(40, 40)).sentence
    assert "95 %" not in compare("nps", Counts(30, 30), None).sentence


def test_no_difference_is_not_proof_of_none() -> None:
    result = compare("conversion", Counts(5, 50), Counts(5, 50))
    assert result.verdict == "unclear"
    assert result.sentence == (
        "Conversion stayed at 10 %, on 50 and 50 visits; that does not show that nothing changed: "
        "with 95 % confidence between −13 and +13 points, a change remains possible."
    )


def test_one_side_says_what_is_missing() -> None:
    before = compare("csat", Counts(110, 180), None, name="Delivery CSAT")
    assert before.sentence == (
        "Delivery CSAT before the change: 61 % (with 95 % confidence between 54 and 68), on 180 "
        "answers; the counts after it are still missing, so nothing can be compared yet."
    )
    assert (before.verdict, before.after, before.difference) == ("unclear", None, None)
    after = compare("csat", None, Counts(110, 180))
    assert after.before is None and "the counts before it are still missing" in after.sentence
    neither = compare("share", None, None, name="Preventable share")
    assert neither.sentence == (
        "Nothing is counted yet for Preventable share, neither before nor after."
    )


def test_a_name_from_outside_is_shown_as_text() -> None:
    sentence = compare("csat", None, None, name="a\x1b[31m\nb").sentence
    assert "\x1b" not in sentence and "\n" not in sentence


@pytest.mark.parametrize(
    ("kind", "hits", "total", "low", "sentence"),
    [
        ("csat", 11, 10, None, "Top-two-box answers (11) cannot be more than the total (10)."),
        ("share", 3, 2, None, "Contacts counted (3) cannot be more than the total (2)."),
        ("csat", -1, 10, None, "A count cannot be below zero."),
        ("nps", 1, 10, -1, "A count cannot be below zero."),
        ("csat", 0, 0, None, "The number of answers must be at least 1."),
        ("rate", 3, 0, None, "The number of customers must be at least 1."),
        ("nps", 6, 10, 5, "Promoters and detractors cannot be more than the 10 answers."),
    ],
)
def test_impossible_counts_are_said_plainly(
    kind: str, hits: int, total: int, low: int | None, sentence: str
) -> None:
    assert measures.problem(kind, hits, total, low) == sentence
    with pytest.raises(UsageError) as caught:
        measures.counted(kind, hits, total, low)
    assert caught.value.sentence == sentence
    for ask in (measures.figure, measures.interval):
        with pytest.raises(UsageError):
            ask(kind, Counts(hits, total, low or 0))
    with pytest.raises(UsageError):
        compare(kind, Counts(hits, total, low or 0), None)


def test_an_unknown_kind_is_refused() -> None:
    assert measures.problem("stars", 6, 10) == (
        "“stars” is not a kind of figure: choose csat, nps, conversion, share, rate."
    )
    with pytest.raises(UsageError):
        compare("stars", None, None)


def test_counts_are_complete_or_not() -> None:
    assert measures.counted("csat", 3, None) is None
    assert measures.counted("nps", 3, 10) is None
    assert measures.counted("nps", 3, 10, 2) == Counts(3, 10, 2)
    assert measures.counted("rate", 30, 10) == Counts(30, 10), "a customer can complain thrice"


def test_an_unknown_direction_is_refused() -> None:
    with pytest.raises(UsageError, match="choose up or down"):
        compare("csat", None, None, better="sideways")


@given(comparisons())
@example(("nps", Counts(30, 30), Counts(0, 30), "up"))
def test_the_sentence_never_claims_more_than_the_counts(
    case: tuple[str, Counts, Counts, str],
) -> None:
    kind, before, after, better = case
    result = compare(kind, before, after, better=better)
    assert result.low is not None and result.high is not None and result.difference is not None
    assert result.low - 1e-9 <= result.difference <= result.high + 1e-9
    lowered = result.sentence.lower()
    assert not any(word in lowered for word in ("proved", "proven", "better", "success", "!"))
    assert result.sentence.endswith(".") and "\n" not in result.sentence
    assert "nan" not in lowered and "−0 " not in lowered and "+0 " not in lowered
    if result.low <= 0 <= result.high or min(before.total, after.total) < 30:
        assert result.verdict in ("unclear", "direction only")
    if result.verdict == "direction only":
        assert result.sentence.startswith("Direction only: ")
        assert result.needed is None or result.needed > min(before.total, after.total)
    else:
        assert result.needed is None or result.verdict == "unclear"
        assert "Direction only" not in result.sentence


@given(comparisons())
def test_swapping_the_periods_swaps_the_verdict(case: tuple[str, Counts, Counts, str]) -> None:
    kind, before, after, better = case
    one = compare(kind, before, after, better=better)
    other = compare(kind, after, before, better=better)
    turned = {"better": "worse", "worse": "better"}
    assert other.verdict == turned.get(one.verdict, one.verdict)
    assert one.needed == other.needed
    assert one.low is not None and other.high is not None
    assert one.low == pytest.approx(-other.high, abs=1e-9)
