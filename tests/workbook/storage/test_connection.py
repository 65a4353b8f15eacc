"""Each connection: its safeguards, its locks, and values that SQLite cannot hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cxreset.base.errors import (
    NotSaved,
    WorkbookBusy,
)
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage.connection import storable
from cxreset.workbook.storage.file import WorkbookFile


def test_locked_by_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cxreset.workbook.storage.connection.LOCK_WAIT_SECONDS", 0.05)
    path = tmp_path / "a.cxreset"
    file = create_workbook(path)
    data = path.read_bytes()
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WorkbookBusy):
            open_workbook(path)
        with pytest.raises(WorkbookBusy, match="nothing was written"):
            Daily(file).answer("day.1", "question", "held")
        with pytest.raises(WorkbookBusy):
            Daily(file).ticks()
        assert path.read_bytes() == data
        holder.communicate("")
    Daily(file).answer("day.1", "question", "free again")
    assert Daily(file).answers("day.1") == {"question": "free again"}
    file.close()


# -- whole transactions


def test_an_interrupted_change_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = create_workbook(tmp_path / "a.cxreset")
    data = file.path.read_bytes()
    with pytest.raises(KeyboardInterrupt), file.transaction() as connection:
        connection.execute("INSERT INTO pain (title) VALUES ('one')")
        with file.transaction():
            connection.execute("INSERT INTO pain (title) VALUES ('two')")
        raise KeyboardInterrupt
    assert file.connection.execute("SELECT count(*) FROM pain").fetchone() == (0,)
    file.close()
    assert file.path.read_bytes() == data


def test_numbers_beyond_sqlite_are_a_sentence(tmp_path: Path) -> None:
    file = create_workbook(tmp_path / "a.cxreset")
    with pytest.raises(NotSaved, match="too large"), file.transaction() as connection:
        connection.execute("INSERT INTO measurement (before_hits) VALUES (?)", (10**30,))
    assert not file.connection.in_transaction
    file.close()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", "plain"),
        ("Größe 😀", "Größe 😀"),
        ("a\udcffb", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_half_characters_are_kept_as_the_replacement_sign(
    tmp_path: Path, text: str, kept: str
) -> None:
    assert storable(text) == kept
    file = create_workbook(tmp_path / "a.cxreset")
    Daily(file).answer(text, text, text)
    assert Daily(file).answers(text) == {kept: kept}
    file.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("synchronous", 3),  # EXTRA: a change that was said to be stored outlives a power cut
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("recursive_triggers", 1),
    ],
)
def test_every_connection_has_its_safeguards(file: WorkbookFile, pragma: str, value: int) -> None:
    assert file.connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_what_is_deleted_is_no_longer_in_the_file(file: WorkbookFile) -> None:
    word = "unmistakable-words-of-a-customer"
    with file.transaction(recorded=False) as connection:
        connection.execute("INSERT INTO feedback (text) VALUES (?)", (f"{word} " * 3_000,))
    assert word.encode() in file.path.read_bytes()
    with file.transaction(recorded=False) as connection:
        connection.execute("DELETE FROM feedback")
    assert word.encode() not in file.path.read_bytes()
