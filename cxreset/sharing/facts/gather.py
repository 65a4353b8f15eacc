"""Read from the workbook all that a plan needs, once, into plain values.

What builds documents meets no table of the workbook, only these facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cxreset.base.errors import UsageError
from cxreset.base.text import one_line
from cxreset.insight import measures
from cxreset.insight.pain_order import RankedPain, rank_pains
from cxreset.programme.calendar import Calendar, position_on
from cxreset.programme.model import Pack
from cxreset.reset.pacing import build_calendar
from cxreset.sharing.documents.money import MONEY, money_of
from cxreset.sharing.facts.habits import habits_of, wins_of
from cxreset.sharing.facts.model import (
    ActionFact,
    AgendaFact,
    DecisionFact,
    FigureFact,
    FixFact,
    FollowUpFact,
    GapFact,
    InsightFact,
    LessonFact,
    MeasureFact,
    MeetingFact,
    PainFact,
    PersonFact,
    PilotFact,
    PlanFacts,
    ProcedureFact,
    SessionFact,
    StepFact,
    ToldFact,
    TouchpointFact,
    VoiceFact,
)
from cxreset.sharing.facts.verbatims import named_in, quoted, telling, tied
from cxreset.workbook.book import Workbook
from cxreset.workbook.pace import Pace
from cxreset.workbook.tables import (
    Action,
    AgendaItem,
    Decision,
    Fix,
    FollowUp,
    Gap,
    Insight,
    Lesson,
    Measurement,
    Metric,
    Pain,
    Person,
    Pilot,
    Procedure,
    ShareOut,
    Touchpoint,
    Voice,
)


def gather(book: Workbook, pack: Pack, today: date) -> PlanFacts:
    """The facts of a plan as of `today`; measurements and order come from `insight`."""
    settings = book.settings()
    pace = Pace(book.file)
    calendar = build_calendar(
        pack, settings.start_on, settings.workdays, pace.pauses(), pace.squeezes(), today
    )
    standing = position_on(calendar, today)
    day = {"before": 0, "after": 31}.get(standing.phase, standing.day.number)
    hits, marked = book.preventable_counts()
    thread = _Thread(book)
    pains = _pains(book, thread)
    pilots = book.rows(Pilot)
    measured = book.rows(Measurement)
    return PlanFacts(
        name=settings.name,
        organisation=settings.organisation,
        today=today,
        start_on=calendar.days[0].on,
        day=day,
        credit=pack.credit,
        comments=book.feedback_total(),
        channels=book.channel_counts(),
        preventable=(hits, marked),
        preventable_range=_share_range(hits, marked),
        pains=tuple(pain for pain in pains if pain.chosen),
        other_pains=tuple(pain for pain in pains if not pain.chosen),
        gaps=tuple(_gap(book, gap, thread, pains) for gap in thread.gaps.values()),
        # a line made and not yet filled in says nothing to a reader
        fixes=tuple(_fix(fix, thread) for fix in thread.fixes.values() if fix.title.strip()),
        actions=tuple(_action(action, thread) for action in thread.actions.values()),
        meeting=_meeting(book),
        follow_ups=tuple(_follow_up(one, thread) for one in book.rows(FollowUp)),
        pilots=tuple(
            PilotFact(
                pilot.ref,
                pilot.title,
                thread.of_pilot(pilot),
                pilot.hypothesis,
                pilot.participants,
                pilot.start_on,
                pilot.end_on,
                pilot.stop_rule,
                tuple(_measure(one) for one in measured if one.pilot_id == pilot.id),
            )
            for pilot in pilots
        ),
        measures=tuple(_measure(one) for one in measured if one.pilot_id is None),
        voices=tuple(
            VoiceFact(one.ref, one.text, one.who, one.side, *_refs(("PL", one.pilot_id)))
            for one in book.rows(Voice)
        ),
        lessons=tuple(
            LessonFact(
                lesson.ref,
                lesson.text,
                lesson.verdict,
                _refs(("M", lesson.measurement_id), ("PL", lesson.pilot_id)),
            )
            for lesson in book.rows(Lesson)
        ),
        procedures=tuple(
            ProcedureFact(
                one.ref,
                one.title,
                one.purpose,
                one.applies_when,
                one.steps,
                one.owner,
                one.on_failure,
                *_refs(("PL", one.pilot_id)),
            )
            for one in book.rows(Procedure)
        ),
        told=tuple(
            ToldFact(one.who, one.told_on, one.how, one.what)
            for one in book.rows(ShareOut, "told_on", "id")
        ),
        figures=tuple(_figures(book, pack)),
        touchpoints=tuple(
            TouchpointFact(one.ref, one.name, one.promise, one.reality)
            for one in thread.touchpoints.values()
        ),
        money=money_of(book.answers(MONEY), pack),
        habits=habits_of(book, pack),
        wins=wins_of(book),
        steps={step.id: _step(book, pack, step.id) for step in pack.steps},
        created_on=settings.created_on,
        sessions=tuple(_sessions(calendar, pack)),
        tied=lambda: tied(book),
    )


class _Thread:
    """The golden thread: from an action, a fix or a gap back to the pain customers named."""

    def __init__(self, book: Workbook) -> None:
        self.pains = {pain.key: pain for pain in book.rows(Pain)}
        self.gaps = {gap.key: gap for gap in book.rows(Gap)}
        self.fixes = {fix.key: fix for fix in book.rows(Fix)}
        self.actions = {action.key: action for action in book.rows(Action)}
        self.touchpoints = {one.key: one for one in book.rows(Touchpoint)}
        self.evidence = book.evidence_counts()

    def of_gap(self, gap_id: int | None, pain_id: int | None) -> tuple[str, ...]:
        """A gap and its pain; the pain alone where there is no gap."""
        gap = self.gaps.get(gap_id or 0)
        return _refs(("G", gap_id), ("P", (gap.pain_id if gap else None) or pain_id))

    def of_action(self, action: Action) -> tuple[str, ...]:
        fix = self.fixes.get(action.fix_id or 0)
        gap_id = action.gap_id or (fix.gap_id if fix else None)
        pain_id = action.pain_id or (fix.pain_id if fix else None)
        return (*_refs(("F", action.fix_id)), *self.of_gap(gap_id, pain_id))

    def of_pilot(self, pilot: Pilot) -> tuple[str, ...]:
        action = self.actions.get(pilot.action_id or 0)
        return (action.ref, *self.of_action(action)) if action else ()

    def comments(self, chain: tuple[str, ...]) -> int:
        """Comments behind the pain at the end of a chain."""
        pain = chain[-1] if chain else ""
        return self.evidence.get(int(pain[1:]), 0) if pain.startswith("P") else 0


def _refs(*ties: tuple[str, int | None]) -> tuple[str, ...]:
    return tuple(f"{prefix}{number}" for prefix, number in ties if number is not None)


def _pains(book: Workbook, thread: _Thread) -> list[PainFact]:
    """Every pain in the order steps 1.3 and 1.4 show, the chosen ones with their best quotes."""
    return [_pain(book, one) for one in rank_pains(thread.pains.values(), thread.evidence)]


def _pain(book: Workbook, one: RankedPain[Pain]) -> PainFact:
    pain = one.pain
    return PainFact(
        pain.ref,
        pain.title,
        one.comments,
        pain.chosen,
        pain.actionable,
        pain.urgency,
        pain.problem,
        one.rank.reason,
        quoted(book, telling(book, pain)) if pain.chosen else (),
    )


def _gap(book: Workbook, gap: Gap, thread: _Thread, pains: list[PainFact]) -> GapFact:
    point = thread.touchpoints.get(gap.touchpoint_id or 0) or Touchpoint()
    ref = f"P{gap.pain_id}" if gap.pain_id else ""
    behind = next((pain.quotes for pain in pains if pain.ref == ref), ())
    return GapFact(
        gap.ref,
        gap.title,
        f"{point.ref} {point.name}" if point.id else "",
        point.promise,
        point.reality,
        point.evidence,
        point.width,
        ref,
        thread.evidence.get(gap.pain_id or 0, 0),
        quoted(book, named_in(point.evidence)) or behind,
    )


def _fix(fix: Fix, thread: _Thread) -> FixFact:
    chain = thread.of_gap(fix.gap_id, fix.pain_id)
    return FixFact(
        fix.ref,
        fix.title,
        fix.kind,
        fix.effort,
        fix.reason,
        fix.horizon,
        fix.start_on,
        fix.end_on,
        chain,
        next((ref for ref in chain if ref.startswith("P")), ""),
        thread.comments(chain),
    )


def _action(action: Action, thread: _Thread) -> ActionFact:
    chain = thread.of_action(action)
    return ActionFact(
        action.ref,
        action.title,
        action.owner,
        action.deadline,
        action.status,
        chain,
        thread.comments(chain),
        action.completed_on,
        action.note,
        action.opened_on,
    )


def _meeting(book: Workbook) -> MeetingFact:
    meeting = book.meeting()
    return MeetingFact(
        meeting.held_on,
        meeting.starts_at,
        meeting.place,
        meeting.notes,
        tuple(
            PersonFact(one.name, one.function, one.attended, one.email) for one in book.rows(Person)
        ),
        tuple(
            InsightFact(one.title, _refs(("G", one.gap_id), ("P", one.pain_id)), one.reaction)
            for one in book.rows(Insight)
        ),
        tuple(DecisionFact(one.ref, one.title, one.priority) for one in book.rows(Decision)),
        tuple(
            AgendaFact(one.title, one.minutes, one.lead)
            for one in book.rows(AgendaItem, "position", "id")
        ),
    )


def _follow_up(one: FollowUp, thread: _Thread) -> FollowUpFact:
    action = thread.actions.get(one.action_id or 0)
    return FollowUpFact(
        one.ref, one.what, one.who, one.due_on, one.done, action.ref if action else ""
    )


def _measure(one: Measurement) -> MeasureFact:
    """Counts that cannot be are said so in place: a plan is not refused for one typing slip."""
    try:
        before = measures.counted(one.kind, one.before_hits, one.before_total, one.before_low)
        after = measures.counted(one.kind, one.after_hits, one.after_total, one.after_low)
        found = measures.compare(
            one.kind, before, after, name=one.name, better=one.better, scale=one.scale
        )
    except UsageError as error:
        name = one_line(one.name) or one.ref
        return MeasureFact(one.ref, one.name, f"{name}: {error.sentence}", one.kind)
    return MeasureFact(one.ref, one.name, found.sentence, one.kind, found.before, found.after)


def _share_range(hits: int, marked: int) -> tuple[float, float] | None:
    """The 95 % Wilson interval of the preventable share, in %."""
    if not marked:
        return None
    around = measures.interval("share", measures.Counts(hits, marked))
    return around.low, around.high


def _figures(book: Workbook, pack: Pack) -> Iterable[FigureFact]:
    """Figures kept by hand that were written down, in the programme's order."""
    kept = {metric.key: metric for metric in book.rows(Metric)}
    for week in pack.weeks:
        for asked in week.metrics:
            metric = kept.pop(asked.key, None)
            if metric and (metric.before.strip() or metric.after.strip()):
                yield FigureFact(asked.title, metric.before, metric.after)


def _sessions(calendar: Calendar, pack: Pack) -> Iterable[SessionFact]:
    """The days with a session; a day with several is called after the first."""
    for day in calendar.days:
        if day.sessions:
            session = pack.session(day.sessions[0])
            step = pack.step(session.step) if session.step else None
            title = step.title if step else session.part
            yield SessionFact(day.number, day.on, title, step.minutes if step else 0)


def _step(book: Workbook, pack: Pack, step_id: str) -> StepFact:
    step = pack.step(step_id)
    written = book.answers(step_id)
    noted = tuple((ask.text, written[ask.key]) for ask in step.prompts if ask.key in written)
    return StepFact(step.number, step.title, noted)
