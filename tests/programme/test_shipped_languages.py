"""The packs shipped beside the English one: the same programme, whole, and in their own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cxreset.base.errors import CxresetError
from cxreset.base.language.interface import interface_languages
from cxreset.base.locations import interface_language, settings_file
from cxreset.base.paths import content_dir, shipped_dir
from cxreset.base.preferences import change_interface, read_preferences
from cxreset.cli import main
from cxreset.programme.check import check_pack
from cxreset.programme.drivers import drivers_folder
from cxreset.programme.files import pack_files
from cxreset.programme.model import Pack
from cxreset.programme.pack import load_pack
from scripts.readability import main as readability
from scripts.readability import texts
from tests.paths import ROOT

CONTENT = ROOT / "content"
TRANSLATED = sorted(path for path in ROOT.glob("content-*") if path.is_dir())
ENGLISH = re.compile(
    r"\b(the|and|with|your|you|what|which|this|that|they|from|have|has|are|is|of|to|for|not|"
    r"write|open|choose|one|each|ask|enough)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\{\{\w+\}\}")


def skeleton(pack: Pack) -> list[object]:
    """What the program goes by: ids, links, keys, numbers and fields; everything but the words."""
    return [
        [(week.id, week.number, [(m.key, m.kind) for m in week.metrics]) for week in pack.weeks],
        [(s.id, s.week, s.number, s.minutes, s.worksheet, s.practices) for s in pack.steps],
        [[prompt.key for prompt in step.prompts] for step in pack.steps],
        [bool(step.ten_minutes) for step in pack.steps],
        [(d.id, d.week, d.number, d.step, d.practice, d.checkup) for d in pack.days],
        [bool(day.ten_minutes) for day in pack.days],
        [(each.id, each.minutes, each.kind, each.template) for each in pack.practices],
        [(h.id, h.number, len(h.statements), h.practice) for h in pack.habits],
        [(each.id, each.step, sorted(_FIELD.findall(each.text))) for each in pack.templates],
        [(w.id, [(f.key, f.kind, f.default) for f in w.fields]) for w in pack.worksheets],
    ]


@pytest.mark.parametrize("folder", TRANSLATED, ids=lambda folder: folder.name)
def test_it_is_the_same_programme(folder: Path) -> None:
    report = check_pack(folder, builtin=CONTENT)
    assert (report.lines()[-1], report.open_) == ("The pack is complete and well formed.", ())
    pack, english = load_pack(folder, None), load_pack(CONTENT, None)
    assert pack.language == folder.name.removeprefix("content-")
    assert skeleton(pack) == skeleton(english)
    groups = {each.group for each in pack.practices}
    assert len(groups) == len({each.group for each in english.practices})
    assert [file.name for file in pack_files(folder)] == [file.name for file in pack_files(CONTENT)]
    assert drivers_folder(folder) == shipped_dir() == CONTENT


@pytest.mark.parametrize("folder", TRANSLATED, ids=lambda folder: folder.name)
def test_no_english_is_left_and_it_is_easily_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in texts(folder):
        _, front, body = text.split("---\n", 2)
        words = " ".join([*re.findall(r'"([^"]+)"', front), _FIELD.sub("", body)])
        found = ENGLISH.findall(words.replace("Decoding Customer Experience", ""))
        assert not found, (name, found)
        assert "!" not in text, name
    assert readability([str(folder)]) == 0, capsys.readouterr().out


def test_a_leader_chooses_the_language_and_may_change_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert interface_languages()["de"] == "Deutsch"
    words = ["start", "--name", "Jürgen", "--language", "deutsch", "--workdays", "mon-sun"]
    assert main(words) == 0
    assert (interface_language(), content_dir().name) == ("de", "content-de")
    capsys.readouterr()
    assert main(["today"]) == 0
    assert "Zwei Stunden unbearbeitete Rückmeldungen lesen" in capsys.readouterr().out
    assert main(["settings", "get", "language"]) == 0, "days and months are German too"
    assert capsys.readouterr().out == "de\n"
    assert main(["settings", "set", "interface", "English"]) == 0
    capsys.readouterr()
    assert main(["today"]) == 0
    assert "Read two hours of raw feedback" in capsys.readouterr().out
    assert main(["settings", "set", "interface", "klingon"]) == 2
    assert "There are en, de" in capsys.readouterr().err
    assert home.is_dir()


@pytest.mark.parametrize(
    "text",
    [
        'interface = "de"\n',
        "interface = 'de' # my own\n[keys]\nundo = \"ctrl+z\"\n",
        'theme = "dark"\n  interface="de"\n',
        '# interface = "de"\n',
        'theme = "dark"\n\n[keys]\ninterface = "de"\n',
        'interface = "en"\n',
        "",
    ],
)
def test_the_line_found_by_hand_is_the_one_that_toml_finds(text: str, home: Path) -> None:
    path = Path(settings_file())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert interface_language() == read_preferences(path)[0].interface


def test_a_language_that_is_gone_and_a_spoilt_file_leave_english(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_interface("de")
    path = Path(settings_file())
    path.write_bytes(b"interface = \xff\n")
    assert (interface_language(), content_dir()) == ("", CONTENT)
    monkeypatch.setenv("CXRESET_INTERFACE", "xx")
    assert content_dir() == CONTENT, "nothing is shipped in it"
    monkeypatch.setenv("CXRESET_INTERFACE", "../../etc")
    assert interface_language() == ""
    with pytest.raises(CxresetError, match=r"settings\.toml"):
        change_interface("de")
