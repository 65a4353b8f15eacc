"""The reader's way through a week, and through all of the thirty days, in a terminal."""

from __future__ import annotations

import re
import shlex
import sqlite3
from pathlib import Path

import pytest

from tests.cli.read.talking import Talk

FEEDBACK = """Comment,Date
"The parcel came a week late and nobody said why",2026-08-03
"Two different arrival dates for the same sofa",2026-08-04
"Friendly fitters, lovely table",2026-08-05
"""
# Escape sequences, box drawing, block elements and braille: nothing of that is read aloud well.
DRAWN = re.compile("[\x1b\u2500-\u259f\u2800-\u28ff]")
WEEK_ONE = ("pain", "evidence", "fix", "channel_seen", "import_batch")
EVERY = (
    *("touchpoint", "gap", "action", "meeting", "person", "agenda_item", "insight", "decision"),
    *("follow_up", "pilot", "pilot_plan", "measurement", "voice", "lesson", "procedure"),
    *("share_out", "journal", "checkup_mark"),
)


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    """A talk that has begun a reset today."""
    feedback = tmp_path / "feedback.csv"
    feedback.write_text(FEEDBACK, encoding="utf-8")
    talk = Talk(tmp_path / "reset.cxreset", feedback)
    for words in ("Dana Löw", "Harbour & Pine", "today"):
        talk.answer(words)
    return talk


def counted(folder: Path, *tables: str) -> dict[str, int]:
    connection = sqlite3.connect(folder / "reset.cxreset")
    try:
        return {
            table: connection.execute(f"select count(*) from {table}").fetchone()[0]
            for table in tables
        }
    finally:
        connection.close()


def test_the_first_day_is_named_and_so_is_the_way_back(tmp_path: Path) -> None:
    workbook = tmp_path / "Dana's reset.cxreset"
    talk = Talk(workbook, tmp_path / "none.csv")
    talk.answer("Dana")
    talk.answer("Harbour & Pine")
    day = re.search(r"Enter: (?:Mon|Tues|Wednes|Thurs|Fri)day (.+)\.$", talk.question)
    assert day, "a day that is worked on"
    talk.answer("")
    assert f"Day 1 is {day[0].removeprefix('Enter: ').removesuffix('.')}," in talk.heard
    (command,) = re.findall(r"^Open it with: (.+)$", talk.heard, re.MULTILINE)
    assert shlex.split(command) == ["cxreset", "--workbook", str(workbook)]
    talk.answer("step 1.1")
    while not talk.question.startswith("What now?"):
        talk.answer("")
    assert talk.heard.count("No feedback is here yet") == 1
    assert talk.leave() == 0


def test_a_week_in_plain_lines(talk: Talk, tmp_path: Path) -> None:
    for step in ("1.1", "1.2", "1.3", "1.4"):
        talk.say(f"step {step}")
        assert f"Ticked {step}." in talk.heard
    talk.say("nonsense")
    assert "undo: take the last change back." in talk.heard
    talk.say("step 9.9")
    talk.say("show 1.2")
    assert talk.leave() == 0
    assert "Everything is stored." in talk.heard
    assert not DRAWN.search(talk.heard)
    found = counted(tmp_path, *WEEK_ONE, "step_tick")
    assert all(found.values()), found
    assert found["step_tick"] == 4
    assert found["pain"] >= 3
    assert "One of the three: yes" in talk.heard


@pytest.mark.long
def test_thirty_days_in_plain_lines(talk: Talk, tmp_path: Path) -> None:
    for _ in range(17):
        talk.say("")
    for words in ("win", "practice", "checkup", "journal", "actions", "share"):
        talk.say(words)
    talk.say("")
    assert talk.leave() == 0
    assert "Every step is done." in talk.heard
    assert not DRAWN.search(talk.heard)
    found = counted(tmp_path, *WEEK_ONE, *EVERY, "step_tick")
    assert {table for table, number in found.items() if not number} == set()
    assert found["step_tick"] == 17
