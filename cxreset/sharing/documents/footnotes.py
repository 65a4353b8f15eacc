"""What customers said, as footnotes: each comment once, numbered in the order it is first used."""

from __future__ import annotations

from collections.abc import Iterable

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.language.words import _
from cxreset.base.text import in_quotes
from cxreset.insight.personal import find
from cxreset.sharing.direction import closed, one_line
from cxreset.sharing.documents.model import Note, Quote
from cxreset.sharing.facts.customers import PainFact, QuoteFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import comment_day

NOTE = 400
"""Notes are cut to so many characters; their id leads to the whole comment."""
QUOTE = 320
"""Quotes in the text itself are cut to so many."""
_SPOKEN = 200
_WHOLE = 100
A_FEW = 2
"""Marks on one row of a table: more would be in the way of reading it."""


class Footnotes:
    """Collects a document's notes while its parts are built."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._notes: list[Note] = []

    def mark(self, quotes: Iterable[QuoteFact]) -> tuple[int, ...]:
        """The numbers of the notes that hold these comments, in their order."""
        return tuple(dict.fromkeys(self._number(comment) for comment in quotes))

    def on_rows(
        self, rows: Iterable[Iterable[QuoteFact]]
    ) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """For `Table.notes`: a few marks for each row that has comments behind it."""
        marks = (self.mark(tuple(quotes)[:A_FEW]) for quotes in rows)
        return tuple((row, numbers) for row, numbers in enumerate(marks) if numbers)

    def remark(self, ref: str, text: str) -> tuple[int, ...]:
        """The number of a note on how sure the figure with this id is; none without words."""
        if not one_line(text):
            return ()
        self._notes.append(Note(ref, shortened(text, NOTE), is_quote=False))
        return (len(self._notes),)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All that was marked so far; note 1 is the first."""
        return tuple(self._notes)

    def _number(self, comment: QuoteFact) -> int:
        if comment.ref not in self._numbers:
            self._notes.append(Note(comment.ref, shortened(comment.text, NOTE), source(comment)))
            self._numbers[comment.ref] = len(self._notes)
        return self._numbers[comment.ref]


def quote(comment: QuoteFact) -> Quote:
    """A comment in the text itself, cut if it is long."""
    return Quote(shortened(comment.text, QUOTE), comment.ref, _short_source(comment))


def spoken(comment: QuoteFact) -> str:
    """A comment on a line of its own among others: `“Nobody came.” (C12)`."""
    return f"{in_quotes(shortened(comment.text, _SPOKEN))} ({comment.ref})"


def source(comment: QuoteFact) -> str:
    """`support ticket, 3 Aug 2026, export.csv, row 12`: where a comment can be looked up."""
    return ", ".join(
        piece for piece in (_short_source(comment), one_line(comment.source, 80)) if piece
    )


def shortened(text: str, limit: int) -> str:
    """One line of at most `limit` characters, cut at a word with an ellipsis; never in a number."""
    flat = one_line(text)
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    if not flat[limit - 1].isspace() and " " in cut[limit // 2 :]:
        cut = cut[: cut.rindex(" ")]
    # Half of a telephone number could no longer be told for one, and would not be masked.
    for one in find(flat[: limit + _WHOLE]):
        if one.start < len(cut) < one.end:
            cut = cut[: one.start]
    return closed(cut.rstrip(" ,;:.-–—") + "…")


def quotes_of(facts: PlanFacts, pain: str) -> tuple[QuoteFact, ...]:
    """The quotes of a pain by its id; empty for one that was not chosen."""
    found = pain_of(facts, pain)
    return found.quotes if found else ()


def pain_of(facts: PlanFacts, ref: str) -> PainFact | None:
    """The pain with this id, chosen or not."""
    return next((one for one in (*facts.pains, *facts.other_pains) if one.ref == ref), None)


def _short_source(comment: QuoteFact) -> str:
    channel = _(COMMENT_NAMES.get(comment.channel, COMMENT_NAMES["other"])[0])
    day = comment_day(comment.received_on, approximate=comment.approximate)
    return ", ".join(piece for piece in (channel, day) if piece)
