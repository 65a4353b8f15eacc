"""The main job, end to end with keys: from the welcome to a plan in a file, and nothing lost."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from cxreset.programme.model import Pack
from cxreset.reset.reset import begin_reset, open_reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.daily import Settings
from cxreset.workbook.tables import Pain, Pilot, Touchpoint
from scripts.hands import Hands
from scripts.walk.course import Course, Walked, walk
from scripts.walk.leader import TELECOM, Words
from tests.paths import FEEDBACK

MONDAY = date(2026, 9, 7)
TELECOM_FILE = FEEDBACK / "telecom-complaints.csv"
FORMS = ("html", "md")  # the others are read back in tests/sharing
SURGERY = (
    Words("Nobody picks up the phone", "phone"),
    Words("The bill is a surprise", "estimate"),
    Words("The wait runs over", "waited"),
)
TEXTS = (
    ("Rang three times and the phone was never picked up", "The phone queue cut me off"),
    ("The estimate was half of what I paid", "No estimate before the operation"),
    ("We waited an hour with a frightened cat", "Waited past our time again, nobody said why"),
    ("The vet was kind to our old dog", "Clean rooms, friendly team"),
)


def veterinary(path: Path) -> Path:
    """Sixty comments about an animal surgery: 15 of each of three pains and 15 of praise."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Visit date", "Animal", "What did you think of your visit?", "Stars"])
        for number in range(60):
            text = TEXTS[number % 4][number // 4 % 2]
            on = f"2026-08-{1 + number // 2:02}"
            writer.writerow([on, "cat" if number % 3 else "dog", f"{text} ({number + 1})", 2])
    return path


def holds_the_plan(walked: Walked, counts: dict[str, int], total: str) -> None:
    """Each pain with its count in both files."""
    assert walked.evidence == counts
    page = walked.html.read_text(encoding="utf-8")
    markdown = walked.markdown.read_text(encoding="utf-8")
    for title, number in counts.items():
        for text in (page, markdown):
            assert title in text
            assert f"{number} comments (" in text  # with its share of all, which are named once
            assert f"{total} comments" in text
    assert page[:15].lower() == "<!doctype html>"


@pytest.mark.skipif(not TELECOM_FILE.exists(), reason="the shared feedback is not here")
@pytest.mark.long
async def test_the_walk_on_telecom_complaints(tmp_path: Path, pack: Pack) -> None:
    """Its first week and the plan; all four are walked on a small file below."""
    course = Course(pack, MONDAY, weeks=1, forms=FORMS)
    walked = await walk(TELECOM_FILE, tmp_path, TELECOM, course)
    assert "2.1" in walked.last_page
    assert "2,224" in walked.report
    counts = dict(zip([pain.title for pain in TELECOM], (169, 294, 192), strict=True))
    holds_the_plan(walked, counts, "2,224")


@pytest.mark.parametrize(
    ("weeks", "left"), [(1, "2.1"), pytest.param(4, "Every step is ticked", marks=pytest.mark.long)]
)
async def test_the_walk_on_a_small_file(tmp_path: Path, pack: Pack, weeks: int, left: str) -> None:
    file = veterinary(tmp_path / "visits.csv")
    course = Course(pack, MONDAY, size=(80, 24), weeks=weeks, forms=FORMS)
    walked = await walk(file, tmp_path, SURGERY, course)
    assert left in walked.last_page
    assert "60" in walked.report
    holds_the_plan(walked, {pain.title: 15 for pain in SURGERY}, "60")


def opened(path: Path, pack: Pack) -> CxresetApp:
    """The app on a workbook that is there, as a start makes it."""
    reset = open_reset(path, pack, lambda: MONDAY)
    return CxresetApp(pack, reset, lambda settings: reset, today=lambda: MONDAY, where=str(path))


@pytest.fixture
def path(tmp_path: Path, pack: Pack) -> Path:
    """A workbook with one chosen pain, an action's pilot and a touchpoint."""
    settings = Settings("Robin", "Harbour & Pine", MONDAY, (0, 1, 2, 3, 4), None, MONDAY)
    made = begin_reset(tmp_path / "test.cxreset", pack, lambda: MONDAY, settings)
    made.book.add(Pain(title="Late", chosen=True))
    made.book.add(Touchpoint(name="Delivery day"))
    made.book.add(Pilot(title="Evening text"))
    made.file.close()
    return made.file.path


# Which keys lead to a field, the field's name, and where Today says one was.
FIELDS = {
    "today": ("", ["w"], "win", "1.1"),
    "plan": ("week-listen/listen.plan", ["b", "enter"], "problem", "1.4"),
    "compare": ("week-map/map.compare", ["b", "enter", "tab"], "promise", "2.1"),
    "meeting": ("week-team/team.meeting", ["b", "enter", "tab", "tab"], "location", "3.1"),
    "half a date": ("week-team/team.meeting", ["b", "enter"], "held_on", "3.1"),
    "pilot": ("week-test/test.pilot", ["b", "enter"], "stop_rule", "4.1"),
    "by hand": ("", ["1", "c"], "words", "1.1"),
}


@pytest.mark.parametrize("name", FIELDS)
async def test_words_just_typed_are_there_after_quitting(path: Path, pack: Pack, name: str) -> None:
    screen, keys, field, was = FIELDS[name]
    app = opened(path, pack)
    assert app.reset is not None
    if screen:
        app.reset.daily.set_last_visited(screen)
    async with app.run_test(size=(100, 30)) as pilot:
        hands = Hands(app, pilot)
        await hands.press(*keys)
        await hands.until("a field", lambda: hands.field() is not None)
        await hands.to_field(field)
        hands.send("2026-1 and more")
        await hands.press("ctrl+q")  # nothing waits between the last letter and the quit
        await hands.until("the end", lambda: app._exit)
    assert not app.is_running
    app.reset.file.close()
    app = opened(path, pack)
    assert app.reset is not None
    async with app.run_test(size=(100, 30)) as pilot:
        hands = Hands(app, pilot)
        await pilot.pause()
        assert was in hands.says("#step")
        await hands.press(*keys)
        await hands.until("a field", lambda: hands.field() is not None)
        await hands.to_field(field)
        assert hands.typed(app.focused) == "2026-1 and more"
    app.reset.file.close()
