"""Week 4 by keys: a pilot, its voices from both sides, the lessons, and who was told."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot as Driver
from textual.widgets import DataTable, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.worksheets.pilot.pilot import open_actions_first, still_open
from cxreset.workbook.tables import (
    Action,
    Lesson,
    Measurement,
    Pilot,
    Procedure,
    ShareOut,
    Voice,
)


async def go_to_step(pilot: Driver[str], reset: Reset, step: str) -> None:
    """To a step of week 4, where the leader was last."""
    reset.daily.set_last_visited(f"week-test/{step}")
    await pilot.press("4")
    await pilot.pause(0.2)


async def test_a_pilot_of_one_action(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Action(title="Done already", status="completed"))
    reset.book.add(Action(title="Send the text"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await pilot.pause(0.2)
        await pilot.click("PilotSheet #tool-add")
        await pilot.pause(0.1)
        open_line = app.screen.query_one("PilotSheet .open", Static)
        assert str(open_line.content).startswith("Still to say: the action, the hypothesis,")
        await pilot.press("enter", "down", "enter")  # the first of the list is the open action
        await pilot.pause(0.3)
        (row,) = reset.book.rows(Pilot)
        assert (row.action_id, row.title) == (2, "Send the text")
        await pilot.press("tab", "tab", *"If so", "tab", *"Depot", "tab")
        await pilot.press(*"2026-09-28", "enter", *"2026-09-20", "enter", *"1 in 10", "escape")
        await pilot.pause(0.3)
        (row,) = reset.book.rows(Pilot)
        assert (row.hypothesis, row.participants, row.stop_rule) == ("If so", "Depot", "1 in 10")
        assert (row.start_on, row.end_on) == (date(2026, 9, 28), date(2026, 9, 20))
        assert "The end is before the start" in str(open_line.content)
        assert isinstance(app.screen.focused, DataTable)
        await pilot.press("n")
        await pilot.pause(0.1)
        assert reset.book.count(Pilot) == 1, "a new one is there from its first word"
        await pilot.press("tab", *"If", "escape")
        await pilot.pause(0.1)
        assert reset.book.count(Pilot) == 2


async def test_voices_of_both_sides(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pilot(title="Text"))
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_step(pilot, reset, "test.voices")
        teams = app.screen.query_one("#teams")
        assert teams.region.width > 30  # in sight beside the customers
        await pilot.press("n")
        await pilot.pause(0.1)
        await pilot.press(*"I knew it", "tab", *"Buyer", "escape", "full_stop", "n")
        await pilot.pause(0.1)
        await pilot.press(*"Calmer", "escape")
        await pilot.pause(0.3)
        found = [(row.side, row.text, row.who, row.pilot_id) for row in reset.book.rows(Voice)]
        assert found == [("customer", "I knew it", "Buyer", 1), ("team", "Calmer", "", 1)]
        assert app.screen.focused is teams.query_one(DataTable)

        await pilot.resize_terminal(78, 24)
        await pilot.pause(0.2)
        sides = list(app.screen.query("VoiceList"))
        assert [side.display for side in sides] == [False, True]
        await pilot.click("#turn")
        await pilot.pause(0.1)
        assert [side.display for side in sides] == [True, False]
        assert app.screen.focused is sides[0].query_one(DataTable)


async def test_lessons_and_the_procedure(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pilot(title="Text"))
    reset.book.add(Measurement(name="Contacts"))
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_step(pilot, reset, "test.lessons")
        await pilot.press("n")
        await pilot.pause(0.1)
        await pilot.press(*"Later", "shift+tab", "2", "tab", "tab", "tab")
        await pilot.press("enter", "down", "enter", "escape")
        await pilot.pause(0.3)
        (lesson,) = reset.book.rows(Lesson)
        assert (lesson.verdict, lesson.text) == ("change", "Later")
        assert (lesson.pilot_id, lesson.measurement_id) == (1, 1)
        await pilot.press("full_stop", "n")
        await pilot.pause(0.1)
        await pilot.press(*"Text", "enter", *"ErrorBoundary", "enter", *"Daily", "enter")
        await pilot.press(*"One", "enter", *"Two", "tab", *"Sam", "enter", *"Call", "escape")
        await pilot.pause(0.3)
        (row,) = reset.book.rows(Procedure)
        assert (row.title, row.purpose, row.applies_when) == ("Text", "ErrorBoundary", "Daily")
        assert (row.steps, row.owner, row.on_failure) == ("One\nTwo", "Sam", "Call")


async def test_who_was_told_and_the_way_to_share(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_step(pilot, reset, "test.share")
        await pilot.press("n")
        await pilot.pause(0.1)
        await pilot.press(*"Depots", "enter", "enter", *"By mail", "enter", *"All", "escape")
        await pilot.pause(0.3)
        (row,) = reset.book.rows(ShareOut)
        assert (row.who, row.how, row.what) == ("Depots", "By mail", "All")
        assert row.shared_on == date(2026, 9, 9)
        await pilot.click("#tool-open_share")
        await pilot.pause(0.2)
        assert app.current_mode == "share"
        await pilot.press("4")
        await pilot.pause(0.2)
        await pilot.press("o")
        await pilot.pause(0.2)
        assert app.current_mode == "share"
        for way in (
            ("t",),
            ("escape", "escape", "escape"),
        ):  # the focus is on a button: to the list
            await pilot.press("4")
            await pilot.pause(0.1)
            await pilot.press(*way)
            await pilot.pause(0.1)
            assert app.current_mode == "today"


def test_open_actions_are_offered_first(reset: Reset) -> None:
    for title, status in (("a", "completed"), ("b", "in_progress"), ("c", "cancelled"), ("d", "")):
        reset.book.add(Action(title=title, status=status or "not_started"))
    assert [number for _, number in open_actions_first(reset.book)] == [2, 4, 1, 3]


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (None, date(2026, 9, 28), ""),
        (date(2026, 9, 28), date(2026, 9, 28), "It runs for 1 day, both ends included."),
        (date(2026, 9, 28), date(2026, 10, 9), "It runs for 12 days, both ends included."),
        (date(2026, 9, 28), date(2026, 9, 27), "The end is before the start"),
    ],
)
def test_what_a_pilot_s_dates_say(start: date | None, end: date | None, sentence: str) -> None:
    assert sentence in still_open(Pilot(start_on=start, end_on=end))


def test_a_whole_pilot_leaves_nothing_open() -> None:
    whole = Pilot(
        action_id=1,
        hypothesis="If",
        participants="All",
        start_on=date(2026, 9, 28),
        end_on=date(2026, 10, 9),
        stop_rule="Never",
    )
    assert still_open(whole).startswith("Everything is said.")
    whole.stop_rule = ""
    assert still_open(whole).startswith("Still to say: the stop rule.")
