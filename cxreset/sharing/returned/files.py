"""Read a register or a CSV of ours that a colleague has worked in, as rows with ids.

The file may have been saved by another program: dates come as days, numbers or text, columns may
have moved, the separator may be another one. Nothing is compared here; see `compare.py`.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.intake.decode.files import name_of
from cxreset.intake.decode.sniff import Sniffed, sniff
from cxreset.sharing.data.cells import LABELS, MOST_ROWS, armed
from cxreset.sharing.returned.header import Row, find_header
from cxreset.sharing.returned.table import NOT_KNOWN, Read, read_lines
from cxreset.sharing.returned.workbooks import from_workbook, is_old

DELIMITERS = (",", ";", "\t", "|", "^", "~", ":")
LARGEST = 50_000_000  # bytes; a register of 10,000 comments is a hundredth of it


def read(path: Path) -> Read:
    """The actions in a file that cxreset has written and somebody may have changed.

    Raises IntakeError for a file that cannot be read or in which no actions of ours are found.
    """
    source = sniff(path)
    if source.size > LARGEST:
        raise IntakeError(
            _(
                "{path} is larger than {largest} MB, which no list of actions is. Nothing was read."
            ).format(path=name_of(path), largest=LARGEST // 1000000)
        )
    found = from_workbook(path) if source.packed or is_old(path) else _from_csv(source)
    if found is None:
        raise _none_of_ours(path)
    return found


# -- text


def _from_csv(source: Sniffed) -> Read | None:
    path = source.path
    try:
        text = path.read_bytes().decode(source.encoding, source.errors).removeprefix("\ufeff")
    except (OSError, ValueError, LookupError):
        raise IntakeError(
            _("{path} cannot be read. Save it as CSV in UTF-8.").format(path=name_of(path))
        ) from None
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a long note is no fault
    for delimiter in DELIMITERS:
        rows, problem = _rows(text, delimiter)
        header = find_header(rows)
        if header is not None and problem is not None:
            raise IntakeError(
                _(
                    "{path}, row {rows}: it cannot be read ({problem}). Open it in a spreadsheet "
                    "and save it anew."
                ).format(path=name_of(path), rows=len(rows) + 1, problem=problem)
            )
        if header is not None:
            return read_lines(name_of(path), rows, header, NOT_KNOWN)
    return None


def _rows(text: str, delimiter: str) -> tuple[list[Row], csv.Error | None]:
    """The rows as far as they can be read, and what is wrong with the next one."""
    rows: list[Row] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([armed(cell) for cell in row])
            if len(rows) > MOST_ROWS:
                break
    except csv.Error as error:
        return rows, error
    return rows, None


def _none_of_ours(path: Path) -> IntakeError:
    wanted = ", ".join(_(LABELS[name]) for name in ("title", "owner", "deadline", "status"))
    return IntakeError(
        _(
            "{path} has no list of actions written by cxreset: no row names the columns Id, "
            "{wanted}. Make one with: cxreset export actions --format xlsx"
        ).format(path=name_of(path), wanted=wanted)
    )
