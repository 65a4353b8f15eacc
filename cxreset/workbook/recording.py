"""What undo lives on: every change to a row leaves behind what was there before.

Triggers on each table write a step a changed row to `undo_step`: an insert its key, a deletion the
whole row, an update the columns that changed, as values and never as SQL, so that a workbook from
elsewhere can run nothing. They are made from the tables themselves, so a new table needs no code.
Values lie in `c0` to `c15`, in the order of the table's own columns; bit n of `mask` says that the
value of column n is among them. When a transaction ends, `record` ties its steps to a named entry.
"""

from __future__ import annotations

import re
import sqlite3
from typing import Any

IMPORTED = "INSERT INTO undo_step (tab, kind, mask, c0) VALUES ('import_batch', 'import', 0, ?)"
"""Records an import as one step, after its rows were stored without recording."""
WIDTH = 16  # the columns c0 to c15 of undo_step
KEEP = 500  # entries kept
BURST_SECONDS = 5.0  # typing on in a field within this time is one change

# Not for undo: the ledger, what is kept of half-typed fields, the clock of the reading, who was here when, and our own
# tables. The rows of an import go and come with their import: see `undo.py`.
_LEFT_ALONE = ("ledger", "draft", "focus_timer", "presence", "feedback_aside")
# Where the leader is and which comment was looked at: going back there is no change of theirs.
_BOOKKEEPING = {("reset", "place"), ("feedback", "seen")}
_NAMED = {  # table -> prefix of its short ids, what one is called; as in tables.py
    "import_batch": ("I", "import"),
    "feedback": ("C", "comment"),
    "pain": ("P", "pain point"),
    "touchpoint": ("T", "touchpoint"),
    "gap": ("G", "gap"),
    "fix": ("F", "fix"),
    "action": ("A", "action"),
    "meeting": ("", "meeting"),
    "person": ("", "person"),
    "agenda_item": ("", "agenda item"),
    "insight": ("", "insight"),
    "decision": ("D", "decision"),
    "follow_up": ("U", "follow-up"),
    "pilot": ("PL", "pilot"),
    "measurement": ("M", "measurement"),
    "voice": ("V", "voice"),
    "lesson": ("L", "lesson"),
    "procedure": ("S", "procedure"),
    "share_out": ("", "share-out"),
    "journal": ("", "journal line"),
}
_SAID = {  # tables without short ids: (inserted or changed, deleted)
    "reset": ("changed the settings", "changed the settings"),
    "step_tick": ("ticked {0}", "took the tick of {0} away"),
    "practice_tick": ("ticked a practice", "took a practice's tick away"),
    "answer": ("wrote an answer", "removed an answer"),
    "metric": ("noted a metric", "removed a metric"),
    "channel_seen": ("marked the channel {0}", "marked the channel {0}"),
    "checkup_mark": ("marked the check-up", "marked the check-up"),
}


class Column:
    """One column as its table tells of it: `key` is its place in the primary key, 0 for none."""

    def __init__(self, place: int, name: str, key: int) -> None:
        self.place = place
        self.name = name
        self.key = key


def columns(connection: sqlite3.Connection, table: str) -> list[Column]:
    """A table's columns in order."""
    rows = connection.execute("SELECT cid, name, pk FROM pragma_table_info(?)", (table,))
    return [Column(*row) for row in rows]


def recorded_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables whose changes can be undone."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [
        name
        for (name,) in rows
        if name not in _LEFT_ALONE and not name.startswith(("sqlite_", "undo_"))
    ]


def make_triggers(connection: sqlite3.Connection) -> None:
    """Make every trigger anew; called inside the transaction that has changed the layout.

    Steps recorded for an older layout no longer fit, so the history starts anew.
    """
    old = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'undo\\_%' ESCAPE '\\'"
    )
    for (name,) in old.fetchall():
        connection.execute(f"DROP TRIGGER {_quoted(name)}")
    for table in recorded_tables(connection):
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
        ).fetchone()
        for statement in _triggers(table, columns(connection, table), sql):
            connection.execute(statement)
    forget(connection)


