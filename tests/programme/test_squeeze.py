"""A squeeze keeps every date and lays each open session once, in order, from its day on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.programme.calendar import end_on, lay_out
from cxreset.programme.model import Pack
from cxreset.programme.pack import load_pack
from tests.examples import examples
from tests.programme.packbuilder import pack_texts, write_pack

MONDAY = date(2026, 9, 7)
MON_FRI = (0, 1, 2, 3, 4)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load_pack(write_pack(tmp_path_factory.mktemp("pack"), pack_texts()), None)


def test_a_week_elsewhere(pack: Pack) -> None:
    listen = tuple(f"listen-{number}" for number in range(1, 6))
    squeezed = lay_out(MONDAY, MON_FRI, pack, (), [(date(2026, 9, 14), listen)])
    assert [day.sessions for day in squeezed.days[:7]] == [()] * 7
    assert [len(day.sessions) for day in squeezed.days[7:12]] == [1, 1, 2, 1, 1]
    assert squeezed.days[7].sessions == ("listen-1",)


def test_after_the_four_weeks_the_closing_days_take_the_rest(pack: Pack) -> None:
    squeezed = lay_out(MONDAY, MON_FRI, pack, (), [(date(2026, 10, 5), ("test-4", "test-5"))])
    assert [day.sessions for day in squeezed.days[28:]] == [
        ("test-4", "close-1"),
        ("test-5", "close-2"),
    ]
    plain = lay_out(MONDAY, MON_FRI, pack)
    assert lay_out(MONDAY, MON_FRI, pack, (), [(date(2027, 1, 1), ("test-4",))]) == plain


@settings(deadline=None, max_examples=examples(200))
@given(
    start=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    workdays=st.frozensets(st.integers(0, 6), min_size=1),
    data=st.data(),
)
def test_every_squeeze_keeps_its_word(
    pack: Pack, start: date, workdays: frozenset[int], data: st.DataObject
) -> None:
    offsets = st.integers(-3, 45)
    pauses = [
        (start + timedelta(days=first), start + timedelta(days=first + length))
        for first, length in data.draw(st.lists(st.tuples(offsets, st.integers(0, 12)), max_size=2))
    ]
    ids = [session.id for session in pack.days if session.step]
    open_ = st.sets(st.sampled_from(ids))
    squeezes = [
        (start + timedelta(days=days), sorted(some))
        for days, some in data.draw(
            st.lists(st.tuples(offsets, open_), max_size=3, unique_by=lambda pair: pair[0])
        )
    ]
    plain = lay_out(start, workdays, pack, pauses)
    squeezed = lay_out(start, workdays, pack, pauses, squeezes)
    days = squeezed.days
    assert [day.on for day in days] == [day.on for day in plain.days]
    assert end_on(squeezed) == end_on(plain)
    assert all(one.number + 1 == two.number for one, two in pairwise(days))
    on = {session: day.on for day in days for session in day.sessions}
    arranged = [session for day in days for session in day.sessions]
    assert sorted(arranged) == sorted(session.id for session in pack.days)
    assert all(day.on.weekday() in workdays for day in days if day.sessions)
    order = [session.id for session in pack.days]
    for from_on, some in squeezes:
        if from_on <= days[-1].on:
            assert all(on[session] >= from_on for session in some)
    if squeezes:
        last = max(from_on for from_on, _ in squeezes)
        ahead = [each for each in arranged if on[each] >= last and each in ids]
        assert ahead == sorted(ahead, key=order.index)
    assert set(squeezed.steps) == set(plain.steps)
