"""A row of the workbook as a fact: what is behind it comes from the golden thread."""

from __future__ import annotations

from collections.abc import Iterable

from cxreset.base.text import lower_first, one_line
from cxreset.insight.figures.pilot.verdict import Verdict
from cxreset.insight.figures.pilot.verdict_words import (
    headline,
    headline_and_expected,
    sureness,
)
from cxreset.insight.pain_order import RankedPain, as_item
from cxreset.insight.priority import reason_of
from cxreset.reset.measures.measuring import GUARD, Measured
from cxreset.sharing.facts.customers import (
    FixFact,
    GapFact,
    PainFact,
    QuoteFact,
    TouchpointFact,
)
from cxreset.sharing.facts.pilots import (
    LessonFact,
    MeasureFact,
    PilotFact,
    ProcedureFact,
    VoiceFact,
)
from cxreset.sharing.facts.teams import ActionFact, DecisionFact, FollowUpFact, InsightFact
from cxreset.workbook.tables import (
    Action,
    CustomerReply,
    Decision,
    Fix,
    FollowUp,
    Gap,
    Insight,
    Lesson,
    Pain,
    Pilot,
    Procedure,
    Touchpoint,
    Voice,
    Why,
)
from cxreset.workbook.thread import Thread

_OPEN = ("too early", "direction only", "cannot tell")
"""Outcomes that settle nothing: what is said of them belongs in a note."""


def refs(*ties: tuple[str, int | None]) -> tuple[str, ...]:
    """Ids of (prefix, number) pairs, without those that are tied to nothing."""
    return tuple(f"{prefix}{number}" for prefix, number in ties if number is not None)


def first_ref(prefix: str, number: int | None) -> str:
    """One such id, empty when it is tied to nothing."""
    return "".join(refs((prefix, number)))


def pain_fact(
    ranked: RankedPain[Pain],
    quotes: tuple[QuoteFact, ...],
    weights: tuple[str, ...],
    whys: Iterable[Why] = (),
) -> PainFact:
    pain = ranked.pain
    return PainFact(
        ref=pain.ref,
        title=pain.title,
        comments=ranked.comments,
        chosen=pain.chosen,
        actionable=pain.actionable,
        urgency=pain.urgency,
        impact=pain.impact,
        effort=pain.effort,
        problem=pain.problem,
        # Documents say how many comments speak of it; its place is the figures' own.
        reason=reason_of(as_item(pain, 0), ranked.rank.computed_position),
        weights=weights,
        whys=tuple(map(_why, whys)),
        quotes=quotes,
    )


def _why(why: Why) -> str:
    proof = one_line(why.proof)
    return f"{one_line(why.answer)}{f' ({proof})' if proof else ''}"


def touchpoint_fact(point: Touchpoint) -> TouchpointFact:
    return TouchpointFact(
        ref=point.ref,
        name=point.name,
        promise=point.promise,
        reality=point.reality,
        aim=point.aim,
        front_stage=point.front_stage,
        back_stage=point.back_stage,
        owner=point.owner,
        failure=point.failure,
    )


def gap_fact(
    gap: Gap, touchpoint: Touchpoint | None, thread: Thread, quotes: tuple[QuoteFact, ...]
) -> GapFact:
    pain = thread.pains.get(gap.pain_id or 0)
    point = touchpoint or Touchpoint()
    return GapFact(
        ref=gap.ref,
        title=gap.title,
        touchpoint=f"{touchpoint.ref} {touchpoint.name}" if touchpoint else "",
        promise=point.promise,
        reality=point.reality,
        evidence=point.evidence,
        width=point.width,
        pain=pain.ref if pain else "",
        comments=thread.evidence.get(pain.key, 0) if pain else 0,
        quotes=quotes,
        kano=gap.kano,
        waiting_cost=gap.waiting_cost,
    )


def fix_fact(fix: Fix, thread: Thread) -> FixFact:
    origin = thread.of_fix(fix)
    return FixFact(
        ref=fix.ref,
        title=fix.title,
        kind=fix.kind,
        effort=fix.effort,
        reason=fix.reason,
        horizon=fix.horizon,
        start_on=fix.start_on,
        end_on=fix.end_on,
        chain=origin.refs,
        pain=origin.pain.ref if origin.pain else "",
        comments=origin.comments,
    )


def action_fact(action: Action, thread: Thread, reply: CustomerReply | None = None) -> ActionFact:
    origin, reply = thread.of_action(action), reply or CustomerReply()
    return ActionFact(
        ref=action.ref,
        title=action.title,
        owner=action.owner,
        deadline=action.deadline,
        status=action.status,
        chain=origin.refs,
        comments=origin.comments,
        completed_on=action.completed_on,
        note=action.note,
        opened_on=action.opened_on,
        purpose=action.purpose,
        reply=reply.text,
        replied_to=reply.audience,
        replied_by=reply.channel,
        replied_on=reply.sent_on,
    )


