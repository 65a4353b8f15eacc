"""Of what a rating is: `4` may be of 5 or of 10, so the scale is told from signs, or asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.intake.columns.names import words_of
from cxreset.intake.columns.plain import simple
from cxreset.intake.values.ratings import (
    is_open,
    parse_rating,
    rating_form,
    rating_reader,
)

ENOUGH = 20  # ratings that use every step of a scale make it sure
_TOPS = (3, 4, 5, 6, 7, 10, 100)
_RANGE = re.compile(
    r"(?<![\d.])([01])\s{0,3}(?:-|–|—|to|bis|à|a|\.\.)\s{0,3}(\d{1,3})(?![\d.])", re.I
)
_OF = re.compile(r"(?:/|\bout of|\bof|\bvon|\bsur|\bde)\s{0,3}(\d{1,3})(?![\d.,/-])", re.I)
_MARKS = re.compile(
    r"\b1 ?= ?(?:sehr gut|very good|excellent|best|outstanding|ausgezeichnet)", re.I
)
_WORST = re.compile(r"\b([3-7]|10) ?= ")
_ASKED = re.compile(r"\s*(\d{1,3})\s*(?:-|–|to|\.\.|:)\s*(\d{1,3})\s*")


class Scale(NamedTuple):
    """`name` such as `1-5`, empty when unclear; `sure` is False where it should be asked for."""

    name: str
    sure: bool


def bounds(name: str) -> tuple[int, int] | None:
    """`(1, 5)` for `1-5` and for `5-1`, where 1 is the best; None for an empty name."""
    low, _, high = name.partition("-")
    if not (low and high):
        return None
    return min(int(low), int(high)), max(int(low), int(high))


def in_words(name: str) -> str:
    """`1 to 5` for `1-5`; `1 to 6, 1 is best` for `6-1`; empty for an empty name."""
    ends = bounds(name)
    if ends is None:
        return ""
    reversed_ = name.startswith(f"{ends[1]}-")
    return _("{first} to {last}").format(first=ends[0], last=ends[1]) + (
        _(", {best} is best").format(best=ends[0]) if reversed_ else ""
    )


def unread(cells: Sequence[str], name: str) -> tuple[int, int]:
    """How many cells that say something hold no rating of the scale `name`, and how many do."""
    ends = bounds(name)
    read = rating_reader(rating_form(cells))
    missed = found = 0
    for cell, times in Counter(cells).items():
        value = read(cell)
        if value is not None and (ends is None or ends[0] <= value <= ends[1]):
            found += times
        elif not is_open(cell):
            missed += times
    return missed, found


def asked_scale(asked: str) -> str:
    """`1-5` for what the user wrote (`1–5`, `1 to 5`), `6-1` where 1 is the best rating.

    Raises UsageError for anything else.
    """
    match = _ASKED.fullmatch(asked)
    if not match or int(match[1]) == int(match[2]):
        raise UsageError(
            _(
                '"{asked}" is no scale. Write its lowest and highest rating, such as 1-5 '
                "or 0-10; where 1 is best, such as 6-1."
            ).format(asked=one_line(asked, 20))
        )
    return f"{int(match[1])}-{int(match[2])}"


def guess_scale(name: str, cells: Sequence[str]) -> Scale:
    """The scale of the rating column `name`, from its header, how the cells are written, then the
    numbers seen: sure when a sign says so or ENOUGH ratings use every step of a common scale.
    """
    form = rating_form(cells)
    if form.scale:
        return Scale(form.scale, True)
    filled = [cell.strip() for cell in cells if cell.strip()]
    values = [value for value in map(parse_rating, filled) if value is not None]
    if not values:
        return Scale("", False)
    low, high = min(values), max(values)
    stated = _stated(name, filled)
    if stated and low >= min(stated) and high <= max(stated):
        return Scale(f"{stated[0]}-{stated[1]}", True)
    words = words_of(name)
    star_marks = any(cell[0] in "★☆⭐" for cell in filled)
    if high <= 5 and (star_marks or words & {"star", "stars", "sterne", "etoiles", "estrellas"}):
        return Scale("0-5" if low < 1 else "1-5", True)
    whole = all(value == int(value) for value in values)
    likely = "likely" in words and "recommend" in words
    if high <= 10 and whole and (words & {"nps", "promoter"} or likely):
        return Scale("0-10", True)
    return _from_numbers(values, low, high)


def _stated(name: str, filled: list[str]) -> tuple[int, int] | None:
    """A range in the header, or the `of 5` that most cells carry; (6, 1) where 1 is the best."""
    head = name[:300]
    if _MARKS.search(head) and (match := _WORST.search(head)):
        return int(match[1]), 1
    for text in (head, simple(name)):
        if (match := _RANGE.search(text)) and int(match[2]) in _TOPS:
            return int(match[1]), int(match[2])
        if (match := _OF.search(text)) and int(match[1]) in _TOPS:
            return _from_bottom(filled, int(match[1]))
    tops = [int(match[1]) for cell in filled if (match := _OF.search(cell[:40]))]
    if len(tops) * 2 > len(filled) and len(set(tops)) == 1 and tops[0] in _TOPS:
        return _from_bottom(filled, tops[0])
    return None


def _from_bottom(filled: list[str], top: int) -> tuple[int, int]:
    zero = any(value is not None and value < 1 for value in map(parse_rating, filled))
    return (0 if zero or top == 100 else 1), top


def _from_numbers(values: list[float], low: float, high: float) -> Scale:
    seen = {int(value) for value in values if value == int(value)}
    enough = len(values) >= ENOUGH
    for top in (5, 7, 10):
        if high == top:
            steps = set(range(0 if low < 1 else 1, top + 1))
            name = f"{min(steps)}-{top}"
            return Scale(name, enough and steps <= seen)
    if 10 < high <= 100:
        return Scale("0-100", enough and high > 50)
    return Scale("", False)
