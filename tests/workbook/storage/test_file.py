"""One file: made for one user, whole or not at all, and nothing else's file ever touched."""

from __future__ import annotations

import errno
import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cxreset.base.errors import (
    CxresetError,
    NotSaved,
    WorkbookBusy,
    WorkbookMissing,
    WorkbookUnusable,
)
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage.connection import storable
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.layout import APPLICATION_ID
from tests.paths import ROOT


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_for_this_user_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "deep" / "folder" / "a.cxreset"
    path.parent.parent.mkdir()
    before = os.umask(umask)
    try:
        create_workbook(path).close()
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling"])
def test_never_over_what_is_there(tmp_path: Path, kind: str) -> None:
    path, other = tmp_path / "a.cxreset", tmp_path / "other"
    other.write_text("precious")
    if kind == "file":
        path.write_text("precious")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(other if kind == "link" else tmp_path / "nowhere")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(WorkbookUnusable, match="exists already"):
        create_workbook(path)
    assert sorted(tmp_path.iterdir()) == before
    assert other.read_text() == "precious"
    assert not (tmp_path / "nowhere").exists()


def theirs(path: Path) -> None:
    path.write_text("theirs")


def test_a_name_taken_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.cxreset"
    with pytest.raises(WorkbookUnusable, match="by another window"):
        create_workbook(path, lambda file: theirs(path))
    assert path.read_text() == "theirs"
    assert list(tmp_path.glob(".*.new*")) == []


def no_links(source: object, target: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_made_where_nothing_can_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.cxreset"
    create_workbook(path).close()
    assert mode(path) == 0o600
    with pytest.raises(WorkbookUnusable, match="by another window"):
        other = tmp_path / "b.cxreset"
        create_workbook(other, lambda file: theirs(other))
    assert other.read_text() == "theirs"


@pytest.mark.parametrize(
    "name", ["file/in/it.cxreset", "file/it.cxreset", "n" * 300], ids=["below", "in", "long"]
)
def test_a_place_that_cannot_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(WorkbookUnusable, match="No workbook can be made") as raised:
        create_workbook(tmp_path / name)
    assert raised.value.sentence.count("\n") == 0
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["file"]


def test_what_the_first_words_raise_leaves_nothing(tmp_path: Path) -> None:
    def interrupted(file: WorkbookFile) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create_workbook(tmp_path / "a.cxreset", interrupted)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_while_it_is_made(tmp_path: Path, how: signal.Signals) -> None:
    path = tmp_path / "a.cxreset"
    program = f"""
        import os, signal
        from pathlib import Path
        from cxreset.workbook.opening import create_workbook, open_workbook
        from cxreset.workbook.storage.file import WorkbookFile

        def die(file):
            os.kill(os.getpid(), {int(how)})
        create_workbook(Path({str(path)!r}), die)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        cwd=ROOT,
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == -how, done.stderr
    assert not path.exists()
    if how == signal.SIGINT:
        assert [left.name for left in tmp_path.iterdir()] == ["home"]
    create_workbook(path).close()
    open_workbook(path).close()


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


def test_no_word_of_who_began_it(tmp_path: Path) -> None:
    file = create_workbook(tmp_path / "a.cxreset")
    with pytest.raises(WorkbookUnusable, match="does not say who began it"):
        Daily(file).settings()
    file.close()


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


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    with closing(create_workbook(tmp_path / "new.cxreset")) as made:
        yield made


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
