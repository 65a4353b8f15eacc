"""A verdict in words: one sentence a leader can repeat, its cautions, and what to do next."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.insight.figures.intervals import Interval
from cxreset.insight.figures.kinds import Wording, about
from cxreset.insight.figures.normal import confidence
from cxreset.insight.figures.pilot.comparison import phantom_gain
from cxreset.insight.figures.pilot.outcome_words import DOUBTS, LEADS, NEXT, SIGNS
from cxreset.insight.figures.pilot.planner import Baseline, Trial, answers_after
from cxreset.insight.figures.pilot.verdict import Verdict
from cxreset.insight.figures.samples import Mean, Sample


class Move(NamedTuple):
    """How a figure moved, in words: verb, before and after as shown."""

    verb: str
    before: str
    after: str


def sentence(found: Verdict) -> str:
    """The verdict in one sentence: what moved, what was expected, how sure."""
    lead = _(LEADS[found.outcome])
    if found.outcome == "too early":
        return _("{lead}: {early}; {moved} so far.").format(
            lead=lead, early=_how_early(found), moved=_moved(found)
        )
    return f"{lead}: {_moved(found)}{_expected(found)}; {_how_sure(found)}."


def headline(found: Verdict) -> str:
    """What moved, alone: `Satisfaction rose from 61 % to 76 %.`"""
    return f"{_moved(found)}."


def headline_and_expected(found: Verdict) -> str:
    """What moved beside what was expected of it, where something was."""
    return f"{_moved(found)}{_expected(found)}."


def sureness(found: Verdict) -> str:
    """How sure, alone: `Better: the true rise lies between 5 and 24 points.`"""
    if found.outcome == "too early":
        return f"{_(LEADS[found.outcome])}: {_how_early(found)}."
    return f"{_(LEADS[found.outcome])}: {_how_sure(found)}."


def cautions(found: Verdict) -> tuple[str, ...]:
    """What the sentence leaves out: the worst place, early looks, drift, no effect seen."""
    words, lines = found.question.words, []
    before = found.reading.periods.before
    if found.sites.rises_by_itself and found.gain > 0:
        gain = phantom_gain(before, found.sites.lowest_of)
        lines.append(
            _(
                "{site} was the worst of {number}; the worst of {number} gets better by up to "
                "{size} by itself. Only a baseline counted after the choice, or a half of the old "
                "answers set aside before it, can show more."
            ).format(
                site=found.sites.pilot or _("This place"),
                number=found.sites.lowest_of,
                size=_size(words, gain),
            )
        )
    if found.reading.number and not found.reading.is_last and found.is_clear:
        lines.append(
            _(
                "It was called at an early look, where the figure flatters: say “at most” {size}."
            ).format(size=_size(words, found.reading.periods.difference))
        )
    if found.reading.periods.elsewhere:
        lines.append(
            _(
                "Places drift by themselves; only weeks of both places before the pilot "
                "can show by how much."
            )
        )
    if found.outcome in ("cannot tell", "not met") and not found.is_clear:
        lines.append(_("No effect seen is not the same as no effect."))
    return tuple(lines)


def next_step(found: Verdict) -> str:
    """What to do with the result: spread, adjust, stop, or count again."""
    return _(NEXT[found.outcome])


def guard_lead(found: Verdict) -> tuple[str, str]:
    """The sign and the word on a figure that must not get worse, as `guard_sentence` says it."""
    if found.outcome in ("worse", "not met") and found.is_clear:
        return SIGNS["worse"], _("Got worse")
    if found.around is None or found.doubt:
        return SIGNS["direction only"], _("Cannot be told")
    if found.question.sign * _worst(found, found.around) >= 0:
        return SIGNS["better"], _("Did not get worse")
    return SIGNS["cannot tell"], _("No worsening seen")


def guard_sentence(found: Verdict) -> str:
    """What became of the figure that must not get worse."""
    moved = _moved(found)
    if found.outcome in ("worse", "not met") and found.is_clear:
        got_worse = _("The figure that must not get worse got worse: {moved}; {sure}.")
        return got_worse.format(moved=moved, sure=_how_sure(found))
    if found.around is None or found.doubt:
        return _(
            "The figure that must not get worse: {moved}, {counts}; whether it got worse cannot "
            "be told."
        ).format(moved=moved, counts=_counts(found))
    if found.question.sign * (worst := _worst(found, found.around)) >= 0:
        return _("The figure that must not get worse did not get worse: {moved}.").format(
            moved=moved
        )
    return _(
        "The figure that must not get worse: {moved}; no worsening is seen, though up to {most} is "
        "possible."
    ).format(moved=moved, most=_size(found.question.words, worst))


def _worst(found: Verdict, around: Interval) -> float:
    """The end of the range that would be the worst."""
    return around.low if found.question.sign > 0 else around.high


def move(words: Wording, before: float, after: float) -> Move:
    """Before and after with as many decimals as make them add up, and as charts have at least."""
    usual = (words.kind.digits(one * words.kind.factor) for one in (before, after))
    digits = max(*usual, words.adding_digits(before, after, None))
    was, now = words.figure(before, digits), words.figure(after, digits)
    if was == now:
        return Move("stayed", was, now)
    return Move("rose" if after > before else "fell", was, now)


def needed(found: Verdict) -> int | None:
    """Answers in each period for the change that was expected, or else for the one seen."""
    question, periods = found.question, found.reading.periods
    change = periods.after.value - periods.before.value
    if question.target is not None:
        change = question.target - periods.before.value
    if not change:
        return None
    base = _baseline(question.words.kind.key, periods.before)
    expected = base.value + change
    if not base.least <= expected <= base.most:
        return None
    trial = Trial(baseline=base, change=change, comparison=periods.elsewhere is not None)
    return answers_after(trial, change)


def _baseline(kind: str, before: Sample) -> Baseline:
    if kind == "rate":
        return Baseline.rate(before.value)
    if kind == "nps":
        return Baseline("nps", before.value, before.variance, -1.0, 1.0)
    if isinstance(before, Mean):
        return Baseline.mean(before.value, before.spread)
    return Baseline.share(kind, before.value)


def _moved(found: Verdict) -> str:
    words, periods = found.question.words, found.reading.periods
    moved = move(words, periods.before.value, periods.after.value)
    sentences = {
        "stayed": _("{name} stayed at {after}{tail}"),
        "rose": _("{name} rose from {before} to {after}{tail}"),
        "fell": _("{name} fell from {before} to {after}{tail}"),
    }
    return sentences[moved.verb].format(
        name=words.name, before=moved.before, after=moved.after, tail=words.tail
    )


def _expected(found: Verdict) -> str:
    """` where about 70 % was expected`, or nothing."""
    question = found.question
    if question.target is None:
        return ""
    return _(" where about {figure} was expected").format(
        figure=question.words.shown(question.target)
    )


def _counts(found: Verdict) -> str:
    before, after = found.reading.periods.before, found.reading.periods.after
    return _("on {before} and {after} {counted}").format(
        before=whole(before.total), after=whole(after.total), counted=found.question.words.counted
    )


def _how_early(found: Verdict) -> str:
    """`look 2 of 4, on 12 October, with 84 of about 330 answers; …`."""
    reading, counted = found.reading, found.question.words.counted
    answers = f"{whole(reading.periods.after.total)} {counted}"
    if found.wanted:
        answers = _("{total} of about {about} {counted}").format(
            total=whole(reading.periods.after.total), about=about(found.wanted), counted=counted
        )
    day = day_month(reading.on, short=False) if reading.on else _("a day not yet named")
    if not reading.number:
        return _("{answers}, and the next planned look is on {day}").format(
            answers=answers, day=day
        )
    sure = confidence(reading.multiplier)
    shown = decimal(100 * sure, 1 if sure < 0.9995 else 3)
    return _(
        "look {number} of {of}, on {day}, with {answers}; its range would have to "
        "leave out zero at {shown} %"
    ).format(number=reading.number, of=reading.of, day=day, answers=answers, shown=shown)


def _how_sure(found: Verdict) -> str:
    """How sure one can be, as the end of the sentence."""
    if found.doubt in DOUBTS:
        return f"{_counts(found)} {_(DOUBTS[found.doubt])}{_more(found)}"
    if found.around is None:
        return _counts(found)
    if found.reading.periods.elsewhere:
        beside = _beside(found, found.around)
    else:
        beside = f"{_true(found, found.around)}, {_counts(found)}"
    if found.doubt == "worst place":
        return _("{beside}; but the worst of {lowest_of} places rises by itself").format(
            beside=beside, lowest_of=found.sites.lowest_of
        )
    if found.is_clear:
        return beside
    if found.outcome == "not met":
        return _("{beside}, so what was expected is unlikely").format(beside=beside)
    return _("{beside}, so no change at all is still possible{more}").format(
        beside=beside, more=_more(found)
    )


def _true(found: Verdict, around: Interval) -> str:
    sentence = _("the true change lies between {ends}")
    if found.is_clear:
        rise, fall = _("the true rise lies between {ends}"), _("the true fall lies between {ends}")
        sentence = rise if around.low > 0 else fall
    return sentence.format(ends=_between(found.question.words, around))


def _beside(found: Verdict, around: Interval) -> str:
    """`Northgate rose 14 points more than Eastfield (between 0.3 and 28); …`."""
    words, periods = found.question.words, found.reading.periods
    here = one_line(found.sites.pilot, 40) or _("the pilot")
    there = one_line(found.sites.comparison, 40) or _("the place that stayed as it was")
    own = periods.after.value - periods.before.value
    size, ends = _size(words, periods.difference), _between(words, around, bare=True)
    more = (own > 0) == (periods.difference > 0)
    if not own:
        text = _("{here} differs from {there} by {size} (between {ends})")
    elif own > 0:
        text = _("{here} rose {size} less than {there} (between {ends})")
        text = _("{here} rose {size} more than {there} (between {ends})") if more else text
    else:
        text = _("{here} fell {size} less than {there} (between {ends})")
        text = _("{here} fell {size} more than {there} (between {ends})") if more else text
    text = text.format(here=here, there=there, size=size, ends=ends)
    return _("{compared}, and two places also differ by themselves").format(compared=text)


def _between(words: Wording, around: Interval, *, bare: bool = False) -> str:
    """The two ends: sizes when both lie on one side of zero, else with their signs."""
    clear = not around.holds_zero
    low, high = sorted(around, key=abs) if clear else around
    unit = "" if bare else words.points(high, words.digits(high))
    least, most = (_end(words, end, signed=not clear) for end in (low, high))
    return _("{least} and {most}").format(least=least, most=most) + unit


def _end(words: Wording, value: float, *, signed: bool) -> str:
    digits = words.digits(value)
    shown = words.difference(value, digits) if signed else words.size(value, digits)
    return shown.removesuffix(words.points(value, digits))


def _size(words: Wording, value: float) -> str:
    return words.size(value, words.digits(value))


def _more(found: Verdict) -> str:
    """`; about 600 answers in each period would show it`, or nothing."""
    answers, periods = needed(found), found.reading.periods
    if answers is None or answers <= min(periods.before.total, periods.after.total):
        return ""
    sentence = _("; to show what was expected would take about {about} {counted} in each period")
    if found.question.target is None:
        sentence = _(
            "; to show a change of this size would take about {about} {counted} in each period"
        )
    return sentence.format(about=about(answers), counted=found.question.words.counted)
