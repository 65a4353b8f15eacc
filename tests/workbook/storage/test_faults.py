"""What can befall an open workbook: held, full, moved, read-only. Said at once, all or nothing."""

from __future__ import annotations

import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cxreset.base.errors import NotSaved, WorkbookBusy
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage.file import WorkbookFile

NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    (tmp_path / "at").mkdir()
    made = create_workbook(tmp_path / "at" / "my.cxreset")
    yield made
    made.close()


def write(file: WorkbookFile, text: str = "a word") -> None:
    Daily(file).answer("day.1", "question", text)


def test_held_for_long_it_says_so_at_once_each_time(file: WorkbookFile) -> None:
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waits = []  # milliseconds: many fields that try again may not add up
        for _ in range(3):
            waits += file.connection.execute("PRAGMA busy_timeout").fetchone()
            with pytest.raises(WorkbookBusy, match="nothing was written"):
                write(file)
    assert waits[0] == 500 and max(waits[1:]) <= 50
    write(file)
    assert file.connection.execute("PRAGMA busy_timeout").fetchone() == (500,)


def test_the_disk_is_full_and_has_room_again(file: WorkbookFile) -> None:
    (pages,) = file.connection.execute("PRAGMA page_count").fetchone()
    file.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    write(file)
    with pytest.raises(NotSaved, match="the disk is full"):
        write(file, "w" * 100_000)
    assert Daily(file).answers("day.1") == {"question": "a word"}
    file.connection.execute("PRAGMA max_page_count = 100000")
    write(file, "w" * 100_000)
    assert len(Daily(file).answers("day.1")["question"]) == 100_000


@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_the_file_goes_away_while_it_is_open(file: WorkbookFile, how: str) -> None:
    write(file, "before")
    away, whole = file.path.with_name("away"), file.path.read_bytes()
    file.path.rename(away)
    if how == "deleted":
        away.unlink()
    elif how == "replaced":
        file.path.write_bytes(whole)
    with pytest.raises(NotSaved, match="moved, deleted or replaced"):
        write(file, "after")
    if how == "replaced":
        assert file.path.read_bytes() == whole
        return
    assert not file.path.exists(), "no new one is made"
    if how == "moved":
        away.rename(file.path)
        write(file, "after")
        assert Daily(file).answers("day.1") == {"question": "after"}


def as_nobody(folder: Path, work: Callable[[], None]) -> int:
    """Run `work` as a user to whom modes apply; returns its exit code."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    pid = os.fork()
    if pid == 0:
        code = 3
        try:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs another user to be")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_gone_read_only_while_it_is_open(what: str) -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "my.cxreset"
    create_workbook(path).close()

    def work() -> None:
        file = open_workbook(path)
        write(file, "before")
        if what == "folder":
            folder.chmod(0o500)
        else:
            file.close()
            path.chmod(0o400)
            file = open_workbook(path)
        with pytest.raises(NotSaved, match=r"read-only|may not be written"):
            write(file, "after")
        assert Daily(file).answers("day.1") == {"question": "before"}
        folder.chmod(0o700)
        path.chmod(0o600)
        if what == "folder":
            write(file, "after")

    try:
        assert as_nobody(folder, work) == 0
    finally:
        for there in folder.iterdir():
            there.unlink()
        folder.rmdir()


def test_the_journal_is_for_this_user_alone(file: WorkbookFile) -> None:
    before = os.umask(0)
    try:
        with file.transaction() as connection:
            connection.execute("UPDATE focus_timer SET spent_seconds = 1")
            connection.execute("INSERT INTO pain (title) VALUES ('one')")
            journal = file.path.with_name(file.path.name + "-journal")
            assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    finally:
        os.umask(before)
    assert not journal.exists()
