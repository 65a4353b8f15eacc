"""What every reader hands over, whatever the file: a header and rows of cells, one by one.

A new kind of file is one more function that returns a `Table`; `read.py` needs to know no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cxreset.base.channels import Channel
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.intake.decode.kinds import Kind
from cxreset.intake.decode.sniff import Sniffed

ROW_LIMIT = 1 << 20  # characters in one row
FIRST_ROWS = 90  # rows looked at to find the header


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
    """A file seen as rows. `rows()` starts from the top each time.

    `header` names are unique and never empty; every row has as many cells as the header.
    `delimiter` is empty for a single column and for what has none. `has_header` is False when the
    names were made up. `sheet` and `sheets` are of a workbook, empty otherwise.
    Where each row is a message, `speaker` is the column of who wrote it, and `customers` are those
    of them that are known to be the customer. `channel` is the only one such a file can have.
    """

    source: Sniffed
    delimiter: str
    header: tuple[str, ...]
    has_header: bool
    notes: tuple[str, ...]
    rows: Callable[[], Iterator[Row | Refusal]]
    kind: Kind = "CSV"
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    speaker: str = ""
    customers: frozenset[str] = frozenset()
    channel: Channel | None = None


def fitted(number: int, cells: list[str]) -> Row | Refusal:
    """The row, or its refusal when it holds more than ROW_LIMIT characters."""
    if sum(map(len, cells)) > ROW_LIMIT:
        return too_long(number)
    return Row(number, cells)


def too_long(number: int) -> Refusal:
    """The refusal of a row of more than ROW_LIMIT characters."""
    return Refusal(
        number, _("it is longer than {ROW_LIMIT} characters").format(ROW_LIMIT=whole(ROW_LIMIT))
    )
