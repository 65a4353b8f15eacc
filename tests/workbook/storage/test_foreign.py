"""What cxreset did not put into a workbook is refused by name, and a clean copy is to be had."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxreset.base.errors import WorkbookUnusable
from cxreset.cli import main
from cxreset.workbook.daily import Daily
from cxreset.workbook.maintenance.repair import repair
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage import layout
from cxreset.workbook.storage.layout import known_objects, listed, objects_in
from scripts.layout import objects
from tests.paths import ROOT

STORED = ROOT / "tests" / "workbook" / "storage" / "fixtures"
NOON = datetime(2026, 9, 9, 12, tzinfo=UTC)
FOREIGN = {
    "the trigger tamper": "CREATE TRIGGER tamper AFTER UPDATE ON pain BEGIN DELETE FROM gap; END",
    "the view pains": "CREATE VIEW pains AS SELECT title FROM pain",
    "the index by_title": "CREATE UNIQUE INDEX by_title ON touchpoint (name)",
    "the table notes": "CREATE TABLE notes (text TEXT)",
    "the generated column loud of pain": "ALTER TABLE pain ADD COLUMN loud TEXT AS (upper(title))",
    "the trigger undo_pain_update": (
        "DROP TRIGGER undo_pain_update; CREATE TRIGGER undo_pain_update AFTER UPDATE ON pain"
        " BEGIN DELETE FROM evidence; END"
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(create_workbook(tmp_path / "my.cxreset")) as file:
        Daily(file).answer("day.1", "question", "a word")
        return file.path


def put_in(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


@pytest.mark.parametrize("name", FOREIGN)
def test_it_is_refused_by_name_and_a_clean_copy_holds_the_words(name: str, path: Path) -> None:
    put_in(path, FOREIGN[name])
    before = path.read_bytes()
    with pytest.raises(WorkbookUnusable, match=f"{name}.*doctor --repair"):
        open_workbook(path)
    assert path.read_bytes() == before
    copy = repair(path, NOON).path
    with closing(open_workbook(copy)) as file:
        assert Daily(file).answers("day.1") == {"question": "a word"}


def test_in_an_older_layout_too(tmp_path: Path) -> None:
    path = tmp_path / "old.cxreset"
    shutil.copy(STORED / "schema-1.cxreset", path)
    put_in(path, FOREIGN["the trigger tamper"])
    with pytest.raises(WorkbookUnusable, match="the trigger tamper"):
        open_workbook(path)


def test_every_command_says_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_in(path, FOREIGN["the view pains"])
    assert main(["status", "--workbook", str(path)]) == 1
    assert "the view pains" in capsys.readouterr().err
    assert main(["doctor", "--workbook", str(path)]) == 1
    assert "the view pains" in capsys.readouterr().out


def test_what_is_missing_is_found_by_the_doctor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my.cxreset"
    assert main(["start", "--name", "Dana", "--workbook", str(path)]) == 0
    put_in(path, "DROP TRIGGER undo_pain_update; DROP INDEX evidence_feedback")
    open_workbook(path).close()
    assert main(["doctor", "--workbook", str(path)]) == 1
    found = capsys.readouterr().out
    assert "the index evidence_feedback and the trigger undo_pain_update" in found


def test_the_list_of_our_own_is_that_of_a_new_workbook() -> None:
    """Not so? A layout has changed: python -m scripts.layout"""
    assert objects() == known_objects()


@pytest.mark.parametrize("stored", sorted(STORED.glob("*.cxreset")), ids=lambda path: path.stem)
def test_and_that_of_every_one_brought_up_to_date(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    shutil.copy(stored, path)
    with closing(open_workbook(path)) as file:
        assert listed(objects_in(file.connection)) == known_objects()
    assert layout.migrations()
