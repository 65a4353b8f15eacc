"""A damaged workbook on the command line: one clear sentence, its bytes left, no traceback."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cxreset.base.paths import workbook_path
from cxreset.cli import main
from cxreset.workbook.storage.backup import backups_of
from cxreset.workbook.storage.lock import WindowLock

Damage = Callable[[Path], None]
RANDOM = random.Random(4)


def sql(*statements: str) -> Damage:
    def damage(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return damage


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 + 100)


def cut_short(path: Path) -> None:
    os.truncate(path, 50)


def noise(path: Path) -> None:
    path.write_bytes(RANDOM.randbytes(20_000))


def text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 400)


def head_and_noise(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + RANDOM.randbytes(30_000))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def below_a_file(path: Path) -> None:
    path.unlink()
    path.parent.joinpath("backups").exists()
    path.parent.rename(path.parent.with_name("away"))
    path.parent.write_text("a file")


OTHERS = sql("DROP TABLE reset", "PRAGMA application_id = 77")
DAMAGES: dict[str, tuple[Damage, str]] = {
    "empty": (emptied, "is empty"),
    "truncated": (truncated, "is damaged"),
    "cut in its first page": (cut_short, "is damaged"),
    "noise": (noise, "is not a workbook"),
    "text": (text, "is not a workbook"),
    "its head and noise": (head_and_noise, "is damaged"),
    "another program's": (OTHERS, "another program"),
    "a newer release's": (sql("PRAGMA user_version = 999"), "newer cxreset"),
    "a table missing": (sql("DROP TABLE answer"), "lacks the table answer"),
    "many tables missing": (
        sql("DROP TABLE answer", "DROP TABLE voice", "DROP TABLE lesson", "DROP TABLE metric"),
        "lacks the tables answer, lesson, metric and others",
    ),
    "no word of who began it": (sql("DELETE FROM reset"), "does not say who began it"),
    "a date that is none": (sql("UPDATE reset SET start_on = 'soon'"), "is damaged (a date"),
    "text that is none": (
        sql("UPDATE reset SET name = CAST(x'ff64e4' AS TEXT)"), "a text in it cannot be read",
    ),
    "a folder": (folder, "is a folder"),
    "a circle of links": (circle, "cannot be read"),
    "a pipe": (pipe, "not an ordinary file"),
    "below a file": (below_a_file, "cannot be read"),
}  # fmt: skip


@pytest.fixture
def path(capsys: pytest.CaptureFixture[str]) -> Path:
    """A workbook with a backup of an earlier state."""
    assert main(["start", "--name", "Dana", "--from", "today"]) == 0
    assert main(["backup"]) == 0
    assert main(["done", "1.1"]) == 0
    capsys.readouterr()
    return workbook_path()


def content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("kind", DAMAGES)
def test_one_sentence_and_the_bytes_are_left(
    path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    damage, sentence = DAMAGES[kind]
    damage(path)
    before = content(path) if kind != "a circle of links" else None
    for words in (["today"], [], ["done", "1.2"], ["status"], ["export", "-o", "-"], ["backup"]):
        if words == ["backup"] and kind in ("no word of who began it", "a date that is none",
                                            "text that is none", "truncated"):  # fmt: skip
            continue  # a copy of it can be made all the same, or is refused in its own words
        code = main(words)
        out, err = capsys.readouterr()
        assert (code, out) == (1, ""), words
        assert sentence in err, words
        assert err.startswith("cxreset: ")
        assert err.count("\n") == 1
        assert "Something went wrong" not in err
        assert "Traceback" not in err
    assert main(["doctor"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert "LOOK" in out
    if kind != "a circle of links":
        assert content(path) == before


@pytest.mark.parametrize("kind", [kind for kind in DAMAGES if kind != "below a file"])
def test_the_backup_brings_it_back(
    path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    DAMAGES[kind][0](path)
    plain = path.is_file() and kind != "a circle of links"
    before = content(path) if plain else None
    assert main(["restore"]) == 0
    name = capsys.readouterr().out.split()[4]
    code = main(["restore", name])
    err = capsys.readouterr().err
    if not plain:
        assert code == 1
        assert err.startswith("cxreset: ") and err.count("\n") == 1
        return
    assert code == 0, err
    assert main(["today"]) == 0
    kept = [backup for backup in backups_of(path) if backup.kind == "before-restore"]
    assert [backup.path.read_bytes() for backup in kept] == [before]


def test_flipped_bytes_anywhere_end_in_a_page_or_a_sentence(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = path.read_bytes()
    for number in range(25):
        data = bytearray(whole)
        start = RANDOM.randrange(len(data) - 64)
        data[start : start + 64] = RANDOM.randbytes(64)
        path.write_bytes(data)
        for words in (["today"], ["status"]):
            code = main(words)
            out, err = capsys.readouterr()
            assert "Traceback" not in out + err, number
            assert (code, err) == (0, "") or (code == 1 and err.startswith("cxreset: ")), number
        assert path.read_bytes() == bytes(data)


def test_what_the_doctor_finds(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "LOOK" not in capsys.readouterr().out
    sql(
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO gap (title, pain_id) VALUES ('orphan', 99)",
        "INSERT INTO evidence VALUES (7, 99)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE INDEX feedback_seen ON feedback (row_number)"
        " WHERE seen = 1' WHERE name = 'feedback_seen'",
    )(path)
    sql("INSERT INTO feedback (text, row_number, seen) VALUES ('first', 7, 1)")(path)
    sql(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE INDEX feedback_seen ON feedback (seen)"
        " WHERE seen = 1' WHERE name = 'feedback_seen'",
    )(path)
    path.chmod(0o644)
    before = path.read_bytes()
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    for sentence in (
        "feedback_seen",
        "Only an index is stale",
        "3 ties",
        "in evidence, gap",
        "chmod 600",
    ):
        assert sentence in out, sentence

    assert main(["doctor", "--repair"]) == 0
    out, err = capsys.readouterr()
    assert path.read_bytes() == before, "only a copy is worked on"
    assert "gap: 1 rows kept without their tie to a pain that is gone." in err
    assert "evidence: 1 rows taken out" in err
    assert "it is whole" in err
    assert main(["restore", Path(out.strip()).name]) == 0
    path.chmod(0o600)
    capsys.readouterr()
    assert main(["doctor"]) == 0, capsys.readouterr().out


def test_a_conflicted_copy_is_named_listed_and_merged(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = path.with_name(f"{path.stem}.sync-conflict-20261128-193000-ABCDEFG{path.suffix}")
    shutil.copy(path, copy)
    assert main(["done", "1.2", "--workbook", str(copy)]) == 0
    assert main(["doctor"]) == 1
    assert copy.name in capsys.readouterr().out
    assert main(["merge"]) == 0
    assert f"{copy}  (Syncthing)" in capsys.readouterr().out
    assert main(["merge", "--dry-run", str(copy)]) == 0
    assert main(["merge", str(copy)]) == 0
    assert capsys.readouterr().out.count("Added: 1 step tick.") == 2
    assert main(["merge"]) == 0
    assert capsys.readouterr().out == "", "all that it holds is here"


def test_nothing_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.cxreset")
    for words in (["backup"], ["doctor", "--repair"]):
        assert main([*words, "--workbook", gone]) == 1
        assert "There is no workbook" in capsys.readouterr().err
    assert main(["restore", "--workbook", gone]) == 0
    assert "no backup" in capsys.readouterr().err
    long = str(tmp_path / ("n" * 300))
    for words in (["today"], ["backup"], ["doctor"], ["restore"]):
        main([*words, "--workbook", long])
        out, err = capsys.readouterr()
        assert "went wrong" not in err + out, words
    assert not Path(gone).exists()


def test_nothing_is_put_back_under_an_open_window(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup"]) == 0
    backup = backups_of(path)[0].path.name
    before = path.read_bytes()
    window = WindowLock(path)
    assert window.take()
    assert main(["restore", backup]) == 1
    assert "open in another window" in capsys.readouterr().err
    assert path.read_bytes() == before
    window.release()
    assert main(["restore", backup]) == 0
