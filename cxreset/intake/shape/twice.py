"""Letters that were encoded twice on their way here: `GerÃ¤t` for `Gerät`.

A program read UTF-8 as Western European text and wrote that down as UTF-8. Facebook hands out its
JSON so, and many a CSV went through such hands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from cxreset.base.language.words import _
from cxreset.intake.shape.headers import unique_names
from cxreset.intake.shape.table import Refusal, Row, Table

_JUDGED = 500  # rows
_ENOUGH = 2  # such letters, and half as many as there are sound ones
# The bytes 0x80 to 0xBF as the two old encodings show them.
_SHOWN = {bytes((code,)).decode("cp1252", "ignore"): code for code in range(0x80, 0xC0)}
_SHOWN |= {chr(code): code for code in range(0x80, 0xC0)}
_SHOWN.pop("", None)
_INNER = "".join(map(re.escape, _SHOWN))
_RUN = re.compile(
    f"[\u00c2-\u00df][{_INNER}]|[\u00e0-\u00ef][{_INNER}]{{2}}|[\u00f0-\u00f4][{_INNER}]{{3}}"
)


def with_letters_mended(table: Table) -> Table:
    """The same table with its letters as they were meant; itself where they are sound."""
    first = [row.cells for row in islice(table.rows(), _JUDGED) if isinstance(row, Row)]
    if not _is_encoded_twice([table.header, *first]):
        return table

    def mended() -> Iterator[Row | Refusal]:
        for row in table.rows():
            yield row if isinstance(row, Refusal) else Row(row.number, list(map(sound, row.cells)))

    note = _("Letters that were encoded twice are mended, such as Ã¼ for ü.")
    header = unique_names(list(map(sound, table.header)))
    speaker = sound(table.speaker)
    customers = frozenset(map(sound, table.customers))
    return replace(
        table,
        header=header,
        rows=mended,
        notes=(*table.notes, note),
        speaker=speaker,
        customers=customers,
    )


def sound(text: str) -> str:
    """`GerÃ¤t` → `Gerät`; any other text as it is."""
    return text if text.isascii() else _RUN.sub(_meant, text)


def _meant(run: re.Match[str]) -> str:
    letters = run[0]
    try:
        return bytes((ord(letters[0]), *(_SHOWN[char] for char in letters[1:]))).decode()
    except UnicodeDecodeError:
        return letters


def _is_encoded_twice(rows: Sequence[Sequence[str]]) -> bool:
    twice = whole = 0
    for row in rows:
        for cell in row:
            if cell.isascii():
                continue
            runs = [run for run in _RUN.findall(cell) if sound(run) != run]
            twice += len(runs)
            whole += sum(char.isalpha() for char in cell if char > "\x7f") - sum(map(len, runs))
    return twice >= _ENOUGH and twice * 2 >= whole
