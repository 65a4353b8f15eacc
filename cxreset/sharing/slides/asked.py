"""The slide that asks: owners, dates, a word on what is late, what is to be decided."""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.base.text import in_quotes
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import asks
from cxreset.sharing.documents.action_plan.summary import judged_pilot, state_of_actions
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import BulletList, Paragraph, Part
from cxreset.sharing.documents.parts import so_far, still_to_do
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import short_date
from cxreset.sharing.slides.lines import LINE, TITLE, by_title
from cxreset.sharing.slides.progress import days_bars

_BESIDE = 480
"""Characters that stand beside a chart in letters that can be read."""


def asked(facts: PlanFacts) -> Part:
    """What whoever sees the slides can give: a word, a date, a decision, and their ears."""
    heading = _("What we ask of you")
    if not facts.actions:
        return Part(
            "asked", heading, (still_to_do(facts, _("say what you ask of each"), "owners"),)
        )
    found = [
        *asks(facts, by_title),
        *_late_checks(facts),
        *_to_decide(facts),
        *_without_home(facts),
    ]
    if found:
        found.append(_("Ask the owners how it goes, and pass on what you hear."))
    else:
        found.append(
            _("Nothing to decide today: ask the owners how it goes, and pass on what you hear.")
        )
    lines = tuple(shortened(one, 2 * LINE) for one in found)
    spoken = Paragraph(state_of_actions(facts))
    bars = days_bars(facts) if sum(map(len, lines)) <= _BESIDE else ()
    return Part("asked", heading, (BulletList(lines), *bars), (spoken,))


def _late_checks(facts: PlanFacts) -> list[str]:
    """The check that waits longest."""
    late = [(one.due_on, one) for one in facts.follow_ups if not one.done and one.due_on]
    passed = [(day, one) for day, one in late if day < facts.today and one_line(one.what)]
    if not passed:
        return []
    what = in_quotes(shortened(min(passed, key=lambda pair: pair[0])[1].what, LINE))
    return [_("A new date for this check: {what}.").format(what=what)]


def _to_decide(facts: PlanFacts) -> list[str]:
    """What is decided when the pilot that runs is over."""
    pilot = judged_pilot(facts)
    if pilot is None or not so_far(facts, pilot) or not one_line(pilot.title):
        return []
    words = _("A decision on {day}: keep, change or stop {pilot}.")
    named = in_quotes(shortened(pilot.title, TITLE))
    return [words.format(day=short_date(pilot.end_on), pilot=named)]


def _without_home(facts: PlanFacts) -> list[str]:
    """What the meeting parked, the first."""
    parked = [one_line(text) for text in facts.meeting.parked if one_line(text)]
    if not parked:
        return []
    what = in_quotes(shortened(parked[0], LINE))
    return [_("A home for what the meeting parked: {what}.").format(what=what)]
