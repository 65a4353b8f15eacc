"""A document as DOCX, for Word, LibreOffice, Pages and Google Docs.

python-docx keeps the package; the words in it are ours (`word.blocks`), the looks are styles
(`word.styles`). No macro, no comment, no link out of the file, and the same bytes for the same
document: nothing in it knows the hour or the machine.
"""

from __future__ import annotations

import struct
import zlib
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from cxreset.sharing.documents.model import Document
from cxreset.sharing.facts.wording import long_date
from cxreset.sharing.pages.package import dated
from cxreset.sharing.pages.paper import (
    COLOURS,
    DENSE,
    FOOT,
    PAGE,
    SIDE,
    TOP,
    contents,
    language,
    leans_right,
    line,
    note_lines,
    page_words,
    running,
)
from cxreset.sharing.pages.word import fit
from cxreset.sharing.pages.word.blocks import Body
from cxreset.sharing.pages.word.pictures import Pictures
from cxreset.sharing.pages.word.styles import dense, numbering, styles
from cxreset.sharing.pages.word.text import NAMES, field, paragraph, plain, runs, twips

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.oxml.xmlchemy import BaseOxmlElement as BaseElement

# What python-docx's own template brings and a reader has no use for.
_UNUSED = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects", "webSettings")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def render(document: Document) -> bytes:
    """The whole document as the bytes of a DOCX file."""
    import docx
    from docx.oxml import parse_xml

    package = docx.Document()
    tag = language(document)
    body = Body(document, Pictures(_picture(package, "bar"), _picture(package, "track")))
    names = [f"_Toc{number:09d}" for number in range(1, len(document.parts) + 1)]
    parts = "".join(
        body.part(part, name, is_last=part is document.parts[-1])
        for part, name in zip(document.parts, names, strict=True)
    )
    references = _headers(package, document)
    front = _head(document) + _contents(document, names)
    section = _section(document, references)
    made = f"<w:body {NAMES}>{front}{parts}{_closing(document, body)}{section}</w:body>"
    element = package.element.body
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(made)):
        element.append(child)
    looks = styles(tag)
    looks = dense(looks, fit.scale(document)) if document.dense else looks
    _replace(package.styles.element, looks)
    _replace(package.part.numbering_part.element, numbering(body.lists))
    _replace(package.settings.element, _settings(tag, bool(body.order)))
    if body.order:
        _footnotes(package, document, body.order)
    _properties(package, document, tag)
    _drop_unused(package)
    saved = BytesIO()
    package.save(saved)
    return dated(saved, document.date)


def _head(document: Document) -> str:
    made = [plain("Title", line(document.title))]
    if line(document.subtitle):
        made.append(plain("Subtitle", line(document.subtitle)))
    made.append(plain("Date", long_date(document.date)))
    return "".join(made)


def _contents(document: Document, names: list[str]) -> str:
    """A field that Word can make anew, with its entries written: nobody is asked to update it.

    They stand one after the other, as on the web page: the first page is for the summary.
    """
    if not contents(document):
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    links: list[str] = []
    for part, name in zip(document.parts, names, strict=True):
        words = runs(_unbroken(part.heading))
        links.append(f'<w:hyperlink w:anchor="{name}" w:history="1">{words}</w:hyperlink>')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    content = begin + runs("\u00a0\u00a0· ").join(links) + end
    return paragraph("TOC1", content, document.parts[0].heading)


def _unbroken(text: str) -> str:
    """Words that stay on one line."""
    return line(text).replace(" ", "\u00a0")


def _closing(document: Document, body: Body) -> str:
    """The footer's lines, after the notes that no block marks: nothing may be lost."""
    lines = [" ".join(note_lines(document, index)) for index in body.marks.left()]
    lines += map(line, document.footer)
    styles = ["ClosingFirst", *["Closing"] * len(lines)]
    last = len(lines) - 1
    return "".join(
        plain(style, text, keep=number < last)
        for number, (style, text) in enumerate(zip(styles, lines, strict=False))
    )


