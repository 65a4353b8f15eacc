"""What was agreed and how: why, by whom, what was turned down, who disagreed."""

from __future__ import annotations

from collections.abc import Iterator

from cxreset.base.language.words import _, pgettext
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.model import Block, BulletList, Table
from cxreset.sharing.facts.teams import DecisionFact
from cxreset.sharing.facts.wording import short_date, traced


def decision_blocks(decisions: tuple[DecisionFact, ...]) -> Iterator[Block]:
    """The table of decisions, the most important first, and a line for each that says more."""
    ordered = sorted(decisions, key=lambda one: one.priority or 99)
    rows = tuple(
        (one.ref, one_line(one.title), str(one.priority) if one.priority else "—")
        for one in ordered
    )
    yield Table((_("Id"), _("Decision"), _("Priority")), rows, _("What was agreed; 1 comes first"))
    details = tuple(filter(None, map(decision_details, ordered)))
    if details:
        yield BulletList(details)


def decision_details(decision: DecisionFact) -> str:
    """`D1: Why: … Decided by …`, or nothing where no more than the decision is known."""
    review = short_date(decision.review_on) if decision.review_on else ""
    known = (
        (_("Why"), decision.reason),
        (_("Decided by"), _decider(decision.decided_by)),
        (_("Turned down"), decision.rejected),
        (_("Disagreed"), decision.dissent),
        (_("Looked at again"), review),
        (pgettext("decision", "About"), traced("", decision.chain) if decision.chain else ""),
    )
    lines = [f"{label}: {one_line(words).rstrip('.')}." for label, words in known if words.strip()]
    return f"{decision.ref}: {' '.join(lines)}" if lines else ""


def _decider(decided_by: str) -> str:
    """One name as it was typed, or the rule of the meeting, which is stored as its code."""
    rules = {
        "consent": pgettext("rule", "consent"),
        "vote": pgettext("rule", "vote"),
        "owner": pgettext("rule", "owner"),
    }
    return rules.get(decided_by, decided_by)
