"""Read from the workbook all that a plan needs, once, into plain values.

What builds documents meets no table of the workbook, only these facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cxreset.insight.figures.intervals import wilson
from cxreset.insight.figures.samples import ENOUGH_FOR_A_SHARE
from cxreset.insight.pain_order import rank_pains
from cxreset.insight.weighing.words import sentences
from cxreset.programme.calendar import Calendar, CalendarPosition, position_on
from cxreset.programme.model import Pack, Step
from cxreset.reset.cycles import measured_changes
from cxreset.reset.evidence.complaints import complaint_count
from cxreset.reset.evidence.quoting import Quotes
from cxreset.reset.evidence.weighing import pain_weight
from cxreset.reset.measures.days import days_of
from cxreset.reset.measures.figure_home import home_of
from cxreset.reset.measures.measuring import measured_all
from cxreset.reset.pacing import build_calendar
from cxreset.sharing.facts import rows
from cxreset.sharing.facts.customers import GapFact, PainFact
from cxreset.sharing.facts.days import days_fact
from cxreset.sharing.facts.habits import habits_of, week_of, wins_of
from cxreset.sharing.facts.money import money_of, money_sheet
from cxreset.sharing.facts.plan import (
    CycleFact,
    FigureFact,
    MoneyFact,
    PlanFacts,
    SessionFact,
    StepFact,
)
from cxreset.sharing.facts.presentable import presentable
from cxreset.sharing.facts.teams import (
    ActionFact,
    AgendaFact,
    MeetingFact,
    PersonFact,
    ShareOutFact,
)
from cxreset.sharing.facts.verbatims import named_in, quoted, tied
from cxreset.workbook.book import Workbook
from cxreset.workbook.cycles.compared import CycleFigures, cycles_compared
from cxreset.workbook.daily import Daily
from cxreset.workbook.pace import Pace
from cxreset.workbook.tables import (
    AgendaItem,
    CustomerReply,
    Decision,
    FollowUp,
    Insight,
    Lesson,
    Metric,
    ParkedItem,
    Person,
    Pilot,
    Procedure,
    ShareOut,
    Touchpoint,
    Voice,
    Why,
)
from cxreset.workbook.thread import Thread


def gather(book: Workbook, pack: Pack, today: date, *, evidence: bool = True) -> PlanFacts:
    """The facts of a plan as of `today`; measurements and order come from `insight`.

    Rows without words are left out (`presentable`). Without `evidence` no pain or gap has quotes or
    weights: to find them takes longer than all the rest.
    """
    settings = book.settings()
    pace = Pace(book.file)
    daily = Daily(book.file)
    calendar = build_calendar(
        pack,
        settings.start_on,
        settings.workdays,
        pace.pauses(),
        pace.squeezes(),
        today,
        frozenset(daily.holidays()),
    )
    preventable = book.preventable_counts()
    thread = Thread(book)
    pains = _pains(book, thread, today, evidence=evidence)
    touchpoints = book.rows(Touchpoint)
    measured = measured_all(book, today)
    facts = PlanFacts(
        name=settings.name,
        organisation=settings.organisation,
        today=today,
        start_on=calendar.days[0].on,
        day=_day(position_on(calendar, today)),
        credit=pack.credit,
        comments=book.feedback_total(),
        complaints=lambda: complaint_count(book.file),
        channels=book.channel_counts(),
        preventable=preventable,
        preventable_range=_share_range(*preventable),
        pains=tuple(pain for pain in pains if pain.chosen),
        other_pains=tuple(pain for pain in pains if not pain.chosen),
        gaps=tuple(_gaps(book, thread, touchpoints, pains, evidence=evidence)),
        fixes=tuple(rows.fix_fact(fix, thread) for fix in thread.fixes.values()),
        actions=tuple(_actions(book, thread)),
        meeting=_meeting(book),
        follow_ups=tuple(map(rows.follow_up_fact, book.rows(FollowUp))),
        pilots=tuple(rows.pilot_fact(pilot, thread, measured) for pilot in book.rows(Pilot)),
        measures=tuple(rows.measure_fact(one) for one in measured if one.row.pilot_id is None),
        voices=tuple(map(rows.voice_fact, book.rows(Voice))),
        lessons=tuple(map(rows.lesson_fact, book.rows(Lesson))),
        procedures=tuple(map(rows.procedure_fact, book.rows(Procedure))),
        share_outs=tuple(
            ShareOutFact(one.who, one.shared_on, one.how, one.what)
            for one in book.rows(ShareOut, "shared_on", "id")
        ),
        figures=tuple(_figures(book, pack)),
        touchpoints=tuple(map(rows.touchpoint_fact, touchpoints)),
        money=_money(book, pack),
        habits=habits_of(book, pack),
        wins=wins_of(book),
        steps=tuple(_step(book, step) for step in pack.steps),
        created_on=settings.created_on,
        daily_at=settings.daily_at,
        sessions=tuple(_sessions(calendar, pack)),
        cycles=tuple(map(_cycle, cycles_compared(book.file))),
        days=days_fact(days_of(daily, pack, calendar, today)),
        tied=lambda: tied(book),
        week=lambda: week_of(book, pack, today),
    )
    return presentable(facts)


def _day(position: CalendarPosition) -> int:
    """The number of the day, 1 to 30; 0 before the first and 31 after the last."""
    return {"before": 0, "after": 31}.get(position.phase, position.day.number)


def _share_range(hits: int, marked: int) -> tuple[float, float] | None:
    """The 95 % Wilson interval of the preventable share, in %; None where no share is said."""
    if marked < ENOUGH_FOR_A_SHARE:
        return None
    around = wilson(hits, marked)
    return 100 * around.low, 100 * around.high


def _pains(book: Workbook, thread: Thread, today: date, *, evidence: bool) -> list[PainFact]:
    """Every pain in its order, the chosen ones with their most telling quotes and their weight."""
    quotes = Quotes(book)
    ranked_pains = rank_pains(thread.pains.values(), thread.evidence)
    found = []
    for ranked in ranked_pains:
        number, proved = ranked.pain.key, ranked.pain.chosen and evidence
        best = quoted(book, quotes.of(number)) if proved else ()
        weight = pain_weight(book.file, today, number, len(ranked_pains)) if proved else None
        whys = book.rows(Why, pain_id=number)
        found.append(rows.pain_fact(ranked, best, sentences(weight) if weight else (), whys))
    return found


def _gaps(
    book: Workbook,
    thread: Thread,
    touchpoints: list[Touchpoint],
    pains: list[PainFact],
    *,
    evidence: bool,
) -> Iterator[GapFact]:
    """Every gap with the quotes that its touchpoint names, else those of its pain."""
    points = {point.key: point for point in touchpoints}
    quotes_of = {pain.ref: pain.quotes for pain in pains}
    for gap in thread.gaps.values():
        point = points.get(gap.touchpoint_id or 0)
        named = quoted(book, named_in(point.evidence)) if point and evidence else ()
        behind = quotes_of.get(rows.first_ref("P", gap.pain_id), ())
        yield rows.gap_fact(gap, point, thread, named or behind)


def _actions(book: Workbook, thread: Thread) -> Iterator[ActionFact]:
    replies = {row.action_id: row for row in book.rows(CustomerReply)}
    for action in thread.actions:
        yield rows.action_fact(action, thread, replies.get(action.key))


def _cycle(figures: CycleFigures) -> CycleFact:
    return CycleFact(
        start_on=figures.start_on,
        comments=figures.comments,
        actions=figures.actions,
        completed=figures.completed,
        first=figures.checkup[0],
        last=figures.checkup[1],
        pains=tuple((f"P{number}", tied) for number, (_, tied) in figures.pains.items()),
        figures=tuple(measured_changes(figures)),
    )


def _agenda(book: Workbook, *, next_time: bool) -> tuple[AgendaFact, ...]:
    return tuple(
        AgendaFact(one.title, one.minutes, one.lead, round(one.used_seconds / 60))
        for one in book.rows(AgendaItem, "position", "id", next_time=next_time)
    )


def _meeting(book: Workbook) -> MeetingFact:
    meeting = book.meeting()
    return MeetingFact(
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        location=meeting.location,
        notes=meeting.notes,
        people=tuple(
            PersonFact(one.name, one.function, one.attended, one.email) for one in book.rows(Person)
        ),
        insights=tuple(map(rows.insight_fact, book.rows(Insight))),
        decisions=tuple(map(rows.decision_fact, book.rows(Decision))),
        agenda=_agenda(book, next_time=False),
        rule=meeting.rule,
        parked=tuple(one.text for one in book.rows(ParkedItem)),
        next_agenda=_agenda(book, next_time=True),
        premortem=meeting.premortem,
    )


def _figures(book: Workbook, pack: Pack) -> Iterator[FigureFact]:
    """Figures kept by hand that were written down, in the programme's order, each once.

    Those that have a home among the measurements are told there.
    """
    by_key = {metric.key: metric for metric in book.rows(Metric)}
    for week in pack.weeks:
        for asked in week.metrics:
            metric = by_key.pop(asked.key, None)
            if (
                home_of(book, asked.key) is None
                and metric
                and (metric.before.strip() or metric.after.strip())
            ):
                yield FigureFact(asked.title, metric.before, metric.after)


def _money(book: Workbook, pack: Pack) -> MoneyFact | None:
    sheet = money_sheet(pack)
    return money_of(sheet, book.answers(sheet.id)) if sheet else None


def _sessions(calendar: Calendar, pack: Pack) -> Iterator[SessionFact]:
    """The days with a session; a day with several is called after the first."""
    for day in calendar.days:
        if day.sessions:
            session = pack.session(day.sessions[0])
            step = pack.step(session.step) if session.step else None
            title = step.title if step else session.part
            yield SessionFact(day.number, day.on, title, step.minutes if step else 0)


def _step(book: Workbook, step: Step) -> StepFact:
    written = book.answers(step.id)
    answers = tuple((ask.text, written[ask.key]) for ask in step.prompts if ask.key in written)
    return StepFact(step.number, step.title, step.worksheet, answers)
