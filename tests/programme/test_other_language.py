"""A pack in another language is a folder: named with --content, it is what the program shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from cxreset.base.paths import content_dir, workbook_path
from cxreset.cli import main
from cxreset.programme.check import check_pack
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import begin_reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.navigation_bar import NavigationBar
from cxreset.tui.widgets.page.page import PageText
from cxreset.workbook.daily import Settings
from tests.programme.packbuilder import GERMAN, pack_texts, write_pack

IN_GERMAN = {
    "Small reset": "Ein kleiner Neubeginn",
    "title: Listen\n": "title: Zuhören\nshort: Hören\n",
    "Do the listen week.": "Herausfinden, was Kundinnen und Kunden wirklich stört.",
    "Take the first step": "Zwei ruhige Stunden lesen",
    "Listen well": "Gut zuhören",
    "What was new?": "Was war heute neu für dich?",
    "It carries the rest.": "Darauf baut alles Weitere auf.",
    "Begin.": "Öffne die Rückmeldungen.",
    "What did you see?": "Was ist dir aufgefallen?",
}


@pytest.fixture
def german(tmp_path: Path) -> Path:
    texts = {}
    for name, text in pack_texts(headings=GERMAN, language="de").items():
        for english, german_text in IN_GERMAN.items():
            text = text.replace(english, german_text)
        texts[name] = text.replace("word", "Wort")
    return write_pack(tmp_path / "inhalt", texts)


def test_the_command_line_speaks_it(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_pack(german).ok
    asked = ["--content", str(german)]
    assert main([*asked, "start", "--name", "Jürgen", "--workdays", "mon-sun"]) == 0
    capsys.readouterr()
    assert main([*asked, "today"]) == 0
    output = capsys.readouterr().out
    assert "Week 1 · Zuhören" in output and "1.1  Zwei ruhige Stunden lesen" in output
    assert "Gut zuhören" in output and "Was war heute neu für dich?" in output


async def test_today_and_a_week_show_it(german: Path) -> None:
    pack = load_pack(content_dir(str(german)), None)
    on = date(2026, 9, 8)
    settings = Settings("Jürgen", "", date(2026, 9, 7), (0, 1, 2, 3, 4), None, on)
    reset = begin_reset(workbook_path(), pack, lambda: on, settings)
    app = CxresetApp(pack, reset, lambda settings: reset, today=lambda: on, where="")

    def words() -> str:
        screen = app.screen
        return "\n".join(str(one.content) for one in screen.query(Static))

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "Zwei ruhige Stunden lesen" in words() and "Gut zuhören" in words()
        assert "Herausfinden, was Kundinnen und Kunden wirklich stört." in words()
        assert "1 Hören" in str(app.screen.query_one(NavigationBar).render())
        await pilot.press("1")
        await pilot.pause(0.2)
        assert "Was ist dir aufgefallen?" in words(), "a step without a worksheet asks its prompts"
        await pilot.press("g")
        await pilot.pause(0.3)
        guidance = app.screen.query_one(PageText).text
        for heading in GERMAN:
            assert f"### {heading}" in guidance
        assert "Öffne die Rückmeldungen." in guidance
        assert guidance.startswith("What the week is for."), "the first step introduces its week"
