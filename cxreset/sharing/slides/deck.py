"""What the slides of the share-out say: a document whose parts are slides, with what is spoken.

Each slide makes one point that can be read from the last row; whatever proves it is in its
speaker's notes. A slide without anything to say yet is left out.
"""

from __future__ import annotations

from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import count
from cxreset.insight.figures.samples import ENOUGH_ANSWERS
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import by_urgency
from cxreset.sharing.documents.action_plan.measured import measure_chart, round_end, without_verdict
from cxreset.sharing.documents.action_plan.results import because
from cxreset.sharing.documents.action_plan.summary import (
    expected_and_got,
    first_worsened,
    judged_pilot,
    state_of_actions,
    worsened,
)
from cxreset.sharing.documents.counts import comments_by_channel, share_of
from cxreset.sharing.documents.footnotes import quote, shortened
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    Block,
    BulletList,
    Document,
    Figure,
    Figures,
    Paragraph,
    Part,
    Quote,
    Scale,
    Subheading,
    Table,
)
from cxreset.sharing.documents.parts import day_of, leader, organisation, page, so_far, still_to_do
from cxreset.sharing.facts.customers import GapFact, PainFact
from cxreset.sharing.facts.pilots import MeasureFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, FollowUpFact
from cxreset.sharing.facts.wording import (
    VERDICTS,
    percent,
    percent_or_count,
    short_date,
    traced,
)
from cxreset.sharing.slides.asked import asked
from cxreset.sharing.slides.lines import LINE, LONGEST, TITLE, action_line
from cxreset.sharing.slides.progress import roadmap_bars, roadmap_lines

TOP = 3
"""Pains, gaps, lessons and dates on a slide."""
ACTIONS = 5
_QUOTE, _CELL, _BESIDE = 150, 220, 90
_EVIDENCE = 3
"""Comments behind each pain that the speaker has at hand."""


def build_slides(facts: PlanFacts) -> Document:
    """Six to eight slides with the title's: heard, pains, gap, fix, moved, asked, next."""
    title = _("What thirty days of listening taught us{organisation}").format(
        organisation=organisation(facts, _(" at "))
    )
    by = shortened(leader(facts), TITLE)
    subtitle = _("The customer experience reset, told by {by}: {day_of}.").format(
        by=by, day_of=day_of(facts)
    )
    parts = (_heard, _voices, _gaps, _fixes, _moved, asked, _next)
    nothing_yet = _("There is nothing to show yet: it begins with what customers say.")
    return page(facts, title, subtitle, (part(facts) for part in parts), nothing_yet=nothing_yet)


def _heard(facts: PlanFacts) -> Part:
    blocks: list[Block] = []
    spoken: list[Block] = []
    if not facts.comments:
        blocks.append(still_to_do(facts, _("read what customers say in every channel"), "review"))
        return Part("heard", _("What customers told us"), tuple(blocks))
    figures = [Figure(f"{whole(facts.comments)}", _("comments read and counted"))]
    spoken.append(Paragraph(f"{comments_by_channel(facts)}."))
    hits, marked = facts.preventable
    if marked >= ENOUGH_ANSWERS:
        words = _("of the {marked} contacts judged need never have happened").format(
            marked=whole(marked)
        )
        figures.append(Figure(percent(hits, marked), words))
    if hits and facts.preventable_range:
        low, high = facts.preventable_range
        judged = _(
            "Preventable: {hits} of the {marked} judged for it; of all contacts between {low} % "
            "and {high} % (95 %)."
        ).format(hits=whole(hits), marked=whole(marked), low=decimal(low, 0), high=decimal(high, 0))
        spoken.append(Paragraph(judged))
    blocks.append(Figures(tuple(figures)))
    named = _named(facts)
    if any(pain.comments for pain in named):
        blocks.append(_pain_bars(facts, named))
        spoken.append(Paragraph(_("One comment may speak of several pains.")))
    return Part("heard", _("What customers told us"), tuple(blocks), tuple(spoken))


