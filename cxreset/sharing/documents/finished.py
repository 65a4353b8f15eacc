"""A document as colleagues get it: what is still to do is the leader's own matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cxreset.base.language.words import _
from cxreset.sharing.documents.model import Block, Document, Paragraph, Part, Subheading, ToDo


def still_open(document: Document) -> tuple[str, ...]:
    """What is still to do for this document, in reading order and each once.

    `choose one action and try it small (step 4.1, Try one fix small)`.
    """
    todos = (block for part in document.parts for block in part.blocks if isinstance(block, ToDo))
    return tuple(dict.fromkeys(_in_words(todo) for todo in todos))


def finished(document: Document) -> Document:
    """The document without what is still to do, and without headings that nothing stands under.

    Where nothing is left, one sentence says so.
    """
    cleared = (replace(part, blocks=tuple(_blocks(part.blocks))) for part in document.parts)
    parts = tuple(part for part in cleared if part.blocks)
    if not parts and document.nothing_yet:
        sentence = Paragraph(document.nothing_yet)
        parts = (Part("nothing-yet", _("Where we stand"), (sentence,)),)
    return replace(document, parts=parts)


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    heading: Subheading | None = None
    for block in blocks:
        if isinstance(block, Subheading):
            heading = block
        elif not isinstance(block, ToDo):
            if heading is not None:
                yield heading
                heading = None
            yield block


def _in_words(todo: ToDo) -> str:
    return f"{todo.text} ({todo.where})" if todo.where else todo.text
