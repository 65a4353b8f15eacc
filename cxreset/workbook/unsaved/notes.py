"""The files of noted edits: one for each workbook and path, in the folder of the user's data.

A file's name holds the workbook's origin (its first change's stamp, the same in every copy) and its
path, so that the notes of a workbook that was renamed or moved are found by what it is. Its first
line says the path in full: whether another copy is still written to there decides whose they are.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import CxresetError, WorkbookBusy
from cxreset.base.paths import data_dir, make_private_dir, new_private_file, temporary_beside
from cxreset.base.platforms.modes import PRIVATE_FILE
from cxreset.base.platforms.open_flags import for_adding
from cxreset.base.platforms.replacing import replace
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.version import footprint, has_grown_from, newest_stamp


class Edit(NamedTuple):
    """Some words as they were stored: the change's stamp, and what they were written into."""

    stamp: str
    label: str
    text: str


class _Notes(NamedTuple):
    """A file of notes and what its name says: the workbook's origin, and the path it lay at."""

    path: Path
    origin: bytes
    path_key: str


def notes_path(workbook: Path, origin: bytes) -> Path:
    """Where the edits of a workbook at this path are noted."""
    return _folder() / f"{origin.hex()}-{_key_of(workbook)}.jsonl"


def notes_of(workbook: Path, connection: sqlite3.Connection) -> list[Path]:
    """The files with notes of the workbook that lies at this path, also those made where it lay
    earlier, the newest last. Of another copy that is still in its place, none.

    Raises sqlite3.Error.
    """
    own = _key_of(workbook)
    found = [
        notes
        for notes in _all_notes()
        if _belong(notes, connection, own)
        and (notes.path_key == own or not _is_used_where_it_was_made(notes))
    ]
    return sorted((notes.path for notes in found), key=_written_at)


def earlier_paths(workbook: Path, connection: sqlite3.Connection) -> list[Path]:
    """Where the workbook at this path lay earlier and lies no more, as far as edits were noted
    there. Raises sqlite3.Error."""
    own = _key_of(workbook)
    found = []
    for notes in _all_notes():
        elsewhere = notes.path_key != own and _belong(notes, connection, own)
        if elsewhere and not _is_used_where_it_was_made(notes):
            with suppress(OSError, ValueError, TypeError):
                found.append(_workbook_of(notes.path))
    return found


def forget_notes(workbook: Path, *, of_copies: bool = False) -> None:
    """Nothing noted of the workbook at this path is to be shown; with `of_copies`, nothing of any
    copy of it either, wherever that lies."""
    own = _key_of(workbook)
    gone = [notes.path for notes in _all_notes() if notes.path_key == own]
    with suppress(CxresetError, sqlite3.Error), closing(connect(workbook)) as connection:
        if of_copies:
            gone += [notes.path for notes in _all_notes() if _belong(notes, connection, own)]
        else:
            gone += notes_of(workbook, connection)
    for path in gone:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def read_notes(path: Path) -> list[Edit]:
    """The edits noted; a line that was cut off is left out."""
    edits = []
    with suppress(OSError):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[1:]:
            with suppress(ValueError, TypeError):
                edits.append(Edit(*map(str, json.loads(line))))
    return edits


def add_notes(path: Path, workbook: Path, edits: Iterable[Edit]) -> int:
    """Append the edits; returns the file's size in bytes. Raises OSError."""
    make_private_dir(path.parent)
    handle = os.open(path, for_adding(), PRIVATE_FILE)
    try:
        is_new = os.fstat(handle).st_size == 0
        os.write(handle, _lines([*([_heading(workbook)] if is_new else []), *edits]))
        return os.fstat(handle).st_size
    finally:
        os.close(handle)


def rewrite_notes(path: Path, edits: list[Edit]) -> None:
    """Leave only these edits; without any the file goes. Raises OSError."""
    if not edits:
        path.unlink(missing_ok=True)
        return
    temporary = temporary_beside(path)
    with open(new_private_file(temporary), "wb") as new:  # noqa: PTH123
        new.write(_lines([_heading(_workbook_of(path)), *edits]))
    replace(temporary, path)


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    return "".join(json.dumps(list(row)) + "\n" for row in rows).encode()


def _heading(workbook: Path) -> list[str]:
    return [os.path.realpath(workbook)]


def _workbook_of(path: Path) -> Path:
    """The workbook that a file's first line names; raises OSError or ValueError."""
    with path.open(encoding="utf-8") as file:
        (workbook,) = json.loads(file.readline())
    return Path(workbook)


def _folder() -> Path:
    return data_dir() / "edits"


def _all_notes() -> Iterator[_Notes]:
    for path in sorted(_folder().glob("*-*.jsonl")):
        origin, _, path_key = path.stem.partition("-")
        with suppress(ValueError):
            yield _Notes(path, bytes.fromhex(origin), path_key)


def _written_at(path: Path) -> int:
    status = footprint(path)
    return status.changed_ns if status else 0


def _key_of(workbook: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(workbook))).hexdigest()[:24]


def _belong(notes: _Notes, connection: sqlite3.Connection, own: str) -> bool:
    """Are these notes of that workbook? It holds their origin; one that holds no stamp at all, such
    as an old backup put in its place, is known by its path alone."""
    if newest_stamp(connection):
        return has_grown_from(connection, notes.origin)
    return notes.path_key == own


def _is_used_where_it_was_made(notes: _Notes) -> bool:
    """Does the workbook of these notes, or a version of it, still lie at the path they name?"""
    try:
        workbook = _workbook_of(notes.path)
        with guarded(workbook, opening=True), closing(connect(workbook)) as connection:
            return _belong(notes, connection, notes.path_key)
    except WorkbookBusy:
        return True
    except (OSError, ValueError, TypeError, CxresetError):
        return False