def _named(facts: PlanFacts) -> list[PainFact]:
    return [pain for pain in facts.pains if one_line(pain.title)][:TOP]


def _pain_bars(facts: PlanFacts, pains: list[PainFact]) -> Bars:
    """How much each is spoken of, in % of all comments; from 0 to a round end."""
    total = max(facts.comments, 1)
    end = round_end(max(100 * pain.comments / total for pain in pains))
    bars = tuple(
        Bar(
            label=shortened(pain.title, TITLE),
            share=100 * pain.comments / total / end,
            text=percent_or_count(pain.comments, total),
        )
        for pain in pains
    )
    return Bars(_("What hurts most, in % of all comments"), bars, Scale(0.0, end))


def _voices(facts: PlanFacts) -> Part:
    pains = _named(facts)
    blocks: list[Block] = []
    spoken: list[Block] = []
    if not pains:
        blocks.append(still_to_do(facts, _("choose the three pains that recur most"), "pains"))
    for pain in pains:
        blocks.append(Subheading(shortened(pain.title, TITLE)))
        for one in pain.quotes[:1]:
            blocks.append(Quote(shortened(one.text, _QUOTE), "", quote(one).source))
        if not pain.quotes:
            blocks.append(Paragraph(share_of(pain.comments, facts.comments)))
        spoken += _behind(facts, pain)
    return Part("pains", _("In customers’ own words"), tuple(blocks), tuple(spoken))


def _behind(facts: PlanFacts, pain: PainFact) -> list[Block]:
    """Why a pain is among the first: how many, how heavy, and a few comments."""
    head = f"{pain.ref} {one_line(pain.title)}: {share_of(pain.comments, facts.comments)}."
    words = [head, *map(one_line, pain.weights), one_line(pain.reason)]
    return [Paragraph(" ".join(filter(None, words))), *map(quote, pain.quotes[:_EVIDENCE])]


def _gaps(facts: PlanFacts) -> Part:
    gaps = [one for one in facts.gaps if one_line(one.promise) and one_line(one.reality)][:TOP]
    heading = _("Where promise and reality part")
    if not gaps:
        todo = still_to_do(facts, _("set what we promise beside what happens"), "compare")
        return Part("gaps", heading, (todo,))
    rows = tuple(
        (
            shortened(one.title, _CELL),
            shortened(one.promise, _CELL),
            shortened(one.reality, _CELL),
        )
        for one in gaps
    )
    caption = _("What we promise beside what happens")
    table = Table((_("Gap"), _("We promise"), _("What happens")), rows, caption)
    spoken = [block for one in gaps for block in _proof(one)]
    return Part("gaps", heading, (table,), tuple(spoken))


def _proof(gap: GapFact) -> list[Block]:
    behind = f", {count(gap.comments, 'comment')}" if gap.comments else ""
    head = f"{traced(gap.ref, (gap.pain,) if gap.pain else ())}{behind}."
    noted = (
        _("Noted as proof: {evidence}").format(evidence=one_line(gap.evidence))
        if one_line(gap.evidence)
        else ""
    )
    return [Paragraph(" ".join(filter(None, (head, noted)))), *map(quote, gap.quotes[:1])]


def _fixes(facts: PlanFacts) -> Part:
    """What was done and is under way; before there are actions, the fixes in their order."""
    heading = _("What we do about it")
    actions = [one for one in sorted(facts.actions, key=by_urgency) if one_line(one.title)]
    done = [one for one in actions if one.status == "completed"]
    doing = [one for one in actions if one.open]
    groups = [(_("Done"), done), (_("Under way and to come"), doing)]
    if not done and not doing:
        return Part("fixes", heading, roadmap_lines(facts))
    blocks: list[Block] = []
    spoken: list[Block] = [Paragraph(state_of_actions(facts))]
    shown: list[ActionFact] = []
    bars = roadmap_bars(facts)
    most, longest = (ACTIONS - 2, _BESIDE) if bars else (ACTIONS, LONGEST)
    left = most
    for name, group in groups:
        room = left if group is doing else most // 2
        left -= min(room, len(group))
        if len(group) == room + 1:  # "and 1 more action" would take as much
            room += 1
        lines = [action_line(one, facts.today, longest) for one in group[:room]]
        if len(group) > room:
            lines.append(
                _("and {more_actions}").format(more_actions=count(len(group) - room, "more action"))
            )
        if group:
            blocks += (Subheading(name), BulletList(tuple(lines)))
            shown += group[:room]
    spoken += [
        Paragraph(
            _("{ref} {title}: from {because}.").format(
                ref=one.ref, title=one_line(one.title), because=because(one.chain, one.comments)
            )
        )
        for one in shown
        if one.chain
    ]
    return Part("fixes", heading, (*blocks, *bars), tuple(spoken))


