"""3.1: the meeting's row is made as one types, people are counted by function, the agenda adds up.

3.2: pains and gaps are brought in once, decisions stand in order, notes share the meeting's row.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Button, DataTable, Static

from cxreset.base.errors import UsageError
from cxreset.reset.meeting.agenda import SUGGESTED
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.worksheets.teams.agenda import (
    clock,
    parse_clock,
    starts,
    total_sentence,
)
from cxreset.workbook.tables import (
    AgendaItem,
    Decision,
    Feedback,
    Gap,
    Insight,
    Meeting,
    Pain,
    Person,
)


def minutes_of(reset: Reset) -> list[int]:
    return [row.minutes for row in reset.book.rows(AgendaItem, "position")]


async def test_when_people_and_agenda_by_keys(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        await pilot.press("down", *"2026-09-23", "enter", *"9.30", "enter", *"Oak Room", "escape")
        await pilot.pause(0.3)
        meeting = reset.book.meeting()
        assert meeting.held_on == date(2026, 9, 23)
        assert (meeting.starts_at, meeting.location) == ("09:30", "Oak Room")

        await pilot.press("full_stop")
        await pilot.pause(0.1)
        await pilot.press("n")
        await pilot.pause(0.1)
        await pilot.press(*"Priya", "enter", "2", "tab", *"p@x.example", "enter", "1", "escape")
        await pilot.pause(0.3)
        (person,) = reset.book.rows(Person)
        assert (person.name, person.function, person.email, person.attended) == (
            "Priya",
            "product",
            "p@x.example",
            True,
        )
        missing = app.screen.query_one("PeopleSheet .missing", Static)
        assert str(missing.content) == "Nobody from marketing, support and CX yet."

        await pilot.press("full_stop")
        await pilot.pause(0.1)
        await pilot.press("s")
        await pilot.pause(0.1)
        assert sum(minutes_of(reset)) == 90
        table = app.screen.query_one("AgendaSheet DataTable", DataTable)
        assert [str(table.get_row_at(row)[0]) for row in (0, 1, 5)] == ["09:30", "09:35", "10:50"]
        total = app.screen.query_one("AgendaSheet .total", Static)
        assert str(total.content) == "Exactly 90 minutes, until 11:00."

        await pilot.press("plus", "plus")
        await pilot.pause(0.1)
        assert minutes_of(reset) == [15, 20, 5, 20, 20, 10]
        await pilot.click("AgendaSheet #tool-earlier")
        await pilot.pause(0.1)
        assert minutes_of(reset) == [15, 5, 20, 20, 20, 10]
        assert str(table.get_row_at(1)[0]) == "09:45"


@pytest.mark.parametrize(
    ("carried", "sentence"),
    [(True, "plans the next from what was carried over."), (False, "with an empty agenda.")],
)
async def test_a_meeting_that_is_over_says_what_the_next_begins_with(
    app: CxresetApp, reset: Reset, carried: bool, sentence: str
) -> None:
    reset.book.add(AgendaItem(position=1, minutes=80, title="Talk", finished=True))
    reset.book.add(AgendaItem(position=2, minutes=10, title="Refunds", next_time=carried))
    reset.book.put(Meeting(id=1, ended_at="2026-09-09T12:00:00+00:00"))
    async with app.run_test(size=(110, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        await pilot.press("full_stop", "full_stop")
        await pilot.pause(0.1)
        total = app.screen.query_one("AgendaSheet .total", Static)
        assert str(total.content).startswith("This meeting is over. x plans the next")
        assert str(total.content).endswith(sentence)


async def test_minutes_out_of_range_are_said_and_the_rest_shortened(
    app: CxresetApp, reset: Reset
) -> None:
    reset.book.add(AgendaItem(position=1, minutes=80, title="Talk"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        await pilot.press("full_stop", "full_stop")
        await pilot.pause(0.1)
        await pilot.press("enter", "tab", "backspace", "backspace", "0")
        await pilot.pause(0.4)
        assert minutes_of(reset) == [80]
        note = app.screen.query_one("AgendaSheet .field-minutes .note", Static)
        assert str(note.content) == "! Minutes, please, from 1 to 480."
        await pilot.press("backspace", *"95", "escape")
        await pilot.pause(0.3)
        assert minutes_of(reset) == [95]
        total = app.screen.query_one("AgendaSheet .total", Static)
        assert "5 minutes too many" in str(total.content)
        assert not app.screen.query_one("AgendaSheet #tool-suggest", Button).display
        await pilot.press("s")  # the suggestion is for an empty agenda only
        await pilot.pause(0.1)
        assert minutes_of(reset) == [95]


async def test_pains_and_gaps_come_in_once(app: CxresetApp, reset: Reset) -> None:
    pain = reset.book.add(Pain(title="Late", chosen=True))
    reset.book.add(Pain(title="Not chosen"))
    reset.book.tie(pain.key, [reset.book.add(Feedback(text="It came late")).key])
    reset.book.add(Gap(title="We name a day", pain_id=pain.key))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        await pilot.press("right_square_bracket")
        await pilot.pause(0.2)
        await pilot.press("b", "b")
        await pilot.pause(0.1)
        found = [(row.title, row.pain_id, row.gap_id) for row in reset.book.rows(Insight)]
        assert found == [("1 of 1 comment: Late", 1, None), ("We name a day", 1, 1)]
        await pilot.press("enter", "tab", *"Nods", "escape")
        await pilot.pause(0.3)
        assert [row.reaction for row in reset.book.rows(Insight)] == ["Nods", ""]

        await pilot.press("full_stop")
        await pilot.pause(0.1)
        for title, priority in (("Second", "2"), ("First", "1")):
            await pilot.press("n")
            await pilot.pause(0.1)
            await pilot.press(*title, "tab", priority, "escape")
            await pilot.pause(0.3)
        assert [(row.title, row.priority) for row in reset.book.rows(Decision)] == [
            ("Second", 2),
            ("First", 1),
        ]
        table = app.screen.query_one("DecisionsSheet DataTable", DataTable)
        assert [str(table.get_row_at(row)[2]) for row in (0, 1)] == ["First", "Second"]


async def test_notes_leave_the_rest_of_the_meeting_as_it_is(app: CxresetApp, reset: Reset) -> None:
    reset.book.put(Meeting(id=1, location="Oak Room"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.2)
        await pilot.press("right_square_bracket")
        await pilot.pause(0.2)
        await pilot.press("full_stop", "full_stop", "down", *"ErrorBoundary", "ctrl+q")
        await pilot.pause()
    meeting = reset.book.meeting()
    assert (meeting.notes, meeting.location) == ("ErrorBoundary", "Oak Room")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10", 600),
        ("10:00", 600),
        ("9.30", 570),
        ("1430", 870),
        ("2:15 pm", 855),
        ("12am", 0),
        ("12 PM", 720),
        ("23h59", 1439),
    ],
)
def test_times_as_people_write_them(text: str, minutes: int) -> None:
    assert parse_clock(text) == minutes


@pytest.mark.parametrize("text", ["", "soon", "24:00", "9:60", "13 pm", "0am", "-1", "10:0", "٣"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(UsageError, match="10:00"):
        parse_clock(text)


@given(st.integers(0, 1439))
def test_every_minute_of_the_day_reads_back(minute: int) -> None:
    assert parse_clock(clock(minute)) == minute


@given(st.lists(st.integers(1, 480), max_size=12))
def test_items_start_where_the_one_before_ends(minutes: list[int]) -> None:
    times = starts("00:00", minutes)
    for index, start in enumerate(times):
        assert parse_clock(start) == sum(minutes[:index]) % 1440
    assert all(start.startswith("+") for start in starts("after lunch", minutes))


def test_the_total_is_said_plainly() -> None:
    assert total_sentence("10:00", [85]) == "85 of 90 minutes, until 11:25: 5 minutes still free."
    assert total_sentence("", [91]).startswith("91 of 90 minutes: 1 minute too many.")
    assert sum(minutes for minutes, _, _ in SUGGESTED) == 90
