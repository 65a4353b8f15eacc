"""Undo and redo: the changes of a workbook, taken back from the last and made again.

Undoing an entry replays its steps from the last to the first. The triggers that recorded them
record the replay too, and that becomes the entry's steps: so redo is the same as undo.
"""

from __future__ import annotations

import sqlite3

from cxreset.workbook.search import add_batch, forget_batch, rebuild, unnoted
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.undo.log import (
    IMPORTED,
    KEEP,
    RESTORED,
    WIDTH,
    columns,
    forget,
    record,
    recorded_tables,
    set_logging,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    GoOn = Callable[[int], None]
    """Called now and then with how many comments were moved so far; raises Cancelled to stop."""

MOVED = 5_000  # rows of an import that are moved at a time when it is undone or redone
_VALUES = ", ".join(f"c{position}" for position in range(WIDTH))


class History:
    """What was done in an open workbook, by this window or another. Names are as they were given:
    text from outside may be in them."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file

    def next_undo(self) -> str | None:
        """The name of the change that `undo` would take back; None when there is none."""
        entry = self._next(undone=False)
        return entry and entry[1]

    def next_redo(self) -> str | None:
        """The name of the change that `redo` would make again; None when there is none."""
        entry = self._next(undone=True)
        return entry and entry[1]

    def undoes_whole_file(self) -> bool:
        """Would `undo` take back a whole import or a restore: more than a line can say?"""
        entry = self._next(undone=False)
        if entry is None:
            return False
        with guarded(self.file.path):
            found = self.file.connection.execute(
                "SELECT 1 FROM undo_step WHERE entry_id = ? AND kind IN ('import', 'aside', ?)",
                (entry[0], RESTORED),
            ).fetchone()
        return found is not None

    def entries(self, limit: int) -> list[tuple[str, float]]:
        """(name, moment) of the last changes that can be undone, newest first, at most `limit`.

        A moment is in seconds of the workbook's clock.
        """
        with guarded(self.file.path):
            return self.file.connection.execute(
                "SELECT name, at FROM undo_entry WHERE NOT undone ORDER BY id DESC LIMIT ?",
                (limit,),
            ).fetchall()

    def undo(self, go_on: GoOn | None = None) -> str | None:
        """Take the last change back; returns its name, None when there is nothing to undo.

        Raises NotSaved, WorkbookBusy, or Cancelled when `go_on` does; then the workbook is as it
        was.
        """
        return self._replay(_Moving(go_on), undone=False)

    def redo(self, go_on: GoOn | None = None) -> str | None:
        """Make the change undone last once more; None when nothing is. Raises as `undo` does."""
        return self._replay(_Moving(go_on), undone=True)

    def depth(self) -> int:
        """How many changes can be undone now."""
        with guarded(self.file.path):
            row = self.file.connection.execute("SELECT count(*) FROM undo_entry WHERE NOT undone")
            return int(row.fetchone()[0])

    def trim(self, keep: int = KEEP) -> None:
        """Forget all but the last `keep` changes (0 or more); 0 also forgets what was undone."""
        with self.file.transaction(recorded=False) as connection:
            if keep <= 0:
                forget(connection)
                return
            connection.execute(
                "DELETE FROM undo_entry WHERE NOT undone AND id <="
                " (SELECT max(id) FROM undo_entry WHERE NOT undone) - ?",
                (keep,),
            )

    def _next(self, *, undone: bool) -> tuple[int, str] | None:
        which = "undone ORDER BY id" if undone else "NOT undone ORDER BY id DESC"
        with guarded(self.file.path):
            found: tuple[int, str] | None = self.file.connection.execute(
                f"SELECT id, name FROM undo_entry WHERE {which} LIMIT 1"  # noqa: S608
            ).fetchone()
        return found

    def _replay(self, moving: _Moving, *, undone: bool) -> str | None:
        from cxreset.workbook.undo.restored import kept_by, turn  # no start undoes anything
        from cxreset.workbook.undo.stopping import heard

        done = None
        entry = self._next(undone=undone)
        if entry is not None and (kept := kept_by(self.file.connection, entry[0])) is not None:
            turn(self.file, entry[1], kept, undone=undone)
            self.file.on_change()
            return entry[1]
        with self.file.transaction() as connection:
            # a change made by another program without a name is a change all the same
            record(connection, "", self.file.clock())
            connection.execute("PRAGMA defer_foreign_keys = ON")
            while (entry := self._next(undone=undone)) is not None:
                number, name = entry
                with heard(connection, moving.look):
                    changed = _replay(connection, number, moving)
                if changed:
                    connection.execute(
                        "UPDATE undo_entry SET undone = ? WHERE id = ?", (not undone, number)
                    )
                    done = name
                    break
                # it came to nothing, such as a word typed and taken away again
                connection.execute("DELETE FROM undo_entry WHERE id = ?", (number,))
        self.file.on_change()
        return done


class _Moving:
    """How far an import's comments are moved, told to whoever waits for it."""

    def __init__(self, go_on: GoOn | None) -> None:
        self._go_on = go_on
        self._comments = 0

    def add(self, comments: int) -> None:
        self._comments += comments
        self.look()

    def look(self) -> None:
        if self._go_on is not None:
            self._go_on(self._comments)


def _replay(connection: sqlite3.Connection, entry: int, moving: _Moving) -> bool:
    """Turn an entry round; False when it changed nothing."""
    steps = connection.execute(
        f"SELECT seq, tab, kind, mask, {_VALUES} FROM undo_step WHERE entry_id = ?"  # noqa: S608
        " ORDER BY seq DESC",
        (entry,),
    ).fetchall()
    known = set(recorded_tables(connection))
    layouts: dict[str, tuple[list[str], list[int]]] = {}
    for _, tab, kind, mask, *values in steps:
        if tab not in known:
            raise sqlite3.IntegrityError(f"there is no {tab} to go back to")
        if tab not in layouts:
            found = columns(connection, tab)
            names = ['"' + col.name.replace('"', '""') + '"' for col in found]
            layouts[tab] = names, [col.position for col in found if col.key]
        if kind in ("import", "aside"):
            _turn_import(connection, kind, layouts[tab][0], values, moving)
        else:
            _turn_row(connection, tab, kind, mask, values, *layouts[tab])
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
    moving: _Moving,
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
            raise sqlite3.IntegrityError("that import is no longer in the workbook")
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
