"""The week on one page, for the one who asks how it goes, or for a channel."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.model import Block, BulletList, Document, Paragraph, Part
from cxreset.sharing.documents.parts import leader, organisation, page
from cxreset.sharing.facts.plan import PlanFacts, WeekPartFact
from cxreset.sharing.facts.wording import long_date

LINES = 8
"""Of each part; more are counted."""


def build_week(facts: PlanFacts) -> Document:
    """The five parts of the week that ends today; what is private in the journal is not in it."""
    week = facts.week()
    hello = one_line(week.supporter)
    asks = _("Hello {hello}, you said you would ask how it goes. This was the week.").format(
        hello=hello
    )
    subtitle = (
        asks
        if hello
        else _("Written by {leader}{organisation}.").format(
            leader=leader(facts), organisation=organisation(facts, _(" at "))
        )
    )
    parts = tuple(_part(number, part) for number, part in enumerate(week.parts, 1))
    title = _("The week to {day}").format(day=long_date(facts.today))
    return page(facts, title, subtitle, parts)


def _part(number: int, part: WeekPartFact) -> Part:
    lines = part.lines[:LINES]
    more = len(part.lines) - len(lines)
    shown = (*lines, _("and {more} more").format(more=more)) if more else lines
    block: Block = BulletList(shown) if shown else Paragraph(part.nothing)
    return Part(f"week-{number}", part.title, (block,))
