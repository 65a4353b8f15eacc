"""The rows of all tables, taken from another version: each where it belongs here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from cxreset.workbook.merging.layout import Table, tables
from cxreset.workbook.merging.report import Merged
from cxreset.workbook.merging.rows import Row, Value, is_same_thing, merged

Key = tuple[Value, ...]


class Difference(NamedTuple):
    """The rows under one key that are not the same here and there; None where there is none."""

    key: Key
    ours: dict[str, Value] | None
    theirs: dict[str, Value] | None


def merge_tables(
    ours: sqlite3.Connection,
    theirs: sqlite3.Connection,
    base: sqlite3.Connection | None,
    report: Merged,
) -> None:
    """Change the rows of `ours`, inside its transaction; `report` is filled."""
    merge = _Merge(ours, theirs, base, report)
    for table in tables(ours):
        merge.take(table)


class _Merge:
    """The tables one after the other, each behind those it refers to.

    `_numbers` says, by table, which number here stands for one of the other version; None for what
    was removed here. Most numbers are the same and are not in it.
    """

    def __init__(
        self,
        ours: sqlite3.Connection,
        theirs: sqlite3.Connection,
        base: sqlite3.Connection | None,
        report: Merged,
    ) -> None:
        self._ours, self._theirs, self._base = ours, theirs, base
        self._report = report
        self._numbers: dict[str, dict[Value, Value]] = {}

    def take(self, table: Table) -> None:
        """Everything in a table that differs; only that is held in memory."""
        for key, mine, other in list(self._differences(table)):
            before = self._before(table, key)
            if other is None:
                self._removed_there(table, key, mine, before)
            elif mine is None and before is not None and other == before:
                self._rename(table, key, None)  # removed here, and as it was there
            else:
                self._written_there(table, key, other, before)

    def _differences(self, table: Table) -> Iterator[Difference]:
        """Both versions side by side in the order of their keys."""
        mine, others = _Cursor(self._ours, table), _Cursor(self._theirs, table)
        while mine.row is not None or others.row is not None:
            key = min(each.key for each in (mine, others) if each.row is not None)
            ours = mine.take(key)
            theirs = others.take(key)
            if ours is None or theirs is None or ours != self._here(table, theirs):
                yield Difference(key, ours, theirs)

    def _before(self, table: Table, key: Key) -> dict[str, Value] | None:
        return row_at(self._base, table, key) if self._base is not None else None

    def _removed_there(self, table: Table, key: Key, mine: Row | None, before: Row | None) -> None:
        """Gone here too, unless it was changed here or is new."""
        if mine is not None and mine == before:
            where = " AND ".join(f"{name} = ?" for name in table.keys)
            self._ours.execute(f"DELETE FROM {table.name} WHERE {where}", key)  # noqa: S608
            _add_one(self._report.removed, table)

    def _written_there(self, table: Table, key: Key, other: Row, before: Row | None) -> None:
        here = self._here(table, other)
        mine = row_at(self._ours, table, tuple(here[name] for name in table.keys))
        if mine is None:
            self._insert(table, here)
        elif table.numbered and before is None and not is_same_thing(table, mine, here):
            number = self._free(table)
            self._rename(table, key, number)
            self._insert(table, {**here, table.keys[0]: number})
        else:
            self._update(table, mine, here, before)

    def _here(self, table: Table, row: Row) -> dict[str, Value]:
        """A row of the other version with the numbers that things have here."""
        here = dict(row)
        for column, other in table.references.items():
            numbers = self._numbers.get(other)
            if numbers:
                here[column] = numbers.get(row[column], row[column])
        return here

    def _rename(self, table: Table, key: Key, number: Value) -> None:
        self._numbers.setdefault(table.name, {})[key[0]] = number

    def _free(self, table: Table) -> int:
        """A number that neither version has given out."""
        sql = f"SELECT coalesce(max({table.keys[0]}), 0) FROM {table.name}"  # noqa: S608
        (mine,), (other,) = (each.execute(sql).fetchone() for each in (self._ours, self._theirs))
        return int(max(mine, other)) + 1

    def _insert(self, table: Table, row: Row) -> None:
        if any(row[name] is None for name in table.keys):
            return  # a tie to what was removed here
        names = ", ".join(table.columns)
        marks = ", ".join("?" * len(table.columns))
        values = [row[name] for name in table.columns]
        self._ours.execute(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", values)  # noqa: S608
        _add_one(self._report.added, table)

    def _update(self, table: Table, mine: Row, other: Row, before: Row | None) -> None:
        changes, kept = merged(table, mine, other, before)
        self._report.kept += kept
        if not changes:
            return
        names = ", ".join(f"{name} = ?" for name in changes)
        where = " AND ".join(f"{name} = ?" for name in table.keys)
        values = [*changes.values(), *(mine[name] for name in table.keys)]
        self._ours.execute(f"UPDATE {table.name} SET {names} WHERE {where}", values)  # noqa: S608
        _add_one(self._report.changed, table)


class _Cursor:
    """A table's rows in the order of its key, one at a time."""

    def __init__(self, connection: sqlite3.Connection, table: Table) -> None:
        names, order = ", ".join(table.columns), ", ".join(table.keys)
        self._table = table
        self._found = connection.execute(f"SELECT {names} FROM {table.name} ORDER BY {order}")  # noqa: S608
        self.row: dict[str, Value] | None = None
        self.key: Key = ()
        self._next()

    def take(self, key: Key) -> dict[str, Value] | None:
        """The row under that key, if it is the next one."""
        row = self.row
        if row is None or self.key != key:
            return None
        self._next()
        return row

    def _next(self) -> None:
        values = self._found.fetchone()
        self.row = None if values is None else dict(zip(self._table.columns, values, strict=True))
        if self.row is not None:
            self.key = tuple(self.row[name] for name in self._table.keys)


def row_at(connection: sqlite3.Connection, table: Table, key: Key) -> dict[str, Value] | None:
    """The row under that key; None where there is none."""
    names = ", ".join(table.columns)
    where = " AND ".join(f"{name} = ?" for name in table.keys)
    sql = f"SELECT {names} FROM {table.name} WHERE {where}"  # noqa: S608
    values = connection.execute(sql, key).fetchone()
    return None if values is None else dict(zip(table.columns, values, strict=True))


def rows_of(connection: sqlite3.Connection, table: Table, limit: int) -> Iterator[Row]:
    """The first rows in the order of their keys."""
    names, order = ", ".join(table.columns), ", ".join(table.keys)
    sql = f"SELECT {names} FROM {table.name} ORDER BY {order} LIMIT ?"  # noqa: S608
    for values in connection.execute(sql, (limit,)):
        yield dict(zip(table.columns, values, strict=True))


def _add_one(counts: dict[str, int], table: Table) -> None:
    counts[table.name] = counts.get(table.name, 0) + 1
