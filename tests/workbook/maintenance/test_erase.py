"""What is erased is gone from every file of ours: a scan of their bytes finds none of the words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import UsageError
from cxreset.base.paths import data_dir
from cxreset.cli import main
from cxreset.programme.model import Pack
from cxreset.reset.reset import open_reset
from cxreset.workbook.book import Workbook
from cxreset.workbook.maintenance.erase import Erasure, erase
from cxreset.workbook.maintenance.second_folder import copy_newest
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.backup import backups_of
from cxreset.workbook.storage.lock import WindowLock
from cxreset.workbook.tables import Feedback, Pain
from cxreset.workbook.unsaved.edits import SessionEdits, find_lost_words

FIRST = "text,customer\nThe zeppelin was late,Ada Marsh\nThe zeppelin was late,Bo Lund\n"
SECOND = "text,customer\nThe walrus was rude,ada  MARSH\nThe gondola sank,Cy Dahl\n"
WORDS = ("zeppelin", "walrus", "gondola")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A workbook with two imports, one of them undone and done again, and backups."""
    path = tmp_path / "my.cxreset"
    workbook = ["--workbook", str(path)]
    assert main(["start", "--name", "Dana", *workbook]) == 0
    for name, content in (("one.csv", FIRST), ("two.csv", SECOND)):
        (tmp_path / name).write_text(content)
        assert main(["import", str(tmp_path / name), *workbook]) == 0
        (tmp_path / name).unlink()
    assert main(["undo", *workbook]) == 0
    assert main(["redo", *workbook]) == 0
    assert main(["backup", *workbook]) == 0
    yield path


def scan(folder: Path) -> set[str]:
    """The words that stand in any file of a folder, in any case."""
    content = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file()).lower()
    return {word for word in WORDS if word.encode() in content}


def test_the_scan_finds_what_only_a_deletion_leaves(path: Path, pack: Pack) -> None:
    """The control: a deletion leaves the words in the history and the backups."""
    reset = open_reset(path, pack, lambda: date(2026, 11, 28))
    with reset.file.transaction() as connection:
        connection.execute("DELETE FROM feedback")
    reset.file.close()
    assert scan(path.parent) == set(WORDS)


def test_all_comments(path: Path, pack: Pack) -> None:
    assert main(["erase", "--comments", "--yes", "--workbook", str(path)]) == 0
    assert scan(path.parent) == set()
    assert backups_of(path), "the backups stay, without them"
    reset = open_reset(path, pack, lambda: date(2026, 11, 28))
    assert reset.history.next_undo() is None
    reset.book.add(Pain(title="Goes on"))
    reset.file.close()


def test_one_import(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["erase", "--workbook", str(path)]) == 0
    assert "one.csv" in capsys.readouterr().out
    assert main(["erase", "--import", "1", "--workbook", str(path)]) == 0
    assert scan(path.parent) == set(WORDS), "only said"
    assert main(["erase", "--import", "1", "--yes", "--workbook", str(path)]) == 0
    assert scan(path.parent) == {"walrus", "gondola"}


def test_one_customer_however_the_name_is_written(path: Path, pack: Pack) -> None:
    done = erase(path, Erasure(customer="Ada Marsh"))
    assert done.comments == 2
    assert scan(path.parent) == {"zeppelin", "gondola"}
    reset = open_reset(path, pack, lambda: date(2026, 11, 28))
    rows = reset.file.connection.execute("SELECT customer, group_id FROM feedback").fetchall()
    assert sorted(rows) == [("Bo Lund", None), ("Cy Dahl", None)], "the next one leads its group"
    found = reset.file.connection.execute(
        "SELECT count(*) FROM feedback_search WHERE feedback_search MATCH 'zeppelin'"
    ).fetchone()
    assert found == (1,)
    reset.file.close()


def test_a_damaged_backup_goes_as_a_whole(path: Path) -> None:
    backup = backups_of(path)[0].path
    backup.write_bytes(backup.read_bytes()[:9000])
    done = erase(path, Erasure())
    assert done.deleted == 1 and not backup.exists()
    assert scan(path.parent) == set()


def test_copies_beside_it_and_their_backups_too(path: Path) -> None:
    copy = path.with_name("my 2.cxreset")
    copy.write_bytes(path.read_bytes())
    assert main(["backup", "--workbook", str(copy)]) == 0
    strange = path.with_name("my 3.cxreset")
    strange.write_bytes(b"not ours")
    done = erase(path, Erasure())
    assert scan(path.parent) == set()
    assert done.left == [strange] and copy.exists()


