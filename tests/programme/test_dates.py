"""Dates and working days as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.errors import UsageError
from cxreset.programme.dates import check_start, parse_date, parse_workdays, workdays_text

TODAY = date(2026, 9, 9)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("sun-thu", (0, 1, 2, 3, 6)),
        ("mon,tue,thu", (0, 1, 3)),
        (" Monday – Wednesday, sat ", (0, 1, 2, 5)),
        ("fri-mon", (0, 4, 5, 6)),
        ("tues thurs", (1, 3)),
        ("mon-sun", (0, 1, 2, 3, 4, 5, 6)),
        ("wed-wed", (2,)),
        ("mon,mon", (0,)),
    ],
)
def test_working_days(text: str, days: tuple[int, ...]) -> None:
    assert parse_workdays(text) == days


@pytest.mark.parametrize(
    "text", ["", " , ", "weekdays", "mo-fr", "mon-", "-fri", "mon-fri-sun", "0-4", "\x1b[2J"]
)
def test_no_working_days(text: str) -> None:
    with pytest.raises(UsageError, match="mon-fri, sun-thu or mon,tue,thu") as error:
        parse_workdays(text)
    assert "\x1b" not in error.value.sentence


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ((0, 1, 2, 3, 4), "mon-fri"),
        ((0, 1, 2, 3, 6), "sun-thu"),
        ((0, 1, 3), "mon,tue,thu"),
        (range(7), "mon-sun"),
        ((2,), "wed"),
        ((6, 0), "sun,mon"),
        ((0, 4, 5, 6), "fri-mon"),
    ],
)
def test_working_days_as_text(days: tuple[int, ...], text: str) -> None:
    assert workdays_text(days) == text


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_working_days_there_and_back(days: frozenset[int]) -> None:
    assert set(parse_workdays(workdays_text(days))) == days


def test_no_working_days_have_no_text() -> None:
    with pytest.raises(UsageError):
        workdays_text([])


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2026-09-07", date(2026, 9, 7)),
        ("2026-9-7", date(2026, 9, 7)),
        (" Today ", TODAY),
        ("tomorrow", date(2026, 9, 10)),
        ("yesterday", date(2026, 9, 8)),
        ("monday", date(2026, 9, 14)),
        ("wed", TODAY),
        ("the day after tomorrow", date(2026, 9, 11)),
        ("in two weeks", date(2026, 9, 23)),
        ("a week", date(2026, 9, 16)),
        ("in 6 months", date(2027, 3, 9)),
        ("this friday", date(2026, 9, 11)),
        ("friday in 2 weeks", date(2026, 9, 25)),
        ("monday next week", date(2026, 9, 14)),
        ("next month", date(2026, 10, 1)),
        ("the 15th", date(2026, 9, 15)),
        ("31st", date(2026, 10, 31)),
        ("8th", date(2026, 10, 8)),
        ("end of the week", date(2026, 9, 11)),
        ("end of next week", date(2026, 9, 18)),
        ("end of next month", date(2026, 10, 31)),
        ("end of february", date(2027, 2, 28)),
        ("end of year", date(2026, 12, 31)),
        ("15.12.", date(2026, 12, 15)),
        ("12/15/2026", date(2026, 12, 15)),
        ("on 15/12", date(2026, 12, 15)),
        ("übermorgen", date(2026, 9, 11)),
        ("vorgestern", date(2026, 9, 7)),
        ("in zwei Wochen", date(2026, 9, 23)),
        ("in 2 Wochen", date(2026, 9, 23)),
        ("in einer Woche", date(2026, 9, 16)),
        ("in vier Tagen", date(2026, 9, 13)),
        ("in 6 Monaten", date(2027, 3, 9)),
        ("nächste Woche", date(2026, 9, 14)),
        ("nächsten Monat", date(2026, 10, 1)),
        ("am 15.", date(2026, 9, 15)),
        ("der 8.", date(2026, 10, 8)),
        ("Ende der Woche", date(2026, 9, 11)),
        ("Ende nächster Woche", date(2026, 9, 18)),
        ("Ende des nächsten Monats", date(2026, 10, 31)),
        ("Monatsende", date(2026, 9, 30)),
        ("Ende des Jahres", date(2026, 12, 31)),
    ],
)
def test_dates(text: str, on: date) -> None:
    assert parse_date(text, TODAY) == on


@pytest.mark.parametrize(
    ("text", "on"),
    [
        # as “next friday”: that of the week after this one
        ("nächsten Freitag", date(2026, 9, 18)),
        ("am kommenden Freitag", date(2026, 9, 11)),
        ("Freitag in zwei Wochen", date(2026, 9, 25)),
        ("Montag nächster Woche", date(2026, 9, 14)),
        ("Ende Februar", date(2027, 2, 28)),
        ("am 3. Oktober", date(2026, 10, 3)),
    ],
)
def test_names_of_german_days(text: str, on: date, german: None) -> None:
    assert parse_date(text, TODAY) == on


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("07/09/2026", "two different days"),
        ("7.9.26", "two different days"),
        ("7/9", "two different days"),
        ("32nd", "no day of the calendar"),
        ("30/2/2027", "no day of the calendar"),
        ("end of someday", "is no date"),
        ("2026-02-30", "no day of the calendar"),
        ("0000-01-01", "no day of the calendar"),
        ("someday", "is no date"),
        ("٢٠٢٦-٠٩-٠٧", "is no date"),
        ("", "No date is given"),
    ],
)
def test_what_is_no_date_says_how_to_write_one(text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as error:
        parse_date(text, TODAY)
    assert "2026-09-09" in error.value.sentence


def test_the_calendars_edge() -> None:
    with pytest.raises(UsageError, match="outside the calendar"):
        parse_date("tomorrow", date.max)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_a_usage_error(text: str) -> None:
    try:
        parse_date(text, TODAY)
        parse_workdays(text)
    except UsageError as error:
        assert "\n" not in error.sentence


def test_a_start_too_far_away() -> None:
    for days in (-60, 0, 365):
        on = TODAY + timedelta(days=days)
        assert check_start(on, TODAY) == on
    with pytest.raises(UsageError, match="more than 60 days past"):
        check_start(TODAY - timedelta(days=61), TODAY)
    with pytest.raises(UsageError, match="more than a year ahead"):
        check_start(TODAY + timedelta(days=366), TODAY)
