"""Words looked for in a text that is laid out in lines. Pure: no widget."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

BETWEEN = r"[\s│]+"
"""What may stand between two words: blanks, the end of a line, the mark of a quotation."""


class Match(NamedTuple):
    """Where words are, within one line: its number, and the first and one past the last letter."""

    line: int
    start: int
    end: int


def find(lines: Sequence[str], words: str) -> list[list[Match]]:
    """Every place where `words` stand, whole or as part of a word, in any case of letters.

    A place has a match for each line it goes over, for a line may end between two of the words.
    """
    pattern = BETWEEN.join(map(re.escape, words.split()))
    if not pattern:
        return []
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    found = re.finditer(pattern, "\n".join(lines), re.IGNORECASE)
    return [list(_by_line(lines, starts, *hit.span())) for hit in found]


def _by_line(lines: Sequence[str], starts: Sequence[int], start: int, end: int) -> Iterator[Match]:
    number = bisect_right(starts, start) - 1
    while number < len(lines) and starts[number] < end:
        line = lines[number]
        first = max(start - starts[number], len(line) - len(line.lstrip(" │")))
        last = min(end - starts[number], len(line))
        if first < last:
            yield Match(number, first, last)
        number += 1
