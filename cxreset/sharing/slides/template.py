"""The empty presentation every deck begins with: python-pptx's own, made wide and in our colours.

Its layouts stay real ones: whoever opens the file finds them under “New slide”, and a change of the
master changes every slide. The unit is the one of the format, the EMU (914,400 to an inch).
"""

from __future__ import annotations

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches, Length, Pt

from cxreset.sharing.pages.paper import COLOURS

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
EDGE = Inches(0.75)
INNER = WIDTH - 2 * EDGE
"""How wide title and body are."""
TITLE_TOP, TITLE_HEIGHT = Inches(0.45), Inches(1.05)
BODY_TOP, BODY_HEIGHT = Inches(1.7), Inches(4.95)
GUTTER = Inches(0.5)
TEXT_SHARE = 0.4
"""How much of the width the text has beside a chart."""
COVER, TEXT, BESIDE = 0, 1, 2
"""The layouts by number: the title's, one body, a text beside a chart."""

_LAYOUTS = ("Title Slide", "Title and Content", "Two Content", "Title Only")
_FOOT = ("DATE", "FOOTER", "SLIDE_NUMBER")
_TITLE_SIZE, _BODY_SIZES = 32, (22, 20)
_FACE = "Calibri"
_THEME = {
    "dk2": COLOURS["ink"], "lt2": COLOURS["tint"], "accent1": COLOURS["accent"],
    "accent2": COLOURS["bar"], "accent3": COLOURS["flag"], "accent4": COLOURS["quiet"],
    "accent5": COLOURS["track"], "accent6": COLOURS["line"], "hlink": COLOURS["accent"],
    "folHlink": COLOURS["quiet"],
}  # fmt: skip


def new_deck() -> Deck:
    """A presentation of 16:9 without a slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    master = deck.slide_master
    for layout in list(master.slide_layouts):
        if layout.name not in _LAYOUTS:
            master.slide_layouts.remove(layout)
    _colour(master)
    _set_styles(master)
    for sheet in (master, *master.slide_layouts):
        _position(sheet)
    for style in master.slide_layouts[COVER].element.iter(qn("a:lvl1pPr")):
        style.set("algn", "l")
    return deck


def _position(sheet: SlideMaster | SlideLayout) -> None:
    """Title, body and the line at the foot, where every slide has them."""
    for shape in sheet.placeholders:
        kind, bodies = shape.placeholder_format.type.name, (EDGE, INNER)
        if kind in ("TITLE", "BODY", "OBJECT"):
            top, height = (TITLE_TOP, TITLE_HEIGHT) if kind == "TITLE" else (BODY_TOP, BODY_HEIGHT)
            if sheet.name == _LAYOUTS[BESIDE] and kind == "OBJECT":
                bodies = _halves()[shape.placeholder_format.idx - 1]
            left, width = bodies
        elif kind in ("CENTER_TITLE", "SUBTITLE"):
            title = kind == "CENTER_TITLE"
            left, width = EDGE, INNER
            top, height = (Inches(1.6), Inches(2.2)) if title else (Inches(4.1), Inches(1.6))
        else:
            left, width = Emu(EDGE + _FOOT.index(kind) * INNER // 3), Emu(INNER // 3)
            top, height = Inches(6.85), Inches(0.4)
        shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _halves() -> tuple[tuple[Length, Length], tuple[Length, Length]]:
    """Left edge and width of the text and of the chart beside it."""
    text = Emu(int((INNER - GUTTER) * TEXT_SHARE))
    chart = Emu(INNER - GUTTER - text)
    return (EDGE, text), (Emu(EDGE + text + GUTTER), chart)


def _colour(master: SlideMaster) -> None:
    """Our colours in the theme, so that charts and new shapes take them too."""
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(theme.blob)
    colours = root.find(f".//{qn('a:clrScheme')}")
    for name, value in _THEME.items():
        colour = None if colours is None else colours.find(qn(f"a:{name}"))
        if colour is not None:
            colour[:] = [etree.Element(qn("a:srgbClr"), val=value)]
    theme.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _set_styles(master: SlideMaster) -> None:
    """Titles in the accent at the left; the first level without a bullet, the second with one."""
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    _letters(title, _TITLE_SIZE, "accent1")
    title.find(qn("a:defRPr")).set("b", "1")
    for level, size in enumerate(_BODY_SIZES, 1):
        style = styles.find(f"{qn('p:bodyStyle')}/{qn(f'a:lvl{level}pPr')}")
        _letters(style, size, "tx2")
        indent = Pt(18) if level == 2 else 0
        style.set("marL", str(indent))
        style.set("indent", str(-indent))
        if level == 1:
            for name in ("a:buFont", "a:buChar"):
                style.remove(style.find(qn(name)))
            style.find(qn("a:spcBef")).addnext(etree.Element(qn("a:buNone")))
        else:
            style.find(qn("a:buChar")).set("char", "•")


def _letters(style: etree._Element, size: int, colour: str) -> None:
    letters = style.find(qn("a:defRPr"))
    if letters is not None:
        letters.set("sz", str(size * 100))
        for fill in letters.iter(qn("a:schemeClr")):
            fill.set("val", colour)