def test_what_is_noted_of_edits_and_what_was_shown_as_lost(path: Path) -> None:
    older = path.read_bytes()
    with closing(open_workbook(path)) as file:
        file.note = SessionEdits(path).note
        Workbook(file).add(Feedback(text="A zeppelin,\n\nand a walrus", channel="chat"))
        Workbook(file).add(Pain(title="Stays in the file"))
    path.write_bytes(older)  # as an older copy put in its place
    with closing(open_workbook(path)) as file:
        shown = find_lost_words(file)
        assert shown is not None and "zeppelin" in shown.read_text()
        file.note = SessionEdits(path).note
        Workbook(file).add(Feedback(text="One more gondola", channel="chat"))
    noted = list(data_dir().glob("edits/*"))
    assert b"gondola" in noted[0].read_bytes()
    moved = path.rename(path.with_name("ours.cxreset"))
    shown.rename(shown.with_name("ours unsaved words.txt"))
    erase(moved, Erasure())
    assert scan(path.parent) == set()
    assert "Stays in the file" in shown.with_name("ours unsaved words.txt").read_text()


def test_backups_made_under_another_name_or_in_another_folder(path: Path, tmp_path: Path) -> None:
    """Also where another workbook has the name now; those of that workbook stay."""
    second = tmp_path / "drive"
    second.mkdir()
    copy_newest(second, path)
    renamed = path.rename(path.with_name("ours.cxreset"))
    assert main(["start", "--name", "Bo", "--workbook", str(path)]) == 0
    (tmp_path / "other.csv").write_text("text\nThe walrus sang\n")
    assert main(["import", str(tmp_path / "other.csv"), "--workbook", str(path)]) == 0
    (tmp_path / "other.csv").unlink()
    assert main(["backup", "--workbook", str(path)]) == 0
    with closing(open_workbook(renamed)) as file:
        file.note = SessionEdits(renamed).note
        Workbook(file).add(Pain(title="Written before it was moved"))
    assert main(["backup", "--workbook", str(renamed)]) == 0
    (tmp_path / "desk").mkdir()
    moved = renamed.rename(tmp_path / "desk" / "ours.cxreset")
    strange = path.parent / "backups" / "gone.2026-11-20T090000Z.cxreset"
    strange.write_bytes(b"not to be read")
    done = erase(moved, Erasure(), second)
    assert scan(tmp_path) == {"walrus"} and done.left == [strange]
    assert main(["themes", "--workbook", str(path)]) == 0, "the other workbook is whole"


@pytest.mark.parametrize("name", ["my 2.cxreset", "my.thirty-1.cxreset", "mystery.cxreset"])
def test_another_workbook_beside_it_keeps_its_comments(path: Path, name: str) -> None:
    other = path.with_name(name)
    assert main(["start", "--name", "Dana", "--workbook", str(other)]) == 0
    (path.parent / "other.csv").write_text(SECOND)
    assert main(["import", str(path.parent / "other.csv"), "--workbook", str(other)]) == 0
    (path.parent / "other.csv").unlink()
    assert main(["backup", "--workbook", str(other)]) == 0
    before = other.read_bytes()
    done = erase(path, Erasure())
    assert other.read_bytes() == before and done.left == []
    assert scan(path.parent) == {"walrus", "gondola"}


def test_backups_also_where_the_workbook_itself_holds_none(path: Path) -> None:
    erase(path, Erasure(batch=2))
    copy = path.with_name("my 2.cxreset")
    copy.write_bytes(path.read_bytes())
    erase(path, Erasure())
    assert main(["restore", "--workbook", str(path)]) == 0
    (path.parent / "one.csv").write_text(FIRST)
    assert main(["import", str(path.parent / "one.csv"), "--workbook", str(copy)]) == 0
    (path.parent / "one.csv").unlink()
    assert scan(path.parent) == {"zeppelin"}
    assert erase(path, Erasure()).comments == 0
    assert scan(path.parent) == set()


def test_nothing_that_fits_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UsageError, match="nothing was erased"):
        erase(path, Erasure(customer="Nobody"))
    assert path.read_bytes() == before


def test_not_under_an_open_window(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    window = WindowLock(path)
    assert window.take()
    assert main(["erase", "--comments", "--yes", "--workbook", str(path)]) == 1
    assert "open in another window" in capsys.readouterr().err
    window.release()
