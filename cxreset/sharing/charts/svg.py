"""A drawing as SVG: inside a page, where it takes the page's colours, or as a picture by itself."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from cxreset.sharing.charts.drawing import SIZE, Box, Colour, Dot, Drawing, Label, Line, Shape

FACE: Final = "Libertinus Serif, Georgia, serif"
"""The face of a picture by itself: the one that typst brings."""


def inline(drawing: Drawing, seen: str) -> str:
    """For a page: colours are classes (`in-accent` for lines, `of-accent` for fills).

    Readers aloud say `seen` in its place.
    """
    return _svg(drawing, f'role="img" aria-label={quoteattr(seen)}', None)


def picture(drawing: Drawing, colours: dict[str, str], face: str = FACE) -> str:
    """A picture by itself; `colours` gives each role as RRGGBB."""
    head = f'xmlns="http://www.w3.org/2000/svg" font-family={quoteattr(face)}'
    return _svg(drawing, head, colours)


def _svg(drawing: Drawing, head: str, colours: dict[str, str] | None) -> str:
    width, height = _number(drawing.width), _number(drawing.height)
    size = "" if colours is None else f' width="{width}" height="{height}"'
    shapes = "\n".join(_shape(shape, colours) for shape in drawing.shapes)
    return f'<svg {head} viewBox="0 0 {width} {height}"{size}>\n{shapes}\n</svg>'


def _shape(shape: Shape, colours: dict[str, str] | None) -> str:
    match shape:
        case Line((x1, y1), (x2, y2), colour, width, is_dashed):
            dash = ' stroke-dasharray="3 3"' if is_dashed else ""
            ends = f'x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
            look = f'stroke-width="{_number(width)}"{dash} {_stroke(colour, colours)}'
            return f"<line {ends} {look}/>"
        case Box(x, y, width, height, colour):
            corner = f'x="{_number(x)}" y="{_number(y)}"'
            size = f'width="{_number(width)}" height="{_number(height)}"'
            return f"<rect {corner} {size} {_fill(colour, colours)}/>"
        case Dot(x, y, radius, colour, is_hollow):
            middle = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
            if is_hollow:
                look = f'fill="none" stroke-width="1.2" {_stroke(colour, colours)}'
            else:
                look = _fill(colour, colours)
            return f"<circle {middle} {look}/>"
        case Label((x, y), text, anchor, colour, is_bold):
            bold = ' font-weight="bold"' if is_bold else ""
            at = f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(SIZE)}"'
            look = f'text-anchor="{anchor}"{bold} {_fill(colour, colours)}'
            return f"<text {at} {look}>{escape(text)}</text>"


def _fill(colour: Colour, colours: dict[str, str] | None) -> str:
    return f'class="of-{colour}"' if colours is None else f'fill="#{colours[colour]}"'


def _stroke(colour: Colour, colours: dict[str, str] | None) -> str:
    return f'class="in-{colour}"' if colours is None else f'stroke="#{colours[colour]}"'


def _number(value: float) -> str:
    """At most two decimals, without a tail of zeros: the same bytes on every machine."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
