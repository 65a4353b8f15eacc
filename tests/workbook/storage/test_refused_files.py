"""What is no workbook, a newer one or another program's is refused in one sentence, untouched."""

from __future__ import annotations

import os
import random
import sqlite3
from pathlib import Path

import pytest

from cxreset.base.errors import (
    CxresetError,
    WorkbookMissing,
    WorkbookUnusable,
)
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage.layout import APPLICATION_ID

# -- opening what is no workbook


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(WorkbookMissing, match="cxreset start"):
        open_workbook(tmp_path / "a.cxreset")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_folder_a_pipe_and_a_circle(tmp_path: Path) -> None:
    with pytest.raises(WorkbookUnusable, match="is a folder"):
        open_workbook(tmp_path)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(WorkbookUnusable, match="not an ordinary file"):
        open_workbook(pipe)
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    with pytest.raises(WorkbookUnusable, match="cannot be read"):
        open_workbook(circle)


def other_database(path: Path, application_id: int, version: int) -> bytes:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (a)")
    connection.execute(f"PRAGMA application_id = {application_id}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    return path.read_bytes()


NOISE = random.Random(7).randbytes(5_000)
HEAD = b"SQLite format 3\x00"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"Dear diary", "is not a workbook"),
        (NOISE, "is not a workbook"),
        (HEAD, "is damaged|another program"),
        (HEAD + NOISE, "is damaged"),
    ],
    ids=["empty", "text", "noise", "head", "head-and-noise"],
)
def test_no_database(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.cxreset"
    path.write_bytes(data)
    with pytest.raises(WorkbookUnusable, match=message) as raised:
        open_workbook(path)
    assert str(path) in raised.value.sentence
    assert path.read_bytes() == data
    assert sorted(left.name for left in tmp_path.iterdir()) == ["a.cxreset", "home"]


@pytest.mark.parametrize(
    ("application_id", "version", "message"),
    [
        (0, 0, "another program"),
        (42, 1, "another program"),
        (APPLICATION_ID, 999, "newer cxreset"),
    ],
)
def test_anothers_or_a_newer_database(
    tmp_path: Path, application_id: int, version: int, message: str
) -> None:
    path = tmp_path / "a.cxreset"
    data = other_database(path, application_id, version)
    with pytest.raises(WorkbookUnusable, match=message):
        open_workbook(path)
    assert path.read_bytes() == data


def test_a_damaged_workbook_is_said_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.cxreset"
    create_workbook(path).close()
    data = bytearray(path.read_bytes())
    data[4096:] = NOISE[:4096] * (len(data) // 4096 - 1)
    path.write_bytes(data)
    with pytest.raises(CxresetError):
        file = open_workbook(path)
        try:
            Daily(file).tally()
        finally:
            file.close()
    assert path.read_bytes() == bytes(data)
