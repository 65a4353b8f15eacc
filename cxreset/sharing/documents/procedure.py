"""A procedure somebody can follow who has never done it: why, when, how, who, and when it fails."""

from __future__ import annotations

import re

from cxreset.base.language.words import _
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.counts import share_of
from cxreset.sharing.documents.footnotes import A_FEW, Footnotes, pain_of
from cxreset.sharing.documents.model import (
    Block,
    BulletList,
    Document,
    Fact,
    Facts,
    Part,
    Subheading,
)
from cxreset.sharing.documents.parts import (
    known_facts,
    leader,
    organisation,
    page,
    spoken_lines,
    still_to_do,
)
from cxreset.sharing.facts.pilots import PilotFact, ProcedureFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import short_date

_NUMBER = re.compile(r"^\d+[.)]\s+")
_WORKSHEET = "lessons"


def build_procedure(facts: PlanFacts) -> Document:
    """Every written procedure, one after the other; what one lacks is said in its place."""
    footnotes = Footnotes()
    only = facts.procedures[0] if len(facts.procedures) == 1 else None
    title = (
        _("Procedure: {title}").format(title=one_line(only.title))
        if only and one_line(only.title)
        else _("Procedures")
    )
    subtitle = _("How we do it{organisation}, so that it lasts when people move on.").format(
        organisation=organisation(facts, _(" at "))
    )
    parts = [
        _procedure(facts, one, number, footnotes) for number, one in enumerate(facts.procedures, 1)
    ] or [_none_yet(facts)]
    nothing_yet = _("No procedure is written yet: it follows once a pilot has shown what works.")
    return page(facts, title, subtitle, parts, footnotes, nothing_yet=nothing_yet)


def _procedure(facts: PlanFacts, one: ProcedureFact, number: int, footnotes: Footnotes) -> Part:
    blocks: list[Block] = []
    if known := known_facts([(_("Purpose"), one.purpose), (_("When"), one.applies_when)]):
        blocks.append(Facts(tuple(known)))
    # The list numbers its items itself.
    steps = tuple(_NUMBER.sub("", line) for line in spoken_lines(one.steps))
    if steps:
        blocks.extend((Subheading(_("Steps")), BulletList(steps, ordered=True)))
    blocks.append(Subheading(_("Who, and when it fails")))
    owner = one_line(one.owner)
    blocks.append(
        Facts(
            (
                *known_facts([(_("Owner"), owner), (_("When it fails"), one.on_failure)]),
                Fact(
                    _("When this page is wrong"),
                    (_("Tell {owner}.").format(owner=owner or leader(facts)),),
                ),
                *_origin(facts, one, footnotes),
            )
        )
    )
    lacking = (
        (_("what it does for the customer, in one sentence"), one.purpose),
        (_("what sets it off: a time, an event, a message"), one.applies_when),
        (_("the steps, one action to a line"), one.steps),
        (_("who owns it"), one.owner),
        (_("what to do when it fails, and whom to tell"), one.on_failure),
    )
    blocks.extend(
        still_to_do(facts, _("write down {what}").format(what=what), _WORKSHEET)
        for what, text in lacking
        if not one_line(text)
    )
    heading = f"{one.ref} {one_line(one.title)}".strip()
    return Part(
        "procedure" if number == 1 else f"procedure-{_letters(number)}", heading, tuple(blocks)
    )


def _origin(facts: PlanFacts, one: ProcedureFact, footnotes: Footnotes) -> list[Fact]:
    """The pilot it was learned in, and the pain behind that."""
    pilot = next((each for each in facts.pilots if one.pilot and each.ref == one.pilot), None)
    if pilot is None:
        return []
    pain = pain_of(facts, pilot.chain[-1]) if pilot.chain else None
    found = [Fact(_("Learned in"), (f"{pilot.ref} {one_line(pilot.title)}{_ended(facts, pilot)}",))]
    if pain:
        why = f"{pain.ref} {one_line(pain.title)}: {share_of(pain.comments, facts.comments)}"
        found.append(Fact(_("Because of"), (why,), footnotes.mark(pain.quotes[:A_FEW])))
    if pilot.measures:
        first = pilot.measures[0]
        found.append(Fact(_("What it showed"), (f"{one_line(first.sentence)} ({first.ref})",)))
    return found


def _ended(facts: PlanFacts, pilot: PilotFact) -> str:
    if pilot.end_on and facts.today <= pilot.end_on:
        return _(", still running until {end_on}").format(end_on=short_date(pilot.end_on))
    return ""


def _none_yet(facts: PlanFacts) -> Part:
    todo = still_to_do(facts, _("write the procedure that makes the fix last"), _WORKSHEET)
    return Part("procedure", _("No procedure is written yet"), (todo,))


def _letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa: keys of parts have no digits."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
