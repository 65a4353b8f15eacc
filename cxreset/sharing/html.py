"""A document as one self-contained HTML file.

The words of every block are its Markdown form, read by markdown-it-py with everything switched off
that could make a link, a picture or HTML: what is escaped there stays text here. Around them stand
our own landmarks, headings, tables and figures.
"""

from __future__ import annotations

import re
from html import escape

from markdown_it import MarkdownIt

from cxreset.sharing import markdown
from cxreset.sharing.document import (
    Bars,
    Block,
    BulletList,
    Document,
    Facts,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
)
from cxreset.sharing.page import PAGE, STYLE
from cxreset.sharing.words import long_date
from cxreset.text import one_line

# Columns whose cells are all this short (dates, ids, a status) are kept on one line.
_SHORT_CELL = 14

# A percent sign stays with its number.
_UNIT = re.compile(r"(?<=\d) %")

# No rule that can build markup stays on, so that an escape forgotten in the Markdown form shows as
# an odd character here and never as an element.
_READER = (
    MarkdownIt("commonmark", {"html": False})
    .enable("table")
    .disable(["code", "fence", "heading", "html_block", "lheading", "reference"])
    .disable(["hr", "backticks", "emphasis", "link", "image", "autolink", "html_inline"])
)


def render(document: Document) -> str:
    """The whole document as one HTML page, ending in one newline."""
    footer = "".join(f"<p>{_inline(line)}</p>\n" for line in document.footer)
    return PAGE.substitute(
        language=escape(document.language),
        title=_inline(document.title),
        style=STYLE,
        subtitle=f"<p>{_inline(document.subtitle)}</p>\n" if document.subtitle else "",
        iso=document.date.isoformat(),
        date=long_date(document.date),
        contents="".join(map(_entry, document.parts)),
        parts="".join(map(_part, document.parts)),
        footer=f"<footer>\n{footer}</footer>\n" if footer else "",
    )


def _entry(part: Part) -> str:
    return f'<li><a href="#{escape(part.key)}">{_inline(part.heading)}</a></li>\n'


def _part(part: Part) -> str:
    key = escape(part.key)
    body = _UNIT.sub("&nbsp;%", "".join(map(_block, part.blocks)))
    return (
        f'<section id="{key}" aria-labelledby="{key}-heading">\n'
        f'<h2 id="{key}-heading">{_inline(part.heading)}</h2>\n{body}</section>\n'
    )


def _block(block: Block) -> str:
    match block:
        case Subheading(text):
            return f"<h3>{_inline(text)}</h3>\n"
        case Paragraph():
            return _read(block)
        case BulletList(_, ordered):
            kind = "ol" if ordered else "ul"
            listed = _read(block)
            return listed.replace(f"<{kind}>", f'<{kind} class="list">', 1)
        case Table():
            return _table(block)
        case Quote(text, ref, source):
            said = _read(Paragraph(text))
            by = ", ".join(_inline(piece) for piece in (ref, source) if piece)
            return (
                f'<figure class="quote">\n<blockquote>\n{said}</blockquote>\n'
                f"<figcaption>{by}</figcaption>\n</figure>\n"
            )
        case Facts(items):
            pairs = "".join(_fact(fact.label, fact.lines) for fact in items)
            return f"<dl>\n{pairs}</dl>\n"
        case ToDo(text, where):
            step = f' <span class="where">({_inline(where)})</span>' if where else ""
            return f'<p class="todo"><strong>Still to do:</strong> {_inline(text)}{step}</p>\n'
        case Bars():
            return _bars(block)


def _read(block: Block) -> str:
    return str(_READER.render(markdown.block_markdown(block)))


def _inline(text: str) -> str:
    return str(_READER.renderInline(markdown.inline(text)))


def _fact(label: str, lines: tuple[str, ...]) -> str:
    values = "".join(f"<dd>{_inline(line)}</dd>" for line in lines)
    return f"<div><dt>{_inline(label)}</dt>{values}</div>\n"


def _table(block: Table) -> str:
    """The Markdown table, with caption, scopes and labels, which Markdown has no words for."""
    short = [
        all(len(one_line(row[column])) <= _SHORT_CELL for row in block.rows)
        for column in range(len(block.columns))
    ]
    tokens = _READER.parse(markdown.table(block))
    row, column = -2, 0  # the heading's row comes first
    for token in tokens:
        if token.type == "tr_open":
            row, column = row + 1, 0
            if row in block.flagged:
                token.attrSet("class", "flagged")
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type == "td_open":
            if column == 0:
                token.tag = "th"
                token.attrSet("scope", "row")
            else:
                token.attrSet("data-label", one_line(block.columns[column]))
            if short[column]:
                token.attrSet("class", "short")
        elif token.type == "td_close":
            if column == 0:
                token.tag = "th"
            column += 1
    shown = str(_READER.renderer.render(tokens, _READER.options, {}))
    return shown.replace("<table>", f"<table>\n<caption>{_inline(block.caption)}</caption>", 1)


def _bars(block: Bars) -> str:
    bars = "".join(
        f'<li><span>{_inline(bar.label)}</span> <span class="figure">{_inline(bar.text)}</span>\n'
        '<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="4"/>'
        f'<rect class="bar" width="{100 * min(max(bar.share, 0.0), 1.0):.1f}" height="4"/>'
        "</svg></li>\n"
        for bar in block.bars
    )
    return (
        f'<figure class="bars">\n<figcaption>{_inline(block.caption)}</figcaption>\n'
        f"<ul>\n{bars}</ul>\n</figure>\n"
    )
