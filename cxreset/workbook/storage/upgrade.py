"""Bring the layout of a workbook up to date, from nothing for a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path

from cxreset import __version__
from cxreset.workbook.storage.backup import before_upgrade
from cxreset.workbook.storage.layout import APPLICATION_ID, incomplete, migrations


def upgrade(
    path: str | PathLike[str],
    connection: sqlite3.Connection,
    after: Callable[[sqlite3.Connection], str],
) -> str:
    """Bring the layout of a workbook that holds something up to date, after a checked backup.

    All steps and their ledger rows are made in one transaction, and what comes `after` them;
    returns what that says, a sentence for the leader or nothing.
    """
    before_upgrade(Path(path))
    return take_steps(connection, after)


def take_steps(
    connection: sqlite3.Connection,
    after: Callable[[sqlite3.Connection], str],
    last: int | None = None,
) -> str:
    """Take the steps up to layout `last` (or the newest) in one transaction; without a backup."""
    known = migrations()
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()  # now it is held
        steps = [step for step in known if version < step[0] <= (last or step[0])]
        for number, script in steps:
            for statement in _statements(_script(script)):
                connection.execute(statement)
            connection.execute(
                "INSERT INTO ledger (version, program) VALUES (?, ?)", (number, __version__)
            )
            connection.execute(f"PRAGMA user_version = {number:d}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        notice = after(connection) if steps else ""
        connection.execute("COMMIT")
        return notice
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _script(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise incomplete() from error


def _statements(script: str) -> Iterator[str]:
    """A script's statements one by one: `executescript` would end our transaction."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if ";" in line and sqlite3.complete_statement(part):
            yield part
            part = ""
