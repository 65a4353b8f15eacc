"""The story of the thirty days in three acts: what was heard, what was changed, what it showed."""

from __future__ import annotations

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import by_urgency
from cxreset.sharing.documents.action_plan.measured import measure_blocks
from cxreset.sharing.documents.counts import comments_by_channel, counted
from cxreset.sharing.documents.cycles import cycles_part
from cxreset.sharing.documents.footnotes import A_FEW, Footnotes, quote, shortened
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    Block,
    BulletList,
    Document,
    Fact,
    Facts,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
)
from cxreset.sharing.documents.parts import (
    LAST_DAY,
    answers,
    day_of,
    leader,
    organisation,
    page,
    still_to_do,
)
from cxreset.sharing.documents.replies import reply_words
from cxreset.sharing.facts.pilots import MeasureFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import VERDICTS, bracketed, short_date

TOP, ACTIONS = 3, 7
"""Of pains, gaps and checks; of actions of each kind: the plan has the others."""
_TITLE = 60


def build_story(facts: PlanFacts) -> Document:
    """Setup, tension, resolution; as much of it as there is on this day."""
    footnotes = Footnotes()
    done = facts.day > LAST_DAY - 1
    subtitle = (
        _("Told by {leader}: {day_of}.")
        if done
        else _("The story so far, told by {leader}: {day_of}.")
    ).format(leader=leader(facts), day_of=day_of(facts))
    title = _("Thirty days of listening{organisation}").format(
        organisation=organisation(facts, _(" at "))
    )
    parts = (
        _heard(facts, footnotes),
        _changed(facts, footnotes),
        _measured(facts, footnotes),
        *cycles_part(facts),
        _next(facts),
    )
    nothing_yet = _("There is nothing to tell yet: it begins with what customers say.")
    return page(facts, title, subtitle, parts, footnotes, nothing_yet=nothing_yet)


# --- act one ----------------------------------------------------------------------------------


def _heard(facts: PlanFacts, footnotes: Footnotes) -> Part:
    blocks: list[Block] = []
    if facts.comments:
        read = _("We set out from {comments}.").format(comments=comments_by_channel(facts))
        hits, marked = facts.preventable
        if hits:
            read += _(
                " {hits} of the {marked} judged for it{bracketed} told of a contact that need "
                "never have happened."
            ).format(hits=whole(hits), marked=whole(marked), bracketed=bracketed(hits, marked))
        blocks.append(Paragraph(read))
    else:
        todo = _("read what customers say in every channel")
        blocks.append(still_to_do(facts, todo, "review"))
    first = facts.pains[0] if facts.pains else None
    if first is None:
        blocks.append(still_to_do(facts, _("choose the three pains that recur most"), "pains"))
    else:
        blocks.extend(quote(each) for each in first.quotes[:1])
        if first.quotes and first.comments > 1:
            alone = _(
                "That customer was not alone: {counted} speak of the same, “{title}” ({ref})."
            ).format(
                counted=counted(first.comments, facts.comments),
                title=one_line(first.title),
                ref=first.ref,
            )
            blocks.append(Paragraph(alone))
    pains = facts.pains[:TOP]
    if any(pain.comments for pain in pains):
        bars = tuple(
            Bar(
                label=one_line(pain.title),
                share=pain.comments / max(facts.comments, pain.comments, 1),
                text=counted(pain.comments, facts.comments),
                ref=pain.ref,
            )
            for pain in pains
        )
        blocks.append(Bars(_("What hurt most, in the order in which we took it on"), bars))
    problems = tuple(
        Fact(
            label=shortened(pain.title, _TITLE),
            lines=(one_line(pain.problem),),
            notes=footnotes.mark(pain.quotes[:A_FEW]),
            ref=pain.ref,
        )
        for pain in pains
        if one_line(pain.problem)
    )
    if problems:
        blocks.append(Facts(problems))
    return Part("heard", _("Act one: what we heard"), tuple(blocks))


# --- act two ----------------------------------------------------------------------------------


