"""What the two forms on paper, DOCX and PDF, have in common: page, colours, words, widths.

Lengths are in points. The colours are those of the HTML page in light.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from cxreset.base.language.words import _
from cxreset.base.text import in_quotes
from cxreset.sharing.direction import alone, beside, one_line, shown
from cxreset.sharing.documents.model import Document, Table

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)
SIDE, TOP, FOOT = 23 * MM, 24 * MM, 22 * MM
WIDTH = PAGE[0] - 2 * SIDE
"""What a line, a table or a bar has at most."""

DENSE = 0.75
"""Margins of a single sheet beside those of a document of several."""

LABEL = 40 * MM
"""How much of it the labels of facts take."""

TABLE_GAP = 9.0
INSET = 7.0
"""Between the columns of a table; and the padding of what is tinted."""

CONTENTS = 5
"""A document with at least so many parts opens with a list of them."""

COLOURS = {
    "ink": "1C2422", "quiet": "55615C", "line": "DDD9CF", "tint": "F1F4F0", "accent": "0B5A58",
    "bar": "2F8C86", "track": "E4E8E3", "flag": "8C3710", "flag_tint": "FBEFE6",
}  # fmt: skip

_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(p << 16 | 0xFFFE) + chr(p << 16 | 0xFFFF) for p in range(17))
    + "]"
)  # fmt: skip
_UNIT = re.compile(r"(?<=\d) %")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def line(text: str) -> str:
    """Any text as one line that XML and a font can carry; a percent sign stays with its number."""
    return _UNIT.sub("\u00a0%", _NONCHARACTER.sub("", alone(one_line(text))))


def paragraphs(text: str) -> list[list[str]]:
    """Any text as paragraphs of lines; empty lines part the paragraphs."""
    found: list[list[str]] = [[]]
    for raw in shown(text).splitlines():
        flat = line(raw)
        if flat:
            found[-1].append(flat)
        elif found[-1]:
            found.append([])
    return [one for one in found if one]


def language(document: Document) -> str:
    """The document's language as a tag (`en-GB`, `el`); British English where it names none."""
    named = document.language.strip()
    if not _LANGUAGE.fullmatch(named) or named.lower() == "en":
        return "en-GB"
    return named


def leans_right(code: str) -> bool:
    """Whether a language of this tag is written from the right."""
    return code.split("-")[0].lower() in _RIGHT_TO_LEFT


def rightward(text: str, otherwise: bool = False) -> bool:
    """Whether a text begins, by its first letter, in a script written from the right.

    What is set apart in a sentence does not count.
    """
    for char in beside(text):
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return otherwise


def running(document: Document) -> str:
    """The title as it stands at the head of each page: one line of it."""
    return line(one_line(document.title, 90))


def page_words() -> tuple[str, str]:
    """`Page ` and ` of `: what stands before the number of a page, and before that of all."""
    before, between = re.split(r"\{pages?\}", _("Page {page} of {pages}"))[:2]
    return before, between


def contents(document: Document) -> bool:
    """Whether the document is long enough to open with a list of its parts."""
    return len(document.parts) >= CONTENTS


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote's mark: the note's index in `Document.notes`, the number it is printed with.

    The `first` mark of a note carries its text; later ones point at it.
    """

    note: int
    number: int
    first: bool


class Marks:
    """Numbers footnotes as they come up: both forms number them in the order of their marks."""

    def __init__(self, notes: int) -> None:
        self._notes = notes
        self._numbers: dict[int, int] = {}

    def of(self, notes: tuple[int, ...]) -> list[Mark]:
        """The marks for these notes (numbers from 1); numbers that no note has are passed over."""
        marks: list[Mark] = []
        for wanted in dict.fromkeys(notes):
            if not 1 <= wanted <= self._notes:
                continue
            first = wanted not in self._numbers
            number = self._numbers.setdefault(wanted, len(self._numbers) + 1)
            marks.append(Mark(wanted - 1, number, first))
        return marks

    def left(self) -> Iterator[int]:
        """The notes (by index) that nothing has marked yet."""
        return (note - 1 for note in range(1, self._notes + 1) if note not in self._numbers)


def note_lines(document: Document, index: int) -> tuple[str, str]:
    """Where a note's words come from, and the words: a customer's in quotation marks."""
    note = document.notes[index]
    text = " ".join(" ".join(lines) for lines in paragraphs(note.text))
    quoted = in_quotes(text) if text and note.is_quote else text
    return joined(note.ref, note.source), quoted


def joined(*pieces: str) -> str:
    """`C12, support ticket`: the pieces that are not empty."""
    return ", ".join(flat for piece in pieces if (flat := line(piece)))


_NARROW = frozenset("ijlItfr.,:;'|!()[] \u00a0")
_WIDE = frozenset("mwMW@%—…←")
_SHORT_CELL = 14
_LONGEST_WORD = 0.17
"""No word may ask for more than this share of the table; a longer one is broken."""


def ems(text: str) -> float:
    """How wide a text runs, roughly, in ems: enough to share a page's width among columns."""
    total = 0.0
    for char in text:
        if char in _NARROW:
            total += 0.31
        elif char in _WIDE:
            total += 0.95
        elif ord(char) >= 0x1100:
            total += 1.05
        else:
            total += 0.69 if char.isupper() else 0.57
    return total


def column_widths(block: Table, size: float, gap: float, inset: float) -> list[float]:
    """Each column's share of `WIDTH`, for text of `size` with `gap` between the columns.

    Like a browser: no column is narrower than its longest word (within reason); short columns
    (ids, dates, a status) stay on one line; what is left goes where the text is. The first column
    has room for its footnote marks and, where a row is flagged, for the flag's `inset`.
    """
    marks = max((len(" ".join(map(str, notes))) for _, notes in block.notes), default=0)
    first = marks * size * 0.38 + (inset if block.flagged else 0.0)
    least: list[float] = []
    wants: list[float] = []
    for number, name in enumerate(block.columns):
        cells = [line(row[number]) for row in block.rows]
        lengths = [ems(cell) for cell in cells] or [0.0]
        words = max((ems(word) for cell in cells for word in cell.split()), default=0.0)
        short = all(len(cell) <= _SHORT_CELL for cell in cells)
        bold, more = (1.08, first) if number == 0 else (1.0, 0.0)
        need = max(ems(line(name)) * 1.1, (max(lengths) if short else words) * bold)
        least.append(min(need * size, _LONGEST_WORD * WIDTH) + gap + more)
        # Between the longest cell and the usual one: a single long one is no reason to squeeze
        # all others. In less than proportion: two lines more cost less than a word a line.
        usual = (max(lengths) + 3 * sum(lengths) / len(lengths)) / 4
        wants.append(max(usual * size * bold + gap + more - least[-1], 0.0) ** 0.75)
    spare = WIDTH - sum(least)
    if spare <= 0:
        return [WIDTH * one / sum(least) for one in least]
    if not any(wants):
        wants = least
    return [low + spare * want / sum(wants) for low, want in zip(least, wants, strict=True)]
