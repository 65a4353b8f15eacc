"""The filled sample: full, always the same; a malformed one is a sentence."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import PackError, WorkbookUnusable
from cxreset.programme.model import Pack
from cxreset.reset.ending.closing import closing as closing_of
from cxreset.reset.progress import tally as tally_of
from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.sample import fill_sample, open_sample
from cxreset.reset.today import today_page
from cxreset.sharing.export import make
from cxreset.workbook.cycles.compared import cycles_compared
from cxreset.workbook.cycles.next_cycle import earlier_resets
from cxreset.workbook.daily import Timer
from cxreset.workbook.tables import CustomerReply, Decision, Journal
from tests.paths import CONTENT

# a draft is half a word in a field, and nothing has been done yet that could be undone
UNSHOWN = {"ledger", "draft", "undo_entry", "undo_step", "feedback_aside", "search_due"} | {
    *("presence", "squeeze", "dropped_step", "version_stamp"),
    *("suggestion", "practice_choice", "template_text", "share_choice"),
    *("personal_choice", "calendar_entry", "holiday"),  # decided by nobody yet
}
SMALL = """
[reset]
name = "Dana"
organisation = "H & P"
start_on = "2026-09-07"
workdays = "0,1,2,3,4"
created_on = "2026-09-04"
frozen_on = "2026-10-02"
[feedback]
file = "feedback.csv"
imported_on = "2026-09-07"
text_column = "comment"
seen = "all"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack's folder with a small sample, to be broken."""
    demo = tmp_path / "pack" / "demo"
    demo.mkdir(parents=True)
    (demo / "feedback.csv").write_text("id,comment\n1,It never came\n", encoding="utf-8")
    (demo / "workbook.toml").write_text(SMALL, encoding="utf-8")
    return demo.parent


def test_it_fills_every_table_that_a_screen_shows(tmp_path: Path, pack: Pack) -> None:
    reset = open_sample(tmp_path / "sample.cxreset", pack, CONTENT)
    rows = reset.file.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    empty = {
        name
        for (name,) in rows
        if not name.startswith(("sqlite_", "feedback_search"))
        and not reset.file.connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()
    }
    assert empty - UNSHOWN == set()
    assert reset.sample
    assert (reset.today, reset.day_number()) == (date(2026, 10, 2), 25)
    tally = tally_of(reset)
    assert tally.comments > 200
    assert (tally.pains_chosen, tally.gaps) == (3, 3)
    assert tally.chosen_without_evidence == ()
    assert tally.measurements_complete >= 2
    assert reset.daily.timer().spent_seconds > 0
    assert {step.id for step in pack.steps} >= set(reset.daily.ticks())
    assert reset.pace.spare_days() == (date(2026, 9, 30),)
    assert not {date(2026, 9, 30)} & {line.written_on for line in reset.book.rows(Journal)}
    assert reset.book.rows(CustomerReply)[0].sent_on is not None
    assert {row.priority for row in reset.book.rows(Decision)} == {1, 2, 3}
    _looks_are_in_the_journal(reset, 37, 39)
    reset.file.close()


def _looks_are_in_the_journal(reset: Reset, first: int, last: int) -> None:
    """Each Friday look from calendar week `first` to `last`: its if-then, as the app keeps both."""
    lines = [(line.written_on, line.text) for line in reset.book.rows(Journal)]
    for week in range(first, last + 1):
        words = reset.daily.answers(f"review.2026-{week}")["if_then"]
        friday = date.fromisocalendar(2026, week, 5)
        assert (friday, f"Next week: {words}") in lines


def test_opened_twice_it_is_the_same(tmp_path: Path, pack: Pack) -> None:
    path = tmp_path / "deep" / "sample.cxreset"
    first = open_sample(path, pack, CONTENT)
    page, before = today_page(first), path.read_bytes()
    first.file.close()
    second = open_sample(path, pack, CONTENT)
    assert today_page(second) == page
    second.file.close()
    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_fresh_keeps_the_former(tmp_path: Path, pack: Pack, folder: Path) -> None:
    path = tmp_path / "sample.cxreset"
    changed = open_sample(path, pack, folder)
    changed.daily.tick("listen.review", date(2026, 10, 2))
    changed.file.close()
    anew = open_sample(path, pack, folder, fresh=True)
    assert anew.daily.ticks() == {}
    anew.file.close()
    former = open_sample(tmp_path / "sample.cxreset.before", pack, folder)
    assert list(former.daily.ticks()) == ["listen.review"]
    former.file.close()


def test_fresh_without_a_sample_leaves_the_former_in_its_place(
    tmp_path: Path, pack: Pack, folder: Path
) -> None:
    path = tmp_path / "sample.cxreset"
    open_sample(path, pack, folder).file.close()
    before = path.read_bytes()
    shutil.rmtree(folder / "demo")
    with pytest.raises(PackError, match="has no sample"):
        open_sample(path, pack, folder, fresh=True)
    assert path.read_bytes() == before
    assert not (tmp_path / "sample.cxreset.before").exists()


