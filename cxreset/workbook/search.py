"""The search index (FTS5) over the words of the comments: kept right by every change.

Triggers note which comments an ordinary change touched, and `settle` does what is due when the
transaction ends. Changes of many rows at once turn the noting off and tell the index in bulk.
Standard library only: this is on the way of every write.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

HELD_BYTES = 4 << 20  # of words that are sorted in memory before they are written
LONGEST = 1_000  # characters of what is typed into a search that count
# Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han, half-width kana.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)


def condition(words: str) -> tuple[list[str], list[object]]:
    """SQL conditions on `feedback` and their values: every word typed must be in the text.

    A word fits the beginnings of words, whatever the case and the accents; one with other signs
    inside (`don't`) fits its parts in a row. Words in a script without blanks, and signs alone,
    fit anywhere. Nothing typed is ever a command of the index.
    """
    parts: list[str] = []
    values: list[object] = []
    indexed: list[str] = []
    for word in words[:LONGEST].replace("\0", " ").split():
        if any(map(str.isalnum, word)) and not _UNSPACED.search(word):
            indexed.append('"' + word.replace('"', '""') + '"*')
        else:
            parts.append("text LIKE ? ESCAPE '\\'")
            values.append("%" + "".join("\\" + c if c in "\\%_" else c for c in word) + "%")
    if indexed:
        parts.insert(0, "id IN (SELECT rowid FROM feedback_search WHERE feedback_search MATCH ?)")
        values.insert(0, " ".join(indexed))
    return parts, values


def settle(connection: sqlite3.Connection) -> None:
    """Tell the index what changed since the last time; called before every commit."""
    due = connection.execute("SELECT feedback_id, was FROM search_due ORDER BY seq").fetchall()
    if not due:
        return
    indexed: dict[int, str | None] = {}
    for number, was in due:
        indexed.setdefault(number, was)  # the first change tells what the index still says
    for number, was in indexed.items():
        if was is not None:
            connection.execute(
                "INSERT INTO feedback_search (feedback_search, rowid, text)"
                " VALUES ('delete', ?, ?)",
                (number, was),
            )
        connection.execute(
            "INSERT INTO feedback_search (rowid, text) SELECT id, text FROM feedback WHERE id = ?",
            (number,),
        )
    connection.execute("DELETE FROM search_due")


@contextmanager
def unnoted(connection: sqlite3.Connection) -> Iterator[None]:
    """Inside, changes of comments are not noted: whoever makes them tells the index."""
    settle(connection)  # what was noted before is about the rows as they are now
    connection.execute("UPDATE search_switch SET noting = 0")
    yield
    connection.execute("UPDATE search_switch SET noting = 1")


def add_batch(connection: sqlite3.Connection, batch: int) -> None:
    """Index the comments of an import. One statement: every other would begin a new segment, as
    would every megabyte of words, were they not held together a while longer."""
    connection.execute(
        "INSERT INTO feedback_search (feedback_search, rank) VALUES ('hashsize', ?)", (HELD_BYTES,)
    )
    connection.execute(
        "INSERT INTO feedback_search (rowid, text) SELECT id, text FROM feedback"
        " WHERE batch_id = ? ORDER BY id",
        (batch,),
    )


def drop_batch(connection: sqlite3.Connection, batch: int) -> None:
    """Take the comments of an import out of the index and the workbook, whichever way is shorter.

    They are deleted here because the index must be told before, or built anew after.
    """
    (going,) = connection.execute(
        "SELECT count(*) FROM feedback WHERE batch_id = ?", (batch,)
    ).fetchone()
    (all_,) = connection.execute("SELECT count(*) FROM feedback").fetchone()
    few = going * 2 < all_
    if few:
        connection.execute(
            "INSERT INTO feedback_search (feedback_search, rowid, text)"
            " SELECT 'delete', id, text FROM feedback WHERE batch_id = ?",
            (batch,),
        )
    connection.execute("DELETE FROM feedback WHERE batch_id = ?", (batch,))
    if not few:
        rebuild(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Build the index anew from the comments."""
    connection.execute("INSERT INTO feedback_search (feedback_search) VALUES ('rebuild')")
    connection.execute("DELETE FROM search_due")


def stale(connection: sqlite3.Connection) -> bool:
    """Does the index say anything else than the comments do? Nothing is changed.

    Raises sqlite3.OperationalError where the file cannot be held for writing.
    """
    connection.execute("BEGIN IMMEDIATE")  # a check is a command, and commands are writes
    try:
        settle(connection)
        connection.execute(
            "INSERT INTO feedback_search (feedback_search, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return True
        raise
    finally:
        connection.execute("ROLLBACK")
    return False
