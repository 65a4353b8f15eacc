"""The reader for CSV and TSV: finds the delimiter, the preamble and the header, streams the rows.

Works on whatever a spreadsheet or a help desk exported: quoted line breaks, a lone carriage return
inside a cell, cells of a megabyte, lines before the header, a quotation mark nobody closed.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple, TextIO

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.text import one_line
from cxreset.intake.columns.names import is_known_name
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.shape.headers import read_header
from cxreset.intake.shape.table import FIRST_ROWS, ROW_LIMIT, Refusal, Row, Table, too_long
from cxreset.intake.values.cells import looks_like_data

SAMPLE = 1 << 19  # characters looked at to find the shape
SAMPLE_ROWS = 1000
PREAMBLE_ROWS = 30
DELIMITERS = (",", ";", "\t", "|")
DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", "": "none"}

_SINGLE = "\x1f"  # a delimiter for files of one column: no text has it
_BREAK = "\x85"  # stands for a line break while the csv module looks on
_END = "\0"  # a last line of our own: it shows whether a quotation mark is still open
_NO_RANK = (False, 0, 0)
_QUOTED = re.compile(r'"[^"]*"')


class Shape(NamedTuple):
    """How the file is laid out. `skip` counts records before the header, `used` header records."""

    delimiter: str
    quoting: Literal[0, 3]  # csv.QUOTE_MINIMAL or csv.QUOTE_NONE
    line_end: str
    width: int
    skip: int


class _RowTooLong(Exception):
    pass


def open_delimited(source: Sniffed, delimiter: str | None = None) -> Table:
    """The table in a delimited text file; `delimiter` (a character or its name) overrides.

    Raises IntakeError when there is no row to read, UsageError for an impossible delimiter.
    """
    asked = _asked_delimiter(delimiter) if delimiter is not None else None
    csv.field_size_limit(max(csv.field_size_limit(), 2 * ROW_LIMIT))
    sample, whole = _sample(source)
    mark = re.match(r"sep=([,;|\t])\r?\n", sample)
    line_end = "\r" if _ends_with_return(sample) else "\n"
    shape = _shape(sample, whole, line_end, asked or (mark[1] if mark else None))
    first = [record or [] for record in islice(_records(source, shape), FIRST_ROWS)]
    header = read_header(first[shape.skip :], shape.width)
    if header.used >= len(first) - shape.skip and header.used:
        raise IntakeError(
            f"{name_of(source.path)} has a header but no rows. Export it again with its rows."
        )
    if not first:
        raise IntakeError(f"{name_of(source.path)} is empty. Name another file.")
    notes = list(header.notes)
    if shape.skip:
        what = "line" if shape.skip == 1 else f"{shape.skip} lines"
        notes.insert(0, f"Skipped the first {what} before the header.")
    if line_end == "\n" and re.search(r"\r(?!\r*\n)", sample):
        notes.append("Lone carriage returns inside cells were read as line breaks.")
    if shape.quoting == csv.QUOTE_NONE and shape.delimiter != _SINGLE:
        notes.append("Quotation marks are kept as letters, for some are never closed.")
    before = shape.skip + header.used
    return Table(
        source=source,
        delimiter="" if shape.delimiter == _SINGLE else shape.delimiter,
        header=header.names,
        has_header=header.used > 0,
        notes=(*source.notes, *notes),
        rows=lambda: _rows(source, shape, before),
    )


def _asked_delimiter(asked: str) -> str:
    names = {name: char for char, name in DELIMITER_NAMES.items() if char}
    names |= {"\\t": "\t", "pipe": "|", "none": _SINGLE, "": _SINGLE, "tabulator": "\t"}
    found = names.get(asked.strip().lower() if len(asked) > 1 else asked, asked)
    if len(found) != 1 or found in '"\r\n\0\x85':
        raise UsageError(
            f'"{one_line(asked, 20)}" cannot separate columns. '
            "Name one character, or comma, semicolon, tab or bar."
        )
    return found


def _open(source: Sniffed, line_end: str) -> TextIO:
    """Opened so that only `line_end` ends a line: the csv module must not see a lone return."""
    try:
        info = source.path.stat()
        if (info.st_size, info.st_mtime_ns) != (source.size, source.changed_ns):
            raise IntakeError(f"{name_of(source.path)} changed while it was read. Import it again.")
        return source.path.open(encoding=source.encoding, errors=source.errors, newline=line_end)
    except OSError as error:
        raise unreadable(source.path, error) from None


def _sample(source: Sniffed) -> tuple[str, bool]:
    """The start of the file, and whether that is all of it."""
    with _open(source, "\n") as stream:
        text = stream.read(SAMPLE).removeprefix("\ufeff")
        return text, not stream.read(1)


def _ends_with_return(sample: str) -> bool:
    """Whether rows end with a lone carriage return, as on old Macs: no other end outside quotes."""
    bare = _QUOTED.sub("", sample)
    return "\r" in bare and "\n" not in bare


def _mended(line: str) -> str:
    """One record line with its own end made plain and every other line break hidden."""
    return line.rstrip("\r\n").replace("\r", _BREAK).replace("\n", _BREAK) + "\n"


def _shape(sample: str, whole: bool, line_end: str, asked: str | None) -> Shape:
    """The delimiter that gives the most rows of equal width (at least 2), else a single column."""
    lines = [_mended(line) for line in sample.split(line_end)]
    if not whole and len(lines) > 1:
        lines.pop()  # the cut-off end
    best = Shape(asked or _SINGLE, csv.QUOTE_MINIMAL, line_end, 1, 0)
    best_rank = _NO_RANK
    for delimiter in [asked] if asked else DELIMITERS:
        rows = _parsed(lines, delimiter, csv.QUOTE_MINIMAL, whole)
        shape, rank = _measured(rows, delimiter, line_end, bool(asked))
        if rank > best_rank:
            best, best_rank = shape, rank
    if best.delimiter == _SINGLE and not any(line.startswith('"') for line in lines):
        return best._replace(quoting=csv.QUOTE_NONE)
    if not _well_quoted(lines, best.delimiter):
        # Bare quotation marks: taken as letters when that makes every row fit.
        plain = _parsed(lines, best.delimiter, csv.QUOTE_NONE, whole)
        if all(len(row) == best.width for row in plain[best.skip :]):
            return best._replace(quoting=csv.QUOTE_NONE)
    return best


def _well_quoted(lines: list[str], delimiter: str) -> bool:
    """Whether each opened quotation mark closes at the end of its cell."""
    try:
        for _ in islice(csv.reader(lines, delimiter=delimiter, strict=True), SAMPLE_ROWS):
            pass
    except csv.Error:
        return False
    return True


def _parsed(
    lines: list[str], delimiter: str, quoting: Literal[0, 3], whole: bool
) -> list[list[str]]:
    """Up to SAMPLE_ROWS records that are not blank."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=delimiter, quoting=quoting):
            if row:
                rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                return rows
    except csv.Error:
        return rows
    if not whole and len(rows) > 1:
        rows.pop()  # perhaps cut off inside a quoted cell
    return rows


