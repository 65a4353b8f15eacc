"""A restore as a change that can be taken back: the files kept aside are its other side.

The restored file notes which file was kept. Undoing it copies that file's content into the open
workbook, in one transaction of SQLite's own, and notes the way forward again.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from cxreset.base.errors import NotSaved
from cxreset.base.language.words import _
from cxreset.base.paths import new_private_file, temporary_beside
from cxreset.workbook.storage.backup import back_up, backups_of, fault_of
from cxreset.workbook.storage.backup_names import BEFORE_RESTORE
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded, why
from cxreset.workbook.undo.log import RESTORED
from cxreset.workbook.unsaved.notes import forget_notes


def note_in(path: Path, name: str, kept: Path, at: datetime, *, undone: bool = False) -> None:
    """Make `name` the change done, or undone, last in the file that is to be the workbook.

    `kept` is the file kept aside. Nothing else can be redone after it. Raises NotSaved.
    """
    with closing(connect(path)) as connection, guarded(path), connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM undo_entry WHERE undone")
        entry = connection.execute(
            "INSERT INTO undo_entry (name, at, undone) VALUES (?, ?, ?)",
            (name, at.timestamp(), undone),
        ).lastrowid
        connection.execute(
            "INSERT INTO undo_step (entry_id, tab, kind, mask, c0) VALUES (?, 'reset', ?, 0, ?)",
            (entry, RESTORED, kept.name),
        )


def kept_by(connection: sqlite3.Connection, entry: int) -> str | None:
    """The name of the file an entry of the history goes back to; None for any other change."""
    found = connection.execute(
        "SELECT c0 FROM undo_step WHERE entry_id = ? AND kind = ?", (entry, RESTORED)
    ).fetchone()
    return None if found is None else str(found[0])


def turn(file: WorkbookFile, name: str, kept: str, *, undone: bool) -> None:
    """Undo the restore called `name`, or make it again when it is `undone`.

    Raises NotSaved when the file kept aside is gone or no longer whole, and what writing raises;
    then the workbook is as it was.
    """
    source = next((each.path for each in backups_of(file.path) if each.path.name == kept), None)
    fault = _("it is no longer there") if source is None else fault_of(source)
    if source is None or fault:
        raise NotSaved(
            _("“{name}” cannot be turned back, for the file kept aside, {stored}: {fault}.").format(
                name=name, stored=kept, fault=fault
            )
        )
    if undone:  # nothing has changed since it was undone, and that is kept already
        file.take_content(source)
        forget_notes(file.path)
        return
    at = datetime.fromtimestamp(file.clock(), UTC)
    present = back_up(file.path, at, BEFORE_RESTORE).path
    spare = temporary_beside(source)
    try:  # the way forward is noted in a copy first, so that all of it comes in one step
        with source.open("rb") as old, open(new_private_file(spare), "wb") as new:  # noqa: PTH123
            shutil.copyfileobj(old, new)
        note_in(spare, name, present, at, undone=True)
        file.take_content(spare)
        forget_notes(file.path)
    except OSError as error:
        raise NotSaved(
            _("“{name}” cannot be turned back: {why}.").format(name=name, why=why(error))
        ) from error
    finally:
        for leftover in (spare, spare.with_name(spare.name + "-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def can_be_undone(path: Path) -> bool:
    """Is a restore the change done last in the workbook at `path`?"""
    with closing(connect(path)) as connection:
        last = connection.execute("SELECT max(id) FROM undo_entry WHERE NOT undone").fetchone()[0]
        return last is not None and kept_by(connection, last) is not None
