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
from cxreset.base.language.words import N_pair, _
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
    "feedback": N_pair("comment", "comments"),
    "pain": N_pair("pain point", "pain points"),
    "gap": N_pair("gap", "gaps"),
    "fix": N_pair("fix", "fixes"),
    "action": N_pair("action", "actions"),
    "follow_up": N_pair("follow-up", "follow-ups"),
    "pilot": N_pair("pilot", "pilots"),
    "measurement": N_pair("measurement", "measurements"),
    "lesson": N_pair("lesson", "lessons"),
}


def load(path: Path) -> Held:
    """What a JSON file says a workbook holds; its rows are checked when they are written.

    Raises IntakeError, with the line where it is no JSON.
    """
    raw = _parsed(path)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise IntakeError(
            _(
                "{name} is no workbook written by cxreset as JSON. Make one with: cxreset export "
                "workbook --format json"
            ).format(name=_name(path))
        )
    version, newest = raw.get("version"), migrations()[-1][0]
    if type(version) is not int or not 1 <= version <= newest:
        raise IntakeError(
            _(
                "{name} is written in version {version} of the form; this cxreset reads versions 1 "
                "to {newest}. Update cxreset to read it."
            ).format(name=_name(path), version=one_line(str(version), 20), newest=newest)
        )
    unknown = raw.keys() - _KEYS
    if unknown:
        raise _refused(
            path,
            _("it has “{unknown}”, which no workbook has").format(
                unknown=one_line(min(unknown), 40)
            ),
        )
    tables, last_ids = raw.get("tables"), raw.get("last_ids", {})
    if not isinstance(tables, dict) or not all(_are_rows(rows) for rows in tables.values()):
        raise _refused(path, _("its tables are not lists of rows"))
    if not isinstance(last_ids, dict) or not all(type(n) is int for n in last_ids.values()):
        raise _refused(path, _("its last numbers are no whole numbers"))
    return Held(tables, last_ids, version)


def _are_rows(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _parsed(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise IntakeError(
                _(
                    "{name} is larger than {largest} MB, which no workbook of cxreset is. Nothing "
                    "was read."
                ).format(name=_name(path), largest=LARGEST // 1024 // 1024)
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise IntakeError(
            _("{name} cannot be read: {strerror}.").format(
                name=_name(path), strerror=error.strerror or error
            )
        ) from error
    except (UnicodeDecodeError, ValueError):
        raise _refused(path, _("it is not written in UTF-8")) from None
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise IntakeError(
            _("{name}, line {lineno}: this is no JSON ({msg}). Nothing was taken.").format(
                name=_name(path), lineno=error.lineno, msg=error.msg
            )
        ) from None
    except RecursionError:
        raise _refused(path, _("it is nested deeper than any workbook")) from None
    except ValueError as error:  # a number of thousands of digits, or one of ours
        reason = str(error) if isinstance(error, Refused) else _("a number in it is too long")
        raise _refused(path, reason) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused(_("a name stands twice in one place"))
    return found


def _no_number(word: str) -> NoReturn:
    raise Refused(_("{word} is no number").format(word=word))


def _refused(path: Path, why: str) -> IntakeError:
    return IntakeError(
        _("{name} cannot become a workbook: {why}. Nothing was made of it.").format(
            name=_name(path), why=one_line(why, 200)
        )
    )


def _name(path: Path) -> str:
    return one_line(path.name, 80)
