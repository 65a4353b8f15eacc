"""One record split as people mean it, where the csv module's strict rules do not fit it."""

from __future__ import annotations

import csv
import re

from cxreset.intake.readers.dialect import Dialect

_BLANKS = re.compile(" *")


def ends_inside(text: str, inside: bool, delimiter: str) -> bool:
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
