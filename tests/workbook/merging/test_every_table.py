"""Two copies of one filled workbook, edited in every table: each word of either is there after."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cxreset.workbook.merging.layout import Table, tables
from cxreset.workbook.merging.merge import merge
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.backup import back_up, fault_of
from tests.paths import ROOT

TODAY, NOON = date(2026, 9, 9), datetime(2026, 9, 9, 12, tzinfo=UTC)
FIXTURES = ROOT / "tests" / "workbook" / "storage" / "fixtures"
FILLED = max(FIXTURES.glob("schema-*.cxreset"), key=lambda path: (len(path.stem), path.stem))
EDITS = 60
SEEDS = [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 60))]


class Editor:
    """Writes words that stand nowhere else into any table of a copy, and deletes rows."""

    def __init__(self, connection: sqlite3.Connection, name: str, seed: int) -> None:
        self.connection = connection
        self.words: list[str] = []
        self._name = name
        self._chance = random.Random(f"{name} {seed}")
        self._tables = tables(connection)

    def edit(self) -> None:
        table = self._chance.choice(self._tables)
        with suppress(sqlite3.IntegrityError):  # what a column's rule or a tie forbids
            self._chance.choice((self._add, self._change, self._change, self._remove))(table)

    def _word(self) -> str:
        word = f"{self._name}{len(self.words):03}x"
        self.words.append(word)
        return word

    def _add(self, table: Table) -> None:
        row: dict[str, str | int | None] = {name: self._word() for name in table.prose}
        for column, other in table.references.items():
            row[column] = self._key(other)
        if not table.numbered:
            for key in table.keys:
                row.setdefault(key, self._word())
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        values = f"({names}) VALUES ({marks})" if row else "DEFAULT VALUES"
        self.connection.execute(f"INSERT INTO {table.name} {values}", [*row.values()])

    def _change(self, table: Table) -> None:
        if table.prose:
            column = self._chance.choice(sorted(table.prose))
            self.connection.execute(
                f"UPDATE {table.name} SET {column} = ? WHERE {self._one(table)}",
                [self._word()],
            )

    def _remove(self, table: Table) -> None:
        if table.name != "reset":
            self.connection.execute(f"DELETE FROM {table.name} WHERE {self._one(table)}")

    def _one(self, table: Table) -> str:
        """One of the first rows, so that both copies meet."""
        keys = ", ".join(table.keys)
        at = self._chance.randrange(3)
        return f"({keys}) = (SELECT {keys} FROM {table.name} ORDER BY {keys} LIMIT 1 OFFSET {at})"

    def _key(self, table: str) -> str | int | None:
        (key,) = next(each.keys[:1] for each in self._tables if each.name == table)
        rows = self.connection.execute(f"SELECT {key} FROM {table} LIMIT 5").fetchall()
        keys: list[str | int | None] = [None, *(found for (found,) in rows)]
        return self._chance.choice(keys)


def content(connection: sqlite3.Connection) -> str:
    """All that is in the tables that are merged."""
    return "\n".join(
        str(row)
        for table in tables(connection)
        for row in connection.execute(f"SELECT * FROM {table.name}")
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_of_both_is_there(seed: int, tmp_path: Path) -> None:
    path, copy = tmp_path / "my.cxreset", tmp_path / "my 2.cxreset"
    shutil.copy(FILLED, path)
    with closing(open_workbook(path)) as file:
        with file.transaction() as connection:  # from here on both bear the stamp of the other
            connection.execute("UPDATE pain SET title = title || '!'")
        back_up(path, NOON)
        shutil.copy(path, copy)
        with closing(open_workbook(copy)) as other:
            for each, name in ((file, "ours"), (other, "theirs")):
                with each.transaction() as connection:
                    editor = Editor(connection, name, seed)
                    for _ in range(EDITS):
                        editor.edit()
                assert len(editor.words) > EDITS / 3
                (tmp_path / name).write_text(
                    " ".join(word for word in editor.words if word in content(connection))
                )
        merge(file, copy, TODAY)
        merged = content(file.connection)
        assert file.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for name in ("ours", "theirs"):
        words = (tmp_path / name).read_text().split()
        assert [word for word in words if word not in merged] == []
    assert fault_of(path) == ""
