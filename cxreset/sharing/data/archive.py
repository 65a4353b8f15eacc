"""Everything of a workbook as JSON, to keep or for scripts, and back into a new workbook.

The form is told in docs/formats.md; its version is the number of the workbook's layout. It is the
leader's own copy: nothing in it is masked, and the history of undo is not in it. What comes back in
is data from outside and is checked whole before anything has the name of a workbook.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from cxreset import __version__
from cxreset.base.errors import IntakeError
from cxreset.base.text import count, one_line
from cxreset.workbook.maintenance.archive import Held, Refused, reading, write
from cxreset.workbook.storage.layout import migrations

if TYPE_CHECKING:
    from cxreset.workbook.book import Workbook

FORMAT = "cxreset-workbook"
LARGEST = 256 * 1024 * 1024
"""Bytes; a workbook of 100,000 comments is a fifth of it."""
_TOGETHER = 500  # rows that are written in one go
_KEYS = {"format", "version", "program", "last_ids", "tables"}


def dump(book: Workbook) -> bytes:
    """The whole workbook as UTF-8 JSON: one row a line, the same bytes for the same content."""
    return b"".join(parts(book))


def parts(book: Workbook) -> Iterator[bytes]:
    """The same in parts, of which none is large, however many comments there are."""
    with reading(book.file) as content:
        yield (
            "{\n"
            f'  "format": {_json(FORMAT)},\n'
            f'  "version": {content.layout},\n'
            f'  "program": {_json(__version__)},\n'
            f'  "last_ids": {_json(content.last_ids)},\n'
            '  "tables": {\n'
        ).encode()
        between = ""
        for name, rows in content.tables:
            yield f"{between}    {_json(name)}: [".encode()
            between = ",\n"
            yield from _table(rows)
        yield b"\n  }\n}\n"


def _table(rows: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """The rows of a table, a line each, and the end of its list."""
    begin, end = "\n", "]"
    while several := [_json(row) for row in islice(rows, _TOGETHER)]:
        yield (begin + ",\n".join(f"      {row}" for row in several)).encode()
        begin, end = ",\n", "\n    ]"
    yield end.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def restore(path: Path, target: Path) -> list[str]:
    """Make a new workbook at `target` of the JSON file `path`; returns what it holds, in words.

    Raises IntakeError for a file that is none of ours or holds what no workbook can, and
    WorkbookUnusable when something is at `target` already; then nothing is made.
    """
    held = load(path)
    try:
        write(target, held)
    except Refused as error:
        raise _refused(path, str(error)) from None
    return [
        count(len(held.tables[name]), *words)
        for name, words in _TABLES_IN_WORDS.items()
        if held.tables.get(name)
    ]


_TABLES_IN_WORDS = {
    "feedback": ("comment", "comments"),
    "pain": ("pain point", "pain points"),
    "gap": ("gap", "gaps"),
    "fix": ("fix", "fixes"),
    "action": ("action", "actions"),
    "follow_up": ("follow-up", "follow-ups"),
    "pilot": ("pilot", "pilots"),
    "measurement": ("measurement", "measurements"),
    "lesson": ("lesson", "lessons"),
}


def load(path: Path) -> Held:
    """What a JSON file says a workbook holds; its rows are checked when they are written.

    Raises IntakeError, with the line where it is no JSON.
    """
    raw = _parsed(path)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise IntakeError(
            f"{_name(path)} is no workbook written by cxreset as JSON. "
            "Make one with: cxreset export workbook --format json"
        )
    version, newest = raw.get("version"), migrations()[-1][0]
    if type(version) is not int or not 1 <= version <= newest:
        raise IntakeError(
            f"{_name(path)} is written in version {one_line(str(version), 20)} of the form; this "
            f"cxreset reads versions 1 to {newest}. Update cxreset to read it."
        )
    unknown = raw.keys() - _KEYS
    if unknown:
        raise _refused(path, f"it has “{one_line(min(unknown), 40)}”, which no workbook has")
    tables, last_ids = raw.get("tables"), raw.get("last_ids", {})
    if not isinstance(tables, dict) or not all(_are_rows(rows) for rows in tables.values()):
        raise _refused(path, "its tables are not lists of rows")
    if not isinstance(last_ids, dict) or not all(type(n) is int for n in last_ids.values()):
        raise _refused(path, "its last numbers are no whole numbers")
    return Held(tables, last_ids, version)


def _are_rows(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _parsed(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise IntakeError(
                f"{_name(path)} is larger than {LARGEST // 1024 // 1024} MB, which no workbook of "
                "cxreset is. Nothing was read."
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise IntakeError(f"{_name(path)} cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, ValueError):
        raise _refused(path, "it is not written in UTF-8") from None
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise IntakeError(
            f"{_name(path)}, line {error.lineno}: this is no JSON ({error.msg}). Nothing was taken."
        ) from None
    except RecursionError:
        raise _refused(path, "it is nested deeper than any workbook") from None
    except ValueError as error:  # a number of thousands of digits, or one of ours
        reason = str(error) if isinstance(error, Refused) else "a number in it is too long"
        raise _refused(path, reason) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused("a name stands twice in one place")
    return found


def _no_number(word: str) -> NoReturn:
    raise Refused(f"{word} is no number")


def _refused(path: Path, why: str) -> IntakeError:
    return IntakeError(
        f"{_name(path)} cannot become a workbook: {one_line(why, 200)}. Nothing was made of it."
    )


def _name(path: Path) -> str:
    return one_line(path.name, 80)
