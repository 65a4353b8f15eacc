"""Where the forms on paper must not break a page: what stays together, and with what."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.sharing.documents.model import (
    Bars,
    Block,
    BulletList,
    Chart,
    Facts,
    Paragraph,
    Quote,
    Table,
    block_texts,
)
from cxreset.sharing.pages.paper import PAGE

WHOLE = 1200
"""A row with more characters than this may be split across pages: it could be taller than one."""

_LEAD = 300

_SMALL = 6
"""Rows of a table, or items of a list, up to which a page break would only annoy."""

_LINES = 12
"""Lines of text that surely take less than half a page, however short each is."""


def together(block: Table) -> bool:
    """Whether a table is so small that a page break through it would only annoy."""
    return len(block.rows) <= _SMALL and sum(_sizes(block)) <= WHOLE


def _sizes(block: Table) -> list[int]:
    """How many characters each row has."""
    return [sum(map(len, row)) for row in block.rows]


OPENING, ENDING = 3, 2
"""Rows that a table begins with on a page at least, and rows that it ends with."""


def held(block: Table) -> tuple[int, int]:
    """How many rows at the head and at the end of a long table no page break may part.

    0 where so much text could be higher than a page.
    """
    return (0, 0) if together(block) else _ends(_sizes(block), OPENING)


def _ends(sizes: Sequence[int], first: int) -> tuple[int, int]:
    """How many of these stay together at the head (`first`), and how many at the end."""
    if len(sizes) < first + ENDING:
        return 0, 0
    opening = first if sum(sizes[:first]) <= WHOLE else 0
    return opening, ENDING if sum(sizes[-ENDING:]) <= WHOLE else 0


def held_facts(block: Facts) -> tuple[int, int]:
    """As `held`, for labels and what belongs to them; all of them where they are few."""
    sizes = [sum(map(len, fact.lines)) for fact in block.items]
    if len(sizes) < OPENING + ENDING:
        return (len(sizes), 0) if sum(sizes) <= WHOLE else (0, 0)
    return _ends(sizes, OPENING)


def held_items(block: BulletList) -> tuple[int, int]:
    """As `held`, for a list: the first two, the last two, or all of a short one."""
    sizes = [len(item) for item in block.items]
    if len(sizes) <= _SMALL and sum(sizes) <= WHOLE:
        return len(sizes), 0
    return _ends(sizes, ENDING)


def kept_with_next(count: int, opening: int, ending: int) -> frozenset[int]:
    """Which of `count` rows (from 0) stay with the next, by how many are held at either end."""
    last = count - 1
    return frozenset((*range(min(opening - 1, last)), *range(last + 1 - ending, last)))


def table_rows_kept(block: Table) -> frozenset[int]:
    """The rows (from 0) that stay with the next: all of a small table's, the first, the last."""
    count = len(block.rows)
    if together(block):
        return kept_with_next(count, count, 0)
    opening, ending = held(block)
    return kept_with_next(count, max(opening, 2), ending)


def is_small(block: Block) -> bool:
    """Whether a block surely takes less than half a page, so that no break needs to part it."""
    if sum(map(len, block_texts(block))) > WHOLE:
        return False
    match block:
        case Table(rows=rows):
            return len(rows) <= _SMALL
        case Bars(bars=bars):
            return len(bars) <= _SMALL
        case Chart(drawing=drawing):
            return drawing.height <= PAGE[1] / 3
        case Facts(items):
            return sum(max(len(fact.lines), 1) for fact in items) <= _LINES
        case BulletList(items):
            return len(items) <= _LINES
        case Quote(text):
            return is_short([text])
    return True


def is_short(paragraphs: Sequence[str]) -> bool:
    """Whether paragraphs take less than half a page, by their characters and their lines."""
    breaks = sum(text.strip().count("\n") + 1 for text in paragraphs)
    return sum(map(len, paragraphs)) <= WHOLE and breaks <= _LINES


def leads(block: Block, after: Block | None) -> bool:
    """Whether a block is a short lead-in to the table or picture after it, and stays with them."""
    short = isinstance(block, Paragraph) and len(block.text) <= _LEAD
    return short and isinstance(after, Table | Bars | Chart)
