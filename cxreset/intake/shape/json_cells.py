"""Columns whose cells are JSON objects: each of their fields becomes a column of its own."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.intake.columns.find import find_column
from cxreset.intake.shape.headers import unique_names
from cxreset.intake.shape.json_rows import COLUMN_LIMIT, flat
from cxreset.intake.shape.table import Refusal, Row, Table, fitted

_JUDGED = 200  # rows
_MOST = 0.8  # share of a column's filled cells that are objects
_LENGTH = 200_000  # characters of a cell that is looked into


def with_fields_apart(table: Table, asked: Sequence[str] = ()) -> Table:
    """The same table, its columns of JSON objects taken apart; itself where there are none.

    A column that was `asked` for stays whole.

    `details` with `{"words": …, "note": …}` becomes `details.words` and `details.note`.
    """
    rows = [row.cells for row in islice(table.rows(), _JUDGED) if isinstance(row, Row)]
    whole = {_called(table.header, name) for name in asked}
    found = [
        at
        for at, name in enumerate(table.header)
        if name not in whole and _holds_objects([row[at] for row in rows])
    ]
    if not found or len(table.header) > COLUMN_LIMIT:
        return table
    fields = {at: _fields([row[at] for row in rows], table.header[at]) for at in found}
    names: list[str] = []
    for at, name in enumerate(table.header):
        names += fields.get(at, [name])

    def apart() -> Iterator[Row | Refusal]:
        for row in table.rows():
            if isinstance(row, Refusal):
                yield row
                continue
            cells: list[str] = []
            for at, cell in enumerate(row.cells):
                cells += _parted(cell, fields[at], table.header[at]) if at in fields else [cell]
            yield fitted(row.number, cells)

    note = _("Cells that hold data in JSON are taken apart, a column for each of their fields.")
    return replace(table, header=unique_names(names), rows=apart, notes=(*table.notes, note))


def _called(header: Sequence[str], asked: str) -> str:
    """The column meant by a name; empty for one that only the fields will have."""
    try:
        return find_column(header, asked)
    except UsageError:
        return ""


def _holds_objects(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and sum(_object(cell) is not None for cell in filled) >= _MOST * len(filled)


def _object(cell: str) -> Mapping[str, object] | None:
    """The object in a cell, written as JSON or as Python prints it."""
    text = cell.strip()
    if not (text.startswith("{") and text.endswith("}") and len(text) <= _LENGTH):
        return None
    for read in (json.loads, ast.literal_eval):
        try:
            value: object = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(value, dict) and all(isinstance(key, str) for key in value):
            return value
    return None


def _fields(cells: list[str], name: str) -> list[str]:
    """The fields of a column's objects; a last column for cells that are none of them."""
    found: dict[str, None] = {}
    for cell in cells:
        value = _object(cell)
        if value is not None:
            found.update(dict.fromkeys(flat(value, name)))
    return [*list(found)[:COLUMN_LIMIT], name]


def _parted(cell: str, fields: list[str], name: str) -> list[str]:
    """A cell's values in the order of the fields; what fits none of them stays as it was."""
    value = _object(cell)
    if value is None:
        return [*[""] * (len(fields) - 1), cell]
    values = flat(value, name)
    whole = all(key in fields for key in values)
    return [*(values.get(field, "") for field in fields[:-1]), "" if whole else cell]
