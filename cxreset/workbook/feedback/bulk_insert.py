"""An import into the workbook: in one transaction, in bulk, whole or not at all.

A large one is stored with the indexes and triggers of the comments set aside: kept up row by row
they would take more time than all the rest. They are back before the transaction ends.
"""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring_ascii
from typing import NamedTuple, Protocol

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
from cxreset.workbook.search import add_batch, unnoted
from cxreset.workbook.storage.connection import storable
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.undo.log import IMPORTED, set_logging

BATCH = 2_000  # rows after which progress is told
AT_ONCE = 200  # rows that are held before they are written: so few stay in the processor's cache
MANY = 10_000  # rows from which on indexes are made anew, and near duplicates grouped afterwards
CACHE_KIB = 32_000  # of pages that wait for the end, and for the sorting of an index
_TOGETHER = 20  # rows a statement: what begins and ends a statement is paid once for them
_INTO = (
    "INSERT INTO feedback (id, group_id, batch_id, row_number, channel, text, received_on, rating,"
    " customer, category, raw) VALUES "
)
_MARKS = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_WIDTH = _MARKS.count("?")
_WHOLE = _INTO + ", ".join([_MARKS] * _TOGETHER)


class Incoming(Protocol):
    """What an importer hands in, a row at a time."""

    @property
    def row_number(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def received_on(self) -> date | None: ...
    @property
    def channel(self) -> str: ...
    @property
    def rating(self) -> float | None: ...
    @property
    def customer(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def raw(self) -> dict[str, str]: ...


class Batch(NamedTuple):
    """Where an import came from; the counts are filled in when it ends.

    `scale` is that of its ratings, such as `1-5`, empty where unknown. `personal`: kept or dropped.
    """

    file_name: str
    sha256: str
    imported_on: date
    channel: str
    text_column: str
    sheet: str = ""
    scale: str = ""
    personal: str = "kept"


class Counts(NamedTuple):
    """What became of an import's rows."""

    read: int
    empty: int
    refused: int


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
        work = _BulkInsert(connection, _begin(connection, batch), find, tell)
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
        number: int,
        find: Find | None,
        tell: Callable[[int], bool],
    ) -> None:
        self.connection = connection
        self.number = number
        self.find = find
        self.tell = tell
        self.stored = 0
        self.equal: Equal | None = None  # looks for equal comments as they come, in a large import
        self._put_back: list[str] = []  # what makes the indexes and triggers set aside anew
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
        at_once = min(AT_ONCE, BATCH)
        for row in rows:
            held.append(row)
            if len(held) % at_once == 0:
                held = self._held(held)
        self._write(held)
        self._go_on(self.stored)

    def _held(self, held: list[Incoming]) -> list[Incoming]:
        """Progress is told; in a large import the rows are written. Returns those still held."""
        taken = self.stored + len(held)
        if taken % BATCH == 0:
            self._go_on(taken)
        if taken < MANY:
            return held
        self._prepare_for_many(taken)
        self._write(held)
        return []

    def _prepare_for_many(self, taken: int) -> None:
        """What pays only in a large import, done once."""
        if self.find is not None and self.equal is None:
            with heard(self.connection, lambda: self._go_on(taken)):
                self.equal = Equal(self.connection, self.number, self.find.plain, self._known)
        if not self._put_back and taken >= self._known // 10:
            self._put_back = _set_aside(self.connection)

    def _write(self, held: list[Incoming]) -> None:
        _insert(self.connection, self.number, self._last + self.stored, held, self.equal)
        self.stored += len(held)

    def _go_on(self, taken: int) -> None:
        if not self.tell(taken):
            raise Cancelled

    def finish(self) -> Folded:
        """Indexes are back, the words can be searched, and what says the same is grouped."""
        connection = self.connection
        with heard(connection, lambda: self._go_on(self.stored)):
            for sql in self._put_back:
                connection.execute(sql)
            add_batch(connection, self.number)
            if self.find is None:
                return Folded()
            if self.equal is None:
                return fold(connection, self.number, self.find, lambda: self._go_on(self.stored))
            if not self.equal.whole:
                fold_equal(connection, self.number, self.find.plain)
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
        if collected:
            gc.enable()


def _begin(connection: sqlite3.Connection, batch: Batch) -> int:
    cursor = connection.execute(
        "INSERT INTO import_batch (file_name, sha256, imported_on, channel, text_column,"
        " sheet, scale, personal, rows_read, stored, empty, refused)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)",
        batch._replace(imported_on=batch.imported_on.isoformat()),  # type: ignore[arg-type]
    )
    return int(cursor.lastrowid or 0)


def _set_aside(connection: sqlite3.Connection) -> list[str]:
    """Drop the indexes of the comments, and the triggers that an import would only ask whether
    they have anything to do; returns how to make them anew."""
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'feedback' AND"
        " (type = 'index' AND sql NOT LIKE '% WHERE %'"  # those of few rows cost next to nothing
        " OR type = 'trigger' AND name IN ('search_insert', 'undo_feedback_insert'))"
    ).fetchall()
    for kind, name, _ in found:
        connection.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in found]


def _insert(
    connection: sqlite3.Connection,
    batch: int,
    last: int,
    held: Sequence[Incoming],
    equal: Equal | None,
) -> None:
    """Store these rows under the numbers after `last`."""
    flat: list[object] = []
    for number, row in enumerate(held, last + 1):
        text = words if (words := row.text).isascii() else storable(words)
        day = row.received_on
        flat += (
            number,
            None if equal is None else equal.first(number, text),
            batch,
            row.row_number,
            row.channel,
            text,
            None if day is None else day.isoformat(),
            row.rating,
            words if (words := row.customer).isascii() else storable(words),
            words if (words := row.category).isascii() else storable(words),
            as_json(row.raw),
        )
    step = _TOGETHER * _WIDTH
    whole = len(flat) // step * step
    for at in range(0, whole, step):
        connection.execute(_WHOLE, flat[at : at + step])
    if rest := flat[whole:]:
        connection.execute(_INTO + ", ".join([_MARKS] * (len(rest) // _WIDTH)), rest)


def as_json(raw: Mapping[str, str]) -> str:
    """The row's filled cells; several times as fast as `json.dumps`, and it is done a row at a
    time: cells are looked through all at once, and seldom have anything to escape."""
    cells = tuple(raw.values())
    whole = "".join(cells)
    if not (whole.isascii() and whole.isprintable()) or '"' in whole or "\\" in whole:
        cells = tuple([encode_basestring_ascii(cell)[1:-1] for cell in cells])
    form, names = _form(tuple(raw))
    if "" not in cells:
        return form % cells
    return "{" + ",".join([f'{n}{c}"' for n, c in zip(names, cells, strict=True) if c]) + "}"


@lru_cache(maxsize=8)
def _form(names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """How rows with these columns are written when all are filled, and what comes before a cell."""
    before = tuple(f'{encode_basestring_ascii(name)}:"' for name in names)
    return "{" + ",".join(name.replace("%", "%%") + '%s"' for name in before) + "}", before
