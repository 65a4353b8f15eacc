"""Thirty days on real calendars, by example and by property."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cxreset.base.errors import UsageError
from cxreset.programme.calendar import (
    Calendar,
    day_number,
    day_on,
    end_on,
    lay_out,
    position_on,
    sessions_due,
    step_day,
)
from cxreset.programme.model import Pack
from cxreset.programme.pack import load_pack
from tests.examples import examples
from tests.programme.packbuilder import pack_texts, write_pack

MONDAY = date(2026, 9, 7)
MON_FRI = (0, 1, 2, 3, 4)
SUN_THU = (0, 1, 2, 3, 6)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load_pack(write_pack(tmp_path_factory.mktemp("pack"), pack_texts()), None)


def kinds(calendar: Calendar) -> str:
    """One letter a day."""
    return "".join(day.kind[0] for day in calendar.days)


def test_an_ordinary_month(pack: Pack) -> None:
    calendar = lay_out(MONDAY, MON_FRI, pack)
    assert kinds(calendar) == "wwwwwrr" * 4 + "cc"
    assert [day.sessions for day in calendar.days[:7]] == [
        *((f"listen-{number}",) for number in range(1, 6)),
        (),
        (),
    ]
    assert calendar.days[7].week_id == "map"
    assert calendar.days[25].on == date(2026, 10, 2)
    assert (calendar.days[28].on, end_on(calendar)) == (date(2026, 10, 5), date(2026, 10, 6))
    assert calendar.days[28].week_id == "close"
    assert calendar.days[28].sessions == ("close-1",)
    assert step_day(calendar, "map.first").number == 12
    assert sessions_due(calendar, date(2026, 9, 8)) == ("listen-1", "listen-2")


def test_the_weekend_waits_for_monday(pack: Pack) -> None:
    calendar = lay_out(date(2026, 9, 5), MON_FRI, pack)
    assert calendar.days[0].on == MONDAY


def test_a_start_in_midweek_keeps_weeks_of_seven_days(pack: Pack) -> None:
    calendar = lay_out(date(2026, 9, 10), MON_FRI, pack)  # a Thursday
    assert kinds(calendar)[:7] == "wwrrwww"
    assert (calendar.days[28].on, end_on(calendar)) == (date(2026, 10, 8), date(2026, 10, 9))


def test_the_closing_moves_to_working_days(pack: Pack) -> None:
    calendar = lay_out(date(2026, 9, 11), MON_FRI, pack)  # a Friday
    assert (calendar.days[28].on, end_on(calendar)) == (date(2026, 10, 9), date(2026, 10, 12))
    gap = position_on(calendar, date(2026, 10, 11))
    assert (gap.phase, gap.day.number) == ("gap", 29)


def test_sunday_to_thursday(pack: Pack) -> None:
    calendar = lay_out(date(2026, 9, 6), SUN_THU, pack)
    assert kinds(calendar) == "wwwwwrr" * 4 + "cc"
    assert calendar.days[28].on == date(2026, 10, 4)


def test_six_days_leave_one_open_and_three_take_two_sessions(pack: Pack) -> None:
    assert kinds(lay_out(MONDAY, range(6), pack))[:7] == "wwwwwor"
    three = lay_out(MONDAY, (0, 2, 4), pack)
    assert kinds(three)[:7] == "wrwrwrr"
    assert [len(day.sessions) for day in three.days[:7]] == [1, 0, 2, 0, 2, 0, 0]
    one = lay_out(MONDAY, (0,), pack)
    assert len(one.days[0].sessions) == 5
    assert end_on(one) == MONDAY + timedelta(days=35)


def test_a_pause_stops_the_count(pack: Pack) -> None:
    pause = (date(2026, 9, 9), date(2026, 9, 13))
    calendar = lay_out(MONDAY, MON_FRI, pack, [pause])
    assert [day.on.day for day in calendar.days[:4]] == [7, 8, 14, 15]
    assert position_on(calendar, date(2026, 9, 10)).phase == "paused"
    assert day_number(calendar, date(2026, 9, 10)) == 2
    assert day_on(calendar, date(2026, 9, 10)) is None
    assert day_number(calendar, date(2026, 9, 14)) == 3
    assert calendar.days[28].on == date(2026, 10, 12)


def test_before_and_after(pack: Pack) -> None:
    calendar = lay_out(MONDAY, MON_FRI, pack)
    before, after = MONDAY - timedelta(days=1), date(2026, 10, 7)
    assert position_on(calendar, before) == ("before", calendar.days[0])
    assert day_number(calendar, before) == 0
    assert position_on(calendar, after) == ("after", calendar.days[29])
    assert day_number(calendar, after) == 30
    assert day_on(calendar, before) is None and day_on(calendar, after) is None


def test_a_step_without_a_session_is_due_at_its_weeks_end(tmp_path: Path) -> None:
    texts = pack_texts()
    step = texts["steps/2.1-map.md"].replace("map.first", "map.second").replace("2.1", "2.2")
    texts["steps/2.2-map.md"] = step
    calendar = lay_out(MONDAY, MON_FRI, load_pack(write_pack(tmp_path, texts), None))
    assert step_day(calendar, "map.second").number == 12


def test_a_week_emptied_by_pauses_hands_its_sessions_on(pack: Pack) -> None:
    mondays = [(date(2026, 9, 14), date(2026, 9, 14)), (date(2026, 9, 21), date(2026, 9, 21))]
    calendar = lay_out(MONDAY, (0,), pack, mondays)
    sessions_by_day = {day.on: day.sessions for day in calendar.days if day.sessions}
    assert sum(map(len, sessions_by_day.values())) == 22
    assert sessions_by_day[date(2026, 9, 28)][0] == "map-1"


def test_what_cannot_be_laid_out(pack: Pack) -> None:
    with pytest.raises(UsageError, match="one or more of mon"):
        lay_out(MONDAY, (), pack)
    with pytest.raises(UsageError, match="one or more of mon"):
        lay_out(MONDAY, (0, 7), pack)
    with pytest.raises(UsageError, match="before it begins"):
        lay_out(MONDAY, MON_FRI, pack, [(date(2026, 9, 9), date(2026, 9, 8))])
    with pytest.raises(UsageError, match="end of the calendar"):
        lay_out(date.max - timedelta(days=3), MON_FRI, pack)
    with pytest.raises(UsageError, match="end of the calendar"):
        lay_out(MONDAY, MON_FRI, pack, [(MONDAY, date.max)])
    with pytest.raises(UsageError, match="no step"):
        step_day(lay_out(MONDAY, MON_FRI, pack), "nowhere")


DATES = st.dates(date(2020, 1, 1), date(2035, 12, 31))
WORKDAYS = st.frozensets(st.integers(0, 6), min_size=1)


@settings(deadline=None, max_examples=examples(150))
@given(start=DATES, workdays=WORKDAYS, data=st.data())
def test_every_month_holds_together(
    pack: Pack, start: date, workdays: frozenset[int], data: st.DataObject
) -> None:
    ranges = st.tuples(st.integers(-5, 50), st.integers(0, 20)).map(
        lambda pair: (
            start + timedelta(days=pair[0]),
            start + timedelta(days=pair[0] + pair[1]),
        )
    )
    pauses = data.draw(st.lists(ranges, max_size=4))
    calendar = lay_out(start, workdays, pack, pauses)
    days = calendar.days
    dates = [day.on for day in days]

    assert [day.number for day in days] == list(range(1, 31))
    assert all(one < next_one for one, next_one in pairwise(dates))
    assert dates[0] >= start and dates[0].weekday() in workdays
    assert not any(first <= on <= last for on in dates for first, last in pauses)
    arranged = [session for day in days for session in day.sessions]
    assert arranged == [session.id for session in pack.days]
    for day in days:
        working = day.on.weekday() in workdays
        assert (day.kind == "rest") == (not working)
        assert bool(day.sessions) <= working
        assert (day.kind == "close") == (day.number > 28)
        assert day_on(calendar, day.on) == day
    for step in pack.steps:
        assert step_day(calendar, step.id).kind == "work"
    # Every date between the first day and the last is a day, paused, or a gap at the closing.
    on = dates[0]
    while on <= dates[-1]:
        position = position_on(calendar, on)
        assert position.phase in ("during", "paused", "gap")
        assert position.phase != "gap" or position.day.number >= 28
        on += timedelta(days=1)


@given(start=DATES, workdays=WORKDAYS)
def test_without_pauses_each_week_keeps_its_own_sessions(
    pack: Pack, start: date, workdays: frozenset[int]
) -> None:
    calendar = lay_out(start, workdays, pack)
    assert calendar.days[27].on - calendar.days[0].on == timedelta(days=27)
    for week in pack.weeks:
        days = [day for day in calendar.days if day.week_id == week.id]
        assert len(days) == 7
        working = [day for day in days if day.kind != "rest"]
        assert len(working) == len(workdays)
        counts = [len(day.sessions) for day in working]
        if len(workdays) >= 5:
            assert counts == [1] * 5 + [0] * (len(workdays) - 5)
        else:
            assert min(counts) >= 1 and max(counts) - min(counts) <= 1
        arranged = [session for day in days for session in day.sessions]
        assert arranged == [session.id for session in pack.week_sessions(week.id)]
    # The closing comes on the first two working days from four weeks after the start.
    assert calendar.days[28].on == calendar.days[0].on + timedelta(days=28)


@given(start=DATES, workdays=WORKDAYS, length=st.integers(1, 40), offset=st.integers(1, 27))
def test_a_pause_moves_the_end_by_no_less_than_its_length(
    pack: Pack, start: date, workdays: frozenset[int], length: int, offset: int
) -> None:
    plain = lay_out(start, workdays, pack)
    first = plain.days[offset].on
    paused = lay_out(start, workdays, pack, [(first, first + timedelta(days=length - 1))])
    assume(paused.days[0] == plain.days[0])
    assert paused.days[27].on - plain.days[27].on == timedelta(days=length)
    assert end_on(paused) >= end_on(plain)