def _changed(facts: PlanFacts, footnotes: Footnotes) -> Part:
    blocks: list[Block] = []
    gaps = [one for one in facts.gaps if one_line(one.promise) and one_line(one.reality)][:TOP]
    if gaps:
        rows = tuple((one.ref, one_line(one.promise), one_line(one.reality)) for one in gaps)
        proof = footnotes.on_rows(one.quotes for one in gaps)
        columns = (_("Id"), _("We promise"), _("What happened"))
        blocks.append(Table(columns, rows, _("Where promise and reality parted"), notes=proof))
    else:
        blocks.append(still_to_do(facts, _("set what we promise beside what happens"), "compare"))
    came = [one_line(one.name) for one in facts.meeting.people if one.attended]
    if facts.meeting.held_on and facts.meeting.held_on <= facts.today and any(came):
        room = _("On {held_on} we sat down together: {came}.").format(
            held_on=short_date(facts.meeting.held_on), came=listed(came)
        )
        if facts.meeting.decisions:
            room += _(" {decisions} came of it.").format(
                decisions=count(len(facts.meeting.decisions), "decision")
            )
        blocks.append(Paragraph(room))
    actions = sorted(facts.actions, key=by_urgency)
    done = [one for one in actions if one.status == "completed"]
    doing = [one for one in actions if one.status == "in_progress"]
    for heading, group in ((_("Done"), done), (_("Under way"), doing)):
        if group:
            lines = [_action(facts, one) for one in group[:ACTIONS]]
            if more := len(group) - len(lines):
                lines.append(
                    _("and {more_actions}").format(more_actions=count(more, "more action"))
                )
            blocks.extend((Subheading(heading), BulletList(tuple(lines))))
    if not done and not doing:
        blocks.append(still_to_do(facts, _("give every action one owner and one date"), "owners"))
    waiting = sum(one.status == "not_started" for one in actions)
    if waiting and (done or doing):
        blocks.append(
            Paragraph(_("{actions} not started yet.").format(actions=count(waiting, "action")))
        )
    return Part("changed", _("Act two: what we changed"), tuple(blocks))


def _action(facts: PlanFacts, action: ActionFact) -> str:
    who = f" {one_line(action.owner)}" if one_line(action.owner) else _(" Nobody yet")
    when = ""
    if action.completed_on:
        when = f", {short_date(action.completed_on)}"
    elif action.open and action.deadline:
        late = _(", overdue") if action.overdue(facts.today) else ""
        when = _(", by {deadline}{late}").format(deadline=short_date(action.deadline), late=late)
    reply = ""
    if action.status == "completed" and action.replied_on:
        reply = f"; {reply_words(action)}"
    return f"{action.ref} {one_line(action.title)}:{who}{when}{reply}"


# --- act three --------------------------------------------------------------------------------


def _measured(facts: PlanFacts, footnotes: Footnotes) -> Part:
    blocks: list[Block] = []
    measures = measures_of(facts)
    for measure in measures:
        blocks.extend(measure_blocks(measure, footnotes))
    if not measures:
        blocks.append(still_to_do(facts, _("measure before and after"), "measure"))
    kept = tuple(
        (one_line(one.title), one_line(one.before) or "—", one_line(one.after) or "—")
        for one in facts.figures
    )
    if kept:
        caption = _("Figures kept over the thirty days; they prove nothing on their own")
        blocks.append(Table((_("Figure"), _("At the start"), _("Now")), kept, caption))
    voices = [one for one in facts.voices if one_line(one.text)]
    heard = [
        next((one for one in voices if one.side == side), None) for side in ("customer", "team")
    ]
    quotes = [Quote(one.text, one.ref, one_line(one.who)) for one in heard if one]
    if quotes:
        blocks.extend((Subheading(_("What people said")), *quotes))
    blocks.append(Subheading(_("What we learned")))
    order = [*VERDICTS, None]
    lessons = sorted(
        (one for one in facts.lessons if one_line(one.text)),
        key=lambda one: order.index(one.verdict),
    )
    if lessons:
        rows = tuple(
            (one.ref, _(VERDICTS.get(one.verdict or "", N_("Not decided"))), one_line(one.text))
            for one in lessons
        )
        blocks.append(Table((_("Id"), _("Verdict"), _("Lesson")), rows, _("Keep, change, stop")))
    else:
        todo = _("write down what to keep, change and stop")
        blocks.append(still_to_do(facts, todo, "lessons"))
    return Part("measured", _("Act three: what moved, and what it taught us"), tuple(blocks))


def measures_of(facts: PlanFacts) -> tuple[MeasureFact, ...]:
    """Every measurement, those of the pilots first."""
    return (*(one for pilot in facts.pilots for one in pilot.measures), *facts.measures)


def _next(facts: PlanFacts) -> Part:
    blocks: list[Block] = []
    coming = sorted(
        (one for one in facts.follow_ups if not one.done),
        key=lambda one: (one.due_on is None, one.due_on or facts.today),
    )[:TOP]
    if coming:
        lines = tuple(
            f"{short_date(one.due_on, _('No date yet'))}: {one_line(one.what)}"
            f"{f' ({one_line(one.who)})' if one_line(one.who) else ''}, {one.ref}"
            for one in coming
        )
        blocks.append(BulletList(lines))
    else:
        blocks.append(still_to_do(facts, _("put the follow-ups in the calendar"), "followups"))
    if facts.procedures:
        names = listed([f"{one.ref} {one_line(one.title)}" for one in facts.procedures])
        blocks.append(
            Paragraph(
                _("What worked is written down, so that it lasts: {names}.").format(names=names)
            )
        )
    wins = tuple(f"{short_date(one.written_on)}: {one_line(one.text)}" for one in facts.wins)
    if wins:
        blocks.extend((Subheading(_("Small wins on the way")), BulletList(wins)))
    return Part("next", _("What comes next"), (*blocks, *answers(facts, "share")))
