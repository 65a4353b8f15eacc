"""What a reset came to, in a few figures, so that one can be set beside the next.

Read by plain SQL and never written: an earlier reset may be of an older layout, and stays so.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cxreset.workbook.cycles.next_cycle import earlier_resets
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile

_FIGURES = """
SELECT (SELECT start_on FROM reset),
 (SELECT count(*) FROM feedback),
 (SELECT count(*) FROM pain WHERE chosen),
 (SELECT count(*) FROM action WHERE status <> 'cancelled'),
 (SELECT count(*) FROM action WHERE status = 'completed'),
 (SELECT sum(mark) FROM checkup_mark WHERE day = 1),
 (SELECT sum(mark) FROM checkup_mark WHERE day = 29)
"""
_PAINS = """
SELECT pain.id, pain.title, count(evidence.feedback_id)
  FROM pain LEFT JOIN evidence ON evidence.pain_id = pain.id
 WHERE pain.chosen GROUP BY pain.id ORDER BY pain.id
"""
_MEASURED = """
SELECT kind, name, scale, before_hits, before_low, before_total, before_value,
 after_hits, after_low, after_total, after_value FROM measurement ORDER BY id
"""
Counts = tuple[int | None, int | None, int | None, str]
"""Hits, low ones, total and a figure, as they were typed."""


class MeasuredRow(NamedTuple):
    """A measurement as it was typed, before and after."""

    kind: str
    name: str
    scale: str
    before: Counts
    after: Counts


class CycleFigures(NamedTuple):
    """Counts of one reset. `pains`: id -> (title, comments); `checkup` sums of day 1 and day 29,
    None where it was not marked."""

    start_on: date
    comments: int
    chosen: int
    actions: int
    completed: int
    checkup: tuple[int | None, int | None]
    pains: dict[int, tuple[str, int]]
    measured: tuple[MeasuredRow, ...] = ()


def cycles_compared(file: WorkbookFile) -> tuple[CycleFigures, ...]:
    """The resets of this workbook from the first to the one that goes on; what cannot be read is
    left out. Only one while there was none before."""
    paths = [each.path for each in earlier_resets(file.path)]
    found = [figures for path in paths if (figures := _of(path)) is not None]
    return (*found, _read(file.connection))


def _of(path: Path) -> CycleFigures | None:
    with suppress(sqlite3.Error, TypeError, ValueError), closing(connect(path)) as connection:
        return _read(connection)
    return None


def _read(connection: sqlite3.Connection) -> CycleFigures:
    start, comments, chosen, actions, completed, first, last = connection.execute(
        _FIGURES
    ).fetchone()
    pains = {number: (title, tied) for number, title, tied in connection.execute(_PAINS)}
    return CycleFigures(
        start_on=date.fromisoformat(start),
        comments=comments,
        chosen=chosen,
        actions=actions,
        completed=completed,
        checkup=(first, last),
        pains=pains,
        measured=_measured(connection),
    )


def _measured(connection: sqlite3.Connection) -> tuple[MeasuredRow, ...]:
    """What was measured; nothing in a layout that keeps it otherwise."""
    with suppress(sqlite3.OperationalError):
        return tuple(
            MeasuredRow(kind, name, scale, tuple(counts[:4]), tuple(counts[4:]))
            for kind, name, scale, *counts in connection.execute(_MEASURED)
        )
    return ()