def forget(connection: sqlite3.Connection) -> None:
    """Empty the history: nothing done so far can be undone or redone."""
    for table in ("undo_step", "undo_entry", "feedback_aside"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608


def _triggers(table: str, cols: list[Column], sql: str) -> list[str]:
    """The three triggers of one table. Operators alone: functions may not be trusted in there."""
    if len(cols) > WIDTH or not any(col.key for col in cols):
        raise ValueError(f"{table} has too many columns or no key, so it cannot be undone")
    names = {col.place: _quoted(col.name) for col in cols}
    keys = [col.place for col in cols if col.key]
    watched = [c.place for c in cols if not c.key and (table, c.name) not in _BOOKKEEPING]
    changed = {place: f"OLD.{names[place]} IS NOT NEW.{names[place]}" for place in watched}
    # Free text is typed, the rest is picked; only typing is taken together.
    picked = [changed[place] for place in watched if not _typed(cols[place].name, sql)]

    def trigger(kind: str, when: str, mask: str, values: dict[int, str], said: str) -> str:
        into = "".join(f", c{place}" for place in values)
        what = "".join(f", {value}" for value in values.values())
        return (
            f"CREATE TRIGGER {_quoted(f'undo_{table}_{kind}')} AFTER {kind} ON {_quoted(table)}"
            f" WHEN (SELECT recording FROM undo_switch){when} BEGIN"
            f" INSERT INTO undo_step (tab, kind, mask{into})"
            f" VALUES ('{table}', {said}, {mask}{what}); END"
        )

    statements = [
        trigger("INSERT", "", "0", {place: f"NEW.{names[place]}" for place in keys}, "'insert'"),
        trigger(
            "DELETE",
            "",
            str((1 << len(cols)) - 1),
            {place: f"OLD.{name}" for place, name in names.items()},
            "'delete'",
        ),
    ]
    if watched:
        values = {place: f"OLD.{names[place]}" for place in keys} | {
            place: f"CASE WHEN {test} THEN OLD.{names[place]} END"
            for place, test in changed.items()
        }
        statements.append(
            trigger(
                "UPDATE",
                f" AND ({' OR '.join(changed.values())})",
                " | ".join(f"(({test}) << {place})" for place, test in changed.items()),
                values,
                f"CASE WHEN {' OR '.join(picked)} THEN 'update' ELSE 'typed' END"
                if picked
                else "'typed'",
            )
        )
    moved = " OR ".join(f"OLD.{names[place]} IS NOT NEW.{names[place]}" for place in keys)
    statements.append(  # a row keeps its key for life; without that, a step could not find it
        f"CREATE TRIGGER {_quoted(f'undo_{table}_key')} BEFORE UPDATE OF"
        f" {', '.join(names[place] for place in keys)} ON {_quoted(table)} WHEN {moved}"
        " BEGIN SELECT RAISE(ABORT, 'a row keeps its key'); END"
    )
    return statements


def _typed(column: str, sql: str) -> bool:
    """Does a column hold free text, by its table's SQL: text that is not one of a few words?"""
    told = re.search(rf"\b{re.escape(column)} TEXT\b(.*?)(?:,\s*\n|\n\)|$)", sql, re.DOTALL)
    return told is not None and "CHECK" not in told[1]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


# -- at the end of a transaction


def record(connection: sqlite3.Connection, name: str, now: float) -> bool:
    """Tie what has been written since to one entry called `name`; False when nothing was.

    `now` is in seconds of any clock that goes on over restarts. What had been undone cannot be
    redone any more.
    """
    steps = connection.execute(
        "SELECT seq, tab, kind, mask, c0, c1, c2 FROM undo_step WHERE entry_id IS NULL"
        " ORDER BY seq LIMIT 200"
    ).fetchall()
    if not steps:
        return False
    if connection.execute("DELETE FROM undo_entry WHERE undone").rowcount:
        connection.execute("DELETE FROM feedback_aside")  # only a redo would have brought it back
    name = name or _derived(connection, steps)
    if len(steps) == 1 and _goes_on(connection, steps[0], name, now):
        return True
    (entry,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM undo_entry").fetchone()
    connection.execute("INSERT INTO undo_entry (id, name, at) VALUES (?, ?, ?)", (entry, name, now))
    connection.execute("UPDATE undo_step SET entry_id = ? WHERE entry_id IS NULL", (entry,))
    connection.execute("DELETE FROM undo_entry WHERE id <= ?", (entry - KEEP,))
    return True


def _goes_on(connection: sqlite3.Connection, step: tuple[Any, ...], name: str, now: float) -> bool:
    """Typing on in the same field soon after: the entry before keeps the older value, and stays."""
    seq, tab, kind, mask, *key = step
    if kind != "typed" or mask & (mask - 1):  # more than one column is no typing
        return False
    last = connection.execute(
        "SELECT e.id, s.kind, s.mask, s.c0, s.c1, s.c2 FROM undo_entry e"
        " JOIN undo_step s ON s.entry_id = e.id WHERE e.id = (SELECT max(id) FROM undo_entry)"
        " AND e.name = ? AND e.at BETWEEN ? AND ? AND s.tab = ? LIMIT 2",
        (name, now - BURST_SECONDS, now, tab),
    ).fetchall()
    if len(last) != 1:
        return False
    entry, before, its_mask, *its_key = last[0]
    (whole,) = connection.execute(
        "SELECT count(*) FROM undo_step WHERE entry_id = ?", (entry,)
    ).fetchone()
    places = [col.place for col in columns(connection, tab) if col.key]
    same = all(key[place] == its_key[place] for place in places)
    if whole != 1 or not same or not (before == "insert" or (before, its_mask) == (kind, mask)):
        return False
    connection.execute("DELETE FROM undo_step WHERE seq = ?", (seq,))
    connection.execute("UPDATE undo_entry SET at = ? WHERE id = ?", (now, entry))
    return True


def _derived(connection: sqlite3.Connection, steps: list[tuple[Any, ...]]) -> str:
    """A name for a change that nobody named: what was deleted, else added, else changed."""
    main = [step for step in steps if step[1] != "evidence"] or steps
    order = {"delete": 0, "insert": 1}
    ties = [step for step in steps if step[1] == "evidence"]
    if ties and all(step[2] not in order for step in main):
        main = ties
    # of several deletions the last is the one that was asked for: what hangs on it goes first
    _, tab, kind, mask, *values = min(reversed(main), key=lambda step: order.get(step[2], 2))
    if tab == "evidence":
        feedback, pain = values[:2]
        comments = f"C{feedback}" if len(main) == 1 else "comments"
        return (
            f"tied {comments} to P{pain}" if kind == "insert" else f"untied {comments} of P{pain}"
        )
    if tab in _SAID:
        return _SAID[tab][kind == "delete"].format(values[0])
    prefix, noun = _NAMED.get(tab, ("", tab.replace("_", " ")))
    article = "an" if noun[0] in "aeiou" else "a"
    if kind == "insert":
        return f"added {noun} {prefix}{values[0]}" if prefix else f"added {article} {noun}"
    if kind == "delete":
        return f"deleted {noun} {prefix}{values[0]}" if prefix else f"deleted {article} {noun}"
    if tab == "feedback":
        names = {col.place: col.name for col in columns(connection, tab)}
        if [names[place] for place in names if mask >> place & 1] == ["preventable"]:
            return f"judged C{values[0]}"
    if tab == "meeting":
        return "edited the meeting"
    return f"edited {prefix}{values[0]}" if prefix else f"edited {article} {noun}"
