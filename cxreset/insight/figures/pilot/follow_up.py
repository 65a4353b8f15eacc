"""Days 60 and 90: has the result held, set beside day 28 and the time before the pilot?

Two dates are looked at, so that each range is widened for both.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.insight.figures.intervals import Interval
from cxreset.insight.figures.normal import multiplier_for
from cxreset.insight.figures.pilot.verdict import Question
from cxreset.insight.figures.samples import Sample, change, is_enough

FOLLOW_UP_DAYS: Final = (60, 90)

Held = Literal["held", "fell back", "went further", "cannot tell"]


class FollowUp(NamedTuple):
    """How a figure stands later, with the ranges of its change since before and since the end."""

    outcome: Held
    day: int
    since_before: Interval | None
    since_end: Interval | None


def follow_up(question: Question, before: Sample, end: Sample, later: Sample, day: int) -> FollowUp:
    """`later` counted about day 60 or 90, beside `before` and `end` (day 28).

    Held: still clearly better than before, and no fall since the end is seen. Fell back or went
    further: clearly other than at the end. All else cannot be told.
    """
    c = multiplier_for(len(FOLLOW_UP_DAYS))
    since_before, since_end = change(before, later, c), change(end, later, c)
    outcome: Held = "cannot tell"
    if since_before and since_end and is_enough(before, later) and is_enough(end, later):
        gained, moved = _way(question, since_before), _way(question, since_end)
        if moved:
            outcome = "went further" if moved > 0 else "fell back"
        elif gained > 0:
            outcome = "held"
    return FollowUp(outcome, day, since_before, since_end)


def follow_up_sentence(question: Question, samples: tuple[Sample, Sample, Sample], day: int) -> str:
    """The answer in one sentence; `samples` are before, at the end and later."""
    before, end, later = samples
    found = follow_up(question, before, end, later, day)
    words = question.words
    digits = max(
        words.adding_digits(before.value, later.value, None),
        words.adding_digits(end.value, later.value, None),
    )
    was, then, now = (words.figure(one.value, digits) for one in samples)
    figures = _(
        "{name} is {now} on day {day}, after {then} at the end of the pilot and {was} before"
    ).format(name=words.name, now=now, day=day, then=then, was=was)
    if found.outcome == "held" and found.since_end:
        worst = found.since_end.low if question.sign > 0 else found.since_end.high
        most = words.size(worst, words.digits(worst))
        return _(
            "It has held: {figures}{tail}; it is still better than before, and no "
            "fall-back is seen, though one of up to {most} is possible."
        ).format(figures=figures, tail=words.tail, most=most)
    if found.outcome == "fell back":
        return _("It has fallen back: {figures}{tail}, more than chance would explain.").format(
            figures=figures, tail=words.tail
        )
    if found.outcome == "went further":
        return _("It has gone further: {figures}{tail}, more than chance would explain.").format(
            figures=figures, tail=words.tail
        )
    return _(
        "Whether it has held cannot be told: {figures}{tail}, on {total}, {total_2} "
        "and {total_3} {counted}."
    ).format(
        figures=figures,
        tail=words.tail,
        total=whole(before.total),
        total_2=whole(end.total),
        total_3=whole(later.total),
        counted=words.counted,
    )


def _way(question: Question, around: Interval) -> int:
    """+1 for clearly better, −1 for clearly worse, 0 when the range holds zero."""
    if around.holds_zero:
        return 0
    return question.sign if around.low > 0 else -question.sign
