"""What the app does differently on a page of the browser."""

from __future__ import annotations

import inspect
import io
import zipfile
from pathlib import Path
from typing import BinaryIO

import pytest
from textual.drivers.web_driver import WebDriver
from textual.pilot import Pilot

from cxreset.base.served import SERVED
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.importing.screen import ImportScreen
from cxreset.tui.dialogs.importing.work import PROPOSAL
from cxreset.tui.dialogs.writing import write_file
from cxreset.tui.shell.browser.app import HUNG_UP, deliver
from cxreset.tui.shell.browser.driver import PRELUDE, PageDriver
from cxreset.tui.shell.browser.messages import FileArrived, PageClosed
from cxreset.tui.toolkit.ground import may_ask


async def dialog_of(pilot: Pilot[str]) -> ImportScreen:
    await pilot.press("1", "i")
    for _ in range(100):
        if isinstance(pilot.app.screen, ImportScreen):
            return pilot.app.screen
        await pilot.pause(0.05)
    raise AssertionError("the import did not open")


async def test_a_file_goes_to_the_import_and_nowhere_else(app: CxresetApp, tmp_path: Path) -> None:
    file = tmp_path / "[b]late.csv"
    file.write_text("Comment\nThe parcel came late\nNobody said why\n", encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.post_message(FileArrived(file))
        await pilot.pause()
        (shown,) = app._notifications
        assert "press i in step 1.1" in shown.message
        dialog = await dialog_of(pilot)
        app.post_message(FileArrived(file))
        for _ in range(100):
            if dialog.stage == PROPOSAL:
                break
            await pilot.pause(0.05)
        assert dialog.stage == PROPOSAL


async def test_a_page_that_is_gone_means_to_leave(app: CxresetApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.post_message(PageClosed())
        for _ in range(100):
            if app._exit:
                break
            await pilot.pause(0.05)
    assert app.return_code == HUNG_UP


async def test_what_is_written_goes_to_the_browser(
    app: CxresetApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[str, bytes]] = []
    answers: list[tuple[str, bool]] = []

    def take(file: BinaryIO, *, save_filename: str) -> None:
        taken.append((save_filename, file.read()))

    monkeypatch.setattr(app, "deliver_binary", take)
    monkeypatch.setattr(CxresetApp, "is_web", True)
    async with app.run_test(size=(100, 30)):
        write_file(
            app.screen, "/nowhere/plan ü.md", lambda: "Late", lambda *how: answers.append(how)
        )
        deliver(app, "slips", [("dana.md", b"1"), ("../tom.md", b"2")])
    assert taken[0] == ("plan ü.md", b"Late")
    assert answers == [("It goes to your browser as plan ü.md, among its downloads.", False)]
    name, packed = taken[1]
    assert name == "slips.zip"
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["dana.md", "tom.md"]


def test_the_page_draws_where_a_server_says_so(
    app: CxresetApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.get_driver_class() is not PageDriver
    monkeypatch.setenv("TERM", "xterm")
    assert may_ask()
    monkeypatch.setenv(SERVED, "1")
    assert app.get_driver_class() is PageDriver
    assert not may_ask()  # the answer would be typed into the field in hand


def test_textual_has_what_the_page_stands_on() -> None:
    made = inspect.getsource(WebDriver.__init__)
    assert "self._write =" in made and "self._key_thread" in made
    assert f"self._write({PRELUDE!r})" in inspect.getsource(
        WebDriver.start_application_mode
    ).replace('"', "'")
