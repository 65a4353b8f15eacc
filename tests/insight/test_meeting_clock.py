"""The meeting's clock: from stored moments alone, and minutes that are shifted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given as drawn
from hypothesis import strategies as st

from cxreset.insight.meeting_clock import (
    SHORTEST,
    TimedItem,
    clock_text,
    closes_at,
    following,
    given,
    left,
    minutes_over,
    next_look,
    running,
    shifts,
    used,
)

NOW = datetime(2026, 9, 23, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def item(key: int, planned: int, **values: Any) -> TimedItem:
    return TimedItem(key=key, title=f"item {key}", planned=planned, **values)


def test_what_is_used_and_left_follows_from_when_it_began() -> None:
    runs = item(1, 10, used_seconds=120, running_since=NOW)
    assert (used(runs, NOW + 3 * MINUTE), left(runs, NOW + 3 * MINUTE)) == (300, 300)
    assert used(runs, NOW - MINUTE) == 120, "a clock set back takes nothing away"
    assert left(runs, NOW + 11 * MINUTE) == -180
    assert minutes_over(runs, NOW + 7 * MINUTE) == 0
    assert minutes_over(runs, NOW + 11 * MINUTE) == 3
    assert minutes_over(runs, NOW + 9 * MINUTE) == 1


def test_the_close_counts_what_is_open_alone() -> None:
    items = [
        item(1, 5, finished=True, used_seconds=999),
        item(2, 10, running_since=NOW),
        item(3, 7),
    ]
    assert closes_at(items, NOW + 4 * MINUTE) == NOW + 17 * MINUTE
    assert closes_at(items, NOW + 12 * MINUTE) == NOW + 19 * MINUTE, "over by two: it closes later"


def test_the_next_item_is_an_open_one_after_it_else_one_left_before() -> None:
    first, second, third = item(1, 5), item(2, 5, running_since=NOW), item(3, 5)
    assert running([first, second, third]) == second
    assert following([first, second, third]) == third
    assert following([first, second, third._replace(finished=True)]) == first
    assert following([item(1, 5, running_since=NOW)]) is None
    assert following([first, third]) == first


def test_more_minutes_come_from_the_longest_item_after_it() -> None:
    items = [item(1, 10), item(2, 20), item(3, 30), item(4, 40, finished=True)]
    assert shifts(items, 1, 5) == {1: 5, 3: -5}
    assert shifts(items, 3, 5) == {3: 5}, "nothing is after it: the meeting is longer"
    assert shifts(items, 1, -5) == {1: -5, 2: 5}
    assert shifts([item(1, 3), item(2, 9)], 1, -5) == {1: -2, 2: 2}, "one minute is left"
    assert shifts([item(1, 3), item(2, 2), item(3, 2)], 1, 5) == {1: 5, 2: -1, 3: -1}


minutes = st.integers(1, 60)


@drawn(st.lists(st.tuples(minutes, st.integers(-30, 30), st.booleans()), min_size=1), st.data())
def test_no_shift_takes_an_items_last_minute_nor_ends_the_meeting_early(
    rows: list[tuple[int, int, bool]], data: st.DataObject
) -> None:
    items = [
        item(key, planned, shifted=shifted, finished=finished)
        for key, (planned, shifted, finished) in enumerate(rows)
    ]
    key = data.draw(st.integers(0, len(items) - 1))
    changes = shifts(items, key, data.draw(st.integers(-20, 20)))
    after = [one._replace(planned=given(one) + changes.get(one.key, 0), shifted=0) for one in items]
    assert all(one.planned >= SHORTEST for one in after)
    assert all(one.finished is False or one.key == key for one in items if changes.get(one.key))
    if changes[key] > 0:
        assert sum(changes.values()) >= 0


def test_the_clock_says_minutes_and_in_the_last_one_seconds() -> None:
    texts = [clock_text(seconds) for seconds in (1080, 1079, 61, 60, 9, 0, -59, -60, -185)]
    assert texts == ["18:00", "18:00", "2:00", "1:00", "0:09", "+0", "+0", "+1", "+3"]


def test_it_is_looked_at_when_it_changes() -> None:
    runs = item(1, 10, running_since=NOW)
    assert next_look(runs, NOW) == 60
    assert next_look(runs, NOW + timedelta(seconds=20)) == 40
    assert next_look(runs, NOW + 9 * MINUTE) == 1
    assert next_look(None, NOW) == 60
