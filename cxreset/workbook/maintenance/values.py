"""Values that a column holds and its rule does not allow: days and working days that are none.

Our own writing never makes them; another program's can, and a screen then cannot read them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.base.text import one_line

_DAYS = ("deadline", "last_seen", "away_first", "away_last")  # and every column that ends in _on
_USUAL_WORKDAYS = "0,1,2,3,4"
# A list of numbers from 0 (Monday) to 6, such as 0,1,2,3,4.
_WORKDAYS = re.compile(r"[0-6](,[0-6])*")
_NO_YEAR = "\"{}\" < '0001-01-01'"  # SQLite knows a year 0, calendars do not
_MORE = {  # (table, column) -> what else is wrong there
    ("reset", "start_on"): "start_on NOT BETWEEN '1900-01-01' AND '8999-12-31'",
    ("pause", "last_on"): "last_on < first_on",
}
_OURS = ("sqlite_", "undo_", "search_", "feedback_search", "feedback_aside", "ledger")


class Wrong(NamedTuple):
    """One such value; `row` is the row's key as text, `needed`: the column must hold something."""

    table: str
    column: str
    row: str
    value: str
    needed: bool

    def sentence(self) -> str:
        """Where it is and what it is."""
        return _("{table} {row}: {column} is “{value}”, which is no {kind}").format(
            table=self.table, row=self.row, column=self.column, value=self.value, kind=self.kind
        )

    @property
    def kind(self) -> str:
        """What it should be."""
        if self.column == "workdays":
            return _("list of working days")
        if not _is_day(self.value):
            return _("date")
        return (
            _("day that thirty days can begin on") if self.table == "reset" else _("end of a pause")
        )


def wrong_values(connection: sqlite3.Connection) -> list[Wrong]:
    """All of them, table by table."""
    return [wrong for table in _tables(connection) for wrong in _in_table(connection, table)]


def mend_values(connection: sqlite3.Connection, today: date) -> list[str]:
    """Clear them, or put today's date where there must be one; says each, so that none is lost.

    Called inside a transaction on a copy.
    """
    lines = []
    for wrong in wrong_values(connection):
        if wrong.table == "pause" and _is_day(wrong.value):
            connection.execute("UPDATE pause SET last_on = first_on WHERE last_on < first_on")
            lines.append(
                _("{sentence}: now the pause's first day.").format(sentence=wrong.sentence())
            )
            continue
        value = _instead(wrong, today)
        connection.execute(
            f'UPDATE "{wrong.table}" SET "{wrong.column}" = ? WHERE "{wrong.column}" = ?',  # noqa: S608
            (value, wrong.value),
        )
        now = _("left empty") if value is None else _("now {value}").format(value=value)
        lines.append(f"{wrong.sentence()}: {now}.")
    return lines


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _instead(wrong: Wrong, today: date) -> str | None:
    if wrong.column == "workdays":
        return _USUAL_WORKDAYS
    return today.isoformat() if wrong.needed else None


def _in_table(connection: sqlite3.Connection, table: str) -> Iterator[Wrong]:
    columns = connection.execute(
        'SELECT name, "notnull", pk FROM pragma_table_info(?)', (table,)
    ).fetchall()
    keys = [name for name, _, key in columns if key]
    key = " || ' ' || ".join(f'"{name}"' for name in keys) or "rowid"
    for name, needed, _key in columns:
        if name.endswith("_on") or name in _DAYS:
            strange = (
                f'"{name}" IS NOT NULL AND (date("{name}", \'+0 days\') IS NOT "{name}"'
                f" OR {_MORE.get((table, name), _NO_YEAR.format(name))})"
            )
        elif name == "workdays":
            strange = "1"
        else:
            continue
        found = connection.execute(f'SELECT {key}, "{name}" FROM "{table}" WHERE {strange}')  # noqa: S608
        for row, value in found.fetchall():
            if name != "workdays" or not _WORKDAYS.fullmatch(value):
                yield Wrong(table, name, one_line(str(row), 40), str(value), bool(needed))


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if not name.startswith(_OURS)]
