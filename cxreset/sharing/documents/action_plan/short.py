"""The plan's short forms: the brief on one page, and the plan on two."""

from __future__ import annotations

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, in_quotes
from cxreset.insight.figures.samples import ENOUGH_ANSWERS, ENOUGH_FOR_A_SHARE
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import by_urgency, needs
from cxreset.sharing.documents.action_plan.measured import compared, figure_of, without_verdict
from cxreset.sharing.documents.action_plan.overview import actions_done
from cxreset.sharing.documents.action_plan.summary import (
    doing_now,
    first_worsened,
    judged_pilot,
    summary,
    unmeasured,
    worsened,
)
from cxreset.sharing.documents.counts import counted
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    Block,
    BulletList,
    Document,
    Fact,
    Facts,
    Figure,
    Figures,
    Paragraph,
    Part,
    Table,
)
from cxreset.sharing.documents.parts import (
    LAST_DAY,
    day_of,
    known_facts,
    leader,
    organisation,
    page,
    so_far,
    still_to_do,
)
from cxreset.sharing.documents.replies import answered_sentence
from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import STATUSES, percent, short_date, span

TOP = 3
_QUOTE, _TITLE, _OWNER, _LINE = 140, 90, 30, 200
_ROWS = 14
"""Actions in the short plan: with these, two pages hold it whatever they are called."""


def build_brief(facts: PlanFacts) -> Document:
    """One page: figures, three pains in customers' words, what we do, what moved, what we ask.

    What there is nothing to say of yet is left out.
    """
    parts = (_heard(facts), _doing(facts), _moved(facts), _asked(facts))
    subtitle = _("The customer experience reset on one page, from {leader}: {day_of}.").format(
        leader=leader(facts), day_of=day_of(facts)
    )
    title = _("What our customers need{organisation}").format(
        organisation=organisation(facts, _(" at "))
    )
    return page(facts, title, subtitle, [part for part in parts if part.blocks])


def _heard(facts: PlanFacts) -> Part:
    figures = _figures(facts)
    named = (pain for pain in facts.pains if one_line(pain.title))
    pains = tuple(_pain(facts, pain) for pain in list(named)[:TOP])
    blocks: list[Block] = []
    if figures:
        blocks.append(Figures(figures))
    if pains:
        blocks.append(Facts(pains))
    heading = _("What customers told us") if facts.comments or pains else _("Where we stand")
    return Part("heard", heading, tuple(blocks))


def _figures(facts: PlanFacts) -> tuple[Figure, ...]:
    """The first three that there are.

    Comments, needless contacts, the pilot's figure, actions, those who complain, the first pain.
    """
    found: list[Figure] = []
    if facts.comments:
        found.append(Figure(f"{whole(facts.comments)}", _("comments read and counted")))
    hits, marked = facts.preventable
    if marked >= ENOUGH_ANSWERS:
        words = _("of {marked} contacts judged need never have happened").format(
            marked=whole(marked)
        )
        found.append(Figure(percent(hits, marked), words))
    pilot = judged_pilot(facts)
    if pilot is not None:
        found += figure_of(pilot.measures[0])
    done, wanted = actions_done(facts)
    if wanted:
        found.append(
            Figure(
                _("{done} of {wanted}").format(done=whole(done), wanted=whole(wanted)),
                _("actions done"),
            )
        )
    if len(found) < TOP:
        complaints = facts.complaints()
        if complaints and complaints < facts.comments:
            words = ngettext("comment that complains", "comments that complain", complaints)
            found.append(Figure(whole(complaints), words))
    first = next((pain for pain in facts.pains if one_line(pain.title)), None)
    if first and first.comments and facts.comments >= ENOUGH_FOR_A_SHARE:
        share = percent(first.comments, facts.comments)
        found.append(Figure(share, _("of all comments speak of what hurts most")))
    return tuple(found[:TOP])


def _pain(facts: PlanFacts, pain: PainFact) -> Fact:
    lines = [counted(pain.comments, facts.comments)]
    lines += [in_quotes(shortened(one.text, _QUOTE)) for one in pain.quotes[:1]]
    return Fact(shortened(pain.title, _TITLE), tuple(lines), ref=pain.ref)


def _doing(facts: PlanFacts) -> Part:
    blocks: list[Block] = []
    if lines := doing_now(facts):
        blocks.append(BulletList(lines))
    blocks.append(_progress(facts))
    return Part("doing", _("What we do now"), tuple(blocks))


