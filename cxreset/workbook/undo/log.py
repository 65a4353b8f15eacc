"""What undo lives on: every change to a row leaves behind what was there before.

Triggers on each table write a step a changed row to `undo_step`: an insert its key, a deletion the
whole row, an update the columns that changed, as values and never as SQL, so that a workbook from
elsewhere can run nothing. They are made from the tables themselves, so a new table needs no code.
Values lie in `c0` to `c15`, in the order of the table's own columns; bit n of `mask` says that the
value of column n is among them. When a transaction ends, `record` ties its steps to a named entry.
"""

from __future__ import annotations

import sqlite3

from cxreset.workbook.nouns import noun_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

IMPORTED = "INSERT INTO undo_step (tab, kind, mask, c0) VALUES ('import_batch', 'import', 0, ?)"
"""Records an import as one step, after its rows were stored without recording."""
RESTORED = "restored"  # the kind of a step whose first value names the file kept aside
WIDTH = 16  # the columns c0 to c15 of undo_step
KEEP = 500  # entries kept
BURST_SECONDS = 5.0  # typing on in a field within this time is one change

# Not for undo: the ledger, what is kept of half-typed fields, the clock of the reading, when the
# leader was here, what was chosen in Share, what calendars hold, our own tables (of undo,
# search and counts). The rows of an import go and come with it: see `history.py`.
_LEFT_ALONE = (
    *("ledger", "draft", "focus_timer", "presence", "share_choice"),
    *("version_stamp", "calendar_entry"),
)
_OURS = ("sqlite_", "undo_", "search_", "feedback_")  # how other tables' names begin
# Where the leader is, how the screen shows things, which comment was looked at: going back there
# is no change of theirs.
_BOOKKEEPING = {("reset", "place"), ("reset", "hide_personal"), ("feedback", "seen")}
_ACTS = {  # tables without short ids: (inserted or changed, deleted)
    "reset": ("changed the settings", "changed the settings"),
    "step_tick": ("ticked {0}", "took the tick of {0} away"),
    "practice_tick": ("ticked a practice", "took a practice's tick away"),
    "answer": ("wrote an answer", "removed an answer"),
    "metric": ("noted a metric", "removed a metric"),
    "channel_seen": ("marked the channel {0}", "marked the channel {0}"),
    "pause": ("changed a pause", "took a pause away"),
    "squeeze": ("laid sessions closer", "laid sessions as they were"),
    "dropped_step": ("let go of {0}", "took {0} up again"),
    "suggestion": ("decided on a suggestion", "forgot a decision on a suggestion"),
    "practice_choice": ("took up a practice", "put a practice down"),
    "personal_choice": ("decided what is masked", "forgot what is masked"),
    "template_text": ("wrote a text to send", "removed a text to send"),
    "checkup_mark": ("marked the check-up", "marked the check-up"),
}


class LoggedColumn:
    """One column as its table tells of it: `key` is its position in the primary key, 0 for none."""

    def __init__(self, position: int, name: str, key: int) -> None:
        self.position = position
        self.name = name
        self.key = key


def columns(connection: sqlite3.Connection, table: str) -> list[LoggedColumn]:
    """A table's columns in order."""
    rows = connection.execute("SELECT cid, name, pk FROM pragma_table_info(?)", (table,))
    return [LoggedColumn(*row) for row in rows]


def recorded_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables whose changes can be undone."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if name not in _LEFT_ALONE and not name.startswith(_OURS)]


def make_triggers(connection: sqlite3.Connection) -> bool:
    """Make every trigger anew; called inside the transaction that has changed the layout.

    Steps recorded for an older layout no longer fit, so the history starts anew; returns whether
    there was one.
    """
    old = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'undo\\_%' ESCAPE '\\'"
    )
    for (name,) in old.fetchall():
        connection.execute(f"DROP TRIGGER {_quoted(name)}")
    for table in recorded_tables(connection):
        for statement in _triggers(table, columns(connection, table)):
            connection.execute(statement)
    (had_history,) = connection.execute("SELECT EXISTS (SELECT 1 FROM undo_entry)").fetchone()
    forget(connection)
    return bool(had_history)


def set_logging(connection: sqlite3.Connection, wanted: bool) -> bool:
    """Let the triggers write steps, or not; returns whether they did until now."""
    (before,) = connection.execute("SELECT recording FROM undo_switch").fetchone()
    if bool(before) != wanted:
        connection.execute("UPDATE undo_switch SET recording = ?", (wanted,))
    return bool(before)


