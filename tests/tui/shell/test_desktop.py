"""Copying and opening a folder, with the platform's programs played by small scripts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.widgets import DataTable

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell import desktop
from tests.tui.shell.programs import fake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the programs are those of Linux")
SECRET = "Grüße; $(touch bad) `x` 漢字\n" * 3


async def copied(app: CxresetApp, text: str = SECRET) -> str:
    async with app.run_test(size=(80, 24)):
        message = await desktop.copy(app, text)
        assert app.clipboard == text, "the terminal is always asked too"
    return message


async def test_the_platform_s_program_gets_the_text_as_it_is(
    app: CxresetApp, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":9")
    got, how = tmp_path / "got", tmp_path / "how"
    fake(programs, "xclip", f'/bin/cat > "{got}"; echo "$@" > "{how}"')
    assert await copied(app) == "Copied with xclip: paste it wherever you like."
    assert got.read_text("utf-8") == SECRET
    assert how.read_text() == "-selection clipboard\n"
    assert not Path("bad").exists()


async def test_the_next_program_is_asked_when_one_fails_or_is_not_there(
    app: CxresetApp, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    monkeypatch.setenv("DISPLAY", ":9")
    fake(programs, "wl-copy", "exit 1")
    fake(programs, "xsel", f'/bin/cat > "{tmp_path / "got"}"')
    assert "Copied with xsel" in await copied(app)


async def test_one_that_hangs_is_left(
    app: CxresetApp, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(desktop, "SECONDS", 0.2)
    fake(programs, "xclip", "exec /bin/sleep 30")
    assert (await copied(app)).startswith("Handed to the terminal to copy.")


async def test_without_a_display_no_program_is_started(
    app: CxresetApp, programs: Path, tmp_path: Path
) -> None:
    fake(programs, "xclip", f'echo here > "{tmp_path / "got"}"')
    message = await copied(app)
    assert message.startswith("Handed to the terminal to copy.") and "write the file" in message
    assert not (tmp_path / "got").exists()


def test_a_folder_is_opened_where_there_is_a_window_to_open(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reset: Reset
) -> None:
    assert desktop.open_folder(tmp_path) == (
        f"No window can be opened from here. It lies at {tmp_path}"
    )
    monkeypatch.setenv("DISPLAY", ":9")
    assert desktop.open_folder(tmp_path).startswith("No window")
    fake(programs, "xdg-open", "exit 0")
    assert desktop.open_folder(tmp_path) == f"Opening {tmp_path}"
    (programs / "xdg-open").write_text("not a program")
    assert desktop.open_folder(tmp_path) == f"It could not be opened. It lies at {tmp_path}"


async def test_ctrl_c_copies_what_one_is_on(sample: Reset, programs: Path) -> None:
    """A line of a list, a field, a selection, a choice; and says by which way."""
    sample.daily.set_last_visited("week-listen/listen.pains")
    app = CxresetApp(
        sample.pack, sample, lambda settings: sample, today=lambda: sample.today, where="sample"
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.5)
        app.screen.query(DataTable).first().focus()
        await pilot.press("ctrl+c")
        await pilot.pause(0.2)
        assert app.clipboard.split("\t")[0].strip(), "the row"
        row = app.clipboard
        await pilot.press("j")
        await pilot.pause(0.3)
        line = next(iter(app.screen.query("Input, TextArea")))
        line.focus()
        await pilot.press("a", "b", "c", "ctrl+c")
        await pilot.pause(0.2)
        assert "abc" in app.clipboard and app.clipboard != row
        await pilot.press("shift+left", "ctrl+c")
        await pilot.pause(0.2)
        assert app.clipboard == "c"
        assert any("Handed to the terminal" in each.message for each in app._notifications)
