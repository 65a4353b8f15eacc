"""What is held when every step of a week is ticked: facts of the workbook, no praise."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.language.words import N_pair
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
    compared = counts.touchpoints - counts.touchpoints_incomplete
    measured = counts.measurements_complete
    voices = counts.voices_customer + counts.voices_team
    every = {
        1: (
            (counts.comments_seen, *N_pair("comment read", "comments read")),
            (counts.pains_chosen, *N_pair("pain point chosen", "pain points chosen")),
            (
                counts.marked_preventable,
                *N_pair(
                    "contact that need not have happened", "contacts that need not have happened"
                ),
            ),
            (counts.fixes, *N_pair("possible fix", "possible fixes")),
        ),
        2: (
            (compared, *N_pair("touchpoint compared", "touchpoints compared")),
            (counts.gaps, *N_pair("gap chosen", "gaps chosen")),
            (counts.fixes_on_roadmap, *N_pair("fix on the roadmap", "fixes on the roadmap")),
            (counts.actions, *N_pair("action", "actions")),
        ),
        3: (
            (counts.insights, *N_pair("finding shown", "findings shown")),
            (counts.decisions, *N_pair("decision", "decisions")),
            (
                counts.actions - len(counts.actions_without_owner),
                *N_pair("action with an owner", "actions with an owner"),
            ),
            (counts.follow_ups, *N_pair("follow-up", "follow-ups")),
        ),
        4: (
            (counts.pilots, *N_pair("pilot", "pilots")),
            (measured, *N_pair("figure before and after", "figures before and after")),
            (voices, *N_pair("voice from the pilot", "voices from the pilot")),
            (counts.lessons, *N_pair("lesson", "lessons")),
        ),
    }
    return tuple(count(many, one, more) for many, one, more in every.get(number, ()) if many > 0)
