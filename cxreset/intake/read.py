"""Feedback out of a file, in two steps: `look` proposes how to read it, `read` yields every row.

    preview = look(Path("complaints.csv"))
    report = Report(preview.file_name)
    for outcome in report.counting(read(preview)):
        if isinstance(outcome, Item):
            ...

`look` goes over the bytes once (for the SHA-256 and the encoding) and parses only the start. `read`
holds one row at a time, so a million rows take no more memory than ten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cxreset.errors import IntakeError, UsageError
from cxreset.intake.columns import Mapping, guess_columns, numbered
from cxreset.intake.delimited import DELIMITER_NAMES, open_delimited
from cxreset.intake.names import known_export, words_of
from cxreset.intake.outcome import Empty, Item, Outcome, Report
from cxreset.intake.sniff import name_of, sniff
from cxreset.intake.table import Refusal, Row, Table
from cxreset.intake.values import (
    CHANNELS,
    Channel,
    Order,
    clean_text,
    date_order,
    parse_channel,
    parse_date,
    parse_rating,
)
from cxreset.text import one_line

__all__ = [
    "ROLES",
    "Empty",
    "Item",
    "Mapping",
    "Outcome",
    "Preview",
    "Refusal",
    "Report",
    "look",
    "read",
]

SHOWN_ROWS = 8  # rows in a preview
PROBE_ROWS = 5000  # rows the columns are judged on
PROBE_CHARACTERS = 8_000_000

ROLES: tuple[str, ...] = Mapping._fields
_NOT_YET = {".json": "JSON", ".jsonl": "JSON Lines", ".ndjson": "JSON Lines"}


@dataclass(frozen=True)
class Preview:
    """How a file would be read, to be shown before anything is stored.

    `rows` are the first few rows' cells, `mapping` names columns of `header`, `reasons` says why
    for each role. `channel` is what a row gets unless a channel column says otherwise
    (`channel_fixed`: the user chose it, for every row). `size` is in bytes. `delimiter` is one
    character, empty for a single column.
    """

    path: Path
    file_name: str
    sha256: str
    size: int
    encoding: str
    encoding_guessed: bool
    delimiter: str
    header: tuple[str, ...]
    has_header: bool
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    reasons: dict[str, str]
    channel: Channel
    channel_fixed: bool
    date_order: Order
    notes: tuple[str, ...]
    table: Table

    def lines(self) -> list[str]:
        """The proposal in plain lines, for the command line."""
        split = DELIMITER_NAMES.get(self.delimiter, self.delimiter)
        split = "a single column" if not self.delimiter else f"columns split by {split}"
        lines = [f"{self.file_name}: {split}, {self.encoding}"]
        for role, name in zip(ROLES, self.mapping, strict=True):
            if name is not None:
                lines.append(f"  {role:<9} {one_line(name, 50)} ({self.reasons[role]})")
        if self.mapping.channel is None:
            lines.append(f"  channel   {self.channel} for every row")
        return lines + [f"  {note}" for note in self.notes]


def look(
    path: Path | str,
    *,
    text_column: str | None = None,
    date_column: str | None = None,
    channel: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Preview:
    """Propose how to read `path`. Columns are given by name or 1-based number.

    Raises IntakeError when the file cannot be read or holds no words, UsageError when an option
    does not fit (no such column, channel, encoding or delimiter).
    """
    fixed = _channel(channel) if channel is not None else None
    path = Path(path)
    table = _open_table(path, encoding, delimiter)
    rows = _probe(table)
    if not rows:
        raise IntakeError(
            f"{name_of(path)} has no row that can be read. "
            "Check how its columns are separated, and name the character with --delimiter."
        )
    guess = guess_columns(
        table.header,
        rows,
        has_header=table.has_header,
        text_column=text_column,
        date_column=date_column,
    )
    mapping, reasons, notes = guess.mapping, guess.reasons, list(table.notes)
    if mapping.text is None:
        raise IntakeError(
            f"No column of {name_of(path)} reads like a customer's words. "
            f"Name one with --text-column; there are: {numbered(table.header)}."
        )
    if fixed:
        mapping = mapping._replace(channel=None)
        reasons.pop("channel", None)
    order: Order = "unclear"
    if mapping.date is not None:
        at = table.header.index(mapping.date)
        days = [row[at] for row in rows if row[at].strip()]
        order = date_order(days)
        unread = sum(parse_date(day, order) is None for day in days)
        if days and unread * 2 > len(days):
            notes.append(
                f'Most dates in "{one_line(mapping.date, 40)}" could be day or month first, '
                "so they are left out."
                if any(parse_date(day, "day first") for day in days)
                else f'Most cells in "{one_line(mapping.date, 40)}" are no dates.'
            )
    export = known_export(table.header)
    if export:
        notes.insert(0, f"It looks like an export from {export[0]}.")
    source = table.source
    return Preview(
        path=path,
        file_name=name_of(path),
        sha256=source.sha256,
        size=source.size,
        encoding=source.encoding,
        encoding_guessed=source.guessed,
        delimiter=table.delimiter,
        header=table.header,
        has_header=table.has_header,
        rows=tuple(tuple(row) for row in rows[:SHOWN_ROWS]),
        mapping=mapping,
        reasons=reasons,
        channel=fixed or _usual_channel(export, mapping.text, path),
        channel_fixed=fixed is not None,
        date_order=order,
        notes=tuple(notes),
        table=table,
    )


def read(preview: Preview) -> Iterator[Outcome]:
    """Every row of the file as an Item, an Empty or a Refusal, in the file's order.

    Raises IntakeError in the middle when the file cannot be read on; whoever stores the items does
    so in one transaction.
    """
    header, mapping, order = preview.header, preview.mapping, preview.date_order
    at = {name: place for place, name in enumerate(header)}
    text, title, day, channel, rating, customer, category = (
        None if name is None else at[name] for name in mapping
    )
    for row in preview.table.rows():
        if isinstance(row, Refusal):
            yield row
            continue
        cells = row.cells
        heading = "" if title is None else clean_text(cells[title])
        words = ("" if text is None else clean_text(cells[text])) or heading
        if not words:
            yield Empty(row.number)
            continue
        yield Item(
            row.number,
            words,
            heading,
            None if day is None else parse_date(cells[day], order),
            preview.channel if channel is None else _row_channel(cells[channel], preview.channel),
            None if rating is None else parse_rating(cells[rating]),
            "" if customer is None else clean_text(cells[customer]),
            "" if category is None else clean_text(cells[category]),
            dict(zip(header, cells, strict=True)),
        )


def _open_table(path: Path, encoding: str | None, delimiter: str | None) -> Table:
    """The reader for this kind of file. A new kind is one more line here."""
    source = sniff(path, encoding)
    kind = _NOT_YET.get(path.suffix.lower())
    if kind:
        raise IntakeError(
            f"{name_of(path)} is {kind}, which cannot be read yet. Export it as CSV instead."
        )
    return open_delimited(source, delimiter)


def _probe(table: Table) -> list[list[str]]:
    """The first rows, as many as it takes to judge the columns and as fit in little memory."""
    rows: list[list[str]] = []
    room = PROBE_CHARACTERS
    for row in islice(table.rows(), PROBE_ROWS):
        if isinstance(row, Row):
            rows.append(row.cells)
            room -= sum(map(len, row.cells))
        if room < 0:
            break
    return rows


def _channel(asked: str) -> Channel:
    for channel in CHANNELS:
        if asked.strip().lower() == channel:
            return channel
    raise UsageError(
        f'"{one_line(asked, 40)}" is no channel. '
        f"Choose {', '.join(CHANNELS[:-1])} or {CHANNELS[-1]}."
    )


def _row_channel(cell: str, usual: Channel) -> Channel:
    """What the cell names, `other` for words that name no channel, `usual` where it is blank."""
    return parse_channel(cell) or ("other" if cell.strip() else usual)


def _usual_channel(export: tuple[str, str] | None, text_column: str | None, path: Path) -> Channel:
    """From the product the export comes from, else a word in the column's or the file's name."""
    if export:
        return _channel(export[1])
    for name in (text_column or "", path.stem):
        short = len(words_of(name)) <= 5
        if short and (named := parse_channel(name)):
            return named
    return "other"
