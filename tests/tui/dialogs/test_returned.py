"""Taking colleagues' edits back on the screen, with keys alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from textual.pilot import Pilot
from textual.widgets import Button, DataTable, Input, Static

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.data.register import render
from cxreset.sharing.facts.gather import gather
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.returned.screen import ReturnedScreen
from cxreset.tui.screens.actions.screen import ActionsScreen
from cxreset.workbook.tables import Action

TODAY = date(2026, 9, 9)


@pytest.fixture
def file(reset: Reset, pack: Pack, tmp_path: Path) -> Path:
    """A register that came back: an owner of theirs alone, a status changed on both sides, a new
    action, a row that did not come back, and one that cannot be read."""
    book = reset.book
    book.add(Action(title="Try [b]the text[/b]", owner="Sam", deadline=date(2026, 9, 14)))
    book.add(Action(title="Count the contacts", owner="Tom"))
    book.add(Action(title="Agree with finance"))
    path = tmp_path / "register.xlsx"
    path.write_bytes(render(gather(book, pack, TODAY)))
    sent = openpyxl.load_workbook(path)
    for cell, value in {
        "C2": "[red]Priya[/red]", "E3": "Completed", "B7": "Call the depot", "D2": "sometime",
    }.items():  # fmt: skip
        sent["Actions"][cell] = value
    sent["Actions"].delete_rows(4)
    sent.save(path)
    book.set(Action, 2, status="in_progress")
    return path


def text_of(app: CxresetApp, name: str) -> str:
    return str(app.screen.query_one(name, Static).content)


async def look_at(app: CxresetApp, pilot: Pilot[Any], path: object) -> ReturnedScreen:
    await pilot.press("a")
    await pilot.pause()
    await pilot.press("i")
    await pilot.pause()
    assert isinstance(app.screen, ReturnedScreen)
    app.screen.query_one("#path", Input).value = str(path)
    await pilot.press("enter")
    await pilot.pause()
    return app.screen


def listed(screen: ReturnedScreen) -> list[list[str]]:
    table: DataTable[Any] = screen.query_one(DataTable)
    return [[str(cell) for cell in table.get_row_at(at)] for at in range(table.row_count)]


async def test_the_difference_is_seen_chosen_taken_and_undone(
    app: CxresetApp, reset: Reset, file: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await look_at(app, pilot, file)
        assert listed(screen) == [
            ["·", "A1", "Owner", "Sam", "[red]Priya[/red]"],
            ["·", "A2", "Status", "In progress", "Completed"],
            ["·", "A3", "Status", "Not started", "no row"],
            ["·", "new", "Action", "nothing", "Call the depot"],
        ]
        assert "register.xlsx: 3 changes and 1 new action." in text_of(app, "#summary")
        assert "Look well at 1 of them" in text_of(app, "#summary")
        assert "1 row did not come back: taking it cancels" in text_of(app, "#summary")
        assert "row 2: “sometime” is no date" in text_of(app, "#problems")
        assert screen.query_one("#take", Button).disabled
        await pilot.press("a")  # what only they changed, and new ones
        assert [row[0] for row in listed(screen)] == ["✓", "·", "·", "✓"]
        await pilot.press("down", "down")
        await pilot.pause()
        assert text_of(app, "#whole").endswith("Taking that cancels the action.")
        await pilot.press("up")
        await pilot.pause()
        assert "Changed on both sides; at the export it was Not started." in text_of(app, "#whole")
        await pilot.press("up", "space", "down", "enter")
        await pilot.pause()
        assert [row[0] for row in listed(screen)] == ["·", "✓", "·", "✓"]
        assert str(screen.query_one("#take", Button).label) == "Take 2 changes  t"
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, ActionsScreen)
        rows = reset.book.rows(Action)
        assert [(row.title, row.owner, row.status) for row in rows] == [
            ("Try [b]the text[/b]", "Sam", "not_started"),
            ("Count the contacts", "Tom", "completed"),
            ("Agree with finance", "", "not_started"),
            ("Call the depot", "", "not_started"),
        ]
        assert app.screen.query_one(DataTable).row_count == 4
        await pilot.press("u")
        await pilot.pause()
        assert [row.status for row in reset.book.rows(Action)] == [
            "not_started", "in_progress", "not_started",
        ]  # fmt: skip


async def test_nothing_is_taken_before_it_is_asked_for(
    app: CxresetApp, reset: Reset, file: Path
) -> None:
    before = [row.model_dump() for row in reset.book.rows(Action)]
    async with app.run_test(size=(80, 24)) as pilot:
        await look_at(app, pilot, file)
        await pilot.press("t", "escape")  # nothing is chosen
        await pilot.pause()
        assert isinstance(app.screen, ActionsScreen)
    assert [row.model_dump() for row in reset.book.rows(Action)] == before


async def test_a_file_that_is_none_of_ours_is_said_and_another_can_be_named(
    app: CxresetApp, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await look_at(app, pilot, other)
        assert screen.stage == "pick" and "has no list of actions" in text_of(app, "#wrong")
        screen.query_one("#path", Input).value = f"  '{file}' "
        await pilot.press("enter")
        await pilot.pause()
        assert screen.stage == "changes" and not screen.query_one("#wrong").display
        await pilot.click("#back")
        await pilot.pause()
        assert screen.stage == "pick"


async def test_a_register_that_changes_nothing_says_so(
    app: CxresetApp, reset: Reset, pack: Pack, tmp_path: Path
) -> None:
    reset.book.add(Action(title="Try the text"))
    path = tmp_path / "same.xlsx"
    path.write_bytes(render(gather(reset.book, pack, TODAY)))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await look_at(app, pilot, path)
        assert "same.xlsx changes nothing" in text_of(app, "#summary")
        await pilot.press("a", "t", "space")
        assert app.screen is screen and not screen.query_one("#take").display


async def test_an_action_removed_meanwhile_is_said_and_nothing_taken(
    app: CxresetApp, reset: Reset, file: Path
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await look_at(app, pilot, file)
        reset.book.remove(Action, 1)
        await pilot.press("a", "t")
        await pilot.pause()
        assert app.screen is screen
        assert "no longer in the workbook" in text_of(app, "#wrong")
    left = [row.title for row in reset.book.rows(Action)]
    assert left == ["Count the contacts", "Agree with finance"]
