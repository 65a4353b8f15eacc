"""Make one of two versions of a workbook: what was written in either is there afterwards.

The base is what both have grown from, where a backup of it is still there. With it, what one
version changed or removed is changed or removed. Without it nothing is removed: a row that only
one version has is kept. It is one change, and one undo takes all of it back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from cxreset.base.errors import CxresetError, UsageError
from cxreset.base.language.words import _
from cxreset.workbook.merging.origin import shares_origin
from cxreset.workbook.merging.report import Merged, left_over
from cxreset.workbook.merging.tables import merge_tables
from cxreset.workbook.storage.backup import backups_of
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.layout import examine
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.version import has_grown_from, newest_stamp, stamps_in


def merge(file: WorkbookFile, other: Path, today: date) -> Merged:
    """Take what `other` holds into the open workbook, whole or not at all, as one change.

    Raises UsageError when they are not versions of one workbook or differ in their layout, what
    `examine` raises of a file that is none, NotSaved and WorkbookBusy.
    """
    with _opened(other) as theirs:
        _check(file.connection, theirs, other)
        report = Merged()
        with _base(file, theirs) as base, file.transaction(f"merged {other.name}") as ours:
            report.had_base = base is not None
            ours.execute("PRAGMA defer_foreign_keys = ON")
            merge_tables(ours, theirs, base, report)
            _write_down(ours, report, today)
            _take_stamps(ours, theirs)
        return report


def preview(file: WorkbookFile, other: Path, today: date) -> Merged:
    """What `merge` would do; nothing is changed. Raises as it does."""

    class Enough(Exception):
        pass

    found: list[Merged] = []
    try:
        with file.transaction():
            found.append(merge(file, other, today))
            raise Enough
    except Enough:
        return found[0]


def _write_down(ours: sqlite3.Connection, report: Merged, today: date) -> None:
    """What had no room beside our own value is a line of the journal: nothing is lost."""
    if report.kept:
        ours.execute(
            "INSERT INTO journal (written_on, kind, text) VALUES (?, 'reflection', ?)",
            (today.isoformat(), left_over(report)),
        )


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    examine(path)
    with closing(connect(path)) as connection, guarded(path, opening=True):
        connection.execute("PRAGMA query_only = ON")
        yield connection


def _check(ours: sqlite3.Connection, theirs: sqlite3.Connection, other: Path) -> None:
    layouts = [each.execute("PRAGMA user_version").fetchone() for each in (ours, theirs)]
    if layouts[0] != layouts[1]:
        raise UsageError(
            _(
                "{name} is of another release of cxreset. Open it once with this one, "
                "then merge it."
            ).format(name=other.name)
        )
    if not shares_origin(ours, theirs):
        raise UsageError(
            _(
                "{name} has not grown from this workbook, so there is nothing to merge. "
                "To work with it: cxreset --workbook PATH"
            ).format(name=other.name)
        )


@contextmanager
def _base(file: WorkbookFile, theirs: sqlite3.Connection) -> Iterator[sqlite3.Connection | None]:
    """The newest backup that both have grown from."""
    for backup in backups_of(file.path):
        try:
            with _opened(backup.path) as connection:
                stamp = newest_stamp(connection)
                both = (file.connection, theirs)
                if not stamp or not all(has_grown_from(each, stamp) for each in both):
                    continue
                yield connection
                return
        except CxresetError:  # a damaged backup, or one of an older layout, is no base
            continue
    yield None


def _take_stamps(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> None:
    """From now on this workbook has grown from the other version too."""
    known = stamps_in(ours)
    for (stamp,) in theirs.execute("SELECT stamp FROM version_stamp ORDER BY seq"):
        if stamp not in known:
            ours.execute("INSERT INTO version_stamp (stamp) VALUES (?)", (stamp,))
