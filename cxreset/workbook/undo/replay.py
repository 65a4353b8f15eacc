"""The steps of one change, turned round row by row; an import's comments by the thousand."""

from __future__ import annotations

import sqlite3

from cxreset.base.language.words import _
from cxreset.workbook.search import add_batch, forget_batch, rebuild, unnoted
from cxreset.workbook.undo.log import IMPORTED, WIDTH, columns, recorded_tables, set_logging

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    GoOn = Callable[[int], None]
    """Called now and then with how many rows were turned so far; raises Cancelled to stop."""

MOVED = 5_000  # rows of an import that are moved at a time when it is undone or redone
REPORTED = 500  # rows turned one by one between two words on how far it is
_VALUES = ", ".join(f"c{position}" for position in range(WIDTH))


class Moving:
    """How far a change is turned, for whoever waits for it."""

    def __init__(self, go_on: GoOn | None) -> None:
        self._go_on = go_on
        self._rows = 0

    def add(self, rows: int) -> None:
        """So many rows more are turned."""
        self._rows += rows
        self.look()

    def look(self) -> None:
        """Is it to go on? Raises Cancelled when not."""
        if self._go_on is not None:
            self._go_on(self._rows)


def replay(connection: sqlite3.Connection, entry: int, moving: Moving) -> bool:
    """Turn an entry round; False when it changed nothing.

    Called inside a transaction, which ties may be broken in until its end.
    """
    steps = connection.execute(
        f"SELECT seq, tab, kind, mask, {_VALUES} FROM undo_step WHERE entry_id = ?"  # noqa: S608
        " ORDER BY seq DESC",
        (entry,),
    ).fetchall()
    known = set(recorded_tables(connection))
    layouts: dict[str, tuple[list[str], list[int]]] = {}
    for turned, (_key, tab, kind, mask, *values) in enumerate(steps, 1):
        if tab not in known:
            raise sqlite3.IntegrityError(_("there is no {tab} to go back to").format(tab=tab))
        if tab not in layouts:
            found = columns(connection, tab)
            names = ['"' + col.name.replace('"', '""') + '"' for col in found]
            layouts[tab] = names, [col.position for col in found if col.key]
        if kind in ("import", "aside"):
            _turn_import(connection, kind, layouts[tab][0], values, moving)
        else:
            _turn_row(connection, tab, kind, mask, values, *layouts[tab])
        if turned % REPORTED == 0:
            moving.add(REPORTED)
    connection.execute("DELETE FROM undo_step WHERE entry_id = ?", (entry,))
    return (
        connection.execute(
            "UPDATE undo_step SET entry_id = ? WHERE entry_id IS NULL", (entry,)
        ).rowcount
        > 0
    )


def _turn_row(
    connection: sqlite3.Connection,
    tab: str,
    kind: str,
    mask: int,
    values: list[Any],
    names: list[str],
    keys: list[int],
) -> None:
    where = " AND ".join(f"{names[position]} = ?" for position in keys)
    key = [values[position] for position in keys]
    held = [position for position in range(len(names)) if mask >> position & 1]
    if kind == "insert":
        connection.execute(f'DELETE FROM "{tab}" WHERE {where}', key)  # noqa: S608
    elif kind == "delete":
        into = ", ".join(names[position] for position in held)
        marks = ", ".join("?" * len(held))
        connection.execute(
            f'INSERT INTO "{tab}" ({into}) VALUES ({marks})',  # noqa: S608
            [values[position] for position in held],
        )
    else:
        sets = ", ".join(f"{names[position]} = ?" for position in held)
        connection.execute(
            f'UPDATE "{tab}" SET {sets} WHERE {where}',  # noqa: S608
            [*(values[position] for position in held), *key],
        )


# -- imports, which go and come whole


def _turn_import(
    connection: sqlite3.Connection,
    kind: str,
    names: list[str],
    values: list[Any],
    moving: Moving,
) -> None:
    """Set an import's rows aside, or bring them back. A step a row would take an hour."""
    batch = values[0]
    rows = ", ".join(f'"{col.name}"' for col in columns(connection, "feedback"))
    here, there = ("feedback", "feedback_aside")
    if kind == "aside":
        here, there = there, here

    def move() -> None:
        for moved in _move(connection, batch, here, there, rows):
            moving.add(moved)

    set_logging(connection, False)
    held = ", ".join(f"c{position}" for position in range(len(names)))
    if kind == "import":
        row = connection.execute("SELECT * FROM import_batch WHERE id = ?", (batch,)).fetchone()
        if row is None:
            raise sqlite3.IntegrityError(_("that import is no longer in the workbook"))
        marks = ", ".join("?" * len(names))
        connection.execute(
            f"INSERT INTO undo_step (tab, kind, mask, {held})"  # noqa: S608
            f" VALUES ('import_batch', 'aside', 0, {marks})",
            row,
        )
    else:
        marks = ", ".join("?" * len(names))
        connection.execute(
            f"INSERT INTO import_batch VALUES ({marks})",  # noqa: S608
            values[: len(names)],
        )
        connection.execute(IMPORTED, (batch,))
    with unnoted(connection):
        if kind == "import":
            whole = forget_batch(connection, batch)
            move()
            if whole:
                rebuild(connection)
            connection.execute("DELETE FROM import_batch WHERE id = ?", (batch,))
        else:
            move()
            add_batch(connection, batch)
    set_logging(connection, True)


def _move(
    connection: sqlite3.Connection, batch: int, here: str, there: str, rows: str
) -> Iterator[int]:
    """Move an import's rows, a part at a time, and say how many: the next part has the room that
    the last one left, so that the file hardly grows."""
    while True:
        (last,) = connection.execute(
            f"SELECT max(id) FROM (SELECT id FROM {here} WHERE batch_id = ?"  # noqa: S608
            " ORDER BY id LIMIT ?)",
            (batch, MOVED),
        ).fetchone()
        if last is None:
            return
        part = "WHERE batch_id = ? AND id <= ?"
        connection.execute(
            f"INSERT INTO {there} ({rows}) SELECT {rows} FROM {here} {part}",  # noqa: S608
            (batch, last),
        )
        gone = connection.execute(f"DELETE FROM {here} {part}", (batch, last))  # noqa: S608
        yield gone.rowcount
