"""How a delimited file is laid out, found by trying: delimiter, quotation marks, blanks, width.

Each way of quoting is tried on the whole of a small file and on the start of a large one; the one
that leaves the fewest rows of another width and the fewest stray marks wins, the plainest first.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from cxreset.intake.columns.names import is_known_name
from cxreset.intake.values.cells import looks_like_data

SAMPLE_ROWS = 1000
PREAMBLE_ROWS = 30
DELIMITERS = (",", ";", "\t", "|")
RARE_DELIMITERS = ("^", "~", "¦", "§")  # tried where nearly every line has some
SINGLE = "\x1f"  # a delimiter for files of one column: no text has it
SWAPPED = str.maketrans("\"'", "'\"")
_QUOTED = re.compile(r'(?:^|[,;\t|]) ?"')
_APOSTROPHES = re.compile(r"(?:^|([,;\t|])) ?'[^']*(?:''[^']*)*' ?(?:\1|[,;\t|]|$)")
_NO_RANK = (False, 0, 0, 0)
_MOSTLY_DATA = 0.8  # share of a column's cells that makes it a mark of whole rows


@dataclass(frozen=True)
class Dialect:
    """How the file is written. `skip` counts records before the header.

    `spaces`: blanks after a delimiter do not count. `escapes`: `\\"` is a quotation mark inside a
    cell. `swapped`: cells are quoted with apostrophes; the two marks change places before the
    lines are read, and back in the cells. `data` are the columns that hold numbers or dates: where
    these fit, a line is a row.
    """

    delimiter: str
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
    line_end: str = "\n"
    width: int = 1
    skip: int = 0
    spaces: bool = False
    escapes: bool = False
    swapped: bool = False
    data: tuple[int, ...] = ()

    def reader(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The csv module's reader of these lines, strict about quotation marks."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=self.quoting,
            skipinitialspace=self.spaces,
            escapechar="\\" if self.escapes else None,
            strict=self.quoting != csv.QUOTE_NONE,
        )

    def has_data(self, cells: Sequence[str]) -> bool:
        """Does a line as wide as a row hold data where rows have data?"""
        return bool(self.data) and all(looks_like_data(cells[at]) for at in self.data)


def find_dialect(lines: list[str], *, whole: bool, line_end: str, asked: str | None) -> Dialect:
    """The dialect whose records are the most of equal width (at least 2), else a single column."""
    if not any(map(_QUOTED.search, lines)) and _quoted_with_apostrophes(lines):
        lines = [line.translate(SWAPPED) for line in lines]
        return replace(_found(lines, whole, line_end, asked), swapped=True)
    return _found(lines, whole, line_end, asked)


def _quoted_with_apostrophes(lines: list[str]) -> bool:
    """`'Late, wet'` in most of the lines."""
    rows = [line for line in lines[:SAMPLE_ROWS] if line.strip()]
    return bool(rows) and sum(map(bool, map(_APOSTROPHES.search, rows))) > len(rows) / 2


def _found(lines: list[str], whole: bool, line_end: str, asked: str | None) -> Dialect:
    best, best_rank = Dialect(delimiter=asked or SINGLE, line_end=line_end), _NO_RANK
    for delimiter in [asked] if asked else _likely_delimiters(lines):
        plain = Dialect(delimiter=delimiter, line_end=line_end)
        for dialect in _ways(plain, lines):
            measured, rank = _measured(_parsed(lines, dialect, whole), dialect, bool(asked))
            if rank > best_rank:
                best, best_rank = measured, rank
    if best.delimiter == SINGLE and not any(line.startswith('"') for line in lines):
        return replace(best, quoting=csv.QUOTE_NONE)
    if best.quoting == csv.QUOTE_MINIMAL and not _well_quoted(lines, best):
        # Bare quotation marks: taken as letters when that makes every row fit.
        letters = replace(best, quoting=csv.QUOTE_NONE, spaces=False, escapes=False)
        rows = _parsed(lines, letters, whole)[best.skip :]
        if all(len(row) == best.width for row in rows) and not _quotes_cells(rows):
            best = letters
    rows = _parsed(lines, best, whole)[best.skip + 1 :]
    return replace(best, data=_data_columns(rows, best.width))


def _likely_delimiters(lines: list[str]) -> Iterator[str]:
    yield from DELIMITERS
    filled = [line for line in lines[:SAMPLE_ROWS] if line.strip()]
    for delimiter in RARE_DELIMITERS:
        if filled and sum(delimiter in line for line in filled) >= _MOSTLY_DATA * len(filled):
            yield delimiter


def _ways(plain: Dialect, lines: list[str]) -> Iterator[Dialect]:
    """The ways of quoting that the lines give any reason to try."""
    yield plain
    blanks = re.compile(re.escape(plain.delimiter) + ' +"')
    spaces = any(blanks.search(line) for line in lines)
    escapes = any('\\"' in line for line in lines)
    if spaces:
        yield replace(plain, spaces=True)
    if escapes:
        yield replace(plain, escapes=True)
    if spaces and escapes:
        yield replace(plain, spaces=True, escapes=True)


def _quotes_cells(rows: Sequence[Sequence[str]]) -> bool:
    """Are whole cells in quotation marks, so that these are no letters?"""
    marked = sum(
        len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
        for row in rows
        for cell in row
    )
    return marked * 2 > len(rows)


def _well_quoted(lines: list[str], dialect: Dialect) -> bool:
    """Whether each opened quotation mark closes at the end of its cell."""
    try:
        for _ in islice(dialect.reader(lines), SAMPLE_ROWS):
            pass
    except csv.Error:
        return False
    return True


def _parsed(lines: list[str], dialect: Dialect, whole: bool) -> list[list[str]]:
    """Up to SAMPLE_ROWS records that are not blank."""
    rows: list[list[str]] = []
    loose = csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quoting=dialect.quoting,
        skipinitialspace=dialect.spaces,
        escapechar="\\" if dialect.escapes else None,
    )
    try:
        for row in loose:
            if row:
                rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                return rows
    except csv.Error:
        return rows
    if not whole and len(rows) > 1:
        rows.pop()  # perhaps cut off inside a quoted cell
    return rows


def _strays(rows: Sequence[Sequence[str]]) -> int:
    """Cells that begin with a blank and a quotation mark, or hold a backslash before one."""
    return sum(
        cell.lstrip(" ").startswith('"') or '\\"' in cell or cell.endswith("\\")
        for row in rows
        for cell in row
        if '"' in cell or "\\" in cell
    )


def _measured(
    rows: list[list[str]], dialect: Dialect, asked: bool
) -> tuple[Dialect, tuple[bool, int, int, int]]:
    """The dialect these records suggest, and how well they fit it (higher is better).

    Two known names in the header outweigh any number of rows: cells with line breaks in them can
    look like more rows under the wrong delimiter.
    """
    marked = 0
    if rows and rows[0] and re.fullmatch(r"sep=.?", "".join(rows[0])) and len(rows) > 1:
        marked, rows = 1, rows[1:]
    widths = Counter(len(row) for row in rows)
    wide = [(number, width) for width, number in widths.items() if width >= 2]
    number, width = max(wide, default=(0, 1))
    skip = preamble(rows, width)
    header = rows[skip] if len(rows) > skip else []
    known = sum(map(is_known_name, header))
    # Prose has commas too: without known names or a firm majority of equal rows it is one column.
    rest = len(rows) - skip
    firm = number >= 0.6 * rest and number >= 2 * skip
    if not (wide and (firm or (known > 1 and number * 3 >= rest))):
        if not asked:
            return Dialect(delimiter=SINGLE, line_end=dialect.line_end), _NO_RANK
        skip, header = 0, rows[0] if rows else []
    found = replace(dialect, width=max(width, len(header)), skip=skip + marked)
    return found, (known > 1, number, -_strays(rows), width)


def _data_columns(rows: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """The columns that hold numbers or dates in nearly every row."""
    fitting = [row for row in rows if len(row) == width]
    if len(fitting) < 2:
        return ()
    enough = _MOSTLY_DATA * len(fitting)
    return tuple(
        at for at in range(width) if sum(looks_like_data(row[at]) for row in fitting) >= enough
    )


def preamble(rows: list[list[str]], width: int) -> int:
    """How many narrow records (a title, a filter, an export date) stand before the header."""
    top = rows[: PREAMBLE_ROWS + 1]
    for at, row in enumerate(top):
        # A title with a comma in it is as wide as a table of two columns; known names settle it.
        if len(row) >= width and sum(map(is_known_name, row)) > 1:
            if at == 0 or any(len(before) < width for before in top[:at]):
                return at
            break
    trailing = all(not row[-1].strip() for row in rows if len(row) == width)
    for at, row in enumerate(top):
        filled = [cell for cell in row if cell.strip()]
        if len(row) >= width and (width < 3 or len(filled) > 1):
            return at
        # A header may be a little narrower than its rows, most often by one trailing delimiter.
        if len(row) < width and filled and not any(map(looks_like_data, filled)):
            named = len(row) > width // 2 and any(map(is_known_name, filled))
            if named or (len(row) == width - 1 and trailing):
                return at
    return 0
