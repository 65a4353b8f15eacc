"""Hostile text in every column, by import, by paste, in names: nothing acts, nothing crashes."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from cxreset.programme.model import Pack, Week
from cxreset.reset.reset import Reset, open_reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.tui.widgets.page.blocks import LINK
from tests.faults.conftest import LONG, Row, stored, to_touchpoint
from tests.faults.hostile import ACTS, HOSTILE, MARK, OWN, poison
from tests.faults.terminal import Terminal

ON = date(2026, 10, 2)


def alive(app: App[str], where: str) -> None:
    """Nothing on the screen acts: no control character, no link, no action out of data."""
    assert app.is_running, (where, getattr(app, "trouble", None), app._exception)
    for strip in app.screen._compositor.render_strips(app.size):
        for text, style, _ in strip:
            assert not ACTS.search(text), (where, text)
            assert style is None or not style._link, (where, style)
            for name, action in (style.meta if style else {}).items():
                if name != LINK:  # an address of a page's text, which nobody follows:
                    assert MARK not in str(action), (where, name, action)


@pytest.fixture
def poisoned(sample_file: Path) -> Path:
    """The sample, with a hostile text in every column that takes words."""
    assert poison(sample_file) > 50
    return sample_file


def app_on(reset: Reset) -> CxresetApp:
    return CxresetApp(reset.pack, reset, lambda _: reset, today=lambda: ON, where=HOSTILE[0])


async def every_step(
    pilot: Pilot[str], pack: Pack, week: Week, look: Callable[[str], Awaitable[None]]
) -> None:
    """Look at every step of a week, at further lines, and at what its list leads to."""
    app = pilot.app
    assert isinstance(app, CxresetApp)
    app.action_week(week.number)
    for _ in range(50):  # the first week loads the heavy rooms
        if not isinstance(app.screen, WeekScreen):
            await pilot.pause(0.1)
    for step in pack.week_steps(week.id):
        app.action_week(week.number)  # an escape too many has led to Today
        await pilot.pause(0.1)
        assert isinstance(app.screen, WeekScreen), step.id
        app.screen.go_to(step)
        await look(step.id)
        for _ in range(3 if LONG else 0):  # further lines, each with its fields
            await pilot.press("down")
            await look(step.id)
            if not isinstance(app.screen, WeekScreen):  # in a field of days, down shows a month
                await pilot.press("escape")
        if step.worksheet == "review":
            await pilot.press("enter")
            await look("a comment")
            await pilot.press("escape")
        if week.number == 1:
            await pilot.press("v")
            await look("evidence or preview")
            await pilot.press("escape")


@pytest.mark.parametrize("weeks", [1, pytest.param(4, marks=pytest.mark.long)])
async def test_a_prepared_workbook_on_every_screen(
    poisoned: Path, pack: Pack, row: Row, weeks: int
) -> None:
    reset = open_reset(poisoned, pack, lambda: ON)
    app, seen = app_on(reset), 0
    async with app.run_test(size=(80, 24)) as pilot:

        async def look(where: str) -> None:
            nonlocal seen
            await pilot.pause(0.02)
            alive(app, where)
            seen += 1

        await look("today")
        for week in pack.weeks[:weeks]:
            await every_step(pilot, pack, week, look)
        for key in ("a", "h", "j", "e", "question_mark", "f2", "ctrl+p"):
            await pilot.press(key)
            await look(key)
            await pilot.press("down", "down")
            await look(key)
            if key == "a":
                await pilot.press("o")  # an owner's name on a button
                await look("owner")
            await pilot.press("escape")
        assert not app.return_code
    reset.file.close()
    row("screens and worksheets of a prepared workbook", seen, 0)


async def test_pasted_into_fields(reset: Reset, row: Row) -> None:
    app, pasted = app_on(reset), 0
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (["2"], ["a"], ["j"]):
            await pilot.press(*keys)
            await pilot.pause(0.2)
            await pilot.press("n")
            await pilot.pause(0.2)
            for field in list(app.screen.query("Input, TextArea")):
                assert isinstance(field, Input | TextArea)
                if not field.focusable:
                    continue
                field.focus()
                for text in HOSTILE[pasted % 4 :: 4]:
                    field.post_message(Paste(text))
                    await pilot.pause()
                    pasted += 1
                await pilot.pause(0.05)
                alive(app, f"{keys} {field}")
            await pilot.press("escape")
            await pilot.pause(0.3)
            alive(app, str(keys))
    row("texts pasted into every kind of field", pasted, 0)


def stream_is_own(terminal: Terminal, where: str) -> None:
    foreign = {each for each in terminal.drawn.sequences if not OWN.fullmatch(each)}
    foreign -= {"\x0f", "\x0e"}
    assert not foreign, (where, foreign)
    raw = bytes(terminal.stream).decode("utf-8", "replace")
    assert not re.search("\x1b[^\x1b]{0,12}" + MARK, re.sub(OWN, "", raw)), where


@pytest.mark.long
def test_the_real_stream(home: Path, poisoned: Path, tmp_path: Path, row: Row) -> None:
    """What reaches the terminal: Textual's own sequences and none of the texts'."""
    named = tmp_path / "a\x1b[31mqzx\u202e [@click=app.quit].cxreset"
    shutil.copy(poisoned, named)
    looked = 0
    with Terminal("--workbook", str(named), size=(24, 80)) as terminal:
        terminal.sees("Today")
        terminal.read(1)
        for key in ("1", "2", "3", "4", "a", "h", "j", "e", "t"):
            terminal.press("escape", key)
            for _ in range(6):
                terminal.press("down")
            terminal.read(0.3)
            assert terminal.ended(0.01) is None, terminal.text
            stream_is_own(terminal, key)
            looked += 1
        terminal.press("ctrl+q")
        assert terminal.ended() is not None, terminal.text
    row("screens in a real terminal, streams with a foreign sequence", looked, 0)


def test_an_import_and_a_paste_in_the_real_stream(begun: Path, tmp_path: Path, row: Row) -> None:
    file = tmp_path / "in\x1b]0;qzx\x07 [bold.csv"
    with file.open("w", encoding="utf-8", errors="replace", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["comment", "customer \x1b[31mqzx"])
        rows.writerows([text.replace("\0", ""), "qzx [/]"] for text in HOSTILE)
    with Terminal("import", str(file), "--text-column", "comment") as terminal:
        assert terminal.ended() is not None
        assert terminal.code == 0, terminal.text
        stream_is_own(terminal, "import")
    assert len(stored(begun, "SELECT text FROM feedback")) == len(HOSTILE)
    with Terminal(size=(24, 80)) as terminal:
        to_touchpoint(terminal)
        for text in HOSTILE:
            words = text.replace("\x1b[201~", "").encode("utf-8", "surrogatepass")
            terminal.write(b"\x1b[200~" + words[:900] + b"\x1b[201~")
            terminal.read(0.05)
        terminal.press("escape", "1")
        terminal.read(1)
        terminal.press("down", "enter")
        terminal.read(0.5)
        stream_is_own(terminal, "paste")
        assert terminal.ended(0.01) is None, terminal.text
    row("texts imported, and pasted into a field, in a real terminal", 2 * len(HOSTILE), 0)


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 400])
def test_hostile_names_and_places(text: str, tmp_path: Path, row: Row) -> None:
    """A person, an organisation and a path from the environment."""
    if "\0" in text or "\ud800" in text:
        pytest.skip("no environment and no argument can hold it")
    with Terminal(
        *("start", "--name", text, "--organisation", text),
        env={"CXRESET_WORKBOOK": text + ".x"},
        folder=tmp_path,
    ) as terminal:
        assert terminal.ended() is not None
        stream_is_own(terminal, "start")
        assert "Traceback" not in terminal.text
