"""The fields of templates: what each holds, read from the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cxreset.base.language.words import N_, _
from cxreset.base.text import in_quotes, listed
from cxreset.insight.personal import mask
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import asks, by_urgency
from cxreset.sharing.documents.action_plan.summary import due_words, unmeasured
from cxreset.sharing.documents.counts import share_of
from cxreset.sharing.documents.footnotes import QUOTE, pain_of, shortened, source
from cxreset.sharing.facts.customers import GapFact, QuoteFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import (
    FUNCTIONS,
    HORIZONS,
    VERDICTS,
    horizon_word,
    long_date,
    span,
    traced,
)

MEANINGS = {
    "organisation": N_("your company or team"),
    "leader": N_("your name"),
    "today": N_("today's date"),
    "top_pains": N_("the pains that come first"),
    "customer_words": N_("one customer, in their own words"),
    "done_by": N_("who did what, exactly"),
    "asks": N_("what you ask of the reader, with a date"),
    "gaps": N_("the gaps between promise and reality"),
    "roadmap": N_("the fixes for now, next and later"),
    "actions": N_("the actions that are open"),
    "owner": N_("the owner's name"),
    "owner_actions": N_("what you ask this person to own"),
    "owner_reason": N_("one customer’s comment, and how many said the same"),
    "meeting_date": N_("the day of the meeting"),
    "meeting_time": N_("the time of the meeting"),
    "meeting_place": N_("the place of the meeting"),
    "people": N_("who is invited"),
    "agenda": N_("the agenda"),
    "decisions": N_("what was agreed"),
    "left_over": N_("what was parked or left for the next meeting"),
    "pilot": N_("the name of the pilot"),
    "pilot_hypothesis": N_("what you expect of the pilot"),
    "pilot_people": N_("who gets the fix, and who goes on as before"),
    "pilot_dates": N_("the first and last day of the pilot"),
    "pilot_stop": N_("what would make you stop early"),
    "results": N_("what was measured, before and after"),
    "lessons": N_("what to keep, change and stop"),
    "procedure": N_("the procedure, step by step"),
    "touchpoints": N_("the touchpoints and what you promise there"),
}
"""What each field holds, in the words of its mark."""


def _text(value: str) -> Iterator[str]:
    flat = one_line(value)
    if flat:
        yield flat


def _gap(gap: GapFact) -> str:
    parts = [f"{gap.ref} {one_line(gap.title)}"]
    for label, text in ((_("we promise"), gap.promise), (_("what happens"), gap.reality)):
        if one_line(text):
            parts.append(f"{label}: {one_line(text)}")
    return " · ".join(parts)


def _roadmap(facts: PlanFacts) -> Iterator[str]:
    """The fixes by when they are for; the open actions where no fix has its time."""
    planned = [fix for horizon in HORIZONS for fix in facts.fixes if fix.horizon == horizon]
    for fix in planned:
        dates = span(fix.start_on, fix.end_on)
        when = f", {dates}" if dates else ""
        yield f"{horizon_word(fix.horizon)}: {one_line(fix.title)}{when} ({fix.ref})"
    if not planned:
        yield from _open_actions(facts)


def _open_actions(facts: PlanFacts) -> Iterator[str]:
    ranked = sorted(facts.actions, key=by_urgency)
    return (_action(facts, action) for action in ranked if action.open)


def _action(facts: PlanFacts, action: ActionFact) -> str:
    who = one_line(action.owner) or _("no owner yet")
    return f"{one_line(action.title)}: {who}{due_words(action, facts.today)} ({action.ref})"


def _asked_of(facts: PlanFacts, owner: str) -> Iterator[str]:
    """One owner's open actions, each with what it goes back to."""
    pains = {pain.ref: pain.title for pain in (*facts.pains, *facts.other_pains)}
    for action in sorted(facts.actions, key=by_urgency):
        if owner and action.open and one_line(action.owner) == owner:
            when = due_words(action, facts.today)
            pain = one_line(pains.get(action.chain[-1], "")) if action.chain else ""
            because = _(", because of “{pain}”").format(pain=pain) if pain else ""
            yield f"{one_line(action.title)}{when}{because} ({traced(action.ref, action.chain)})"


def _results(facts: PlanFacts) -> Iterator[str]:
    """What was measured, before and after; while nothing is, when the pilot begins."""
    measures = (*(one for pilot in facts.pilots for one in pilot.measures), *facts.measures)
    for measure in measures:
        yield f"{one_line(measure.sentence)} ({measure.ref})"
    if not measures:
        yield from _text(unmeasured(facts))


def _lessons(facts: PlanFacts) -> Iterator[str]:
    order = [*VERDICTS, None]
    for one in sorted(facts.lessons, key=lambda one: order.index(one.verdict)):
        if one_line(one.text):
            label = _(VERDICTS.get(one.verdict or "", ""))
            yield f"{label}: {one_line(one.text)}" if label else one_line(one.text)


def _customer_words(facts: PlanFacts) -> Iterator[str]:
    """The first comment behind the first pain that has one, without what is personal in it."""
    quotes = [one for pain in facts.pains for one in pain.quotes if one_line(one.text)]
    yield from map(_quote, quotes[:1])


def _quote(quote: QuoteFact) -> str:
    words = in_quotes(mask(shortened(quote.text, QUOTE)))
    return f"{words} ({source(replace(quote, source=''))})"


