"""Layout 1 kept relations and settings as text; what becomes of each in the layout after.

The stored workbook was written by the last release of layout 1: a filled sample, suggestions
accepted, merged, split, dropped and renamed, fires made into pain points, two of the pains gone
since (one joined, one deleted), a template written, choices in Share, personal details hidden.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cxreset.workbook import checkup, choices, suggestions
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily
from cxreset.workbook.journal import pain_of
from cxreset.workbook.maintenance import archive
from cxreset.workbook.maintenance.repair import repair
from cxreset.workbook.opening import HISTORY_ENDED, HOOKS, open_workbook
from cxreset.workbook.storage.backup import backups_of
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.suggestions import DROPPED, SPLIT, Decision
from cxreset.workbook.tables import Answer, Pain
from cxreset.workbook.undo.history import History

STORED = Path(__file__).parents[1] / "fixtures" / "schema-1-relations.cxreset"
MOVED = {"journal.13", "themes", "themes.names", "checkup", "share", "template.owner-request"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(STORED, tmp_path / "my.cxreset"))


@pytest.fixture
def file(old: Path) -> Iterator[WorkbookFile]:
    with closing(open_workbook(old)) as opened:
        yield opened


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def columns(path: Path, table: str) -> str:
    """The columns a table has now: later layouts add to them."""
    return ", ".join(f'"{name}"' for _, name, *_ in rows(path, f"PRAGMA table_info({table})"))


def check_relations(file: WorkbookFile) -> None:
    """Everything that layout 1 said is said by the columns."""
    assert suggestions.decisions(file) == {
        "driver:delivery": Decision(pain_id=6),
        "driver:refund": Decision(name="A name of my own"),
        "driver:lost": Decision(),
        "driver:information": Decision(merged_into="driver:lost"),
        "phrase:chat": Decision(state=SPLIT),
        "driver:damaged": Decision(state=DROPPED),
        "driver:rewards": Decision(pain_id=8),
    }
    book = Workbook(file)
    assert [pain.key if (pain := pain_of(book, line)) else None for line in (1, 13, 14)] == [
        None, 9, None,
    ]  # fmt: skip
    assert checkup.taken(file) == checkup.Taken("start-of-day", date(2026, 9, 7))
    assert choices.template_text(file, "owner-request") == (
        "My own words to the owner.\n\nThank you.", "Support",
    )  # fmt: skip
    assert choices.share_choice(file) == (
        "slips", "docx", "Ben", "/home/dana/slips.docx", "/home/dana",
    )  # fmt: skip
    assert choices.personal_hidden(file)
    assert file.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_relations_become_columns(file: WorkbookFile) -> None:
    check_relations(file)


def test_what_points_nowhere_can_still_be_read(file: WorkbookFile) -> None:
    daily = Daily(file)
    assert daily.answers("themes") == {"driver:refund": "pain 7"}
    assert daily.answers("journal.14") == {"pain": "10"}
    assert daily.draft("action.1.deadline") == "next fri", "a draft that is one stays"


def test_every_other_row_stays_as_it_was(old: Path) -> None:
    names = [name for (name,) in rows(old, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    kept = [
        str(name)
        for name in names
        if not str(name).startswith(("undo_", "search_", "feedback_search", "sqlite_", "ledger"))
        and name not in ("answer", "draft", "journal", "reset", "feedback_aside")
        and name not in ("metric", "measurement")  # test_pilots_upgrade says what becomes of them
    ]
    select = {name: f"SELECT {columns(old, name)} FROM {name} ORDER BY 1, 2" for name in kept}
    before = {name: rows(old, sql) for name, sql in select.items()}
    answers = set(rows(old, "SELECT * FROM answer"))
    open_workbook(old).close()
    assert {name: rows(old, sql) for name, sql in select.items()} == before
    gone = answers - set(rows(old, "SELECT * FROM answer"))
    assert {scope for scope, *_ in gone} == MOVED | {"template.thanks"}


def test_the_leader_is_told_once_that_undo_begins_anew(old: Path) -> None:
    assert rows(old, "SELECT count(*) FROM undo_entry") != [(0,)]
    with closing(open_workbook(old)) as file:
        assert file.notice == HISTORY_ENDED
        assert History(file).next_undo() is None
        assert History(file).next_redo() is None
        suggestions.put(file, "phrase:sofa", DROPPED)
        assert History(file).undo() == "decided on a suggestion"
        assert "phrase:sofa" not in suggestions.decisions(file)
    with closing(open_workbook(old)) as file:
        assert file.notice == ""
    (backup,) = backups_of(old)
    assert rows(backup.path, "SELECT count(*) FROM undo_entry") != [(0,)]


def test_an_archive_of_the_old_layout_comes_in(old: Path, tmp_path: Path) -> None:
    with closing(WorkbookFile(old, connect(old), HOOKS)) as before:
        held = archive.read(before)
    assert held.layout == 1 and "suggestion" not in held.tables
    archive.write(tmp_path / "new.cxreset", held)
    assert backups_of(tmp_path / "new.cxreset") == []
    with (
        closing(open_workbook(tmp_path / "new.cxreset")) as file,
        closing(open_workbook(old)) as upgraded,
    ):
        check_relations(file)
        assert archive.read(file) == archive.read(upgraded)


def test_an_archive_of_today_comes_in_whole(file: WorkbookFile, tmp_path: Path) -> None:
    held = archive.read(file)
    archive.write(tmp_path / "new.cxreset", held)
    with closing(open_workbook(tmp_path / "new.cxreset")) as copy:
        check_relations(copy)
        assert archive.read(copy) == held


def test_a_repair_of_the_old_layout_takes_the_relations_along(old: Path) -> None:
    made = repair(old, datetime(2026, 10, 9, tzinfo=UTC))
    with closing(open_workbook(made.path)) as file:
        check_relations(file)


def test_a_repair_cuts_a_tie_to_a_theme_that_is_gone(file: WorkbookFile) -> None:
    file.connection.execute("PRAGMA foreign_keys = OFF")
    file.connection.execute("DELETE FROM suggestion WHERE theme_id = 'driver:lost'")
    made = repair(file.path, datetime(2026, 10, 9, tzinfo=UTC))
    assert any("suggestion: 1 rows kept without their tie" in line for line in made.lines)
    with closing(open_workbook(made.path)) as copy:
        assert suggestions.decisions(copy)["driver:information"] == Decision()


@pytest.mark.parametrize(
    ("scope", "prompt", "text"),
    [
        ("themes", "a", "pain x"),
        ("themes", "a", "pain 6 "),
        ("themes", "a", "into "),
        ("themes", "a", "something else"),
        ("journal.1", "pain", "06"),
        ("journal.99", "pain", "6"),
        ("journal.1", "other", "6"),
        ("template.owner-request", "other", "x"),
        ("share", "unmasked", "yes"),
    ],
)
def test_what_no_release_wrote_is_left_as_it_is(
    old: Path, scope: str, prompt: str, text: str
) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("INSERT INTO answer VALUES (?, ?, ?)", (scope, prompt, text))
    with closing(open_workbook(old)) as file:
        check = Workbook(file).rows(Answer, scope=scope, prompt=prompt)
        assert [row.text for row in check] == [text]


@pytest.mark.parametrize("taken_on", ["soon", "2026-02-30", "", None])
def test_a_practice_without_its_day_stays_an_answer(old: Path, taken_on: str | None) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("DELETE FROM answer WHERE scope = 'checkup' AND prompt = 'taken_on'")
        if taken_on is not None:
            connection.execute("INSERT INTO answer VALUES ('checkup', 'taken_on', ?)", (taken_on,))
    with closing(open_workbook(old)) as file:
        assert checkup.taken(file) is None
        assert Daily(file).answers("checkup")["practice"] == "start-of-day"


def test_a_pain_that_is_deleted_takes_its_ties_back_with_undo(file: WorkbookFile) -> None:
    book = Workbook(file)
    for pain_id in (6, 9):
        book.remove(Pain, pain_id)
    assert suggestions.decisions(file)["driver:delivery"] == Decision()
    assert pain_of(book, 13) is None
    assert file.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    history = History(file)
    assert [history.undo(), history.undo()] == ["deleted pain point P9", "deleted pain point P6"]
    check_relations(file)
