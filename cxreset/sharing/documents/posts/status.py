"""The status post: ten lines at most for a channel or an e-mail, each of which stands alone."""

from __future__ import annotations

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count, in_quotes
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import asks, by_urgency
from cxreset.sharing.documents.action_plan.summary import (
    judged_pilot,
    states_of,
    unmeasured,
    verdicts,
)
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import Document, Fact, Facts, Part
from cxreset.sharing.documents.parts import day_of, leader, organisation, still_to_do
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import VERDICTS, bracketed, short_date

LINES = 10
"""With the title and whom to ask."""
_TITLE, _ASKED, _LINE, _MOST = 70, 40, 140, 220


def build_status(facts: PlanFacts) -> Document:
    """Title, at most eight labelled lines, whom to ask; what has nothing to say is left out."""
    lines = (
        (_("We heard"), _heard(facts)),
        (_("What hurts most"), _pain(facts)),
        (_("Actions"), _actions(facts)),
        (_("Done last"), _done(facts)),
        (_("Due next"), _due(facts)),
        (_("The pilot"), _pilot(facts)),
        (_("We learned"), _lesson(facts)),
        (_("We need"), " ".join(asks(facts, _titles))),
    )
    found = tuple(Fact(label, (shortened(text, _MOST),)) for label, text in lines if text)
    todo = still_to_do(facts, _("read what customers say in every channel"), "review")
    blocks = (Facts(found),) if found else (todo,)
    where = shortened(organisation(facts, _(" at ")), _TITLE)
    organised = f" {where}" if where else ""
    return Document(
        title=_("Customer experience reset{organisation}: {day_of}").format(
            organisation=organised, day_of=day_of(facts)
        ),
        subtitle="",
        date=facts.today,
        parts=(Part("status", _("Where we stand"), blocks),),
        footer=(_("More: ask {leader}.").format(leader=shortened(leader(facts), _TITLE)),),
        sheets=1,
        nothing_yet=_("Nothing is brought in yet: the reading comes first."),
    )


def _heard(facts: PlanFacts) -> str:
    return (
        _("{comments} read and counted.").format(comments=count(facts.comments, "comment"))
        if facts.comments
        else ""
    )


def _pain(facts: PlanFacts) -> str:
    """The first pain, with its share of all comments."""
    pain = next((one for one in facts.pains if one_line(one.title)), None)
    if pain is None:
        return ""
    share = bracketed(pain.comments, facts.comments) if pain.comments else ""
    return f"{shortened(pain.title, _TITLE)}{share}."


def _actions(facts: PlanFacts) -> str:
    if not facts.actions:
        return ""
    states = states_of(facts.actions, facts.today)
    alike = len({one.status for one in facts.actions}) == 1  # "3 in all: all done" says all twice
    words = _("{number}, {states}") if alike else _("{number} in all: {states}")
    return words.format(number=whole(len(facts.actions)), states=states)


def _done(facts: PlanFacts) -> str:
    done = [(one.completed_on, one) for one in facts.actions if one.status == "completed"]
    dated = [(day, one) for day, one in done if day is not None and one_line(one.title)]
    if not dated:
        return ""
    day, last = max(dated, key=lambda pair: pair[0])
    return f"{shortened(last.title, _TITLE)}, {short_date(day)}{_by(last)}."


def _due(facts: PlanFacts) -> str:
    """The nearest deadline from today on: what is overdue is counted above."""
    ranked = sorted(facts.actions, key=by_urgency)
    coming = (one for one in ranked if one.open and not one.overdue(facts.today))
    action = next((one for one in coming if one.deadline and one_line(one.title)), None)
    if action is None:
        return ""
    return f"{shortened(action.title, _TITLE)}, {short_date(action.deadline)}{_by(action)}."


def _by(action: ActionFact) -> str:
    owner = one_line(action.owner, 40)
    return f" ({owner})" if owner else ""


def _pilot(facts: PlanFacts) -> str:
    pilot = judged_pilot(facts)
    if pilot is not None:
        return " ".join(verdicts(facts, pilot))
    return unmeasured(facts)


def _lesson(facts: PlanFacts) -> str:
    """The last lesson with a verdict."""
    judged = [one for one in facts.lessons if one.verdict in VERDICTS and one_line(one.text)]
    if not judged:
        return ""
    last = judged[-1]
    return f"{_(VERDICTS[last.verdict or ''])}: {shortened(last.text, _LINE)}"


def _titles(actions: list[ActionFact]) -> str:
    """The first by its title, the others by their number: a post has no list of ids."""
    more = (
        _(" and {more_actions}").format(more_actions=count(len(actions) - 1, "more action"))
        if len(actions) > 1
        else ""
    )
    return f"{in_quotes(shortened(actions[0].title, _ASKED))}{more}"
