"""A document without personal data: every text goes through `insight.personal`.

One thing stays: the addresses under "To" in a part that is an e-mail ready to send. They are the
colleagues' own, the leader wrote them down for this, and without them there is nothing to send.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cxreset.base.text import count, listed, one_line, shown
from cxreset.insight.personal import find, mask
from cxreset.sharing.documents.model import (
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

EMAIL_PARTS = ("email", "invitation")
"""Keys of the parts that are an e-mail ready to send."""
TO = "To"
"""The label whose lines keep their addresses in such a part."""

_KINDS = {
    "e-mail": ("e-mail address", "e-mail addresses"),
    "phone": ("phone number", "phone numbers"),
    "card": ("card number", "card numbers"),
    "number": ("long number", "long numbers"),
}
_PLACES = 6
_ID = re.compile(r"^[A-Z]{1,2}\d{1,18}(?!\S)")


def masked(document: Document) -> tuple[Document, tuple[str, ...]]:
    """The document with personal data masked, and what was masked in words.

    A line says a kind and where: `2 e-mail addresses in C12 and C40`. The same address in several
    places counts once. Without anything personal the document is what it was.
    """
    seen = _Seen()
    new = replace(
        document,
        title=seen.line(document.title, "the title"),
        subtitle=seen.line(document.subtitle, "the title"),
        parts=tuple(_part(part, seen) for part in document.parts),
        footer=seen.lines(document.footer, "the last lines"),
        notes=tuple(
            replace(
                note, text=seen.text(note.text, note.ref), source=seen.line(note.source, note.ref)
            )
            for note in document.notes
        ),
    )
    return (new, seen.words()) if seen.found else (document, ())


class _Seen:
    """Masks texts and remembers what was in them: (kind, place) -> the finds, each once."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], set[str]] = {}

    def line(self, text: str, place: str) -> str:
        """A text that is shown on one line."""
        return self._masked(text, one_line(text), place)

    def lines(self, texts: Iterable[str], place: str) -> tuple[str, ...]:
        return tuple(self.line(text, place) for text in texts)

    def text(self, text: str, place: str) -> str:
        """A text that keeps its line breaks; spaces are folded as every form folds them."""
        folded = "\n".join(" ".join(line.split()) for line in shown(text).splitlines())
        return self._masked(text, folded, place)

    def _masked(self, text: str, folded: str, place: str) -> str:
        finds = find(folded)
        for one in finds:
            said = folded[one.start : one.end].casefold()
            self.found.setdefault((one.kind, place), set()).add(said)
        return mask(folded) if finds else text

    def words(self) -> tuple[str, ...]:
        told = []
        for kind, names in _KINDS.items():
            places = {place: said for (one, place), said in self.found.items() if one == kind}
            if places:
                number = len(set().union(*places.values()))
                told.append(f"{count(number, *names)} in {_listed(list(places))}")
        return tuple(told)


def _listed(places: list[str]) -> str:
    rest = len(places) - _PLACES
    if rest > 0:
        places = [*places[:_PLACES], count(rest, "other place", "other places")]
    return listed(places)


def _part(part: Part, seen: _Seen) -> Part:
    place = f"“{one_line(mask(part.heading), 60)}”"
    blocks = []
    for block in part.blocks:
        if isinstance(block, Subheading):
            known = _ID.match(one_line(block.text))
            place = known[0] if known else place
        blocks.append(_block(block, place, seen, part.key in EMAIL_PARTS))
    return replace(part, heading=seen.line(part.heading, place), blocks=tuple(blocks))


def _block(block: Block, place: str, seen: _Seen, email: bool) -> Block:
    match block:
        case Subheading(text):
            return Subheading(seen.line(text, place))
        case Paragraph(text):
            return replace(block, text=seen.text(text, place))
        case BulletList(items):
            return replace(block, items=seen.lines(items, place))
        case Table(columns, rows, caption):
            return replace(
                block,
                columns=seen.lines(columns, place),
                caption=seen.line(caption, place),
                rows=tuple(seen.lines(row, _row_place(row, place)) for row in rows),
            )
        case Quote(text, ref, source):
            return Quote(seen.text(text, ref), ref, seen.line(source, ref))
        case Facts(items):
            return Facts(
                tuple(
                    fact
                    if email and fact.label == TO
                    else replace(
                        fact,
                        label=seen.line(fact.label, place),
                        lines=seen.lines(fact.lines, place),
                    )
                    for fact in items
                )
            )
        case ToDo(text, where):
            return ToDo(seen.line(text, place), seen.line(where, place))
        case Bars(caption, bars):
            return Bars(
                seen.line(caption, place),
                tuple(
                    replace(bar, label=seen.line(bar.label, place), text=seen.line(bar.text, place))
                    for bar in bars
                ),
            )


def _row_place(row: tuple[str, ...], place: str) -> str:
    known = _ID.match(row[0]) if row else None
    return known[0] if known else place
