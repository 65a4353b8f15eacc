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
from typing import TYPE_CHECKING

from cxreset.base.errors import ExportError
from cxreset.base.language.words import _
from cxreset.base.text import count, listed
from cxreset.sharing.documents.model import Document, texts
from cxreset.sharing.facts.wording import long_date
from cxreset.sharing.pages.breaks import WHOLE
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
    Marks,
    contents,
    language,
    leans_right,
    line,
    note_lines,
    page_words,
    running,
)
from cxreset.sharing.pages.pdf_blocks import TABLE_SIZE, Data, beside, block_data

if TYPE_CHECKING:
    from types import ModuleType

_TEMPLATE = Path(__file__).with_name("pdf.typ")
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_NAMED = 8
_CLOSER = (0.95, 0.9, 0.85, 0.8)
"""How much smaller a single sheet is set, step by step, until it is one."""
_HARDLY_CLOSER = (0.98, 0.96)
_FORGETS_AFTER = 10
_NEARLY_EMPTY = 0.3
"""A last page filled to less than this is done without, where that takes hardly any squeezing."""


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
    """Set the pages, and closer where that is what keeps them to their number."""
    setter = typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, ignore_system_fonts=own_face)

    def made(scale: float) -> tuple[bytes, int, float]:
        _forget(typst)
        pdf: bytes = setter.compile(
            format="pdf",
            sys_inputs={"document": json.dumps(data | {"scale": scale})},
            pdf_standards=standards,
            timestamp=datetime.combine(document.date, time(), UTC),
        )
        end = json.loads(setter.query("<end>", field="value", one=True))
        return pdf, end["page"], end["y"] / PAGE[1]

    first, pages, depth = made(1.0)
    wanted = document.sheets or (pages - 1 if depth < _NEARLY_EMPTY else pages)
    if 0 < wanted < pages:
        for scale in _CLOSER if document.dense else _HARDLY_CLOSER:
            closer, pages, _depth = made(scale)
            if pages <= wanted:
                return closer
    return first


def _forget(typst: ModuleType) -> None:
    """Make typst drop what it remembers of earlier pages: some fifty megabytes a plan.

    It does so by itself after ten compilations; eleven of nothing take ten milliseconds together.
    """
    no_fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    for _again in range(_FORGETS_AFTER + 1):
        typst.compile(b"", font_paths=no_fonts, format="svg")


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
                block_data(block, marks) | beside(block, after)
                for block, after in zip_longest(part.blocks, part.blocks[1:])
            ],
        }
        for part in document.parts
    ]
    notes = [note_lines(document, index) for index in range(len(document.notes))]
    unmarked = [" ".join(notes[index]) for index in marks.left()]
    closing = [*unmarked, *map(line, document.footer)]
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
        "closing": closing,
        "closing_is_small": sum(map(len, closing)) <= WHOLE,
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
        "table": TABLE_SIZE,
    }
