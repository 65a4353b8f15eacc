"""A document as slides (the extra `cxreset[slides]`): each part is one, with its notes.

Titles, texts, tables and charts stand in the placeholders of real layouts, so that an outline, a
reader aloud and a change of the master find them. A text is set as large as its box allows.
"""

from __future__ import annotations

import io
from copy import deepcopy
from datetime import datetime, time
from itertools import chain
from typing import TYPE_CHECKING

from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import ChartPlaceholder, TablePlaceholder
from pptx.util import Emu, Pt

from cxreset.base.language.words import _
from cxreset.base.text import in_quotes
from cxreset.sharing.direction import by_marks
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
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
    Words,
    block_texts,
)
from cxreset.sharing.facts.wording import long_date
from cxreset.sharing.pages.package import dated
from cxreset.sharing.pages.paper import COLOURS, column_widths, joined, line, rightward
from cxreset.sharing.slides import charts
from cxreset.sharing.slides.fit import BOLD, FIGURE, HEADING, SMALLEST, Line, size_for, text_height
from cxreset.sharing.slides.template import BESIDE, COVER, TEXT, new_deck

if TYPE_CHECKING:
    from lxml import etree
    from pptx.presentation import Presentation
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide, SlideLayout
    from pptx.table import Table as Grid
    from pptx.text.text import TextFrame

_TITLE_SIZES, _COVER_SIZE, _TABLE_SIZE = 32, 44, 20
_INSET = Pt(14)  # what a text box keeps free at its sides, both together


def render(document: Document) -> bytes:
    """The whole document as the bytes of a PowerPoint file; the title's slide is the first."""
    deck = new_deck()
    cover = _cover(deck, document)
    _note(cover, [line(one) for one in document.footer])
    for part in document.parts:
        slide = _slide(deck, part)
        _note(slide, [text for block in part.spoken for text in _spoken(block)])
    for number, slide in enumerate(deck.slides):
        _turn(slide.element)
        if number:
            _number(slide, slide.slide_layout)
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = line(document.title), "", ""
    about.language = document.language
    about.created = about.modified = datetime.combine(document.date, time())
    for part in deck.part.package.iter_parts():
        if part.partname.ext == "xlsx":  # the figures behind a chart say when they were made too
            part.blob = dated(io.BytesIO(part.blob), document.date)
    written = io.BytesIO()
    deck.save(written)
    return dated(written, document.date)


def _cover(deck: Presentation, document: Document) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[COVER])
    title, below = slide.placeholders[0], slide.placeholders[1]
    _fill(title, [Line(line(document.title))], _COVER_SIZE)
    _fill(below, [Line(line(document.subtitle)), Line(long_date(document.date), look="quiet")])
    return slide


def _slide(deck: Presentation, part: Part) -> Slide:
    """Texts alone, a table or a chart alone, or texts beside one."""
    drawn = next((one for one in part.blocks if isinstance(one, Table | Bars)), None)
    lines = [one for block in part.blocks for one in _lines(block)]
    layout = BESIDE if drawn is not None and lines else TEXT
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[layout])
    _fill(slide.placeholders[0], [Line(line(part.heading))], _TITLE_SIZES)
    if lines:
        _fill(slide.placeholders[1], lines)
    placeholder = slide.placeholders[2 if layout == BESIDE else 1]
    if isinstance(drawn, Bars):
        frame = charts.draw(ChartPlaceholder(placeholder.element, slide.shapes), drawn)
        _describe(frame, drawn.caption, charts.in_words(drawn))
    elif isinstance(drawn, Table):
        _table(slide, placeholder, drawn)
    return slide


def _lines(block: Block) -> list[Line]:
    """A block as paragraphs of a text box; tables and charts have a placeholder of their own."""
    if isinstance(block, Words):
        return _words(block)
    match block:
        case Facts(items):
            found: list[Line] = []
            for fact in items:
                found.append(Line(line(fact.label), look="heading"))
                found += [Line(line(one)) for one in fact.lines]
            return found
        case Figures(items):
            figures = [
                (Line(line(one.value), look="figure"), Line(line(one.label), look="quiet"))
                for one in items
            ]
            return list(chain.from_iterable(figures))
        case Chart(caption, words):
            return [Line(line(caption), look="quiet"), Line(line(words))]
        case Table() | Bars():
            return []


