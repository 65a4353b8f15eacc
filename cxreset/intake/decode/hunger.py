"""How many characters a zipped workbook would come to, told before anything reads it.

A text stands once in the file and as often in memory as cells show it, so a few hundred bytes may
ask for gigabytes.
"""

from __future__ import annotations

import re

CHARACTERS = 200_000_000  # of all cells of a sheet together
_SHARED = re.compile(rb"""\bt\s*=\s*["']s["'][^<>]*>\s*<v>\s*(\d{1,9})\s*</v>""")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell")
_ROWS = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d{1,10})["']""")
_COLUMNS = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d{1,10})["']""")


def shared_lengths(part: bytes) -> list[int]:
    """How long each text of `xl/sharedStrings.xml` is at most, in bytes."""
    return [len(text) for text in part.split(b"<si")[1:]]


def is_hungry(name: str, content: bytes, lengths: list[int]) -> bool:
    """Whether the cells of one part hold more than CHARACTERS; `lengths` are of shared texts."""
    if name == "content.xml":
        return any(_ods(sheet) > CHARACTERS for sheet in content.split(b"<table:table ")[1:])
    if not (name.startswith("xl/worksheets/") and lengths):
        return False
    if content.count(b"<v>") * max(lengths) <= CHARACTERS:
        return False
    total = 0
    for match in _SHARED.finditer(content):
        number = int(match[1])
        total += lengths[number] if number < len(lengths) else 0
        if total > CHARACTERS:
            return True
    return False


def _ods(sheet: bytes) -> int:
    total = 0
    for row in sheet.split(b"<table:table-row")[1:]:
        attributes, _, inside = row.partition(b">")
        width = 0
        for cell in _ODS_CELL.split(inside)[1:]:
            tag, _, text = cell.partition(b">")
            if not tag.endswith(b"/") and not text.startswith(b"</"):
                width += len(text) * _repeated(_COLUMNS, tag)
        total += width * _repeated(_ROWS, attributes)
    return total


def _repeated(pattern: re.Pattern[bytes], tag: bytes) -> int:
    match = pattern.search(tag)
    return int(match[1]) if match else 1