def _measured(
    rows: list[list[str]], delimiter: str, line_end: str, asked: bool
) -> tuple[Shape, tuple[bool, int, int]]:
    """The shape these records suggest, and how well they fit it (higher is better).

    Two known names in the header outweigh any number of rows: cells with line breaks in them can
    look like more rows under the wrong delimiter.
    """
    if rows and rows[0] and re.fullmatch(r"sep=.?", "".join(rows[0])) and len(rows) > 1:
        marked, rows = 1, rows[1:]
    else:
        marked = 0
    widths = Counter(len(row) for row in rows)
    wide = [(number, width) for width, number in widths.items() if width >= 2]
    number, width = max(wide, default=(0, 1))
    skip = _preamble(rows, width)
    header = rows[skip] if len(rows) > skip else []
    known = sum(map(is_known_name, header))
    # Prose has commas too: without known names or a firm majority of equal rows it is one column.
    rest = len(rows) - skip
    firm = number >= 0.6 * rest and number >= 2 * skip
    if not (wide and (firm or (known > 1 and number * 3 >= rest))):
        if not asked:
            return Shape(_SINGLE, csv.QUOTE_MINIMAL, line_end, 1, 0), _NO_RANK
        skip, header = 0, rows[0] if rows else []
    shape = Shape(delimiter, csv.QUOTE_MINIMAL, line_end, max(width, len(header)), skip + marked)
    return shape, (known > 1, number, width)


def _preamble(rows: list[list[str]], width: int) -> int:
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


