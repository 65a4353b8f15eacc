"""A pilot's plan as typed, asked of the planner: answers and weeks, or no and three ways out."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.language.words import N_, _
from cxreset.base.text import listed
from cxreset.insight.figures.counts import Typed, problem_of, read_figure
from cxreset.insight.figures.kinds import KINDS, ends_of
from cxreset.insight.figures.pilot.planner import LONGEST_PILOT, Baseline, Trial, plan
from cxreset.insight.figures.pilot.planner_words import answer, ways_out
from cxreset.workbook.tables import Pilot, PilotPlan

_WANTED = {
    "current": N_("the figure now"),
    "smallest": N_("the smallest change worth having"),
    "per_week": N_("how many answers come in a week"),
}


class PlanAnswer(NamedTuple):
    """The planner's line and, where the answer is no, three ways out."""

    line: str
    ways: tuple[str, ...] = ()
    is_feasible: bool = False


def plan_answer(row: PilotPlan, pilot: Pilot | None, looks: int = 1) -> PlanAnswer:
    """What the planner says of what was typed; what is still missing is asked for by name."""
    problem = plan_problem(row)
    if problem:
        return PlanAnswer(problem)
    trial = trial_of(row, pilot, looks)
    if trial is None:
        lacking = [_(what) for column, what in _WANTED.items() if not getattr(row, column)]
        return PlanAnswer(_("To plan the pilot, say {lacking}.").format(lacking=listed(lacking)))
    found = plan(trial)
    return PlanAnswer(
        answer(trial, row.name, row.scale),
        ways_out(trial, row.name, row.scale),
        found.is_feasible,
    )


def plan_problem(row: PilotPlan) -> str:
    """Why what was typed cannot be; empty when it can."""
    if row.kind == "nps" and _shares(row.current):
        return ""
    for text in (row.current, row.target):
        if text and (problem := problem_of(row.kind, Typed(value=text), row.scale)):
            return problem
    if row.smallest and read_figure(row.smallest)[0] is None:
        return _("“{smallest}” is not a change: write it like 10.").format(smallest=row.smallest)
    return ""


def trial_of(row: PilotPlan, pilot: Pilot | None, looks: int = 1) -> Trial | None:
    """What the pilot is asked to show; None while the figure now or the change is missing."""
    baseline = baseline_of(row)
    change = _change(row)
    if baseline is None or change is None:
        return None
    return Trial(
        baseline=baseline,
        change=change,
        counted=row.counted,
        per_week=row.per_week or None,
        weeks=_weeks(pilot),
        looks=max(1, looks),
        comparison=bool(pilot and pilot.comparison.strip()),
    )


def baseline_of(row: PilotPlan) -> Baseline | None:
    """The figure now: `65`, for NPS also `50/20` (promoters and detractors), effort `4.9 ± 1.5`."""
    if row.kind == "nps" and (shares := _shares(row.current)):
        return Baseline.score(*shares)
    written, spread = read_figure(row.current)
    if written is None:
        return None
    value = written.value / KINDS[row.kind].factor
    if row.kind == "nps":
        return Baseline.bare_score(value)
    if row.kind == "rate":
        return Baseline.rate(value)
    if row.kind == "effort":
        ends = ends_of(row.scale)
        return Baseline.mean(value, spread or (ends[1] - ends[0]) / 4, ends)
    return Baseline.share(row.kind, value)


def wanted_answers(row: PilotPlan, pilot: Pilot | None) -> int | None:
    """Answers in the pilot that the plan takes, or those the weeks will bring; None if unknown."""
    trial = trial_of(row, pilot)
    if trial is None:
        return None
    found = plan(trial)
    if found.is_feasible or not row.per_week:
        return found.after
    return row.per_week * _weeks(pilot)


def _change(row: PilotPlan) -> float | None:
    """The smallest change worth having with its sign; else the way from now to the target."""
    written, _ = read_figure(row.smallest)
    factor = KINDS[row.kind].factor
    if written:
        size = abs(written.value) / factor
        return size if row.better == "up" else -size
    target, _ = read_figure(row.target)
    baseline = baseline_of(row)
    return target.value / factor - baseline.value if target and baseline else None


def _weeks(pilot: Pilot | None) -> int:
    """Whole weeks between the pilot's days; twelve while they are not set."""
    if pilot is None or pilot.start_on is None or pilot.end_on is None:
        return LONGEST_PILOT
    return max(1, ((pilot.end_on - pilot.start_on).days + 3) // 7)


def _shares(text: str) -> tuple[float, float] | None:
    """Promoters and detractors, 0..1, from `50/20`."""
    first, parted, second = text.partition("/")
    promoters, detractors = read_figure(first)[0], read_figure(second)[0]
    if not parted or promoters is None or detractors is None:
        return None
    shares = promoters.value / 100, detractors.value / 100
    return shares if min(shares) >= 0 and sum(shares) <= 1 else None
