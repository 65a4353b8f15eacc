"""A verdict in words: one sentence a leader can repeat, its cautions, and what to do next."""

from __future__ import annotations

from typing import Final, NamedTuple

from cxreset.base.text import one_line
from cxreset.insight.figures.intervals import Interval
from cxreset.insight.figures.kinds import Wording, about
from cxreset.insight.figures.normal import confidence
from cxreset.insight.figures.pilot.comparison import phantom_gain
from cxreset.insight.figures.pilot.planner import Baseline, Trial, answers_after
from cxreset.insight.figures.pilot.verdict import Doubt, Verdict
from cxreset.insight.figures.samples import Mean, Sample

LEADS: Final = {
    "met": "Met",
    "partly met": "Partly met",
    "not met": "Not met",
    "better": "Better",
    "worse": "Worse",
    "cannot tell": "Cannot tell yet",
    "too early": "Too early to call",
    "direction only": "Direction only",
}
SIGNS: Final = {
    "met": "▲",
    "partly met": "▲",
    "not met": "▽",
    "better": "▲",
    "worse": "▽",
    "cannot tell": "=",
    "too early": "…",
    "direction only": "≈",
}
NEXT: Final = {
    "met": "Spread it: write down how it is done, and name who keeps it going.",
    "partly met": "Adjust it: it helps, but less than expected; change one thing and try again.",
    "better": "Spread it, or adjust it first: say which result would have been enough.",
    "not met": "Stop it, or try something else: a clear no is a good result too.",
    "worse": "Stop it: it went the other way.",
    "cannot tell": (
        "Do not make this pilot longer because it was not enough: plan a second one with a fresh "
        "baseline, or try a larger change."
    ),
    "too early": "Keep counting until the next planned look.",
    "direction only": "Take it as a hint, and plan a pilot that can show it.",
}
ASSUMED: Final = (
    "This assumes different people before and after, whole weeks, and a survey that stayed the "
    "same."
)
_DOUBTS: Final[dict[Doubt, str]] = {
    "few": "that is too few to be sure",
    "thin": "one of the four counts has fewer than five answers of a kind, too few to be sure",
    "alike": "answers all alike have no spread, so that how sure this is cannot be told",
}


class Move(NamedTuple):
    """How a figure moved, in words: verb, before and after as shown."""

    verb: str
    before: str
    after: str


def sentence(found: Verdict) -> str:
    """The verdict in one sentence: what moved, what was expected, how sure."""
    lead = LEADS[found.outcome]
    if found.outcome == "too early":
        return f"{lead}: {_how_early(found)}; {_moved(found)} so far."
    return f"{lead}: {_moved(found)}{_expected(found)}; {_how_sure(found)}."


def headline(found: Verdict) -> str:
    """What moved, alone: `Satisfaction rose from 61 % to 76 %.`"""
    return f"{_moved(found)}."


def sureness(found: Verdict) -> str:
    """How sure, alone: `Better: the true rise lies between 5 and 24 points.`"""
    if found.outcome == "too early":
        return f"{LEADS[found.outcome]}: {_how_early(found)}."
    return f"{LEADS[found.outcome]}: {_how_sure(found)}."


def cautions(found: Verdict) -> tuple[str, ...]:
    """What the sentence leaves out: the worst place, early looks, drift, no effect seen."""
    words, lines = found.question.words, []
    before = found.reading.periods.before
    if found.sites.rises_by_itself and found.gain > 0:
        gain = phantom_gain(before, found.sites.lowest_of)
        lowest = f"{found.sites.pilot or 'This place'} was the worst of {found.sites.lowest_of}"
        lines.append(
            f"{lowest}; the worst of {found.sites.lowest_of} gets better by up to "
            f"{_size(words, gain)} by itself. Only a baseline counted after the "
            "choice, or a half of the old answers set aside before it, can show more."
        )
    if found.reading.number and not found.reading.is_last and found.is_clear:
        lines.append(
            "It was called at an early look, where the figure flatters: say “at most” "
            f"{_size(words, found.reading.periods.difference)}."
        )
    if found.reading.periods.elsewhere:
        lines.append(
            "Places drift by themselves; only weeks of both places before the pilot can show by "
            "how much."
        )
    if found.outcome in ("cannot tell", "not met") and not found.is_clear:
        lines.append("No effect seen is not the same as no effect.")
    return tuple(lines)


def next_step(found: Verdict) -> str:
    """What to do with the result: spread, adjust, stop, or count again."""
    return NEXT[found.outcome]


def guard_lead(found: Verdict) -> tuple[str, str]:
    """The sign and the word on a figure that must not get worse, as `guard_sentence` says it."""
    if found.outcome in ("worse", "not met") and found.is_clear:
        return SIGNS["worse"], "Got worse"
    if found.around is None or found.doubt:
        return SIGNS["direction only"], "Cannot be told"
    if found.question.sign * _worst(found, found.around) >= 0:
        return SIGNS["better"], "Did not get worse"
    return SIGNS["cannot tell"], "No worsening seen"


