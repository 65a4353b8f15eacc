"""The readers for JSON and JSON Lines: told by content, whatever the file is called.

A document is read whole, for its rows may be anywhere in it; JSON Lines are streamed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, TextIO

from cxreset.base.errors import IntakeError
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.kinds import Kind
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.readers.conversations import LIMIT, message_table
from cxreset.intake.shape.grid import open_grid
from cxreset.intake.shape.headers import unique_names
from cxreset.intake.shape.json_rows import Header, as_text, best_path, by_columns, flat, rows_at
from cxreset.intake.shape.table import ROW_LIMIT, Refusal, Row, Table, fitted, too_long
from cxreset.intake.speakers.apis import messages_in

DOCUMENT_LIMIT = 300_000_000  # bytes of a document that is read whole
PEEKED_LINES = 50
LINES_SUFFIXES = (".jsonl", ".ndjson")
SUFFIXES = (".json", *LINES_SUFFIXES)
_DEEP = "it is nested too deeply"

Rows = Callable[[], Iterator[tuple[int, dict[str, str]] | Refusal]]


def open_json(source: Sniffed) -> Table | None:
    """The table in a JSON or JSON Lines file; None when the text is something else.

    Raises IntakeError when a file that is called JSON cannot be read as such.
    """
    named = source.path.suffix.lower() in SUFFIXES
    start = _start(source)
    if start not in ("{", "["):
        if not named:
            return None
        raise IntakeError(
            _(
                "{path} is not JSON: it begins with neither a bracket nor a brace. Give "
                "it the ending it should have, such as .csv or .txt."
            ).format(path=name_of(source.path))
        )
    if _is_lines(source):
        return _conversations(source) or _open_lines(source)
    if source.size > DOCUMENT_LIMIT:
        if not named:
            return None
        raise IntakeError(
            _(
                "{path} is larger than {DOCUMENT_LIMIT} MB, the most that is read of one "
                "JSON document. Export it as JSON Lines or CSV."
            ).format(
                path=name_of(source.path),
                DOCUMENT_LIMIT=decimal(DOCUMENT_LIMIT / 1e6, 0, grouped=True),
            )
        )
    try:
        document = _document(source)
    except ValueError as error:
        # "[Store] late again" is a comment; a list or an object that breaks off is not.
        if not (named or (start == "{" and _text(source).lstrip()[1:].lstrip().startswith('"'))):
            return None
        where = (
            _(" (line {lineno})").format(lineno=whole(error.lineno))
            if isinstance(error, json.JSONDecodeError)
            else ""
        )
        raise IntakeError(
            _(
                "{path} is JSON that breaks off or is broken{where}. Export it again, "
                "and import that."
            ).format(path=name_of(source.path), where=where)
        ) from None
    except RecursionError:
        raise IntakeError(
            _("{path} is nested too deeply to be feedback. Export it as CSV.").format(
                path=name_of(source.path)
            )
        ) from None
    return _open_document(source, document)


def _open(source: Sniffed) -> TextIO:
    try:
        info = source.path.stat()
        if (info.st_size, info.st_mtime_ns) != (source.size, source.changed_ns):
            raise IntakeError(
                _("{path} changed while it was read. Import it again.").format(
                    path=name_of(source.path)
                )
            )
        return source.path.open(encoding=source.encoding, errors=source.errors)
    except OSError as error:
        raise unreadable(source.path, error) from None


def _start(source: Sniffed) -> str:
    """The first character that is no blank."""
    with _open(source) as stream:
        while piece := stream.read(1 << 16):
            if stripped := piece.lstrip("\ufeff \t\r\n"):
                return stripped[0]
    return ""


def _text(source: Sniffed) -> str:
    with _open(source) as stream:
        return stream.read().removeprefix("\ufeff")


def _whole_number(written: str) -> int | str:
    """An id of thousands of digits is no number anyone counts with."""
    return int(written) if len(written) < 300 else written


def _decimal(written: str) -> float | str:
    """As it was written where a float would say it otherwise: `4.50`, `1e999`."""
    number = float(written)
    return number if repr(number) == written else written


def _no_number(written: str) -> None:
    return None


_DECODER = json.JSONDecoder(
    parse_int=_whole_number, parse_float=_decimal, parse_constant=_no_number, strict=False
)


def _document(source: Sniffed) -> object:
    """The document; several, one after another, are a list of them."""
    text = _text(source).strip()
    values: list[object] = []
    at = 0
    while at < len(text):
        value, at = _DECODER.raw_decode(text, at)
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
    return values[0] if len(values) == 1 else values


def _is_lines(source: Sniffed) -> bool:
    """Whether there is one value a line: most of the first lines are whole objects."""
    whole = seen = 0
    with _open(source) as stream:
        for line in _lines(stream):
            if line is None or line.strip():
                seen += 1
                whole += isinstance(_value(line or ""), Mapping)
            if seen == PEEKED_LINES:
                break
    if source.path.suffix.lower() in LINES_SUFFIXES and whole:
        return True
    return seen > 1 and whole * 2 >= seen


def _value(line: str) -> object:
    try:
        return _DECODER.decode(line.strip().removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _lines(stream: TextIO) -> Iterator[str | None]:
    """Line by line; None for one longer than ROW_LIMIT characters."""
    while line := stream.readline(ROW_LIMIT + 1):
        if len(line) <= ROW_LIMIT:
            yield line
            continue
        while not line.endswith("\n") and (line := stream.readline(ROW_LIMIT + 1)):
            pass
        yield None


def _conversations(source: Sniffed) -> Table | None:
    """Lines that hold a conversation each, message by message; None where they hold rows."""
    if source.size > LIMIT:
        return None
    with _open(source) as stream:
        values = [_value(line) for line in islice(_lines(stream), PEEKED_LINES) if line]
    if not messages_in(values):
        return None
    with _open(source) as stream:
        values = [_value(line) for line in _lines(stream) if line]
    messages = messages_in(values)
    return message_table(source, "JSON Lines", messages, None) if messages else None


def _open_lines(source: Sniffed) -> Table:
    header = Header()
    for each in _line_rows(source):
        if not isinstance(each, Refusal):
            header.add(each[1])
    return _table(source, "JSON Lines", header, lambda: _line_rows(source))


def _line_rows(source: Sniffed) -> Iterator[tuple[int, dict[str, str]] | Refusal]:
    number = 0
    try:
        with _open(source) as stream:
            for line in _lines(stream):
                if line is not None and not line.strip("\ufeff \t\r\n"):
                    continue
                number += 1
                if line is None:
                    yield too_long(number)
                    continue
                try:
                    value = _DECODER.decode(line.strip().removeprefix("\ufeff"))
                    yield number, flat(value)
                except json.JSONDecodeError as error:
                    what = error.msg.removesuffix(_(" starting at")).lower()
                    yield Refusal(
                        number,
                        _("it is no whole JSON ({what} at {pos})").format(
                            what=what, pos=whole(error.pos + 1)
                        ),
                    )
                except (ValueError, RecursionError):
                    yield Refusal(number, _(_DEEP))
    except OSError as error:
        raise unreadable(source.path, error) from None


def _open_document(source: Sniffed, document: object) -> Table:
    messages = messages_in(document)
    if messages:
        return message_table(source, "JSON", messages, None)
    try:
        listed: list[Any] | None = by_columns(document)
        rows = listed or list(rows_at(document, best_path(document)))
    except RecursionError:
        raise IntakeError(
            _("{path} is nested too deeply to be feedback. Export it as CSV.").format(
                path=name_of(source.path)
            )
        ) from None
    if not rows:
        raise IntakeError(
            _("{path} has no rows. Export it again with its rows.").format(
                path=name_of(source.path)
            )
        )
    lists = [row for row in rows if isinstance(row, list)]
    if len(lists) * 2 > len(rows):
        cells = [
            [as_text(each) for each in row] if isinstance(row, list) else [as_text(row)]
            for row in rows
        ]
        return open_grid(source, "JSON", lambda: iter(cells))

    def numbered() -> Iterator[tuple[int, dict[str, str]] | Refusal]:
        for number, row in enumerate(rows, 1):
            try:
                yield number, flat(row)
            except RecursionError:
                yield Refusal(number, _(_DEEP))

    header = Header()
    for each in numbered():
        if not isinstance(each, Refusal):
            header.add(each[1])
    return _table(source, "JSON", header, numbered)


def _table(source: Sniffed, kind: Kind, header: Header, rows: Rows) -> Table:
    if not header.names:
        raise IntakeError(
            _("{path} has no row that can be read. Export it again.").format(
                path=name_of(source.path)
            )
        )

    def fitting() -> Iterator[Row | Refusal]:
        for each in rows():
            yield each if isinstance(each, Refusal) else fitted(each[0], header.row(each[1]))

    return Table(
        source=source,
        delimiter="",
        header=unique_names(header.all()),
        has_header=True,
        notes=source.notes,
        rows=fitting,
        kind=kind,
    )
