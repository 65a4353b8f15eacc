"""Templates: texts to send, their `{{fields}}` filled with what the workbook already knows.

What is filled in is data: it is cleaned and escaped for Markdown, and a `{{name}}` inside it stays
what it is. A field without anything to say becomes a mark in plain words, so that nobody sends a
blank unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from cxreset.base.language.words import N_, _
from cxreset.base.text import in_quotes, listed, one_line, shown
from cxreset.insight.personal import mask
from cxreset.sharing.documents.action_plan.asked import asks, by_urgency
from cxreset.sharing.documents.action_plan.results import procedure_blocks
from cxreset.sharing.documents.action_plan.summary import share_of
from cxreset.sharing.documents.footnotes import QUOTE, shortened, source
from cxreset.sharing.documents.model import BulletList
from cxreset.sharing.facts.customers import GapFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import (
    FUNCTIONS,
    HORIZONS,
    VERDICTS,
    horizon_word,
    long_date,
    short_date,
    span,
    traced,
)
from cxreset.sharing.pages.markdown import block_markdown, inline

if TYPE_CHECKING:
    from cxreset.programme.model import Template

_FIELD = re.compile(r"\{\{([^{}\n]{0,60})\}\}")
_ALONE = re.compile(r"^[ \t]*\{\{([^{}\n]{0,60})\}\}[ \t]*$", re.MULTILINE)

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
    "meeting_date": N_("the day of the meeting"),
    "meeting_time": N_("the time of the meeting"),
    "meeting_place": N_("the place of the meeting"),
    "people": N_("who is invited"),
    "agenda": N_("the agenda"),
    "decisions": N_("what was agreed"),
    "left_over": N_("what was parked or left for the next meeting"),
    "pilot": N_("the name of the pilot"),
    "pilot_hypothesis": N_("what you expect of the pilot"),
    "pilot_dates": N_("the first and last day of the pilot"),
    "pilot_stop": N_("what would make you stop early"),
    "results": N_("what was measured, before and after"),
    "lessons": N_("what to keep, change and stop"),
    "procedure": N_("the procedure, step by step"),
    "touchpoints": N_("the touchpoints and what you promise there"),
}
"""What each field holds, in the words of its mark."""


def fill(template: Template, facts: PlanFacts, owner: str | None = None) -> str:
    """The template's Markdown with every field filled or marked `[to be filled: …]`.

    `owner` is whom a request goes to; unless said, whoever owns the open action with the nearest
    deadline. A field on a line of its own is a block, one within a line stays on that line.
    """
    who = next(iter(owners(facts)), "") if owner is None else one_line(owner)

    def items(name: str) -> list[str]:
        return list(_ITEMS[name](facts, who)) if name in _ITEMS else []

    def block(found: re.Match[str]) -> str:
        name = found[1].strip()
        if name == "procedure" and facts.procedures:
            blocks = [one for each in facts.procedures for one in procedure_blocks(each)]
            return "\n\n".join(map(block_markdown, blocks))
        values = items(name)
        if not values:
            return _mark(name)
        if name in _SINGLE:
            return inline(values[0])
        return block_markdown(BulletList(tuple(values), ordered=name in _ORDERED))

    def within(found: re.Match[str]) -> str:
        name = found[1].strip()
        values = items(name)
        return "; ".join(map(inline, values)) if values else _mark(name)

    # One pass over the pieces between the blocks, so that nothing filled in is filled again.
    pieces, end = [], 0
    for alone in _ALONE.finditer(template.text):
        pieces += [_FIELD.sub(within, template.text[end : alone.start()]), block(alone)]
        end = alone.end()
    pieces.append(_FIELD.sub(within, template.text[end:]))
    return shown("".join(pieces)).strip() + "\n"


def owners(facts: PlanFacts) -> list[str]:
    """Who owns open actions, the nearest deadline first, each once."""
    ranked = sorted(facts.actions, key=by_urgency)
    names = (one_line(action.owner) for action in ranked if action.open)
    return list(dict.fromkeys(name for name in names if name))


def tells_what_was_agreed(template: Template) -> bool:
    """Is it the message that goes out after a meeting: decisions, and who does what?"""
    names = {name.strip() for name in _FIELD.findall(template.text)}
    return {"decisions", "actions"} <= names


def asks_owner(template: Template) -> bool:
    """Does the text go to one owner?"""
    return bool(
        {name.strip() for name in _FIELD.findall(template.text)} & {"owner", "owner_actions"}
    )


def _mark(name: str) -> str:
    if name in MEANINGS:
        meaning = _(MEANINGS[name])
    else:
        meaning = inline(one_line(name).replace("_", " ").strip() or _("something"))
    return _("[to be filled: {meaning}]").format(meaning=meaning)


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
    for horizon in HORIZONS:
        for fix in facts.fixes:
            if fix.horizon == horizon:
                dates = span(fix.start_on, fix.end_on)
                when = f", {dates}" if dates else ""
                yield f"{horizon_word(horizon)}: {one_line(fix.title)}{when} ({fix.ref})"


def _action(action: ActionFact) -> str:
    who = one_line(action.owner) or _("no owner yet")
    when = (
        _(", by {deadline}").format(deadline=short_date(action.deadline)) if action.deadline else ""
    )
    return f"{one_line(action.title)}: {who}{when} ({action.ref})"


def _asked_of(facts: PlanFacts, owner: str) -> Iterator[str]:
    """One owner's open actions, each with what it goes back to."""
    pains = {pain.ref: pain.title for pain in (*facts.pains, *facts.other_pains)}
    for action in sorted(facts.actions, key=by_urgency):
        if owner and action.open and one_line(action.owner) == owner:
            when = (
                _(", by {deadline}").format(deadline=short_date(action.deadline))
                if action.deadline
                else ""
            )
            pain = one_line(pains.get(action.chain[-1], "")) if action.chain else ""
            because = _(", because of “{pain}”").format(pain=pain) if pain else ""
            yield f"{one_line(action.title)}{when}{because} ({traced(action.ref, action.chain)})"


