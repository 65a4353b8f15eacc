"""Words stored since the last backup, when another program has put an older version in place."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxreset.base import locations
from cxreset.base.language.words import ask_anew
from cxreset.base.paths import data_dir
from cxreset.workbook.book import Workbook
from cxreset.workbook.maintenance.erase import Erasure, erase
from cxreset.workbook.maintenance.restore import restore
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage.backup import back_up
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.tables import Answer, Feedback, Pain
from cxreset.workbook.undo.history import History
from cxreset.workbook.unsaved import edits
from cxreset.workbook.unsaved.edits import SessionEdits, find_lost_words
from cxreset.workbook.unsaved.notes import notes_of
from cxreset.workbook.unsaved.words import (
    UnsavedText,
    discard_unsaved,
    find_unsaved,
    read_unsaved,
    take_comments_out,
    write_unsaved,
)

NOW = datetime(2026, 9, 9, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    """A workbook in a window that notes its edits, with one of them backed up."""
    path = tmp_path / "my.cxreset"
    with closing(create_workbook(path)) as made:
        session = SessionEdits(path)
        made.note = session.note
        Workbook(made).add(Pain(title="Late"))
        session.forget_backed_up(back_up(path, NOW).path)
        yield made


def lost(path: Path) -> str:
    """What the next start shows."""
    with closing(open_workbook(path)) as again:
        found = find_lost_words(again)
        return read_unsaved(found) if found else ""


def noted_of(path: Path) -> list[Path]:
    """The files with notes of the workbook there."""
    with closing(connect(path)) as connection:
        return notes_of(path, connection)


def write_three(file: WorkbookFile) -> None:
    book = Workbook(file)
    book.set(Pain, 1, title="Late at")
    book.set(Pain, 1, title="Late at the door")
    book.put(Answer(scope="day.1", prompt="question", text="Größe: 😀\nnext line"))
    book.add(Feedback(text="nobody came", channel="chat"))


def put_backup_over(file: WorkbookFile) -> None:
    """As `cp` does: other bytes in the same file, while it is open."""
    (older,) = file.path.parent.glob("backups/*.cxreset")
    file.path.write_bytes(older.read_bytes())


def test_they_are_shown_at_the_next_start_once(file: WorkbookFile) -> None:
    write_three(file)
    put_backup_over(file)
    file.close()
    words = lost(file.path)
    assert "pain point P1, title:\nLate at the door\n" in words
    assert "Late at\n" not in words, "only the last words of a field"
    assert "answer day.1 question, text:\nGröße: 😀\nnext line\n" in words
    assert "comment C1, text:\nnobody came\n" in words
    assert not noted_of(file.path)
    assert lost(file.path) == words, "they stay until they are put away, and come once"


def test_without_the_notes_they_would_be_gone(file: WorkbookFile) -> None:
    """The control."""
    file.note = None
    write_three(file)
    put_backup_over(file)
    file.close()
    assert lost(file.path) == ""
    with closing(open_workbook(file.path)) as again:
        assert [pain.title for pain in Workbook(again).rows(Pain)] == ["Late"]


def test_what_the_workbook_or_a_backup_holds_is_not_shown(file: WorkbookFile) -> None:
    write_three(file)
    assert lost(file.path) == ""
    session = SessionEdits(file.path)
    file.note = session.note
    assert noted_of(file.path)
    session.forget_backed_up(back_up(file.path, NOW.replace(hour=13)).path)
    assert not noted_of(file.path)
    History(file).undo()  # of what was written, not to be shown as lost
    assert lost(file.path) == ""


def test_a_restore_and_what_is_erased_leave_none(file: WorkbookFile) -> None:
    write_three(file)
    file.close()
    (older,) = file.path.parent.glob("backups/*.cxreset")
    restore(file.path, older, NOW)
    assert lost(file.path) == ""
    with closing(open_workbook(file.path)) as again:
        again.note = SessionEdits(file.path).note
        Workbook(again).add(Feedback(text="nobody came", channel="chat"))
    (notes,) = noted_of(file.path)
    assert "nobody came" in notes.read_text()
    erase(file.path, Erasure())
    assert not noted_of(file.path)


def test_of_a_renamed_and_of_a_moved_workbook_they_are_found(file: WorkbookFile) -> None:
    older = next(file.path.parent.glob("backups/*.cxreset")).read_bytes()
    write_three(file)
    file.close()
    renamed = file.path.rename(file.path.with_name("ours.cxreset"))
    with closing(open_workbook(renamed)) as again:
        again.note = SessionEdits(renamed).note
        Workbook(again).set(Pain, 1, title="Late at the gate")
    moved = renamed.parent / "elsewhere" / "ours.cxreset"
    moved.parent.mkdir()
    renamed.rename(moved)
    assert len(noted_of(moved)) == 2, "noted at either place"
    assert lost(moved) == "", "it holds them all"
    moved.write_bytes(older)
    words = lost(moved)
    assert "Late at the gate" in words
    assert "Late at the door" not in words, "only the last words of a field, wherever it lay"
    assert "nobody came" in words
    assert not noted_of(moved)


def test_a_backup_or_an_erasure_elsewhere_finds_them_too(file: WorkbookFile) -> None:
    write_three(file)
    file.close()
    moved = file.path.rename(file.path.with_name("ours.cxreset"))
    backup = back_up(moved, NOW.replace(hour=13)).path
    SessionEdits(moved).forget_backed_up(backup)
    assert not noted_of(moved)
    with closing(open_workbook(moved)) as again:
        again.note = SessionEdits(moved).note
        Workbook(again).add(Feedback(text="nobody came", channel="chat"))
    for number in range(3):
        moved = moved.rename(moved.with_name(f"ours {number}.cxreset"))
    erase(moved, Erasure())
    assert not list(data_dir().glob("edits/*"))


def test_a_copy_or_another_workbook_is_not_given_them(file: WorkbookFile) -> None:
    copy = file.path.with_name("branch.cxreset")
    copy.write_bytes(next(file.path.parent.glob("backups/*.cxreset")).read_bytes())
    write_three(file)
    file.close()
    assert lost(copy) == "", "they are in the workbook where they were written"
    theirs = noted_of(file.path)
    away = file.path.rename(file.path.with_name("archive.cxreset"))
    with closing(create_workbook(file.path)) as begun:
        Workbook(begun).add(Pain(title="Another beginning"))
    assert lost(file.path) == "", "begun anew at the same path, it is another one"
    assert noted_of(away) == theirs
    with closing(open_workbook(copy)) as again:
        Workbook(again).add(Feedback(text="in the copy", channel="chat"))
    erase(copy, Erasure())
    assert not noted_of(away), "erased everywhere"


def test_a_workbook_without_any_stamp_is_known_by_its_path(file: WorkbookFile) -> None:
    write_three(file)
    file.close()
    with closing(connect(file.path)) as connection:  # as a backup of an older layout has none
        connection.execute("DELETE FROM version_stamp")
    assert "nobody came" in lost(file.path)
    discard_unsaved(file.path.with_name("my unsaved words.txt"))
    assert lost(file.path) == ""


def test_the_notes_are_private_small_and_forgiving(
    file: WorkbookFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_three(file)
    (path,) = noted_of(file.path)
    if hasattr(path, "owner"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    monkeypatch.setattr(edits, "LARGEST", 1_000)
    for number in range(60):
        Workbook(file).set(Pain, 1, title=f"Late {number}")
    assert path.stat().st_size < 1_200
    with path.open("a") as half:
        half.write('["half a li')
    many = [Feedback(text=f"{number}", channel="chat") for number in range(edits.ROWS + 1)]
    before = path.read_bytes()
    book = Workbook(file)
    with file.transaction():
        for row in many:
            book.add(row)
    assert path.read_bytes() == before, "of a large change nothing is noted"
    put_backup_over(file)
    file.close()
    assert "Late 59" in lost(file.path)
    path.parent.mkdir(exist_ok=True)
    path.mkdir()
    with closing(open_workbook(file.path)) as again:  # where nothing can be noted all is stored
        again.note = SessionEdits(file.path).note
        Workbook(again).add(Pain(title="Stored"))
        assert Workbook(again).count(Pain) == 2


@pytest.mark.parametrize("language", ["", "de"])
def test_comments_are_taken_out_whatever_language_the_headings_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    book, comment = tmp_path / "my.cxreset", UnsavedText("comment C1, text", "The parcel sank")
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, language)
    ask_anew()
    path = write_unsaved(book, [comment], NOW)
    write_unsaved(book, [UnsavedText("Next step", "Call them")], NOW)
    monkeypatch.delenv(locations.INTERFACE_VARIABLE)
    ask_anew()  # it may be read in another language than it was written in
    heading = read_unsaved(path).split("\n\n")[0]
    take_comments_out(book)
    text = read_unsaved(path)
    assert "parcel" not in text and "Call them" in text and text.count(heading) == 2
    path.unlink()
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, language)
    ask_anew()
    write_unsaved(book, [comment], NOW)
    take_comments_out(book)
    monkeypatch.delenv(locations.INTERFACE_VARIABLE)
    ask_anew()
    assert find_unsaved(book) is None