def guard_sentence(found: Verdict) -> str:
    """What became of the figure that must not get worse."""
    lead = "The figure that must not get worse"
    if found.outcome in ("worse", "not met") and found.is_clear:
        return f"{lead} got worse: {_moved(found)}; {_how_sure(found)}."
    if found.around is None or found.doubt:
        return f"{lead}: {_moved(found)}, {_counts(found)}; whether it got worse cannot be told."
    worst = _worst(found, found.around)
    if found.question.sign * worst >= 0:
        return f"{lead} did not get worse: {_moved(found)}."
    most = _size(found.question.words, worst)
    return f"{lead}: {_moved(found)}; no worsening is seen, though up to {most} is possible."


def _worst(found: Verdict, around: Interval) -> float:
    """The end of the range that would be the worst."""
    return around.low if found.question.sign > 0 else around.high


def move(words: Wording, before: float, after: float, around: Interval | None = None) -> Move:
    """Before and after with as many decimals as make them add up."""
    digits = words.adding_digits(before, after, None)
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
    if moved.verb == "stayed":
        return f"{words.name} stayed at {moved.after}{words.tail}"
    return f"{words.name} {moved.verb} from {moved.before} to {moved.after}{words.tail}"


def _expected(found: Verdict) -> str:
    """` where about 70 % was expected`, or nothing."""
    question = found.question
    if question.target is None:
        return ""
    value = question.target
    return f" where about {question.words.figure(value, question.words.digits(value))} was expected"


def _counts(found: Verdict) -> str:
    before, after = found.reading.periods.before, found.reading.periods.after
    return f"on {before.total:,} and {after.total:,} {found.question.words.counted}"


def _how_early(found: Verdict) -> str:
    """`look 2 of 4, on 12 October, with 84 of about 330 answers; …`."""
    reading, counted = found.reading, found.question.words.counted
    answers = f"{reading.periods.after.total:,} {counted}"
    if found.wanted:
        answers = f"{reading.periods.after.total:,} of about {about(found.wanted)} {counted}"
    day = f"{reading.on.day} {reading.on:%B}" if reading.on else "a day not yet named"
    if not reading.number:
        return f"{answers}, and the next planned look is on {day}"
    sure = confidence(reading.multiplier)
    shown = f"{100 * sure:.1f}" if sure < 0.9995 else f"{100 * sure:.3f}"
    return (
        f"look {reading.number} of {reading.of}, on {day}, with {answers}; its range would have "
        f"to leave out zero at {shown} %"
    )


def _how_sure(found: Verdict) -> str:
    """How sure one can be, as the end of the sentence."""
    if found.doubt in _DOUBTS:
        return f"{_counts(found)} {_DOUBTS[found.doubt]}{_more(found)}"
    if found.around is None:
        return _counts(found)
    if found.reading.periods.elsewhere:
        beside = _beside(found, found.around)
    else:
        beside = f"{_true(found, found.around)}, {_counts(found)}"
    if found.doubt == "worst place":
        return f"{beside}; but the worst of {found.sites.lowest_of} places rises by itself"
    if found.is_clear:
        return beside
    if found.outcome == "not met":
        return f"{beside}, so what was expected is unlikely"
    return f"{beside}, so no change at all is still possible{_more(found)}"


def _true(found: Verdict, around: Interval) -> str:
    words = found.question.words
    if found.is_clear:
        verb = "rise" if around.low > 0 else "fall"
        return f"the true {verb} lies between {_between(words, around)}"
    return f"the true change lies between {_between(words, around)}"


def _beside(found: Verdict, around: Interval) -> str:
    """`Northgate rose 14 points more than Eastfield (between 0.3 and 28); …`."""
    words, periods = found.question.words, found.reading.periods
    here = one_line(found.sites.pilot, 40) or "the pilot"
    there = one_line(found.sites.comparison, 40) or "the place that stayed as it was"
    own = periods.after.value - periods.before.value
    size = _size(words, periods.difference)
    ends = _between(words, around, bare=True)
    if not own:
        text = f"{here} differs from {there} by {size} (between {ends})"
    else:
        verb = "rose" if own > 0 else "fell"
        more = "more" if (own > 0) == (periods.difference > 0) else "less"
        text = f"{here} {verb} {size} {more} than {there} (between {ends})"
    return f"{text}, and two places also differ by themselves"


def _between(words: Wording, around: Interval, *, bare: bool = False) -> str:
    """The two ends: sizes when both lie on one side of zero, else with their signs."""
    clear = not around.holds_zero
    low, high = sorted(around, key=abs) if clear else around
    unit = "" if bare else words.points(high, words.digits(high))
    return f"{_end(words, low, signed=not clear)} and {_end(words, high, signed=not clear)}{unit}"


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
    what = "a change of this size" if found.question.target is None else "what was expected"
    counted = found.question.words.counted
    return f"; to show {what} would take about {about(answers)} {counted} in each period"
