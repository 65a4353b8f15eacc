"""A restore as a change that can be taken back: the files kept aside are its other side.

The restored file notes which file was kept. Undoing it copies that file's content into the open
workbook, in one transaction of SQLite's own, and notes the way forward again.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from cxreset.errors import NotSaved
from cxreset.workbook.backup import BEFORE_RESTORE, back_up, backups_of, fault_of
from cxreset.workbook.file import WorkbookFile, connect

KIND = "restored"  # of a step in the history; its first value names the file kept aside


def note(connection: sqlite3.Connection, name: str, kept: str, at: float, *, undone: bool) -> None:
    """Make `name` the change done, or undone, last; nothing else can be redone after it.

    `kept` is the name of the file kept aside; `at` is in seconds since 1970.
    """
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM undo_entry WHERE undone")
        entry = connection.execute(
            "INSERT INTO undo_entry (name, at, undone) VALUES (?, ?, ?)", (name, at, undone)
        ).lastrowid
        connection.execute(
            "INSERT INTO undo_step (entry_id, tab, kind, mask, c0) VALUES (?, 'reset', ?, 0, ?)",
            (entry, KIND, kept),
        )


def kept_by(connection: sqlite3.Connection, entry: int) -> str | None:
    """The name of the file an entry of the history goes back to; None for any other change."""
    found = connection.execute(
        "SELECT c0 FROM undo_step WHERE entry_id = ? AND kind = ?", (entry, KIND)
    ).fetchone()
    return None if found is None else str(found[0])


def turn(file: WorkbookFile, name: str, kept: str, *, undone: bool) -> None:
    """Undo the restore called `name`, or make it again when it is `undone`.

    Raises NotSaved when the file kept aside is gone or no longer whole, and what writing raises;
    then the workbook is as it was.
    """
    source = next((each.path for each in backups_of(file.path) if each.path.name == kept), None)
    fault = "it is no longer there" if source is None else fault_of(source)
    if source is None or fault:
        raise NotSaved(f"“{name}” cannot be turned back, for the file kept aside, {kept}: {fault}.")
    if undone:  # nothing has changed since it was undone, and that is kept already
        file.take_content(source)
        return
    at = file.clock()
    present = back_up(file.path, datetime.fromtimestamp(at, UTC), BEFORE_RESTORE).path
    file.take_content(source)
    note(file.connection, name, present.name, at, undone=True)


def note_in(path: Path, name: str, kept: Path, at: datetime) -> None:
    """Note a restore in the file that is to take the workbook's place."""
    with closing(connect(path)) as connection:
        note(connection, name, kept.name, at.timestamp(), undone=False)


def can_be_undone(path: Path) -> bool:
    """Is a restore the change done last in the workbook at `path`?"""
    with closing(connect(path)) as connection:
        last = connection.execute("SELECT max(id) FROM undo_entry WHERE NOT undone").fetchone()[0]
        return last is not None and kept_by(connection, last) is not None
