"""A page for each owner: what is theirs, why, by when. `emails` has what it is sent with."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, in_quotes, listed, lower_first
from cxreset.base.text import one_line as plain_line
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import by_urgency
from cxreset.sharing.documents.action_plan.summary import state_of_actions
from cxreset.sharing.documents.counts import counted, share_of
from cxreset.sharing.documents.footnotes import pain_of, shortened, spoken
from cxreset.sharing.documents.model import (
    Block,
    BulletList,
    Document,
    Fact,
    Facts,
    Paragraph,
    Part,
    Subheading,
)
from cxreset.sharing.documents.parts import (
    day_of,
    known_facts,
    leader,
    organisation,
    page,
)
from cxreset.sharing.documents.replies import reply_words
from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, FollowUpFact
from cxreset.sharing.facts.wording import STATUSES, short_date, traced

_NOTE = 240
"""A note on how far an action is, cut to so many characters: a slip is one page."""
_NAMES = 5
"""How many colleagues of one pain point a slip names, and how many closed actions."""
_TITLE = 90
_ON_A_SHEET = 3
"""Open actions for which a slip is one page; with more it may be as many as are easy to read."""


def build_slips(facts: PlanFacts) -> dict[str, Document]:
    """Owner -> their page, the nearest deadline first; empty while no action has an owner.

    Each action stands on one page only. The same name in another case is the same owner.
    """
    return {name: _slip(facts, name, own) for name, own in owned(facts).items()}


def owned(facts: PlanFacts) -> dict[str, list[ActionFact]]:
    """Owner -> their actions, open ones first and the nearest deadline first."""
    names: dict[str, str] = {}
    found: dict[str, list[ActionFact]] = {}
    for action in sorted(facts.actions, key=by_urgency):
        if name := plain_line(action.owner):
            name = names.setdefault(name.casefold(), name)
            found.setdefault(name, []).append(action)
    return found


def is_leader(facts: PlanFacts, owner: str) -> bool:
    """Is this owner the one who keeps the plan? Nobody writes to oneself."""
    return owner.casefold() == plain_line(facts.name).casefold()


def closing_words(own: list[ActionFact]) -> str:
    """Thanks for what is done; what was cancelled is named so, never thanked for."""
    done = [one for one in own if one.status == "completed"]
    dropped = [one for one in own if one.status == "cancelled"]
    lines = []
    if done:
        lines.append(_("Thank you for seeing {done} through.").format(done=_by_title(done)))
    if dropped:
        words = ngettext(
            "{dropped} was cancelled: nothing more is asked of you there.",
            "{dropped} were cancelled: nothing more is asked of you there.",
            len(dropped),
        )
        lines.append(words.format(dropped=_by_title(dropped)))
    return " ".join(lines)


def _by_title(actions: list[ActionFact]) -> str:
    """Actions by what they are: few colleagues know an id."""
    named = [in_quotes(shortened(one.title, _TITLE)) for one in actions[:_NAMES]]
    if len(actions) > _NAMES:
        named.append(_("{number} more").format(number=whole(len(actions) - _NAMES)))
    return listed(named)


def _slip(facts: PlanFacts, owner: str, own: list[ActionFact]) -> Document:
    parts = [_open(facts, own), *_closed(own), _tell(facts, owner, own)]
    subtitle = _("From the action plan{organisation}, kept by {leader}: {day_of}.").format(
        organisation=organisation(facts, _(" of ")), leader=leader(facts), day_of=day_of(facts)
    )
    title = _("What you own: {owner}").format(owner=one_line(owner))
    sheets = math.ceil(sum(one.open for one in own) / _ON_A_SHEET)
    return page(facts, title, subtitle, parts, sheets=max(1, sheets))


def _open(facts: PlanFacts, own: list[ActionFact]) -> Part:
    doing = [one for one in own if one.open]
    blocks: list[Block] = []
    if len(own) > 1:  # of one action its own lines say it
        blocks.append(Paragraph(state_of_actions(replace(facts, actions=tuple(own)))))
    if not doing:
        blocks.append(Paragraph(closing_words(own)))
    explained: set[str] = set()
    for action in doing:
        blocks.extend(_action(facts, action, explained))
        explained.add(action.pain)
    heading = _("Your open actions, the nearest deadline first") if doing else _("Nothing is open")
    return Part("actions", heading, tuple(blocks))


def _action(facts: PlanFacts, action: ActionFact, explained: set[str]) -> tuple[Block, ...]:
    known = [Fact(_("By when"), (_when(facts, action), *_asks(facts, action)))]
    pain = pain_of(facts, action.pain)
    if pain:
        known.append(Fact(_("Why"), _why(facts, pain, explained)))
    known += known_facts([(_("Where it stands"), shortened(action.note, _NOTE))])
    known += _known_by(facts, action, explained)
    if checks := _checks(facts, action):
        known.append(Fact(_("Next check"), checks))
    if action.pain not in explained and (beside := _beside(facts, action)):
        known.append(Fact(_("Also at work on it"), beside))
    return Subheading(one_line(action.title), action.ref), Facts(tuple(known))


def _known_by(facts: PlanFacts, action: ActionFact, explained: set[str]) -> tuple[Fact, ...]:
    """The figures that will show whether it helped; those of the pain's pilot once on a page."""
    label = _("How we will know")
    if figures := _own_figures(facts, action):
        return (Fact(label, figures),)
    if figures := _figures_of_pain(facts, action):
        return () if action.pain in explained else (Fact(label, figures),)
    return (Fact(label, (_("Not agreed yet. Which one figure would show you that it helped?"),)),)


