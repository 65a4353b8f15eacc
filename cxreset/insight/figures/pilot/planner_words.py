"""The planner's answer in one line, and three ways out where the answer is no."""

from __future__ import annotations

from math import ceil
from typing import Final

from cxreset.base.text import count
from cxreset.insight.figures.kinds import KINDS, Wording, about
from cxreset.insight.figures.pilot.planner import LONGEST_PILOT, Plan, Trial, answers_after, plan

_YEAR: Final = 52  # weeks


def answer(trial: Trial, name: str = "", scale: str = "") -> str:
    """The planner's answer in one line."""
    words = Wording.of(KINDS[trial.baseline.kind], name, scale)
    found = plan(trial)
    change = _change(trial, words)
    if found.obstacle == "ceiling":
        return _ceiling(trial, words)
    if found.obstacle == "baseline":
        size = words.size(trial.change, words.digits(trial.change))
        return (
            f"Your baseline is too small to show a change of {size}, however long the pilot runs."
        )
    takes = _takes(trial, found, words)
    if found.weeks is None:
        return f"To show {change} takes {takes}; say how many come in a week to see how long."
    pace = f"at {trial.per_week:,.0f} a week that is {count(found.weeks, 'week')}"
    if found.is_feasible:
        return f"To show {change} takes {takes}; {pace}."
    return f"This cannot be shown here: {change} takes {takes}; {pace}."


def ways_out(trial: Trial, name: str = "", scale: str = "") -> tuple[str, ...]:
    """Three ways out where the answer is no; empty where it is yes."""
    found = plan(trial)
    if found.is_feasible:
        return ()
    words = Wording.of(KINDS[trial.baseline.kind], name, scale)
    return (_another_figure(trial), _larger_change(trial, found, words), _longer(trial, found))


def _change(trial: Trial, words: Wording) -> str:
    """`+10 points from 65 %`."""
    digits = words.adding_digits(trial.baseline.value, trial.baseline.value + trial.change, None)
    was = words.figure(trial.baseline.value, digits)
    return f"{words.difference(trial.change, digits)} from {was}{words.tail}"


def _takes(trial: Trial, found: Plan, words: Wording) -> str:
    """`about 330 answers before and after`, and the comparison place where there is one."""
    needed = f"about {about(found.after or 0)} {words.counted}"
    sites = " in each of the two places" if trial.comparison else ""
    if trial.counted is None:
        return f"{needed} before and after{sites}"
    return f"{needed} in the pilot{sites}, beside the {trial.counted:,} counted before"


def _ceiling(trial: Trial, words: Wording) -> str:
    if not trial.change:
        return "Say which change would be worth having: no change needs no pilot."
    base = trial.baseline
    end = base.most if trial.change > 0 else base.least
    beyond = "more than" if trial.change > 0 else "less than"
    digits = words.adding_digits(base.value, base.value + trial.change, None)
    return (
        f"This cannot be: {words.figure(base.value, digits)} and "
        f"{words.difference(trial.change, digits)} would be {beyond} {words.figure(end)}."
    )


def _another_figure(trial: Trial) -> str:
    others = {
        "rate": "the share of answers in the top two boxes, or the effort",
        "effort": "contacts per 1,000 customers",
        "conversion": "an earlier step that more people take",
    }
    instead = others.get(trial.baseline.kind, "contacts per 1,000 customers, or the effort")
    return f"Another figure: one that comes in more often or moves more, such as {instead}."


def _larger_change(trial: Trial, found: Plan, words: Wording) -> str:
    weeks = count(min(trial.weeks, LONGEST_PILOT), "week")
    if found.obstacle == "ceiling" and found.smallest is None:
        return "Another change: one that stays on the scale."
    if found.smallest is None:
        return f"A larger change: none is large enough to be shown in {weeks}."
    kind = "A larger change" if found.obstacle != "ceiling" else "Another change"
    digits = words.digits(found.smallest)
    factor = words.kind.factor
    shown = words.difference(_outwards(found.smallest * factor, digits) / factor, digits)
    return f"{kind}: from {shown} on it could be shown in {weeks}."


def _outwards(value: float, digits: int) -> float:
    """Rounded away from zero: a change that is offered must really be enough."""
    step = 10.0**-digits
    return (1 if value > 0 else -1) * ceil(abs(value) / step - 1e-9) * step


def _longer(trial: Trial, found: Plan) -> str:
    if found.obstacle == "ceiling":
        return "A longer pilot does not help: the scale ends there."
    if found.obstacle == "baseline":
        fresh = answers_after(trial._replace(counted=None), trial.change)
        if fresh is None:
            return "A longer pilot does not help."
        return (
            "A longer count before the pilot: from about "
            f"{about(fresh)} answers before and after, this change can be shown."
        )
    weeks = found.weeks or 0
    if weeks > _YEAR:
        return f"A longer pilot: it would take {weeks} weeks, which is hardly a pilot any more."
    return f"A longer pilot: {weeks} weeks."