def _results(facts: PlanFacts) -> Iterator[str]:
    for measure in (*(one for pilot in facts.pilots for one in pilot.measures), *facts.measures):
        yield f"{one_line(measure.sentence)} ({measure.ref})"


def _lessons(facts: PlanFacts) -> Iterator[str]:
    order = [*VERDICTS, None]
    for one in sorted(facts.lessons, key=lambda one: order.index(one.verdict)):
        if one_line(one.text):
            label = _(VERDICTS.get(one.verdict or "", ""))
            yield f"{label}: {one_line(one.text)}" if label else one_line(one.text)


def _customer_words(facts: PlanFacts) -> Iterator[str]:
    """The first comment behind the first pain that has one, without what is personal in it."""
    quotes = [one for pain in facts.pains for one in pain.quotes if one_line(one.text)]
    for quote in quotes[:1]:
        words = in_quotes(mask(shortened(quote.text, QUOTE)))
        yield f"{words} ({source(replace(quote, source=''))})"


def _done_by(facts: PlanFacts) -> Iterator[str]:
    for action in facts.actions:
        if action.status == "completed" and one_line(action.title):
            yield f"{one_line(action.owner) or _('Somebody')}: {one_line(action.title)}"


def _titles(actions: list[ActionFact]) -> str:
    return listed([in_quotes(one_line(one.title)) for one in actions[:3]])


def _asks(facts: PlanFacts) -> Iterator[str]:
    yield from asks(facts, _titles)
    open_ones = [(one.due_on, one) for one in facts.follow_ups if not one.done]
    dated = [(due, one) for due, one in open_ones if due and due >= facts.today]
    for due, one in sorted(dated, key=lambda pair: pair[0])[:1]:
        yield _("By {due}: {what}").format(due=long_date(due), what=one_line(one.what))


def _touchpoints(facts: PlanFacts) -> Iterator[str]:
    for one in facts.touchpoints:
        promise = one_line(one.promise)
        clause = _(". We promise: {promise}").format(promise=promise) if promise else ""
        yield f"{one.ref} {one_line(one.name)}{clause}"


_Source = Callable[[PlanFacts, str], Iterator[str]]
_ITEMS: dict[str, _Source] = {
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
    "actions": lambda facts, owner: (
        _action(action) for action in sorted(facts.actions, key=by_urgency) if action.open
    ),
    "owner": lambda facts, owner: _text(owner),
    "owner_actions": _asked_of,
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
_ORDERED = ("top_pains", "agenda", "decisions")
_SINGLE = (
    *("organisation", "leader", "today", "owner", "meeting_date", "meeting_time", "meeting_place"),
    *("pilot", "pilot_hypothesis", "pilot_dates", "pilot_stop", "customer_words"),
)
