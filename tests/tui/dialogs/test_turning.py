"""A large import is taken back, and made again, behind a dialog that tells how far and stops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.undo import turning
from cxreset.tui.dialogs.undo.turning import TurningScreen
from cxreset.workbook.undo import replay
from cxreset.workbook.undo.history import History

COMMENTS = 12
Meanwhile = list[Callable[[], bool]]


@pytest.fixture(autouse=True)
def imported(reset: Reset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen comments, and a dialog for as few as these."""
    monkeypatch.setattr(turning, "AT_ONCE", 3)
    monkeypatch.setattr(replay, "MOVED", 5)
    path = tmp_path / "few.csv"
    path.write_text("comment\n" + "".join(f"parcel {n} never came\n" for n in range(COMMENTS)))
    import_file(reset.comments, look(path), None, reset.today)


@pytest.fixture
def meanwhile(app: CxresetApp, monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """What the leader does once an undo, in its thread, has turned its first rows; each is
    called again until it answers True."""
    calls: Meanwhile = []
    undo = History.undo

    def undo_meanwhile(history: History, go_on: Callable[[int], None] | None = None) -> str | None:
        assert go_on is not None
        go_on(5)
        for call in calls:
            while not app.call_from_thread(call):
                pass
        return undo(history, go_on)

    monkeypatch.setattr(History, "undo", undo_meanwhile)
    return calls


async def until(pilot: Pilot[str], true: Callable[[], bool]) -> None:
    for _ in range(100):
        if true():
            break
        await pilot.pause(0.02)
    assert true()


def messages(app: CxresetApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_it_can_be_stopped_with_nothing_changed_then_done_and_made_again(
    app: CxresetApp, reset: Reset, meanwhile: Meanwhile
) -> None:
    seen: list[str] = []

    def stop() -> bool:
        assert isinstance(app.screen, TurningScreen)
        words = app.screen.query_one("#so-far", Static)
        if not str(words.content).startswith("5 of 13 lines"):
            return False  # not yet
        app.screen.action_stop()
        seen.append(str(words.content))
        return True

    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.screen.check_action("undo", ()) is True)
        meanwhile.append(stop)
        await pilot.press("u", "y")
        await until(pilot, lambda: "Stopped. The workbook is as it was." in messages(app))
        assert seen == ["Stopping."]
        assert not isinstance(app.screen, TurningScreen)
        assert reset.book.feedback_total() == COMMENTS
        assert reset.history.next_undo() == "imported few.csv"

        meanwhile.clear()
        await pilot.press("u", "y")
        await until(pilot, lambda: any(m.startswith("Undone: imported") for m in messages(app)))
        assert reset.book.feedback_total() == 0

        await pilot.press("U")
        await until(pilot, lambda: any(m.startswith("Done again") for m in messages(app)))
        assert reset.book.feedback_total() == COMMENTS


async def test_leaving_meanwhile_stops_it(
    app: CxresetApp, reset: Reset, meanwhile: Meanwhile
) -> None:
    def leave() -> bool:
        screen = app.screen
        app.exit()
        return not screen.is_attached

    meanwhile.append(leave)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.screen.check_action("undo", ()) is True)
        await pilot.press("u", "y")
    assert reset.book.feedback_total() == COMMENTS


async def test_the_list_takes_more_than_one_back_in_turn(app: CxresetApp, reset: Reset) -> None:
    reset.daily.answer("day.1", "question", "after the import")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.screen.check_action("undo_list", ()) is True)
        await pilot.press("ctrl+z", "down", "enter")
        await until(pilot, lambda: any(m.startswith("Undone: imported") for m in messages(app)))
    assert reset.book.feedback_total() == 0
    assert reset.daily.answers("day.1") == {}
    assert reset.history.depth() == 0
