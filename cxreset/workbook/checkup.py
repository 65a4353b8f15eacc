"""Marks of the check-up, and the practice taken up for a week; plain sqlite3, for Today as well."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import damaged, guarded

FIRST, LAST = 1, 29
"""The days whose check-ups are compared."""

WEEK_DAYS = 7


class Taken(NamedTuple):
    """The practice taken up for a week, and the day it was taken up."""

    practice: str
    on: date

    def holds(self, today: date) -> bool:
        """Is `today` one of its seven days?"""
        return self.on <= today < self.on + timedelta(days=WEEK_DAYS)


def marks(file: WorkbookFile, day: int) -> dict[str, dict[int, int]]:
    """Habit id -> statement number (from 1) -> mark (1 to 5) of the check-up of that day."""
    found: dict[str, dict[int, int]] = {}
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT habit, statement, mark FROM checkup_mark WHERE day = ?"
            " ORDER BY habit, statement",
            (day,),
        ).fetchall()
    for habit, statement, value in rows:
        found.setdefault(habit, {})[statement] = value
    return found


def set_mark(file: WorkbookFile, day: int, habit: str, statement: int, value: int | None) -> None:
    """Store one mark, or take it back with None; raises NotSaved unless it is 1 to 5."""
    with file.transaction() as connection:
        if value is None:
            connection.execute(
                "DELETE FROM checkup_mark WHERE day = ? AND habit = ? AND statement = ?",
                (day, habit, statement),
            )
        else:
            connection.execute(
                "INSERT INTO checkup_mark VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET mark = excluded.mark",
                (day, habit, statement, value),
            )


def take(file: WorkbookFile, practice: str, on: date) -> None:
    """Take up a practice for the seven days from `on`; it replaces the one before."""
    with file.transaction() as connection:
        connection.execute(
            "INSERT INTO practice_choice (id, practice_id, taken_on) VALUES (1, ?, ?) ON CONFLICT"
            " DO UPDATE SET practice_id = excluded.practice_id, taken_on = excluded.taken_on",
            (practice, on.isoformat()),
        )


def taken(file: WorkbookFile) -> Taken | None:
    """The practice taken up last, however long ago; None when none was."""
    with guarded(file.path):
        row = file.connection.execute(
            "SELECT practice_id, taken_on FROM practice_choice"
        ).fetchone()
    if row is None:
        return None
    practice, on = row
    try:
        return Taken(practice, date.fromisoformat(on))
    except ValueError:
        raise damaged(file.path, _("a date in it cannot be read")) from None


def practice_days(file: WorkbookFile) -> dict[str, dict[int, date]]:
    """Practice id -> number of the day it was ticked on -> its date, the oldest first."""
    found: dict[str, dict[int, date]] = {}
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT practice_id, day, done_on FROM practice_tick ORDER BY done_on, day"
        ).fetchall()
    for practice, day, on in rows:
        found.setdefault(practice, {})[day] = date.fromisoformat(on)
    return found


def day_key(day: int | None, on: date) -> int:
    """The number a tick of `on` is kept under: its day, or below zero outside the thirty days."""
    return day if day is not None else -on.toordinal()
