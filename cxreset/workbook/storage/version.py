"""Which version of a workbook's content a file holds.

Every change adds a random stamp to a chain. A file that holds the stamp seen last has grown from
what was seen, whoever wrote since; a file that lacks it is another version, put in the workbook's
place or copied over its bytes. SQLite's own counter does not tell: in a copy it may be equal.
"""

from __future__ import annotations

import os
import sqlite3
from os import PathLike

from cxreset.base.errors import WorkbookUnusable
from cxreset.base.record import Record
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.messages import guarded

KEPT = 10_000  # stamps; so many changes back two files can be compared
TRIM_EVERY = 100


class Footprint(Record):
    """What the system tells of a file: equal as long as nobody wrote to it or replaced it."""

    device: int
    inode: int
    size: int
    changed_ns: int

    def is_same_file(self, other: Footprint | None) -> bool:
        """Is it the same file, whatever was written into it?"""
        return other is not None and self[:2] == other[:2]


def footprint(path: str | PathLike[str]) -> Footprint | None:
    """Of the file a path leads to now; None when there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return Footprint(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def add_stamp(connection: sqlite3.Connection) -> bytes:
    """Mark a change; called inside the transaction that makes it."""
    stamp = os.urandom(8)
    seq = connection.execute("INSERT INTO version_stamp (stamp) VALUES (?)", (stamp,)).lastrowid
    if seq is not None and seq % TRIM_EVERY == 0:
        connection.execute(
            "DELETE FROM version_stamp WHERE seq <= ?"
            " AND seq > (SELECT min(seq) FROM version_stamp)",
            (seq - KEPT,),
        )
    return stamp


def first_stamp(connection: sqlite3.Connection) -> bytes:
    """The stamp of the first change, which every copy holds for ever; empty when there was none."""
    row = connection.execute("SELECT stamp FROM version_stamp ORDER BY seq LIMIT 1").fetchone()
    return row[0] if row else b""


def newest_stamp(connection: sqlite3.Connection) -> bytes:
    """The stamp of the last change; empty when there was none."""
    row = connection.execute("SELECT stamp FROM version_stamp ORDER BY seq DESC LIMIT 1").fetchone()
    return row[0] if row else b""


def stamps_in(connection: sqlite3.Connection) -> set[bytes]:
    """All stamps kept."""
    return {stamp for (stamp,) in connection.execute("SELECT stamp FROM version_stamp")}


def has_grown_from(connection: sqlite3.Connection, stamp: bytes) -> bool:
    """Does the content hold the change of that stamp? True of an empty one."""
    if not stamp:
        return True
    found = connection.execute(
        "SELECT 1 FROM version_stamp WHERE stamp = ? ORDER BY seq DESC LIMIT 1", (stamp,)
    ).fetchone()
    return found is not None


def newest_on_disk(path: str | PathLike[str], stamp: bytes) -> bytes | None:
    """The newest stamp in the file's own bytes, read past any cache; None when the file has not
    grown from `stamp` or cannot be read as a workbook of this layout.

    Raises WorkbookBusy when another program holds it just now.
    """
    try:
        fresh = connect(path)
    except WorkbookUnusable:
        return None
    try:
        with guarded(path, opening=True):
            return newest_stamp(fresh) if has_grown_from(fresh, stamp) else None
    except WorkbookUnusable:
        return None
    finally:
        fresh.close()
