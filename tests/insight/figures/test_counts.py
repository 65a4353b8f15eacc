"""What was typed for a period becomes a sample, a bare figure, or a plain sentence."""

from __future__ import annotations

import pytest

from cxreset.insight.figures.counts import Period, Typed, problem_of, read_period, read_periods
from cxreset.insight.figures.percent import Written
from cxreset.insight.figures.samples import BareScore, Mean, Rate, Sample, Score, Share


@pytest.mark.parametrize(
    ("kind", "typed", "sample"),
    [
        ("csat", Typed(hits=110, total=180), Share(110, 180)),
        ("csat", Typed(total=172, value="76 %"), Share(131, 172)),
        ("nps", Typed(hits=50, low=20, total=100), Score(50, 20, 100)),
        ("nps", Typed(total=100, value="+30"), BareScore(0.3, 100)),
        ("rate", Typed(hits=96, total=1200), Rate(96, 1200)),
        ("rate", Typed(total=1200, value="80"), Rate(96, 1200)),
        ("effort", Typed(total=40, value="4,9 ± 1.6"), Mean(4.9, 1.6, 40)),
    ],
)
def test_samples(kind: str, typed: Typed, sample: Sample) -> None:
    assert read_period(kind, typed) == Period(sample)


@pytest.mark.parametrize(
    ("kind", "typed", "written"),
    [
        ("csat", Typed(value="76 %"), Written(76, 0)),
        ("effort", Typed(total=40, value="4.9"), Written(4.9, 1)),
        ("csat", Typed(hits=3), None),
        ("nps", Typed(hits=3, total=10), None),
    ],
)
def test_what_is_not_complete(kind: str, typed: Typed, written: Written | None) -> None:
    assert read_period(kind, typed) == Period(None, written)


@pytest.mark.parametrize(
    ("kind", "typed", "sentence"),
    [
        (
            "csat",
            Typed(11, total=10),
            "Top-two-box answers (11) cannot be more than the total (10).",
        ),
        ("share", Typed(3, total=2), "Contacts counted (3) cannot be more than the total (2)."),
        ("csat", Typed(-1, total=10), "A count cannot be below zero."),
        (
            "effort",
            Typed(value="4.9 ± x"),
            "“4.9 ± x” is not a number: write it like 4.9 or, with its spread, 4.9 ± 1.6.",
        ),
        ("csat", Typed(0, total=0), "The number of answers must be at least 1."),
        ("rate", Typed(3, total=0), "The number of customers must be at least 1."),
        ("nps", Typed(6, 5, 10), "Promoters and detractors cannot be more than the 10 answers."),
        ("csat", Typed(value="most"), "“most” is not a number: write it like 61 or 61.5."),
        ("csat", Typed(value="140"), "CSAT lies between 0 and 100."),
        ("nps", Typed(value="-140"), "NPS lies between -100 and 100."),
        ("rate", Typed(value="-1"), "Rate cannot be below zero."),
        ("effort", Typed(value="6"), "Effort lies between 1 and 5."),
        (
            "csat",
            Typed(total=9, value="61"),
            "61 % of 9 answers is no whole number of answers: is one of the two a slip?",
        ),
        (
            "stars",
            Typed(),
            "“stars” is not a kind of figure: choose csat, nps, conversion, share, rate, effort.",
        ),
    ],
)
def test_what_cannot_be(kind: str, typed: Typed, sentence: str) -> None:
    assert problem_of(kind, typed, "1 to 5") == sentence
    assert read_period(kind, typed, "1 to 5") == Period(problem=sentence)


def test_two_percentages_claim_the_least() -> None:
    before, after = read_periods("csat", Typed(total=300, value="33"), Typed(total=700, value="33"))
    assert before.sample is not None and after.sample is not None
    assert before.sample.value == pytest.approx(after.sample.value, abs=0.0005)
    counted, _ = read_periods("csat", Typed(99, total=300), Typed(total=700, value="33"))
    assert counted.sample == Share(99, 300), "what was counted stays as it was counted"
