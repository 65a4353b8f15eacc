"""A content pack made to do harm: what can act is refused in one sentence, the rest only shown."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import CxresetError
from cxreset.programme.fields import CONTROL
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import begin_reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.workbook.daily import Settings
from tests.faults.conftest import Row
from tests.faults.hostile import ACTS, HOSTILE
from tests.faults.terminal import Terminal
from tests.faults.test_hostile import alive, stream_is_own
from tests.paths import ROOT

ON = date(2026, 9, 8)
SHOWN = ("title", "summary", "text", "objective", "question", "why", "part", "sign", "used_for",
         "credit", "label", "help")  # fmt: skip
_FIELD = re.compile(rf"^(\s*(?:- )?(?:{'|'.join(SHOWN)}): ).+$", re.MULTILINE)
_WORDS = re.compile(r"(?m)^(?![#\-*|>{]|\d+\.|\s|$)(\w.*)$")
WITHOUT_CONTROLS = [each[:150].replace("\n", " ") for each in HOSTILE if not CONTROL.search(each)]


def quoted(text: str) -> str:
    """A YAML string of that text, each odd character by its number."""
    escaped = (
        char if " " <= char <= "~" and char not in '"\\' else f"\\U{ord(char):08x}" for char in text
    )
    return '"' + "".join(escaped) + '"'


def hostile_pack(folder: Path, texts: list[str]) -> Path:
    """The pack with a hostile text in each field that is shown, and in front of each paragraph."""
    shutil.copytree(ROOT / "content", folder, ignore=shutil.ignore_patterns("demo"))
    used = 0

    def text() -> str:
        nonlocal used
        used += 1
        return texts[used % len(texts)]

    for file in sorted(folder.rglob("*.md")):
        if file.name == "README.md" or "drivers" in file.parts:
            continue
        head, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        if file.name == "pack.md":  # its headings are names that the steps must use
            front = front.replace("  why: ", "  Why: ")
        front = _FIELD.sub(lambda found: found[1] + quoted(text()[:55]), front)
        body = _WORDS.sub(lambda found: f"{text()} {found[1]}", body)
        front = front.replace("  Why: ", "  why: ")
        file.write_text(f"{head}---\n{front}---\n{body}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", [each for each in HOSTILE if CONTROL.search(each)])
def test_what_could_act_is_refused_in_a_harmless_sentence(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(ROOT / "content", folder, ignore=shutil.ignore_patterns("demo"))
    file = folder / "steps" / "1.1-review.md"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole + f"\n{text}\n", encoding="utf-8", errors="surrogatepass")
    with pytest.raises(CxresetError) as caught:
        load_pack(folder, None)
    assert "1.1-review.md" in caught.value.sentence
    assert not ACTS.search(caught.value.sentence)


@pytest.mark.parametrize("weeks", [1, pytest.param(4, marks=pytest.mark.long)])
async def test_a_hostile_pack_on_every_screen(tmp_path: Path, row: Row, weeks: int) -> None:
    pack, seen = load_pack(hostile_pack(tmp_path / "pack", WITHOUT_CONTROLS), None), 0
    assert "<script>" in "".join(step.title + step.summary for step in pack.steps)
    settings = Settings("Dana", "Harbour & Pine", date(2026, 9, 7), (0, 1, 2, 3, 4), None, ON)
    reset = begin_reset(tmp_path / "w.cxreset", pack, lambda: ON, settings)
    app = CxresetApp(pack, reset, lambda _: reset, today=lambda: ON, where="here")
    async with app.run_test(size=(80, 24)) as pilot:

        async def look(where: str) -> None:
            nonlocal seen
            await pilot.pause(0.05)
            alive(app, where)
            seen += 1

        await look("today")
        for number, week in enumerate(pack.weeks[:weeks], 1):
            app.action_week(number)
            for _ in range(50):
                if not isinstance(app.screen, WeekScreen):
                    await pilot.pause(0.1)
            assert isinstance(app.screen, WeekScreen)
            await look(week.id)
            for step in pack.week_steps(week.id)[:2]:
                app.screen.go_to(step)
                await look(step.id)
                await pilot.press("g")
                await look(f"guidance of {step.id}")
                await pilot.press("g")
            await pilot.press("escape")
        for keys in (["r"], ["d"], ["h"], ["e"], ["e", "m"], ["question_mark"], ["ctrl+p", "s"]):
            await pilot.press(*keys)
            await look(" ".join(keys))
            await pilot.press("escape", "escape")
    reset.file.close()
    row("screens of a hostile content pack", seen, 0)


def test_a_hostile_pack_in_the_real_stream(begun: Path, tmp_path: Path, row: Row) -> None:
    folder, looked = hostile_pack(tmp_path / "pack", WITHOUT_CONTROLS), 0
    for command in (["today"], ["status"], ["template"], ["content", "check", str(folder)]):
        with Terminal("--content", str(folder), *command) as terminal:
            assert terminal.ended() is not None
            stream_is_own(terminal, command[0])
            assert not ACTS.search(terminal.text.replace("\r", "")), command
            assert "Traceback" not in terminal.text
            looked += 1
    with Terminal("--content", str(folder), size=(24, 80)) as terminal:
        terminal.read(2)
        for key in ("1", "g", "3", "h", "e", "m"):
            terminal.press(key)
            terminal.read(0.5)
            assert terminal.ended(0.01) is None, terminal.text
            stream_is_own(terminal, key)
            looked += 1
    row("a hostile content pack in a real terminal, streams with a foreign sequence", looked, 0)
