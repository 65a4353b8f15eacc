"""The reader for CSV and TSV: streams the rows under the header, each as wide as the header.

Works on whatever a spreadsheet or a help desk exported: quoted line breaks, a lone carriage return
inside a cell, cells of a megabyte, lines before the header, quotation marks nobody closed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.intake.decode.files import name_of
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.readers.dialect import SINGLE, Dialect, find_dialect
from cxreset.intake.readers.records import mended, open_text, records
from cxreset.intake.shape.headers import read_header
from cxreset.intake.shape.table import FIRST_ROWS, ROW_LIMIT, Refusal, Row, Table, too_long
from cxreset.intake.values.cells import looks_like_data

SAMPLE = 1 << 19  # characters looked at to find the dialect
DELIMITER_NAMES = {
    ",": N_("comma"),
    ";": N_("semicolon"),
    "\t": N_("tab"),
    "|": N_("bar"),
    "": N_("none"),
}
_SHOWN = 40  # characters of a cell in a refusal
_QUOTED = re.compile(r'"[^"]*"')


def open_delimited(source: Sniffed, delimiter: str | None = None) -> Table:
    """The table in a delimited text file; `delimiter` (a character or its name) overrides.

    Raises IntakeError when there is no row to read, UsageError for an impossible delimiter.
    """
    asked = _asked_delimiter(delimiter) if delimiter is not None else None
    csv.field_size_limit(max(csv.field_size_limit(), 2 * ROW_LIMIT))
    sample, whole = _sample(source)
    dialect = _dialect(sample, whole, asked)
    first = [record or [] for record in islice(records(source, dialect), FIRST_ROWS)]
    header = read_header(first[dialect.skip :], dialect.width)
    if header.used >= len(first) - dialect.skip and header.used:
        raise IntakeError(
            _("{path} has a header but no rows. Export it again with its rows.").format(
                path=name_of(source.path)
            )
        )
    if not first:
        raise IntakeError(
            _("{path} is empty. Name another file.").format(path=name_of(source.path))
        )
    before = dialect.skip + header.used
    return Table(
        source=source,
        delimiter="" if dialect.delimiter == SINGLE else dialect.delimiter,
        header=header.names,
        has_header=header.used > 0,
        notes=(*source.notes, *_notes(dialect, sample), *header.notes),
        rows=lambda: _rows(source, dialect, before),
    )


def _asked_delimiter(asked: str) -> str:
    names = {name: char for char, name in DELIMITER_NAMES.items() if char}
    names |= {"\\t": "\t", "pipe": "|", "none": SINGLE, "": SINGLE, "tabulator": "\t"}
    found = names.get(asked.strip().lower() if len(asked) > 1 else asked, asked)
    if len(found) != 1 or found in '"\r\n\0\x85':
        raise UsageError(
            _(
                '"{asked}" cannot separate columns. Name one character, or comma, '
                "semicolon, tab or bar."
            ).format(asked=one_line(asked, 20))
        )
    return found


def _sample(source: Sniffed) -> tuple[str, bool]:
    """The start of the file, and whether that is all of it."""
    with open_text(source, "\n") as stream:
        text = stream.read(SAMPLE).removeprefix("\ufeff")
        return text, not stream.read(1)


def _dialect(sample: str, whole: bool, asked: str | None) -> Dialect:
    mark = re.match(r"sep=([,;|\t])\r?\n", sample)
    line_end = "\r" if _ends_with_return(sample) else "\n"
    lines = [mended(line) for line in sample.split(line_end)]
    if not whole and len(lines) > 1:
        lines.pop()  # the cut-off end
    named = asked or (mark[1] if mark else None)
    return find_dialect(lines, whole=whole, line_end=line_end, asked=named)


def _ends_with_return(sample: str) -> bool:
    """Whether rows end with a lone carriage return, as on old Macs: no other end outside quotes."""
    bare = _QUOTED.sub("", sample)
    return "\r" in bare and "\n" not in bare


def _notes(dialect: Dialect, sample: str) -> list[str]:
    notes: list[str] = []
    if dialect.skip:
        what = "line" if dialect.skip == 1 else _("{skip} lines").format(skip=dialect.skip)
        notes.append(_("Skipped the first {what} before the header.").format(what=what))
    if dialect.line_end == "\n" and re.search(r"\r(?!\r*\n)", sample):
        notes.append(_("Lone carriage returns inside cells were read as line breaks."))
    if dialect.quoting == csv.QUOTE_NONE and dialect.delimiter != SINGLE and '"' in sample:
        notes.append(_("Quotation marks are kept as letters, for some are never closed."))
    return notes


def _rows(source: Sniffed, dialect: Dialect, before: int) -> Iterator[Row | Refusal]:
    width = dialect.width
    for number, cells in enumerate(records(source, dialect), 1 - before):
        if number < 1:
            continue
        if cells is None:
            yield too_long(number)
        elif len(cells) == width:
            yield _row(Row, (number, cells))
        else:
            yield _fitted(number, cells, dialect)


_row = tuple.__new__  # what Row() comes to in the end, in half of the time


def _fitted(number: int, cells: list[str], dialect: Dialect) -> Row | Refusal:
    """A row of another width: blank cells may be missing or too many, words may not."""
    width = dialect.width
    if any(cell.strip() for cell in cells[width:]):
        if joined := _joined(cells, dialect):
            return Row(number, joined)
        return Refusal(
            number,
            _("it has {cells} cells where the header has {width}").format(
                cells=len(cells), width=width
            ),
        )
    if len(cells) < width and _is_a_rest(cells, dialect):
        what = _("1 cell") if len(cells) == 1 else _("{cells} cells").format(cells=len(cells))
        return Refusal(
            number,
            _(
                "it has {what} where the header has {width}: perhaps the rest of the row "
                'above, broken off without quotation marks ("{cells}")'
            ).format(what=what, width=width, cells=one_line(cells[0], _SHOWN)),
        )
    return Row(number, [*cells[:width], *[""] * (width - len(cells))])


def _joined(cells: list[str], dialect: Dialect) -> list[str] | None:
    """A row of which one cell holds delimiters outside quotation marks, where only one cell can be
    it: every other column that holds numbers or dates still does."""
    more = len(cells) - dialect.width
    found: list[list[str]] = []
    for at in range(dialect.width):
        whole = dialect.delimiter.join(cells[at : at + more + 1])
        row = [*cells[:at], whole, *cells[at + more + 1 :]]
        if at not in dialect.data and dialect.has_data(row):
            found.append(row)
    return found[0] if len(found) == 1 else None


def _is_a_rest(cells: list[str], dialect: Dialect) -> bool:
    """Words where every row has a number or a date."""
    marks = [at for at in dialect.data if at < len(cells)]
    return bool(marks) and not any(
        looks_like_data(cells[at]) or not cells[at].strip() for at in marks
    )
