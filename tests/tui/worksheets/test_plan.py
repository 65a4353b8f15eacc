"""1.4: each chosen pain gets a sentence, an urgency and fixes; the preview says what is stored."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.templates.plan_preview import PlanPreview
from cxreset.tui.widgets.fields.fix_lines import FixLine
from cxreset.tui.widgets.page.page import Page
from cxreset.tui.worksheets.listen.plan import PlanSheet
from cxreset.workbook.tables import Action, Fix, Gap, Pain


@pytest.fixture
def planned(reset: Reset) -> Reset:
    """P2 comes before P1; P3 is not chosen. F1 is P2's, F2 is P1's by way of its gap."""
    book = reset.book
    book.add(Pain(title="Late", chosen=True, impact=2))
    book.add(Pain(title="Refund", chosen=True, impact=5))
    book.add(Pain(title="Leaflet"))
    book.add(Gap(title="Delivery day", pain_id=1))
    book.add(Fix(title="Status page", pain_id=2))
    book.add(Fix(title="Evening text", gap_id=1))
    book.add(Action(title="Build it", fix_id=1))
    reset.daily.set_last_visited("week-listen/listen.plan")
    return reset


async def on_plan(pilot: Pilot[str]) -> PlanSheet:
    await pilot.press("1")
    await pilot.pause(0.1)
    return pilot.app.screen.query_one(PlanSheet)


def titles(sheet: PlanSheet) -> list[str]:
    return [line.query_one(Input).value for line in sheet.query(FixLine)]


async def test_a_pain_from_problem_to_fixes(app: CxresetApp, planned: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = await on_plan(pilot)
        table = sheet.query_one(DataTable)
        assert [str(table.get_row_at(row)[1]) for row in range(table.row_count)] == ["P2", "P1"]
        assert titles(sheet) == ["Status page"]
        await pilot.press("enter", *"Money comes late.", "tab", "4")
        await pilot.press("escape", "n")
        await pilot.pause()
        await pilot.press(*"Faster", "escape")
        await pilot.pause(0.1)
        assert titles(sheet) == ["Status page", "Faster"]
        pain = planned.book.get(Pain, 2)
        assert pain is not None
        assert (pain.problem, pain.urgency) == ("Money comes late.", 4)
        assert [str(cell) for cell in table.get_row_at(0)][3:] == ["4", "✓ written", "2"]
        assert [(fix.title, fix.pain_id) for fix in planned.book.rows(Fix)][2] == ("Faster", 2)
        await pilot.press("down")
        await pilot.pause()
        assert titles(sheet) == ["Evening text"]


async def test_a_fix_is_rewritten_and_removed(app: CxresetApp, planned: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        sheet = await on_plan(pilot)
        await pilot.click(sheet.query(FixLine).first().query_one(Input))
        await pilot.press("end", *" soon", "escape")
        await pilot.pause(0.1)
        fix = planned.book.get(Fix, 1)
        assert fix is not None and fix.title == "Status page soon"
        await pilot.click(sheet.query(FixLine).first().query_one("Button"))
        await pilot.pause()
        text = " ".join(str(one.content) for one in app.screen.query(Static))
        assert "Remove fix F1?" in text and "A1 stays, untied." in text
        await pilot.press("y")
        await pilot.pause()
        assert titles(sheet) == [] and planned.book.get(Fix, 1) is None
        assert [action.fix_id for action in planned.book.rows(Action)] == [None]
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("tab", "enter")  # an empty line goes without a question
        await pilot.pause()
        assert titles(sheet) == []
        assert app.screen.query(PlanSheet)


async def test_the_preview_is_read_anew(app: CxresetApp, planned: Reset) -> None:
    planned.book.set(Pain, 2, title="Refund <b>slow</b> [link](http://x.example)")
    async with app.run_test(size=(120, 40)) as pilot:
        await on_plan(pilot)
        await pilot.press("enter", *"Money.", "escape", "v")
        await pilot.pause(0.2)
        assert isinstance(app.screen, PlanPreview)
        source = app.screen.query_one(Page).text
        assert "Money." in source and "F1 Status page" in source
        assert source.index("*P2*") < source.index("*P1*")
        assert "\\<b>" in source and "# Action plan" not in source
        await pilot.press("w")
        await pilot.pause(0.2)
        assert app.screen.query_one(Page).text.startswith("# Action plan")
        await pilot.press("escape", "down", "enter", *"Late.", "escape", "v")
        await pilot.pause(0.2)
        assert "Late." in app.screen.query_one(Page).text


async def test_with_nothing_chosen_it_says_where_to_go(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pain(title="Late"))
    reset.daily.set_last_visited("week-listen/listen.plan")
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = await on_plan(pilot)
        empty = sheet.query_one(".empty", Static)
        assert empty.display and "Choose up to three pains in 1.2" in str(empty.content)
        await pilot.press("n", "delete")
        assert reset.book.rows(Fix) == []
