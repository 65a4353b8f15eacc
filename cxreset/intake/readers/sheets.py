"""Workbooks (XLSX, ODS, XLS) read in a process of its own, within bounds of memory and time.

A few wrong bytes, or one long text repeated for a million cells, can ask for any amount of memory,
which ends the process that obeys. So this file is also a script: it takes a workbook on its
standard input and prints its sheets and their rows that are not blank, one JSON value a line. It
imports nothing of the program.
"""

from __future__ import annotations

import io
import json
import math
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, NamedTuple

MEMORY = 2 << 30  # bytes
SECONDS = 180
CHARACTERS = 200_000_000  # of all cells together
_TOO_LARGE, _LOCKED = 3, 4  # how the process ends
_XLSX_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BEGIN = b"\x09\x08\x10\x00"  # the first record of an XLS workbook, and its length
_LENGTH = 20  # bytes of it
_FILE_PASS = 0x2F
_WHOLE = 1e15  # beyond it a float no longer tells one whole number from the next


class Locked(Exception):
    """The workbook asks for a password."""


class Damaged(Exception):
    """The workbook cannot be read."""


class TooLarge(Exception):
    """The workbook would take more memory or time than it may."""


class Sheet(NamedTuple):
    """One sheet whole, its cells as they are shown, blank rows left out."""

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


def read_sheets(content: bytes) -> list[Sheet]:
    """Every sheet of the workbook. Raises Locked, Damaged or TooLarge."""
    if _XLSX_LOCKED in content[: 1 << 22] or _asks_for_password(content):
        raise Locked
    with tempfile.TemporaryFile() as whole:
        whole.write(content)
        whole.seek(0)
        return _from_process(whole)


def _from_process(whole: IO[bytes]) -> list[Sheet]:
    """Let the process read, and take what it prints line by line."""
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__))],
            stdin=whole,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise Damaged from error
    clock = threading.Timer(SECONDS, process.kill)
    clock.start()
    sheets: list[Sheet] = []
    try:
        with process:
            for line in process.stdout or ():
                value = json.loads(line)
                if isinstance(value, dict):
                    sheets.append(Sheet(value["name"], value["visible"], []))
                else:
                    sheets[-1].rows.append(value)
    except (ValueError, KeyError, IndexError) as error:
        process.kill()
        raise Damaged from error
    finally:
        clock.cancel()
    _judge(process.returncode)
    return sheets


def _judge(code: int) -> None:
    """What the way a process ended says of the workbook."""
    if code == _LOCKED:
        raise Locked
    if code == _TOO_LARGE or code < 0:  # ended by the system: it asked for too much
        raise TooLarge
    if code:
        raise Damaged


def _asks_for_password(content: bytes) -> bool:
    """Whether one of the first records of an XLS says that the rest is ciphered."""
    at = content.find(_BEGIN) + _LENGTH
    for _ in range(4):
        if int.from_bytes(content[at : at + 2], "little") == _FILE_PASS and at > _LENGTH:
            return True
        at += 4 + int.from_bytes(content[at + 2 : at + 4], "little")
    return False


# -- inside the process


class _TooMuch(Exception):
    pass


def _lines(content: bytes) -> Iterator[object]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    characters = 0
    for each in book.sheets_metadata:
        if each.typ != SheetTypeEnum.WorkSheet:
            continue
        yield {"name": each.name, "visible": each.visible == SheetVisibleEnum.Visible}
        for row in book.get_sheet_by_name(each.name).iter_rows():
            cells = list(map(cell_text, row))
            if any(cells):
                characters += sum(map(len, cells))
                if characters > CHARACTERS:
                    raise _TooMuch
                yield cells


def _limit_memory() -> None:
    """As far as the system can be told: Windows has no such limits, and macOS refuses this one."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most in (resource.RLIM_INFINITY, -1) or most > MEMORY:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))


def _main() -> int:
    _limit_memory()
    try:
        for line in _lines(sys.stdin.buffer.read()):
            sys.stdout.write(json.dumps(line) + "\n")
    except (_TooMuch, MemoryError):
        return _TOO_LARGE
    except Exception as error:  # noqa: BLE001 - its name is all there is to tell the kinds apart
        return _LOCKED if type(error).__name__ == "PasswordError" else 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
