"""The styles of a DOCX: all its looks are here, none in the text, so that Word can change them.

Georgia over Arial: both are on every Windows and Mac and in Google Docs, and LibreOffice brings
letters of the same widths for Arial. Sizes are in half points, lengths in twips.
"""

from __future__ import annotations

import re

from cxreset.sharing.pages.paper import COLOURS, INSET, TABLE_GAP, WIDTH
from cxreset.sharing.pages.word.text import NAMES, twips

SERIF, SANS, ASIAN = "Georgia", "Arial", "Microsoft YaHei"

TABLE_SIZE = 9.0


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{ASIAN}" w:cs="Arial"/>'


def _look(
    *, font: str = "", size: int = 0, bold: bool | None = None, colour: str = "", caps: bool = False
) -> str:
    """Run properties, in the order the format wants them."""
    weight = {None: "", True: "<w:b/><w:bCs/>", False: '<w:b w:val="0"/>'}[bold]
    return (
        (_font(font) if font else "")
        + weight
        + ("<w:caps/>" if caps else "")
        + (f'<w:color w:val="{COLOURS[colour]}"/>' if colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
    )


def _border(side: str, kind: str, eighths: int, colour: str, space: int) -> str:
    return (
        f'<w:{side} w:val="{kind}" w:sz="{eighths}" w:space="{space}" w:color="{COLOURS[colour]}"/>'
    )


def _space(before: int, after: int, leading: int = 0) -> str:
    rule = f' w:line="{leading}" w:lineRule="auto"' if leading else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def _style(
    kind: str,
    key: str,
    name: str,
    *,
    follow: str = "",
    paragraph: str = "",
    run: str = "",
    rest: str = "",
) -> str:
    """A style of one kind; all but the kind's default are based on that."""
    usual = _DEFAULTS[kind]
    base = usual if key != usual and kind != "numbering" else ""
    quick = key != usual or kind == "paragraph"
    ours = "" if name.lower() == name or key in _WORDS_OWN else ' w:customStyle="1"'
    default = ' w:default="1"' if key == usual else ""
    return (
        f'<w:style w:type="{kind}"{default}{ours} w:styleId="{key}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + (f'<w:next w:val="{follow}"/>' if follow else "")
        + ("<w:qFormat/>" if quick else "")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + rest
        + "</w:style>"
    )


_DEFAULTS = {
    "paragraph": "Normal",
    "character": "Standard",
    "table": "TableNormal",
    "numbering": "NoList",
}
_WORDS_OWN = {
    *("Normal", "Standard", "TableNormal", "NoList", "Title", "Subtitle", "Date", "Quote"),
    *("ListBullet", "ListNumber", "Strong", "Hyperlink"),
}  # fmt: skip
_KEEP = "<w:keepNext/><w:keepLines/>"
_PADDING = '<w:tblCellMar><w:top w:w="55" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'


def _paragraphs() -> list[str]:
    def of(key: str, name: str, **properties: str) -> str:
        return _style("paragraph", key, name, **properties)

    def heading(level: int, before: int, after: int, size: int, borders: str = "") -> str:
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        return of(
            f"Heading{level}",
            f"heading {level}",
            follow="Normal",
            paragraph=_KEEP + borders + _space(before, after, 252) + outline,
            run=_look(font=SERIF, size=size, bold=True, colour="ink"),
        )

    top = f"<w:pBdr>{_border('top', 'single', 6, 'line', 14)}</w:pBdr>"
    box = "".join(_border(side, "dashed", 4, "quiet", 7) for side in ("top", "left", "bottom"))
    box = f"<w:pBdr>{box}{_border('right', 'dashed', 4, 'quiet', 7)}</w:pBdr>"
    rule = f"<w:pBdr>{_border('left', 'single', 18, 'bar', 10)}</w:pBdr>"
    accent = f"<w:pBdr>{_border('top', 'single', 36, 'accent', 16)}</w:pBdr>"
    end = f'<w:tabs><w:tab w:val="right" w:pos="{twips(WIDTH)}"/></w:tabs>'
    indent = '<w:ind w:left="240" w:right="240"/>'
    hang = '<w:ind w:left="340" w:hanging="340"/>'
    small = _look(size=17, colour="quiet")
    return [
        _style("paragraph", "Normal", "Normal"),
        of(
            "Title", "Title", follow="Subtitle",
            paragraph=f"{_KEEP}{accent}{_space(0, 100, 240)}",
            run=_look(font=SERIF, size=52, bold=True, colour="ink"),
        ),
        of(
            "Subtitle", "Subtitle", follow="Normal", paragraph=_space(60, 40),
            run=_look(size=23, colour="quiet"),
        ),
        of("Date", "Date", paragraph=_space(0, 240), run=_look(size=19, colour="quiet")),
        heading(1, 280, 90, 29, top),
        heading(2, 220, 60, 22),
        heading(3, 200, 60, 20),
        of("TOC1", "toc 1", paragraph=_space(0, 16, 290), run=_look(size=18, colour="accent")),
        of(
            "Caption", "caption", follow="Normal", paragraph=_KEEP + _space(120, 60),
            run=_look(size=18, colour="quiet"),
        ),
        of(
            "Quote", "Quote", follow="QuoteSource",
            paragraph=_KEEP + rule + _space(140, 0, 258) + indent,
            run=_look(font=SERIF, size=21),
        ),
        of(
            "QuoteSource", "Quote Source", follow="Normal",
            paragraph=f"<w:keepLines/>{rule}{_space(0, 140, 258)}{indent}",
            run=_look(size=17, colour="quiet"),
        ),
        of("ListBullet", "List Bullet", paragraph=_number(1) + _space(0, 70) + hang),
        of("ListNumber", "List Number", paragraph=_number(2) + _space(0, 70) + hang),
        of(
            "ToDo", "Still To Do", follow="Normal",
            paragraph=f'<w:keepLines/>{box}{_space(200, 220)}<w:ind w:left="150" w:right="150"/>',
        ),
        of(
            "TableHead", "Table Heading", paragraph=f"{_KEEP}{_space(0, 0, 252)}",
            run=_look(size=17, bold=True, colour="ink"),
        ),
        of("TableText", "Table Text", paragraph=_space(0, 0, 240), run=_look(size=18)),
        of(
            "FactLabel", "Fact Label", paragraph=_space(0, 0, 246),
            run=_look(size=18, colour="quiet"),
        ),
        of("FactValue", "Fact Value", paragraph=_space(0, 30, 246)),
        of(
            "SummaryLabel", "Summary Label", paragraph=_space(0, 0, 246),
            run=_look(size=18, bold=True, colour="accent"),
        ),
        of(
            "Ids", "Ids", follow="Normal", paragraph=_KEEP + _space(0, 60, 240),
            run=_look(size=15, colour="quiet"),
        ),
        of("Aside", "Aside", paragraph=_space(60, 120, 250), run=small),
        of(
            "Figure", "Figure", follow="FactLabel", paragraph=_KEEP + _space(0, 0, 240),
            run=_look(font=SERIF, size=46, bold=True, colour="accent"),
        ),
        of("BarLabel", "Bar Label", paragraph=f"{_KEEP}{end}{_space(80, 0, 252)}"),
        of("Bar", "Bar", paragraph=_space(20, 80, 240), run=_look(size=10)),
        of("TableEnd", "Table End", paragraph=_space(0, 0, 200), run=_look(size=12)),
        of(
            "Closing", "Closing Line", paragraph=f"<w:keepLines/>{_space(0, 80, 260)}", run=small,
        ),
        of(
            "ClosingFirst", "Closing First Line", follow="Closing",
            paragraph=accent.replace('w:space="16"', 'w:space="12"') + _space(400, 80, 260),
            run=small,
        ),
        of("Header", "header", paragraph=end + _space(0, 0), run=_look(size=16, colour="quiet")),
        of("Footer", "footer", paragraph=end + _space(0, 0), run=_look(size=16, colour="quiet")),
        of(
            "FootnoteText", "footnote text",
            paragraph=_space(0, 40, 240) + '<w:ind w:left="227" w:hanging="227"/>',
            run=_look(size=16, colour="quiet"),
        ),
    ]  # fmt: skip


def _number(definition: int) -> str:
    return f'<w:numPr><w:numId w:val="{definition}"/></w:numPr>'


def _characters() -> list[str]:
    def of(key: str, name: str, run: str) -> str:
        return _style("character", key, name, run=run)

    return [
        _style("character", "Standard", "Default Paragraph Font"),
        of("Strong", "Strong", "<w:b/><w:bCs/>"),
        of("Accent", "Accent", _look(bold=True, colour="accent")),
        of("Source", "Source", _look(colour="accent")),
        of("Flag", "Flag", _look(bold=True, colour="flag")),
        of("Quiet", "Quiet", _look(colour="quiet")),
        of("SmallId", "Small Id", _look(size=15, colour="quiet")),
        of("Hyperlink", "Hyperlink", _look(colour="accent")),
        of("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ]


def _tables() -> list[str]:
    line = _border("insideH", "single", 4, "line", 0)
    bottom = _border("bottom", "single", 4, "line", 0)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{_border('bottom', 'single', 12, 'ink', 0)}</w:tcBorders>"
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    first = (
        f'<w:tblStylePr w:type="firstCol"><w:rPr>{_look(bold=True, colour="accent")}</w:rPr>'
        "</w:tblStylePr>"
    )

    def of(key: str, name: str, borders: str, padding: str, more: str = "") -> str:
        table = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{padding}</w:tblPr>{more}"
        return _style("table", key, name, rest=table)

    end = f'<w:right w:w="{twips(TABLE_GAP)}" w:type="dxa"/></w:tblCellMar>'
    both = _PADDING + '<w:bottom w:w="55" w:type="dxa"/>' + end
    snug = both.replace('w:w="55"', 'w:w="45"')
    inside = snug.replace('left w:w="0"', f'left w:w="{twips(INSET)}"')
    return [
        _style(
            "table", "TableNormal", "Normal Table",
            rest='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>',
        ),
        of("PlanTable", "Plan Table", bottom + line, both, head + first),
        of("FactTable", "Fact Table", line, snug),
        of("FigureTable", "Figure Table", _border("top", "single", 12, "bar", 0), snug),
        of("SummaryTable", "Summary Table", line, inside),
        _style("numbering", "NoList", "No List"),
    ]  # fmt: skip


_SIZES = re.compile(
    r'(<w:szC?s? w:val="|<w:spacing w:before="|w:after="|<w:(?:top|bottom) w:w="| w:space=")'
    r'(\d+)(?=")'
)


def dense(made: str, scale: float = 1.0) -> str:
    """Styles set smaller and closer, for a document that is a single sheet; `scale` is up to 1."""

    def smaller(found: re.Match[str]) -> str:
        factor = scale * (0.8 if "w:sz" in found[1] else 0.38)
        return f"{found[1]}{round(int(found[2]) * factor)}"

    return re.sub(r'w:line="(246|252|258)"', 'w:line="240"', _SIZES.sub(smaller, made))


def styles(language: str) -> str:
    """The whole `w:styles` element; `language` is the tag the text is checked in."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_look(font=SANS)}"
        f'<w:color w:val="{COLOURS["ink"]}"/><w:sz w:val="19"/><w:szCs w:val="19"/>'
        f'<w:lang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{_space(0, 100, 258)}</w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )
    every = [*_paragraphs(), *_characters(), *_tables()]
    return f"<w:styles {NAMES}>{defaults}{''.join(every)}</w:styles>"


def numbering(lists: int) -> str:
    """The whole `w:numbering` element: bullets as 1, then `lists` lists that each count from 1."""
    hang = '<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr>'

    def kind(number: int, style: str, form: str, text: str) -> str:
        colour = f"<w:rPr>{_look(colour='accent')}</w:rPr>"
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f"{hang}{colour}</w:lvl></w:abstractNum>"
        )

    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    counted = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{again}</w:num>'
        for number in range(2, 2 + max(lists, 1))
    )
    return (
        f"<w:numbering {NAMES}>{kind(0, 'ListBullet', 'bullet', '•')}"
        f"{kind(1, 'ListNumber', 'decimal', '%1.')}"
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{counted}</w:numbering>'
    )
