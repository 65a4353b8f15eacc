"""What a merge needs to know of the tables: keys, references, and which text can be joined.

It is read from the workbook itself, so a new table or column needs no code here.
"""

from __future__ import annotations

import re
import sqlite3
from graphlib import TopologicalSorter
from typing import NamedTuple

_OURS = ("sqlite_", "undo_", "search_", "feedback_")  # how the names of our own tables begin
# What is about a file or a window, and not about the work in it; stamps are brought along apart.
_LEFT_ALONE = ("ledger", "draft", "focus_timer", "presence", "share_choice")
_STAMPS = "version_stamp"
_NOT_WORK = {("reset", "place")}  # the screen last looked at
# References that the layout does not declare: the first comment of a group of equal ones.
_UNDECLARED = {"feedback": {"group_id": "feedback"}}
# Text that is a figure, a code or an address: two of them side by side would be neither.
_CODED = frozenset(
    (
        *("raw", "columns", "scale", "sheet", "value", "sessions", "current", "target", "smallest"),
        *("before", "after", "before_value", "after_value"),
        *("email", "place", "starts_at", "merged_into", "supporter_email"),
    )
)


class Table(NamedTuple):
    """A table to be merged.

    `numbered`: its key is a number given out by the workbook, so that the same one may stand for
    two things in two versions. `references`: column -> table. `prose`: columns of free text.
    """

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    numbered: bool
    references: dict[str, str]
    prose: frozenset[str]

    @property
    def values(self) -> tuple[str, ...]:
        """The columns beside the key."""
        return tuple(column for column in self.columns if column not in self.keys)


def tables(connection: sqlite3.Connection) -> list[Table]:
    """The tables to be merged, each behind those it refers to."""
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    skipped = (*_LEFT_ALONE, _STAMPS)
    found = {
        name: _table(connection, name, sql)
        for name, sql in rows
        if name not in skipped and not name.startswith(_OURS)
    }
    needs = {
        name: sorted({*table.references.values()} - {name}) for name, table in sorted(found.items())
    }
    return [found[name] for name in TopologicalSorter(needs).static_order()]


def _table(connection: sqlite3.Connection, name: str, sql: str) -> Table:
    info = connection.execute(
        "SELECT name, type, pk, dflt_value FROM pragma_table_info(?)", (name,)
    ).fetchall()
    keys = sorted((pk, column) for column, _, pk, _ in info if pk)
    references = connection.execute(
        'SELECT "from", "table" FROM pragma_foreign_key_list(?)', (name,)
    ).fetchall()
    texts = [column for column, kind, pk, _ in info if kind == "TEXT" and not pk]
    return Table(
        name=name,
        columns=tuple(column for column, *_ in info if (name, column) not in _NOT_WORK),
        keys=tuple(column for _, column in keys),
        numbered="AUTOINCREMENT" in sql,
        references={**dict(references), **_UNDECLARED.get(name, {})},
        prose=frozenset(column for column in texts if _is_prose(column, sql)),
    )


def _is_prose(column: str, sql: str) -> bool:
    """Is it free text: neither one of a few words, nor a day, nor a code?"""
    if column in _CODED or column.endswith("_on"):
        return False
    found = re.search(rf"\b{re.escape(column)} TEXT\b([^,\n]*)", sql)
    return found is not None and "NOT NULL" in found[1] and "CHECK" not in found[1]
