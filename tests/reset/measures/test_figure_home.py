"""One home for a figure: the week's metrics, step 4.2, the scoreboard and the plan agree."""

from __future__ import annotations

from cxreset.reset.measures.data_points import store_weeks, weeks_text
from cxreset.reset.measures.figure_home import home_of, store_figure
from cxreset.reset.measures.measuring import measured_all
from cxreset.reset.measures.scoreboard import scoreboard_of
from cxreset.reset.progress import metrics
from cxreset.reset.reset import Reset
from cxreset.sharing.facts.gather import gather
from cxreset.workbook.tables import DataPoint, Measurement, Pilot


def csat_of_weeks(reset: Reset) -> set[str]:
    found = [dict(metrics(reset, week)) for week in reset.pack.weeks]
    return {one[title] for one in found for title in one if "CSAT" in title}


def test_a_figure_typed_for_a_week_is_the_one_of_every_view(reset: Reset) -> None:
    assert csat_of_weeks(reset) == {"not noted yet"}
    store_figure(reset.book, "csat", "Customer satisfaction (CSAT)", "before", " 61 % ")
    store_figure(reset.book, "csat", "another title", "after", "76")
    (row,) = reset.book.rows(Measurement)
    assert (row.name, row.before_value, row.after_value) == (
        "Customer satisfaction (CSAT)",
        "61 %",
        "76",
    )
    assert csat_of_weeks(reset) == {"61 % → 76 % (M1)"}
    (figure,) = scoreboard_of(reset).figures
    assert [one.value for one in figure.here] == [61, 76]
    (measured,) = measured_all(reset.book, reset.today)
    assert "the number of answers is missing" in measured.sentence
    facts = gather(reset.book, reset.pack, reset.today)
    assert [one.sentence for one in facts.measures] == [measured.sentence] and not facts.figures


def test_the_home_belongs_to_no_pilot_if_there_is_such_a_one(reset: Reset) -> None:
    book = reset.book
    pilot = book.add(Pilot(title="Text"))
    guard = book.add(Measurement(pilot_id=pilot.id, kind="csat", role="guard", before_hits=6))
    assert home_of(book, "csat") == guard
    own = book.add(Measurement(kind="csat", before_value="70"))
    assert home_of(book, "csat") == own
    assert home_of(book, "complaints") is None, "no kind of figure: kept by hand"


def test_the_sample_shows_one_csat(sample: Reset) -> None:
    assert csat_of_weeks(sample) == {"68 % → 71 % (M5)"}


def test_a_note_of_a_week_is_pasted_stored_and_shown(reset: Reset) -> None:
    row = reset.book.add(Measurement(kind="csat", name="CSAT"))
    text = "2026-06-01\t30\t50\tstrike, two days\n2026-06-08\t33\t50"
    assert store_weeks(reset.book, row, text) == 2
    assert weeks_text(reset.book, row) == text
    assert reset.book.count(DataPoint, note="strike, two days") == 1
    (figure,) = scoreboard_of(reset).figures
    assert [week.note for week in figure.weeks] == ["strike, two days", ""]