def _owner_reason(facts: PlanFacts, owner: str) -> Iterator[str]:
    """The first comment behind what this owner is asked for, and how many speak of the same."""
    ranked = sorted(facts.actions, key=by_urgency)
    own = [one for one in ranked if owner and one.open and one_line(one.owner) == owner]
    pains = [pain for one in own if (pain := pain_of(facts, one.pain)) and pain.quotes]
    for pain in pains[:1]:
        often = share_of(pain.comments, facts.comments)
        yield f"{_quote(pain.quotes[0])} {in_quotes(one_line(pain.title))}: {often}."


def _done_by(facts: PlanFacts) -> Iterator[str]:
    """Who did what; while nothing is done, who is at work on what."""
    named = [action for action in facts.actions if one_line(action.title)]
    done = [action for action in named if action.status == "completed"]
    begun = [action for action in named if action.status == "in_progress"]
    for action in done or begun:
        under_way = "" if done else _(" (under way)")
        yield f"{one_line(action.owner) or _('Somebody')}: {one_line(action.title)}{under_way}"


def _titles(actions: list[ActionFact]) -> str:
    return listed([in_quotes(one_line(one.title)) for one in actions[:3]])


def _asks(facts: PlanFacts) -> Iterator[str]:
    asked = asks(facts, _titles)
    yield from asked
    open_ones = [(one.due_on, one) for one in facts.follow_ups if not one.done]
    dated = [(due, one) for due, one in open_ones if due and due >= facts.today]
    if facts.actions and not asked and not dated:
        yield _("Nothing to decide today: ask the owners how it goes, and pass on what you hear.")
    for due, one in sorted(dated, key=lambda pair: pair[0])[:1]:
        yield _("By {due}: {what}").format(due=long_date(due), what=one_line(one.what))


def _touchpoints(facts: PlanFacts) -> Iterator[str]:
    for one in facts.touchpoints:
        promise = one_line(one.promise)
        clause = _(". We promise: {promise}").format(promise=promise) if promise else ""
        yield f"{one.ref} {one_line(one.name)}{clause}"


_Source = Callable[[PlanFacts, str], Iterator[str]]
ITEMS: dict[str, _Source] = {
    "organisation": lambda facts, owner: _text(facts.organisation),
    "leader": lambda facts, owner: _text(facts.name),
    "today": lambda facts, owner: _text(long_date(facts.today)),
    "top_pains": lambda facts, owner: (
        f"{pain.ref} {one_line(pain.title)}: {share_of(pain.comments, facts.comments)}"
        for pain in facts.pains
    ),
    "customer_words": lambda facts, owner: _customer_words(facts),
    "done_by": lambda facts, owner: _done_by(facts),
    "asks": lambda facts, owner: _asks(facts),
    "gaps": lambda facts, owner: (_gap(gap) for gap in facts.gaps),
    "roadmap": lambda facts, owner: _roadmap(facts),
    "actions": lambda facts, owner: _open_actions(facts),
    "owner": lambda facts, owner: _text(owner),
    "owner_actions": _asked_of,
    "owner_reason": _owner_reason,
    "meeting_date": lambda facts, owner: _text(
        long_date(facts.meeting.held_on) if facts.meeting.held_on else ""
    ),
    "meeting_time": lambda facts, owner: _text(facts.meeting.starts_at),
    "meeting_place": lambda facts, owner: _text(facts.meeting.location),
    "people": lambda facts, owner: (
        f"{one_line(one.name)} ({_(FUNCTIONS.get(one.function, FUNCTIONS['other']))})"
        for one in facts.meeting.people
        if one_line(one.name)
    ),
    "agenda": lambda facts, owner: (
        f"{one_line(one.title)} ({one.minutes} {_('min')})"
        for one in facts.meeting.agenda
        if one_line(one.title)
    ),
    "decisions": lambda facts, owner: (
        f"{one_line(one.title)} ({one.ref})"
        for one in sorted(facts.meeting.decisions, key=lambda one: one.priority or 99)
        if one_line(one.title)
    ),
    "left_over": lambda facts, owner: (
        one_line(text)
        for text in (*facts.meeting.parked, *(one.title for one in facts.meeting.next_agenda))
    ),
    "pilot": lambda facts, owner: _text(facts.pilots[-1].title if facts.pilots else ""),
    "pilot_hypothesis": lambda facts, owner: _text(
        facts.pilots[-1].hypothesis if facts.pilots else ""
    ),
    "pilot_people": lambda facts, owner: _text(
        facts.pilots[-1].participants if facts.pilots else ""
    ),
    "pilot_dates": lambda facts, owner: _text(
        span(facts.pilots[-1].start_on, facts.pilots[-1].end_on) if facts.pilots else ""
    ),
    "pilot_stop": lambda facts, owner: _text(facts.pilots[-1].stop_rule if facts.pilots else ""),
    "results": lambda facts, owner: _results(facts),
    "lessons": lambda facts, owner: _lessons(facts),
    # Within a line there is only room for its name.
    "procedure": lambda facts, owner: (one_line(one.title) for one in facts.procedures),
    "touchpoints": lambda facts, owner: _touchpoints(facts),
}
ORDERED = ("top_pains", "agenda", "decisions")
SINGLE = (
    *("organisation", "leader", "today", "owner", "meeting_date", "meeting_time", "meeting_place"),
    *("pilot", "pilot_hypothesis", "pilot_dates", "pilot_stop", "customer_words"),
    *("pilot_people", "owner_reason"),
)
