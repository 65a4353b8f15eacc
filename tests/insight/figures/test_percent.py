"""Percentages as a survey tool shows them: what can be behind them, and what cannot be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight.figures import percent
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.percent import Written, possible_hits, read, share_problem, shares
from cxreset.insight.figures.samples import BareScore, Share

CSAT = Wording.of(KINDS["csat"], "Satisfaction", "")


@pytest.mark.parametrize(
    ("text", "total", "hits"),
    [
        ("76 %", 172, [130, 131]),
        ("33%", 300, [98, 99, 100]),
        ("61", 180, [109, 110]),
        ("61", 9, []),
        ("87", 50, []),
        ("100", 3, [3]),
        ("0", 3, [0]),
        ("76,2 %", 172, [131]),
    ],
)
def test_counts_behind_a_percentage(text: str, total: int, hits: list[int]) -> None:
    written = read(text)
    assert written is not None
    assert list(possible_hits(written, total)) == hits
    assert bool(share_problem(written, total)) == (not hits)


def test_an_impossible_percentage_is_asked_about() -> None:
    assert share_problem(Written(61, 0), 9) == (
        "61 % of 9 answers is no whole number of answers: is one of the two a slip?"
    )
    assert share_problem(Written(104, 0), 50) == "A percentage lies between 0 and 100."
    assert shares((Written(61, 0), 9), (Written(76, 0), 172)) is None


def test_the_counts_that_claim_least_are_used() -> None:
    assert shares((Written(61, 0), 180), (Written(76, 0), 172)) == (
        Share(110, 180),
        Share(130, 172),
    )
    alike = shares((Written(50, 0), 300), (Written(50, 0), 700))
    assert alike is not None and alike[0].value == alike[1].value


@given(st.integers(1, 2_000), st.data())
def test_the_counts_behind_a_percentage_are_found_again(total: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, total))
    for decimals in (0, 1, 2):
        assert hits in possible_hits(Written(round(100 * hits / total, decimals), decimals), total)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [("76 %", 76, 0), ("+12", 12, 0), ("−5", -5, 0), ("4,9", 4.9, 1), ("61.50", 61.5, 2)],
)
def test_numbers_as_people_write_them(text: str, value: float, decimals: int) -> None:
    assert read(text) == Written(value, decimals)


@pytest.mark.parametrize("text", ["", "about 60", "nan", "1e5", "inf", "6.", "1.2.3", "=1+1"])
def test_what_is_no_number(text: str) -> None:
    assert read(text) is None


def test_without_answers_there_is_no_range_and_the_sentence_says_why() -> None:
    assert percent.bare_sentence(CSAT, Written(61, 0), Written(76, 0)) == (
        "Satisfaction rose from 61 % to 76 % (+15 points, give or take 1 point for rounding); "
        "how sure cannot be told: the number of answers is missing."
    )


def test_one_point_of_two_rounded_percentages_is_about_the_same() -> None:
    assert percent.bare_sentence(CSAT, Written(61, 0), Written(62, 0)) == (
        "Satisfaction is about the same, 61 % and 62 %; how sure cannot be told: the number of "
        "answers is missing."
    )


@pytest.mark.parametrize(("score", "total", "error"), [(30, 100, 9.5394), (80, 50, 8.4853)])
def test_a_score_with_its_answers_only(score: float, total: int, error: float) -> None:
    """The larger of the two standard errors it can have: no passives."""
    found = 100 * (BareScore(score / 100, total).variance / total) ** 0.5
    assert found == pytest.approx(error, abs=6e-5)
