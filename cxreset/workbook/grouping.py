"""Comments that say the same get one group, when an import ends: over the whole workbook.

A comment joins the group of the first that says the same; nothing is written to older comments,
so taking the import back leaves them as they were. The finding itself is handed in: see
`insight/duplicates.py`.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

NEAR = 100_000  # comments looked through for near duplicates; beyond, the newest that differ
LOOKED_AT = 2_000  # characters of a comment that are compared
_OPERATIONS = 200_000  # of SQLite between two looks at whether to go on: some milliseconds


class Find(NamedTuple):
    """How to find what says the same.

    `plain` gives two texts the same words when they say the same but for case and punctuation.
    `groups` gives for each text the index of the first of its group: the first so many texts were
    grouped before and stay apart; its last argument is called now and then and may raise to stop.
    """

    plain: Callable[[str], str]
    groups: Callable[[Sequence[str], int, Callable[[], None]], list[int]]


class Folded(NamedTuple):
    """What grouping found in an import (0 or more): comments that say the same as an earlier one,
    in how many groups, and how many of them repeat an earlier import to the word, with the same
    day and customer."""

    comments: int = 0
    groups: int = 0
    repeated: int = 0


class Cancelled(Exception):
    """The leader stopped an import; nothing of it was stored."""


# Who stands for a group: its first comment, or the next one when that was removed.
_STANDING = """
  SELECT coalesce(f.group_id, f.id), substr(f.text, 1, :looked_at), f.batch_id IS :batch, f.id
  FROM feedback f WHERE NOT f.apart AND (f.group_id IS NULL
    OR (f.id = (SELECT min(id) FROM feedback WHERE group_id = f.group_id)
        AND NOT EXISTS (SELECT 1 FROM feedback WHERE id = f.group_id)))
"""
_REPEATED = """
  SELECT count(*) FROM feedback WHERE batch_id = :batch AND group_id IS NOT NULL
  AND (received_on IS NOT NULL OR customer <> '')
  AND (text, coalesce(received_on, ''), customer) IN (
    SELECT text, coalesce(received_on, ''), customer FROM feedback
    WHERE batch_id IS NOT :batch AND coalesce(group_id, id) IN (
      SELECT group_id FROM feedback WHERE batch_id = :batch AND group_id IS NOT NULL))
"""


@contextmanager
def heard(connection: sqlite3.Connection, go_on: Callable[[], None]) -> Iterator[None]:
    """Inside, `go_on` is called even while one statement takes long, and may raise Cancelled."""
    stopped: list[Cancelled] = []

    def look() -> int:
        try:
            go_on()
        except Cancelled as why:
            stopped.append(why)
        return len(stopped)

    connection.set_progress_handler(look, _OPERATIONS)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise Cancelled from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def fold(
    connection: sqlite3.Connection, batch: int, find: Find, go_on: Callable[[], None]
) -> Folded:
    """Group the comments of an import with all there are; `go_on` may raise Cancelled."""
    here = {"batch": batch, "looked_at": LOOKED_AT}
    (many,) = connection.execute("SELECT count(*) FROM feedback").fetchone()
    if many > NEAR:
        _fold_equal(connection, here, find)
    rows = connection.execute(
        f"SELECT * FROM ({_STANDING} ORDER BY f.id DESC LIMIT :near) ORDER BY 4",  # noqa: S608
        {**here, "near": NEAR},
    )
    numbers, texts, known = array("q"), [], 0
    for number, text, new, _ in rows:
        numbers.append(number)
        texts.append(text)
        known += not new
    firsts = find.groups(texts, known, go_on)
    joining = [(numbers[first], numbers[at]) for at, first in enumerate(firsts) if first != at]
    connection.executemany("UPDATE feedback SET group_id = ? WHERE id = ?", joining)
    if many > NEAR:  # what had joined these before
        connection.executemany("UPDATE feedback SET group_id = ? WHERE group_id = ?", joining)
    comments, groups = connection.execute(
        "SELECT count(*), count(DISTINCT group_id) FROM feedback"
        " WHERE batch_id = ? AND group_id IS NOT NULL",
        (batch,),
    ).fetchone()
    (repeated,) = connection.execute(_REPEATED, here).fetchone()
    return Folded(comments, groups, repeated)


def _fold_equal(connection: sqlite3.Connection, here: dict[str, int], find: Find) -> None:
    """Group what is equal, without holding the texts: a number for each is put aside and sorted.

    That two of a million texts get the same 64 bits by chance happens in one of ten million files.
    """
    connection.execute("DROP TABLE IF EXISTS temp.said")
    connection.execute("CREATE TEMP TABLE said (said INTEGER, first INTEGER, id INTEGER)")
    rows = connection.execute(_STANDING, here)
    connection.executemany(
        "INSERT INTO temp.said VALUES (?, ?, ?)",
        ((hash(find.plain(text)), number, own) for number, text, _, own in rows),
    )
    connection.execute(
        "UPDATE feedback SET group_id = again.first FROM ("
        " SELECT s.id, g.first FROM temp.said s JOIN (SELECT said, min(first) AS first"
        " FROM temp.said GROUP BY said HAVING count(*) > 1) g ON g.said = s.said"
        ") AS again WHERE feedback.id = again.id AND batch_id = :batch AND again.first <> again.id",
        here,
    )
    connection.execute("DROP TABLE temp.said")
