"""What is told of a workbook and of the place it lies in; nothing is changed by looking."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from cxreset.workbook.daily import Daily, Settings
from cxreset.workbook.feedback.comments import CommentRepository, Filter
from cxreset.workbook.maintenance.doctor import ROOM, around, inside, look
from cxreset.workbook.maintenance.repair import repair
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.search import rebuild, stale
from cxreset.workbook.storage.backup import back_up, folder_of

DAY = date(2026, 9, 7)
NOW = datetime(2026, 9, 8, 12).astimezone()
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook with one comment, in a folder for this user alone."""
    path = tmp_path / "own" / "my.cxreset"
    path.parent.mkdir(mode=0o700)
    with closing(create_workbook(path)) as file:
        Daily(file).begin(Settings("Dana", "", DAY, (0, 1, 2, 3, 4), None, DAY))
        CommentRepository(file).capture("late again", "survey", DAY)
    return path


def troubles(path: Path, now: datetime = NOW) -> list[str]:
    """What is not well."""
    return [finding.text for finding in look(path, now) if not finding.well]


def test_a_workbook_with_a_backup_is_well(path: Path) -> None:
    back_up(path, NOW)
    before = path.read_bytes()
    assert troubles(path) == []
    assert len(look(path, NOW)) >= 7
    assert path.read_bytes() == before


def test_without_a_good_backup_it_says_how_to_make_one(path: Path) -> None:
    assert troubles(path) == ["There is no good backup yet. Make one with: cxreset backup"]
    backup = back_up(path, NOW).path
    backup.write_bytes(backup.read_bytes()[:5_000])
    assert len(troubles(path)) == 1
    back_up(path, NOW + timedelta(hours=1))
    assert troubles(path) == []


@pytest.mark.parametrize(
    ("days", "age"), [(0, "less than a day"), (1, "a day"), (9, "9 days"), (-3, "less than a day")]
)
def test_it_says_how_old_the_newest_good_backup_is(path: Path, days: int, age: str) -> None:
    back_up(path, NOW)
    texts = [finding.text for finding in around(path, NOW + timedelta(days=days, minutes=1))]
    assert f"1 backup in {folder_of(path)}; the newest good one: {age} old." in texts


def test_ties_to_lines_that_are_gone_are_counted(path: Path) -> None:
    back_up(path, NOW)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO gap (title, pain_id) VALUES ('orphan', 99)")
        connection.execute("INSERT INTO evidence VALUES (1, 99)")
    assert troubles(path) == ["3 ties lead to lines that are gone (in evidence, gap)."]


def test_a_file_that_is_no_workbook_is_one_sentence(path: Path) -> None:
    path.write_bytes(b"Dear diary,\n" * 400)
    (finding,) = inside(path, NOW)
    assert not finding.well and "is not a workbook" in finding.text


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_whoever_else_can_read_it_is_named_with_the_way_out(path: Path) -> None:
    backup = back_up(path, NOW).path
    for one, mode in ((path, 0o640), (backup, 0o604), (backup.parent, 0o755)):
        one.chmod(mode)
    assert troubles(path) == [
        f"Others can read {path}. Close it with: chmod 600 '{path}'",
        f"Others can read {backup.parent}. Close it with: chmod 700 '{backup.parent}'",
        f"Others can read {backup}. Close it with: chmod 600 '{backup}'",
    ]


def test_too_little_room_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(path, NOW)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(ROOM, 0, ROOM))
    assert troubles(path) == []
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(ROOM, 1, ROOM - 1))
    assert troubles(path) == ["49 MB are free on its disk."]


def test_only_what_was_left_behind_over_an_hour_ago_is_told(path: Path) -> None:
    back_up(path, NOW)
    left = path.with_name(f".{path.stem}.cxreset.77.new")
    left.touch()
    for minutes, found in ((59, []), (61, [left])):
        at = (NOW - timedelta(minutes=minutes)).timestamp()
        os.utime(left, (at, at))
        expected = [f"A temporary file was left behind and can be deleted: {one}" for one in found]
        assert troubles(path) == expected


def test_a_folder_of_a_cloud_service_is_named(path: Path, tmp_path: Path) -> None:
    moved = tmp_path / "OneDrive - Harbour" / path.name
    moved.parent.mkdir(mode=0o700)
    path.rename(moved)
    back_up(moved, NOW)
    (text,) = troubles(moved)
    assert "OneDrive" in text


def test_a_stale_search_index_is_seen_and_repair_mends_it(path: Path) -> None:
    back_up(path, NOW)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE search_switch SET noting = 0")
        other.execute("UPDATE feedback SET text = 'something else'")
        other.execute("UPDATE search_switch SET noting = 1")
    before = path.read_bytes()
    (text,) = troubles(path)
    assert "search index" in text
    assert path.read_bytes() == before
    with closing(open_workbook(repair(path, NOW).path)) as mended:
        assert list(CommentRepository(mended).ids(Filter(words="something"))) == [1]
        assert not stale(mended.connection)
    with closing(open_workbook(path)) as file:
        with file.transaction(recorded=False) as connection:
            rebuild(connection)
        assert list(CommentRepository(file).ids(Filter(words="something"))) == [1]
    assert troubles(path) == []
