"""The SQL that makes the tables and the classes that read them say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel

from cxreset.base.channels import CHANNELS, COMMENT_NAMES
from cxreset.workbook import tables
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.layout import migrations

TABLES: dict[str, Any] = {
    name: table for name, table in SQLModel.metadata.tables.items() if table is not None
}
# read by the daily module alone, or by undo and search
PLAIN = {"ledger", "reset", "draft", "focus_timer", "presence", "version_stamp"} | {
    *("undo_switch", "undo_entry", "undo_step", "feedback_aside", "feedback_count"),
    *("search_switch", "search_due"),
}
STORED_AS = {str: "TEXT", int: "INTEGER", bool: "INTEGER", date: "TEXT", float: "REAL"}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    made = create_workbook(tmp_path / "new.cxreset")
    yield made
    made.close()


def literal(value: Any) -> str | None:
    """A Python default as SQLite would write it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(int(value))
    return repr(value) if isinstance(value, str) else str(value)


def test_every_table_has_its_class_but_the_plain_ones(file: WorkbookFile) -> None:
    there = {
        name
        for (name,) in file.connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        if not name.startswith(("sqlite_", "feedback_search"))
    }
    assert there == set(TABLES) | PLAIN


def test_every_table_is_strict(file: WorkbookFile) -> None:
    for name, strict in file.connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
    ):
        assert strict or name.startswith(("sqlite_", "feedback_search")), name


@pytest.mark.parametrize("name", sorted(TABLES))
def test_columns_agree(file: WorkbookFile, name: str) -> None:
    sql = {
        column: (kind, bool(required), default, key)
        for _, column, kind, required, default, key in file.connection.execute(
            f"PRAGMA table_info({name})"
        )
    }
    table = TABLES[name]
    assert list(sql) == [column.name for column in table.columns] or name == "evidence"
    assert set(sql) == {column.name for column in table.columns}
    keys = [column.name for column in table.primary_key]
    assert sorted(column for column, column_info in sql.items() if column_info[3]) == sorted(keys)
    for column in table.columns:
        kind, required, default, _ = sql[column.name]
        assert kind == STORED_AS[getattr(column.type, "impl", column.type).python_type], column
        if column.name not in keys:
            assert required == (not column.nullable), column
            ours = literal(column.default.arg) if column.default is not None else None
            assert default == ours, column


@pytest.mark.parametrize("name", sorted(TABLES))
def test_ties_agree(file: WorkbookFile, name: str) -> None:
    sql = {
        (column, other, key): rule
        for _, _, other, column, key, _, rule, _ in file.connection.execute(
            f"PRAGMA foreign_key_list({name})"
        )
    }
    ours = {
        (tie.parent.name, tie.column.table.name, tie.column.name)
        for tie in TABLES[name].foreign_keys
    }
    assert set(sql) == ours
    # A cut tie leaves the row; only the link itself (evidence) goes with either end.
    assert set(sql.values()) <= ({"CASCADE"} if name == "evidence" else {"SET NULL"})


def test_ids_are_never_used_again_by_any_table_with_refs(file: WorkbookFile) -> None:
    for record in tables.RECORDS:
        name = str(record.__tablename__)
        (sql,) = file.connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (name,)
        ).fetchone()
        assert "AUTOINCREMENT" in sql or name == "meeting", name


def test_a_field_names_its_column() -> None:
    # Drafts stand in the file under the column's name, so it outlives a field's.
    assert tables.ShareOut.stored_as("shared_on") == "told_on"
    assert tables.Meeting.stored_as("location") == "place"
    assert tables.Meeting.stored_as("notes") == "notes"


def test_prefixes_are_told_apart() -> None:
    prefixes = [record.prefix for record in tables.RECORDS if record.prefix]
    assert len(prefixes) == len(set(prefixes))
    assert all(re.fullmatch("[A-Z]+", prefix) for prefix in prefixes)


def test_the_ledger_names_every_step(file: WorkbookFile) -> None:
    ledger = [row[0] for row in file.connection.execute("SELECT version FROM ledger")]
    assert ledger == [number for number, _ in migrations()]
    assert file.connection.execute("PRAGMA user_version").fetchone()[0] == ledger[-1]


@pytest.mark.parametrize("table", ["feedback", "channel_seen"])
def test_the_channels_allowed_are_those_known(file: WorkbookFile, table: str) -> None:
    (sql,) = file.connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    allowed = re.search(r"channel IN \(([^)]*)\)", sql)
    assert allowed and tuple(re.findall(r"\w+", allowed[1])) == CHANNELS
    assert set(COMMENT_NAMES) == set(CHANNELS)
