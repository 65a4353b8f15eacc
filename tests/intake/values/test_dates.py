"""Days as people write them: months by name, told from today, stamps, quarters, other scripts."""

from __future__ import annotations

from datetime import date

import pytest

from cxreset.intake.values.date_columns import date_order, day_reader, order_of_a_log, stamp_form
from cxreset.intake.values.dates import looks_like_date, parse_date
from cxreset.intake.values.relative import days_ago

THIRD_OF_MARCH = [
    *("3 marzo 2025", "3 mar 2025", "3 Mart 2025", "3 marca 2025", "3 mrt. 2025", "3. März 2025"),
    *("3 mars 2025", "3 de março de 2025", "3 марта 2025 г.", "3 березня 2025", "3 Μαρτίου 2025"),
    *("3. března 2025", "3 martie 2025", "2025. március 3.", "٣ مارس ٢٠٢٥", "3 मार्च 2025"),
    *("2025年3月3日", "2025년 3월 3일", "2025. 3. 3. 오후 9:12", "2025/03/03 午後9:12"),
    *("Reviewed: 3 March 2025", "Date of experience: March 3, 2025", "10:15 03.03.2025"),
    *("Reviewed in the United States on March 3, 2025", "lunes, 3 de marzo de 2025"),
    *("Rezension aus Deutschland vom 3. März 2025", "Commenté en France le 3 mars 2025"),
    *("Mar 3, 2025 at 9:00 AM", "3. März 2025 um 10:15 Uhr", "03/03/2025 à 10h15"),
]


@pytest.mark.parametrize("written", THIRD_OF_MARCH)
def test_one_day_in_many_tongues(written: str) -> None:
    assert parse_date(written) == date(2025, 3, 3)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("3 set 2025", date(2025, 9, 3)),
        ("1 ott 2025", date(2025, 10, 1)),
        ("9 gen 2026", date(2026, 1, 9)),
        ("12 mei 2025", date(2025, 5, 12)),
        ("3 de set. de 2025", date(2025, 9, 3)),
        ("Q1 2025", date(2025, 1, 1)),
        ("2025-Q3", date(2025, 7, 1)),
        ("4. Quartal 2025", date(2025, 10, 1)),
    ],
)
def test_short_names_and_quarters(written: str, day: date) -> None:
    assert parse_date(written) == day


@pytest.mark.parametrize(
    ("written", "days"),
    [
        *(("6 days ago", 6), ("a month ago", 30), ("vor 2 Wochen", 14), ("il y a un an", 365)),
        *(("hace 3 días", 3), ("2 settimane fa", 14), ("há 2 meses", 60), ("3 dagen geleden", 3)),
        *(("5 dni temu", 5), ("2 gün önce", 2), ("3 дня назад", 3), ("4日前", 4), ("2주 전", 14)),
        *(("för 3 dagar sedan", 3), ("yesterday", 1), ("gestern", 1), ("an hour ago", 0)),
    ],
)
def test_days_told_from_today(written: str, days: int) -> None:
    assert days_ago(written) == days


@pytest.mark.parametrize("words", ["long ago", "vor Ort 3 Tage gewartet", "ago", "2 ago", "x" * 60])
def test_words_that_tell_no_day(words: str) -> None:
    assert days_ago(words) is None
    assert not looks_like_date("I ordered on 3 March 2025")


def test_stamps_are_told_by_the_column() -> None:
    today = date(2026, 1, 1)
    for form, cells in (
        ("seconds", ["1741000000", "1741000000.000100"]),
        ("milliseconds", ["1741000000000"] * 2),
        ("serial", ["45719", "45719.5"]),
    ):
        assert stamp_form(cells) == form
        assert {day_reader(stamp_form(cells), "unclear", today)(cell) for cell in cells} == {
            date(2025, 3, 3)
        }
    assert stamp_form(["1741000000", "soon"]) == "written"
    assert stamp_form(["45719", "4 March 2025"]) == "serial"  # a spreadsheet mixes the two
    assert stamp_form(["45719", *["4 March 2025"] * 20]) == "written"
    assert day_reader("written", "unclear", today)("2 days ago") == date(2025, 12, 30)


def test_a_log_goes_forward() -> None:
    log = ["03/04/2025, 10:00", "04/04/2025, 11:00", "02/05/2025, 09:00"]
    assert date_order(log) == "unclear"
    assert order_of_a_log(log) == "day first"
    assert order_of_a_log(["02/05/2025", "03/04/2025", "03/05/2025"]) == "month first"
