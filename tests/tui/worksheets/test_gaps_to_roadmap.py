"""Week 2 with keys: gaps from touchpoints, fixes sorted and placed, a fix made an action once."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import DataTable, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.worksheets.gaps.gaps import GapsSheet
from cxreset.tui.worksheets.gaps.roadmap import RoadmapSheet
from cxreset.tui.worksheets.gaps.sort import SortSheet
from cxreset.workbook.tables import Action, Fix, Gap, Pain, Touchpoint


@pytest.fixture
def filled(reset: Reset) -> Reset:
    """Two chosen pains and one that is not, three touchpoints."""
    book = reset.book
    book.add(Pain(title="The day moves", chosen=True))
    book.add(Pain(title="Refunds are slow", chosen=True))
    book.add(Pain(title="The leaflet is small"))
    book.add(Touchpoint(name="Order mail", promise="A date", reality="The earliest one", width=2))
    book.add(Touchpoint(name="Delivery day", promise="Your day", reality="[b]any[/b] day", width=5))
    book.add(Touchpoint(name="Returns page", promise="Five days", reality="Twelve", width=4))
    return reset


def text_of(app: CxresetApp, within: str = ".list-notice") -> str:
    return str(app.screen.query(within).first(Static).render())


def chosen(sheet: RoadmapSheet) -> str:
    row = sheet.chosen
    return row.ref if row is not None else ""


async def test_gaps_come_widest_first_and_name_the_pains_without_one(
    app: CxresetApp, filled: Reset
) -> None:
    filled.daily.set_last_visited("week-map/map.gaps")
    book = filled.book
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        assert [(gap.title, gap.touchpoint_id) for gap in book.rows(Gap)] == [("Delivery day", 2)]
        assert "[b]any[/b] day" in text_of(app, ".halves")  # as text, never as markup
        assert "P1 The day moves and P2 Refunds are slow" in text_of(app)
        book.set(Gap, 1, pain_id=1)
        await pilot.click("#tool-widest")
        await pilot.pause()
        assert [gap.touchpoint_id for gap in book.rows(Gap)] == [2, 3]
        assert "P1" not in text_of(app)
        assert "No gap yet for P2" in text_of(app)
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("enter")  # the only one left
        await pilot.pause()
        assert [gap.touchpoint_id for gap in book.rows(Gap)] == [2, 3, 1]
        await pilot.press("w")  # none is left: said, nothing stored
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"Chat", "escape")
        await pilot.pause()
        assert book.rows(Gap)[-1].title == "Chat"
        assert "4 gaps" in text_of(app)


async def test_removing_a_gap_says_what_stays(app: CxresetApp, filled: Reset) -> None:
    filled.daily.set_last_visited("week-map/map.gaps")
    book = filled.book
    book.add(Gap(title="Delivery", touchpoint_id=2, pain_id=1))
    book.add(Fix(title="A text", gap_id=1, pain_id=1))
    book.add(Action(title="Send it", fix_id=1, gap_id=1, pain_id=1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen.query_one(GapsSheet), GapsSheet)
        await pilot.press("delete")
        await pilot.pause()
        words = " ".join(str(each.render()) for each in app.screen.query(Static))
        assert "F1 and A1 stay, no longer tied to it." in words
        await pilot.press("y")
        await pilot.pause()
        assert book.rows(Gap) == []
        assert book.rows(Fix)[0].gap_id is None
        assert book.rows(Action)[0].pain_id == 1
        assert len(book.rows(Touchpoint)) == 3


async def test_fixes_of_the_plan_are_tied_by_one_key_and_sorted(
    app: CxresetApp, filled: Reset
) -> None:
    filled.daily.set_last_visited("week-map/map.sort")
    book = filled.book
    for pain in (1, 2, 2):
        book.add(Gap(title=f"Of P{pain}", pain_id=pain))
    book.add(Fix(title="A text", pain_id=1))
    book.add(Fix(title="A page", pain_id=2))  # two gaps: the leader has to say which
    book.add(Fix(title="A form", pain_id=3))  # no gap at all
    book.add(Fix(title="A call", gap_id=3, kind="long"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "press i to tie F1 to G1" in text_of(app)
        await pilot.press("i")
        await pilot.pause()
        assert [fix.gap_id for fix in book.rows(Fix)] == [1, None, None, 3]
        assert "press i" not in text_of(app)
        sheet = app.screen.query_one(SortSheet)
        assert [row.ref for row in sheet._rows] == ["F1", "F4", "F2", "F3"]
        sheet.grid.move_cursor(row=0)
        await pilot.press("w")
        await pilot.press("down", "down", "l")
        await pilot.pause()
        kinds = {fix.ref: fix.kind for fix in book.rows(Fix)}
        assert kinds == {"F1": "quick", "F2": "long", "F3": None, "F4": "long"}
        assert "No quick win yet for G2 and G3." in text_of(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_fix_is_placed_and_becomes_one_action(
    app: CxresetApp, filled: Reset, size: tuple[int, int]
) -> None:
    filled.daily.set_last_visited("week-map/map.roadmap")
    book = filled.book
    book.add(Gap(title="Of P2", pain_id=2))
    book.add(Fix(title="A later one", horizon="later"))
    book.add(Fix(title="A page", gap_id=1, end_on=date(2026, 10, 16)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("2")
        await pilot.pause()
        sheet = app.screen.query_one(RoadmapSheet)
        assert sheet.columned == (size[0] >= 96)
        assert chosen(sheet) == "F2"  # what is not placed yet comes first
        await pilot.press(">")
        await pilot.pause()
        assert book.rows(Fix)[1].horizon == "now"
        assert "No action yet from F2." in text_of(app)
        await pilot.press(".", "k")
        await pilot.pause()
        await pilot.press("k")
        await pilot.pause()
        await pilot.click("#tool-make_action")
        await pilot.pause()
        (action,) = book.rows(Action)
        assert (action.title, action.fix_id, action.gap_id, action.pain_id) == ("A page", 2, 1, 2)
        assert (action.opened_on, action.deadline) == (date(2026, 9, 9), date(2026, 10, 16))
        assert "already an action: A1" in text_of(app, ".origin")
        assert book.rows(Fix)[1].horizon == "next"
        await pilot.press("<", "<", "<")  # no further than now
        await pilot.pause()
        assert book.rows(Fix)[1].horizon == "now"
        assert chosen(sheet) == "F2"


async def test_the_first_fix_begun_in_columns_can_be_gone_to(
    app: CxresetApp, filled: Reset
) -> None:
    filled.daily.set_last_visited("week-map/map.roadmap")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause(0.2)
        sheet = app.screen.query_one(RoadmapSheet)
        assert sheet.query_one(".tools").has_class("-empty")
        await pilot.press("n")
        await pilot.pause(0.2)
        app.screen.query_one(".field-title Input").focus()
        await pilot.press(*"Bags")
        await pilot.pause(0.5)
        assert [fix.title for fix in filled.book.rows(Fix)] == ["Bags"]
        assert sheet.grid.can_focus and not sheet.query_one(".tools").has_class("-empty")
        await pilot.press("escape")
        await pilot.pause(0.2)
        assert app.screen.focused is sheet.grid and chosen(sheet) == "F1"


async def test_an_empty_group_and_the_end_of_a_group_hold_no_card(
    app: CxresetApp, filled: Reset
) -> None:
    filled.daily.set_last_visited("week-map/map.roadmap")
    for title in ("One", "Two"):
        filled.book.add(Fix(title=title, horizon="now"))
    filled.book.add(Fix(title="Three", horizon="later"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        sheet = app.screen.query_one(RoadmapSheet)
        await pilot.press("down")
        assert chosen(sheet) == "F2"
        await pilot.press("right")
        await pilot.pause()
        assert chosen(sheet) == ""
        await pilot.press("k", "delete", ">")  # nothing to act on
        await pilot.press("right")
        await pilot.pause()
        assert chosen(sheet) == "F3"
        assert app.screen.query_one(DataTable).cursor_row == 0
        await pilot.press("enter", "tab", *"fri", "escape")
        await pilot.pause(0.3)
        assert filled.book.rows(Fix)[2].start_on == date(2026, 9, 11)
        assert len(filled.book.rows(Fix)) == 3
        assert filled.book.rows(Action) == []
