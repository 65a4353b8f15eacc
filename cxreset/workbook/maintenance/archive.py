"""All rows of a workbook as plain values, out of it and into a new one.

Which tables and columns there are is read from the tables themselves, so a new column needs no code
here. Left out is what the program keeps for itself: the ledger, the history of undo, what was set
aside for it, and indexes of words.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from cxreset.base.language.words import N_, _
from cxreset.workbook.maintenance.repair import LEFT_OUT
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.search import rebuild, unnoted
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.undo.log import columns

_FIRST = (
    "reset",
    "import_batch",
    "feedback",
    "pain",
    "touchpoint",
    "gap",
    "fix",
    "action",
    "pilot",
)
"""Tables that others are tied to come first, so that a reader meets nothing unknown."""
Rows = list[dict[str, Any]]


class Held(NamedTuple):
    """`tables`: name -> rows, each a column's name -> value. `last_ids`: name -> the last number
    given to a row, so that a number is never given again after its row was removed. `layout`: the
    number of the schema's step that made these tables."""

    tables: dict[str, Rows]
    last_ids: dict[str, int]
    layout: int


class ArchiveColumn(NamedTuple):
    """`kind` is TEXT, INTEGER or REAL; `needed` says that a row must give it."""

    name: str
    kind: str
    empty: bool
    needed: bool


class Refused(ValueError):
    """Rows that no workbook can hold; the text says which and why, for a sentence."""


def layout(connection: sqlite3.Connection) -> dict[str, list[ArchiveColumn]]:
    """Table -> its columns in order, for every table that holds what the leader wrote."""
    found = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict"
    ).fetchall()
    names = sorted(
        (name for (name,) in found if not name.startswith(LEFT_OUT)),
        key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name),
    )
    return {name: _columns(connection, name) for name in names}


def _columns(connection: sqlite3.Connection, table: str) -> list[ArchiveColumn]:
    rows = connection.execute(
        'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', (table,)
    )
    return [
        ArchiveColumn(name, kind, not (filled or key), bool(filled or key) and default is None)
        for name, kind, filled, default, key in rows
    ]


class Content(NamedTuple):
    """A workbook's content as `Held` has it, but its rows one by one, as they are read."""

    tables: Iterator[tuple[str, Iterator[dict[str, Any]]]]
    last_ids: dict[str, int]
    layout: int


@contextmanager
def reading(file: WorkbookFile) -> Iterator[Content]:
    """Everything in an open workbook, rows in the order of their keys, as it is at one moment.

    The rows of a table are to be read before the next table is asked for.
    """
    connection = file.connection
    with guarded(file.path):
        ours = not connection.in_transaction
        if ours:
            connection.execute("BEGIN")
        try:
            known = layout(connection)
            last = connection.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
            last_ids = {name: seq for name, seq in last if name in known}
            (layout_now,) = connection.execute("PRAGMA user_version").fetchone()
            tables = (
                (name, _rows(connection, name, [column.name for column in found]))
                for name, found in known.items()
            )
            yield Content(tables, last_ids, layout_now)
        finally:
            if ours:
                connection.execute("COMMIT")


def read(file: WorkbookFile) -> Held:
    """The same all at once, for a workbook that is not large."""
    with reading(file) as content:
        tables = {name: [*rows] for name, rows in content.tables}
        return Held(tables, content.last_ids, content.layout)


def _rows(
    connection: sqlite3.Connection, table: str, names: Sequence[str]
) -> Iterator[dict[str, Any]]:
    keys = sorted((col for col in columns(connection, table) if col.key), key=lambda col: col.key)
    order = ", ".join(f'"{col.name}"' for col in keys)
    wanted = ", ".join(f'"{name}"' for name in names)
    for row in connection.execute(f'SELECT {wanted} FROM "{table}" ORDER BY {order}'):  # noqa: S608
        yield {
            name: None if isinstance(value, float) and not math.isfinite(value) else value
            for name, value in zip(names, row, strict=True)
        }


def write(path: Path, held: Held) -> None:
    """Make a new workbook at `path` that holds exactly this; never over an existing file.

    It is made whole or not at all; rows of an older layout are brought up to date on the way.
    Raises Refused for what no workbook of that layout can hold, and as `create_workbook` does.
    """
    create_workbook(path, lambda file: _fill(file, held), held.layout).close()


