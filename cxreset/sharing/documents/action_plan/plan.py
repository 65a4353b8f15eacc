"""The action plan: from what customers said to what was proved, each line with its id.

A part with nothing in it yet says what is still to do and in which step; it never vanishes, so
that two plans a week apart can be laid side by side. Only the case in money and how we work now
(check-up and wins), which no step asks for, are left out while there is nothing to say.
"""

from __future__ import annotations

from dataclasses import replace

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, upper_first
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.habits import habits_part
from cxreset.sharing.documents.action_plan.journey import KANO, journey_table
from cxreset.sharing.documents.action_plan.meeting import meeting_part
from cxreset.sharing.documents.action_plan.money import money_part
from cxreset.sharing.documents.action_plan.overview import (
    preventable_picture,
    roadmap_pictures,
)
from cxreset.sharing.documents.action_plan.pains import pains_part
from cxreset.sharing.documents.action_plan.results import (
    actions_part,
    because,
    lessons_part,
    next_part,
    pilot_part,
    procedure_part,
    voices_part,
)
from cxreset.sharing.documents.action_plan.summary import summary
from cxreset.sharing.documents.counts import comments_by_channel, counted
from cxreset.sharing.documents.footnotes import Footnotes, quotes_of
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    Block,
    Document,
    Fact,
    Facts,
    Paragraph,
    Part,
    Subheading,
    Table,
    ToDo,
)
from cxreset.sharing.documents.parts import answers, day_of, still_to_do, with_key
from cxreset.sharing.facts.customers import FixFact, GapFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import (
    HORIZONS,
    KINDS,
    horizon_word,
    long_date,
    percent,
    span,
    traced,
)


def build_plan(facts: PlanFacts) -> Document:
    """The whole plan as a document; the same facts always give the same document."""
    organisation = one_line(facts.organisation)
    footnotes = Footnotes()
    parts = _parts(facts, footnotes)
    return Document(
        title=_("Action plan: {organisation}").format(organisation=organisation)
        if organisation
        else _("Action plan"),
        subtitle=_subtitle(facts),
        date=facts.today,
        parts=parts,
        footer=_footer(facts),
        notes=footnotes.notes,
    )


def _parts(facts: PlanFacts, footnotes: Footnotes) -> tuple[Part, ...]:
    """In reading order, so that the notes are numbered as they are met."""
    parts = (
        summary(facts),
        actions_part(facts, footnotes),
        _customers(facts),
        pains_part(facts, footnotes),
        _gaps(facts, footnotes),
        _roadmap(facts, footnotes),
        meeting_part(facts),
        pilot_part(facts, footnotes),
        voices_part(facts),
        lessons_part(facts),
        procedure_part(facts),
        *money_part(facts),
        *habits_part(facts),
        next_part(facts),
    )
    return with_key(parts, _key(facts))


def _subtitle(facts: PlanFacts) -> str:
    name = one_line(facts.name)
    by = _(", led by {name}").format(name=name) if name else ""
    return _("What customers told us and what we do about it{by}: {day_of}.").format(
        by=by, day_of=day_of(facts)
    )


def _footer(facts: PlanFacts) -> tuple[str, ...]:
    credit = one_line(facts.credit)
    return (
        *((credit,) if credit else ()),
        _("Written on {today}, {day_of}.").format(
            today=long_date(facts.today), day_of=day_of(facts)
        ),
    )


def _key(facts: PlanFacts) -> str:
    """How the ids are read, on the page where the first of them stands."""
    keeper = one_line(facts.name) or _("whoever sent you this plan")
    return _(
        "How to trace a line: C is a comment, P a pain point, T a touchpoint, G a gap, F a fix, A "
        "an action, D a decision, U a follow-up, PL a pilot, M a measurement, V a voice, L a "
        "lesson, S a procedure. An arrow leads back to where something comes from: A7 ← F3 ← G1 ← "
        "P2 says that action A7 carries out fix F3, which closes gap G1, which customers made us "
        "see as P2. An id never changes and is never given twice, so ask {keeper} for any of them."
    ).format(keeper=keeper)


def _customers(facts: PlanFacts) -> Part:
    blocks: list[Block] = []
    if facts.comments:
        ranked = sorted(facts.channels.items(), key=lambda item: (-item[1], item[0]))
        bars = tuple(
            Bar(
                upper_first(_(COMMENT_NAMES.get(channel, COMMENT_NAMES["other"])[1])),
                number / facts.comments,
                counted(number, facts.comments),
            )
            for channel, number in ranked
            if number
        )
        if len(bars) > 1:
            caption = _("{comments}, by where they came from").format(
                comments=count(facts.comments, "comment")
            )
            blocks.append(Bars(caption, bars))
        else:
            blocks.append(Paragraph(f"{comments_by_channel(facts)}."))
        complaints = facts.complaints()
        if complaints is not None:
            blocks.append(_complaints(complaints, facts.comments - complaints))
        blocks.append(_preventable(facts))
        blocks.extend(preventable_picture(facts))
    else:
        blocks.append(still_to_do(facts, _("read what customers say in every channel"), "review"))
    return Part("customers", _("What customers told us"), (*blocks, *answers(facts, "review")))


