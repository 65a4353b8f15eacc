"""A measurement in one honest sentence: what moved, how sure we are, what it would take.

Kinds and what is counted:

    csat        hits = top-two-box answers of total; shown in %, 0..100
    conversion  hits = conversions of total visits; shown in %, 0..100
    share       hits of total (the preventable share: preventable of reviewed); in %, 0..100
    nps         hits = promoters (9-10), low = detractors (0-6) of total; −100..+100
    rate        hits = events, total = customers, deliveries …; shown per 1,000, from 0 up

The formulas and their sources are in `intervals`. A change is called by its direction only when
its 95 % interval leaves out zero and each period has enough behind it; all else is "direction
only": never a victory.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final, Literal, NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.text import count, one_line
from cxreset.insight import intervals
from cxreset.insight.intervals import Interval

Verdict = Literal["better", "worse", "unclear", "direction only"]

KINDS: Final = ("csat", "nps", "conversion", "share", "rate")
ENOUGH_ANSWERS: Final = 30
"""Fewer in either period and the result is "direction only", whatever the interval says."""
ENOUGH_EVENTS: Final = 10
"""A rate needs this many events over both periods; below, normal approximations mislead."""

_ONE_KIND = "with one kind of answer only, how sure this is cannot be told"
_LABELS = {"csat": "CSAT", "nps": "NPS", "conversion": "Conversion", "share": "Share"}
_COUNTED = {"csat": "answers", "nps": "answers", "conversion": "visits", "share": "contacts"}
_HITS = {"csat": "top-two-box answers", "conversion": "conversions", "share": "contacts counted"}


class Counts(NamedTuple):
    """What was counted in one period; `low` (detractors) matters for NPS only."""

    hits: int
    total: int
    low: int = 0


class Result(NamedTuple):
    """A measurement compared. Figures are in the kind's shown unit (%, NPS, per 1,000).

    `before`/`after` are None where nothing is counted; `difference`, `low`, `high` (95 % interval
    of the difference) are None unless both are. `needed`: answers in each period to be sure of a
    difference this size (95 %, 80 % power), None where the result is already sure or did not move.
    """

    before: float | None
    after: float | None
    difference: float | None
    low: float | None
    high: float | None
    verdict: Verdict
    needed: int | None
    sentence: str


def problem(kind: str, hits: int | None, total: int | None, low: int | None = None) -> str:
    """Why these counts cannot be, as a plain sentence for the screen; empty when they can.

    Counts still missing (None) are no problem: `counted` says whether they are complete.
    """
    if kind not in KINDS:
        return f"“{one_line(kind, 30)}” is not a kind of figure: choose {', '.join(KINDS)}."
    if any(number is not None and number < 0 for number in (hits, total, low)):
        return "A count cannot be below zero."
    if total == 0:
        return f"The number of {_COUNTED.get(kind, 'customers')} must be at least 1."
    if total is None or kind == "rate":  # a customer can have several events
        return ""
    if kind == "nps":
        if (hits or 0) + (low or 0) > total:
            return f"Promoters and detractors cannot be more than the {count(total, 'answer')}."
    elif hits is not None and hits > total:
        return f"{_HITS[kind].capitalize()} ({hits:,}) cannot be more than the total ({total:,})."
    return ""


def counted(
    kind: str, hits: int | None, total: int | None, low: int | None = None
) -> Counts | None:
    """The counts of one period, or None while one is still missing.

    Raises UsageError with the sentence of `problem` when they cannot be.
    """
    if why := problem(kind, hits, total, low):
        raise UsageError(why)
    if hits is None or total is None or (kind == "nps" and low is None):
        return None
    return Counts(hits, total, (low or 0) if kind == "nps" else 0)


def figure(kind: str, counts: Counts) -> float:
    """The figure in its shown unit: %, NPS or per 1,000. Raises UsageError when it cannot be."""
    _check(kind, counts)
    if kind == "nps":
        return intervals.nps(counts.hits, counts.low, counts.total)
    return _scale(kind) * counts.hits / counts.total


def interval(kind: str, counts: Counts) -> Interval:
    """The 95 % interval of one figure in its shown unit. Raises UsageError when it cannot be."""
    _check(kind, counts)
    if kind == "nps":
        return intervals.nps_interval(counts.hits, counts.low, counts.total)
    around = intervals.rate_interval if kind == "rate" else intervals.wilson
    low, high = around(counts.hits, counts.total)
    return Interval(low * _scale(kind), high * _scale(kind))


def compare(
    kind: str,
    before: Counts | None,
    after: Counts | None,
    *,
    name: str = "",
    better: str = "up",
    scale: str = "",
) -> Result:
    """Set after beside before and say what it means in one sentence.

    `better` is the wished direction, "up" or "down". `scale` is the answer scale for csat and nps
    ("5-point scale"), shown in brackets, and the noun of what `total` counts for the other kinds
    ("deliveries"). Raises UsageError for an unknown kind or direction and for impossible counts.
    """
    for counts in (before, after):
        _check(kind, counts or Counts(0, 1))
    if better not in ("up", "down"):
        raise UsageError(f"“{one_line(better, 30)}” is not a direction: choose up or down.")
    words = _Words.of(kind, name, scale)
    if before is None or after is None:
        return _one_sided(kind, before, after, words)
    difference = figure(kind, after) - figure(kind, before)
    around = _difference(kind, before, after)
    doubt = _doubt(kind, before, after)
    needed = _needed(kind, before, after) if difference and doubt != _ONE_KIND else None
    verdict: Verdict
    if difference == 0:
        verdict = "unclear"
    elif doubt or around.holds_zero:
        verdict = "direction only"
    else:
        verdict, needed = ("better" if (difference > 0) == (better == "up") else "worse"), None
    sentence = _sentence(words, kind, before, after, around, verdict, needed, doubt)
    return Result(
        figure(kind, before), figure(kind, after), difference, *around, verdict, needed, sentence
    )


# --- the arithmetic behind a kind -------------------------------------------------------------


def _check(kind: str, counts: Counts) -> None:
    if why := problem(kind, counts.hits, counts.total, counts.low):
        raise UsageError(why)


def _scale(kind: str) -> int:
    return 1000 if kind == "rate" else 100


def _difference(kind: str, before: Counts, after: Counts) -> Interval:
    if kind == "nps":
        return intervals.nps_difference(
            (before.hits, before.low, before.total), (after.hits, after.low, after.total)
        )
    arms = (before.hits, before.total), (after.hits, after.total)
    rate = kind == "rate"
    found = intervals.rate_difference(*arms) if rate else intervals.share_difference(*arms)
    return Interval(found.low * _scale(kind), found.high * _scale(kind))


def _needed(kind: str, before: Counts, after: Counts) -> int:
    """Never below the floor: a huge difference seen in few answers still needs a fair number."""
    if kind == "nps":
        variances = [
            (intervals.nps_error(c.hits, c.low, c.total) / 100) ** 2 * c.total
            for c in (before, after)
        ]
        points = figure(kind, after) - figure(kind, before)
        return max(ENOUGH_ANSWERS, intervals.answers_for_nps(variances[0], variances[1], points))
    size: Callable[[float, float], int] = (
        intervals.exposure_for_rates if kind == "rate" else intervals.answers_for_shares
    )
    was, now = before.hits / before.total, after.hits / after.total
    floor = ceil(ENOUGH_EVENTS / (was + now)) if kind == "rate" else 0
    return max(ENOUGH_ANSWERS, floor, size(was, now))


def _doubt(kind: str, before: Counts, after: Counts) -> str:
    """Why the interval is not to be trusted alone, as the end of a clause; empty when it is."""
    if min(before.total, after.total) < ENOUGH_ANSWERS:
        return "that is too few to be sure"
    if kind == "rate" and before.hits + after.hits < ENOUGH_EVENTS:
        return "so few events can come and go by chance"
    if kind == "nps" and not all(
        intervals.nps_error(c.hits, c.low, c.total) for c in (before, after)
    ):
        return _ONE_KIND
    return ""


# --- the words --------------------------------------------------------------------------------


class _Words(NamedTuple):
    name: str
    counted: str
    each: str  # after every figure
    tail: str  # after the last figure
    points: str  # after a difference

    @classmethod
    def of(cls, kind: str, name: str, scale: str) -> _Words:
        name, scale = one_line(name, 80) or _LABELS.get(kind, "Rate"), one_line(scale, 60)
        if kind in ("csat", "nps"):
            name = f"{name} ({scale})" if scale else name
            return cls(
                name, _COUNTED.get(kind, "customers"), " %" if kind == "csat" else "", "", " points"
            )
        nouns = scale or _COUNTED.get(kind, "customers")
        if kind == "rate":
            return cls(name, nouns, "", f" per 1,000 {nouns}", "")
        return cls(name, nouns, " %", "", " points")


def _one_sided(kind: str, before: Counts | None, after: Counts | None, words: _Words) -> Result:
    known = before or after
    if known is None:
        sentence = f"Nothing is counted yet for {words.name}, neither before nor after."
        return Result(None, None, None, None, None, "unclear", None, sentence)
    value, around = figure(kind, known), interval(kind, known)
    digits = _digits(value, value, around)
    shown, low, high = (_number(one, digits, kind == "nps") for one in (value, *around))
    when, missing = ("before", "after") if before else ("after", "before")
    sure = f"with 95 % confidence between {low} and {high}"
    sentence = (
        f"{words.name} {when} the change: {shown}{words.each}{words.tail} "
        f"({_ONE_KIND if around.low == around.high else sure}), on {known.total:,} "
        f"{words.counted}; the counts {missing} it are still missing, so nothing can be compared "
        f"yet."
    )
    was, now = (value, None) if before else (None, value)
    return Result(was, now, None, None, None, "unclear", None, sentence)


def _sentence(
    words: _Words,
    kind: str,
    before: Counts,
    after: Counts,
    around: Interval,
    verdict: Verdict,
    needed: int | None,
    doubt: str,
) -> str:
    was, now = figure(kind, before), figure(kind, after)
    digits = _digits(was, now, around)
    first, last = (_number(value, digits, kind == "nps") + words.each for value in (was, now))
    change, low, high = (_number(value, digits, True) for value in (now - was, *around))
    on = f"on {before.total:,} and {after.total:,} {words.counted}"
    reach = f"with 95 % confidence between {low} and {high}"
    if verdict == "unclear":
        if around.low == around.high:
            return f"{words.name} stayed at {first}{words.tail}, {on}; {_ONE_KIND}."
        return (
            f"{words.name} stayed at {first}{words.tail}, {on}; that does not show that nothing "
            f"changed: {reach}{words.points}, a change remains possible."
        )
    move = "rose" if now > was else "fell"
    moved = f"{words.name} {move} from {first} to {last}{words.tail} "
    moved += f"({change}{words.points}{'' if around.low == around.high else '; ' + reach}), {on}"
    if verdict == "better":
        return f"{moved}."
    if verdict == "worse":
        return f"{moved}, which is not the way you hoped."
    why = doubt or "that leaves room for no change at all"
    more = (
        f"and to be sure of a difference this size it would take about {_about(needed)} "
        f"{words.counted} in each period"
        if needed
        else "so collect more before you rely on it"
    )
    return f"Direction only: {moved}; {why}, {more}."


def _number(value: float, digits: int, signed: bool) -> str:
    """`61`, `−5`, and with `signed` also `+15`; never a signed zero."""
    text = f"{abs(value):,.{digits}f}"
    if not any(char in "123456789" for char in text):
        return text
    return ("−" if value < 0 else "+" if signed else "") + text


def _digits(was: float, now: float, around: Interval) -> int:
    """Fewest decimals at which the figures add up and nothing but zero is shown as zero."""
    for digits in range(3):
        change = round(now - was, digits)
        adds_up = abs(round(now, digits) - round(was, digits) - change) < 1e-9
        if adds_up and all(not one or round(one, digits) for one in (was, now, now - was, *around)):
            return digits
    return 2


def _about(needed: int) -> str:
    """Rounded up to two figures: 294 becomes 300. A plan needs no more, and claims no more."""
    if needed > 1_000_000:
        return "a million or more"
    step = 10 ** max(0, len(str(needed)) - 2)
    return f"{-(-needed // step) * step:,}"