def decision_fact(decision: Decision) -> DecisionFact:
    return DecisionFact(
        ref=decision.ref,
        title=decision.title,
        priority=decision.priority,
        reason=decision.reason,
        decided_by=decision.decided_by,
        rejected=decision.rejected,
        dissent=decision.dissent,
        review_on=decision.review_on,
        chain=refs(("G", decision.gap_id), ("P", decision.pain_id)),
    )


def insight_fact(insight: Insight) -> InsightFact:
    chain = refs(("G", insight.gap_id), ("P", insight.pain_id))
    return InsightFact(insight.title, chain, insight.reaction)


def follow_up_fact(follow_up: FollowUp) -> FollowUpFact:
    return FollowUpFact(
        ref=follow_up.ref,
        what=follow_up.what,
        who=follow_up.who,
        due_on=follow_up.due_on,
        done=follow_up.done,
        action=first_ref("A", follow_up.action_id),
    )


def pilot_fact(pilot: Pilot, thread: Thread, measures: list[Measured]) -> PilotFact:
    """A pilot with those of all measurements that were made in it."""
    return PilotFact(
        ref=pilot.ref,
        title=pilot.title,
        chain=thread.of_pilot(pilot),
        hypothesis=pilot.hypothesis,
        participants=pilot.participants,
        start_on=pilot.start_on,
        end_on=pilot.end_on,
        stop_rule=pilot.stop_rule,
        events=pilot.events,
        measures=tuple(measure_fact(one) for one in measures if one.row.pilot_id == pilot.id),
    )


def measure_fact(measured: Measured) -> MeasureFact:
    """A measurement as it stands; without a sentence where nothing or nothing right is counted.

    What is wrong with a count is said to the leader in its worksheet, and to nobody else.
    """
    row, before, after = measured.row, measured.before, measured.after
    counted = before.sample or before.written or after.sample or after.written
    wrong = before.problem or after.problem
    verdict = measured.verdict
    sentence, notes = _sentence_and_notes(measured)
    return MeasureFact(
        ref=row.ref,
        name=row.name,
        sentence=sentence if counted and not wrong else "",
        kind=row.kind,
        notes=notes,
        before=measured.shown("before"),
        after=measured.shown("after"),
        ranges=measured.ranges,
        target=_target(verdict),
        weeks=measured.series.weeks,
        shift=measured.series.shift,
        role=row.role,
        expected=_expected(verdict) if verdict else "",
        got=_got(verdict) if verdict else "",
        verdict=measured.lead,
        worsened=headline(verdict) if verdict and _got_worse(measured) else "",
    )


def _got_worse(measured: Measured) -> bool:
    verdict = measured.verdict
    if verdict is None or measured.row.role != GUARD:
        return False
    return verdict.is_clear and verdict.outcome in ("worse", "not met")


def _sentence_and_notes(measured: Measured) -> tuple[str, tuple[str, ...]]:
    """The sentence and its notes; while nothing can be called, how sure goes to the notes."""
    verdict = measured.verdict
    if verdict is None or verdict.outcome not in _OPEN or measured.row.role == GUARD:
        return measured.sentence, measured.findings
    moved = headline_and_expected(verdict).removesuffix(".")
    return f"{moved}: {lower_first(measured.lead)}.", (sureness(verdict), *measured.findings)


def _target(verdict: Verdict | None) -> float | None:
    """The figure that was expected, in the unit it is shown in."""
    if verdict is None or verdict.question.target is None:
        return None
    return verdict.question.target * verdict.question.words.kind.factor


def _expected(verdict: Verdict) -> str:
    words, target = verdict.question.words, verdict.question.target
    return "" if target is None else words.shown(target) + words.tail


def _got(verdict: Verdict) -> str:
    words, value = verdict.question.words, verdict.reading.periods.after.value
    return words.shown(value) + words.tail


def voice_fact(voice: Voice) -> VoiceFact:
    return VoiceFact(voice.ref, voice.text, voice.who, voice.side, first_ref("PL", voice.pilot_id))


def lesson_fact(lesson: Lesson) -> LessonFact:
    chain = refs(("M", lesson.measurement_id), ("PL", lesson.pilot_id))
    return LessonFact(lesson.ref, lesson.text, lesson.verdict, chain)


def procedure_fact(procedure: Procedure) -> ProcedureFact:
    return ProcedureFact(
        ref=procedure.ref,
        title=procedure.title,
        purpose=procedure.purpose,
        applies_when=procedure.applies_when,
        steps=procedure.steps,
        owner=procedure.owner,
        on_failure=procedure.on_failure,
        pilot=first_ref("PL", procedure.pilot_id),
    )