def _moved(facts: PlanFacts) -> Part:
    """The figure the newest pilot is judged by: before and after, what was expected, what came."""
    pilot = judged_pilot(facts)
    if pilot is None:
        todo = still_to_do(facts, _("measure before and after"), "measure")
        return Part("moved", _("What moved"), (todo,))
    main, *others = pilot.measures
    name = shortened(pilot.title, TITLE)
    runs = bool(so_far(facts, pilot))
    verdict = expected_and_got(main, runs=runs)
    if not verdict and not first_worsened(pilot):
        verdict = one_line(main.sentence)
    words = [_("We tried: {name}.").format(name=name) if name else "", verdict]
    words += worsened(pilot, TITLE)
    texts = [Paragraph(shortened(text, 2 * LINE)) for text in words if text]
    spoken = [_sentence(one) for one in (main, *others)]
    return Part("moved", _("What moved"), (*texts, *measure_chart(main)), tuple(spoken))


def _sentence(measure: MeasureFact) -> Paragraph:
    is_judged = any(note.startswith(_(measure.verdict)) for note in measure.notes)
    sentence = without_verdict(measure) if measure.verdict and is_judged else measure.sentence
    words = one_line(" ".join((sentence, *measure.notes)))
    name = one_line(measure.name)
    named = "" if words.startswith(name) else f" {name}"  # most sentences begin with it
    return Paragraph(f"{measure.ref}{named}: {words}")


def _late(one: FollowUpFact, facts: PlanFacts) -> str:
    return _(", late") if one.due_on and one.due_on < facts.today else ""


def _next(facts: PlanFacts) -> Part:
    order = [*VERDICTS, None]
    lessons = sorted(
        (one for one in facts.lessons if one_line(one.text)),
        key=lambda one: order.index(one.verdict),
    )
    dated = [(one.due_on, one) for one in facts.follow_ups if not one.done and one.due_on]
    coming = [one for _, one in sorted(dated, key=lambda pair: (pair[0], pair[1].ref))]
    learned = [
        f"{_(VERDICTS.get(one.verdict or '', N_('Noted')))}: {shortened(one.text, LINE)}"
        for one in lessons[:TOP]
    ]
    dates = [
        f"{short_date(one.due_on)}{_late(one, facts)}: {shortened(one.what, LINE)}"
        for one in coming[:TOP]
        if one_line(one.what)
    ]
    blocks: list[Block] = []
    for name, lines in ((_("Lessons"), learned), (_("Dates"), dates)):
        if lines:
            blocks += (Subheading(name), BulletList(tuple(lines)))
    if not dates:
        blocks.append(still_to_do(facts, _("put the follow-ups in the calendar"), "followups"))
    spoken = [
        Paragraph(
            _("{ref} was learned from {traced}.").format(ref=one.ref, traced=traced("", one.chain))
        )
        for one in lessons[:TOP]
        if one.chain
    ]
    written = _("Written down as a procedure: {ref} {title}.")
    spoken += [
        Paragraph(written.format(ref=one.ref, title=one_line(one.title)))
        for one in facts.procedures
    ]
    heading = _("What we learned, and what comes next") if learned else _("What comes next")
    return Part("next", heading, tuple(blocks), tuple(spoken))