def _words(block: Words) -> list[Line]:
    match block:
        case Subheading(text):
            return [Line(line(text), look="heading")]
        case Paragraph(text):
            return [Line(line(text))]
        case Aside(text):
            return [Line(line(text), look="quiet")]
        case BulletList(items):
            return [Line(line(item), level=1) for item in items]
        case Quote(text, ref, source):
            where = joined(ref, source)
            return [Line(f"{in_quotes(line(text))}{f' ({where})' if where else ''}", look="quote")]
        case ToDo(text, where):
            return [Line(joined(f"{_('Still to do:')} {text}", where))]


def _spoken(block: Block) -> list[str]:
    if isinstance(block, Quote):
        return [f"{in_quotes(line(block.text))} ({joined(block.ref, block.source)})"]
    return [line(text) for text in block_texts(block)]


def _note(slide: Slide, lines: list[str]) -> None:
    frame = slide.notes_slide.notes_text_frame if lines else None
    if frame is not None:
        frame.text = "\n".join(lines)
        _turn(slide.notes_slide.element)


def _fill(shape: BaseShape, lines: list[Line], largest: int = 24) -> None:
    """Write paragraphs, all of one size."""
    frame: TextFrame = shape.text_frame
    size = size_for(lines, shape.width - _INSET, shape.height - _INSET, largest)
    for number, one in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level = one.level
        run = paragraph.add_run()
        run.text = one.text
        run.font.size = Pt(round(size * FIGURE) if one.look == "figure" else size)
        if one.look in BOLD:
            run.font.bold = True
        if one.look == "heading" and number:
            paragraph.space_before = Pt(size * HEADING)
        if one.look == "quote":
            run.font.italic = True
        if one.look == "quiet":
            run.font.color.rgb = RGBColor.from_string(COLOURS["quiet"])


def _table(slide: Slide, placeholder: BaseShape, block: Table) -> None:
    columns, rows = len(block.columns), len(block.rows) + 1
    height, width = placeholder.height, placeholder.width
    frame = TablePlaceholder(placeholder.element, slide.shapes).insert_table(rows, columns)
    grid: Grid = frame.table
    shares = column_widths(block, _TABLE_SIZE, 9.0, 0.0)
    for column, share in zip(grid.columns, shares, strict=True):
        column.width = Emu(int(width * share / sum(shares)))
    texts = [block.columns, *block.rows]
    size = _table_size(grid, texts, height)
    for at, row in enumerate(texts):
        for number, text in enumerate(row):
            cell = grid.cell(at, number)
            run = cell.text_frame.paragraphs[0].add_run()
            run.text = line(text)
            run.font.size = Pt(size)
    cells = "; ".join(" – ".join(map(line, row)) for row in block.rows)
    _describe(
        frame,
        block.caption,
        _("Table. {line}. {cells}").format(line=line(block.caption), cells=cells),
    )


def _table_size(grid: Grid, texts: list[tuple[str, ...]], height: int) -> int:
    """The largest size at which all rows together are no higher than the placeholder."""
    for size in range(_TABLE_SIZE, SMALLEST, -1):
        total = sum(
            max(
                text_height([Line(line(text))], column.width - _INSET, size)
                for text, column in zip(row, grid.columns, strict=True)
            )
            + _INSET
            for row in texts
        )
        if total <= height:
            return size
    return SMALLEST


def _describe(frame: BaseShape, name: str, words: str) -> None:
    """Name and alternative text of a drawn thing."""
    frame.name = line(name)[:80]
    for about in frame.element.iter(qn("p:cNvPr")):
        about.set("descr", words)


def _turn(element: etree._Element) -> None:
    """Set paragraphs from the right that begin in a script written so.

    PowerPoint knows no text that is set apart in a sentence, but marks of direction.
    """
    for paragraph in element.iter(qn("a:p")):
        pieces = list(paragraph.iter(qn("a:t")))
        from_right = rightward("".join(one.text or "" for one in pieces))
        for one in pieces:
            one.text = by_marks(one.text or "")
        if from_right:
            style = paragraph.find(qn("a:pPr"))
            if style is None:
                style = paragraph.makeelement(qn("a:pPr"), {})
                paragraph.insert(0, style)
            style.set("algn", "r")
            style.set("rtl", "1")


def _number(slide: Slide, layout: SlideLayout) -> None:
    """The slide's number, where its layout has it; python-pptx leaves it out."""
    for shape in layout.placeholders:
        if shape.placeholder_format.type.name == "SLIDE_NUMBER":
            copied = deepcopy(shape.element)
            next(copied.iter(qn("p:cNvPr"))).set("id", str(1 + max(_ids(slide))))
            slide.shapes.element.append(copied)


def _ids(slide: Slide) -> list[int]:
    return [shape.shape_id for shape in slide.shapes]
