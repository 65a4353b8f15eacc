"""Read out of a damaged workbook what can still be read, into a new one beside the backups.

The damaged file is only read. Rows are copied table by table; where a page is broken, what lies
before and behind it is taken, and row by row what lies between.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from cxreset.base.errors import BackupError, CxresetError, WorkbookUnusable
from cxreset.base.language.words import _
from cxreset.base.paths import make_private_dir
from cxreset.workbook.maintenance.values import mend_values
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.search import rebuild, unnoted
from cxreset.workbook.storage.backup import fault_of, new_backup
from cxreset.workbook.storage.backup_names import REPAIRED
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.layout import APPLICATION_ID, TABLES, migrations
from cxreset.workbook.storage.messages import guarded

PROBES = 200_000  # numbers tried one by one between the two readable ends of a table
# Written by the new file itself, or told of by rows that may be gone: undo begins anew.
LEFT_OUT = ("ledger", "undo_", "feedback_", "search_", "version_stamp")
Row = tuple[Any, ...]


class Repaired(NamedTuple):
    """Where the new workbook is, and in sentences what was done."""

    path: Path
    lines: list[str]


def repair(workbook: Path, now: datetime) -> Repaired:
    """Make a new workbook of what can be read; raises BackupError when nothing can be."""
    target = new_backup(workbook, now, REPAIRED).path
    lines: list[str] = []

    def fill(file: WorkbookFile) -> None:
        with closing(_reading(workbook)) as source, file.transaction(recorded=False) as into:
            into.execute("PRAGMA defer_foreign_keys = ON")  # ties are looked at once all is there
            with unnoted(into):
                taken = sum(_take(source, into, table, lines) for table in _tables(into))
                rebuild(into)
            if not taken:
                raise BackupError(
                    _("Nothing in {workbook} can be read any more.").format(workbook=workbook)
                )
            _untie(into, lines)
            lines.extend(mend_values(into, now.date()))
            if not into.execute("SELECT count(*) FROM reset").fetchone()[0]:
                today = now.date().isoformat()
                into.execute(
                    "INSERT INTO reset (id, start_on, created_on) VALUES (1, ?, ?)", (today, today)
                )
                lines.append(
                    _(
                        "Who began the workbook and when could not be read: it begins "
                        "today, without a name. Settle both in Settings."
                    )
                )

    try:
        make_private_dir(target.parent)
        create_workbook(target, fill, _layout(workbook)).close()
    except (OSError, WorkbookUnusable) as error:
        message = error.sentence if isinstance(error, CxresetError) else str(error)
        raise BackupError(
            _("{workbook} could not be repaired: {message}").format(
                workbook=workbook, message=message
            )
        ) from error
    fault = fault_of(target)
    lines.append(
        _("The copy is checked: {fault}.").format(
            fault=fault or _("it is whole, with its indexes built anew")
        )
    )
    return Repaired(target, lines)


def _reading(workbook: Path) -> sqlite3.Connection:
    """A connection that takes what it can: no checks that end the reading, no words refused."""
    try:
        with guarded(workbook, opening=True):
            connection = connect(workbook)
            (kind,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
    except CxresetError as error:
        raise BackupError(
            _("Nothing in {workbook} can be read any more.").format(workbook=workbook)
        ) from error
    if kind != APPLICATION_ID or version > migrations()[-1][0]:
        connection.close()
        raise BackupError(
            _("{workbook} is no workbook that this release knows how to read.").format(
                workbook=workbook
            )
        )
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.execute("PRAGMA cell_size_check = OFF")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _layout(workbook: Path) -> int | None:
    """The layout of the damaged file, so that its rows fit; None where it cannot be read."""
    with suppress(CxresetError, sqlite3.Error), closing(_reading(workbook)) as source:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        return int(version) or None
    return None


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [name for (name,) in found if not name.startswith(LEFT_OUT)]


def _columns(connection: sqlite3.Connection, table: str) -> list[Row]:
    with suppress(sqlite3.Error):
        return connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return []


def _take(
    source: sqlite3.Connection, into: sqlite3.Connection, table: str, lines: list[str]
) -> int:
    """Copy a table's rows; returns how many."""
    there = {column[1] for column in _columns(source, table)}
    names = [column[1] for column in _columns(into, table) if column[1] in there]
    if not names:
        if table in TABLES:
            lines.append(_("{table}: the table could not be read.").format(table=table))
        return 0
    listed = ", ".join(f'"{name}"' for name in names)
    put = f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608
    taken = refused = 0
    broken: list[str] = []
    for row in _rows(source, into, table, listed, broken):
        try:
            into.execute(put, row)
            taken += 1
        except sqlite3.Error as error:
            refused += "UNIQUE" not in str(error)  # read from both ends
    if refused:
        lines.append(
            _("{table}: {refused} rows left out, for their values are no longer whole.").format(
                table=table, refused=refused
            )
        )
    if broken:
        lines.append(
            _("{table}: a part could not be read; {taken} rows were.").format(
                table=table, taken=taken
            )
        )
    return taken


def _rows(
    source: sqlite3.Connection,
    into: sqlite3.Connection,
    table: str,
    listed: str,
    broken: list[str],
) -> Iterator[Row]:
    """Rows from the front; where that breaks off, from the back, then one by one between."""
    keys = [column[1] for column in _columns(into, table) if column[5]]
    order = ", ".join(f'"{key}"' for key in keys)
    back = ", ".join(f'"{key}" DESC' for key in keys)
    plain = f'SELECT {listed} FROM "{table}"'  # noqa: S608 - names from our own schema
    front_end = back_end = None
    try:
        for row in source.execute(f"{plain} NOT INDEXED"):
            front_end = row[0]
            yield row
        return
    except (sqlite3.Error, OverflowError) as error:
        broken.append(str(error))
    try:
        for row in source.execute(f"{plain} ORDER BY {back or order}"):
            back_end = row[0]
            yield row
    except (sqlite3.Error, OverflowError):
        pass
    if keys == ["id"] and isinstance(front_end, int):
        last = back_end if isinstance(back_end, int) else front_end + PROBES
        for number in range(front_end + 1, min(last, front_end + PROBES)):
            with suppress(sqlite3.Error, OverflowError):
                yield from source.execute(f"{plain} WHERE id = ?", (number,))


def _untie(into: sqlite3.Connection, lines: list[str]) -> None:
    """Ties to rows that are gone: cut where a row can stand without, else the row goes too."""
    for table in _tables(into):
        needed = {column[1]: bool(column[3]) for column in _columns(into, table)}
        for tie in into.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
            parent, column, key = tie[2], tie[3], tie[4]
            lost = f'"{column}" NOT IN (SELECT "{key}" FROM "{parent}")'  # noqa: S608
            if needed[column]:
                sql = f'DELETE FROM "{table}" WHERE {lost}'  # noqa: S608 - our own schema's names
                message = _("taken out, for they tied to nothing")
            else:
                sql = f'UPDATE "{table}" SET "{column}" = NULL WHERE {lost}'  # noqa: S608
                message = _("kept without their tie to a {parent} that is gone").format(
                    parent=parent
                )
            count = into.execute(sql).rowcount
            if count:
                lines.append(
                    _("{table}: {count} rows {message}.").format(
                        table=table, count=count, message=message
                    )
                )
