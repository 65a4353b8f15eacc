"""Which texts of the facts each data form shows, so that what was masked in it can be named.

Masking itself asks no list: it goes through every free text. A field that is missing here is
masked all the same, only nobody is told of it.
"""

from __future__ import annotations

from dataclasses import replace

from cxreset.insight.personal.choices import Choices
from cxreset.sharing.data.tracker_forms import TRACKERS
from cxreset.sharing.facts.masking import Find, Masker, masked_facts
from cxreset.sharing.facts.plan import PlanFacts

_ROWS = ("actions.title", "actions.note", "pains.title", "other_pains.title")
_SHOWN: dict[str, tuple[str, ...]] = {
    "xlsx": (
        *("actions.title", "actions.note"),
        *("pains.title", "pains.problem", "pains.reason"),
        *("other_pains.title", "other_pains.problem", "other_pains.reason"),
        *("gaps.title", "gaps.touchpoint", "gaps.promise", "gaps.reality", "gaps.evidence"),
        *("fixes.title", "fixes.reason", "follow_ups.what", "pilots.title"),
        *("measures.name", "measures.sentence", "measures.notes"),
        *("pilots.measures.name", "pilots.measures.sentence", "pilots.measures.notes"),
        *("tied.text", "tied.source"),
    ),
    "ics": (
        *(*_ROWS, "follow_ups.what"),
        *("pilots.title", "pilots.hypothesis", "pilots.participants", "pilots.stop_rule"),
        *("meeting.agenda.title", "meeting.starts_at", "meeting.location"),
    ),
    "trello": ("actions.title",),
}
"""Form -> paths of fields, in the order in which they are named; `_ROWS` for the others."""


def masked_for(
    form: str, facts: PlanFacts, choices: Choices | None = None
) -> tuple[PlanFacts, tuple[Find, ...]]:
    """What this form takes of the facts, masked, and what is personal in what it shows."""
    masker = Masker(choices)
    masked = masked_facts(_taken(form, facts), masker)
    shown = _SHOWN.get(form, _ROWS)
    if "tied.text" in shown:
        masked.tied()  # masked when they are read: without this nothing would be known of them
    finds = [one for one in masker.finds if one.path in shown]
    return masked, tuple(sorted(finds, key=lambda one: shown.index(one.path)))


def _taken(form: str, facts: PlanFacts) -> PlanFacts:
    """Without the actions that a tracker does not take, and the pains behind none of the others."""
    if form in TRACKERS:
        facts = replace(facts, actions=tuple(filter(TRACKERS[form].takes, facts.actions)))
    if form == "xlsx":
        return facts
    behind = {ref for action in facts.actions for ref in action.chain}
    return replace(
        facts,
        pains=tuple(pain for pain in facts.pains if pain.ref in behind),
        other_pains=tuple(pain for pain in facts.other_pains if pain.ref in behind),
    )
