"""What a newer calendar says of what changed, read back as a calendar program reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from cxreset.sharing.data.calendar import write
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.workbook.shares.calendars import HandedOut
from tests.sharing.full_plan import FULL

FIRST = datetime(2026, 9, 20, 8, 30, tzinfo=UTC)
LATER = FIRST + timedelta(days=3, hours=2)


def taken_in(
    mine: dict[str, Event], facts: PlanFacts, before: HandedOut, at: datetime
) -> HandedOut:
    """A calendar program's part: by UID the higher SEQUENCE wins, what is cancelled goes."""
    data, now = write(facts, None, before, at)
    for event in Calendar.from_ical(data).walk("VEVENT"):
        assert isinstance(event, Event)
        uid = str(event["uid"])
        old = mine.get(uid)
        if old is None or (event["sequence"], event.decoded("dtstamp")) > (
            old["sequence"],
            old.decoded("dtstamp"),
        ):
            mine[uid] = event
        if event.get("status") == "CANCELLED":
            mine.pop(uid)
    return now


def moved(facts: PlanFacts, days: int) -> PlanFacts:
    """The first action due so many days later."""
    action = next(one for one in facts.actions if one.open and one.deadline)
    assert action.deadline
    later = replace(action, deadline=action.deadline + timedelta(days=days))
    return replace(facts, actions=tuple(later if one is action else one for one in facts.actions))


def one(mine: dict[str, Event], key: str) -> Event:
    return next(event for uid, event in mine.items() if uid.endswith(f"-{key}@cxreset"))


def test_an_unchanged_calendar_is_the_same_and_a_moved_date_takes_the_place_of_the_old() -> None:
    action = next(one for one in FULL.actions if one.open and one.deadline)
    key = action.ref.lower()
    mine: dict[str, Event] = {}
    now = taken_in(mine, FULL, {}, FIRST)
    assert one(mine, key)["sequence"] == 0 and one(mine, key).decoded("dtstamp") == FIRST
    assert write(FULL, None, now, LATER) == (write(FULL, None, now, FIRST)[0], now)
    for turn, days in enumerate((5, 9), 1):  # twice on the same day too
        now = taken_in(mine, moved(FULL, days), now, LATER)
        event = one(mine, key)
        assert event["sequence"] == turn and event.decoded("dtstamp") == LATER
        assert action.deadline and event.decoded("dtstart") == action.deadline + timedelta(days)
    others = [event for event in mine.values() if event is not one(mine, key)]
    assert others and all(event["sequence"] == 0 for event in others)


def test_what_is_gone_is_called_off_once_and_comes_back_with_a_higher_number() -> None:
    facts = replace(FULL, today=date(2026, 9, 1))
    action = next(one for one in facts.actions if one.open and one.deadline)
    without = replace(facts, actions=tuple(one for one in facts.actions if one is not action))
    mine: dict[str, Event] = {}
    first = taken_in(mine, facts, {}, FIRST)
    size = len(mine)
    gone = taken_in(mine, without, first, LATER)
    assert len(mine) == size - 1
    data, again = write(without, None, gone, LATER)
    assert b"CANCELLED" not in data and again == gone
    back = taken_in(mine, facts, gone, LATER)
    assert len(mine) == size and one(mine, action.ref.lower())["sequence"] == 2
    assert not back[action.ref].cancelled


def test_what_is_past_is_not_called_off() -> None:
    _, before = write(replace(FULL, today=date(2026, 9, 1)), None, {})
    data, _ = write(replace(FULL, today=date(2026, 12, 1)), None, before)
    assert b"CANCELLED" not in data
