"""A number in letters three rows high, of half blocks. Pure."""

from __future__ import annotations

from typing import Final

ROWS: Final = 3
# Five half rows of three dots each; a dot of the point is one wide.
_DOTS: Final = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    "+": "000 010 111 010 000",
    "−": "000 000 111 000 000",
    ".": "0 0 0 0 1",
    ",": "0 0 0 1 1",
}
_BLOCKS: Final = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def big_number(text: str) -> list[str]:
    """Three rows of the same width; signs, digits, points and commas alone, others left out."""
    letters = [_DOTS[char].split() for char in text if char in _DOTS]
    dots = [" ".join(letter[row] for letter in letters) for row in range(5)] + [""]
    width = len(dots[0])
    rows = [[int(dot == "1") for dot in row.ljust(width)] for row in dots]
    return [
        "".join(_BLOCKS[pair] for pair in zip(rows[2 * at], rows[2 * at + 1], strict=True))
        for at in range(ROWS)
    ]
