"""Figures in large digits: three rows of half blocks, of three by five pixels a digit."""

from __future__ import annotations

_PIXELS = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": ("██ ", " █ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
    "+": ("   ", " █ ", "███", " █ ", "   "),
}
_BLOCKS = {("█", "█"): "█", ("█", " "): "▀", (" ", "█"): "▄", (" ", " "): " "}


def large(text: str) -> tuple[str, str, str]:
    """Three rows that show `text`, made of digits, `:` and `+`; others are left out."""
    shapes = [_PIXELS[letter] for letter in text if letter in _PIXELS]
    rows = [" ".join(shape[row] for shape in shapes) for row in range(5)]
    rows.append(" " * len(rows[0]))
    first, second, third = (
        "".join(_BLOCKS[pair] for pair in zip(rows[top], rows[top + 1], strict=True))
        for top in (0, 2, 4)
    )
    return first, second, third
