"""Another version in the workbook's place, or over its bytes, is noticed; other writers are not."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cxreset.base.errors import WorkbookReplaced
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage import version
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.version import add_stamp, first_stamp, has_grown_from, newest_stamp

COUNTER = slice(24, 28)  # where SQLite counts changes in the first page


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    """An open workbook that has been written to and looked at."""
    with closing(create_workbook(tmp_path / "my.cxreset")) as file:
        write(file, "first")
        file.notice_other_version()
        yield file


def write(file: WorkbookFile, text: str) -> None:
    Daily(file).answer("day.1", "question", text)


def other_version(file: WorkbookFile) -> Path:
    """What another machine made of an older copy: as long, and counted as often."""
    older = file.path.with_name("older.cxreset")
    shutil.copy(file.path, older)
    write(file, "here")
    with closing(open_workbook(older)) as other:
        write(other, "ther")
    content = bytearray(older.read_bytes())
    content[COUNTER] = file.path.read_bytes()[COUNTER]
    older.write_bytes(content)
    return older


def overwrite(path: Path, other: Path) -> None:
    """As `cp` does: the same file, other bytes."""
    content = other.read_bytes()
    with path.open("r+b") as target:
        target.write(content)
        target.truncate()


def rename(path: Path, other: Path) -> None:
    other.replace(path)


@pytest.mark.parametrize("put", [overwrite, rename])
def test_another_version_is_noticed_and_not_written_over(
    file: WorkbookFile, put: Callable[[Path, Path], None]
) -> None:
    other = other_version(file)
    content = other.read_bytes()
    put(file.path, other)
    for _ in range(2):
        with pytest.raises(WorkbookReplaced):
            file.notice_other_version()
        with pytest.raises(WorkbookReplaced):
            write(file, "never")
    assert file.path.read_bytes() == content


def test_without_the_stamps_an_overwritten_file_would_be_written_over(
    file: WorkbookFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with the check switched off the other version is lost."""
    other = other_version(file)
    overwrite(file.path, other)
    monkeypatch.setattr(WorkbookFile, "notice_other_version", lambda file: None)
    write(file, "over it")
    assert file.path.read_bytes() != other.read_bytes()


def test_what_another_window_or_command_writes_is_seen(file: WorkbookFile) -> None:
    for number in range(3):
        with closing(open_workbook(file.path)) as other:
            write(other, f"from elsewhere {number}")
        file.notice_other_version()
        assert Daily(file).answers("day.1") == {"question": f"from elsewhere {number}"}
        write(file, f"and from here {number}")


def test_a_file_that_is_only_touched_is_the_same(file: WorkbookFile) -> None:
    os.utime(file.path, ns=(1, 1))
    file.notice_other_version()
    write(file, "goes on")


def test_a_file_that_is_gone_and_back_is_the_same(file: WorkbookFile) -> None:
    elsewhere = file.path.with_name("elsewhere")
    file.path.rename(elsewhere)
    with pytest.raises(WorkbookReplaced):
        file.notice_other_version()
    elsewhere.rename(file.path)
    write(file, "goes on")


def test_what_is_no_workbook_is_another_version(file: WorkbookFile) -> None:
    with file.path.open("r+b") as target:
        target.truncate(0)
    with pytest.raises(WorkbookReplaced):
        file.notice_other_version()


def test_a_change_adds_one_stamp_and_an_empty_one_none(file: WorkbookFile) -> None:
    def stamps() -> int:
        (count,) = file.connection.execute("SELECT count(*) FROM version_stamp").fetchone()
        return int(count)

    before = stamps()
    write(file, "once more")
    assert stamps() == before + 1
    with file.transaction():
        pass
    assert stamps() == before + 1


def test_old_stamps_go(file: WorkbookFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "KEPT", 50)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE version_stamp (seq INTEGER PRIMARY KEY, stamp BLOB)")
        assert newest_stamp(connection) == b""
        stamps = [add_stamp(connection) for _ in range(200)]
        assert newest_stamp(connection) == stamps[-1]
        assert has_grown_from(connection, b"")
        assert has_grown_from(connection, stamps[-50])
        assert not has_grown_from(connection, stamps[100])
        assert first_stamp(connection) == stamps[0], "by which every copy is known for ever"
