"""Another version under an open window: said at once, nothing written over it, no word lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from cxreset.base.errors import WorkbookReplaced
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.replaced.merging import MergeScreen
from cxreset.tui.dialogs.replaced.screen import ReplacedScreen
from cxreset.tui.dialogs.replaced.unsaved import UnsavedWordsScreen
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.shell.error_boundary import AGAIN
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Journal, Pain, Touchpoint
from cxreset.workbook.unsaved.words import UnsavedText, find_unsaved, write_unsaved

NOON = datetime(2026, 9, 9, 12, 0, tzinfo=UTC)


def other_version(reset: Reset) -> Path:
    """The workbook as it is, with a pain point written into the copy."""
    copy = reset.file.path.with_name("other.cxreset")
    shutil.copy(reset.file.path, copy)
    with closing(Workbook.open(copy).file) as file:
        Workbook(file).add(Pain(title="From the other machine"))
    return copy


def overwrite(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


def rename(path: Path, other: Path) -> None:
    shutil.copy(other, other.with_name("moving"))
    other.with_name("moving").replace(path)


def words(app: CxresetApp) -> str:
    return "\n".join(str(static.content) for static in app.screen.query(Static))


async def until(pilot: Pilot[str], true: Callable[[], bool]) -> None:
    for _ in range(40):
        if true():
            return
        await pilot.pause(0.25)
    raise AssertionError("it did not come to pass within ten seconds of the app's clock")


async def replaced_while_typing(
    pilot: Pilot[str], reset: Reset, put: Callable[[Path, Path], None]
) -> Path:
    """A touchpoint begun, the other version put in its place, and typing gone on."""
    await pilot.press("2", "n", *"Till")
    await until(pilot, lambda: [row.name for row in reset.book.rows(Touchpoint)] == ["Till"])
    await pilot.pause(1.1)  # the window has looked round
    other = other_version(reset)
    reset.book.set(Touchpoint, 1, name="Tills")  # so that the copy is no later one of the same
    put(reset.file.path, other)
    await pilot.press(*" queue")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReplacedScreen))
    return other


@pytest.mark.parametrize("put", [overwrite, rename])
async def test_the_other_version_is_opened_and_what_was_typed_is_in_a_file(
    reset: Reset, app: CxresetApp, put: Callable[[Path, Path], None]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        other = await replaced_while_typing(pilot, reset, put)
        assert "Till queue" in words(app)
        assert app.screen.query("#keep") if put is rename else not app.screen.query("#keep")
        await pilot.press(*"ok", "enter")
        await pilot.pause(1.1)
        assert find_unsaved(reset.file.path) is None, "typing on decides nothing"
        app.ask_which_version(reset.file, "Another version.")
        await pilot.pause()
        await pilot.click("#open")
        await pilot.pause()
    assert app.return_value == AGAIN
    assert reset.file.path.read_bytes() == other.read_bytes()
    found = find_unsaved(reset.file.path)
    assert found is not None and found.parent == reset.file.path.parent
    assert "Till queue" in found.read_text(encoding="utf-8")
    assert str(found) in app.farewell
    assert found.stat().st_mode & 0o777 == 0o600


async def test_the_version_open_here_can_be_kept_beside_it(reset: Reset, app: CxresetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await replaced_while_typing(pilot, reset, rename)
        assert "pain points 0 here, 1 there" in words(app)
        await pilot.click("#keep")
        await pilot.pause()
    (kept,) = reset.file.path.parent.glob("test as open at *.cxreset")
    assert kept.name in app.farewell
    with closing(Workbook.open(kept).file) as file:
        assert [row.name for row in Workbook(file).rows(Touchpoint)] == ["Tills"]


async def test_looking_on_writes_nothing_and_asks_once(reset: Reset, app: CxresetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        other = await replaced_while_typing(pilot, reset, overwrite)
        await pilot.press("escape")
        await pilot.pause(3)
        assert not isinstance(app.screen, ReplacedScreen)
        with pytest.raises(WorkbookReplaced):
            reset.book.add(Pain(title="Never"))
        assert reset.file.path.read_bytes() == other.read_bytes()


async def test_a_file_that_is_gone_is_said_at_once(reset: Reset, app: CxresetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(1.1)
        reset.file.path.unlink()
        await until(pilot, lambda: any("moved" in each.message for each in app._notifications))
        assert isinstance(app.screen, TodayScreen)


async def test_words_not_saved_then_are_shown_at_the_next_start(
    reset: Reset, app: CxresetApp
) -> None:
    path = write_unsaved(reset.file.path, [UnsavedText("Promise", "[b]Never late[/b]")], NOON)
    write_unsaved(reset.file.path, [UnsavedText("Reality", "often late")], NOON)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, UnsavedWordsScreen))
        assert "Promise:\n[b]Never late[/b]" in words(app) and "often late" in words(app)
        await pilot.press("escape")
        await pilot.pause()
        assert path.exists(), "later is later"
        app.push_screen(UnsavedWordsScreen(reset, path))
        await pilot.pause()
        await pilot.press(*"djc")
        await pilot.pause()
        assert path.exists(), "typing on puts nothing away"
        await pilot.click("#keep")
        await pilot.pause()
    (line,) = reset.book.rows(Journal)
    assert line.kind == "reflection" and "Never late" in line.text and "often late" in line.text
    assert not path.exists()


def test_a_folder_that_takes_no_file_has_others(home: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "not there" / "my.cxreset"
    path = write_unsaved(nowhere, [UnsavedText("Promise", "word")], NOON)
    assert path.parent == home
    assert find_unsaved(nowhere) == path


async def test_a_conflicted_copy_is_offered_and_merged(reset: Reset, app: CxresetApp) -> None:
    other_version(reset).rename(reset.file.path.with_name("test 2.cxreset"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, MergeScreen))
        assert "iCloud" in words(app) and "Added: 1 pain point." in words(app)
        await pilot.press("left", "enter")
        await until(pilot, lambda: [row.title for row in reset.book.rows(Pain)] != [])
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("u")
        await until(pilot, lambda: reset.book.rows(Pain) == [])
