"""Comments that say the same get one group, when an import ends: over the whole workbook.

After a large import only those that are equal do, and `fold_rest` finds the others later on.
A comment joins the group of the first that says the same; nothing is written to older comments,
so taking the import back leaves them as they were. The finding itself is handed in: see
`insight/duplicates.py`.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.undo.stopping import Cancelled as Cancelled
from cxreset.workbook.undo.stopping import heard as heard

NEAR = 100_000  # comments looked through for near duplicates; beyond, the newest that differ
LOOKED_AT = 2_000  # characters of a comment that are compared
AT_HAND = 200_000  # different texts that are kept at hand to find equals among: some 25 MB
WRITTEN = 2_000  # comments that join a group in one transaction of `fold_rest`


class Find(NamedTuple):
    """How to find what says the same.

    `keys` gives the same for two texts that say the same but for case, blanks and punctuation.
    `groups` gives for each text the index of the first of its group: the first so many texts were
    grouped before and stay apart; its last argument is called now and then and may raise to stop.
    """

    keys: Callable[[Sequence[str]], list[bytes]]
    groups: Callable[[Sequence[str], int, Callable[[], None]], list[int]]


class Folded(NamedTuple):
    """What grouping found in an import (0 or more): comments that say the same as an earlier one,
    in how many groups, and how many of them repeat an earlier import to the word, with the same
    day and customer. `rest`: near duplicates are still to be looked for, see `fold_rest`."""

    comments: int = 0
    groups: int = 0
    repeated: int = 0
    rest: bool = False


# Who stands for a group: its first comment, or the next one when that was removed.
_IN_ORDER = """
  SELECT coalesce(f.group_id, f.id), substr(f.text, 1, :looked_at), f.batch_id IS :batch, f.id
  FROM feedback f WHERE f.id <= :last AND NOT f.apart AND (f.group_id IS NULL
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


class Equal:
    """Tells which comment was the first to say just that, while an import goes on.

    A number stands for each text; that two of a million get the same 64 bits by chance happens in
    one of ten million files. `whole` is False when there were too many to keep at hand: then
    `fold_equal` finds those that are left, when all are stored.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        batch: int,
        keys: Callable[[Sequence[str]], list[bytes]],
        known: int,
    ) -> None:
        """`known` comments are in the workbook already."""
        self.keys = keys
        self.first_of: dict[int, int] = {}
        self.whole = known <= AT_HAND
        if self.whole and known:
            for number, text, _, _ in connection.execute(_IN_ORDER, _here(batch)):
                self.first_of.setdefault(hash(keys([text])[0]), number)

    def firsts(self, number: int, texts: Sequence[str]) -> list[int | None]:
        """Of comments numbered from `number` on: the number of the one that said the same first;
        None when it is that one itself."""
        if not self.whole:
            return [None] * len(texts)
        found: list[int | None] = []
        setdefault = self.first_of.setdefault
        for own, words in enumerate(map(hash, self.keys(texts)), number):
            first = setdefault(words, own)
            found.append(None if first == own else first)
        if len(self.first_of) > AT_HAND:
            self.whole = False
            self.first_of.clear()
        return found


def _here(batch: int, last: int = 2**62) -> dict[str, int]:
    return {"batch": batch, "last": last, "looked_at": LOOKED_AT}


def fold(
    connection: sqlite3.Connection, batch: int, find: Find, go_on: Callable[[], None]
) -> Folded:
    """Group the comments of an import with all there are; `go_on` may raise Cancelled."""
    (many,) = connection.execute("SELECT count(*) FROM feedback").fetchone()
    if many > NEAR:
        fold_equal(connection, batch, find.keys)
    _join(connection, _near(connection, _here(batch), find, go_on))
    return grouping_result(connection, batch)


def grouping_result(connection: sqlite3.Connection, batch: int, *, repeated: bool = True) -> Folded:
    """What has been grouped in an import; `repeated`: earlier ones are there to be repeated."""
    comments, groups = connection.execute(
        "SELECT count(*), count(DISTINCT group_id) FROM feedback"
        " WHERE +batch_id = ? AND group_id IS NOT NULL",  # by the index of the few that joined
        (batch,),
    ).fetchone()
    again = 0
    if repeated and comments:
        (again,) = connection.execute(_REPEATED, {"batch": batch}).fetchone()
    return Folded(comments, groups, again)


def ungrouped(file: WorkbookFile) -> list[int]:
    """The numbers of the imports that `fold_rest` has still to look at."""
    with guarded(file.path):
        rows = file.connection.execute("SELECT id FROM import_batch WHERE NOT grouped ORDER BY id")
        return [number for (number,) in rows]


def fold_rest(file: WorkbookFile, find: Find, go_on: Callable[[], None]) -> int:
    """Group what large imports left ungrouped; returns how many comments joined another.

    The looking holds nobody up; what it finds is written in short transactions that undo knows
    nothing of. `go_on` may raise Cancelled: what is written by then is right, and the next call
    does the rest. Raises WorkbookBusy or NotSaved as every change does.
    """
    joined = 0
    for batch in ungrouped(file):
        with guarded(file.path):
            (last,) = file.connection.execute(
                "SELECT coalesce(max(id), 0) FROM feedback WHERE batch_id = ?", (batch,)
            ).fetchone()
            joining = _near(file.connection, _here(batch, last), find, go_on)
        for at in range(0, len(joining), WRITTEN):
            go_on()
            with file.transaction(recorded=False) as connection:
                joined += _join(connection, joining[at : at + WRITTEN])
        with file.transaction(recorded=False) as connection:
            connection.execute("UPDATE import_batch SET grouped = 1 WHERE id = ?", (batch,))
    return joined


def _near(
    connection: sqlite3.Connection, here: dict[str, int], find: Find, go_on: Callable[[], None]
) -> list[tuple[int, int]]:
    """(the first, who says the same) of the comments of an import; of a group its first alone."""
    rows = connection.execute(
        f"SELECT * FROM ({_IN_ORDER} ORDER BY f.id DESC LIMIT :near) ORDER BY 4",  # noqa: S608
        {**here, "near": NEAR},
    )
    numbers, texts, known = array("q"), [], 0
    for number, text, new, _ in rows:
        numbers.append(number)
        texts.append(text)
        known += not new
    firsts = find.groups(texts, known, go_on)
    return [(numbers[first], numbers[at]) for at, first in enumerate(firsts) if first != at]


def _join(connection: sqlite3.Connection, joining: list[tuple[int, int]]) -> int:
    """Let these join a group, with what had joined them before; returns how many did."""
    joined = connection.executemany(
        "UPDATE feedback SET group_id = ? WHERE id = ? AND group_id IS NULL AND NOT apart", joining
    ).rowcount
    connection.executemany("UPDATE feedback SET group_id = ? WHERE group_id = ?", joining)
    return max(joined, 0)


def fold_equal(
    connection: sqlite3.Connection, batch: int, keys: Callable[[Sequence[str]], list[bytes]]
) -> None:
    """Group what is equal, without holding the texts: a number for each is put aside and sorted,
    as in `Equal`."""
    here = _here(batch)
    connection.execute("DROP TABLE IF EXISTS temp.said")
    connection.execute("CREATE TEMP TABLE said (said INTEGER, first INTEGER, id INTEGER)")
    rows = connection.execute(_IN_ORDER, here)
    connection.executemany(
        "INSERT INTO temp.said VALUES (?, ?, ?)",
        ((hash(keys([text])[0]), number, own) for number, text, _, own in rows),
    )
    connection.execute(
        "UPDATE feedback SET group_id = again.first FROM ("
        " SELECT s.id, g.first FROM temp.said s JOIN (SELECT said, min(first) AS first"
        " FROM temp.said GROUP BY said HAVING count(*) > 1) g ON g.said = s.said"
        ") AS again WHERE feedback.id = again.id AND batch_id = :batch AND again.first <> again.id",
        here,
    )
    connection.execute("DROP TABLE temp.said")
