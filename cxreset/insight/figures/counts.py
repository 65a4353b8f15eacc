"""What a leader typed for one period, read into a sample; or why it cannot be.

A period holds counts (hits and total, for NPS the low answers too), or a figure as a survey tool
gives it (`value`), with or without its number of answers; effort is a mean, "4.9 ± 1.6" with its
spread.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, one_line
from cxreset.insight.figures import percent
from cxreset.insight.figures.kinds import KINDS, Kind, ends_of
from cxreset.insight.figures.percent import Written
from cxreset.insight.figures.samples import BareScore, Mean, Rate, Sample, Score, Share

_HITS = {
    "csat": N_("Top-two-box answers"),
    "conversion": N_("Conversions"),
    "share": N_("Contacts counted"),
}


class Typed(NamedTuple):
    """One period as typed; None and "" for what is not there yet."""

    hits: int | None = None
    low: int | None = None
    total: int | None = None
    value: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self == Typed()


class Period(NamedTuple):
    """One period as read: a sample, or only a written figure, or neither; and what is wrong."""

    sample: Sample | None = None
    written: Written | None = None
    problem: str = ""

    @property
    def value(self) -> float | None:
        """The figure in the unit it is shown in is `value` times the kind's factor."""
        return self.sample.value if self.sample else None


def read_period(kind: str, typed: Typed, scale: str = "") -> Period:
    """A sample where the counts are complete; the written figure where its answers are missing."""
    if problem := problem_of(kind, typed, scale):
        return Period(problem=problem)
    written, spread = read_figure(typed.value)
    sample = _counted(kind, typed)
    if sample is None and written is not None and typed.total is not None:
        sample = _from_figure(kind, written, spread, typed.total)
    return Period(sample, written if sample is None else None)


def problem_of(kind: str, typed: Typed, scale: str = "") -> str:
    """Why this cannot be, as a plain sentence for the screen; empty when it can."""
    if kind not in KINDS:
        return _("“{kind}” is not a kind of figure: choose {KINDS}.").format(
            kind=one_line(kind, 30), KINDS=", ".join(KINDS)
        )
    numbers = (typed.hits, typed.low, typed.total)
    if any(number is not None and number < 0 for number in numbers):
        return _("A count cannot be below zero.")
    if typed.total == 0:
        return _("The number of {counted} must be at least 1.").format(
            counted=_(KINDS[kind].counted)
        )
    return _counts_problem(kind, typed) or _value_problem(KINDS[kind], typed, scale)


def _counts_problem(kind: str, typed: Typed) -> str:
    hits, low, total = typed.hits, typed.low, typed.total
    if total is None or kind in ("rate", "effort"):  # a customer can have several events
        return ""
    if kind == "nps":
        if (hits or 0) + (low or 0) > total:
            return _("Promoters and detractors cannot be more than the {answers}.").format(
                answers=count(total, "answer")
            )
    elif hits is not None and hits > total:
        return _("{HITS} ({hits}) cannot be more than the total ({total}).").format(
            HITS=_(_HITS[kind]), hits=whole(hits), total=whole(total)
        )
    return ""


def _value_problem(kind: Kind, typed: Typed, scale: str) -> str:
    if not typed.value:
        return ""
    written, spread = read_figure(typed.value)
    if written is None or (spread is None and "±" in typed.value):
        return _("“{value}” is not a number: write it like {example}.").format(
            value=one_line(typed.value, 20), example=_example(kind)
        )
    least, most = kind.least * kind.factor, kind.most * kind.factor
    if kind.key == "effort":
        least, most = ends_of(scale)
    if most == inf and written.value < 0:
        return _("{name} cannot be below zero.").format(name=kind.name)
    if not least <= written.value <= most:
        return _("{name} lies between {least} and {most}.").format(
            name=kind.name, least=decimal(least, 0), most=decimal(most, 0)
        )
    is_share = kind.factor == 100 and kind.key != "nps"
    if is_share and typed.hits is None and typed.total is not None:
        return percent.share_problem(written, typed.total)
    return ""


def _counted(kind: str, typed: Typed) -> Sample | None:
    """The sample of complete counts."""
    if typed.hits is None or typed.total is None or kind == "effort":
        return None
    if kind == "nps":
        if typed.low is None:
            return None
        return Score(typed.hits, typed.low, typed.total)
    if kind == "rate":
        return Rate(typed.hits, typed.total)
    return Share(typed.hits, typed.total)


def _from_figure(kind: str, written: Written, spread: float | None, total: int) -> Sample | None:
    """The sample behind a figure and its number of answers; None for effort without a spread."""
    if kind == "nps":
        return BareScore(written.value / 100, total)
    if kind == "rate":
        return Rate(round(written.value * total / 1000), total)
    if kind == "effort":
        return None if spread is None else Mean(written.value, spread, total)
    hits = percent.possible_hits(written, total)
    return Share(min(hits, key=lambda one: abs(one - written.value * total / 100)), total)


def read_figure(text: str) -> tuple[Written | None, float | None]:
    """A figure and its spread: `4.9 ± 1.6` (also `+-`); None for what is not there."""
    figure, _, spread = text.replace("+/-", "±").replace("+-", "±").partition("±")
    around = percent.read(spread) if spread else None
    return percent.read(figure), around.value if around and around.value >= 0 else None


def _example(kind: Kind) -> str:
    return _("4.9 or, with its spread, 4.9 ± 1.6") if kind.key == "effort" else _("61 or 61.5")


def read_periods(kind: str, before: Typed, after: Typed, scale: str = "") -> tuple[Period, Period]:
    """Two periods; of two rounded percentages with their answers the counts that claim least."""
    first, second = read_period(kind, before, scale), read_period(kind, after, scale)
    if not (isinstance(first.sample, Share) and isinstance(second.sample, Share)):
        return first, second
    if before.hits is not None or after.hits is not None or not before.value or not after.value:
        return first, second
    was, now = percent.read(before.value), percent.read(after.value)
    pair = (
        percent.shares((was, first.sample.total), (now, second.sample.total))
        if was and now
        else None
    )
    return (Period(pair[0]), Period(pair[1])) if pair else (first, second)
