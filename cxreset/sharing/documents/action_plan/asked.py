"""What only the reader can give: owners, deadlines, a word on what is late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import in_quotes
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import short_date

_TITLE = 60
"""Titles longer than this are cut in a check, and in what is asked."""


def by_urgency(action: ActionFact) -> tuple[bool, date, int]:
    """Sorts actions: open ones first, the earliest deadline first, those without one last."""
    number = int("".join(char for char in action.ref if char.isascii() and char.isdigit()) or 0)
    return (not action.open, action.deadline or date.max, number)


def needs(facts: PlanFacts) -> tuple[str, ...]:
    """What only the reader can give, and the next check; or that there is nothing."""
    if not facts.actions:
        return (_("Nothing yet: the plan is still being made."),)
    lines = [*asks(facts, _refs), *_next_check(facts)]
    return tuple(lines) or (_("Nothing today: read on, and ask the owner named beside an action."),)


def asks(facts: PlanFacts, named: Callable[[list[ActionFact]], str]) -> tuple[str, ...]:
    """What only the reader can give: owners, deadlines, a word on what is late.

    `named` says how actions are named.
    """
    doing = [action for action in sorted(facts.actions, key=by_urgency) if action.open]
    unowned = [one for one in doing if not one_line(one.owner)]
    undated = [one for one in doing if not one.deadline]
    late = [one for one in doing if one.overdue(facts.today)]
    both = unowned if unowned == undated else []
    wanted = (
        (_("An owner and a deadline for {these}."), both),
        (_("An owner for {these}."), [] if both else unowned),
        (_("A deadline for {these}."), [] if both else undated),
        (_("A word on what holds up {these}."), late),
    )
    return tuple(ask.format(these=named(actions)) for ask, actions in wanted if actions)


def _next_check(facts: PlanFacts) -> tuple[str, ...]:
    coming = [(one.due_on, one) for one in facts.follow_ups if not one.done and one.due_on]
    if not coming:
        return ()
    due, one = min(coming, key=lambda pair: pair[0])
    what = shortened(one.what, _TITLE)
    if due < facts.today:
        return (_("A new date for {ref}: {what}").format(ref=one.ref, what=what),)
    return (_("Next check, {due}: {what}").format(due=short_date(due), what=what),)


def _refs(actions: list[ActionFact]) -> str:
    """The first by title and id, for an id alone says nothing; the others by their number."""
    first = f"{in_quotes(shortened(actions[0].title, _TITLE))} ({actions[0].ref})"
    return (
        first
        if len(actions) == 1
        else _("{first} and {number} more").format(first=first, number=whole(len(actions) - 1))
    )