def _headers(package: Package, document: Document) -> str:
    """The title from the second page on, on every page its number; the section's references."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    section = package.sections[0]
    section.different_first_page_header_footer = True
    before, between = page_words()
    foot = runs(long_date(document.date)) + "<w:r><w:tab/></w:r>" + runs(before)
    foot += field("PAGE", "1") + runs(between) + field("NUMPAGES", "1")
    areas = (
        (section.header, plain("Header", running(document))),
        (section.first_page_header, plain("Header", "")),
        (section.footer, paragraph("Footer", foot)),
        (section.first_page_footer, paragraph("Footer", foot)),
    )
    for area, content in areas:
        area.is_linked_to_previous = False
        element = area._element
        for child in list(element):
            element.remove(child)
        element.append(parse_xml(content.replace("<w:p>", f"<w:p {NAMES}>", 1)))
    return "".join(
        f'<w:{child.tag.split("}")[1]} w:type="{child.get(qn("w:type"))}" '
        f'r:id="{child.get(qn("r:id"))}"/>'
        for child in package.element.body.sectPr
        if child.tag.endswith("Reference")
    )


def _section(document: Document, references: str) -> str:
    """A4 pages, laid out from the right where the language is."""
    share = DENSE if document.dense else 1
    size = f'w:w="{twips(PAGE[0])}" w:h="{twips(PAGE[1])}"'
    top, foot = twips(share * TOP), twips(share * FOOT)
    margins = f'w:top="{top}" w:bottom="{foot}" w:header="620" w:footer="560"'
    sides = f'w:left="{twips(SIDE)}" w:right="{twips(SIDE)}" w:gutter="0"'
    return (
        f"<w:sectPr>{references}<w:pgSz {size}/><w:pgMar {margins} {sides}/>"
        '<w:cols w:space="720"/><w:titlePg/>'
        + ("<w:bidi/>" if leans_right(language(document)) else "")
        + "</w:sectPr>"
    )


def _settings(tag: str, notes: bool) -> str:
    separators = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    return (
        f"<w:settings {NAMES}>"
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        + (f"<w:footnotePr>{separators}</w:footnotePr>" if notes else "")
        + '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _footnotes(package: Package, document: Document, order: list[int]) -> None:
    """The part that holds the footnotes, which python-docx has no words for."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    bare = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    made = [
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>{bare}</w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    ]
    for number, index in enumerate(order, 1):
        where, text = note_lines(document, index)
        mark = (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            "<w:r><w:tab/></w:r>"
        )
        content = runs(where, "Source") + (runs(" ") if text and where else "") + runs(text)
        shown = paragraph("FootnoteText", mark + content, text)
        made.append(f'<w:footnote w:id="{number}">{shown}</w:footnote>')
    xml = f"<w:footnotes {NAMES}>{''.join(made)}</w:footnotes>"
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
    name = PackURI("/word/footnotes.xml")
    part = Part(name, f"{_TYPE}footnotes+xml", blob, package.part.package)
    package.part.relate_to(part, f"{_KIND}footnotes")


def _properties(package: Package, document: Document, tag: str) -> None:
    """Title and language for readers aloud and for searches; nobody's name."""
    core = package.core_properties
    made = datetime.combine(document.date, time())
    core.title = line(document.title)[:255]
    core.subject = line(document.subtitle)[:255]
    core.language = tag
    core.author = core.last_modified_by = core.comments = core.keywords = core.category = ""
    core.created = core.modified = made
    core.revision = 1


def _drop_unused(package: Package) -> None:
    for relationships in (package.part.package.rels, package.part.rels):
        for key, one in list(relationships.items()):
            if one.reltype.endswith(_UNUSED):
                relationships.pop(key)


def _replace(element: BaseElement, xml: str) -> None:
    """Fill one of the package's own elements anew."""
    from docx.oxml import parse_xml

    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def _picture(package: Package, colour: str) -> str:
    """The relationship id of a small picture in one colour."""
    pixel = bytes.fromhex(COLOURS[colour])

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    rows = (b"\0" + pixel * 8) * 8
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    png += chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    name, _ = package.part.get_or_add_image(BytesIO(png))
    return str(name)
