"""The search index (FTS5) over the words of the comments: kept right by every change.

It holds the words folded (`base/letters.py`), so that a word is found whatever its case, accents
and composition, in every script. Folding is ours, so the index has no content of its own: what is
taken out of it must be said as it was put in.

Triggers note which comments an ordinary change touched, and `settle` does what is due when the
transaction ends. Changes of many rows at once turn the noting off and tell the index in bulk.
Standard library only: this is on the way of every write.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

HELD_BYTES = 4 << 20  # of words that are sorted in memory before they are written
LONGEST = 1_000  # characters of what is typed into a search that count
# Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han, half-width kana.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)


@cache
def _unspaced() -> re.Pattern[str]:
    import re  # only a search needs it, not each write

    return re.compile(_UNSPACED)


def condition(words: str) -> tuple[list[str], list[object]]:
    """SQL conditions on `feedback` and their values: every word typed must be in the text.

    A word fits the beginnings of words, as `fold` makes them alike; one with other signs
    inside (`don't`) fits its parts in a row. Words in a script without blanks, and signs alone,
    fit anywhere. Nothing typed is ever a command of the index.
    """
    parts: list[str] = []
    values: list[object] = []
    indexed: list[str] = []
    for word in words[:LONGEST].replace("\0", " ").split():
        if any(map(str.isalnum, word)) and not _unspaced().search(word):
            indexed.append('"' + _folded(word).replace('"', '""') + '"*')
        else:
            parts.append("text LIKE ? ESCAPE '\\'")
            values.append("%" + "".join("\\" + c if c in "\\%_" else c for c in word) + "%")
    if indexed:
        parts.insert(0, "id IN (SELECT rowid FROM feedback_search WHERE feedback_search MATCH ?)")
        values.insert(0, " ".join(indexed))
    return parts, values


def _folded(text: str) -> str:
    """A text as the index holds it."""
    from cxreset.base.letters import fold  # a start that neither searches nor writes needs none

    return fold(text.replace("\0", " "))


def _let_fold(connection: sqlite3.Connection) -> None:
    """Make `folded(text)` known to the statements below; it stands in no stored SQL."""
    connection.create_function("folded", 1, _folded, deterministic=True)


# A text as the index is given it. ASCII it makes small by itself, and most texts are that: so many
# bytes as letters. (A NUL ends the letters that are counted, and leads to `folded` too.)
_FOR_INDEX = "CASE WHEN length(text) = length(CAST(text AS BLOB)) THEN text ELSE folded(text) END"


def settle(connection: sqlite3.Connection) -> None:
    """Tell the index what changed since the last time; called before every commit."""
    due = connection.execute("SELECT feedback_id, was FROM search_due ORDER BY seq").fetchall()
    if not due:
        return
    _let_fold(connection)
    indexed: dict[int, str | None] = {}
    for number, was in due:
        indexed.setdefault(number, was)  # the first change tells what the index still says
    for number, was in indexed.items():
        if was is not None:
            connection.execute(
                "INSERT INTO feedback_search (feedback_search, rowid, text)"
                " VALUES ('delete', ?, folded(?))",
                (number, was),
            )
        connection.execute(
            "INSERT INTO feedback_search (rowid, text)"
            " SELECT id, folded(text) FROM feedback WHERE id = ?",
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
    _let_fold(connection)
    connection.execute(
        "INSERT INTO feedback_search (feedback_search, rank) VALUES ('hashsize', ?)", (HELD_BYTES,)
    )
    connection.execute(
        f"INSERT INTO feedback_search (rowid, text) SELECT id, {_FOR_INDEX} FROM feedback"  # noqa: S608
        " WHERE batch_id = ? ORDER BY id",
        (batch,),
    )


def forget_batch(connection: sqlite3.Connection, batch: int) -> bool:
    """Take the comments of an import out of the index before they go, whichever way is shorter.

    True when the index was emptied: then `rebuild` must fill it again once they are gone.
    """
    (going,) = connection.execute(
        "SELECT count(*) FROM feedback WHERE batch_id = ?", (batch,)
    ).fetchone()
    (all_,) = connection.execute("SELECT count(*) FROM feedback").fetchone()
    if going * 2 >= all_:
        connection.execute("INSERT INTO feedback_search (feedback_search) VALUES ('delete-all')")
        return True
    _let_fold(connection)
    connection.execute(
        "INSERT INTO feedback_search (feedback_search, rowid, text)"  # noqa: S608
        f" SELECT 'delete', id, {_FOR_INDEX} FROM feedback WHERE batch_id = ?",
        (batch,),
    )
    return False


def rebuild(connection: sqlite3.Connection) -> None:
    """Build the index anew from the comments."""
    _let_fold(connection)
    connection.execute("INSERT INTO feedback_search (feedback_search) VALUES ('delete-all')")
    connection.execute(
        f"INSERT INTO feedback_search (rowid, text) SELECT id, {_FOR_INDEX} FROM feedback"  # noqa: S608
        " ORDER BY id"
    )
    connection.execute("DELETE FROM search_due")


def fill_new(connection: sqlite3.Connection) -> None:
    """Fill an index that was made anew, such as by a step of the layout; else do nothing."""
    (empty,) = connection.execute(
        "SELECT NOT EXISTS (SELECT 1 FROM feedback_search_idx) AND EXISTS (SELECT 1 FROM feedback)"
    ).fetchone()
    if empty:
        rebuild(connection)


def stale(connection: sqlite3.Connection) -> bool:
    """Does the index say anything else than the comments do? Nothing is changed.

    The index is compared with one made anew: every word, in how many comments it stands and how
    often. Raises sqlite3.OperationalError where the file cannot be held for writing.
    """
    connection.execute("BEGIN IMMEDIATE")  # a check is a command, and commands are writes
    try:
        settle(connection)
        connection.execute(
            "INSERT INTO feedback_search (feedback_search, rank) VALUES ('integrity-check', 0)"
        )
        before = _words(connection)
        rebuild(connection)
        return before != _words(connection)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return True
        raise
    finally:
        connection.execute("ROLLBACK")


def _words(connection: sqlite3.Connection) -> str:
    """A digest of all the words of the index and where they stand."""
    from hashlib import sha256

    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words"
        " USING fts5vocab('main', 'feedback_search', 'instance')"
    )
    digest = sha256()
    for row in connection.execute("SELECT term, doc, offset FROM temp.search_words"):
        digest.update(repr(row).encode())
    return digest.hexdigest()
