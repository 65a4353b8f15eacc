"""Ratings that are in the workbook already become a measurement, without retyping."""

from __future__ import annotations

from datetime import date

import pytest

from cxreset.base.errors import UsageError
from cxreset.reset.measures.from_ratings import counted, fill_from_ratings
from cxreset.reset.measures.measuring import measured
from cxreset.reset.reset import Reset
from cxreset.workbook.feedback.ratings import rated_imports, rating_counts
from cxreset.workbook.tables import ImportBatch, Measurement, Pilot


def test_top_two_of_any_scale() -> None:
    ratings = {1.0: 2, 3.0: 1, 4.0: 3, 5.0: 4}
    assert counted("csat", ratings, "1-5") == {"hits": 7, "low": None, "total": 10, "value": ""}
    ten = {0.0: 1, 6.0: 2, 8.0: 3, 9.0: 4}
    assert counted("nps", ten, "0-10") == {"hits": 4, "low": 3, "total": 10, "value": ""}
    assert counted("effort", {1.0: 1, 7.0: 1}, "1-7")["value"] == "4.0000 ± 4.2426"


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
    assert (stored.before_total, stored.after_total) == filled
    assert filled.before + filled.after <= sum(everything.values())
    assert measured(book, stored, sample.today).verdict is not None
    assert sample.undo() is not None
    before = book.get(Measurement, row.key)
    assert before is not None and before.before_total is None
    lost = book.add(Measurement())
    with pytest.raises(UsageError, match="Set the start of the pilot first"):
        fill_from_ratings(book, lost, 1, sample.today)
