"""The row of the file that a comment came from, untouched, stored beside the comment but once.

`feedback.raw` holds the row's cells in the order of `import_batch.columns`, both as one line of
PostgreSQL's COPY text format: tabs between cells, and a backslash with a letter for what would end
one. A backslash with an N, which is no text there, stands for the cell that is the comment's own
text. A row stored before layout 10 is a JSON object instead: the filled cells by column name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from cxreset.workbook.storage.connection import storable
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

_OWN = "\\N"
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPED = str.maketrans(_ESCAPES)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"t": "\t", "n": "\n", "r": "\r"}


def as_line(cells: Sequence[str], text: str | None = None) -> str:
    """A header or a row as it is stored; `text` is the comment's own."""
    own = cells.index(text) if text is not None and text in cells else -1
    return storable(
        "\t".join(_OWN if at == own else cell.translate(_ESCAPED) for at, cell in enumerate(cells))
    )


def as_lines(rows: Sequence[Sequence[str]], texts: Sequence[str]) -> list[str]:
    """Rows as they are stored; the n-th text is the comment made of the n-th row.

    Nearly always the words stand in the same column, and no other cell has anything to escape:
    then all rows are done together. It is done a million times.
    """
    columns: list[Sequence[str]] = [*zip(*rows, strict=True)] if _as_wide(rows) else []
    own = next((at for at, column in enumerate(columns) if column[0] == texts[0]), None)
    if own is None:
        return [*map(as_line, rows, texts)]
    words = [
        _OWN if cell == text else cell.translate(_ESCAPED)
        for cell, text in zip(columns[own], texts, strict=True)
    ]
    columns[own] = words
    lines = [*map("\t".join, zip(*columns, strict=True))]
    together = "".join(lines)
    if (
        together.count("\\") == "".join(words).count("\\")
        and together.count("\t") == len(rows) * (len(columns) - 1)
        and not ("\n" in together or "\r" in together)
        and storable(together) == together
    ):
        return lines
    return [*map(as_line, rows, texts)]


def _as_wide(rows: Sequence[Sequence[str]]) -> bool:
    """Are all rows as wide as the first?"""
    return len({*map(len, rows)}) == 1


def row_of(raw: str, columns: str, text: str) -> dict[str, str]:
    """Column name -> cell of a row as it is stored; empty where no file is behind a comment.

    Raises ValueError for what is no such row.
    """
    if not columns:
        stored = json.loads(raw) if raw else {}
        return {str(name): str(cell) for name, cell in stored.items()}
    names, cells = (line.split("\t") for line in (columns, raw))
    return {
        _plain(name): text if cell == _OWN else _plain(cell)
        for name, cell in zip(names, cells, strict=True)
    }


def _plain(cell: str) -> str:
    if "\\" not in cell:
        return cell
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), cell)


def original_row(file: WorkbookFile, number: int) -> dict[str, str]:
    """The row that comment `number` came from; empty for one captured by hand, or gone."""
    with guarded(file.path):
        found = file.connection.execute(
            "SELECT f.raw, coalesce(b.columns, ''), f.text FROM feedback f"
            " LEFT JOIN import_batch b ON b.id = f.batch_id WHERE f.id = ?",
            (number,),
        ).fetchone()
    return row_of(*found) if found else {}
