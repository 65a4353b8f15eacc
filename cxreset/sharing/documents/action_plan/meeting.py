"""The meeting in the plan and in its own pack: who came, what was agreed, what was left over."""

from __future__ import annotations

from datetime import date

from cxreset.base.language.words import _
from cxreset.base.text import count
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.decisions import decision_blocks
from cxreset.sharing.documents.model import (
    Block,
    BulletList,
    Fact,
    Facts,
    Paragraph,
    Part,
    Subheading,
)
from cxreset.sharing.documents.parts import answers, known_facts, spoken_lines, still_to_do
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import MeetingFact
from cxreset.sharing.facts.wording import FUNCTIONS, RULES, short_date


def meeting_part(facts: PlanFacts) -> Part:
    """When the teams met, who came, what was shown, what was decided."""
    meeting = facts.meeting
    blocks: list[Block] = []
    known = _meeting_facts(meeting, facts.today)
    if known:
        blocks.append(Facts(tuple(known)))
    if meeting.held_on is None:
        blocks.append(still_to_do(facts, _("set the date of the 90-minute meeting"), "meeting"))
    if meeting.insights:
        shown = tuple(_insight(one.title, one.chain, one.reaction) for one in meeting.insights)
        blocks.extend((Subheading(_("What we showed")), BulletList(shown)))
    if meeting.decisions:
        blocks.extend(decision_blocks(meeting.decisions))
    else:
        blocks.append(still_to_do(facts, _("write down what was agreed"), "align"))
    for heading, left in (
        (_("Parked"), meeting.parked),
        (_("For the next meeting"), tuple(one.title for one in meeting.next_agenda)),
    ):
        if left:
            blocks.extend((Subheading(heading), BulletList(tuple(map(one_line, left)))))
    if spoken_lines(meeting.notes):
        blocks.extend((Subheading(_("Notes")), Paragraph(meeting.notes)))
    noted = answers(facts, "align")
    return Part("meeting", _("What the teams agreed"), (*blocks, *noted))


def _meeting_facts(meeting: MeetingFact, today: date) -> list[Fact]:
    known: list[Fact] = []
    if meeting.held_on:
        at = f", {one_line(meeting.starts_at)}" if one_line(meeting.starts_at) else ""
        where = f", {one_line(meeting.location)}" if one_line(meeting.location) else ""
        label = _("Planned for") if meeting.held_on > today else _("Held")
        known.append(Fact(label, (f"{short_date(meeting.held_on)}{at}{where}",)))
    for label, attended in ((_("Present"), True), (_("Invited"), False)):
        people = tuple(
            f"{one_line(person.name)} ({_(FUNCTIONS.get(person.function, FUNCTIONS['other']))})"
            for person in meeting.people
            if person.attended is attended and one_line(person.name)
        )
        if people:
            known.append(Fact(label, people))
    took = sum(one.used for one in meeting.agenda)
    planned = sum(one.minutes for one in meeting.agenda)
    known += known_facts(
        [
            (_("Decided by"), _(RULES.get(meeting.rule, ""))),
            (
                _("It took"),
                _("{took} of {planned_minutes}").format(
                    took=took, planned_minutes=count(planned, "planned minute")
                )
                if took
                else "",
            ),
            (_("It could fail because"), meeting.premortem),
        ]
    )
    return known


def _insight(title: str, chain: tuple[str, ...], reaction: str) -> str:
    ids = f" ({', '.join(chain)})" if chain else ""
    taken = (
        _(" How it was taken: {reaction}").format(reaction=one_line(reaction))
        if one_line(reaction)
        else ""
    )
    return f"{one_line(title)}{ids}.{taken}"
