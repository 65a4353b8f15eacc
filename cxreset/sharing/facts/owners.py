"""Who owns work, by name; in another case it is the same person."""

from __future__ import annotations

from dataclasses import replace

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import listed, one_line
from cxreset.sharing.facts.plan import PlanFacts


def owners(facts: PlanFacts) -> list[str]:
    """Who owns an action, by name.

    A follow-up alone makes nobody an owner: it can be with “everyone who was in the room”.
    """
    names = [name for action in facts.actions if (name := one_line(action.owner))]
    first_spelling = {name.casefold(): name for name in reversed(names)}
    return [first_spelling[name] for name in sorted(first_spelling)]


def owner_named(facts: PlanFacts, asked: str) -> str:
    """An owner's name as the workbook has it; UsageError names those there are otherwise."""
    people = owners(facts)
    name = one_line(asked).casefold()
    found = next((one for one in people if one.casefold() == name), None)
    if found is None:
        there = (
            _("There is {people}.").format(people=listed(people))
            if people
            else _("Nobody owns anything yet.")
        )
        raise UsageError(
            _("Nobody called “{asked}” owns an action. {there}").format(
                asked=one_line(asked, 40), there=there
            )
        )
    return found


def for_owner(facts: PlanFacts, owner: str) -> PlanFacts:
    """The facts with the actions and follow-ups of this one owner alone."""

    def is_owner(name: str) -> bool:
        return one_line(name).casefold() == owner.casefold()

    return replace(
        facts,
        actions=tuple(action for action in facts.actions if is_owner(action.owner)),
        follow_ups=tuple(one for one in facts.follow_ups if is_owner(one.who)),
    )


def known_names(facts: PlanFacts) -> frozenset[str]:
    """The words of the names of the leader, colleagues and the organisation, in lower case."""
    meeting = facts.meeting
    names = [
        *(facts.name, facts.organisation),
        *(action.owner for action in facts.actions),
        *(one.who for one in facts.follow_ups),
        *(one.name for one in meeting.people),
        *(one.lead for one in meeting.agenda),
        *(one.who for one in facts.share_outs),
    ]
    return frozenset(word for name in names for word in name.casefold().split())
