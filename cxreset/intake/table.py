"""What every reader hands over, whatever the file: a header and rows of cells, one by one.

A new kind of file is one more function that returns a `Table`; `read.py` needs to know no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cxreset.intake.sniff import Sniffed


class Row(NamedTuple):
    """Row `number` (1 = the first row under the header; blank lines are not counted)."""

    number: int
    cells: list[str]


class Refusal(NamedTuple):
    """A row that was not taken, and why, in words that follow "row 12"."""

    row_number: int
    reason: str


@dataclass(frozen=True)
class Table:
    """A file seen as rows. `rows()` starts from the top each time and holds one row at a time.

    `header` names are unique and never empty; every row has as many cells as the header.
    `delimiter` is empty for a single column. `has_header` is False when the names were made up.
    """

    source: Sniffed
    delimiter: str
    header: tuple[str, ...]
    has_header: bool
    notes: tuple[str, ...]
    rows: Callable[[], Iterator[Row | Refusal]]
