"""The pains that come first, with how many speak of each, why, and in whose words."""

from __future__ import annotations

from dataclasses import replace

from cxreset.base.language.words import _
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.journey import why_fact
from cxreset.sharing.documents.action_plan.overview import impact_effort_picture
from cxreset.sharing.documents.counts import counted, share_of
from cxreset.sharing.documents.footnotes import Footnotes, quote
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    Block,
    Fact,
    Facts,
    Part,
    Subheading,
    Table,
)
from cxreset.sharing.documents.parts import answers, still_to_do
from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.plan import PlanFacts


def pains_part(facts: PlanFacts, footnotes: Footnotes) -> Part:
    """The chosen pains in their order, each with its words; then the others as a table."""
    heading = _("The pains that come first")
    blocks: list[Block] = []
    if not facts.pains:
        blocks.append(still_to_do(facts, _("choose the three pains that recur most"), "pains"))
    if any(pain.comments for pain in facts.pains):
        blocks.append(
            Bars(
                _(
                    "How many of all comments speak of each. One comment may speak of several "
                    "pains."
                ),
                tuple(
                    Bar(
                        label=one_line(pain.title),
                        share=pain.comments / max(facts.comments, 1),
                        text=counted(pain.comments, facts.comments),
                        ref=pain.ref,
                    )
                    for pain in facts.pains
                ),
            )
        )
    blocks.extend(impact_effort_picture(facts))
    for rank, pain in enumerate(facts.pains, 1):
        blocks.extend(_pain(facts, rank, pain, footnotes))
    if facts.other_pains:
        blocks.append(Subheading(_("Also heard")))
        rows = tuple(
            (pain.ref, one_line(pain.title), share_of(pain.comments, facts.comments))
            for pain in sorted(facts.other_pains, key=lambda pain: -pain.comments)
        )
        blocks.append(
            Table((_("Id"), _("Pain point"), _("Comments")), rows, _("Named, and not first now"))
        )
    noted = answers(facts, "pains")
    return Part("pains", heading, (*blocks, *noted))


def _pain(facts: PlanFacts, rank: int, pain: PainFact, footnotes: Footnotes) -> list[Block]:
    blocks: list[Block] = [Subheading(one_line(pain.title), pain.ref)]
    known = _known(facts, rank, pain)
    if known:
        proof = footnotes.mark(pain.quotes)
        blocks.append(Facts((replace(known[0], notes=proof), *known[1:])))
    if not one_line(pain.problem):
        blocks.append(still_to_do(facts, _("say the problem in one sentence"), "plan"))
    if pain.urgency is None:
        blocks.append(still_to_do(facts, _("say how urgent it is"), "order"))
    blocks.extend(quote(comment) for comment in pain.quotes[:1])  # the others are in the notes
    if not pain.comments:
        blocks.append(still_to_do(facts, _("tie the comments that speak of it"), "pains"))
    return blocks


def _known(facts: PlanFacts, rank: int, pain: PainFact) -> list[Fact]:
    """What is known of a pain beside how many speak of it, which the bars above say."""
    act = _("Not by us alone, for now.") if pain.actionable is False else ""
    # Why it comes first names the ratings it comes of, the urgency among them.
    rated = pain.urgency is not None and f"({pain.urgency})" not in pain.reason
    urgency = _("{urgency} of 5").format(urgency=pain.urgency) if rated else ""
    fixes = (f"{fix.ref} {one_line(fix.title)}" for fix in facts.fixes if fix.pain == pain.ref)
    known = [
        Fact(_("The problem"), (one_line(pain.problem),)),
        Fact(_("What it weighs"), tuple(map(one_line, pain.weights))),
        *why_fact(pain),
        Fact(_("Urgency"), (urgency,)),
        Fact(_("Can we act on it?"), (act,)),
        Fact(_("Why it comes {ordinal}").format(ordinal=_ordinal(rank)), (one_line(pain.reason),)),
        Fact(_("Possible fixes"), tuple(fixes)),
    ]
    return [
        replace(fact, lines=lines) for fact in known if (lines := tuple(filter(None, fact.lines)))
    ]


def _ordinal(rank: int) -> str:
    named = {1: _("first"), 2: _("second"), 3: _("third")}
    return named.get(rank) or _("in place {rank}").format(rank=rank)
