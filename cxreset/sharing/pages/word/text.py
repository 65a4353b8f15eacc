"""Words as WordprocessingML: runs and paragraphs, escaped, each in its own direction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from cxreset.sharing.direction import by_marks
from cxreset.sharing.pages.paper import rightward

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'

# Scripts written from the right: Word sets their letters right only in runs that say so.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_RUN = re.compile(f"[{_RIGHT}]+(?:[\\W\\d_]+[{_RIGHT}]+)*")


def twips(points: float) -> int:
    """Points in twentieths, as Word counts most lengths."""
    return round(points * 20)


def runs(text: str, style: str = "") -> str:
    """One clean line as runs, with parts from the right marked; `style` is a character style.

    Word knows no text that is set apart, but marks of direction.
    """
    text = by_marks(text)
    made: list[str] = []
    at = 0
    for found in _RIGHT_RUN.finditer(text):
        made.append(_run(text[at : found.start()], style))
        made.append(_run(found[0], style, right=True))
        at = found.end()
    made.append(_run(text[at:], style))
    return "".join(made)


def _run(text: str, style: str, *, right: bool = False) -> str:
    if not text:
        return ""
    inner = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner += "<w:rtl/>" if right else ""
    properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def break_line(lines: Iterable[str], style: str = "") -> str:
    """Lines as runs with line breaks between them."""
    return "<w:r><w:br/></w:r>".join(runs(one, style) for one in lines)


def field(code: str, shown: str, style: str = "") -> str:
    """A field, and what it shows until Word works it out anew."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(shown)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{part}</w:r>" for part in parts)


def paragraph(
    style: str,
    content: str,
    text: str = "",
    *,
    keep: bool = False,
    extra: str = "",
    in_cell: bool = False,
) -> str:
    """A paragraph of a style; `text` decides its direction, `keep` holds it with the next.

    `extra` are numbering properties. In a cell, text from the right stays at the cell's left edge
    (in a paragraph from the right, Word's “right” is the left).
    """
    inner = [f'<w:pStyle w:val="{style}"/>', "<w:keepNext/>" if keep else "", extra]
    if rightward(text):
        inner.append("<w:bidi/>")
        inner.append('<w:jc w:val="right"/>' if in_cell else "")
    return f"<w:p><w:pPr>{''.join(inner)}</w:pPr>{content}</w:p>"


def plain(style: str, text: str, *, keep: bool = False, in_cell: bool = False) -> str:
    """A paragraph of a style that holds one clean line and nothing else."""
    return paragraph(style, runs(text), text, keep=keep, in_cell=in_cell)


def bookmark(number: int, name: str, content: str) -> str:
    """`content` under a name that links and fields can point at."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )
