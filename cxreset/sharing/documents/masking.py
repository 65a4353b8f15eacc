"""A document without personal data: every text goes through `insight.personal`.

One thing stays: the addresses under "To" in a part that is an e-mail ready to send. They are the
colleagues' own, the leader wrote them down for this, and without them there is nothing to send.
"""

from __future__ import annotations

import re
from dataclasses import replace

from cxreset.base.language.words import _, pgettext
from cxreset.base.text import in_quotes, one_line
from cxreset.insight.personal import mask
from cxreset.insight.personal.choices import Choices
from cxreset.sharing.documents.model import (
    Aside,
    Bar,
    Bars,
    Block,
    BulletList,
    Chart,
    Document,
    Fact,
    Facts,
    Figure,
    Figures,
    Note,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
    Words,
)
from cxreset.sharing.facts.masking import Find, Masker

EMAIL_PARTS = ("email", "invitation")
"""Keys of the parts that are an e-mail ready to send."""


def to_label() -> str:
    """The label whose lines keep their addresses in such a part: `To`."""
    return pgettext("e-mail", "To")


_ID = re.compile(r"^[A-Z]{1,2}\d{1,18}(?!\S)")


def masked(document: Document, choices: Choices | None = None) -> tuple[Document, tuple[Find, ...]]:
    """The document with personal data masked, and what was found, masked or only likely.

    Without anything personal the document is what it was.
    """
    masker = Masker(choices)
    new = replace(
        document,
        title=masker.line(document.title, _("the title")),
        subtitle=masker.line(document.subtitle, _("the title")),
        parts=tuple(_part(part, masker) for part in document.parts),
        footer=masker.lines(document.footer, _("the last lines")),
        notes=tuple(_note(note, masker) for note in document.notes),
    )
    finds = tuple(masker.finds)
    return (new if any(one.masked for one in finds) else document), finds


def _note(note: Note, masker: Masker) -> Note:
    text = masker.text(note.text, note.ref, customer=True)
    source = masker.line(note.source, note.ref)
    return replace(note, text=text, source=source)


def _part(part: Part, masker: Masker) -> Part:
    source = in_quotes(one_line(mask(part.heading), 60))
    blocks: list[Block] = []
    for block in part.blocks:
        if isinstance(block, Subheading):
            source = _id_in(block.ref) or source
        if isinstance(block, Facts) and part.key in EMAIL_PARTS:
            blocks.append(_facts(block, source, masker, keep=to_label()))
        else:
            blocks.append(_block(block, source, masker))
    spoken = tuple(_block(block, source, masker) for block in part.spoken)
    heading = masker.line(part.heading, source)
    return replace(part, heading=heading, blocks=tuple(blocks), spoken=spoken)


def _block(block: Block, source: str, masker: Masker) -> Block:
    if isinstance(block, Words):
        return _words(block, source, masker)
    match block:
        case Table():
            return _table(block, source, masker)
        case Facts():
            return _facts(block, source, masker)
        case Figures(items):
            return Figures(tuple(_figure(one, source, masker) for one in items))
        case Bars(caption, bars):
            masked_bars = tuple(_bar(bar, source, masker) for bar in bars)
            return replace(block, caption=masker.line(caption, source), bars=masked_bars)
        case Chart():
            return _chart(block, source, masker)


def _words(block: Words, source: str, masker: Masker) -> Words:
    match block:
        case Subheading(text) | Aside(text):
            return replace(block, text=masker.line(text, source))
        case Paragraph(text):
            return replace(block, text=masker.text(text, source))
        case BulletList(items):
            return replace(block, items=masker.lines(items, source))
        case Quote(text, ref, file):
            return Quote(masker.text(text, ref, customer=True), ref, masker.line(file, ref))
        case ToDo(text, step):
            return ToDo(masker.line(text, source), masker.line(step, source))


def _table(table: Table, source: str, masker: Masker) -> Table:
    return replace(
        table,
        columns=masker.lines(table.columns, source),
        caption=masker.line(table.caption, source),
        rows=tuple(
            masker.lines(row, _id_in(row[0] if row else "") or source) for row in table.rows
        ),
    )


def _facts(block: Facts, source: str, masker: Masker, keep: str | None = None) -> Facts:
    """Each fact but the one with the label `keep`."""
    return Facts(
        tuple(fact if fact.label == keep else _fact(fact, source, masker) for fact in block.items)
    )


def _fact(fact: Fact, source: str, masker: Masker) -> Fact:
    label, lines = masker.line(fact.label, source), masker.lines(fact.lines, source)
    return replace(fact, label=label, lines=lines)


def _figure(figure: Figure, source: str, masker: Masker) -> Figure:
    return Figure(masker.line(figure.value, source), masker.line(figure.label, source))


def _chart(chart: Chart, source: str, masker: Masker) -> Chart:
    return replace(
        chart,
        caption=masker.line(chart.caption, source),
        words=masker.line(chart.words, source),
        seen=masker.line(chart.seen, source),
    )


def _bar(bar: Bar, source: str, masker: Masker) -> Bar:
    return replace(bar, label=masker.line(bar.label, source), text=masker.line(bar.text, source))


def _id_in(text: str) -> str:
    """The id that a text begins with; empty without one."""
    found = _ID.match(text)
    return found[0] if found else ""
