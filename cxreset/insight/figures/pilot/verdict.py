"""What a pilot showed: met, partly, not met, or cannot tell yet; and why no more can be said.

"Better" and "worse" are said if and only if the range that is shown leaves out zero, at a planned
look, with enough answers behind it, and never for a place that was chosen because it was the worst
and keeps its old baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from cxreset.insight.figures.intervals import Interval
from cxreset.insight.figures.kinds import Wording
from cxreset.insight.figures.normal import Z_CONFIDENCE
from cxreset.insight.figures.pilot import looks as planned
from cxreset.insight.figures.pilot.comparison import Periods
from cxreset.insight.figures.samples import Sample, information, is_enough

Outcome = Literal[
    "met", "partly met", "not met", "better", "worse", "cannot tell", "too early", "direction only"
]
Doubt = Literal["", "few", "thin", "alike", "worst place"]


class Question(NamedTuple):
    """What the pilot is asked: one figure, the wished direction, and what is expected of it.

    `target` is the figure hoped for, in its inner unit; None where only a direction was named.
    """

    words: Wording
    better: Literal["up", "down"] = "up"
    target: float | None = None

    @property
    def sign(self) -> int:
        """+1 when more is better, −1 when less is."""
        return 1 if self.better == "up" else -1


class Sites(NamedTuple):
    """Where it was tried, and beside what.

    `lowest_of`: chosen because it was the worst of that many places; 0 when it was not.
    `is_fresh`: its baseline was counted after it was chosen, or on a half set aside before.
    """

    pilot: str = ""
    comparison: str = ""
    lowest_of: int = 0
    is_fresh: bool = False

    @property
    def rises_by_itself(self) -> bool:
        """Whether the baseline is the one it was chosen for, which makes it rise by itself."""
        return self.lowest_of > 1 and not self.is_fresh


class Look(NamedTuple):
    """A planned look: its day, and what was counted up to it once it was held."""

    on: date
    held: Periods | None = None


class Reading(NamedTuple):
    """The counts that are judged and the multiplier of their range.

    `number` of `of` looks; 0 when no look was held yet. `is_last`: no later look can change it.
    `on`: the day of that look, or of the next one while none was held; None without looks.
    """

    periods: Periods
    multiplier: float = Z_CONFIDENCE
    number: int = 1
    of: int = 1
    is_last: bool = True
    on: date | None = None


class Verdict(NamedTuple):
    """The outcome, and what it rests on. `around` is the range of `periods.difference`."""

    outcome: Outcome
    question: Question
    sites: Sites
    reading: Reading
    around: Interval | None
    doubt: Doubt = ""
    wanted: int | None = None

    @property
    def is_clear(self) -> bool:
        """Whether the range leaves out zero."""
        return self.around is not None and not self.around.holds_zero

    @property
    def gain(self) -> float:
        """The difference, positive when it goes the wished way."""
        return self.question.sign * self.reading.periods.difference


def judge(
    question: Question,
    latest: Periods,
    *,
    sites: Sites | None = None,
    looks: Sequence[Look] = (),
    wanted: int | None = None,
) -> Verdict:
    """The verdict on the counts so far.

    `looks`: the planned ones in order; none means that one look is held now. `wanted`: answers
    after the change planned for the last of them, None when not planned (then the looks count as
    equally spaced).
    """
    where = sites or Sites()
    reading = read(latest, looks, wanted)
    around = reading.periods.range(reading.multiplier)
    doubt = _doubt(reading.periods, around)
    outcome: Outcome
    if not reading.is_last and (doubt or reading.number == 0 or _holds_zero(around)):
        outcome = "too early"
    elif doubt or around is None:
        outcome = "direction only"
    else:
        outcome = _outcome(question, reading.periods, around)
        helped = question.sign * reading.periods.difference > 0
        if helped and not around.holds_zero and where.rises_by_itself:
            outcome, doubt = "direction only", "worst place"
    return Verdict(
        outcome=outcome,
        question=question,
        sites=where,
        reading=reading,
        around=around,
        doubt=doubt,
        wanted=wanted,
    )


def read(latest: Periods, looks: Sequence[Look], wanted: int | None = None) -> Reading:
    """Which counts a verdict may be said of, and how wide their range must be.

    A look with too few answers, or without new ones, is none and spends nothing. The first look
    whose range leaves out zero decides; what comes later does not take it back. After the last
    look all is spent, so that its counts stand. Looks not yet held show `latest` and say nothing.
    """
    if not looks:
        return Reading(periods=latest)
    held = _held(looks)
    is_over = looks[-1].held is not None
    if not held:
        following = next((look.on for look in looks if look.held is None), looks[-1].on)
        counts = looks[-1].held or latest
        return Reading(periods=counts, number=0, of=len(looks), is_last=is_over, on=following)
    multipliers = planned.bounds(_times(held, len(looks), wanted), last=is_over)
    reading = Reading(periods=latest)
    for (number, periods), c in zip(held, multipliers, strict=True):
        reading = Reading(
            periods=periods,
            multiplier=c,
            number=number,
            of=len(looks),
            is_last=is_over and number == held[-1][0],
            on=looks[number - 1].on,
        )
        if not _holds_zero(periods.range(c)):
            break
    return reading


def _held(looks: Sequence[Look]) -> list[tuple[int, Periods]]:
    """The looks that count, with their numbers from 1: enough answers, and new ones."""
    found: list[tuple[int, Periods]] = []
    known = 0.0
    for number, look in enumerate(looks, start=1):
        if look.held is None or not _enough(look.held):
            continue
        evidence = information(*look.held.samples)
        if evidence > known:
            found.append((number, look.held))
            known = evidence
    return found


def _times(held: list[tuple[int, Periods]], of: int, wanted: int | None) -> list[float]:
    """The part of the planned information that each look has."""
    if wanted is None:
        return [number / of for number, _ in held]
    last = held[-1][1]
    parts = [1 / last.before.total, 1 / wanted]
    if last.elsewhere:
        parts += [1 / last.elsewhere[0].total, 1 / max(wanted, last.elsewhere[1].total)]
    whole = 1 / sum(parts)
    return [information(*periods.samples) / whole for _, periods in held]


def _enough(periods: Periods) -> bool:
    if periods.elsewhere and not is_enough(*periods.elsewhere):
        return False
    return is_enough(periods.before, periods.after)


def _holds_zero(around: Interval | None) -> bool:
    return around is None or around.holds_zero


def _doubt(periods: Periods, around: Interval | None) -> Doubt:
    """Why the range is not to be trusted alone."""
    if not _enough(periods):
        return "few"
    if periods.is_thin:
        return "thin"
    return "alike" if around is None else ""


def _outcome(question: Question, periods: Periods, around: Interval) -> Outcome:
    """What a trusted range says."""
    helped = question.sign * periods.difference > 0
    if not around.holds_zero and helped:
        if question.target is None:
            return "better"
        return "met" if reached(question, periods.after) else "partly met"
    if not around.holds_zero:
        return "worse" if question.target is None else "not met"
    best = around.high if question.sign > 0 else -around.low
    if question.target is not None:
        expected = question.sign * (question.target - periods.before.value)
        if best < expected:
            return "not met"
    return "cannot tell"


def reached(question: Question, after: Sample) -> bool:
    """Whether the figure is at its target or beyond, as shown: 60.3 is "about 60"."""
    if question.target is None:
        return False
    words = question.words
    tolerance = 0.5 * 10.0**-words.least_digits / words.kind.factor
    return question.sign * (after.value - question.target) >= -tolerance
