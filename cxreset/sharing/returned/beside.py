"""What a workbook holds beside the values of its cells: errors, comments, cells that were merged.

The library that reads the values shows an error as an empty cell, and passes over comments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

Position = tuple[int, int]
"""Row and column of a cell, from 0."""


class Beside(NamedTuple):
    """Of one sheet: cells with an error or a formula of theirs without a value, what comments on
    cells say (empty where the format is not read so far), first and last cell of merged ones."""

    faulty: set[Position]
    comments: dict[Position, str]
    merged: list[tuple[Position, Position]]


def nothing() -> Beside:
    """A new one, of a sheet that holds nothing beside its values."""
    return Beside(set(), {}, [])


# -- .xlsx

_FAULTY = re.compile(
    rb'<c\b(?=[^<>]*\bt="e")[^<>]*\br="([A-Z]{1,3}\d{1,7})"'
    rb'|<c\b[^<>]*\br="([A-Z]{1,3}\d{1,7})"[^<>]*><f>[^<]{0,9000}</f>(?:<v\s*/>|<v></v>)?</c>'
)
_SHEET = re.compile(r'<(?:\w+:)?sheet\b[^<>]*\bname="([^"<>]*)"[^<>]*\b\w+:id="([^"<>]*)"')
_TIE = re.compile(r"<Relationship\b[^<>]*>")
_COMMENT = re.compile(
    r'<(?:\w+:)?(?:threadedC|c)omment\b[^<>]*\bref="([A-Z]{1,3}\d{1,7})"[^<>]*>(.*?)'
    r"</(?:\w+:)?(?:threadedC|c)omment>",
    re.DOTALL,
)
_WORDS = re.compile(r"<(?:\w+:)?t(?:ext)?(?:\s[^<>]*)?>([^<>]*)</(?:\w+:)?t(?:ext)?>")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def in_xlsx(parts: ZipFile) -> dict[str, Beside]:
    """By the names of the sheets; merged cells are left to the library."""
    found = {}
    ties = _ties(parts, "xl/workbook.xml")
    for name, tie in _SHEET.findall(_text(parts, "xl/workbook.xml")):
        path = ties.get(tie, ("", ""))[1]
        if path not in parts.NameToInfo:
            continue
        faulty = {
            _position((one[1] or one[2]).decode()) for one in _FAULTY.finditer(parts.read(path))
        }
        found[unescape(name)] = Beside(faulty, _comments(parts, path), [])
    return found


def _comments(parts: ZipFile, sheet: str) -> dict[Position, str]:
    """Those of a thread where there are any: beside each stands a comment for older programs."""
    ties = sorted(_ties(parts, sheet).values(), reverse=True)
    for kind in ("/threadedComment", "/comments"):
        found: dict[Position, list[str]] = {}
        for path in (path for of, path in ties if of.endswith(kind)):
            for cell, inside in _COMMENT.findall(_text(parts, path)):
                words = unescape("".join(_WORDS.findall(inside)))
                found.setdefault(_position(cell), []).append(words)
        if found:
            return {position: " ".join(words) for position, words in found.items()}
    return {}


def _ties(parts: ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """Id -> (kind, path of the part) of what a part is tied to."""
    folder, _, name = path.rpartition("/")
    found = {}
    for tie in _TIE.findall(_text(parts, f"{folder}/_rels/{name}.rels")):
        values = dict(re.findall(r'\b(\w+)="([^"<>]*)"', tie))
        target = values.get("Target", "")
        found[values.get("Id", "")] = values.get("Type", ""), _resolved(folder, target)
    return found


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    while target.startswith("../"):
        folder, target = folder.rpartition("/")[0], target[3:]
    return f"{folder}/{target}"


def _text(parts: ZipFile, path: str) -> str:
    return parts.read(path).decode("utf-8", "replace") if path in parts.NameToInfo else ""


def _position(cell: str) -> Position:
    letters, row = _CELL.findall(cell)[0]
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return int(row) - 1, number - 1


# -- .ods

_SPACES = ("text:s", "text:tab", "text:line-break")


class _Content:
    """Reads `content.xml` event by event; rows and cells that are repeated count as often."""

    def __init__(self) -> None:
        self.sheets: dict[str, Beside] = {}
        self._sheet = nothing()
        self._row, self._column, self._height, self._width = 0, 0, 1, 1
        self._paragraphs: list[str] | None = None  # of a comment, while it is read
        self._in_paragraph = False  # who wrote a comment, and when, stands outside of them

    def start(self, name: str, values: Mapping[str, str]) -> None:
        if name == "table:table":
            self._sheet = self.sheets.setdefault(values.get("table:name", ""), nothing())
            self._row = 0
        elif name == "table:table-row":
            self._column, self._height = 0, int(values.get("table:number-rows-repeated", 1))
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(values)
        elif name == "office:annotation":
            self._paragraphs = []
        elif self._paragraphs is not None:
            self._begin_in_comment(self._paragraphs, name)

    def _begin_in_comment(self, paragraphs: list[str], name: str) -> None:
        if name == "text:p":
            paragraphs.append("")
            self._in_paragraph = True
        elif name in _SPACES and self._in_paragraph:
            paragraphs[-1] += " "

    def _cell(self, values: Mapping[str, str]) -> None:
        position = self._row, self._column
        self._width = int(values.get("table:number-columns-repeated", 1))
        if values.get("calcext:value-type") == "error":
            self._sheet.faulty.add(position)
        rows = int(values.get("table:number-rows-spanned", 1))
        columns = int(values.get("table:number-columns-spanned", 1))
        if rows > 1 or columns > 1:
            last = self._row + rows - 1, self._column + columns - 1
            self._sheet.merged.append((position, last))

    def end(self, name: str) -> None:
        if name == "table:table-row":
            self._row += self._height
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._column += self._width
        elif name == "text:p":
            self._in_paragraph = False
        elif name == "office:annotation" and self._paragraphs is not None:
            self._sheet.comments[self._row, self._column] = " ".join(self._paragraphs)
            self._paragraphs = None

    def text(self, words: str) -> None:
        if self._paragraphs is not None and self._in_paragraph:
            self._paragraphs[-1] += words


_RARE = (b"<office:annotation", b"-spanned=", b'value-type="error"')


def in_ods(content: bytes) -> dict[str, Beside]:
    """By the names of the sheets. Raises ExpatError or ValueError for what is no such content."""
    if not any(sign in content for sign in _RARE):  # as in most, which need not be gone through
        return {}
    reader, parser = _Content(), expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.buffer_text = True  # else each entity is a piece of its own
    parser.Parse(content, True)
    return reader.sheets
