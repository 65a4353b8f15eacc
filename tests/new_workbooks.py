"""The tables of a new workbook are made once in a whole run of the suite, then copied.

A third of a unit test on a workbook went into the same three hundred statements. What is copied is
what the program's own steps made in this run; an upgrade of an older file takes its steps as ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps

from cxreset.workbook.storage.layout import migrations

TakeSteps = Callable[
    [sqlite3.Connection, Callable[[sqlite3.Connection], str], int | None],
    str,
]


def copying(take_steps: TakeSteps) -> TakeSteps:
    """`upgrade.take_steps`, copying what the same steps made of nothing before."""
    known: dict[tuple[str, ...], tuple[sqlite3.Connection, str]] = {}

    @wraps(take_steps)
    def copy_steps(
        connection: sqlite3.Connection,
        after: Callable[[sqlite3.Connection], str],
        last: int | None = None,
    ) -> str:
        (changes,) = connection.execute("PRAGMA schema_version").fetchone()
        if changes or last is not None:
            return take_steps(connection, after, last)
        scripts = tuple(str(path) for _, path in migrations())
        if scripts not in known:
            made = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            known[scripts] = made, take_steps(made, after, None)
        made, notice = known[scripts]
        made.backup(connection)
        return notice

    return copy_steps
