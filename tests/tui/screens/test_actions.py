"""Actions with keys: owners and deadlines, follow-ups, the screen of all actions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import DataTable, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.actions.screen import ActionsScreen
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.tui.worksheets.parts.action_list import known_names
from cxreset.tui.worksheets.parts.when import due_phrase
from cxreset.tui.worksheets.teams.followups import FollowUpsSheet, half_time
from cxreset.workbook.tables import Action, Fix, FollowUp, Gap, Meeting, Pain, Person
from cxreset.workbook.thread import Thread

TODAY = date(2026, 9, 9)


@pytest.fixture
def filled(reset: Reset) -> Reset:
    """One thread from a comment to an action, and actions in every state."""
    book = reset.book
    pain = book.add(Pain(title="The day moves", chosen=True))
    number = reset.comments.capture("We waited in all day and [b]nobody[/b] came.", "call", None)
    book.tie(pain.key, [number])
    book.add(Gap(title="Delivery", pain_id=1))
    book.add(Fix(title="A text", gap_id=1))
    book.add(Person(name="Priya Nair", function="product"))
    book.put(Meeting(id=1, held_on=date(2026, 9, 16)))
    book.add(Action(title="Undated"))
    book.add(Action(title="Soon", owner="Sam", deadline=date(2026, 9, 14)))
    book.add(Action(title="Late", owner="Sam", deadline=date(2026, 9, 6), fix_id=1))
    book.add(Action(title="Dropped", status="cancelled", deadline=date(2026, 9, 1)))
    book.add(Action(title="Done", status="completed", completed_on=date(2026, 9, 8)))
    return reset


def text_of(app: CxresetApp, within: str = ".list-notice") -> str:
    return str(app.screen.query(within).first(Static).render())


def listed_refs(app: CxresetApp) -> list[str]:
    table = app.screen.query_one(DataTable)
    return [str(table.get_row_at(index)[0]) for index in range(table.row_count)]


async def test_owner_and_deadline_are_given_with_keys(app: CxresetApp, filled: Reset) -> None:
    filled.daily.set_last_visited("week-team/team.owners")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert listed_refs(app) == ["A1", "A2", "A3", "A5"]
        assert "Of 4 actions, 2 lack an owner and 2 lack a deadline." in text_of(app)
        await pilot.press("enter", *"pri")
        await pilot.pause(0.2)
        await pilot.press("right", "enter", *"mon")
        await pilot.press("escape")
        await pilot.pause()
        action = filled.book.rows(Action)[0]
        assert (action.owner, action.deadline) == ("Priya Nair", date(2026, 9, 14))
        assert "Of 4 actions, 1 lacks an owner and 1 lacks a deadline." in text_of(app)
        assert "before the meeting on 16 Sep" in text_of(app, ".remark")
        await pilot.press("down", "down")
        await pilot.pause()
        assert "has passed (3 days late)" in text_of(app, ".remark")


async def test_follow_ups_are_filled_in_ticked_and_removed(app: CxresetApp, filled: Reset) -> None:
    filled.daily.set_last_visited("week-team/team.followups")
    book = filled.book
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        rows = book.rows(FollowUp)
        assert [(row.action_id, row.who, row.due_on) for row in rows] == [
            (1, "", None),
            (2, "Sam", date(2026, 9, 11)),
            (3, "Sam", date(2026, 9, 6)),
        ]
        sheet = app.screen.query_one(FollowUpsSheet)
        assert [row.ref for row in sheet._rows] == ["U3", "U2", "U1"]
        assert "1 follow-up late." in text_of(app)
        sheet.grid.move_cursor(row=0)
        await pilot.press("space")
        await pilot.pause()
        assert book.rows(FollowUp)[2].done
        assert [row.ref for row in sheet._rows] == ["U2", "U1", "U3"]
        await pilot.press("f")  # each has one: nothing is added
        await pilot.click("#tool-remove")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert len(book.rows(FollowUp)) == 2
        assert len(book.rows(Action)) == 5


async def test_all_actions_in_order_filtered_and_traced(app: CxresetApp, filled: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, ActionsScreen)
        assert listed_refs(app) == ["A3", "A2", "A1", "A5", "A4"]
        table = app.screen.query_one(DataTable)
        assert "3 days late" in str(table.get_row_at(0)[3])
        assert "F1 ← G1 ← P1" in str(table.get_row_at(0)[5])
        pane = text_of(app, "#pane")
        assert "A3 ← F1 ← G1 ← P1" in pane
        assert "The day moves, 1 comment" in pane
        assert "“We waited in all day and [b]nobody[/b] came.”  C1" in pane
        assert "3 open, 1 completed, ! 1 late" in text_of(app, "#head")
        await pilot.press("f", "f")
        await pilot.pause()
        assert listed_refs(app) == ["A3"]
        await pilot.press("f", "o")
        await pilot.pause()
        await pilot.press("down", "enter")  # everyone, then Sam
        await pilot.pause()
        assert listed_refs(app) == ["A3", "A2"]


async def test_a_status_carries_its_day_and_stays_in_hand(app: CxresetApp, filled: Reset) -> None:
    book = filled.book
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("f", "f")  # the late ones
        await pilot.press("enter", "tab", "tab", "tab", "right", "right")
        await pilot.pause()
        late = book.get(Action, 3)
        assert late is not None
        assert (late.status, late.completed_on) == ("completed", TODAY)
        assert listed_refs(app) == ["A3"]  # no longer late, but still in hand
        await pilot.press("escape")
        await pilot.pause()
        assert listed_refs(app) == []
        await pilot.press("f")
        await pilot.pause()
        row = listed_refs(app).index("A3")
        app.screen.query_one(DataTable).move_cursor(row=row)
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        again = book.get(Action, 3)
        assert again is not None
        assert (again.status, again.completed_on) == ("in_progress", None)
        await pilot.press("3")  # week 3 shows the same truth
        await pilot.pause()
        book.set(Action, 1, owner="Tom", deadline=TODAY)
        await pilot.press("a")
        await pilot.pause()
        assert listed_refs(app)[:2] == ["A3", "A1"]


async def test_without_actions_a_key_leads_to_the_roadmap(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "press r to go to step 2.4" in text_of(app, ".empty")
        await pilot.click("#roadmap")
        await pilot.pause()
        assert isinstance(app.screen, WeekScreen)
        assert app.screen.step.worksheet == "roadmap"


def test_a_chain_ends_where_it_is_cut(filled: Reset) -> None:
    book = filled.book
    late = book.rows(Action)[2]
    assert Thread(book).of_action(late).refs == ("F1", "G1", "P1")
    book.remove(Gap, 1)
    assert Thread(book).of_action(book.rows(Action)[2]).refs == ("F1",)
    book.set(Action, 3, pain_id=1)
    origin = Thread(book).of_action(book.rows(Action)[2])
    assert (origin.refs, origin.comments) == (("F1", "P1"), 1)
    assert known_names(book) == ["Priya Nair", "Sam"]


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.sets(st.integers(0, 6), min_size=1))
def test_half_time_lies_between_today_and_the_deadline(due: date, days: set[int]) -> None:
    found = half_time(due, TODAY, lambda on: on.weekday() in days)
    assert found is not None
    if (due - TODAY).days < 2:
        assert found == due
    else:
        assert TODAY < found < due
        assert found.weekday() in days or (found - TODAY).days == 1


def test_how_a_day_stands_to_today() -> None:
    days = {6: "3 days late", 8: "1 day late", 9: "today", 10: "tomorrow", 13: "in 4 days"}
    for number, words in days.items():
        assert due_phrase(date(2026, 9, number), True, TODAY) == words
    assert due_phrase(date(2026, 9, 6), False, TODAY) == due_phrase(None, True, TODAY) == ""
