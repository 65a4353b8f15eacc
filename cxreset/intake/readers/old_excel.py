"""Old Excel workbooks (XLS), read in a process of its own.

In that format a few wrong bytes can ask for any amount of memory, which ends the process that
obeys. So this file is also a script: it takes a workbook on its standard input, and prints its
sheets and then their rows, one JSON value a line. It imports nothing of the program.
"""

from __future__ import annotations

import io
import json
import math
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

MEMORY = 2 << 30  # bytes
SECONDS = 180
_XLSX_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BEGIN = b"\x09\x08\x10\x00"  # the first record of the workbook, and its length
_LENGTH = 20  # bytes of it
_FILE_PASS = 0x2F
_WHOLE = 1e15  # beyond it a float no longer tells one whole number from the next


class Locked(Exception):
    """The workbook asks for a password."""


class Damaged(Exception):
    """The workbook cannot be read."""


class Sheet(NamedTuple):
    """One sheet whole, its cells as they are shown."""

    name: str
    visible: bool
    rows: list[list[str]]


def cell_text(value: object) -> str:
    """What a cell shows: `3` for 3.0, `2024-01-31` for a day, `True` for a tick."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return f"{value:.0f}" if value.is_integer() and abs(value) < _WHOLE else f"{value:.15g}"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def read_old_excel(content: bytes) -> list[Sheet]:
    """Every sheet of the workbook. Raises Locked or Damaged."""
    if _XLSX_LOCKED in content or _asks_for_password(content):
        raise Locked
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(Path(__file__))],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Damaged from error
    if done.returncode:
        raise Damaged
    sheets: list[Sheet] = []
    try:
        for line in io.BytesIO(done.stdout):
            value = json.loads(line)
            if isinstance(value, dict):
                sheets.append(Sheet(value["name"], value["visible"], []))
            else:
                sheets[-1].rows.append(value)
    except (ValueError, KeyError, IndexError) as error:
        raise Damaged from error
    return sheets


def _asks_for_password(content: bytes) -> bool:
    """Whether one of the first records says that the rest is ciphered."""
    at = content.find(_BEGIN) + _LENGTH
    for _ in range(4):
        if int.from_bytes(content[at : at + 2], "little") == _FILE_PASS and at > _LENGTH:
            return True
        at += 4 + int.from_bytes(content[at + 2 : at + 4], "little")
    return False


def _lines(content: bytes) -> Iterator[object]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for each in book.sheets_metadata:
        if each.typ == SheetTypeEnum.WorkSheet:
            yield {"name": each.name, "visible": each.visible == SheetVisibleEnum.Visible}
            for row in book.get_sheet_by_name(each.name).iter_rows():
                yield list(map(cell_text, row))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most in (resource.RLIM_INFINITY, -1) or most > MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))


def _main() -> None:
    _limit_memory()
    for line in _lines(sys.stdin.buffer.read()):
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    _main()
