"""What the workbook holds in numbers, what is done, and what comes next.

Imported at every start: stay light.
"""

from __future__ import annotations

from cxreset.base.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from typing import Final

MEETING_MINUTES: Final = 90
WANTED: Final = 3
"""Pains and gaps to choose: enough to matter, few enough to finish."""


class Tally(Record):
    """Counts of the workbook's rows, and the refs of those that lack something; never negative."""

    comments: int = 0
    comments_seen: int = 0
    comments_tied: int = 0
    channels_seen: int = 0
    channels_used: int = 0
    marked_preventable: int = 0
    marked_either: int = 0
    pains: int = 0
    pains_chosen: int = 0
    chosen_without_evidence: tuple[str, ...] = ()
    chosen_undecided: tuple[str, ...] = ()
    chosen_unrated: tuple[str, ...] = ()
    chosen_without_problem: tuple[str, ...] = ()
    chosen_without_fix: tuple[str, ...] = ()
    touchpoints: int = 0
    touchpoints_incomplete: int = 0
    touchpoints_unrated: int = 0
    gaps: int = 0
    gaps_untied: tuple[str, ...] = ()
    chosen_without_gap: tuple[str, ...] = ()
    gaps_without_fix: tuple[str, ...] = ()
    fixes: int = 0
    fixes_unsorted: tuple[str, ...] = ()
    fixes_on_roadmap: int = 0
    roadmap_undated: tuple[str, ...] = ()
    actions: int = 0
    actions_without_owner: tuple[str, ...] = ()
    actions_without_deadline: tuple[str, ...] = ()
    actions_completed: int = 0
    actions_from_roadmap: int = 0
    meeting_dated: bool = False
    meeting_held: bool = False
    people: int = 0
    functions_missing: tuple[str, ...] = ()
    agenda_minutes: int = 0
    insights: int = 0
    decisions: int = 0
    follow_ups: int = 0
    follow_ups_undated: int = 0
    pilots: int = 0
    pilot_gaps: tuple[str, ...] = ()
    measurements: int = 0
    measurements_complete: int = 0
    voices_customer: int = 0
    voices_team: int = 0
    lessons: int = 0
    procedures: int = 0
    share_outs: int = 0
    share_outs_to_nobody: int = 0
    share_outs_without_how: int = 0
    share_outs_undated: int = 0


class WeekDone(Record):
    """How far one week is: `done` of `total` steps, 0 <= done <= total."""

    week: str
    done: int
    total: int


def next_step(
    step_ids: Sequence[str], ticked: Collection[str], suggested: str | None
) -> str | None:
    """The step to suggest: the earliest unticked one up to today's, else the next after it.

    `suggested` is today's by the calendar, or None (a closing day, a step of no pack): then every
    step counts as due. None when all are ticked.
    """
    due = step_ids.index(suggested) + 1 if suggested in step_ids else len(step_ids)
    still_open = [step_id for step_id in step_ids[:due] if step_id not in ticked]
    ahead = [step_id for step_id in step_ids[due:] if step_id not in ticked]
    return next(iter(still_open or ahead), None)


def weeks_done(steps: Iterable[tuple[str, str]], ticked: Collection[str]) -> tuple[WeekDone, ...]:
    """Steps done per week, weeks in order of appearance; `steps` are pairs (step id, week id)."""
    weeks: dict[str, WeekDone] = {}
    for step_id, week in steps:
        _, done, total = weeks.get(week, WeekDone(week, 0, 0))
        weeks[week] = WeekDone(week, done + (step_id in ticked), total + 1)
    return tuple(weeks.values())
