"""`content check` tells everything in one pass: errors first, then what could be better."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.base.errors import PackError
from cxreset.programme.check import check_pack
from cxreset.programme.links import words_in
from cxreset.programme.pack import load_pack
from tests.programme.packbuilder import pack_texts, words, write_pack


def test_a_whole_pack_is_ok(tmp_path: Path) -> None:
    report = check_pack(write_pack(tmp_path, pack_texts()))
    assert report.ok and report.loads
    assert report.lines() == [
        "Found 4 weeks, 4 steps, 22 days, 1 practice, 1 habit, 1 template and 1 worksheet.",
        "The pack is complete and well formed.",
    ]


def test_all_problems_in_one_pass(tmp_path: Path) -> None:
    texts = pack_texts()
    texts["steps/1.1-listen.md"] = texts["steps/1.1-listen.md"].replace("minutes: 40", "minutes: x")
    texts["days/map-3.md"] = texts["days/map-3.md"].replace("listen-well", "gone")
    texts["weeks/4-test.md"] = "---\nid: [\n---\n"
    report = check_pack(write_pack(tmp_path, texts))
    assert not report.ok and not report.loads
    assert [(each.file, each.line) for each in report.problems] == [
        ("days/map-3.md", 7),
        ("steps/1.1-listen.md", 7),
        ("weeks/4-test.md", 2),
    ]
    assert report.lines()[-1] == "3 problems; 3 of them keep the pack from loading."


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("steps/1.1-listen.md", words(50), words(400), "120 to 350 are wanted"),
        ("steps/1.1-listen.md", words(50), words(1), "120 to 350 are wanted"),
        ("steps/1.1-listen.md", "Take the first step", "T" * 61, "61 characters; 60 at most"),
        ("steps/1.1-listen.md", "One short line", "s" * 91, "91 characters; 90 at most"),
        ("steps/1.1-listen.md", "1. Begin.\n2. Go on.", "Begin.", "a numbered list"),
        ("steps/1.1-listen.md", "- It is", "It is", "a bulleted list"),
        ("steps/1.1-listen.md", "minutes: 40", "minutes: 40\nworkshet: pains", "“workshet” means"),
        ("practices/listen-well.md", words(70), words(200), "60 to 150 are wanted"),
        ("days/map-1.md", "It carries the rest.", "w" * 111, "111 characters; 110 at most"),
        ("days/map-1.md", "rest.\n---\n", "rest.\n---\n" + words(81), "81 words; 80 at most"),
        ("days/map-5.md", "session: 5", "session: 6", "one before is missing"),
        ("checkup/1-avoidance.md", "  - We read them.\n", "", "3 to 5 are wanted"),
    ],
)
def test_notes_do_not_keep_a_pack_from_loading(
    tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    texts = pack_texts()
    assert old in texts[name]
    texts[name] = texts[name].replace(old, new, 1)
    report = check_pack(write_pack(tmp_path, texts))
    assert report.loads and not report.ok
    assert [message in each.text for each in report.problems] == [True], report.problems
    assert report.problems[0].file == name
    assert report.problems[0].line
    load_pack(tmp_path, None)


def test_what_nothing_leads_to(tmp_path: Path) -> None:
    texts = pack_texts()
    practice = texts["practices/listen-well.md"]
    texts["practices/alone.md"] = practice.replace("id: listen-well", "id: alone")
    texts["practices/odd-name.md"] = practice.replace("id: listen-well", "id: other")
    step = texts["steps/4.1-test.md"].replace("test.first", "test.second").replace("4.1", "4.2")
    texts["steps/4.2-test.md"] = step
    del texts["days/close-2.md"], texts["worksheets/money.md"]
    report = check_pack(write_pack(tmp_path, texts))
    assert report.loads
    assert [(each.file, each.text) for each in report.problems] == [
        ("pack.md", "days/ has 1 sessions for close; 2 are wanted"),
        ("pack.md", "the pack has nothing in worksheets/"),
        ("practices/alone.md", "no day, habit or step leads to the practice alone"),
        ("practices/odd-name.md", "no day, habit or step leads to the practice other"),
        ("practices/odd-name.md", "the file should be called other.md"),
        ("steps/4.2-test.md", "no day is for the step test.second: none in days/ names it"),
    ]


def test_text_from_the_pack_is_made_harmless(tmp_path: Path) -> None:
    texts = pack_texts()
    texts["days/map-1.md"] = texts["days/map-1.md"].replace("week: map", 'week: "m\u202eap"')
    lines = check_pack(write_pack(tmp_path, texts)).lines()
    assert not any("\u202e" in line for line in lines)


def test_no_pack_at_all(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        check_pack(tmp_path)


def test_words() -> None:
    assert words_in("## How\n\n1. Take one.\n2. Don’t stop — ever.\n\n- [ ] **done**") == 7
