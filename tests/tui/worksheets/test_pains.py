"""1.2: pains are named, chosen, joined and untied with keys and clicks; nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, DataTable, Static

from cxreset.reset.reset import Reset
from cxreset.sharing.export import make
from cxreset.tui.app import CxresetApp
from cxreset.tui.worksheets.listen.pains import PainsSheet, chosen_in_words
from cxreset.workbook.pains import join
from cxreset.workbook.tables import Feedback, Fix, Gap, Pain, Why
from cxreset.workbook.thread import tied_to


@pytest.fixture
def filled(reset: Reset) -> Reset:
    """Four pains; the second has most comments, one of them quite like markup."""
    book = reset.book
    for title in ("Late", "Refund slow", "Parts missing", "Chat ends"):
        book.add(Pain(title=title))
    for number in range(6):
        book.add(
            Feedback(
                text=f"[b]Comment[/b] number {number} about a refund",
                channel="chat",
                received_on=date(2026, 9, 1),
            )
        )
    book.tie(2, [1, 2, 3, 4])
    book.tie(1, [4, 5])
    book.add(Gap(title="Refund time", pain_id=2))
    reset.daily.set_last_visited("week-listen/listen.pains")
    return reset


async def on_pains(pilot: Pilot[str]) -> PainsSheet:
    await pilot.press("1")
    await pilot.pause(0.1)
    return pilot.app.screen.query_one(PainsSheet)


def cells(sheet: PainsSheet) -> list[list[str]]:
    table = sheet.query_one(DataTable)
    return [[str(cell).strip() for cell in table.get_row_at(row)] for row in range(table.row_count)]


def proof(sheet: PainsSheet) -> str:
    parts = sheet.query(".weight, .quote, .to-judge").results(Static)
    return "\n".join(str(part.content) for part in parts if part.display)


def shown(sheet: PainsSheet, selector: str) -> str:
    return str(sheet.query_one(selector, Static).content)


def chosen(reset: Reset) -> list[int]:
    return [pain.key for pain in reset.book.rows(Pain, chosen=True)]


async def test_choosing_by_key_and_by_click(app: CxresetApp, filled: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        sheet = await on_pains(pilot)
        assert cells(sheet)[0] == ["", "P2", "Refund slow", "━" * 12, "4", "67 %"]
        assert [row[1] for row in cells(sheet)] == ["P2", "P1", "P3", "P4"]
        assert "of all 6 comments" in shown(sheet, "#chosen")
        quotes = proof(sheet)
        assert "3 of the 4 comments" in quotes
        assert (
            "“[b]Comment[/b] number 0 about a refund”\nC1 · chat · 1 Sep 2026   ● in the plan"
            in quotes
        )

        await pilot.press("space", "down", "space", "down")
        await pilot.click("#tool-choose")
        await pilot.pause()
        assert chosen(filled) == [1, 2, 3]
        assert "The three are chosen: P2, P1 and P3." in shown(sheet, "#chosen")
        assert shown(sheet, ".list-notice") == ""

        sheet.grid.focus()
        await pilot.press("down", "space")
        await pilot.pause()
        assert chosen(filled) == [1, 2, 3, 4]  # said, not forbidden
        assert shown(sheet, ".list-notice") == (
            "! Four are chosen; three is what a month can carry."
        )
        await pilot.press("space")
        await pilot.pause()
        assert chosen(filled) == [1, 2, 3]


async def test_naming_and_removing(app: CxresetApp, filled: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = await on_pains(pilot)
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"Leaflet", "escape")
        await pilot.pause(0.1)
        assert cells(sheet)[-1][1:3] == ["P5", "Leaflet"]
        await pilot.press("ctrl+home", "delete")
        await pilot.pause()
        meaning = [str(one.content) for one in app.screen.query(Static)]
        assert any(text.startswith("4 comments and G1 stay, untied.") for text in meaning)
        await pilot.press("y")
        await pilot.pause()
        assert [pain.key for pain in filled.book.rows(Pain)] == [1, 3, 4, 5]
        assert filled.book.feedback_total() == 6
        assert [gap.pain_id for gap in filled.book.rows(Gap)] == [None]


async def test_all_comments_untied_and_tied_again(app: CxresetApp, filled: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        sheet = await on_pains(pilot)
        await pilot.press("v")
        await pilot.pause(0.1)
        await pilot.press("t", "down", "t", "u")  # u takes back here too
        await pilot.pause()
        assert "3 comments tied to it; 1 untied just now" in str(
            app.screen.query_one("#how-many", Static).content
        )
        assert filled.book.evidence_ids(2, 9) == [2, 3, 4]
        await pilot.press("escape")
        await pilot.pause()
        assert cells(sheet)[0][4] == "3"
        assert str(sheet.query_one("#tool-comments", Button).label) == "All 3 comments  v"


async def test_another_comment_is_chosen_to_stand_in_the_plan(
    app: CxresetApp, filled: Reset
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        sheet = await on_pains(pilot)
        await pilot.press("v")
        await pilot.pause(0.1)

        def lead() -> str:
            return str(app.screen.query_one("#how-many", Static).content)

        def ids() -> list[str]:
            table = app.screen.query_one(DataTable)
            return [str(table.get_row_at(row)[0]) for row in range(table.row_count)]

        assert "★ C1 stands in the plan." in lead() and ids()[0] == "★ C1"
        await pilot.press("down", "down", "s")
        await pilot.pause()
        assert "★ C3 stands in the plan." in lead() and ids() == ["C1", "C2", "★ C3", "C4"]
        await pilot.press("t")  # untied, it no longer stands there
        await pilot.pause()
        assert "★ C1 stands in the plan." in lead()
        await pilot.press("t")
        await pilot.click("#star")  # and once more lets it go
        await pilot.pause()
        assert "★ C1 stands in the plan." in lead()
        await pilot.click("#star")
        await pilot.press("escape")
        await pilot.pause()
        assert proof(sheet).index("C3") < proof(sheet).index("C1")


async def test_two_that_say_the_same_become_one(app: CxresetApp, filled: Reset) -> None:
    filled.book.set(Pain, 1, chosen=True)
    async with app.run_test(size=(100, 30)) as pilot:
        sheet = await on_pains(pilot)
        await pilot.press("down", "equals_sign")
        await pilot.pause()
        await pilot.press("enter")  # the first of the others: P2
        await pilot.pause()
        assert [row[1] for row in cells(sheet)] == ["P2", "P3", "P4"]
        assert filled.book.evidence_ids(2, 9) == [1, 2, 3, 4, 5]
        assert chosen(filled) == [2]


async def test_with_no_pain_it_says_where_to_go(app: CxresetApp, reset: Reset) -> None:
    reset.daily.set_last_visited("week-listen/listen.pains")
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = await on_pains(pilot)
        empty = sheet.query_one(".empty", Static)
        assert empty.display and "Go to 1.1" in str(empty.content)
        for key in ("space", "v", "equals_sign", "delete"):
            await pilot.press(key)
        await pilot.press("n", "x", "escape")
        await pilot.pause()
        assert [pain.title for pain in reset.book.rows(Pain)] == ["x"]


def test_joining_moves_what_is_tied(filled: Reset) -> None:
    book = filled.book
    book.add(Fix(title="Status page", pain_id=2))
    assert tied_to(book, 2) == ["4 comments", "G1", "F1"]
    join(book, 2, 3)
    assert tied_to(book, 3) == ["4 comments", "G1", "F1"]
    assert book.get(Pain, 2) is None
    join(book, 3, 3)
    assert book.get(Pain, 3) is not None


def test_how_many_are_chosen_in_words() -> None:
    assert chosen_in_words(["P2"]) == "One of three chosen so far: P2."
    assert chosen_in_words([f"P{n}" for n in range(12)]).startswith("12 are chosen; three")


async def test_why_is_asked_and_stands_in_the_plan(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pain(title="Refund takes long", chosen=True))
    async with app.run_test(size=(100, 36)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.2)
        await pilot.press("right_square_bracket")
        await pilot.pause(0.2)
        await pilot.press("w")
        await pilot.pause(0.2)
        assert reset.book.rows(Why) == []
        await pilot.press(*"the bank waits", "tab", *"C3", "tab", *"no scan", "escape")
        await pilot.pause(0.3)
    whys = [(row.pain_id, row.answer, row.proof) for row in reset.book.rows(Why)]
    assert whys == [(1, "the bank waits", "C3"), (1, "no scan", "")]
    plan = make("plan", "md", reset.book, reset.pack, reset.today).files[0].data.decode()
    assert "the bank waits (C3)" in plan and "no scan" in plan
