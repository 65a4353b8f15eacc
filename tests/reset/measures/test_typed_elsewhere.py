"""The comparison place and days 60 and 90, typed as counts or as a survey tool's percentages."""

from __future__ import annotations

import pytest

from cxreset.base.errors import UsageError
from cxreset.reset.measures import data_points
from cxreset.reset.measures.measuring import measured
from cxreset.reset.reset import Reset
from cxreset.workbook.tables import Measurement, Pilot


def csat(reset: Reset) -> Measurement:
    pilot = reset.book.add(Pilot(title="Text", site="Northgate", comparison="Eastfield"))
    return reset.book.add(
        Measurement(
            pilot_id=pilot.id,
            kind="csat",
            name="CSAT",
            role="main",
            before_hits=110,
            before_total=180,
            after_hits=131,
            after_total=172,
        )
    )


@pytest.mark.parametrize(
    "text", ["118 180\n115 178", "118, 180\n115; 178", "65.6 % 180\n64,6% 178"]
)
def test_a_comparison_is_counts_or_percentages(reset: Reset, text: str) -> None:
    row = csat(reset)
    data_points.store_comparison(reset.book, row, text)
    found = measured(reset.book, row, reset.today)
    assert [one.answers for one in found.ranges if one.is_elsewhere] == [180, 178]
    assert "Northgate rose 16 points more than Eastfield" in found.sentence
    stored = data_points.comparison_text(reset.book, row)
    data_points.store_comparison(reset.book, row, stored)
    assert data_points.comparison_text(reset.book, row) == stored


def test_whether_it_has_held_is_counted_later(reset: Reset) -> None:
    row = csat(reset)
    data_points.store_later(reset.book, row, 60, "225 300")
    assert data_points.later_text(reset.book, row, 60) == "225 300"
    notes = measured(reset.book, row, reset.today).notes
    assert any(note.startswith("It has held: CSAT is 75 % on day 60") for note in notes), notes
    data_points.store_later(reset.book, row, 60, "")
    assert data_points.later_text(reset.book, row, 60) == ""


@pytest.mark.parametrize(
    ("day", "text", "reason"),
    [
        (61, "1 2", "asked on days 60 and 90"),
        (60, "1 2\n3 4", "One line"),
        (60, "61% 9", "is one of the two a slip"),
    ],
)
def test_what_cannot_be_is_said(reset: Reset, day: int, text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        data_points.store_later(reset.book, csat(reset), day, text)