def _complaints(complaints: int, praise: int) -> Block:
    if not praise:
        return Paragraph(_("All of them complain, by their rating or else by their words."))
    if not complaints:
        return Paragraph(_("None of them complains, by its rating or else by its words."))
    words = ngettext(
        "{complaints} of them complain, by their rating or else by their words; {praise} does not.",
        "{complaints} of them complain, by their rating or else by their words; {praise} do not.",
        praise,
    )
    return Paragraph(words.format(complaints=whole(complaints), praise=whole(praise)))


def _preventable(facts: PlanFacts) -> Block:
    hits, marked = facts.preventable
    if not marked:
        return still_to_do(facts, _("mark which comments could have been prevented"), "review")
    judged = ngettext(
        "Preventable: {hits} of the {number} comment judged for it",
        "Preventable: {hits} of the {number} comments judged for it",
        marked,
    ).format(hits=whole(hits), number=whole(marked))
    if facts.preventable_range is None:
        return Paragraph(_("{judged} so far, too few for a share.").format(judged=judged))
    low, high = facts.preventable_range
    return Paragraph(
        _(
            "{judged} ({percent}) describe a contact that need never have happened. If those "
            "judged are like the rest, the true share lies between {low} % and {high} % (95 % "
            "confidence)."
        ).format(
            judged=judged, percent=percent(hits, marked), low=decimal(low, 0), high=decimal(high, 0)
        )
    )


def _gaps(facts: PlanFacts, footnotes: Footnotes) -> Part:
    blocks: list[Block] = []
    if not facts.gaps:
        todo = _("choose the widest gaps between promise and reality")
        blocks.append(still_to_do(facts, todo, "gaps"))
    for gap in facts.gaps:
        chain = (gap.pain,) if gap.pain else ()
        blocks.append(Subheading(one_line(gap.title), traced(gap.ref, chain)))
        if known := _gap(gap, footnotes):
            blocks.append(Facts(tuple(known)))
        if not one_line(gap.promise) or not one_line(gap.reality):
            todo = _("set what we promise beside what happens")
            blocks.append(still_to_do(facts, todo, "compare"))
        if not gap.pain:
            blocks.append(still_to_do(facts, _("tie the gap to a pain point"), "gaps"))
    noted = answers(facts, "compare", "gaps")
    blocks.extend(journey_table(facts))
    return Part("gaps", _("Where promise and reality part"), (*blocks, *noted))


def _gap(gap: GapFact, footnotes: Footnotes) -> list[Fact]:
    known = [
        (_("Touchpoint"), one_line(gap.touchpoint)),
        (_("We promise"), one_line(gap.promise)),
        (_("What happens"), one_line(gap.reality)),
        (_("How we know"), one_line(gap.evidence)),
        (_("How wide"), _("{width} of 5").format(width=gap.width) if gap.width is not None else ""),
        (_("To customers it is"), _(KANO.get(gap.kano or "", ""))),
        (_("Waiting costs"), one_line(gap.waiting_cost)),
    ]
    facts = [Fact(label, (value,)) for label, value in known if value]
    proof = footnotes.mark(gap.quotes)
    # The notes stand where the leader says what the proof is, else with the first that is known.
    at = next((at for at, fact in enumerate(facts) if fact.label == _("How we know")), 0)
    return [replace(fact, notes=proof if at == number else ()) for number, fact in enumerate(facts)]


def _roadmap(facts: PlanFacts, footnotes: Footnotes) -> Part:
    blocks: list[Block] = []
    placed = sorted(
        (fix for fix in facts.fixes if fix.horizon in HORIZONS),
        key=lambda fix: HORIZONS.index(fix.horizon or ""),
    )
    if placed:
        columns = (_("Id"), _("When"), _("Fix"), _("Size"), _("Dates"), _("Because of"))
        rows = tuple(_fix(fix) for fix in placed)
        proof = footnotes.on_rows(quotes_of(facts, fix.pain) for fix in placed)
        blocks.append(Table(columns, rows, _("Fixes for now, next and later"), notes=proof))
        blocks.extend(roadmap_pictures(facts))
    else:
        blocks.append(still_to_do(facts, _("lay the fixes out as now, next and later"), "roadmap"))
    waiting: list[FixFact] = [fix for fix in facts.fixes if fix.horizon not in HORIZONS]
    if waiting:
        named = ", ".join(f"{fix.ref} {one_line(fix.title)}" for fix in waiting)
        blocks.append(
            ToDo(
                _("place these fixes: {named}").format(named=named),
                still_to_do(facts, "", "roadmap").where,
            )
        )
    return Part("roadmap", _("The roadmap"), (*blocks, *answers(facts, "roadmap")))


def _fix(fix: FixFact) -> tuple[str, ...]:
    reason = one_line(fix.reason)
    return (
        fix.ref,
        horizon_word(fix.horizon),
        f"{one_line(fix.title)} ({reason.removesuffix('.')})" if reason else one_line(fix.title),
        _(KINDS.get(fix.kind or "", N_("Not sorted yet"))),
        span(fix.start_on, fix.end_on, _("No dates yet")),
        because(fix.chain, fix.comments),
    )
