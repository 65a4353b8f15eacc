"""What a workbook of Excel 97 to 2003 holds beside the values of its cells (`beside.py`).

The file is a compound file ([MS-CFB]): sectors, a table that chains them, and a directory of
streams; the stream `Workbook` is a row of records ([MS-XLS]). Only what is asked for is read.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence

from cxreset.sharing.returned.beside import Beside, nothing

_BEGINNING, _ENDING, _FORMULA, _ERROR, _COMMENT = 0x0809, 0x0A, 0x06, 0x0205, 0x1C
_OBJECT, _TEXT, _CONTINUED = 0x5D, 0x01B6, 0x3C
_WORKSHEET, _LONGEST = 0x10, 8_224


def in_xls(content: bytes, names: Sequence[str]) -> dict[str, Beside]:
    """Of the worksheets `names` in their order; merged cells are left to the library.

    Raises struct.error or ValueError for a file that is damaged.
    """
    found = {name: nothing() for name in names}
    waiting = iter(names)
    inside: list[_Sheet] = []
    for kind, data in _records(content):
        if kind == _BEGINNING:
            is_sheet = int.from_bytes(data[2:4], "little") == _WORKSHEET
            name = next(waiting, "") if is_sheet else ""
            inside.append(_Sheet(found.get(name, nothing())))
        elif kind == _ENDING and inside:
            inside.pop()
        elif inside:
            inside[-1].take(kind, data)
    return found


class _Sheet:
    """Takes the records of one sheet; the words of a comment come before the comment."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self._words: dict[int, str] = {}
        self._object = 0
        self._before = 0  # the kind of the record before

    def take(self, kind: int, data: bytes) -> None:
        if kind in (_FORMULA, _ERROR) and _is_error(kind, data):
            self._beside.faulty.add(struct.unpack_from("<HH", data))
        elif kind == _OBJECT and len(data) >= 8:
            (self._object,) = struct.unpack_from("<H", data, 6)
        elif kind == _CONTINUED and self._before == _TEXT and data:
            self._words[self._object] = _words(data)
        elif kind == _COMMENT and len(data) >= 8:
            row, column, _, number = struct.unpack_from("<HHHH", data)
            self._beside.comments[row, column] = self._words.get(number, "")
        self._before = kind


def _words(data: bytes) -> str:
    return data[1:].decode("utf-16-le" if data[0] else "latin-1", "replace")


def _is_error(kind: int, data: bytes) -> bool:
    if kind == _ERROR:
        return len(data) >= 8 and data[7] != 0
    return len(data) >= 14 and data[6] == 2 and data[12:14] == b"\xff\xff"


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each record."""
    stream = _stream(content)
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if length > _LONGEST:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


_SECTORS, _FIRST_OF_DIRECTORY, _FIRST_OF_LIST, _LIST = 0x1E, 0x30, 0x44, 0x4C
_POWERS = (9, 12)  # of two, which a sector can be long
_LISTED = 109  # sectors of the table that the head of the file names itself
_ENTRY, _NAME, _NAME_LENGTH, _START = 128, 64, 0x40, 0x74
_NONE = 0xFFFF_FFFA  # from here on, a number is no sector


def _stream(content: bytes) -> bytes:
    """The stream of the workbook; empty where it is not found. Raises struct.error for a file that
    is cut."""
    (power,) = struct.unpack_from("<H", content, _SECTORS)
    if power not in _POWERS:
        raise ValueError("no such sectors")
    size = 1 << power
    table = _table(content, size)
    (first,) = struct.unpack_from("<I", content, _FIRST_OF_DIRECTORY)
    directory = _chained(content, size, table, first)
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", directory, at + _NAME_LENGTH)
        name = directory[at : at + min(length, _NAME)].decode("utf-16-le", "replace").rstrip("\0")
        if name in ("Workbook", "Book"):
            (start,) = struct.unpack_from("<I", directory, at + _START)
            return _chained(content, size, table, start)
    return b""


def _table(content: bytes, size: int) -> array[int]:
    """For each sector the one that comes after it."""
    listed = list(struct.unpack_from(f"<{_LISTED}I", content, _LIST))
    (more,) = struct.unpack_from("<I", content, _FIRST_OF_LIST)
    while more < _NONE and len(listed) < len(content) // size:
        *sectors, more = struct.unpack(f"<{size // 4}I", _sector(content, size, more))
        listed += sectors
    table = array("I")
    for number in listed:
        if number < _NONE:
            table.frombytes(_sector(content, size, number))
    return table


def _chained(content: bytes, size: int, table: array[int], first: int) -> bytes:
    sectors: list[bytes] = []
    while first < len(table) and len(sectors) <= len(table):
        sectors.append(_sector(content, size, first))
        first = table[first]
    return b"".join(sectors)


def _sector(content: bytes, size: int, number: int) -> bytes:
    return content[(number + 1) * size : (number + 2) * size]
