"""A workbook that cannot be used: one calm screen with its backups; a held one: a notice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from cxreset.base.errors import CxresetError, ReadStopped, WorkbookDamaged, WorkbookMissing
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset, open_reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.dialogs.undo.list import UndoListScreen
from cxreset.tui.screens.opening.damaged import DamagedScreen
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.shell.error_boundary import AGAIN, NEW, TROUBLE
from cxreset.tui.widgets.navigation_bar import NavigationBar
from cxreset.workbook.daily import Settings
from cxreset.workbook.storage import read_limit
from cxreset.workbook.storage.backup import back_up, backups_of

NOW = datetime(2026, 9, 9, 9, 30, tzinfo=UTC)


def never(settings: Settings) -> Reset:
    raise AssertionError("nobody asked for a new workbook")


def app_in_trouble(path: Path, pack: Pack, error: CxresetError) -> CxresetApp:
    app = CxresetApp(pack, None, never, today=lambda: date(2026, 9, 9), where=str(path))
    app.trouble = error
    return app


def words(app: CxresetApp) -> str:
    return "\n".join(str(static.content) for static in app.screen.query(Static))


@contextmanager
def held(path: Path) -> Iterator[None]:
    """As another program would hold it: nobody can read or write."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


async def test_the_newest_good_backup_is_offered_and_put_back(reset: Reset, pack: Pack) -> None:
    path = reset.file.path
    reset.daily.answer("day.1", "question", "a word")
    back_up(path, NOW)
    reset.file.close()
    path.write_bytes(b"not a workbook any more")
    with pytest.raises(WorkbookDamaged) as raised:
        open_reset(path, pack, date.today)
    app = app_in_trouble(path, pack, raised.value)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, DamagedScreen)
        text = words(app)
        assert "is not a workbook" in text
        assert "9 September 2026" in text
        assert "1 answers" in text
        assert path.read_bytes() == b"not a workbook any more"
        await pilot.click("#restore")
        await pilot.pause()
    assert app.return_value == AGAIN
    again = open_reset(path, pack, date.today)
    assert again.daily.answers("day.1") == {"question": "a word"}
    again.file.close()
    (aside,) = [backup for backup in backups_of(path) if backup.kind == "before-restore"]
    assert aside.path.read_bytes() == b"not a workbook any more"


