"""How far the reset has come, as plain values: `cxreset status`, for people and scripts."""

from __future__ import annotations

from cxreset.insight.progress import weeks_done
from cxreset.reset.progress import tally
from cxreset.reset.today import today_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import TypedDict

    from cxreset.programme.model import Step
    from cxreset.reset.reset import Reset

    class NextStep(TypedDict):
        """The step to do next, for scripts."""

        id: str
        number: str
        title: str

    class WeekStatus(TypedDict):
        """How far one week is, for scripts."""

        id: str
        number: int
        title: str
        done: int
        total: int

    class Status(TypedDict):
        """How far the reset has come; the keys are those of `cxreset status --json`."""

        name: str
        organisation: str
        on: str
        day: int | None
        phase: str
        ends_on: str
        steps_done: int
        steps_total: int
        next: NextStep | None
        weeks: list[WeekStatus]
        steps: dict[str, bool]
        comments: int
        preventable: int
        pains: int
        gaps: int
        actions: int
        actions_completed: int
        late: int


def status(reset: Reset) -> Status:
    """How far the reset has come, as plain values for people and scripts."""
    page, counts, ticks = today_page(reset), tally(reset), reset.daily.ticks()
    return {
        "name": reset.settings.name,
        "organisation": reset.settings.organisation,
        "on": page.on.isoformat(),
        "day": page.day,
        "phase": page.phase,
        "ends_on": page.ends_on.isoformat(),
        "steps_done": page.done,
        "steps_total": page.total,
        "next": _next_step(page.next_step),
        "weeks": _weeks(reset, ticks),
        "steps": {step.id: step.id in ticks for step in reset.pack.steps},
        "comments": counts.comments,
        "preventable": counts.marked_preventable,
        "pains": counts.pains,
        "gaps": counts.gaps,
        "actions": counts.actions,
        "actions_completed": counts.actions_completed,
        "late": sum(due.due_on < page.on for due in page.due),
    }


def _next_step(step: Step | None) -> NextStep | None:
    return None if step is None else {"id": step.id, "number": step.number, "title": step.title}


def _weeks(reset: Reset, ticks: Collection[str]) -> list[WeekStatus]:
    steps = [(step.id, step.week) for step in reset.pack.steps]
    done = {each.week: each for each in weeks_done(steps, ticks)}
    return [
        {
            "id": week.id,
            "number": week.number,
            "title": week.title,
            "done": done[week.id].done,
            "total": done[week.id].total,
        }
        for week in reset.pack.weeks
    ]
