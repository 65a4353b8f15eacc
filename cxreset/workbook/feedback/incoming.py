"""What an importer hands in: where it came from, and its rows, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple, Protocol

AT_ONCE = 200  # rows together: so few stay in the processor's cache


class Incoming(Protocol):
    """Several rows that an importer hands in, column by column: the n-th of each is the n-th row.

    `cells` are the rows as the file has them, in the order of the import's `columns`. `approximate`
    is said of the days.
    """

    @property
    def row_numbers(self) -> Sequence[int]: ...
    @property
    def texts(self) -> Sequence[str]: ...
    @property
    def days(self) -> Sequence[date | None]: ...
    @property
    def channels(self) -> Sequence[str]: ...
    @property
    def ratings(self) -> Sequence[float | None]: ...
    @property
    def customers(self) -> Sequence[str]: ...
    @property
    def categories(self) -> Sequence[str]: ...
    @property
    def cells(self) -> Sequence[Sequence[str]]: ...
    @property
    def titles(self) -> Sequence[str]: ...
    @property
    def approximate(self) -> Sequence[bool]: ...


class Rows(NamedTuple):
    """Several rows by column, see `Incoming`."""

    row_numbers: Sequence[int]
    texts: Sequence[str]
    days: Sequence[date | None]
    channels: Sequence[str]
    ratings: Sequence[float | None]
    customers: Sequence[str]
    categories: Sequence[str]
    cells: Sequence[Sequence[str]]
    titles: Sequence[str]
    approximate: Sequence[bool]


Row = tuple[int, str, date | None, str, float | None, str, str, Sequence[str], str, bool]
"""One row in the order of `Rows`."""


def by_column(rows: Iterable[Row]) -> Iterator[Rows]:
    """Rows as they come one by one, a few together and by column."""
    following = iter(rows)
    while several := [*islice(following, AT_ONCE)]:
        yield Rows._make(zip(*several, strict=True))


class Batch(NamedTuple):
    """Where an import came from; the counts are filled in when it ends.

    `scale` is that of its ratings, such as `1-5`, empty where unknown. `personal`: kept or dropped.
    `columns` are the header of its rows.
    """

    file_name: str
    sha256: str
    imported_on: date
    channel: str
    text_column: str
    sheet: str = ""
    scale: str = ""
    personal: str = "kept"
    columns: Sequence[str] = ()


class Counts(NamedTuple):
    """What became of an import's rows."""

    read: int
    empty: int
    refused: int
