"""Dates, ratings, channels and words, one value at a time."""

from __future__ import annotations

from datetime import date
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.channels import CHANNELS
from cxreset.intake.columns.names import is_known_name
from cxreset.intake.values.cells import looks_like_data, parse_channel
from cxreset.intake.values.date_columns import date_order
from cxreset.intake.values.dates import Order, parse_date
from cxreset.intake.values.ratings import parse_rating
from cxreset.intake.values.words import clean_text


@pytest.mark.parametrize(
    "written",
    [
        "2015-08-04",
        "2015/8/4",
        "2015.08.04",
        "20150804",
        "2015-08-04T10:22:56Z",
        "2015-08-04 10:22:56 +0200",
        "2015-08-04 10:22 AM",
        "04-Aug-15",
        "4 Aug 2015",
        "4th of August 2015",
        "August 4, 2015",
        "Aug 4 2015 10:22 PM",
        "Tue Aug 04 22:10:47 +0000 2015",
        "Tue, 04 Aug 2015 10:00:00 GMT",
        "4. August 2015",
        "4 août 2015",
        "4 de agosto de 2015",
        "04.08.2015",
        "  04.08.15 10:22 ",
    ],
)
def test_one_day_in_many_spellings(written: str) -> None:
    assert parse_date(written) == date(2015, 8, 4)


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("04-08-2015", "day first", date(2015, 8, 4)),
        ("04/08/2015", "month first", date(2015, 4, 8)),
        ("04/08/2015", "unclear", None),
        ("08/08/2015", "unclear", date(2015, 8, 8)),
        ("22/04/2015", "unclear", date(2015, 4, 22)),
        ("04/22/2015", "unclear", date(2015, 4, 22)),
        ("22/04/2015", "month first", date(2015, 4, 22)),
        ("2016-1", "unclear", date(2016, 1, 1)),
        ("March 2016", "unclear", date(2016, 3, 1)),
    ],
)
def test_a_numeric_date_follows_its_column(written: str, order: Order, day: date | None) -> None:
    assert parse_date(written, order) == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "03:53:50 PM",
        "30-02-2015",
        "2015-13-01",
        "12/2015/3",
        "250635",
        "9999-01-01",
        "4.5",
        "192.168.1.1",
        "32 Aug 2015",
        "4 Foo 2015",
        "2015-04-22 was a bad day",
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert parse_date(written, "day first") is None


def test_the_order_is_decided_over_the_column() -> None:
    assert date_order(["04-08-2015", "22-04-2015", ""]) == "day first"
    assert date_order(["04/08/2015", "04/22/2015"]) == "month first"
    assert date_order(["04/08/2015", "05/08/2015"]) == "unclear"
    assert date_order(["22/04/2015", "23/04/2015", "04/22/2015"]) == "day first"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4", 4),
        ("4.5", 4.5),
        ("4,5", 4.5),
        ("4/5", 4),
        ("5 stars", 5),
        ("10 - very likely", 10),
        ("★★★★☆", 4),
        (" 3 ", 3),
        ("5 (great)", 5),
        ("3 out of 5", 3),
    ],
)
def test_ratings(written: str, number: float) -> None:
    assert parse_rating(written) == number


@pytest.mark.parametrize("written", ["", "Good", "nan", "inf", "-1", "12345", "٣", "very 4"])
def test_what_is_no_rating(written: str) -> None:
    assert parse_rating(written) is None


@pytest.mark.parametrize(
    ("written", "channel"),
    [
        ("Customer Care Call", "call"),
        ("Phone", "call"),
        ("Internet", "other"),
        ("Postal mail", "other"),
        ("web", "ticket"),
        ("Via: Web form", "ticket"),
        ("E-Mail", "ticket"),
        ("Messenger", "chat"),
        ("Google Play", "review"),
        ("App Store", "review"),
        ("Enquête", "survey"),
        ("preview", None),
        ("Georgia", None),
        ("", None),
    ],
)
def test_channels(written: str, channel: str | None) -> None:
    assert parse_channel(written) == channel


def test_text_keeps_words_and_paragraphs() -> None:
    assert clean_text("  too \t late \u00a0 again ") == "too late again"
    assert clean_text("one\r\n\r\n\r\n\r\n  two  three\rfour\n") == "one\n\ntwo three\nfour"
    assert clean_text("\u200b\ufeff ") == ""
    assert clean_text("👍") == "👍"


def test_a_hostile_cell_takes_no_time() -> None:
    started = process_time()
    for cell in ("1" * 500_000 + "x", "a@" + "." * 500_000 + "@", "(" * 500_000, "1/" * 250_000):
        assert not looks_like_data(cell)
        assert parse_channel(cell) is None
        assert parse_rating(cell) is None
        assert not is_known_name(cell)
    assert process_time() - started < 1


@given(st.text())
def test_no_cell_upsets_any_of_them(cell: str) -> None:
    orders: tuple[Order, ...] = ("unclear", "day first", "month first")
    for order in orders:
        found = parse_date(cell, order)
        assert found is None or 1900 <= found.year <= 2100
    rating = parse_rating(cell)
    assert rating is None or 0 <= rating < 1000
    assert parse_channel(cell) in (None, *CHANNELS)
    assert looks_like_data(cell) in (True, False)
    cleaned = clean_text(cell)
    assert cleaned == clean_text(cleaned)
    assert cleaned.split() == normalize("NFC", cell).split() or cleaned == ""


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(day.strftime("%d-%m-%Y"), "day first") == day
    assert parse_date(day.strftime("%m/%d/%y"), "month first") == day
    assert parse_date(day.strftime("%d-%b-%y")) == day
    assert parse_date(day.strftime("%B %d, %Y")) == day
