"""What is held when every step of a week is ticked: facts of the workbook, no praise."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.text import count
from cxreset.insight.progress import Tally
from cxreset.programme.model import Week
from cxreset.reset.progress import tally
from cxreset.reset.reset import Reset


class WeekDone(NamedTuple):
    """A week whose every step is ticked. `held` are sentences of numbers and what they count,
    `following` is the week after it, None after the last."""

    week: Week
    steps: int
    held: tuple[str, ...]
    following: Week | None


def week_done(reset: Reset, week: Week) -> WeekDone | None:
    """What a week leaves, once every step of it is ticked; None before."""
    ticked = reset.daily.ticks()
    steps = reset.pack.week_steps(week.id)
    if any(step.id not in ticked for step in steps):
        return None
    following = next((each for each in reset.pack.weeks if each.number == week.number + 1), None)
    return WeekDone(week, len(steps), held(tally(reset), week.number), following)


def held(counts: Tally, number: int) -> tuple[str, ...]:
    """What week `number` (from 1) is to leave, in numbers; what there is none of is left out."""
    measured = counts.measurements_complete
    voices = counts.voices_customer + counts.voices_team
    every = {
        1: (
            (counts.comments_seen, "comment read", "comments read"),
            (counts.pains_chosen, "pain point chosen", "pain points chosen"),
            (
                counts.marked_preventable,
                "contact that need not have happened",
                "contacts that need not have happened",
            ),
            (counts.fixes, "possible fix", "possible fixes"),
        ),
        2: (
            (counts.touchpoints, "touchpoint compared", "touchpoints compared"),
            (counts.gaps, "gap chosen", "gaps chosen"),
            (counts.fixes_on_roadmap, "fix on the roadmap", "fixes on the roadmap"),
            (counts.actions, "action", "actions"),
        ),
        3: (
            (counts.insights, "finding shown", "findings shown"),
            (counts.decisions, "decision", "decisions"),
            (
                counts.actions - len(counts.actions_without_owner),
                "action with an owner",
                "actions with an owner",
            ),
            (counts.follow_ups, "follow-up", "follow-ups"),
        ),
        4: (
            (counts.pilots, "pilot", "pilots"),
            (measured, "figure before and after", "figures before and after"),
            (voices, "voice from the pilot", "voices from the pilot"),
            (counts.lessons, "lesson", "lessons"),
        ),
    }
    return tuple(count(many, one, more) for many, one, more in every.get(number, ()) if many > 0)