def _progress(facts: PlanFacts) -> Bars:
    """How far we are, in two lines: the plan has a picture of the single days."""
    days = min(max(facts.day, 0), LAST_DAY)
    over = _("all {last_day} days").format(last_day=LAST_DAY) if facts.day > LAST_DAY else ""
    progress = [Bar(_("The thirty days"), days / LAST_DAY, over or day_of(facts))]
    done, wanted = actions_done(facts)
    if wanted:
        progress.append(
            Bar(
                _("Actions done"),
                done / wanted,
                _("{done} of {wanted}").format(done=whole(done), wanted=whole(wanted)),
            )
        )
    return Bars(_("How far we are"), tuple(progress))


def _moved(facts: PlanFacts) -> Part:
    """The figure the newest pilot is judged by: before, after, what was expected, the verdict.

    Before anything is measured: when the newest pilot begins, or that nothing is measured yet.
    """
    pilot = judged_pilot(facts)
    if pilot is None:
        begins = unmeasured(facts)
        return Part("moved", _("What we try"), (Paragraph(begins),) if begins else ())
    main = pilot.measures[0]
    sentence = "" if first_worsened(pilot) else without_verdict(main)
    words = [f"{sentence} {so_far(facts, pilot, _(main.verdict))}".strip()]
    words += worsened(pilot)
    blocks: list[Block] = list(compared(main, here_only=True, values=False))
    blocks += [Paragraph(text) for text in words if text]
    return Part("moved", _("What moved"), tuple(blocks))


def _asked(facts: PlanFacts) -> Part:
    return Part("needs", _("What we need from you"), (BulletList(needs(facts)),))


def build_short_plan(facts: PlanFacts) -> Document:
    """Two pages of the plan: its summary, the actions that come first, the newest pilot.

    What would not fit is counted, and is in the whole plan and in the register.
    """
    parts = (summary(facts), _actions(facts), _pilot(facts))
    subtitle = _("The short form of the action plan, from {leader}: {day_of}.").format(
        leader=leader(facts), day_of=day_of(facts)
    )
    title = _("Our plan in short{organisation}").format(organisation=organisation(facts, _(" at ")))
    return page(facts, title, subtitle, parts, sheets=2)


def _actions(facts: PlanFacts) -> Part:
    """The nearest deadlines; how the actions stand is in the summary."""
    if not facts.actions:
        todo = still_to_do(facts, _("turn items of the roadmap into actions"), "roadmap")
        return Part("actions", _("Actions"), (todo,))
    ranked = sorted(facts.actions, key=by_urgency)
    first = ranked[:_ROWS]
    late = frozenset(row for row, action in enumerate(first) if action.overdue(facts.today))
    rows = tuple(
        (
            action.ref,
            shortened(action.title, _TITLE),
            shortened(action.owner, _OWNER) or _("No owner yet"),
            short_date(action.deadline, _("No deadline yet")),
            _("Overdue") if action.overdue(facts.today) else _(STATUSES.get(action.status, "")),
        )
        for action in first
    )
    columns = (_("Id"), _("Action"), _("Owner"), _("Deadline"), _("Status"))
    blocks: list[Block] = [Table(columns, rows, _("Actions, the nearest deadline first"), late)]
    if len(ranked) > _ROWS:
        more = count(len(ranked) - _ROWS, "more action")
        blocks.append(
            Paragraph(
                _("And {more}: they are in the whole plan and in the register.").format(more=more)
            )
        )
    if answered := answered_sentence(facts):
        blocks.append(Paragraph(answered))
    return Part("actions", _("Actions"), tuple(blocks))


def _pilot(facts: PlanFacts) -> Part:
    """What the newest pilot tries and expects, its main figure drawn, the others in words."""
    pilot = judged_pilot(facts) or next(reversed(facts.pilots), None)
    if pilot is None:
        todo = still_to_do(facts, _("choose one action and try it small"), "pilot")
        return Part("pilot", _("The pilot"), (todo,))
    known = known_facts(
        (
            (_("What we try"), f"{pilot.ref} {shortened(pilot.title, _LINE)}".strip()),
            (_("We expect"), shortened(pilot.hypothesis, _LINE)),
            (_("When"), span(pilot.start_on, pilot.end_on)),
            (_("Stop rule"), shortened(pilot.stop_rule, _LINE)),
        )
    )
    blocks: list[Block] = [Facts(tuple(known))] if known else []
    blocks += [block for one in pilot.measures[:1] for block in compared(one)]
    named = [one for one in pilot.measures[1:] if one_line(one.sentence)]
    lines = tuple(f"{shortened(one.sentence, _LINE)} ({one.ref})" for one in named[:TOP])
    if lines:
        blocks.append(BulletList(lines))
    return Part("pilot", _("The pilot"), tuple(blocks))
