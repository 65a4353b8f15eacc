"""An import into the workbook: in one transaction, in bulk, whole or not at all.

A large one is stored with the indexes and triggers of the comments set aside: kept up row by row
they would take more time than all the rest. They are back before the transaction ends.
"""

from __future__ import annotations

import gc
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, repeat

from cxreset.base.channels import CHANNELS
from cxreset.base.language.words import _
from cxreset.workbook.feedback.grouping import (
    Cancelled,
    Equal,
    Find,
    Folded,
    fold,
    fold_equal,
    grouping_result,
    heard,
)
from cxreset.workbook.feedback.incoming import Batch, Counts, Incoming
from cxreset.workbook.feedback.original import as_line, as_lines
from cxreset.workbook.search import add_batch, unnoted
from cxreset.workbook.storage.connection import storable
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.undo.log import IMPORTED, set_logging

BATCH = 2_000  # rows after which progress is told
MANY = 10_000  # rows from which on indexes are made anew, and near duplicates grouped afterwards
CACHE_KIB = 32_000  # of pages that wait for the end, and for the sorting of an index
_TOGETHER = 20  # rows a statement: what begins and ends a statement is paid once for them
_INTO = (
    "INSERT INTO feedback (id, group_id, batch_id, row_number, channel, text, received_on, rating,"
    " customer, category, raw, title, approximate) VALUES "
)
_MARKS = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WIDTH = _MARKS.count("?")
_WHOLE = _INTO + ", ".join([_MARKS] * _TOGETHER)
_COUNT = (
    "INSERT INTO feedback_count (channel, seen, comments) VALUES (?, 0, ?)"
    " ON CONFLICT DO UPDATE SET comments = comments + excluded.comments"
)


def store(
    file: WorkbookFile,
    batch: Batch,
    rows: Iterable[Incoming],
    counts: Callable[[], Counts],
    tell: Callable[[int], bool] = lambda stored: True,
    find: Find | None = None,
) -> Folded:
    """Store an import whole or not at all; returns what was found to say the same.

    `counts` is asked at the end; `tell` hears the number taken so far and answers whether to go
    on. Raises Cancelled when it says no. For undo it is one change, whole. `find` groups what says
    the same, over the whole workbook; without it every comment stands alone. From MANY comments on
    only what is equal is grouped here, and the rest is left to `grouping.fold_rest`.
    """
    with file.transaction(f"imported {batch.file_name}") as connection, _in_bulk(connection):
        was_logging = set_logging(connection, False)
        work = _BulkInsert(connection, batch, find, tell)
        with unnoted(connection):
            work.take(rows)
            folded = work.finish()
        final = counts()
        connection.execute(
            "UPDATE import_batch SET rows_read = ?, stored = ?, empty = ?, refused = ?,"
            " grouped = ? WHERE id = ?",
            (final.read, work.stored, final.empty, final.refused, not work.large, work.number),
        )
        if was_logging:
            set_logging(connection, True)
            connection.execute(IMPORTED, (work.number,))
    return folded._replace(rest=work.large)


