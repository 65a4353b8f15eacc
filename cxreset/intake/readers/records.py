"""The records of a delimited file, one by one, as its dialect says; what is quoted badly is mended.

The csv module reads along as long as every quotation mark closes at the end of its cell. Where one
does not, the lines of that record are looked at again: a mark inside a cell is a letter, and one
that was never closed ends where the next whole row begins.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.readers.dialect import SWAPPED, Dialect
from cxreset.intake.readers.loosely import ends_inside, split_loosely
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
            raise IntakeError(
                _("{path} changed while it was read. Import it again.").format(
                    path=name_of(source.path)
                )
            )
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
        self._swapped = dialect.swapped
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
        if self._swapped:
            line = line.translate(SWAPPED)
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
            inside = quoted and ends_inside(piece, inside, dialect.delimiter)
            if piece.endswith(("\n", self._line_end)):
                if not inside:
                    return True
                self.number += 1
            piece = self._again.popleft() if self._again else self._stream.readline(ROW_LIMIT + 1)
        return not inside


def records(source: Sniffed, dialect: Dialect) -> Iterator[list[str] | None]:
    """Every record that is not blank, header and preamble too; None for one too long."""
    if source.plain and dialect.line_end == "\n" and not dialect.swapped:
        yield from _plain(source, dialect)
        return
    with open_text(source, dialect.line_end) as stream:
        reader = _Reader(source, dialect, stream)
        try:
            yield from reader.records()
        except UnicodeError as error:
            raise IntakeError(
                _(
                    "{path} cannot be read on from line {line} ({error}). Mend that "
                    "line, and import the file again."
                ).format(path=name_of(source.path), line=reader.line, error=error)
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
            reader = csv.reader(stream, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
            yield from filter(None, reader)
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
                yield self._shown(record)

    def _shown(self, record: list[str]) -> list[str]:
        """The cells with what was hidden from the csv module put back."""
        cells = [cell.replace(_BREAK, "\n") if _BREAK in cell else cell for cell in record]
        return [cell.translate(SWAPPED) for cell in cells] if self._dialect.swapped else cells

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
                _(
                    "{name}: the quotation mark opened in the row at line {line} is "
                    "never closed. Close it or take it out, and import the file again."
                ).format(name=self._name, line=self.line)
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
        if not closed and (letters := self._as_letters(text)):
            return letters
        return cells if closed else split_loosely(text + '"', self._dialect)[0]

    def _as_letters(self, text: str) -> list[str] | None:
        """The line split as if it had no quotation marks, where that makes it a whole row."""
        cells = text.split(self._dialect.delimiter)
        if len(cells) != self._dialect.width or not self._dialect.has_data(cells):
            return None
        return [cell.removeprefix('"') for cell in cells]
