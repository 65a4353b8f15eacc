"""A document's blocks as the data that `pdf.typ` sets."""

from __future__ import annotations

from typing import Any

from cxreset.sharing.charts import svg
from cxreset.sharing.documents.model import (
    Aside,
    Bars,
    Block,
    BulletList,
    Chart,
    Facts,
    Figures,
    Paragraph,
    Quote,
    Subheading,
    Table,
    ToDo,
    Words,
)
from cxreset.sharing.pages.breaks import (
    WHOLE,
    held,
    held_facts,
    held_items,
    is_short,
    is_small,
    leads,
    together,
)
from cxreset.sharing.pages.paper import (
    COLOURS,
    INSET,
    TABLE_GAP,
    Marks,
    column_widths,
    joined,
    line,
    paragraphs,
)

TABLE_SIZE = 9.8
_LONG_FIGURE = 60
"""A figure of so many characters could be higher than a page."""

Data = dict[str, Any]


def beside(block: Block, after: Block | None) -> Data:
    """Whether a block stays with the one after it, is one with it, and may be one with the end."""
    return {
        "leads": leads(block, after),
        "joins": after is not None and leads(block, after) and is_small(after),
        "small": is_small(block),
    }


def block_data(block: Block, marks: Marks) -> Data:
    """A block as the page's template takes it: its words in pieces, with the marks of its notes."""
    if isinstance(block, Words):
        return _words(block, marks)
    match block:
        case Table():
            return _table(block, marks)
        case Facts(items):
            facts = [
                {
                    "label": line(fact.label),
                    "ref": line(fact.ref),
                    "lines": [*map(line, fact.lines)],
                    "marks": _marks(marks, fact.notes),
                    "long": sum(map(len, fact.lines)) > WHOLE,
                }
                for fact in items
            ]
            opening, ending = held_facts(block)
            held_rows = {"rows": len(facts), "opening": opening, "ending": ending}
            return {"kind": "facts", "items": facts} | held_rows
        case Figures(items):
            figures = [{"value": line(one.value), "label": line(one.label)} for one in items]
            is_long = any(len(one.value) > _LONG_FIGURE for one in items)
            return {"kind": "figures", "items": figures, "long": is_long}
        case Bars(caption, bars):
            shown = [
                {
                    "label": line(bar.label),
                    "ref": line(bar.ref),
                    "text": line(bar.text),
                    "share": min(max(bar.share, 0.0), 1.0),
                }
                for bar in bars
            ]
            return {"kind": "bars", "caption": line(caption), "bars": shown}
        case Chart(caption, words, drawing, seen):
            return {
                "kind": "chart",
                "caption": line(caption),
                "words": line(words),
                "seen": line(seen),
                "width": drawing.width,
                "svg": svg.picture(drawing, COLOURS),
            }


def _words(block: Words, marks: Marks) -> Data:
    match block:
        case Subheading(text, ref):
            return {"kind": "subheading", "text": line(text), "ref": line(ref)}
        case Aside(text):
            return {"kind": "aside", "text": line(text)}
        case Paragraph(text, notes):
            found = paragraphs(text) or [[""]]
            return {
                "kind": "paragraph",
                "paragraphs": found,
                "marks": _marks(marks, notes),
                "end_is_small": is_short(["\n".join(lines) for lines in found[-2:]]),
            }
        case BulletList(items, ordered):
            opening, ending = held_items(block)
            return {
                "kind": "list",
                "items": [*map(line, items)],
                "ordered": ordered,
                "opening": opening,
                "ending": ending,
            }
        case Quote(text, ref, source):
            return {
                "kind": "quote",
                "paragraphs": paragraphs(text),
                "where": joined(ref, source),
                "long": len(text) > WHOLE,
            }
        case ToDo(text, where):
            return {"kind": "todo", "text": line(text), "where": line(where)}


def _table(block: Table, marks: Marks) -> Data:
    notes = dict(block.notes)
    return {
        "kind": "table",
        "caption": line(block.caption),
        "together": together(block),
        "opening": held(block)[0],
        "ending": held(block)[1],
        "columns": [*map(line, block.columns)],
        "widths": column_widths(block, TABLE_SIZE, TABLE_GAP, INSET),
        "rows": [
            {
                "cells": [*map(line, row)],
                "flagged": number in block.flagged,
                "long": sum(map(len, row)) > WHOLE,
                "marks": _marks(marks, notes.get(number, ())),
            }
            for number, row in enumerate(block.rows)
        ],
    }


def _marks(marks: Marks, notes: tuple[int, ...]) -> list[Data]:
    return [{"note": mark.note, "first": mark.first} for mark in marks.of(notes)]