def forget(connection: sqlite3.Connection) -> None:
    """Empty the history: nothing done so far can be undone or redone."""
    for table in ("undo_step", "undo_entry", "feedback_aside"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608


def _triggers(table: str, cols: list[LoggedColumn]) -> list[str]:
    """The three triggers of one table. Operators alone: functions may not be trusted in there.

    They are short because every start reads them: what can be said later, `record` says.
    """
    if len(cols) > WIDTH or not any(col.key for col in cols):
        raise ValueError(f"{table} has too many columns or no key, so it cannot be undone")
    names = {col.position: _quoted(col.name) for col in cols}
    keys = [col.position for col in cols if col.key]
    watched = [c.position for c in cols if not c.key and (table, c.name) not in _BOOKKEEPING]
    changed = {
        position: f"OLD.{names[position]} IS NOT NEW.{names[position]}" for position in watched
    }

    def trigger(kind: str, of: str, mask: str, values: dict[int, str]) -> str:
        into = "".join(f",c{position}" for position in values)
        what = "".join(f",{value}" for value in values.values())
        return (
            f"CREATE TRIGGER undo_{table}_{kind} AFTER {kind}{of} ON {_quoted(table)}"  # noqa: S608
            " WHEN (SELECT recording FROM undo_switch) BEGIN"
            f" INSERT INTO undo_step(tab,kind,mask{into})"
            f" VALUES('{table}','{kind}',{mask}{what}); END"
        )

    old = {position: f"OLD.{name}" for position, name in names.items()}
    statements = [
        trigger("insert", "", "0", {position: f"NEW.{names[position]}" for position in keys}),
        trigger("delete", "", str((1 << len(cols)) - 1), old),
    ]
    if watched:
        values = {position: old[position] for position in keys} | {
            position: f"CASE WHEN {test} THEN {old[position]} END"
            for position, test in changed.items()
        }
        of = " OF " + ",".join(names[position] for position in watched)
        mask = "|".join(f"(({test})<<{position})" for position, test in changed.items())
        statements.append(trigger("update", of, mask, values))
    return statements


def _typed(connection: sqlite3.Connection, table: str, mask: int) -> bool:
    """Is what changed one column of free text, by the table's own SQL: none of a few words?"""
    names = [col.name for col in columns(connection, table) if mask >> col.position & 1]
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()
    if len(names) != 1:
        return False
    import re  # only typing on in a field comes here

    found = re.search(rf"\b{re.escape(names[0])} TEXT\b(.*?)(?:,\s*\n|\n\)|$)", sql, re.DOTALL)
    return found is not None and "CHECK" not in found[1]


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
    if any(step[2:4] == ("update", 0) for step in steps):  # written over by the same
        connection.execute(
            "DELETE FROM undo_step WHERE entry_id IS NULL AND kind = 'update' AND mask = 0"
        )
        steps = [step for step in steps if step[2:4] != ("update", 0)]
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
    if kind != "update":
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
    positions = [col.position for col in columns(connection, tab) if col.key]
    same = all(key[position] == its_key[position] for position in positions)
    if whole != 1 or not same or not (before == "insert" or (before, its_mask) == (kind, mask)):
        return False
    if not _typed(connection, tab, mask):
        return False
    connection.execute("DELETE FROM undo_step WHERE seq = ?", (seq,))
    connection.execute("UPDATE undo_entry SET at = ? WHERE id = ?", (now, entry))
    return True


def main_step(steps: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Of the steps of a change the one it is about: what was deleted, else added, else changed.

    A step is (seq, table, kind, …). Ties come after what they tie, unless nothing else came
    or went.
    """
    main = [step for step in steps if step[1] != "evidence"] or steps
    order = {"delete": 0, "insert": 1}
    ties = [step for step in steps if step[1] == "evidence"]
    if ties and all(step[2] not in order for step in main):
        main = ties
    # of several deletions the last is the one that was asked for: what hangs on it goes first
    return min(reversed(main), key=lambda step: order.get(step[2], 2))


def _derived(connection: sqlite3.Connection, steps: list[tuple[Any, ...]]) -> str:
    """A name for a change that nobody named, by the step it is about."""
    _, tab, kind, mask, *values = main_step(steps)
    if tab == "evidence":
        ties = sum(1 for step in steps if step[1] == "evidence")
        return _tied(connection, kind, values, alone=ties == 1)
    if tab in _ACTS:
        return _ACTS[tab][kind == "delete"].format(values[0])
    if kind == "update":
        return _edited(connection, tab, mask, values)
    prefix, noun = noun_of(tab)
    verb = "added" if kind == "insert" else "deleted"
    return f"{verb} {noun} {prefix}{values[0]}" if prefix else f"{verb} {_with_article(noun)}"


def _tied(connection: sqlite3.Connection, kind: str, values: list[Any], *, alone: bool) -> str:
    """A tie made or cut; the table says which of its values is the pain and which the comment."""
    named = {col.name: values[col.position] for col in columns(connection, "evidence")[:3]}
    pain, comments = f"P{named['pain_id']}", f"C{named['feedback_id']}" if alone else "comments"
    return f"tied {comments} to {pain}" if kind == "insert" else f"untied {comments} from {pain}"


def _edited(connection: sqlite3.Connection, tab: str, mask: int, values: list[Any]) -> str:
    """A row changed, by the one column where that has a name of its own."""
    changed = [col.name for col in columns(connection, tab) if mask >> col.position & 1]
    match tab, changed:
        case "feedback", ["preventable"]:
            return f"judged C{values[0]}"
        case "pain", ["chosen"]:
            row = connection.execute("SELECT chosen FROM pain WHERE id = ?", values[:1]).fetchone()
            return f"chose P{values[0]}" if row and row[0] else f"let go of P{values[0]}"
        case "meeting", _:
            return "edited the meeting"
    prefix, noun = noun_of(tab)
    return f"edited {noun} {prefix}{values[0]}" if prefix else f"edited {_with_article(noun)}"


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
