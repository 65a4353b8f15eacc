"""A document as PDF, set by typst (the extra `cxreset[pdf]`).

Tagged for readers aloud to the rules of PDF/UA-1. The words go to typst as data: whatever looks
like its markup is printed as it stands. Nothing is asked of the network. Latin, Greek and Cyrillic
are set in the face that typst brings; other scripts in a face of their own (`faces.py`).
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import UTC, datetime, time
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxreset.base.errors import ExportError
from cxreset.base.language.words import _
from cxreset.base.text import count, listed
from cxreset.sharing.charts import svg
from cxreset.sharing.documents.model import (
    Aside,
    Bars,
    Block,
    BulletList,
    Chart,
    Document,
    Facts,
    Figures,
    Paragraph,
    Quote,
    Subheading,
    Table,
    ToDo,
    Words,
    texts,
)
from cxreset.sharing.facts.wording import long_date
from cxreset.sharing.pages.faces import faces_for
from cxreset.sharing.pages.paper import (
    COLOURS,
    DENSE,
    FOOT,
    INSET,
    LABEL,
    PAGE,
    SIDE,
    TABLE_GAP,
    TOP,
    WHOLE,
    Marks,
    column_widths,
    contents,
    held,
    joined,
    language,
    leads,
    leans_right,
    line,
    note_lines,
    page_words,
    paragraphs,
    running,
    together,
)

if TYPE_CHECKING:
    from types import ModuleType

_TEMPLATE = Path(__file__).with_name("pdf.typ")
_TABLE_SIZE = 9.8
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_NAMED = 8
_LONG_FIGURE = 60
"""A figure of so many characters could be higher than a page."""

Data = dict[str, Any]


def render(document: Document) -> bytes:
    """The whole document as the bytes of a PDF file.

    Where the machine has no font for some characters, the file says which at its end. What keeps
    it from being PDF/UA (these, an empty title) leaves it a tagged PDF. Raises ExportError when
    typst is not installed or cannot set the page.
    """
    typst = _typst()
    data = _document(document)
    data |= {"fonts": [], "fallback": False}
    with suppress(typst.TypstError):  # mostly typst's own face has every character: no search
        return _compile(typst, document, data, ["ua-1"], own_face=True)
    data |= {"fonts": faces_for(texts(document), _installed()), "fallback": True}
    try:
        return _compile(typst, document, data, ["ua-1"])
    except typst.TypstError as error:
        missing = sorted(set(_MISSING.findall(getattr(error, "diagnostic", ""))))
    if missing:
        data["closing"].append(_boxes(missing))
    try:
        return _compile(typst, document, data, [])
    except typst.TypstError as error:
        raise _failed(error) from error


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise ExportError(
            _(
                "A PDF needs typst, which is not installed: install “cxreset[pdf]”, or share the "
                "page for a browser and print it from there."
            )
        ) from error
    return typst


@cache
def _installed() -> frozenset[str]:
    import typst

    return frozenset(typst.Fonts().families())


def _compile(
    typst: ModuleType,
    document: Document,
    data: Data,
    standards: list[str],
    *,
    own_face: bool = False,
) -> bytes:
    made: bytes = typst.compile(
        _TEMPLATE.read_bytes(),
        root=_TEMPLATE.parent,
        ignore_system_fonts=own_face,
        format="pdf",
        sys_inputs={"document": json.dumps(data)},
        pdf_standards=standards,
        timestamp=datetime.combine(document.date, time(), UTC),
    )
    return made


def _failed(error: Exception) -> ExportError:
    return ExportError(
        _(
            "typst could not make the PDF ({line}): share the page for a browser, or the Word "
            "form, instead."
        ).format(line=line(str(error))[:200])
    )


def _boxes(missing: list[str]) -> str:
    """What a reader has to know where a box stands instead of a character."""
    codes = [f"U+{ord(one[0]):04X}" for one in missing[:_NAMED]]
    if len(missing) > _NAMED:
        codes.append(_("{missing} more").format(missing=len(missing) - _NAMED))
    return _(
        "The computer that made this file has no font for {characters} ({codes}): an empty box "
        "stands in their place. The other forms have them."
    ).format(characters=count(len(missing), "character"), codes=listed(codes))


def _document(document: Document) -> Data:
    marks = Marks(len(document.notes))
    named = language(document).split("-")
    parts = [
        {
            "heading": line(part.heading),
            "summary": part.key == "summary",
            "blocks": [
                _block(block, marks) | {"leads": leads(block, after)}
                for block, after in zip_longest(part.blocks, part.blocks[1:])
            ],
        }
        for part in document.parts
    ]
    notes = [note_lines(document, index) for index in range(len(document.notes))]
    unmarked = [" ".join(notes[index]) for index in marks.left()]
    region = named[-1] if len(named) > 1 and len(named[-1]) == 2 else None
    return {
        "title": line(document.title),
        "running": running(document),
        "subtitle": line(document.subtitle),
        "date": long_date(document.date),
        "day": document.date.timetuple()[:3],
        "language": named[0].lower(),
        "region": region,
        "right": leans_right(named[0]),
        "contents": contents(document),
        "parts": parts,
        "notes": [{"where": where, "words": text} for where, text in notes],
        "closing": [*unmarked, *map(line, document.footer)],
        "colours": {name: f"#{value}" for name, value in COLOURS.items()},
        "page": PAGE,
        "side": SIDE,
        "dense": document.dense,
        "page_words": page_words(),
        "todo": _("Still to do:"),
        "top": TOP * (DENSE if document.dense else 1),
        "foot": FOOT * (DENSE if document.dense else 1),
        "label": LABEL,
        "inset": INSET,
        "gap": TABLE_GAP,
        "table": _TABLE_SIZE,
    }


def _block(block: Block, marks: Marks) -> Data:
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
            return {"kind": "facts", "items": facts}
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
            return {"kind": "paragraph", "paragraphs": found, "marks": _marks(marks, notes)}
        case BulletList(items, ordered):
            return {"kind": "list", "items": [*map(line, items)], "ordered": ordered}
        case Quote(text, ref, source):
            found = paragraphs(text)
            return {"kind": "quote", "paragraphs": found, "where": joined(ref, source)}
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
        "widths": column_widths(block, _TABLE_SIZE, TABLE_GAP, INSET),
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
