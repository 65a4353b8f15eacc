"""The calendar file: read by icalendar and by ics; stable, folded, and nobody else's entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import ics
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from cxreset.base.hours import start_of
from cxreset.sharing.data.calendar import render, write
from cxreset.sharing.data.cells import identity
from cxreset.sharing.facts.plan import PlanFacts, SessionFact
from cxreset.sharing.facts.teams import AgendaFact, FollowUpFact, MeetingFact
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import EMPTY, HOSTILE, crowded, with_every_text

BEGUN = replace(
    FULL,
    created_on=date(2026, 9, 4),
    sessions=(
        SessionFact(25, date(2026, 10, 1), "Yesterday's", 40),
        SessionFact(26, date(2026, 10, 2), "Try one fix small", 60),
        SessionFact(29, date(2026, 10, 5), "Look back"),
    ),
)


def events(data: bytes) -> dict[str, Component]:
    """UID without the workbook's part -> event."""
    found = {}
    for event in Calendar.from_ical(data).walk("VEVENT"):
        uid = str(event["uid"])
        assert uid.endswith("@cxreset")
        found[uid.removesuffix("@cxreset").partition("-")[2]] = event
    return found


def test_every_date_is_in_it_once_and_what_is_over_is_not() -> None:
    found = events(render(BEGUN))
    assert list(found) == ["day-26", "day-29", "meeting", "a1", "a2", "u1", "u2", "pl1-start",
                           "pl1-end"]  # fmt: skip
    # A3 has no date, A4 is completed, U3 is done, day 25 is past.
    assert str(found["a1"]["summary"]) == "Due: Try the text at Northgate (A1)"
    assert found["a1"].decoded("dtstart") == date(2026, 10, 9)
    assert found["a1"].decoded("dtend") == date(2026, 10, 10)
    assert "Customers say: P1 Delivery day moves" in str(found["a1"]["description"])
    assert str(found["u1"]["summary"]) == "Follow up: Half-time of the pilot (Sam Whitlock)"
    assert "About A1: Try the text" in str(found["u2"]["description"])
    assert found["pl1-end"].decoded("dtstart") == date(2026, 10, 9)


def test_a_working_day_has_its_reminder() -> None:
    day = events(render(BEGUN))["day-26"]
    assert str(day["summary"]) == "Reset, day 26: Try one fix small"
    assert str(day["description"]).startswith("About 60 minutes.")
    (alarm,) = day.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=8, minutes=45)
    assert str(alarm["action"]) == "DISPLAY"
    assert str(day["transp"]) == "TRANSPARENT"
    (alarm,) = events(render(replace(BEGUN, daily_at="7:10")))["day-26"].walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=7, minutes=10), "the leader's own hour"


def test_the_meeting_has_its_hour_by_the_reader_s_clock() -> None:
    meeting = replace(
        FULL.meeting, agenda=(AgendaFact("What customers said", 40), AgendaFact("First", 35))
    )
    event = events(render(replace(BEGUN, meeting=meeting)))["meeting"]
    assert event.decoded("dtstart").isoformat() == "2026-09-23T10:00:00"  # of no zone
    assert event.decoded("dtend").isoformat() == "2026-09-23T11:15:00"
    assert str(event["location"]) == "Oak Room"
    assert "40 min  What customers said" in str(event["description"])


def test_a_meeting_without_a_readable_hour_takes_the_day_and_says_what_was_written() -> None:
    meeting = MeetingFact(held_on=date(2026, 9, 23), starts_at="after lunch")
    event = events(render(replace(BEGUN, meeting=meeting)))["meeting"]
    assert event.decoded("dtstart") == date(2026, 9, 23)
    assert str(event["description"]) == "Starts at: after lunch"


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("10:00", time(10)), ("14.30", time(14, 30)), ("2 pm", time(14)),
        ("2:15 p.m.", time(14, 15)),
        ("12 am", time(0)), ("12pm", time(12)), ("9h30", time(9, 30)), ("10", time(10)),
        ("at 10:00", time(10)), ("noon", time(12)), ("10:00 - 11:30", time(10)),
        ("10 to 12", time(10)), ("9 o'clock", time(9)), ("14 h", time(14)),
        ("10 people", None), ("25:00", None), ("13 pm", None), ("10:61", None), ("", None),
        ("after lunch", None),
    ],
)  # fmt: skip
def test_hours_as_people_write_them(text: str, hour: time | None) -> None:
    assert start_of(text) == hour


def test_one_colleague_gets_their_own_dates_and_the_meeting() -> None:
    assert list(events(render(BEGUN, "tom becker"))) == ["meeting", "a2", "u2"]
    sam = events(render(BEGUN, "Sam  Whitlock"))
    assert list(sam) == ["meeting", "a1", "u1", "pl1-start", "pl1-end"]
    assert str(sam["u1"]["summary"]) == "Follow up: Half-time of the pilot"
    assert list(events(render(BEGUN, "Nobody Known"))) == ["meeting"]


