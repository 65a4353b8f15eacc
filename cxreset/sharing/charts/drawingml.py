"""A drawing as shapes that Word, LibreOffice and Google Docs draw themselves: sharp at any size.

No picture file has to be made, and so no library that would make one; the letters stay letters.
"""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from cxreset.sharing.charts.drawing import SIZE, Box, Dot, Drawing, Label, Line, Shape

_EMU: Final = 12700  # to the point
_NAMES: Final = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_GROUP: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_SIDES: Final = {"start": "left", "middle": "center", "end": "right"}
_NO_LINE: Final = "<a:ln><a:noFill/></a:ln>"
_ROOM: Final = 1.6
"""A text's box beside its width: faces differ, and a line that does not fit would be cut."""


def run(drawing: Drawing, number: int, colours: dict[str, str], seen: str) -> str:
    """A run of WordprocessingML with the drawing in it; readers aloud say `seen` in its place.

    `number` counts the drawings of a document from 1, `colours` gives each role as RRGGBB.
    """
    size = f'cx="{_emu(drawing.width)}" cy="{_emu(drawing.height)}"'
    # LibreOffice stretches shapes until they fill the picture: one that nobody sees fills it.
    whole = _frame(0, 0, drawing.width, drawing.height) + _geometry("rect") + "<a:noFill/>"
    shapes = _drawn(1000 * number, whole + _NO_LINE) + "".join(
        _shape(shape, 1000 * number + index, colours)
        for index, shape in enumerate(drawing.shapes, 1)
    )
    return (
        f'<w:r><mc:AlternateContent {_NAMES}><mc:Choice Requires="wpg"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="Chart {number}" '
        f"descr={quoteattr(seen)}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm>'
        f"</wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
    )


def _shape(shape: Shape, key: int, colours: dict[str, str]) -> str:
    match shape:
        case Line((x1, y1), (x2, y2), colour, width, is_dashed):
            frame = _frame(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            dash = '<a:prstDash val="dash"/>' if is_dashed else ""
            stroke = f'<a:ln w="{_emu(width)}">{_solid(colours[colour])}{dash}</a:ln>'
            return _drawn(key, f"{frame}{_geometry('line')}{stroke}")
        case Box(x, y, width, height, colour):
            look = _geometry("rect") + _solid(colours[colour]) + _NO_LINE
            return _drawn(key, _frame(x, y, width, height) + look)
        case Dot(x, y, radius, colour, is_hollow):
            frame = _frame(x - radius, y - radius, 2 * radius, 2 * radius)
            fill = _solid(colours[colour])
            ring = f'<a:noFill/><a:ln w="{_emu(1.2)}">{fill}</a:ln>'
            look = ring if is_hollow else fill + _NO_LINE
            return _drawn(key, frame + _geometry("ellipse") + look)
        case Label():
            return _text(shape, key, colours[shape.colour])


def _drawn(key: int, properties: str) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name=""/><wps:cNvSpPr/><wps:spPr>{properties}</wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )


def _text(label: Label, key: int, colour: str) -> str:
    """A box without fill or edge around the line, wide enough for any face."""
    width, height = label.width * _ROOM, SIZE * 1.4
    x, y = label.at
    starts = {"start": x, "middle": x - width / 2, "end": x - width}
    frame = _frame(starts[label.anchor], y - SIZE * 1.1, width, height)
    bold = "<w:b/>" if label.is_bold else ""
    look = f'{bold}<w:color w:val="{colour}"/><w:sz w:val="{round(2 * SIZE)}"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name=""/><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr>{frame}{_geometry('rect')}<a:noFill/>{_NO_LINE}</wps:spPr>"
        "<wps:txbx><w:txbxContent><w:p><w:pPr>"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{_SIDES[label.anchor]}"/></w:pPr><w:r><w:rPr>{look}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(label.text)}</w:t></w:r></w:p></w:txbxContent>'
        '</wps:txbx><wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
    )


def _frame(x: float, y: float, width: float, height: float) -> str:
    return (
        f'<a:xfrm><a:off x="{_emu(x)}" y="{_emu(y)}"/>'
        f'<a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'
    )


def _geometry(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _emu(points: float) -> int:
    return round(points * _EMU)
