"""Files other people wrote, where they are at hand: the right count, the right columns."""

from __future__ import annotations

import pytest

from cxreset.intake.read import Item, Options, Outcome, Report, look, read
from tests.paths import FEEDBACK

pytestmark = pytest.mark.skipif(not FEEDBACK.is_dir(), reason="no shared feedback beside this repo")


@pytest.mark.parametrize(
    ("name", "rows", "stored", "text", "date"),
    [
        ("telecom-complaints.csv", 2224, 2224, "Customer Complaint", "Date"),
        ("themepark-reviews.csv", 984, 984, "Review", "Date"),
        ("survey-qualtrics.csv", 93, 147, "Q13", "RecordedDate"),
        ("survey-qualtrics.xlsx", 93, 147, "Q13", "RecordedDate"),
        ("bank-chat-intents.csv", 3080, 3080, "text", None),
    ],
)
def test_every_row_is_read(name: str, rows: int, stored: int, text: str, date: str | None) -> None:
    preview = look(FEEDBACK / name)
    report = Report(preview.file_name)
    items = [row for row in report.counting(read(preview)) if isinstance(row, Item)]
    assert (report.read, report.stored, report.refused) == (rows, stored, 0)
    assert (preview.mapping.text or "").split(":")[0] == text
    assert preview.mapping.date == date
    assert all((item.received_on is None) == (date is None) for item in items)


def test_the_columns_beside_the_words() -> None:
    telecom = look(FEEDBACK / "telecom-complaints.csv")
    assert (telecom.mapping.channel, telecom.date_order) == ("Received Via", "day first")
    assert {row.channel for row in read(telecom) if isinstance(row, Item)} == {"call", "other"}
    assert look(FEEDBACK / "bank-chat-intents.csv").mapping.category == "category"
    assert look(FEEDBACK / "survey-qualtrics.csv").channel == "survey"


def test_the_workbook_of_a_survey_says_what_its_csv_says() -> None:
    as_csv = look(FEEDBACK / "survey-qualtrics.csv")
    as_xlsx = look(FEEDBACK / "survey-qualtrics.xlsx")
    assert (as_xlsx.sheet, as_xlsx.sheets) == ("Raw Data", ("Raw Data", "Clean Data"))
    assert (as_csv.header, as_csv.mapping) == (as_xlsx.header, as_xlsx.mapping)
    assert [_words(row) for row in read(as_csv)] == [_words(row) for row in read(as_xlsx)]
    other = look(FEEDBACK / "survey-qualtrics.xlsx", Options(sheet="clean data"))
    assert other.mapping.text == "Menu Thoughts"
    assert sum(1 for _ in read(other)) == 89


def _words(row: Outcome) -> tuple[object, ...]:
    return (type(row), *row[:4]) if isinstance(row, Item) else (type(row), row.row_number)