async def test_without_a_backup_it_is_left_as_it_is(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "test.cxreset"
    path.write_bytes(b"")
    app = app_in_trouble(path, pack, WorkbookDamaged("It is empty."))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "No good backup" in words(app)
        assert not app.screen.query_one("#restore").display
        await pilot.press("r", "c")
        await pilot.pause(0.2)
        assert "no workbook that this release knows" in words(app)
        await pilot.press("q")
    assert path.read_bytes() == b""
    assert app.return_value is None


async def test_a_file_that_went_away_is_never_begun_anew_silently(reset: Reset, pack: Pack) -> None:
    path = reset.file.path
    back_up(path, NOW)
    reset.file.close()
    path.unlink()
    app = app_in_trouble(path, pack, WorkbookMissing("It is gone."))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "not where it was" in words(app)
        await pilot.press("n")
    assert app.return_value == NEW
    assert not path.exists()


async def test_what_can_be_read_is_read_out_and_put_back(reset: Reset, pack: Pack) -> None:
    path = reset.file.path
    for number in range(400):
        reset.daily.answer("day.1", f"q{number:04}", "w" * 200)
    reset.file.close()
    with closing(sqlite3.connect(path)) as connection:
        (page,) = (
            connection.execute(
                "SELECT pageno FROM dbstat WHERE name = 'answer' AND pagetype = 'leaf'"
                " ORDER BY pageno LIMIT 1 OFFSET 5"
            ).fetchone()
            if _has_dbstat(connection)
            else (None,)
        )
    if page is None:
        pytest.skip("this SQLite cannot say where a table's pages are")
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    app = app_in_trouble(path, pack, WorkbookDamaged("It is damaged."))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        for _ in range(40):
            await pilot.pause(0.05)
            if "checked" in words(app):
                break
        assert "it is whole" in words(app)
        await pilot.press("r")
    assert app.return_value == AGAIN
    again = open_reset(path, pack, date.today)
    assert 300 < len(again.daily.answers("day.1")) < 400
    again.file.close()


def _has_dbstat(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1 FROM dbstat LIMIT 1")
    except sqlite3.Error:
        return False
    return True


async def test_damage_met_while_open_leads_to_the_screen(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test() as pilot:
        with closing(sqlite3.connect(reset.file.path)) as other:
            other.execute("DROP TABLE step_tick")
            other.commit()
        await pilot.press("1")
        await pilot.pause(0.3)
    assert app.return_value == TROUBLE
    assert isinstance(app.trouble, WorkbookDamaged)
    assert "step_tick" in app.trouble.sentence


async def test_damage_found_behind_the_first_screen(app: CxresetApp, reset: Reset) -> None:
    path = reset.file.path
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
            " WHERE name = 'lesson') WHERE name = 'voice'"
        )
        other.commit()
    async with app.run_test() as pilot:
        assert isinstance(app.screen, TodayScreen)
        for _ in range(60):
            await pilot.pause(0.05)
            if app.trouble:
                break
    assert isinstance(app.trouble, WorkbookDamaged)
    assert app.return_value == TROUBLE


async def test_a_backup_is_made_behind_the_first_screen(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test() as pilot:
        for _ in range(60):
            await pilot.pause(0.05)
            if backups_of(reset.file.path):
                break
    assert len(backups_of(reset.file.path)) == 1


async def test_held_by_another_program_while_typing(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("w")
        with held(reset.file.path):
            await pilot.press(*"kept")
            await pilot.pause(1.0)
            await pilot.press("!")
            assert "kept!" in app.screen.query_one("#win Input", Input).value
            assert app.screen.query_one(NavigationBar).unsaved
        await pilot.pause(2.6)
        assert not app.screen.query_one(NavigationBar).unsaved
    assert reset.daily.win(date(2026, 9, 9)) == "kept!"


async def test_leaving_with_something_unsaved_asks_first(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("w")
        with held(reset.file.path):
            await pilot.press(*"kept")
            await pilot.pause(1.0)
            await pilot.press("ctrl+q")
            await pilot.pause(0.3)
            assert isinstance(app.screen, ConfirmScreen)
            await pilot.press("escape")
        await pilot.pause(2.4)
        assert not app.unsaved_writes
        await pilot.press("ctrl+q")
    assert reset.daily.win(date(2026, 9, 9)) == "kept"


async def test_keys_while_it_is_held_end_nothing(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.2)
        await pilot.press("t")
        await pilot.pause(0.2)
        with held(reset.file.path):
            for key in ("space", "1", "t", "space"):
                await pilot.press(key)
        assert app.trouble is None
        await pilot.press("t")
        await pilot.pause(0.1)
        await pilot.press("space")
        await pilot.pause(0.1)
    assert len(reset.daily.ticks()) == 1
    assert app.return_value is None


async def test_a_read_that_takes_too_long_freezes_no_screen(
    app: CxresetApp, reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said where one is; when reading is quick again all goes on."""
    monkeypatch.setattr(read_limit, "OPERATIONS", 1)
    monkeypatch.setattr(read_limit, "READ_SECONDS", 1e9)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("w", *"kept", "escape")
        await pilot.pause(0.7)
        with monkeypatch.context() as patch:
            patch.setattr(read_limit, "READ_SECONDS", -1.0)
            reset.file.limit_reads()
            await pilot.press("ctrl+z", "1")
            await pilot.pause(0.2)
        assert isinstance(app.screen, TodayScreen)
        assert any("took too long" in note.message for note in app._notifications)
        reset.file.limit_reads()
        await pilot.press("ctrl+z")
        await pilot.pause(0.2)
        assert isinstance(app.screen, UndoListScreen)
    assert app.trouble is None
    assert reset.daily.win(date(2026, 9, 9)) == "kept"
    stopped = ReadStopped("Reading it took too long.")
    first = app_in_trouble(reset.file.path, reset.pack, stopped)  # where no screen is there yet
    async with first.run_test(size=(80, 24)):
        assert "Reading the workbook takes too long" in words(first)