def _checks(facts: PlanFacts, action: ActionFact) -> tuple[str, ...]:
    """The open checks of an action, each with who does it where that is somebody else."""
    owner = one_line(action.owner).casefold()
    return tuple(
        _check(one, facts.today)
        + (f" ({who})" if (who := one_line(one.who)) and who.casefold() != owner else "")
        for one in sorted(facts.follow_ups, key=_due)
        if one.action == action.ref and not one.done
    )


def _why(facts: PlanFacts, pain: PainFact, explained: set[str]) -> tuple[str, ...]:
    """The pain; how many speak of it and one of them, where the page does not say so already."""
    name = f"{pain.ref} {one_line(pain.title)}"
    if pain.ref in explained:
        return (name,)
    often = counted if explained else share_of
    quotes = [spoken(comment) for comment in pain.quotes[:1]]
    return (f"{name}: {often(pain.comments, facts.comments)}", *quotes)


def _when(facts: PlanFacts, action: ActionFact) -> str:
    """`9 Oct 2026, in 7 days; in progress`."""
    status = lower_first(_status(action))
    if action.deadline is None:
        return _("No date yet; {status}").format(status=status)
    days = (action.deadline - facts.today).days
    known = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    away = (
        _("in {days} days").format(days=days)
        if days > 0
        else _("{days} days ago").format(days=-days)
    )
    return f"{short_date(action.deadline)}, {known.get(days, away)}; {status}"


def _asks(facts: PlanFacts, action: ActionFact) -> tuple[str, ...]:
    if action.deadline is None:
        return (
            _("Name a date that you can keep, and tell {leader}.").format(leader=leader(facts)),
        )
    if action.overdue(facts.today):
        return (_("What is in the way, and what date would be true?"),)
    return ()


def _status(action: ActionFact) -> str:
    return _(STATUSES.get(action.status, one_line(action.status)))


def _own_figures(facts: PlanFacts, action: ActionFact) -> tuple[str, ...]:
    """The first figure of its own pilot, said whole."""
    for pilot in facts.pilots:
        if pilot.chain[:1] == (action.ref,) and pilot.measures:
            first, *others = pilot.measures
            more = _("{more_figures} in the plan, under {ref}.").format(
                more_figures=count(len(others), "more figure"), ref=pilot.ref
            )
            return (f"{one_line(first.sentence)} ({first.ref})", *((more,) if others else ()))
    return ()


def _figures_of_pain(facts: PlanFacts, action: ActionFact) -> tuple[str, ...]:
    """The figures of a pilot against the same pain, by name."""
    for pilot in facts.pilots:
        if action.pain and pilot.chain[-1:] == (action.pain,) and pilot.measures:
            names = listed([f"{one_line(one.name, 70)} ({one.ref})" for one in pilot.measures[:2]])
            return (_("{names}, as counted in pilot {ref}.").format(names=names, ref=pilot.ref),)
    return ()


def _due(one: FollowUpFact) -> date:
    return one.due_on or date.max


def _check(one: FollowUpFact, today: date) -> str:
    late = one.due_on is not None and one.due_on < today
    day = short_date(one.due_on, _("no date yet")) + (_(", late") if late else "")
    return f"{one.ref}, {day}: {one_line(one.what)}"


def _beside(facts: PlanFacts, action: ActionFact) -> tuple[str, ...]:
    """Who else has an open action against the same pain; of many, the first few."""
    owner = one_line(action.owner).casefold()
    others = [
        f"{one_line(one.owner)} ({one.ref})"
        for one in facts.actions
        if one.open and action.pain and one.pain == action.pain and one_line(one.owner)
        if one_line(one.owner).casefold() != owner
    ]
    if not others:
        return ()
    if len(others) <= _NAMES:
        return (listed(others),)
    further = _("and {number} more in the plan").format(number=len(others) - _NAMES)
    return (", ".join(others[:_NAMES]), further)


def _closed(own: list[ActionFact]) -> tuple[Part, ...]:
    closed = [one for one in own if not one.open]
    lines = tuple(
        f"{traced(one.ref, one.chain)}: {one_line(one.title)} "
        f"({lower_first(_status(one))}"
        f"{f' {short_date(one.completed_on)}' if one.completed_on else ''}"
        f"{f'; {reply_words(one)}' if one.status == 'completed' and one.comments else ''})"
        for one in closed
    )
    return (Part("closed", _("Already closed"), (BulletList(lines),)),) if lines else ()


def _tell(facts: PlanFacts, owner: str, own: list[ActionFact]) -> Part:
    to = _("everyone named here") if is_leader(facts, owner) else leader(facts)
    blocks: list[Block] = [
        Paragraph(
            _(
                "Tell {to} when something is done, with the day and what you saw, and the same day "
                "when something is in the way. A sentence is enough."
            ).format(to=to)
        )
    ]
    refs = {one.ref for one in own}
    checks = tuple(
        _check(one, facts.today)
        for one in sorted(facts.follow_ups, key=_due)
        if plain_line(one.who).casefold() == owner.casefold()
        and not one.done
        and one.action not in refs
    )
    if checks:
        blocks.append(Facts((Fact(_("Checks that are yours"), checks),)))
    return Part("tell", _("Who to tell"), tuple(blocks))