def test_a_newer_file_updates_what_an_older_one_brought() -> None:
    moved = replace(BEGUN.actions[0], deadline=date(2026, 10, 16))
    later = replace(BEGUN, actions=(moved, *BEGUN.actions[1:]), today=date(2026, 10, 5))
    first, held = write(BEGUN, None, {})
    before = Calendar.from_ical(first).walk("VEVENT")
    second = Calendar.from_ical(write(later, None, held)[0])
    after = {str(event["uid"]): event for event in second.walk("VEVENT")}
    uid = f"{identity(BEGUN)}-a1@cxreset"
    old = next(event for event in before if str(event["uid"]) == uid)
    assert after[uid].decoded("dtstart") == date(2026, 10, 16)
    assert after[uid].decoded("sequence") > old.decoded("sequence")
    assert after[uid].decoded("dtstamp") > old.decoded("dtstamp")


def test_the_same_facts_give_the_same_bytes_and_another_workbook_other_uids() -> None:
    assert render(BEGUN) == render(BEGUN)
    other = replace(BEGUN, created_on=date(2026, 9, 5))
    mine = {str(event["uid"]) for event in Calendar.from_ical(render(BEGUN)).walk("VEVENT")}
    theirs = {str(event["uid"]) for event in Calendar.from_ical(render(other)).walk("VEVENT")}
    assert len(mine) == 9 and not mine & theirs


def test_an_empty_workbook_gives_a_calendar_without_entries() -> None:
    assert events(render(EMPTY)) == {}
    assert render(EMPTY).startswith(b"BEGIN:VCALENDAR\r\n")


def held(data: bytes) -> None:
    """What every reader asks of a file: lines of 75 octets, whole characters, CRLF, no controls."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
        assert not any(octet < 32 or octet == 127 for octet in line)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "x\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
        "END:VCALENDAR",
        "a;b,c\\d\\n:e\"f^'g",
        "漢字" * 60 + "👩‍👩‍👧‍👦" * 20,
        "=1+1",
        "\x00\x0b\x85\u2028\ud800",
        "x" * 9_000,
    ],
)
def test_hostile_texts_stay_texts_in_both_readers(text: str) -> None:
    data = render(with_every_text(BEGUN, text))
    held(data)
    found = events(data)
    assert len(found) == 9 and "evil" not in " ".join(found)
    other = ics.Calendar(data.decode("utf-8")).events
    assert {str(event.uid) for event in other} == {str(event["uid"]) for event in found.values()}


def test_nothing_of_a_text_is_lost() -> None:
    text = "Call; ask, note \\ “quote” — 漢字 👍\nsecond line"
    facts = replace(
        BEGUN, follow_ups=(FollowUpFact(ref="U1", what=text, who="Sam", due_on=date(2026, 10, 5)),)
    )
    event = events(render(facts))["u1"]
    assert str(event["description"]).startswith(text)
    (other,) = (
        one
        for one in ics.Calendar(render(facts).decode()).events
        if str(one.uid).endswith("u1@cxreset")
    )
    assert "second line" in (other.description or "") and "漢字 👍" in (other.description or "")


@given(st.text(max_size=300))
def test_any_text_makes_a_calendar_that_can_be_read(text: str) -> None:
    facts = PlanFacts(
        name="Dana", organisation="Harbour", today=date(2026, 10, 2),
        start_on=date(2026, 9, 7), day=26,
        follow_ups=(FollowUpFact(ref="U1", what=text, who=text, due_on=date(2026, 10, 5)),),
        meeting=MeetingFact(held_on=date(2026, 9, 23), starts_at=text, location=text),
    )  # fmt: skip
    data = render(facts)
    held(data)
    assert set(events(data)) == {"meeting", "u1"}


def test_sixty_actions_are_sixty_entries_in_both_readers() -> None:
    data = render(crowded(60))
    found = [name for name in events(data) if name.startswith("a")]
    assert len(found) == 60
    assert len(ics.Calendar(data.decode()).events) == len(events(data))


def test_the_stamp_is_of_the_day_and_not_of_the_moment() -> None:
    assert events(render(BEGUN))["a1"].decoded("dtstamp") == datetime(2026, 10, 2, tzinfo=UTC)


def test_what_is_past_has_no_alarm_and_colleagues_no_reminders() -> None:
    late = replace(BEGUN.actions[0], deadline=BEGUN.today - timedelta(days=1))
    due = replace(BEGUN.actions[1], deadline=BEGUN.today)
    found = events(render(replace(BEGUN, actions=(late, due))))
    assert not found["a1"].walk("VALARM") and found["a2"].walk("VALARM")
    assert b"Open it with" in render(BEGUN)
    for name in (BEGUN.name, "Sam Whitlock"):
        assert b"Open it with" not in render(BEGUN, name)
