"""Settings as texts; what they move; public holidays that are the leader's working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.day_words import LANGUAGES, choose_language, day_month, whole_day
from cxreset.base.errors import UsageError
from cxreset.programme.calendar import lay_out
from cxreset.programme.dates import parse_date
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.reset.settings.change import make, prepare
from cxreset.reset.settings.names import SETTINGS
from cxreset.reset.settings.public_holidays import check_region, holidays_of

MON_FRI = range(5)
TODAY = date(2026, 9, 9)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    choose_language("")


@pytest.mark.parametrize(
    ("words", "region"),
    [("Germany", "DE"), ("deu", "DE"), ("de-by", "DE-BY"), ("united kingdom", "GB"), ("None", "")],
)
def test_a_region_by_name_or_code(words: str, region: str) -> None:
    assert check_region(words) == region


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("germny", "Germany (DE)"), ("DE-XX", "its parts are"), ("swizerland", "Switzerland (CH)")],
)
def test_a_region_that_is_none_names_the_nearest(words: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_region(words)
    assert sentence in caught.value.sentence


def test_a_holiday_holds_no_session_but_counts(pack: Pack) -> None:
    start, feast = date(2026, 9, 7), date(2026, 9, 9)
    calendar = lay_out(start, MON_FRI, pack, holidays=[feast])
    assert [day.on for day in calendar.days[:28]] == [
        day.on for day in lay_out(start, MON_FRI, pack).days[:28]
    ]
    held = {day.on: day for day in calendar.days}
    assert held[feast].kind == "rest" and not held[feast].sessions
    assert len(held[date(2026, 9, 11)].sessions) == 2, "none is left out"


@given(st.sets(st.dates(date(2026, 9, 1), date(2026, 10, 20)), max_size=15))
def test_whatever_the_holidays_every_session_has_a_day(pack: Pack, holidays: set[date]) -> None:
    calendar = lay_out(date(2026, 9, 7), MON_FRI, pack, holidays=holidays)
    sessions = [each for day in calendar.days for each in day.sessions]
    assert sorted(sessions) == sorted(session.id for session in pack.days)
    for day in calendar.days[:28]:
        assert day.on not in holidays or not day.sessions or len(holidays) > 10
    assert not {calendar.days[0].on, *(day.on for day in calendar.days[28:])} & holidays


def test_the_leaders_working_days_decide(reset: Reset) -> None:
    """Christmas on a Friday is a session's day; the Sunday after it moves nothing."""
    change = prepare(reset, {"first-day": "2026-12-07", "holidays": "DE"})
    assert change is not None
    (off,) = [line for line in change.moves if line.startswith("No working day")]
    assert "Fri 25 Dec" in off and "26 Dec" not in off, "a Saturday is free already"
    weekend = prepare(
        reset, {"first-day": "2026-12-07", "holidays": "DE", "working-days": "sat,sun"}
    )
    assert weekend is not None
    (off,) = [line for line in weekend.moves if line.startswith("No working day")]
    assert "Sat 26 Dec" in off and "25 Dec" not in off


def test_a_change_says_first_and_is_one_step_of_undo(reset: Reset) -> None:
    before, depth = reset.calendar, reset.history.depth()
    change = prepare(reset, {"first-day": "2026-09-14", "holidays": "US"})
    assert change is not None and reset.calendar == before
    assert change.moves[0] == "Day 1 moves from Mon 7 Sep to Mon 14 Sep 2026."
    make(reset, change)
    assert reset.calendar.days[0].on == date(2026, 9, 14)
    assert date(2026, 10, 12) in reset.holidays  # Columbus Day
    assert reset.history.depth() == depth + 1
    assert reset.undo() == "changed first day and public holidays"
    assert reset.calendar == before and not reset.holidays
    assert (
        prepare(reset, {name: each.write(reset.settings) for name, each in SETTINGS.items()})
        is None
    )


def test_holidays_are_read_from_the_workbook_not_looked_up(reset: Reset, tmp_path: Path) -> None:
    assert holidays_of("", [2026]) == {}
    reset.daily.set_holidays({date(2026, 9, 9): "Feast"})
    assert not reset.holidays, "no region, no holidays"
    reset.change_settings(reset.settings._replace(region="DE"))
    assert reset.holidays == {date(2026, 9, 9)} and not reset.is_working_day(date(2026, 9, 9))


@pytest.mark.parametrize("code", LANGUAGES)
def test_dates_are_written_and_read_in_the_language(code: str) -> None:
    choose_language(code)
    for month in range(1, 13):
        on = date(2027, month, 5)
        for short in (True, False):
            assert parse_date(day_month(on, short=short, year=True), TODAY) == on
        assert whole_day(on).count(" ") == 2
    assert parse_date("11 dec", TODAY) == date(2026, 12, 11), "English is always read"


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("in 3 days", date(2026, 9, 12)),
        ("2 weeks", date(2026, 9, 23)),
        ("next week", date(2026, 9, 14)),
        ("next friday", date(2026, 9, 18)),
        ("next mon", date(2026, 9, 14)),
        ("end of month", date(2026, 9, 30)),
    ],
)
def test_dates_by_words(words: str, on: date) -> None:
    assert parse_date(words, TODAY) == on


def test_the_hour_of_the_day(reset: Reset) -> None:
    change = prepare(reset, {"daily-hour": "2 pm"})
    assert change is not None and not change.moves
    make(reset, change)
    assert reset.settings.daily_at == "14:00"
    with pytest.raises(UsageError, match="no hour"):
        prepare(reset, {"daily-hour": "noonish"})