def test_the_small_one_is_enough(tmp_path: Path, pack: Pack, folder: Path) -> None:
    fill_sample(tmp_path / "a.cxreset", pack, folder)
    with pytest.raises(WorkbookUnusable, match="exists already"):
        fill_sample(tmp_path / "a.cxreset", pack, folder)
    reset = open_sample(tmp_path / "a.cxreset", pack, folder)
    assert reset.comments.channel_counts() == {"other": (1, 1)}
    assert reset.daily.timer() == Timer(7200, 0, None)
    reset.file.close()


def test_a_place_that_is_a_folder(tmp_path: Path, pack: Pack, folder: Path) -> None:
    with pytest.raises(WorkbookUnusable, match="is a folder"):
        open_sample(tmp_path, pack, folder)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[reset]", "[reset", "cannot be read"),
        ("[reset]", "[other]", "'reset'"),
        ('name = "Dana"', "", "'name'"),
        ("2026-09-07", "2026-02-30", "malformed"),
        ('"2026-09-07"', "2026", "malformed"),
        ('"0,1,2,3,4"', "[0, 1]", "malformed"),
        ("feedback.csv", "gone.csv", "gone.csv"),
        ("feedback.csv", "../demo/feedback.csv", "beside"),
        ('text_column = "comment"', 'text_column = "words"', "'words'"),
        ('seen = "all"', "seen = [99]", "no longer"),
        ('seen = "all"', 'seen = "all"\n[[pain]]\nmood = "sad"', "has no mood"),
        ('seen = "all"', 'seen = "all"\n[[pain]]\nurgency = 9', "refused"),
        ('seen = "all"', 'seen = "all"\n[[pain]]\nurgency = "high"', "refused"),
        ('seen = "all"', 'seen = "all"\n[[pain]]\nchosen = "yes"', "malformed"),
        ('seen = "all"', 'seen = "all"\n[[action]]\ndeadline = 5', "malformed"),
        ('seen = "all"', 'seen = "all"\n[[moods]]\nid = 1', "no such table: moods"),
        ('seen = "all"', 'seen = "all"\n[meeting]\nplace = 5\nwhen = 3', "has no when"),
        ('seen = "all"', 'seen = "all"\n[[evidence]]\npain = 7\ncomments = [1]', "refused"),
        ('seen = "all"', 'seen = "all"\n[focus_timer]\nspent_seconds = -1', "refused"),
    ],
)
def test_a_malformed_sample_is_one_sentence(
    tmp_path: Path, pack: Pack, folder: Path, old: str, new: str, sentence: str
) -> None:
    source = folder / "demo" / "workbook.toml"
    assert old in SMALL
    source.write_text(SMALL.replace(old, new), encoding="utf-8")
    path = tmp_path / "out" / "sample.cxreset"
    with pytest.raises(PackError, match=r"workbook\.toml: ") as error:
        open_sample(path, pack, folder)
    assert sentence in error.value.sentence
    assert "\n" not in error.value.sentence
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b'id,comment\n1,"' + b"x" * 140_000 + b'"\n'], ids=["bytes", "long"]
)
def test_malformed_feedback(tmp_path: Path, pack: Pack, folder: Path, data: bytes) -> None:
    (folder / "demo" / "feedback.csv").write_bytes(data)
    limit = csv.field_size_limit(131_072)  # as it is before intake raises it for real exports
    try:
        with pytest.raises(PackError, match="malformed"):
            open_sample(tmp_path / "sample.cxreset", pack, folder)
    finally:
        csv.field_size_limit(limit)


def test_a_second_sample_begins_the_next_thirty_days_beside_the_first(
    tmp_path: Path, pack: Pack
) -> None:
    path = tmp_path / "sample-2.cxreset"
    for _ in range(2):  # made anew, there is still one before it
        reset = open_sample(path, pack, CONTENT, fresh=True, cycle=2)
        assert (reset.today, reset.day_number(), reset.sample) == (date(2026, 10, 14), 3, True)
        first, now = cycles_compared(reset.file)
        assert (first.start_on, now.start_on) == (date(2026, 9, 7), date(2026, 10, 12))
        assert first.comments > now.comments > 0 and (first.completed, now.completed) == (2, 0)
        assert first.checkup == (54, 68) and now.checkup == (68, None)
        assert first.pains.keys() & now.pains.keys() == {1, 2, 3}
        assert today_page(reset).marks[0][:3] == ("half", "half", "today"), "in ten minutes each"
        story = make("story", "md", reset.book, pack, reset.today).files[0].data.decode()
        assert "From 7 Sep 2026 | From 12 Oct 2026" in story and "| 2 of 7 | 0 of 5 |" in story
        reset.file.close()
    kept = [each.path.name for each in earlier_resets(path)]
    before = open_reset(earlier_resets(path)[0].path, pack, date.today)
    ended = closing_of(before)
    assert ended.done == ended.total and ended.rests and before.today == date(2026, 10, 9)
    assert (ended.spare_used, ended.untold) == (1, 0)
    _looks_are_in_the_journal(before, 37, 41)
    before.file.close()
    assert kept == ["sample-2.thirty-1.cxreset"]
