"""The records of a delimited file, one by one, as its dialect says; what is quoted badly is mended.

The csv module reads along as long as every quotation mark closes at the end of its cell. Where one
does not, the lines of that record are looked at again: a mark inside a cell is a letter, and one
that was never closed ends where the next whole row begins.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from cxreset.base.errors import IntakeError
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.readers.dialect import Dialect
from cxreset.intake.shape.table import ROW_LIMIT

_BREAK = "\x85"  # stands for a line break while the csv module looks on
_SURELY_ROWS = 3
_LINES_TRIED = 2_000  # of one record, in search of the row it has swallowed


class _RowTooLong(Exception):
    pass


def open_text(source: Sniffed, line_end: str) -> TextIO:
    """Opened so that only `line_end` ends a line: the csv module must not see a lone return."""
    try:
        info = source.path.stat()
        if (info.st_size, info.st_mtime_ns) != (source.size, source.changed_ns):
            raise IntakeError(f"{name_of(source.path)} changed while it was read. Import it again.")
        return source.path.open(encoding=source.encoding, errors=source.errors, newline=line_end)
    except OSError as error:
        raise unreadable(source.path, error) from None


def mended(line: str) -> str:
    """One record line with its own end made plain and every other line break hidden."""
    return line.rstrip("\r\n").replace("\r", _BREAK).replace("\n", _BREAK) + "\n"


class _Lines:
    """Feeds the csv module line by line, counts them, and stops before a row grows too long."""

    def __init__(self, stream: TextIO, dialect: Dialect) -> None:
        self._stream = stream
        self._line_end = dialect.line_end
        self._again: deque[str] = deque()  # lines to be read once more
        self.number = 0
        self.taken: list[str] = []  # the lines of the record being read
        self._fed = 0  # their characters

    def next_record(self) -> None:
        """Begin a new record."""
        self.taken.clear()
        self._fed = 0

    def put_back(self, lines: list[str]) -> None:
        """Read these lines once more."""
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)

    def __iter__(self) -> Iterator[str]:
        while line := self._next():
            self.number += 1
            self._fed += len(line)
            self.taken.append(line)
            if self._fed > ROW_LIMIT:
                raise _RowTooLong
            yield line

    def _next(self) -> str:
        if self._again:
            return self._again.popleft()
        line = self._stream.readline(ROW_LIMIT + 1)
        if not line:
            return ""
        if self.number == 0:
            line = line.removeprefix("\ufeff")
        if self._line_end == "\r":
            return mended(line)
        if line.endswith("\r\n") and line.find("\r") == len(line) - 2:
            return line[:-2] + "\n"  # as most files have it
        return mended(line) if "\r" in line else line

    def skip_record(self, dialect: Dialect) -> bool:
        """Pass over the rest of a record too long; False when it has no end.

        It goes over to another line only inside a quoted cell, so it began inside one unless
        this is its first line.
        """
        quoted = dialect.quoting != csv.QUOTE_NONE
        piece, inside = self.taken[-1], len(self.taken) > 1
        while piece:
            inside = quoted and _ends_inside(piece, inside, dialect.delimiter)
            if piece.endswith(("\n", self._line_end)):
                if not inside:
                    return True
                self.number += 1
            piece = self._again.popleft() if self._again else self._stream.readline(ROW_LIMIT + 1)
        return not inside


def records(source: Sniffed, dialect: Dialect) -> Iterator[list[str] | None]:
    """Every record that is not blank, header and preamble too; None for one too long."""
    if source.plain and dialect.line_end == "\n":
        yield from _plain(source, dialect)
        return
    with open_text(source, dialect.line_end) as stream:
        reader = _Reader(source, dialect, stream)
        try:
            yield from reader.records()
        except UnicodeError as error:
            raise IntakeError(
                f"{name_of(source.path)} cannot be read on from line {reader.line} ({error}). "
                "Mend that line, and import the file again."
            ) from None
        except OSError as error:
            raise unreadable(source.path, error) from None


def _plain(source: Sniffed, dialect: Dialect) -> Iterator[list[str]]:
    """Without quotation marks there is nothing to mend, and the csv module reads alone."""
    with open_text(source, "") as stream:
        first = stream.read(1)
        if first != "\ufeff":
            stream.seek(0)
        try:
            for record in csv.reader(stream, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE):
                if record:
                    yield record
        except OSError as error:
            raise unreadable(source.path, error) from None


class _Reader:
    def __init__(self, source: Sniffed, dialect: Dialect, stream: TextIO) -> None:
        self._name = name_of(source.path)
        self._dialect = dialect
        self._lines = _Lines(stream, dialect)
        self.line = 1  # where the record being read begins

    def records(self) -> Iterator[list[str] | None]:
        reader = self._dialect.reader(self._lines)
        while True:
            self._lines.next_record()
            self.line = self._lines.number + 1
            try:
                record = next(reader, None)
            except csv.Error:
                record = self._mend()
                reader = self._dialect.reader(self._lines)
            except _RowTooLong:
                record = self._shorten()
                reader = self._dialect.reader(self._lines)
                if record is None:
                    yield None
                    continue
            if record is None:
                return
            if len(self._lines.taken) > 1 and self._dialect.quoting != csv.QUOTE_NONE:
                cut = self._swallowed()
                if cut:
                    record = self._cut_before(cut)
                    reader = self._dialect.reader(self._lines)
            if record:
                yield [cell.replace(_BREAK, "\n") if _BREAK in cell else cell for cell in record]

    def _mend(self) -> list[str]:
        """A record whose quotation marks do not close as they should."""
        cut = self._swallowed()
        if cut:
            return self._cut_before(cut)
        taken = self._lines.taken
        text = "".join(taken)
        cells, closed = split_loosely(text, self._dialect)
        if closed:
            return cells
        if len(taken) > 1:
            # Nothing closes it to the end of the file: it ends with its line.
            return self._cut_before(1)
        return cells

    def _shorten(self) -> list[str] | None:
        """A record longer than a row may be: the rows it has swallowed are read again."""
        cut = self._swallowed()
        if cut:
            return self._cut_before(cut)
        if not self._lines.skip_record(self._dialect):
            raise IntakeError(
                f"{self._name}: the quotation mark opened in the row at line {self.line} is never "
                "closed. Close it or take it out, and import the file again."
            )
        return None

    def _swallowed(self) -> int:
        """The first of the record's further lines that looks like a whole row; 0 for none."""
        wide = 0
        for at, line in enumerate(self._lines.taken[1:_LINES_TRIED], 1):
            cells, closed = split_loosely(line, self._dialect)
            if len(cells) != self._dialect.width or not closed:
                continue
            if self._dialect.has_data(cells):
                return at
            wide += not self._dialect.data
        # Where no column holds data, only many lines of as many cells are rows beyond doubt.
        return 1 if wide >= _SURELY_ROWS and wide >= len(self._lines.taken) - 2 else 0

    def _cut_before(self, line: int) -> list[str]:
        """The record ends before this of its lines; the others are read again."""
        taken = self._lines.taken
        text = "".join(taken[:line]).rstrip("\n")
        self._lines.put_back(taken[line:])
        del taken[line:]
        cells, closed = split_loosely(text, self._dialect)
        return cells if closed else split_loosely(text + '"', self._dialect)[0]


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


