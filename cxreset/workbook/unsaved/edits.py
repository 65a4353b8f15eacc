"""The words written in a window since the last backup, kept apart from the workbook.

Another program may write an older version over the bytes of the workbook: what was stored since the
last backup would then be nowhere. So each edit's words are noted with its stamp; at the next start
those whose stamp the workbook lacks are shown. They lie in the folder of the user's data and not
beside the workbook, where a synchronisation would carry them to a machine that lacks nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from cxreset.base.errors import CxresetError
from cxreset.workbook.nouns import noun_of
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.version import first_stamp, stamps_in
from cxreset.workbook.unsaved.notes import (
    Edit,
    add_notes,
    forget_notes,
    notes_of,
    notes_path,
    read_notes,
    rewrite_notes,
)
from cxreset.workbook.unsaved.words import UnsavedText, find_unsaved, write_unsaved

ROWS = 20  # of one change; what changes more, such as an import, is to be had elsewhere
LARGEST = 2_000_000  # bytes; beyond it only the newest words of each field stay
Write = Callable[[bytes], None]


class _Columns(NamedTuple):
    """Of a table: its columns of text by position, and the positions of its key."""

    texts: dict[int, str]
    keys: list[int]
    names: list[str]


class SessionEdits:
    """Notes the edits of one window; reading and forgetting may come from another thread."""

    def __init__(self, workbook: Path) -> None:
        self._workbook = workbook
        self._paths: dict[bytes, Path] = {}  # by origin: a restored file may bring another one
        self._columns: dict[str, _Columns] = {}
        self._lock = Lock()

    def note(self, connection: sqlite3.Connection) -> Write | None:
        """What is about to be stored, inside its transaction; returns what writes it down once it
        is, with its stamp, or None where it holds no words."""
        steps = connection.execute(
            "SELECT tab, kind, mask, c0, c1, c2 FROM undo_step WHERE entry_id IS NULL"
            " AND kind IN ('insert', 'update') ORDER BY seq LIMIT ?",
            (ROWS + 1,),
        ).fetchall()
        if not steps or len(steps) > ROWS:
            return None
        words = [found for step in steps for found in self._words(connection, *step)]
        if not words:
            return None
        origin = first_stamp(connection)
        return lambda stamp: self._write(stamp, origin or stamp, words)

    def _words(
        self, connection: sqlite3.Connection, tab: str, kind: str, mask: int, *key: str | int | None
    ) -> Iterator[tuple[str, str]]:
        """What a row's changed columns of text hold now, each with its label."""
        known = self._columns.get(tab)
        if known is None:
            known = self._columns[tab] = _columns_of(connection, tab)
        if max(known.keys, default=3) >= len(key):
            return
        wanted = {
            position: name
            for position, name in known.texts.items()
            if kind == "insert" or mask >> position & 1
        }
        if not wanted:
            return
        listed = ", ".join(f'"{name}"' for name in wanted.values())
        where = " AND ".join(f'"{known.names[position]}" = ?' for position in known.keys)
        values = [key[position] for position in known.keys]
        row = connection.execute(
            f'SELECT {listed} FROM "{tab}" WHERE {where}',  # noqa: S608 - names of our own tables
            values,
        ).fetchone()
        prefix, noun = noun_of(tab)
        which = " ".join(f"{prefix}{value}" for value in values)
        for name, text in zip(wanted.values(), row or (), strict=False):
            if text:
                yield f"{noun} {which}, {name}", text

    def _write(self, stamp: bytes, origin: bytes, words: list[tuple[str, str]]) -> None:
        edits = [Edit(stamp.hex(), label, text) for label, text in words]
        with self._lock, suppress(OSError, ValueError):  # they are stored; this is for worse days
            path = self._paths.get(origin)
            if path is None:
                path = self._paths[origin] = notes_path(self._workbook, origin)
            if add_notes(path, self._workbook, edits) > LARGEST:
                rewrite_notes(path, _newest(read_notes(path)))

    def forget_backed_up(self, backup: Path) -> None:
        """The words that a backup holds need not be noted any more."""
        with (
            suppress(OSError, ValueError, CxresetError, sqlite3.Error),
            closing(connect(backup)) as copy,
        ):
            there = {stamp.hex() for stamp in stamps_in(copy)}
            for path in notes_of(self._workbook, copy):
                with self._lock:
                    rest = [edit for edit in read_notes(path) if edit.stamp not in there]
                    rewrite_notes(path, rest)


def find_lost_words(file: WorkbookFile) -> Path | None:
    """The file with words that the workbook does not hold, if there is one: those that could not
    be stored, and those that were stored and are no longer in it."""
    with suppress(CxresetError):  # held just now, or a full disk: the next start looks again
        _write_lost(file)
    return find_unsaved(file.path)


def _write_lost(file: WorkbookFile) -> None:
    with guarded(file.path):
        edits = [edit for path in notes_of(file.path, file.connection) for edit in read_notes(path)]
        there = {stamp.hex() for stamp in stamps_in(file.connection)} if edits else set()
    lost = [UnsavedText(e.label, e.text) for e in _newest(edits) if e.stamp not in there]
    if lost:
        write_unsaved(file.path, lost, datetime.fromtimestamp(file.clock()).astimezone())
        forget_notes(file.path)


def _columns_of(connection: sqlite3.Connection, tab: str) -> _Columns:
    rows = connection.execute(
        "SELECT cid, name, type, pk FROM pragma_table_info(?)", (tab,)
    ).fetchall()
    return _Columns(
        texts={cid: name for cid, name, kind, key in rows if kind == "TEXT" and not key},
        keys=[cid for cid, _, _, key in rows if key],
        names=[name for _, name, _, _ in rows],
    )


def _newest(edits: list[Edit]) -> list[Edit]:
    """The last words of each field."""
    return [*{edit.label: edit for edit in edits}.values()]
