"""A document as its tests read it: its parts, their facts, and what every one keeps to."""

from __future__ import annotations

import re

from cxreset.sharing.documents.model import (
    Bars,
    BulletList,
    Document,
    Facts,
    Paragraph,
    Part,
    Table,
)


def part(document: Document, key: str) -> Part:
    return next(one for one in document.parts if one.key == key)


def facts_in(one: Part) -> dict[str, tuple[str, ...]]:
    blocks = [block for block in one.blocks if isinstance(block, Facts)]
    return {fact.label: fact.lines for block in blocks for fact in block.items}


def sound(document: Document) -> None:
    """What every document keeps to, whatever its facts."""
    keys = [one.key for one in document.parts]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z-]+", key) for key in keys)
    assert all(one.blocks for one in document.parts)
    assert all(len(note.text) <= 400 for note in document.notes)
    used: list[int] = []
    for block in (block for one in document.parts for block in one.blocks):
        if isinstance(block, Table):
            assert block.rows
            assert {len(row) for row in block.rows} == {len(block.columns)}
            used += [number for _, numbers in block.notes for number in numbers]
            assert {row for row, _ in block.notes} <= set(range(len(block.rows)))
        elif isinstance(block, Facts):
            assert all(fact.label and fact.lines for fact in block.items)
            used += [number for fact in block.items for number in fact.notes]
        elif isinstance(block, Paragraph):
            used += block.notes
        elif isinstance(block, BulletList):
            assert block.items
        elif isinstance(block, Bars):
            assert all(0 <= bar.share <= 1 for bar in block.bars)
    # in the order in which a reader meets them, and none without a mark
    assert list(dict.fromkeys(used)) == list(range(1, len(document.notes) + 1))
