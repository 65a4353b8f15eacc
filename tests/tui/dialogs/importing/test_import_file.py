"""Importing through the screen: the proposal, corrections, the report, and every bad file."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual import events
from textual.widgets import DirectoryTree, Input, Select

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.importing.screen import ImportScreen
from cxreset.tui.widgets.file_tree import completed
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.workbook.feedback import bulk_insert
from cxreset.workbook.feedback.bulk_insert import BATCH
from tests.tui.dialogs.importing.dialog import look_at, open_dialog, settle, text

pytestmark = pytest.mark.usefixtures("on_the_step")
ROWS = [
    ("2026-09-01", "chat", "The agent left me waiting for an hour", "Harbour"),
    ("2026-09-02", "", "", "Harbour"),
    ("2026-09-03", "email", "My sofa came without its legs, again", "Pine"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "few rows.csv"
    lines = ["Date,Channel,Comment,Depot", *(",".join(f'"{cell}"' for cell in r) for r in ROWS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


async def test_from_the_path_to_the_report_and_not_twice(
    app: CxresetApp, reset: Reset, file: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, f" '{file}' ")
        assert screen.stage == "proposal" and len(reset.comments.ids()) == 0
        assert "few rows.csv: columns split by comma" in text(app, "#understood")
        assert "2026-09-01 chat         The agent left me" in text(app, "#sample")
        assert screen.query_one("#role-text", Select).value == "Comment"
        screen.query_one("#role-text", Select).value = "Depot"  # the leader knows better
        await settle(app, pilot)
        assert "chat         Harbour" in text(app, "#sample")
        screen.query_one("#role-text", Select).value = "Comment"
        await settle(app, pilot)
        screen.query_one("#role-channel", Select).value = "every:review"
        await settle(app, pilot)
        await pilot.click("#go")
        await settle(app, pilot)
        assert screen.stage == "report"
        assert "3 rows read, 2 comments taken and 1 without words" in text(app, "#result")
        await pilot.press("escape")
        await pilot.pause()
        assert reset.comments.channel_counts() == {"review": (2, 0)}
        assert app.screen.query_one(ReadingList).count == 2
        await pilot.press("i")
        await pilot.pause()
        await look_at(app, pilot, file.as_uri())
        assert "was imported on 2026-09-09 (2 comments), so nothing was added" in text(
            app, "#wrong"
        )
        await pilot.press("escape")
        await pilot.pause()
        assert len(reset.comments.ids()) == 2


async def test_a_bad_file_is_one_sentence_and_nothing_is_lost(
    app: CxresetApp, reset: Reset, tmp_path: Path
) -> None:
    for name, content in (
        ("binary.csv", bytes(range(256)) * 20),
        ("empty.csv", b""),
        ("numbers.csv", b"id,amount\n" + b"".join(b"%d,%d\n" % (n, n * 7) for n in range(40))),
    ):
        (tmp_path / name).write_bytes(content)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_dialog(app, pilot)
        for typed, problem in (
            ("  ", "Type or paste the path"),
            (str(tmp_path / "none.csv"), "There is no file"),
            (str(tmp_path / "binary.csv"), "is not text"),
            (str(tmp_path / "empty.csv"), "is empty"),
        ):
            await look_at(app, pilot, typed)
            assert problem in text(app, "#wrong") and screen.stage == "pick"
            assert screen.query_one("#path", Input).value == typed  # to be mended, not retyped
        await look_at(app, pilot, str(tmp_path / "numbers.csv"))
        assert "Choose it above" in text(app, "#sample") and screen.stage == "proposal"
        await pilot.click("#go")
        await pilot.pause()
        assert screen.stage == "proposal" and len(reset.comments.ids()) == 0
        screen.query_one("#role-text", Select).value = "amount"
        await settle(app, pilot)
        await pilot.click("#back")
        await pilot.pause()
        assert screen.stage == "pick"
        tree = screen.query_one(DirectoryTree)
        tree.post_message(DirectoryTree.FileSelected(tree.root, tmp_path / "empty.csv"))
        await pilot.pause()
        await settle(app, pilot)
        assert "empty.csv is empty" in text(app, "#wrong")
        await pilot.press("x")
        await pilot.pause()
        assert text(app, "#wrong") == "", "it was wrong with another file"


async def test_stopping_leaves_nothing_behind(
    app: CxresetApp, reset: Reset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.csv"
    rows = "".join(f"{n},parcel number {n} has never come\n" for n in range(3 * BATCH))
    path.write_text("id,comment\n" + rows, encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        monkeypatch.setattr(screen._stop, "clear", lambda: None)
        screen._stop.set()  # as Escape does while it runs
        await pilot.press("enter")
        await settle(app, pilot)
        assert screen.stage == "proposal" and "Nothing of this file" in text(app, "#wrong")
        assert len(reset.comments.ids()) == 0 and reset.book.feedback_total() == 0
        monkeypatch.undo()
        screen.query_one("#go").focus()
        await pilot.pause(0.05)
        assert screen.focused is not None and screen.focused.id == "go"
        await pilot.press("enter")
        await settle(app, pilot)
        assert screen.stage == "report", text(app, "#wrong")
        assert len(reset.comments.ids()) == 3 * BATCH


async def test_after_a_large_import_what_is_nearly_the_same_is_grouped_behind_the_screen(
    app: CxresetApp, reset: Reset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_insert, "BATCH", 2)
    monkeypatch.setattr(bulk_insert, "MANY", 4)
    path = tmp_path / "large.csv"
    comments = ["The parcel came late again", "fine", "The parcel came laet again", "good", "Good"]
    path.write_text("\n".join(["comment", *comments]), encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        await pilot.press("enter")
        await settle(app, pilot)
        assert "nearly the same are looked for later" in text(app, "#result")
        while any(w.group == "grouping" and not w.is_finished for w in app.workers):
            await pilot.pause(0.02)
        assert reset.comments.members(1) == [1, 3]
        assert reset.comments.members(4) == [4, 5]


async def test_what_is_typed_at_once_reaches_the_path(app: CxresetApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        app.post_message(events.Key("i", "i"))
        while not isinstance(app.screen, ImportScreen):
            await asyncio.sleep(0)
        app.post_message(events.Key("tilde", "~"))  # before anything has the focus
        app.post_message(events.Key("slash", "/"))
        await pilot.pause()
        await pilot.pause()
        path = app.screen.query_one("#path", Input)
        assert path.value == "~/"
        app.screen.query_one(DirectoryTree).focus()
        await pilot.pause()
        app.post_message(events.Paste("few rows.csv"))
        await pilot.pause()
        assert path.value == "~/few rows.csv" and path.has_focus


def test_a_path_completes_to_folders_and_readable_kinds(tmp_path: Path, home: Path) -> None:
    (home / "Downloads").mkdir()
    (home / "Downloads" / "chats.csv").touch()
    (home / "Downloads" / "chart.png").touch()
    assert completed("~/Dow") == "~/Downloads/"
    assert completed(f"{home}/Downloads/cha") == f"{home}/Downloads/chats.csv"
    assert completed(f"{home}/Downloads/chart") is None
    assert completed(f"{home}/none/x") is None
    assert completed("") is None and completed("a\0/b") is None
