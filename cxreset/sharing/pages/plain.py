"""A document as plain lines, for where no markup is read alike: Teams, Slack, an e-mail."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.base.text import in_quotes
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
    Quote,
    Subheading,
    Table,
    ToDo,
    Words,
)
from cxreset.sharing.facts.wording import long_date
from cxreset.sharing.pages.paper import joined, line


def render(document: Document) -> str:
    """Title, one line a statement, the last lines; a single part goes without its heading.

    The day stands behind a title that does not name it.
    """
    title, day = line(document.title), long_date(document.date)
    lines = [title if day in title else f"{title} ({day})"]
    if document.subtitle:
        lines.append(line(document.subtitle))
    for part in document.parts:
        if len(document.parts) > 1:
            lines.append(line(part.heading))
        for block in part.blocks:
            lines += _lines(block)
    lines += map(line, document.footer)
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> list[str]:
    if isinstance(block, Words):
        return _words(block)
    match block:
        case Facts(items):
            return [
                f"• {line(fact.label)}{_small(fact.ref)}: {line(' '.join(fact.lines))}"
                for fact in items
            ]
        case Figures(items):
            return [f"• {line(one.value)} {line(one.label)}" for one in items]
        case Table(_, rows):
            return [f"• {', '.join(filter(None, map(line, row)))}" for row in rows]
        case Bars(_, bars):
            return [f"• {line(bar.label)}{_small(bar.ref)}: {line(bar.text)}" for bar in bars]
        case Chart(caption, words):
            return [f"• {line(caption)}: {line(words)}"] if words else []


def _words(block: Words) -> list[str]:
    match block:
        case Subheading(text, ref):
            return [f"{line(text)}{_small(ref)}"]
        case Paragraph(text) | Aside(text):
            return [line(text)]
        case BulletList(items):
            return [f"• {line(item)}" for item in items]
        case Quote(text, ref, source):
            return [f"{in_quotes(line(text))} ({joined(ref, source)})"]
        case ToDo(text, where):
            return [joined(f"{_('Still to do:')} {text}", where)]


def _small(ref: str) -> str:
    return f" ({line(ref)})" if ref else ""
