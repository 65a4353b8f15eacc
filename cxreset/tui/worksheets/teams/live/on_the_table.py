"""What lies on the table with an item: its pain point with a voice, the gap, the possible fixes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.reset.evidence.quoting import LastingQuotes
from cxreset.reset.reset import Reset
from cxreset.workbook.tables import AgendaItem, Fix, Gap, Pain, Touchpoint
from cxreset.workbook.thread import fixes_of

FIXES = 3


class OnTheTable(NamedTuple):
    """Texts ready to be shown; each is empty where there is nothing. `comments` of `total`."""

    title: str = ""
    quote: str = ""
    source: str = ""
    comments: int = 0
    total: int = 0
    promise: str = ""
    reality: str = ""
    fixes: tuple[tuple[str, str, str], ...] = ()
    """(id, title, kind) of the first few."""


def on_the_table(
    reset: Reset, row: AgendaItem | None, quotes: LastingQuotes, shown: Callable[[str], str]
) -> OnTheTable:
    """What belongs to an item; `shown` is what a customer's words go through."""
    book = reset.book
    gap = book.get(Gap, row.gap_id) if row and row.gap_id else None
    pain_id = (gap.pain_id if gap else None) or (row.pain_id if row else None)
    pain = book.get(Pain, pain_id) if pain_id else None
    if pain is not None and gap is None:
        gap = next(iter(book.rows(Gap, pain_id=pain.key)), None)
    point = book.get(Touchpoint, gap.touchpoint_id) if gap and gap.touchpoint_id else None
    table = OnTheTable(
        title=_named(pain or gap),
        promise=one_line(point.promise) if point else "",
        reality=one_line(point.reality) if point else "",
    )
    if pain is None:
        return table
    best = reset.comments.page(quotes.of(pain.key)[:1])
    return table._replace(
        quote=shown(one_line(best[0].text, 300)) if best else "",
        source=f"C{best[0].id}" if best else "",
        comments=book.evidence_counts().get(pain.key, 0),
        total=book.feedback_total(),
        fixes=tuple(map(_fix, fixes_of(book, pain.key)[:FIXES])),
    )


def _named(row: Pain | Gap | None) -> str:
    return f"{row.ref} {one_line(row.title)}" if row is not None else ""


def _fix(fix: Fix) -> tuple[str, str, str]:
    kind = {"quick": _("quick win"), "long": _("long-term")}.get(fix.kind or "", "")
    return fix.ref, one_line(fix.title, 60), kind
