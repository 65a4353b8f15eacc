"""2.1: touchpoints are added, filled in and removed with keys; each key's words are stored."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import DataTable, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.widgets.fields.comment_ids import CommentIdsField, CommentIdsInput
from cxreset.workbook.tables import Touchpoint


async def test_a_touchpoint_from_new_to_rated(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"Delivery", "enter")
        await pilot.press(*"Thursday", "tab")
        await pilot.press(*"any day", "tab", "tab", "4")
        await pilot.press("escape")
        await pilot.pause(0.3)
        (row,) = reset.book.rows(Touchpoint)
        assert (row.name, row.promise, row.reality, row.width) == (
            "Delivery",
            "Thursday",
            "any day",
            4,
        )


async def test_removing_asks_first(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Touchpoint(name="Returns page"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert len(reset.book.rows(Touchpoint)) == 1
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert reset.book.rows(Touchpoint) == []


async def test_promise_and_reality_are_both_whole_in_any_window(
    app: CxresetApp, reset: Reset
) -> None:
    reset.book.add(Touchpoint(name="Returns page"))
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("2")
        for size in ((110, 30), (80, 24), (110, 50), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.3)
            around = app.screen.query_one(".sides").region
            fields = [field.region for field in app.screen.query(".sides TextField")]
            assert len(fields) == 2 and all(around.contains_region(each) for each in fields), size


async def test_words_typed_just_before_quitting_are_stored(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Touchpoint())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.press(*"Chat", "ctrl+q")
        await pilot.pause()
    (row,) = reset.book.rows(Touchpoint)
    assert row.name == "Chat"


async def test_letters_sent_with_a_tab_belong_to_the_next_field(
    app: CxresetApp, reset: Reset
) -> None:
    """A machine under load hands over many keys at once."""
    reset.book.add(Touchpoint(name="Chat"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("enter", "tab")
        for key in (*"soon", "tab", *"late", "shift+tab", "r"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause(0.5)
    (row,) = reset.book.rows(Touchpoint)
    assert (row.name, row.promise, row.reality) == ("Chat", "soonr", "late")


async def test_the_place_is_the_step_one_looks_at(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        for key, screen in (("4", "week-test/test.pilot"), ("2", "week-map/map.compare")) * 2:
            await pilot.press("escape", key)
            await pilot.pause(0.3)
            assert reset.daily.last_visited() == screen


async def test_evidence_names_comments_that_are_there(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Touchpoint(name="Returns page"))
    kettle = reset.comments.capture("The kettle never arrived", "call", None)
    reset.comments.capture("All was well", "call", None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause(0.3)
        line = app.screen.query_one(CommentIdsInput)
        line.focus()
        await pilot.press(*"C999 kettle")
        await pilot.pause(0.3)
        assert isinstance(line.parent, CommentIdsField)
        assert str(line.parent.query_one(".note", Static).content) == "There is no C999."
        await pilot.press("down")
        await pilot.pause(0.2)
        assert isinstance(app.screen, PickScreen) and len(app.screen.options) == 1
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert line.value == f"C999 kettle, C{kettle}" and line.has_focus
        assert reset.book.rows(Touchpoint)[0].evidence == line.value


async def test_promise_and_reality_take_what_the_window_has_left(
    app: CxresetApp, reset: Reset
) -> None:
    """Under each other in a small window, side by side in a larger one, not without end."""
    reset.book.add(Touchpoint(name="Returns page", promise="Five days"))
    rows: dict[int, int] = {}
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        for width, height in ((80, 20), (80, 24), (120, 40), (200, 60)):
            await pilot.resize_terminal(width, height)
            await pilot.pause(0.1)
            promise, reality = (
                pilot.app.screen.query_one(f".field-{side} TextArea").region
                for side in ("promise", "reality")
            )
            rows[height] = promise.height
            assert promise.height == reality.height
            assert (promise.y == reality.y) == (width > 100)
        grid = pilot.app.screen.query_one(DataTable)
        assert "… reality is missing" in str(grid.get_row_at(0)[2])
    assert 2 <= rows[20] <= 3 <= rows[24] < rows[40] <= 9 < rows[60] <= 17
