"""Have two workbooks grown from one?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from cxreset.workbook.merging.layout import Table, tables
from cxreset.workbook.merging.rows import Value, is_blank
from cxreset.workbook.merging.tables import row_at, rows_of
from cxreset.workbook.storage.version import stamps_in

_LOOKED_AT = 500  # of a table's rows; the oldest are in both if any is


def shares_origin(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> bool:
    """They share a change's stamp; or, of copies from before there were stamps, they were begun on
    one day and nothing speaks against it: a name, or a row with words, is the same in both, or one
    of them holds nothing yet."""
    if stamps_in(ours) & stamps_in(theirs):
        return True
    mine, other = _beginning(ours), _beginning(theirs)
    if not mine or mine["created_on"] != (other or {}).get("created_on"):
        return False
    work = [table for table in tables(ours) if table.name != "reset"]
    return (
        mine == other
        or any(not _holds_work(each, work) for each in (ours, theirs))
        or any(_has_common_row(ours, theirs, table) for table in work)
    )


def _beginning(connection: sqlite3.Connection) -> Mapping[str, Value] | None:
    found = connection.execute("SELECT name, organisation, created_on FROM reset").fetchone()
    return dict(zip(("name", "organisation", "created_on"), found, strict=True)) if found else None


def _holds_work(connection: sqlite3.Connection, work: Iterable[Table]) -> bool:
    return any(True for table in work for _ in rows_of(connection, table, 1))


def _has_common_row(ours: sqlite3.Connection, theirs: sqlite3.Connection, table: Table) -> bool:
    """Does a row with words stand in both under one key?"""
    return any(
        row == row_at(ours, table, tuple(row[name] for name in table.keys))
        for row in _oldest(theirs, table)
    )


def _oldest(connection: sqlite3.Connection, table: Table) -> Iterator[Mapping[str, Value]]:
    for row in rows_of(connection, table, _LOOKED_AT):
        if any(not is_blank(row[name]) for name in table.prose):
            yield row