class _Lines:
    """Feeds the csv module line by line, counts them, and stops before a row grows too long."""

    def __init__(self, stream: TextIO, shape: Shape) -> None:
        self.stream = stream
        self.shape = shape
        self.number = 0
        # Of the row being read; set back by whoever takes it.
        self.fed = 0  # characters
        self.lines = 0
        self.mended = False
        self.last = ""  # the line that made it too long

    def next_row(self) -> None:
        """Begin to count anew."""
        self.fed, self.lines, self.mended = 0, 0, False

    def __iter__(self) -> Iterator[str]:
        always = self.shape.line_end == "\r"
        readline = self.stream.readline
        while line := readline(ROW_LIMIT + 1):
            self.number += 1
            self.lines += 1
            self.fed += len(line)
            if self.fed > ROW_LIMIT:
                self.last = line
                raise _RowTooLong
            if self.number == 1:
                line = line.removeprefix("\ufeff")
            if not always and line.find("\r") == len(line) - 2 and line.endswith("\r\n"):
                line = line[:-2] + "\n"  # as most files have it
            elif always or "\r" in line:
                line = _mended(line)
                self.mended = self.mended or _BREAK in line
            yield line
        yield _END

    def skip_row(self) -> bool:
        """Pass over the rest of a row too long; False when it has no end.

        A row goes over to another line only inside a quoted cell, so it began inside one unless
        this is its first line.
        """
        quoted = self.shape.quoting != csv.QUOTE_NONE
        piece, inside = self.last, self.lines > 1
        while piece:
            inside = quoted and _ends_inside(piece, inside, self.shape.delimiter)
            if piece.endswith(self.shape.line_end):
                if not inside:
                    return True
                self.number += 1
            piece = self.stream.readline(ROW_LIMIT + 1)
        return not inside


def _ends_inside(text: str, inside: bool, delimiter: str) -> bool:
    """Whether `text` ends inside a quoted cell, when it began `inside` one or not."""
    opening = re.compile(f'(?:^|{re.escape(delimiter)})"')
    at = 0
    while True:
        if inside:
            at = text.find('"', at) + 1
            if not at:
                return True
            if text.startswith('"', at):
                at += 1
            else:
                inside = False
        elif match := opening.search(text, at):
            inside, at = True, match.end()
        else:
            return False


def _records(source: Sniffed, shape: Shape) -> Iterator[list[str] | None]:
    """Every record that is not blank, header and preamble too; None for one too long."""
    name = name_of(source.path)
    with _open(source, shape.line_end) as stream:
        lines = _Lines(stream, shape)
        start = 1
        try:
            while True:
                try:
                    for record in csv.reader(
                        lines, delimiter=shape.delimiter, quoting=shape.quoting
                    ):
                        if record and _END in record[-1]:
                            if record == [_END]:
                                return
                            raise _never_closed(name, start)
                        if record:
                            if lines.mended:
                                record = [cell.replace(_BREAK, "\n") for cell in record]
                            yield record
                        start = lines.number + 1
                        lines.next_row()
                except _RowTooLong:
                    if not lines.skip_row():
                        raise _never_closed(name, start) from None
                    yield None
                    start = lines.number + 1
                    lines.next_row()
        except (csv.Error, UnicodeError) as error:
            raise IntakeError(
                f"{name} cannot be read on from line {start} ({error}). "
                "Mend that line, and import the file again."
            ) from None
        except OSError as error:
            raise unreadable(source.path, error) from None


def _never_closed(name: str, start: int) -> IntakeError:
    return IntakeError(
        f"{name}: the quotation mark opened in the row at line {start} is never "
        "closed. Close it or take it out, and import the file again."
    )


def _rows(source: Sniffed, shape: Shape, before: int) -> Iterator[Row | Refusal]:
    """The rows under the header, each as wide as the header."""
    width = shape.width
    for number, cells in enumerate(_records(source, shape), 1 - before):
        if number < 1:
            continue
        if cells is None:
            yield too_long(number)
            continue
        if len(cells) != width:
            extra = cells[width:]
            if any(cell.strip() for cell in extra):
                yield Refusal(number, f"it has {len(cells)} cells where the header has {width}")
                continue
            cells = [*cells[:width], *[""] * (width - len(cells))]
        yield Row(number, cells)
