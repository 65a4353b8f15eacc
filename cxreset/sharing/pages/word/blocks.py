"""A document's blocks as WordprocessingML, one after the other."""

from __future__ import annotations

from itertools import zip_longest
from xml.sax.saxutils import quoteattr

from cxreset.base.language.words import _
from cxreset.sharing.documents.model import (
    Aside,
    Bars,
    Block,
    BulletList,
    Chart,
    Document,
    Facts,
    Figure,
    Figures,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
    Words,
)
from cxreset.sharing.pages.breaks import (
    ENDING,
    WHOLE,
    held_facts,
    held_items,
    kept_with_next,
    leads,
    table_rows_kept,
)
from cxreset.sharing.pages.paper import (
    COLOURS,
    INSET,
    LABEL,
    TABLE_GAP,
    WIDTH,
    Marks,
    column_widths,
    joined,
    language,
    leans_right,
    line,
    paragraphs,
)
from cxreset.sharing.pages.word.pictures import Pictures
from cxreset.sharing.pages.word.styles import TABLE_SIZE
from cxreset.sharing.pages.word.text import (
    bookmark,
    break_line,
    field,
    paragraph,
    plain,
    runs,
    twips,
)


class Body:
    """Writes the blocks of one document; counts its footnotes, lists and bookmarks."""

    def __init__(self, document: Document, pictures: Pictures) -> None:
        self.marks = Marks(len(document.notes))
        self.order: list[int] = []
        """The notes (by index) in the order of their footnotes; the first has id 1."""
        self.lists = 0
        self._right = leans_right(language(document))
        self._pictures = pictures
        self._named = 0

    def part(self, part: Part, name: str, *, is_last: bool = False) -> str:
        """A part under its heading, which is bookmarked as `name`.

        The end of the last one stays with what closes the document.
        """
        heading = self._name(name, runs(line(part.heading)))
        made = [paragraph("Heading1", heading, part.heading)]
        for block, after in zip_longest(part.blocks, part.blocks[1:]):
            summary = part.key == "summary"
            ends = after is None or (isinstance(after, Aside) and after is part.blocks[-1])
            stays = leads(block, after) or (is_last and ends)
            made.append(self._block(block, summary=summary, stays=stays))
        return "".join(made)

    def _block(self, block: Block, *, summary: bool, stays: bool) -> str:
        """A block; where it `stays` with what follows, no page break comes after it."""
        if isinstance(block, Words):
            return self._words(block, stays)
        match block:
            case Table():
                return self._table(block, stays)
            case Facts():
                return self._facts(block, summary, stays)
            case Figures(items):
                return self._figures(items)
            case Bars():
                return self._pictures.bars(block)
            case Chart():
                return self._pictures.chart(block)

    def _words(self, block: Words, stays: bool) -> str:
        match block:
            case Subheading(text, ref):
                return plain("Heading2", line(text)) + (plain("Ids", line(ref)) if ref else "")
            case Aside(text):
                return plain("Aside", line(text), keep=stays)
            case Paragraph(text, notes):
                return self._paragraphs(text, notes, stays)
            case BulletList():
                return self._list(block, stays)
            case Quote(text, ref, source):
                quoted = paragraphs(text) or [[""]]
                return "".join(
                    paragraph("Quote", break_line(one), " ".join(one), keep=True) for one in quoted
                ) + plain("QuoteSource", joined(ref, source), keep=stays)
            case ToDo(text, where):
                content = runs(f"{_('Still to do:')} ", "Accent") + runs(line(text))
                content += runs(f" ({line(where)})", "Quiet") if line(where) else ""
                return paragraph("ToDo", content, text)

    def _name(self, name: str, content: str) -> str:
        self._named += 1
        return bookmark(self._named, name, content)

    def _noted(self, notes: tuple[int, ...]) -> str:
        """The marks for these notes: a footnote the first time, later its number once more."""
        made: list[str] = []
        for mark in self.marks.of(notes):
            if made:
                made.append(runs(",\u00a0", "FootnoteReference"))
            name = f"_Note{mark.number}"
            if mark.first:
                self.order.append(mark.note)
                made.append(
                    self._name(
                        name,
                        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                        f'<w:footnoteReference w:id="{mark.number}"/></w:r>',
                    )
                )
            else:
                code = f"NOTEREF {name} \\f \\h"
                made.append(field(code, str(mark.number), "FootnoteReference"))
        return "".join(made)

    def _paragraphs(self, text: str, notes: tuple[int, ...], keep: bool) -> str:
        found = paragraphs(text) or ([[""]] if notes else [])
        made: list[str] = []
        for number, one in enumerate(found, 1):
            marks = self._noted(notes) if number == len(found) else ""
            stays = keep and number > len(found) - ENDING
            made.append(paragraph("Normal", break_line(one) + marks, " ".join(one), keep=stays))
        return "".join(made)

    def _list(self, block: BulletList, stays: bool) -> str:
        numbers = ""
        if block.ordered:
            self.lists += 1
            number = 1 + self.lists
            numbers = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        style = "ListNumber" if block.ordered else "ListBullet"
        count = len(block.items)
        kept = kept_with_next(count, *held_items(block)) | ({count - 1} if stays else set())
        return "".join(
            paragraph(style, runs(line(one)), one, extra=numbers, keep=number in kept)
            for number, one in enumerate(block.items)
        )

    def _facts(self, block: Facts, summary: bool, stays: bool) -> str:
        if not block.items:
            return ""
        count = len(block.items)
        kept = kept_with_next(count, *held_facts(block)) | ({count - 1} if stays else set())
        label = "SummaryLabel" if summary else "FactLabel"
        inset = INSET if summary else 0.0
        fill = "tint" if summary else ""
        made: list[str] = []
        for number, fact in enumerate(block.items):
            keep = number in kept
            values = [
                paragraph(
                    "FactValue",
                    runs(line(one))
                    + (self._noted(fact.notes) if at == len(fact.lines) - 1 else ""),
                    one,
                    keep=keep,
                )
                for at, one in enumerate(fact.lines)
            ] or [paragraph("FactValue", self._noted(fact.notes), keep=keep)]
            whole = sum(map(len, fact.lines)) <= WHOLE
            name = plain(label, line(fact.label), keep=keep) + (
                plain("Ids", line(fact.ref)) if fact.ref else ""
            )
            cells = _cell(name, LABEL + inset, fill)
            cells += _cell("".join(values), WIDTH - LABEL - inset, fill)
            made.append(_row(cells, whole=whole))
        style = "SummaryTable" if summary else "FactTable"
        widths = [LABEL + inset, WIDTH - LABEL - inset]
        table = _table(style, widths, made, head=False, right=self._right)
        return table + plain("TableEnd", "", keep=stays)

    def _figures(self, items: tuple[Figure, ...]) -> str:
        width = WIDTH / max(len(items), 1)
        cells = "".join(
            _cell(plain("Figure", line(one.value)) + plain("FactLabel", line(one.label)), width)
            for one in items
        )
        row = [_row(cells, whole=True)]
        widths = [width] * len(items)
        return _table("FigureTable", widths, row, head=False, right=self._right) + plain(
            "TableEnd", ""
        )

    def _table(self, block: Table, stays: bool) -> str:
        widths = column_widths(block, TABLE_SIZE, TABLE_GAP, INSET)
        notes = dict(block.notes)
        head = "".join(
            _cell(plain("TableHead", line(name), keep=True, in_cell=not self._right), width)
            for name, width in zip(block.columns, widths, strict=True)
        )
        rows = [_row(head, whole=True, head=True)]
        kept = table_rows_kept(block) | ({len(block.rows) - 1} if stays else set())
        for number, row in enumerate(block.rows):
            keep = number in kept
            flagged = number in block.flagged
            cells: list[str] = []
            for at, (text, width) in enumerate(zip(row, widths, strict=True)):
                content = runs(line(text), "Flag" if flagged and at == 0 else "")
                content += self._noted(notes.get(number, ())) if at == 0 else ""
                shown = paragraph("TableText", content, text, keep=keep, in_cell=not self._right)
                cells.append(
                    _cell(shown, width, "flag_tint" if flagged else "", bar=flagged and at == 0)
                )
            rows.append(_row("".join(cells), whole=sum(map(len, row)) <= WHOLE))
        caption = line(block.caption)
        made = plain("Caption", caption, keep=True) if caption else ""
        table = _table("PlanTable", widths, rows, caption=caption, right=self._right)
        return made + table + plain("TableEnd", "", keep=stays)


def _table(
    style: str,
    widths: list[float],
    rows: list[str],
    *,
    right: bool,
    caption: str = "",
    head: bool = True,
) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    named = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{"<w:bidiVisual/>" if right else ""}'
        f'<w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"04A0" if head else "0480"}" w:firstRow="{int(head)}" w:lastRow="0" '
        f'w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{named}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: str, *, whole: bool, head: bool = False) -> str:
    properties = "<w:cantSplit/>" if whole else ""
    properties += "<w:tblHeader/>" if head else ""
    return (
        f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"
        if properties
        else f"<w:tr>{cells}</w:tr>"
    )


def _cell(content: str, width: float, fill: str = "", *, bar: bool = False) -> str:
    properties = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    if bar:
        properties += (
            f'<w:tcBorders><w:left w:val="single" w:sz="24" w:space="0" '
            f'w:color="{COLOURS["flag"]}"/></w:tcBorders>'
        )
    if fill:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS[fill]}"/>'
    if bar:
        properties += f'<w:tcMar><w:left w:w="{twips(INSET)}" w:type="dxa"/></w:tcMar>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
