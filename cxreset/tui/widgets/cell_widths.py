"""How wide text is in a terminal, where Rich's tables say otherwise.

Vowel signs that stand beside their letter (category Mc: Hindi, Bengali, Tamil and others) have no
width of their own in Rich 15 and one cell in terminals (as in glibc's `wcwidth` and tmux): a line
of Hindi would run over its end. Rich reads its tables through one function, which is taken here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import category

from rich import cells
from rich._unicode_data import load
from rich.cells import CellTable

SPACING = "Mc"


@cache
def terminal_cell_table(unicode_version: str = "auto") -> CellTable:
    """Rich's table of that version, in which spacing vowel signs are a cell wide."""
    table = load(unicode_version)
    return table._replace(widths=[part for row in table.widths for part in _parts(*row)])


def _parts(start: int, end: int, width: int) -> Iterator[tuple[int, int, int]]:
    """A row of the table: first and last character, width; without those it is wrong about."""
    if width:
        yield start, end, width
        return
    first = start
    for point in range(start, end + 1):
        if category(chr(point)) == SPACING:
            if first < point:
                yield first, point - 1, width
            first = point + 1
    if first <= end:
        yield first, end, width


def measure_as_terminals_do() -> None:
    """From now on, everywhere; what was measured before is forgotten."""
    vars(cells)["load_cell_table"] = terminal_cell_table
    cells.get_character_cell_size.cache_clear()
    cells.cached_cell_len.cache_clear()
