"""Weekly figures as they are copied from a spreadsheet."""

from __future__ import annotations

from datetime import date

import pytest

from cxreset.base.errors import UsageError
from cxreset.insight.figures.counts import read_period
from cxreset.reset.measures.weekly_rows import WeekCounts, read_weeks, whole_weeks

TWO = [WeekCounts(date(2026, 9, 7), 65, 100), WeekCounts(date(2026, 9, 14), 58, 96)]


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-07\t65\t100\n2026-09-14\t58\t96\n",
        "Week\tSatisfied\tAnswers\n2026-09-07\t65\t100\n\n2026-09-14\t58\t96",
        "14.09.2026;58;96\n07.09.2026;65;100",
        "2026-09-09,65,100\n2026-09-16,58,96",
        "2026-09-07\t30\t50\n2026-09-11\t35\t50\n2026-09-14\t58\t96",
    ],
)
def test_weeks_are_read(text: str) -> None:
    assert read_weeks(text, "csat") == TWO


@pytest.mark.parametrize(
    ("text", "kind", "value", "note"),
    [
        ("2026-09-07\t65 %\t100\tstrike", "csat", "65 %", "strike"),
        ("Week;CSAT in %;Answers\n07.09.2026;65,5;200", "csat", "65,5", ""),
        ("2026-09-07,65.5%,200", "csat", "65.5%", ""),
        ("2026-09-07\t+30\t100", "nps", "+30", ""),
        ("2026-09-07\t-12\t100\tprice rise", "nps", "-12", "price rise"),
        ("Week\tScore\tTotal\n2026-09-07\t30\t100", "nps", "30", ""),
        ("2026-09-07\t4.9 ± 1.5\t180", "effort", "4.9 ± 1.5", ""),
    ],
)
def test_the_figure_itself_will_do(text: str, kind: str, value: str, note: str) -> None:
    (week,) = read_weeks(text, kind)
    assert (week.value, week.note, week.monday) == (value, note, date(2026, 9, 7))
    assert read_period(kind, week.typed).sample is not None


def test_nps_has_the_low_answers_too() -> None:
    assert read_weeks("2026-09-07\t50\t100\t20", "nps") == [
        WeekCounts(date(2026, 9, 7), 50, 100, 20)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("", "csat", "No weekly figures are in what was pasted"),
        ("2026-09-07\t65", "csat", "Line 1 has 2 of 3 cells"),
        ("2026-09-07\t65", "nps", "Line 1 has 2 of 4 cells"),
        ("2026-09-07\t65\t100\nsoon\t58\t96", "csat", "Line 2: “soon” is not a day."),
        ("2026-09-07\tmost\t100", "csat", "Line 1: “most” is not a whole number."),
        ("2026-09-07\t61 %\t9", "csat", "Line 1: "),
        ("2026-09-07\t140\t100", "nps", "Line 1: "),
        ("2026-09-07\t4.9\t100", "effort", "Line 1: a mean needs its spread"),
        ("2026-09-07\t61 %\t100\n2026-09-08\t63 %\t90", "csat", "Line 2: its week is there"),
        ("2026-09-07\t165\t100", "csat", "Line 1: 165 of 100 cannot be."),
        ("2026-09-07\t0\t0", "csat", "Line 1: the total must be at least 1."),
        ("Week\tHits\tTotal\n2026-09-07\t-3\t50", "csat", "Line 2: “-3” is not a whole number."),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(text: str, kind: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_weeks(text, kind)
    assert caught.value.sentence.startswith(sentence)


def test_a_rate_may_have_more_events_than_customers() -> None:
    assert read_weeks("2026-09-07\t130\t100", "rate")[0].hits == 130


def test_only_whole_weeks_count() -> None:
    assert whole_weeks(TWO, date(2026, 9, 20)) == TWO[:1]
    assert whole_weeks(TWO, date(2026, 9, 21)) == TWO