def split_loosely(text: str, dialect: Dialect) -> tuple[list[str], bool]:
    """The cells of one record, where a quotation mark closes a cell only before a delimiter or the
    end of a line; and whether the last is closed."""
    delimiter = dialect.delimiter
    cells: list[str] = []
    text = text.rstrip("\n")
    at, end = 0, len(text)
    while at <= end:
        start = at
        if dialect.spaces:
            while at < end and text[at] == " ":
                at += 1
        if dialect.quoting == csv.QUOTE_NONE or text[at : at + 1] != '"':
            stop = text.find(delimiter, start)
            stop = end if stop < 0 else stop
            cells.append(text[start:stop].strip(" ") if dialect.spaces else text[start:stop])
            at = stop + 1
            continue
        stop = _closing(text, at + 1, delimiter)
        if stop < 0:
            cells.append(_unquoted(text[at + 1 :], dialect))
            return cells, False
        cells.append(_unquoted(text[at + 1 : stop], dialect))
        at = _BLANKS.match(text, stop + 1).end() + 1  # type: ignore[union-attr]
    return cells, True


_BLANKS = re.compile(" *")


def _closing(text: str, at: int, delimiter: str) -> int:
    """Where the quotation mark stands that closes the cell begun before `at`; -1 for nowhere."""
    while (at := text.find('"', at)) >= 0:
        if text[at - 1 : at] == "\\" and text[at + 1 : at + 2] not in (delimiter, ""):
            at += 1
        elif text.startswith('""', at):
            after = _BLANKS.match(text, at + 2).end()  # type: ignore[union-attr]
            if text[at - 1 : at] == delimiter and text[after : after + 1] in (delimiter, ""):
                return at
            at += 2
        else:
            after = _BLANKS.match(text, at + 1).end()  # type: ignore[union-attr]
            if after == len(text) or text[after] == delimiter:
                return at
            at += 1
    return -1


def _unquoted(cell: str, dialect: Dialect) -> str:
    cell = cell.replace('""', '"')
    return cell.replace('\\"', '"') if dialect.escapes else cell
