"""Share by keys and by mouse: looked at, masked, written, copied."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList, Static

from cxreset.reset.reset import Reset
from cxreset.sharing.subjects import SUBJECTS
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.dialogs.templates.list import TemplatesScreen
from cxreset.tui.screens.share.controls import LEAVE_IN, MASK_AGAIN
from cxreset.tui.screens.share.selection import OWN_COPY
from cxreset.tui.widgets.page.blocks import TableBlock
from cxreset.tui.widgets.page.page import Page
from cxreset.workbook.tables import Action
from tests.tui.screens.share.share_screen import EMAIL, opened, path, preview, settle


def message(pilot: Pilot[str], name: str = "#message") -> str:
    return str(pilot.app.screen.query_one(name, Static).content)


def cells(pilot: Pilot[str]) -> list[list[str]]:
    """The cells of the preview's table, without its header."""
    page = pilot.app.screen.query_one(Page)
    tables = [block for block in page.blocks if isinstance(block, TableBlock)]
    return [[cell.plain for cell in row] for table in tables for row in table.rows[1:]]


def steps_to(what: str) -> list[str]:
    """The keys that lead to a subject from the first one."""
    return ["w"] * list(SUBJECTS).index(what)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_plan_is_seen_and_written(
    app: CxresetApp, filled: Reset, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert screen.query_one("#preview").region.height >= 5
        assert all(one.region.right <= size[0] for one in screen.query(Button) if one.display), (
            "no button runs off the screen"
        )
        assert "# Action plan" in preview(pilot) and "The day moves" in preview(pilot)
        assert path(pilot).value.endswith("/harbour-pine-plan-2026-09-09.html")
        target = tmp_path / "mine.html"
        path(pilot).value = str(target)
        await pilot.press("s")
        await settle(pilot)
        assert not target.exists(), "a letter alone writes nothing"
        await pilot.press("y")
        await settle(pilot)
        assert target.read_text("utf-8").startswith("<!doctype html>")
        assert message(pilot).startswith(f"Written to {target}. Only you can read it")
        target.write_text("theirs")
        await pilot.click("#write")
        await settle(pilot)
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert target.read_text() == "theirs"


async def test_what_was_masked_is_listed_and_left_in_once(
    app: CxresetApp, filled: Reset, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "f", "f", "f")
        assert screen.form == "md" and path(pilot).value.endswith(".md")
        assert "1 e-mail address in C1" in message(pilot, "#found")
        assert EMAIL not in preview(pilot) and "e-mail" in preview(pilot)
        masked, bare = tmp_path / "masked.md", tmp_path / "bare.md"
        path(pilot).value = str(masked)
        await pilot.press("s", "y")
        await settle(pilot)
        assert "Masked: 1 e-mail address in C1." in message(pilot)
        await pilot.click("#personal")
        await settle(pilot)
        assert screen.unmasked and EMAIL in preview(pilot)
        assert str(screen.query_one("#personal", Button).label) == MASK_AGAIN
        path(pilot).value = str(bare)
        await pilot.press("s", "y")
        await settle(pilot)
        assert EMAIL in bare.read_text("utf-8") and EMAIL not in masked.read_text("utf-8")
        assert not screen.unmasked
        assert str(screen.query_one("#personal", Button).label) == LEAVE_IN
        assert EMAIL not in preview(pilot)
        await pilot.press("x")
        await settle(pilot)
        assert screen.unmasked
        await pilot.press("f")
        await settle(pilot)
        assert not screen.unmasked, "another choice masks again"


async def test_slips_go_into_a_folder_for_all_or_for_one(
    app: CxresetApp, filled: Reset, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, *steps_to("slips"))
        assert "Send a text" in preview(pilot) and "Count the calls" in preview(pilot)
        folder = tmp_path / "slips"
        path(pilot).value = str(folder)
        await pilot.press("s", "y")
        await settle(pilot)
        assert sorted(one.name for one in folder.iterdir()) == [
            *("Sam-email.eml", "Sam-email.txt", "Sam.html", "Sam.ics"),
            *("Tom-email.eml", "Tom-email.txt", "Tom.html", "Tom.ics"),
        ]
        assert message(pilot).startswith(f"8 files written to {folder}.")
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, PickScreen)
        app.screen.query_one(OptionList).highlighted = 2
        await pilot.press("enter")
        await settle(pilot)
        assert "Count the calls" in preview(pilot) and "Send a text" not in preview(pilot)
        assert "Tom" in str(app.screen.query_one("#owner", Button).label)
        assert path(pilot).value.endswith("/harbour-pine-slips-Tom-2026-09-09")


async def test_rows_are_shown_as_a_table_and_copied_as_one(
    app: CxresetApp, filled: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    filled.book.add(Action(title="=1+1", owner="Tom"))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, *steps_to("actions"))
        assert [row[:2] for row in cells(pilot)][:2] == [
            ["A1", "Send a text"],
            ["A2", "Count the calls"],
        ]
        await pilot.press("c")
        await settle(pilot)
        pasted = list(csv.reader(io.StringIO(app.clipboard), delimiter="\t"))
        assert pasted[1][:3] == ["A1", "Send a text", "Sam"]
        assert pasted[3][1] == "'=1+1", "no formula on the clipboard"
        assert message(pilot).startswith("As rows. Handed to the terminal to copy.")
        await pilot.press("f", "f")
        await settle(pilot)
        assert screen.form == "jira" and path(pilot).value.endswith("actions-jira-2026-09-09.csv")
        assert cells(pilot)[0][0] == "Send a text"
        await pilot.press("w")
        await settle(pilot)
        assert screen.what == "status" and "## Where we stand" in preview(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert "• Actions: 3, none started yet" in app.clipboard and "#" not in app.clipboard
        assert message(pilot).startswith("As plain lines. ")
        await pilot.press("r")
        await settle(pilot)
        assert "• Actions: 3, none started yet" in app.clipboard and "**" not in app.clipboard
        assert "so it went as plain text" in message(pilot)


async def test_dates_and_the_whole_workbook_can_be_looked_at(
    app: CxresetApp, filled: Reset, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, *steps_to("calendar"))
        assert ["15 Sep 2026", "Follow up: Half-time (Sam)"] in cells(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert screen.what == "workbook" and message(pilot, "#found") == OWN_COPY
        assert ["action", "2"] in cells(pilot)
        path(pilot).value = str(tmp_path / "all.json")
        await pilot.press("s", "y")
        await settle(pilot)
        assert EMAIL in (tmp_path / "all.json").read_text("utf-8")


async def test_what_is_not_there_yet_is_said(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, *steps_to("slips"))
        assert "No action has an owner yet" in pilot.app.screen.query_one(Page).plain
        await pilot.press("s")
        await settle(pilot)
        assert "No action has an owner yet" in message(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "No window can be opened" in message(pilot) or "Opening" in message(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert isinstance(app.screen, TemplatesScreen)


async def test_leafing_through_fast_ends_where_the_keys_end(app: CxresetApp, filled: Reset) -> None:
    """A preview stopped while it was being drawn once ended the program without a word."""
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        for number in range(len(SUBJECTS) + 4):
            await pilot.press("w")
            await pilot.pause(0.25 if number % 3 else 0)  # now and then it begins to draw
        await settle(pilot)
        assert app.is_running and screen.what == list(SUBJECTS)[4]
        assert "Action plan" not in preview(pilot)[:200]