def _fill(file: WorkbookFile, held: Held) -> None:
    connection = file.connection
    known = layout(connection)
    with file.transaction(recorded=False):
        connection.execute("PRAGMA defer_foreign_keys = ON")  # a row may be tied to a later one
        with unnoted(connection):
            for table, rows in held.tables.items():
                if table not in known:
                    raise Refused(_("a workbook has no table “{table}”").format(table=table[:40]))
                _insert(connection, table, known[table], rows)
            rebuild(connection)
        lost = connection.execute("PRAGMA foreign_key_check").fetchone()
        if lost is not None:
            raise Refused(
                _("a row of “{table}” is tied to one of “{other}” that is not there").format(
                    table=lost[0], other=lost[2]
                )
            )
        _number(connection, known, held.last_ids)
    _check_beginning(file)


def _insert(
    connection: sqlite3.Connection, table: str, known: Sequence[ArchiveColumn], rows: Rows
) -> None:
    by_name = {column.name: column for column in known}
    needed = {column.name for column in known if column.needed}
    for number, row in enumerate(rows, 1):
        where = _("row {number} of “{table}”").format(number=number, table=table)
        if not needed <= row.keys():
            raise Refused(
                _("{where} has no “{needed}”").format(where=where, needed=min(needed - row.keys()))
            )
        for name, value in row.items():
            if name not in by_name:
                raise Refused(
                    _("{where} has “{name}”, which no workbook has").format(
                        where=where, name=name[:40]
                    )
                )
            _check_value(
                _("“{name}” in {where}").format(name=name, where=where), by_name[name], value
            )
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        try:
            connection.execute(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608
                list(row.values()),
            )
        except sqlite3.IntegrityError as error:
            raise Refused(
                _("{where} cannot be ({error})").format(where=where, error=error)
            ) from None


def _check_value(where: str, column: ArchiveColumn, value: object) -> None:
    if value is None:
        if not column.empty:
            raise Refused(_("{where} is empty").format(where=where))
        return
    fits = {
        "TEXT": isinstance(value, str),
        "INTEGER": isinstance(value, int) and not isinstance(value, bool),
        "REAL": isinstance(value, int | float) and not isinstance(value, bool),
    }
    if not fits.get(column.kind, False):
        raise Refused(
            _("{where} is no {kind}").format(where=where, kind=_(_KINDS.get(column.kind, "value")))
        )
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise Refused(_("{where} is too large").format(where=where))
    if isinstance(value, float) and not math.isfinite(value):
        raise Refused(_("{where} is no number").format(where=where))
    if isinstance(value, str) and not _date_is_one(column.name, value):
        raise Refused(_("{where} is no date such as 2026-10-09").format(where=where))


_KINDS = {"TEXT": N_("text"), "INTEGER": N_("whole number"), "REAL": N_("number")}
_DATES = ("deadline", "last_seen", "away_first", "away_last")


def _date_is_one(name: str, value: str) -> bool:
    """Is a day that the program will read back a day? Other columns hold any text."""
    try:
        if name.endswith("_on") or name in _DATES:
            return date.fromisoformat(value).isoformat() == value
        if name == "running_since":
            datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _number(
    connection: sqlite3.Connection, known: Mapping[str, object], last_ids: Mapping[str, int]
) -> None:
    """Go on numbering where the other workbook was."""
    for table, last in last_ids.items():
        if table not in known or not 0 <= last < 2**53:
            raise Refused(_("the last number of “{table}” cannot be").format(table=table[:40]))
        rows = connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, table)
        ).rowcount
        if not rows:
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last))


def _check_beginning(file: WorkbookFile) -> None:
    """A workbook opens only when it says who began it and when."""
    # the archive may be of an older layout, so only what every layout has is read
    row = file.connection.execute("SELECT workdays, start_on FROM reset").fetchone()
    try:
        days = {int(day) for day in row[0].split(",") if day}
        start_on = date.fromisoformat(row[1])
    except (TypeError, ValueError):
        raise Refused(_("it does not say who began the workbook and when")) from None
    if not days or not days <= set(range(7)):
        raise Refused(_("its working days are none"))
    if not 1900 <= start_on.year < 9000:
        raise Refused(_("its first day lies outside the calendar"))
