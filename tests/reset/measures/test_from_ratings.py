"""Ratings that are in the workbook already become a measurement, without retyping."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxreset.base.errors import UsageError
from cxreset.insight.figures.counts import Typed
from cxreset.reset.measures.from_ratings import counted, fill_comparison, fill_from_ratings
from cxreset.reset.measures.measuring import measured
from cxreset.reset.reset import Reset
from cxreset.workbook.feedback.ratings import rated_imports, rating_counts
from cxreset.workbook.tables import DataPoint, ImportBatch, Measurement, Pilot


def test_top_two_of_any_scale() -> None:
    ratings = {1.0: 2, 3.0: 1, 4.0: 3, 5.0: 4}
    assert counted("csat", ratings, "1-5") == Typed(7, None, 10)
    ten = {0.0: 1, 6.0: 2, 8.0: 3, 9.0: 4}
    assert counted("nps", ten, "0-10") == Typed(4, 3, 10)
    assert counted("effort", {1.0: 1, 7.0: 1}, "1-7").value == "4.0000 ± 4.2426"


def test_what_ratings_cannot_give() -> None:
    with pytest.raises(UsageError, match="from 0 to 10"):
        counted("nps", {5.0: 1}, "1-5")
    with pytest.raises(UsageError, match="choose one of these kinds"):
        counted("rate", {5.0: 1}, "1-5")


def test_before_and_after_by_the_pilots_start(sample: Reset) -> None:
    book = sample.book
    book.set(ImportBatch, 1, scale="1-5")
    assert [number for number, _, _ in rated_imports(book.file)] == [1]
    everything = rating_counts(book.file, 1, None, date.max)
    days = book.file.connection.execute(
        "SELECT received_on FROM feedback WHERE rating IS NOT NULL AND received_on IS NOT NULL"
        " ORDER BY received_on"
    ).fetchall()
    start = date.fromisoformat(days[len(days) // 2][0])
    pilot = book.add(Pilot(title="Text", start_on=start))
    row = book.add(Measurement(pilot_id=pilot.key))
    filled = fill_from_ratings(book, row, 1, sample.today)
    stored = book.get(Measurement, row.key)
    assert stored is not None and stored.scale == "1 to 5"
    assert (stored.before_total, stored.after_total) == filled[:2]
    weeks = book.rows(DataPoint, "counted_on", measurement_id=row.key, period="week")
    assert len(weeks) == filled.weeks > 2, "its run chart needs no typing either"
    assert sum(week.total or 0 for week in weeks) >= filled.before + filled.after
    assert all(week.counted_on and week.counted_on.weekday() == 0 for week in weeks)
    assert filled.before + filled.after <= sum(everything.values())
    assert measured(book, stored, sample.today).verdict is not None
    assert sample.undo() is not None
    before = book.get(Measurement, row.key)
    assert before is not None and before.before_total is None
    assert not book.rows(DataPoint, measurement_id=row.key)
    lost = book.add(Measurement())
    with pytest.raises(UsageError, match="Set the start of the pilot first"):
        fill_from_ratings(book, lost, 1, sample.today)


def test_the_other_place_is_another_imports_ratings_of_the_same_days(reset: Reset) -> None:
    book, here, there = reset.book, 1, 2
    start = date(2026, 9, 7)
    with book.file.transaction() as connection:
        for batch, scale in ((here, "1-5"), (there, "1-5"), (3, "1-10")):
            connection.execute(
                "INSERT INTO import_batch (id, file_name, sha256, imported_on, channel,"
                " text_column, rows_read, stored, empty, refused, scale)"
                " VALUES (?, ?, '', '2026-09-20', 'survey', 'text', 0, 0, 0, 0, ?)",
                (batch, f"{batch}.csv", scale),
            )
            connection.executemany(
                "INSERT INTO feedback (batch_id, channel, text, received_on, rating)"
                " VALUES (?, 'survey', 'x', ?, ?)",
                [
                    (batch, str(start + timedelta(days=day)), 5 if day % (batch + 1) else 1)
                    for day in range(-7, 7)
                    for _ in range(6)
                ],
            )
    pilot = book.add(Pilot(title="Text", start_on=start, comparison="Eastfield"))
    row = book.add(Measurement(pilot_id=pilot.key))
    today = start + timedelta(days=6)
    assert fill_from_ratings(book, row, here, today) == (42, 42, 2)
    stored = book.get(Measurement, row.key)
    assert stored is not None
    assert fill_comparison(book, stored, there, today)[:2] == (42, 42)
    assert fill_comparison(book, stored, there, today)[:2] == (42, 42), "twice is once"
    beside = book.rows(DataPoint, measurement_id=row.key, site="comparison")
    assert [point.period for point in beside] == ["before", "after"]
    found = measured(book, stored, today).verdict
    assert found is not None and found.reading.periods.elsewhere is not None
    with pytest.raises(UsageError, match="on 1 to 10, the pilot's on 1 to 5"):
        fill_comparison(book, stored, 3, today)
