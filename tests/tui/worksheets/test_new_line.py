"""A new line is there from its first word; an empty one leaves no trace; no line runs away."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot
from textual.widgets import DataTable

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.actions.sheet import AllActions
from cxreset.tui.worksheets.gaps.roadmap import RoadmapSheet
from cxreset.workbook.tables import Action, Feedback, Fix, Gap, Journal, Measurement, Pain

SMALL = (80, 24)


async def press(pilot: Pilot[str], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause(0.4)


async def test_a_line_is_stored_with_its_first_word(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "a")
        before = reset.history.next_undo()
        await press(pilot, "n")
        assert reset.book.rows(Action) == []
        await press(pilot, "escape")
        assert (reset.book.rows(Action), reset.history.next_undo()) == ([], before)
        await press(pilot, "n", "tab", "tab", "escape", "n", *"   ", "escape")
        assert reset.book.rows(Action) == []
        await press(pilot, "n", *"Call back", "enter", *"Tom", "enter", *"2026-09-20", "escape")
        (action,) = reset.book.rows(Action)
        assert (action.ref, action.title, action.owner) == ("A1", "Call back", "Tom")
        assert action.deadline == date(2026, 9, 20)
        await press(pilot, "n", "escape", "n", *"Write", "escape")
        assert [row.ref for row in reset.book.rows(Action)] == ["A1", "A2"]


async def test_the_form_stays_where_it_is_when_a_line_gets_its_first_word(
    app: CxresetApp, reset: Reset
) -> None:
    """In the first line of a list, whose sentence above changes too, and in the second."""
    reset.daily.set_last_visited("week-map/map.gaps")
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in (("2", "n"), ("escape", "n"), ("escape", "escape", "a", "n")):
            await press(pilot, *keys)
            field = app.focused
            assert field is not None
            before = field.region
            await press(pilot, "X")
            assert field.region == before, keys
        await press(pilot, "escape")
        assert len(reset.book.rows(Gap)) == 2 and len(reset.book.rows(Action)) == 1


async def test_a_half_date_on_a_new_line_is_no_line(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "a", "n", "tab", "tab", *"2026-", "escape")
        assert reset.book.rows(Action) == []
        await press(pilot, "n", *"Call", "enter", "enter", *"2026-", "escape")
        (action,) = reset.book.rows(Action)
        assert reset.daily.draft(f"action.{action.key}.deadline") == "2026-"


async def test_the_list_has_its_lines_while_one_is_begun(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Action(title="First"))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "a", "n", *"Second", "escape")
        table = app.screen.query_one(DataTable)
        assert (table.row_count, table.has_focus) == (2, True)
        chosen = app.screen.query_one(AllActions).chosen
        assert chosen is not None and chosen.title == "Second"
        await press(pilot, "n", "escape")
        titles = [row.title for row in reset.book.rows(Action)]
        assert titles == ["First", "Second"], "the fields of a new line are its own"


async def test_a_journal_line_has_the_kind_of_its_key(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "f", "escape", "m", *"A call", "escape")
        (line,) = reset.book.rows(Journal)
        assert (line.kind, line.text) == ("hard_moment", "A call")


async def test_three_fixes_are_placed_by_three_keys(app: CxresetApp, reset: Reset) -> None:
    for title in ("One", "Two", "Three"):
        reset.book.add(Fix(title=title))
    reset.daily.set_last_visited("week-map/map.roadmap")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2")
        assert app.screen.query(RoadmapSheet)
        for _ in range(3):
            await press(pilot, "<")
        assert [fix.horizon for fix in reset.book.rows(Fix)] == ["now", "now", "now"]
        await press(pilot, "n", *"Four", "escape")  # begins in the words, not in a date
        assert reset.book.rows(Fix)[-1].title == "Four"


async def test_a_new_line_shows_nothing_of_the_line_before(app: CxresetApp, reset: Reset) -> None:
    """The proof of another pain, the result of another figure."""
    pain = reset.book.add(Pain(title="Late"))
    reset.book.tie(pain.key, [reset.book.add(Feedback(text="A week late.", channel="chat")).key])
    reset.book.add(Measurement(name="Late parcels", before_hits=30, before_total=100))
    async with app.run_test(size=(120, 40)) as pilot:
        for step, week, beside in (
            ("listen.pains", "1", "PainQuotes, #tool-comments"),
            ("test.measure", "4", ".sentence, .notes"),
        ):
            reset.daily.set_last_visited(f"week-{step.partition('.')[0]}/{step}")
            await press(pilot, week)
            shown = [part for part in app.screen.query(beside) if part.display]
            assert shown, step
            await press(pilot, "n")
            assert not any(part.display for part in shown), step
            await press(pilot, "escape")
            assert all(part.display for part in shown), step


async def test_a_completed_action_stays_under_the_cursor(app: CxresetApp, reset: Reset) -> None:
    for day in (10, 11, 12):
        reset.book.add(Action(title=f"Due {day}", deadline=date(2026, 9, day)))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "a", "space", "down", "space", "down", "space")
        assert {row.status for row in reset.book.rows(Action)} == {"completed"}