class _BulkInsert:
    """The rows of one import on their way into the workbook, a few at a time."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        batch: Batch,
        find: Find | None,
        tell: Callable[[int], bool],
    ) -> None:
        self.connection = connection
        self.number = _begin(connection, batch)
        self.find = find
        self.tell = tell
        self.stored = 0
        self.equal: Equal | None = None  # looks for equal comments as they come, in a large import
        self._put_back: list[str] = []  # what makes the indexes and triggers set aside anew
        self._uncounted: Counter[str] = Counter()  # comments by channel, stored without triggers
        (self._known,) = connection.execute("SELECT count(*) FROM feedback").fetchone()
        (self._last,) = connection.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'feedback'"
        ).fetchone()

    @property
    def large(self) -> bool:
        """Are equal comments alone grouped now, and those that are nearly so later?"""
        return self.equal is not None

    def take(self, rows: Iterable[Incoming]) -> None:
        """Store all rows; raises Cancelled when the one who is told of it says so."""
        held: list[Incoming] = []
        taken = asked_at = 0
        for several in rows:
            held.append(several)
            taken += len(several.texts)
            if taken >= asked_at + BATCH:
                asked_at = taken
                self._go_on(taken)
            if taken >= MANY:
                self._prepare_for_many(taken)
                self._write(held)
        self._write(held)
        self._go_on(self.stored)

    def _prepare_for_many(self, taken: int) -> None:
        """What pays only in a large import, done once."""
        if self.find is not None and self.equal is None:
            with heard(self.connection, lambda: self._go_on(taken)):
                self.equal = Equal(self.connection, self.number, self.find.keys, self._known)
        if not self._put_back and taken >= self._known // 10:
            self._put_back = _set_aside(self.connection)
            # what they would check `_columns` sees to, or is the table's own default
            self.connection.execute("PRAGMA ignore_check_constraints = ON")

    def _write(self, held: list[Incoming]) -> None:
        """Store what is held, and hold it no longer."""
        for several in held:
            _insert(self.connection, self._columns(several))
            if self._put_back:
                self._uncounted.update(several.channels)
            self.stored += len(several.texts)
        held.clear()

    def _columns(self, rows: Incoming) -> tuple[Iterable[object], ...]:
        """The columns of some rows, in the order of _INTO."""
        if unknown := set(rows.channels).difference(CHANNELS):
            raise sqlite3.IntegrityError(
                _("there is no channel {unknown}").format(unknown=min(unknown))
            )
        size = len(rows.texts)
        first = self._last + self.stored + 1
        texts = _storable(rows.texts)
        groups = repeat(None, size) if self.equal is None else self.equal.firsts(first, texts)
        return (
            range(first, first + size),
            groups,
            repeat(self.number, size),
            rows.row_numbers,
            rows.channels,
            texts,
            [None if day is None else day.isoformat() for day in rows.days],
            rows.ratings,
            _storable(rows.customers),
            _storable(rows.categories),
            as_lines(rows.cells, texts),
            _storable(rows.titles),
            rows.approximate,
        )

    def _go_on(self, taken: int) -> None:
        if not self.tell(taken):
            raise Cancelled

    def finish(self) -> Folded:
        """Indexes are back, the words can be searched, and what says the same is grouped."""
        connection = self.connection
        with heard(connection, lambda: self._go_on(self.stored)):
            for sql in self._put_back:
                connection.execute(sql)
            connection.executemany(_COUNT, self._uncounted.items())
            add_batch(connection, self.number)
            if self.find is None:
                return Folded()
            if self.equal is None:
                return fold(connection, self.number, self.find, lambda: self._go_on(self.stored))
            if not self.equal.whole:
                fold_equal(connection, self.number, self.find.keys)
            return grouping_result(connection, self.number, repeated=self._known > 0)


@contextmanager
def _in_bulk(connection: sqlite3.Connection) -> Iterator[None]:
    """Inside, pages wait for the end, and nothing looks for circles among a million tuples."""
    collected = gc.isenabled()
    (cache,) = connection.execute("PRAGMA cache_size").fetchone()
    gc.disable()
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {cache:d}")
        connection.execute("PRAGMA ignore_check_constraints = OFF")
        if collected:
            gc.enable()


def _begin(connection: sqlite3.Connection, batch: Batch) -> int:
    cursor = connection.execute(
        "INSERT INTO import_batch (file_name, sha256, imported_on, channel, text_column,"
        " sheet, scale, personal, columns, rows_read, stored, empty, refused)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)",
        (
            batch.file_name,
            batch.sha256,
            batch.imported_on.isoformat(),
            batch.channel,
            batch.text_column,
            batch.sheet,
            batch.scale,
            batch.personal,
            as_line(batch.columns),
        ),
    )
    return int(cursor.lastrowid or 0)


def _set_aside(connection: sqlite3.Connection) -> list[str]:
    """Drop the indexes of the comments, and the triggers that an import would only ask whether
    they have anything to do, or that count one by one; returns how to make them anew."""
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'feedback' AND"
        " (type = 'index' AND sql NOT LIKE '% WHERE %'"  # those of few rows cost next to nothing
        " OR type = 'trigger' AND name IN"
        " ('search_insert', 'count_insert', 'undo_feedback_insert'))"
    ).fetchall()
    for kind, name, _sql in found:
        connection.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in found]


def _storable(words: Sequence[str]) -> Sequence[str]:
    return words if all(map(str.isascii, words)) else [storable(word) for word in words]


def _insert(connection: sqlite3.Connection, columns: tuple[Iterable[object], ...]) -> None:
    """Store rows given by column in the order of _INTO."""
    flat = [*chain.from_iterable(zip(*columns, strict=True))]
    step = _TOGETHER * _WIDTH
    whole = len(flat) // step * step
    for at in range(0, whole, step):
        connection.execute(_WHOLE, flat[at : at + step])
    if rest := flat[whole:]:
        connection.execute(_INTO + ", ".join([_MARKS] * (len(rest) // _WIDTH)), rest)
