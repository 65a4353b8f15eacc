"""What the workbook's measurements say today: one home for a figure, wherever it is shown.

The pilot's figure, its guard, the looks, the comparison place and days 60 and 90 are read from the
workbook once and judged by `insight.figures`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.insight.figures.chart_data import Range
from cxreset.insight.figures.counts import Period, read_figure, read_period, read_periods
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.percent import bare_sentence
from cxreset.insight.figures.pilot.comparison import Periods
from cxreset.insight.figures.pilot.follow_up import FOLLOW_UP_DAYS, follow_up_sentence
from cxreset.insight.figures.pilot.outcome_words import LEADS
from cxreset.insight.figures.pilot.verdict import Look, Question, Sites, Verdict, judge
from cxreset.insight.figures.pilot.verdict_words import (
    cautions,
    guard_sentence,
    next_step,
    sentence,
)
from cxreset.insight.figures.samples import Sample
from cxreset.reset.measures.data_points import UNPLANNED
from cxreset.reset.measures.planning import wanted_answers
from cxreset.reset.measures.series import Series, ranges_of, series_of, typed_of, typed_point
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import DataPoint, Measurement, Pilot, PilotPlan

MAIN, GUARD = "main", "guard"


class Measured(NamedTuple):
    """A measurement and what it says.

    `verdict` is None where there is nothing to judge: `sentence` says why. `notes` are what the
    sentence leaves out: cautions, the next step, whether it has held. `series` and `ranges` are
    what its charts show.
    """

    row: Measurement
    before: Period
    after: Period
    verdict: Verdict | None
    sentence: str
    notes: tuple[str, ...] = ()
    series: Series = Series()
    ranges: tuple[Range, ...] = ()

    @property
    def findings(self) -> tuple[str, ...]:
        """The notes without the next step, which is advice to the leader."""
        advice = next_step(self.verdict) if self.verdict else ""
        return tuple(note for note in self.notes if note != advice)

    @property
    def outcome(self) -> str:
        """`met`, `too early` …; empty without a verdict."""
        return self.verdict.outcome if self.verdict else ""

    def shown(self, when: Literal["before", "after"]) -> float | None:
        """The figure of a period in the unit it is shown in; None where there is none."""
        period = self.before if when == "before" else self.after
        if period.sample:
            return period.sample.value * KINDS[self.row.kind].factor
        return period.written.value if period.written else None

    @property
    def lead(self) -> str:
        """`Met`, `Too early to call` …; empty without a verdict."""
        return _(LEADS[self.verdict.outcome]) if self.verdict else ""


class Context(NamedTuple):
    """What a measurement is judged by, besides its own counts."""

    today: date
    pilot: Pilot | None = None
    plan: PilotPlan | None = None
    points: Sequence[DataPoint] = ()


def measured_all(book: Workbook, today: date) -> list[Measured]:
    """Every measurement in order, as of `today`."""
    pilots = {pilot.id: pilot for pilot in book.rows(Pilot)}
    plans = {plan.pilot_id: plan for plan in book.rows(PilotPlan)}
    points: dict[int | None, list[DataPoint]] = {}
    for point in book.rows(DataPoint, "counted_on", "id"):
        points.setdefault(point.measurement_id, []).append(point)
    return [
        judged(
            row,
            Context(
                today, pilots.get(row.pilot_id), plans.get(row.pilot_id), points.get(row.id, [])
            ),
        )
        for row in book.rows(Measurement)
    ]


def measured(book: Workbook, row: Measurement, today: date) -> Measured:
    """One measurement, as of `today`."""
    pilot = book.get(Pilot, row.pilot_id) if row.pilot_id else None
    plans = book.rows(PilotPlan, pilot_id=row.pilot_id) if row.pilot_id else []
    points = book.rows(DataPoint, "counted_on", "id", measurement_id=row.id)
    return judged(row, Context(today, pilot, plans[0] if plans else None, points))


def question_of(row: Measurement, plan: PilotPlan | None) -> Question:
    """What the measurement is asked; the plan's target goes with the pilot's own figure."""
    words = Wording.of(KINDS[row.kind], row.name, row.scale)
    target = None
    if plan and row.role == MAIN and plan.kind == row.kind:
        written, _ = read_figure(plan.target)
        target = written.value / words.kind.factor if written else None
    return Question(words, "down" if row.better == "down" else "up", target)


def judged(row: Measurement, context: Context) -> Measured:
    """What a measurement says in its context."""
    before, after = read_periods(
        row.kind, typed_of(row, "before"), typed_of(row, "after"), row.scale
    )
    begun_on = context.pilot.start_on if context.pilot else None
    elsewhere = _elsewhere(row, context.points)
    bare = Measured(
        row=row,
        before=before,
        after=after,
        verdict=None,
        sentence=_problems(before, after),
        series=series_of(row, context.points, begun_on, context.today),
        ranges=ranges_of(row.kind, (before, after), elsewhere),
    )
    if bare.sentence:
        return bare
    question = question_of(row, context.plan)
    if before.sample is None or after.sample is None:
        return bare._replace(sentence=_incomplete(question.words, before, after))
    latest = Periods(before.sample, after.sample, elsewhere)
    plan = context.plan if row.role == MAIN else None
    found = judge(
        question,
        latest,
        sites=_sites(context.pilot, row.role),
        looks=_looks(row, context, latest),
        wanted=wanted_answers(plan, context.pilot) if plan else None,
    )
    notes = [*cautions(found), next_step(found), *_later(question, latest, row, context.points)]
    line = guard_sentence(found) if row.role == GUARD else sentence(found)
    return bare._replace(verdict=found, sentence=line, notes=tuple(notes))


def _problems(before: Period, after: Period) -> str:
    named = ((_("Before"), before.problem), (_("After"), after.problem))
    return " ".join(f"{when}: {problem}" for when, problem in named if problem)


def _incomplete(words: Wording, before: Period, after: Period) -> str:
    """What can be said without two samples."""
    if before.written and after.written:
        return bare_sentence(words, before.written, after.written)
    for when, known in (("before", before), ("after", after)):
        if known.sample:
            value, around = known.sample.value, known.sample.range()
            digits = words.digits(value, *(around or ()))
            sure = _("how sure cannot be told")
            if around:
                ends = (words.figure(end, digits).removesuffix(words.kind.unit) for end in around)
                low, high = ends
                sure = _("likely {low} to {high}").format(low=low, high=high)
            sentence = _(
                "{name} after the change: {figure}{tail} ({sure}), on {total} {counted}; the "
                "counts before it are still missing, so nothing can be compared yet."
            )
            if when == "before":
                sentence = _(
                    "{name} before the change: {figure}{tail} ({sure}), on {total} {counted}; the "
                    "counts after it are still missing, so nothing can be compared yet."
                )
            return sentence.format(
                name=words.name,
                figure=words.figure(value, digits),
                tail=words.tail,
                sure=sure,
                total=whole(known.sample.total),
                counted=words.counted,
            )
        if known.written:
            shown = words.figure(known.written.value / words.kind.factor, known.written.decimals)
            sentence = _(
                "{name} after the change: {figure}{tail}, without its number of {counted}; the "
                "figure before it is still missing."
            )
            if when == "before":
                sentence = _(
                    "{name} before the change: {figure}{tail}, without its number of {counted}; "
                    "the figure after it is still missing."
                )
            return sentence.format(
                name=words.name, figure=shown, tail=words.tail, counted=words.counted
            )
    return _("Nothing is counted yet for {name}, neither before nor after.").format(name=words.name)


def _elsewhere(row: Measurement, points: Iterable[DataPoint]) -> tuple[Sample, Sample] | None:
    """The comparison place before and after; None while one is missing."""
    found = {
        point.period: read_period(row.kind, typed_point(point), row.scale).sample
        for point in points
        if point.site == "comparison" and point.period in ("before", "after")
    }
    before, after = found.get("before"), found.get("after")
    return (before, after) if before and after else None


def _sites(pilot: Pilot | None, role: str) -> Sites:
    if pilot is None:
        return Sites()
    # It was chosen by its worst figure: only that one gets better by itself.
    worst_of = pilot.worst_of or 0 if role == MAIN else 0
    return Sites(pilot.site, pilot.comparison, worst_of, bool(pilot.fresh_baseline))


def _looks(row: Measurement, context: Context, latest: Periods) -> list[Look]:
    """The planned looks; without them, one at the end of the pilot."""
    planned = [
        point for point in context.points if point.period == "look" and point.note != UNPLANNED
    ]
    if row.role == MAIN and planned:
        return list(_planned(row, planned, latest))
    end = context.pilot.end_on if context.pilot else None
    if end is None or end < context.today:
        return []
    return [Look(end)]


def _planned(row: Measurement, points: Sequence[DataPoint], latest: Periods) -> Iterable[Look]:
    """Each planned day, with its counts once they were taken."""
    beside = {
        point.counted_on: read_period(row.kind, typed_point(point), row.scale).sample
        for point in points
        if point.site == "comparison"
    }
    for point in points:
        if point.site == "comparison" or point.counted_on is None:
            continue
        after = read_period(row.kind, typed_point(point), row.scale).sample
        other = beside.get(point.counted_on)
        elsewhere = (latest.elsewhere[0], other) if latest.elsewhere and other else None
        held = Periods(latest.before, after, elsewhere) if after else None
        yield Look(point.counted_on, held)


def _later(
    question: Question, latest: Periods, row: Measurement, points: Iterable[DataPoint]
) -> Iterable[str]:
    """Whether it has held on days 60 and 90, where that was counted."""
    for point in points:
        for day in FOLLOW_UP_DAYS:
            if point.period == f"day{day}" and point.site == "pilot":
                sample = read_period(row.kind, typed_point(point), row.scale).sample
                if sample:
                    yield follow_up_sentence(question, (latest.before, latest.after, sample), day)
