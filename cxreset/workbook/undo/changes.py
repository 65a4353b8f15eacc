"""What was done, for a list of it: each change with the row it was about and that row's words."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.undo.log import columns, main_step

STEPS = 200
"""So many steps of a change are looked at: an import has hundreds of thousands."""
_WORDS = {
    "action": "title",
    "agenda_item": "title",
    "decision": "title",
    "feedback": "text",
    "fix": "title",
    "follow_up": "what",
    "gap": "title",
    "import_batch": "file_name",
    "insight": "title",
    "journal": "text",
    "lesson": "text",
    "pain": "title",
    "person": "name",
    "pilot": "title",
    "procedure": "title",
    "share_out": "what",
    "touchpoint": "name",
    "voice": "text",
}
"""Table -> the column that says what a row is about."""


class Change(NamedTuple):
    """A change that can be undone. `name` is as it was given; `at` in seconds since 1970.

    `table` and `key` (what the first column holds) are of the row that it was mainly about, `words`
    what that row says, or said before it was deleted; both may be text from outside. `columns` are
    those of an edited row that it changed.
    """

    name: str
    at: float
    table: str
    key: str
    words: str
    columns: tuple[str, ...] = ()


def changes(file: WorkbookFile, limit: int) -> list[Change]:
    """The last changes that can be undone, newest first, at most `limit`."""
    connection = file.connection
    with guarded(file.path):
        entries = connection.execute(
            "SELECT id, name, at FROM undo_entry WHERE NOT undone ORDER BY id DESC LIMIT ?",
            (limit,),
        ).fetchall()
        return [_change(connection, *entry) for entry in entries]


def _change(connection: sqlite3.Connection, entry: int, name: str, at: float) -> Change:
    steps = connection.execute(
        "SELECT * FROM (SELECT seq, tab, kind, mask, c0, c1, c2 FROM undo_step"
        " WHERE entry_id = ? ORDER BY seq LIMIT ?)",
        (entry, STEPS),
    ).fetchall()
    if not steps:
        return Change(name=name, at=at, table="", key="", words="")
    seq, table, kind, mask, key, *_ = main_step(steps)
    words = _current(connection, table, key)
    if not words and kind == "delete":
        words = _deleted(connection, table, seq)
    changed = tuple(
        each.name
        for each in columns(connection, table)
        if kind == "update" and each.name != "id" and mask & (1 << each.position)
    )
    return Change(
        name=name,
        at=at,
        table=table,
        key="" if key is None else str(key),
        words=words,
        columns=changed,
    )


def _current(connection: sqlite3.Connection, table: str, key: Any) -> str:
    column = _WORDS.get(table)
    if column is None:
        return ""
    row = connection.execute(
        f"SELECT {column} FROM {table} WHERE id = ?",  # noqa: S608
        (key,),
    ).fetchone()
    return str(row[0] or "") if row else ""


def _deleted(connection: sqlite3.Connection, table: str, seq: int) -> str:
    """The words of a row that is gone, by the step that would bring it back."""
    position = next(
        (col.position for col in columns(connection, table) if col.name == _WORDS.get(table)), None
    )
    if position is None:
        return ""
    (words,) = connection.execute(
        f"SELECT c{position} FROM undo_step WHERE seq = ?",  # noqa: S608
        (seq,),
    ).fetchone()
    return str(words or "")
