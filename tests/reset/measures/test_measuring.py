"""One home for a figure: what the workbook's measurements say, with plan, looks and places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import UsageError
from cxreset.insight.figures.pilot.verdict_words import next_step
from cxreset.reset.measures import data_points
from cxreset.reset.measures.measuring import Context, judged, measured, measured_all
from cxreset.reset.measures.planning import baseline_of, plan_answer, wanted_answers
from cxreset.workbook.book import Workbook
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.tables import DataPoint, Measurement, Pilot, PilotPlan

TODAY = date(2026, 10, 2)
END = date(2026, 10, 9)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Workbook]:
    file = create_workbook(tmp_path / "my.cxreset")
    yield Workbook(file)
    file.close()


def calls(role: str = "main", **values: int | str) -> Measurement:
    row = Measurement(
        role=role, kind="rate", name="Calls", scale="deliveries", better="down",
        before_hits=96, before_total=1200, after_hits=58, after_total=1150,
    )  # fmt: skip
    for name, value in values.items():
        setattr(row, name, value)
    return row


def plan(**values: int | str) -> PilotPlan:
    row = PilotPlan(kind="rate", scale="deliveries", better="down", current="80", target="60")
    for name, value in values.items():
        setattr(row, name, value)
    return row


def test_the_plans_target_is_what_was_expected() -> None:
    found = judged(calls(), Context(TODAY, None, plan()))
    assert found.sentence == (
        "Met: Calls fell from 80 to 50 per 1,000 deliveries where about 60 was expected; the true "
        "fall lies between 9 and 51, on 1,200 and 1,150 deliveries."
    )
    other = judged(calls(role=""), Context(TODAY, None, plan()))
    assert other.outcome == "better", "only the pilot's own figure has the plan's target"


def test_a_running_pilot_has_no_verdict() -> None:
    running = Context(TODAY, Pilot(title="Text", end_on=END), plan())
    assert judged(calls(), running).outcome == "too early"
    assert judged(calls(), running._replace(today=date(2026, 10, 10))).outcome == "met"


def test_the_worst_place_is_not_called_better_without_a_fresh_baseline() -> None:
    pilot = Pilot(title="Text", site="Northgate", worst_of=12)
    assert judged(calls(), Context(TODAY, pilot, plan())).outcome == "direction only"
    pilot.fresh_baseline = True
    assert judged(calls(), Context(TODAY, pilot, plan())).outcome == "met"
    assert judged(calls(role=""), Context(TODAY, pilot, plan())).outcome == "better"


def test_a_percentage_without_answers_has_no_range_and_says_why() -> None:
    row = Measurement(name="CSAT", before_value="61 %", after_value="76 %")
    found = judged(row, Context(TODAY))
    assert found.verdict is None
    assert found.sentence == (
        "CSAT rose from 61 % to 76 % (+15 points, give or take 1 point for rounding); "
        "how sure cannot be told: the number of answers is missing."
    )
    assert (found.shown("before"), found.shown("after")) == (61, 76)
    row.before_total, row.after_total = 180, 172
    assert judged(row, Context(TODAY)).outcome == "better"


def test_effort_by_its_mean_and_spread() -> None:
    row = Measurement(
        kind="effort", name="Ease", scale="1 to 7", before_value="4.9 ± 1.6", before_total=40,
        after_value="5.6 ± 1.4", after_total=40,
    )  # fmt: skip
    assert judged(row, Context(TODAY)).sentence == (
        "Better: Ease (1 to 7) rose from 4.9 to 5.6; the true rise lies between 0.03 and 1.4, on "
        "40 and 40 answers."
    )


def test_looks_and_the_other_place_are_stored_and_judged(book: Workbook) -> None:
    pilot = book.add(Pilot(title="Text", site="Northgate", comparison="Eastfield", end_on=END))
    book.add(plan(pilot_id=pilot.key, smallest="25", counted=1200, per_week=1150))
    row = book.add(calls(pilot_id=pilot.key))
    data_points.store_comparison(book, row, "95 1210\n90; 1180")
    assert data_points.comparison_text(book, row) == "95 1210\n90 1180"
    with pytest.raises(UsageError, match="No look is planned"):
        data_points.hold_look(book, row, TODAY)
    assert data_points.store_looks(book, row, "2026-10-09\n2026-10-02", TODAY) == 2
    assert measured(book, row, TODAY).outcome == "too early"
    assert data_points.hold_look(book, row, TODAY) == (TODAY, True)
    held = book.rows(DataPoint, period="look", counted_on=TODAY)
    assert {(point.site, point.hits) for point in held} == {("pilot", 58), ("comparison", 90)}
    found = measured(book, row, TODAY)
    assert found.verdict is not None and found.verdict.reading.number == 1
    assert "Northgate" in found.sentence or found.outcome == "too early"
    assert data_points.store_looks(book, row, "", TODAY) == 1, "a look that was held stays"
    (alone,) = measured_all(book, TODAY)
    assert alone.sentence == measured(book, row, TODAY).sentence


def test_a_look_that_was_not_planned_is_noted_and_spends_nothing(book: Workbook) -> None:
    pilot = book.add(Pilot(title="Text", end_on=END))
    book.add(plan(pilot_id=pilot.key, smallest="25", counted=1200, per_week=1150))
    row = book.add(calls(pilot_id=pilot.key))
    data_points.store_looks(book, row, "2026-10-09\n2026-10-16", TODAY)
    before = measured(book, row, TODAY)
    assert data_points.hold_look(book, row, TODAY) == (TODAY, False)
    assert data_points.hold_look(book, row, TODAY) == (TODAY, False), "one a day"
    assert measured(book, row, TODAY) == before
    looks = data_points.points_of(book, row, "look")
    assert [(look.note, look.total is not None) for look in looks] == [
        (data_points.UNPLANNED, True),
        ("", False),
        ("", False),
    ]
    assert data_points.looks_text(book, row) == "2026-10-09\n2026-10-16"
    assert data_points.store_looks(book, row, "2026-10-16", TODAY) == 1
    assert len(data_points.points_of(book, row, "look")) == 2, "planning anew leaves it there"


def test_days_60_and_90_are_answered(book: Workbook) -> None:
    row = book.add(calls())
    book.add(DataPoint(measurement_id=row.id, period="day60", hits=50, total=1100))
    notes = " ".join(measured(book, row, TODAY).notes)
    assert "It has held: Calls is 45 on day 60, after 50 at the end of the pilot" in notes


def test_what_cannot_be_stored_is_named(book: Workbook) -> None:
    row = book.add(calls())
    for text, message in (
        ("95", "Line 1: 2 figures"),
        ("95 many", "not a whole number"),
        ("1 2\n3 4\n5 6", "Two lines, please"),
    ):
        with pytest.raises(UsageError, match=message):
            data_points.store_comparison(book, row, text)
    with pytest.raises(UsageError, match="is no date"):
        data_points.store_looks(book, row, "soonish", TODAY)
    assert book.count(DataPoint) == 0


def test_weeks_are_stored_as_pasted_and_can_be_read_again(book: Workbook) -> None:
    row = book.add(calls())
    assert data_points.store_weeks(book, row, "2026-09-07\t96\t1200\n2026-09-14\t90\t1180") == 2
    text = data_points.weeks_text(book, row)
    assert data_points.store_weeks(book, row, text) == 2 and book.count(DataPoint) == 2
    data_points.remove_points(book, row)
    assert book.count(DataPoint) == 0


def test_the_plan_asks_for_what_is_missing() -> None:
    assert plan_answer(PilotPlan(), None).line == (
        "To plan the pilot, say the figure now, the smallest change worth having and how many "
        "answers come in a week."
    )
    assert plan_answer(plan(current="most"), None).line.startswith("“most” is not a number")
    found = plan_answer(plan(smallest="20", per_week=300), None)
    assert not found.is_feasible or found.line.endswith("weeks.")
    assert wanted_answers(plan(smallest="30"), None) == 1134
    nps = baseline_of(PilotPlan(kind="nps", current="50/20"))
    assert nps is not None and nps.variance == pytest.approx(0.61)


def test_the_next_step_is_advice_and_no_finding() -> None:
    for context in (Context(TODAY, None, plan()), Context(TODAY, Pilot(title="Text", end_on=END))):
        found = judged(calls(), context)
        assert found.verdict is not None
        advice = next_step(found.verdict)
        assert advice in found.notes
        assert list(found.findings) == [note for note in found.notes if note != advice]
