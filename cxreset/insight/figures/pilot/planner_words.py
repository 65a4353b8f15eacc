"""The planner's answer in one line, and three ways out where the answer is no."""

from __future__ import annotations

from math import ceil
from typing import Final

from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _
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
        return _(
            "Your baseline is too small to show a change of {size}, however long the pilot runs."
        ).format(size=size)
    takes = _takes(trial, found, words)
    if found.weeks is None:
        return _(
            "To show {change} takes {takes}; say how many come in a week to see how long."
        ).format(change=change, takes=takes)
    pace = _("at {per_week} a week that is {weeks}").format(
        per_week=decimal(trial.per_week or 0, 0, grouped=True), weeks=count(found.weeks, "week")
    )
    if found.is_feasible:
        return _("To show {change} takes {takes}; {pace}.").format(
            change=change, takes=takes, pace=pace
        )
    return _("This cannot be shown here: {change} takes {takes}; {pace}.").format(
        change=change, takes=takes, pace=pace
    )


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
    return _("{difference} from {was}{tail}").format(
        difference=words.difference(trial.change, digits), was=was, tail=words.tail
    )


def _takes(trial: Trial, found: Plan, words: Wording) -> str:
    """`about 330 answers before and after`, and the comparison place where there is one."""
    needed = _("about {about} {counted}").format(
        about=about(found.after or 0), counted=words.counted
    )
    sites = _(" in each of the two places") if trial.comparison else ""
    if trial.counted is None:
        return _("{needed} before and after{sites}").format(needed=needed, sites=sites)
    return _("{needed} in the pilot{sites}, beside the {counted} counted before").format(
        needed=needed, sites=sites, counted=whole(trial.counted)
    )


def _ceiling(trial: Trial, words: Wording) -> str:
    if not trial.change:
        return _("Say which change would be worth having: no change needs no pilot.")
    base = trial.baseline
    end = base.most if trial.change > 0 else base.least
    digits = words.adding_digits(base.value, base.value + trial.change, None)
    sentence = _("This cannot be: {before} and {change} would be less than {end}.")
    if trial.change > 0:
        sentence = _("This cannot be: {before} and {change} would be more than {end}.")
    return sentence.format(
        before=words.figure(base.value, digits),
        change=words.difference(trial.change, digits),
        end=words.figure(end),
    )


def _another_figure(trial: Trial) -> str:
    others = {
        "rate": _("the share of answers in the top two boxes, or the effort"),
        "effort": _("contacts per 1,000 customers"),
        "conversion": _("an earlier step that more people take"),
    }
    instead = others.get(trial.baseline.kind, _("contacts per 1,000 customers, or the effort"))
    return _(
        "Another figure: one that comes in more often or moves more, such as {instead}."
    ).format(instead=instead)


def _larger_change(trial: Trial, found: Plan, words: Wording) -> str:
    weeks = count(min(trial.weeks, LONGEST_PILOT), "week")
    if found.obstacle == "ceiling" and found.smallest is None:
        return _("Another change: one that stays on the scale.")
    if found.smallest is None:
        return _("A larger change: none is large enough to be shown in {weeks}.").format(
            weeks=weeks
        )
    kind = _("A larger change") if found.obstacle != "ceiling" else _("Another change")
    digits = words.digits(found.smallest)
    factor = words.kind.factor
    shown = words.difference(_outwards(found.smallest * factor, digits) / factor, digits)
    return _("{kind}: from {shown} on it could be shown in {weeks}.").format(
        kind=kind, shown=shown, weeks=weeks
    )


def _outwards(value: float, digits: int) -> float:
    """Rounded away from zero: a change that is offered must really be enough."""
    step = 10.0**-digits
    return (1 if value > 0 else -1) * ceil(abs(value) / step - 1e-9) * step


def _longer(trial: Trial, found: Plan) -> str:
    if found.obstacle == "ceiling":
        return _("A longer pilot does not help: the scale ends there.")
    if found.obstacle == "baseline":
        fresh = answers_after(trial._replace(counted=None), trial.change)
        if fresh is None:
            return _("A longer pilot does not help.")
        return _(
            "A longer count before the pilot: from about {about} answers before and "
            "after, this change can be shown."
        ).format(about=about(fresh))
    weeks = found.weeks or 0
    if weeks > _YEAR:
        return _(
            "A longer pilot: it would take {weeks} weeks, which is hardly a pilot any more."
        ).format(weeks=weeks)
    return _("A longer pilot: {weeks} weeks.").format(weeks=weeks)
