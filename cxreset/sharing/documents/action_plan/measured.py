"""A measurement in a document: its sentence, before and after, and the figure week by week."""

from __future__ import annotations

import math

from cxreset.base.language.words import _
from cxreset.base.text import lower_first, upper_first
from cxreset.insight.figures.chart_data import Range, axis_of, ranges_words, run_chart_words
from cxreset.insight.figures.kinds import KINDS, Kind
from cxreset.sharing.charts.before_after import before_after
from cxreset.sharing.charts.run_chart import run_chart
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.footnotes import Footnotes, shortened
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    Block,
    Chart,
    Figure,
    Paragraph,
    Scale,
)
from cxreset.sharing.facts.pilots import MeasureFact

_NAME = 60
_FEWEST_WEEKS = 3
"""Weeks that a run chart needs: two points show nothing that before and after do not."""


def measure_blocks(
    measure: MeasureFact, footnotes: Footnotes, *, weekly: bool = True
) -> list[Block]:
    """The sentence, how sure it is as a note, and the pictures.

    `weekly` false leaves out the run chart.
    """
    notes = footnotes.remark(measure.ref, " ".join(measure.notes))
    pictures = compared(measure, values=False)
    if weekly:
        pictures += by_week(measure)
    return [Paragraph(f"{one_line(measure.sentence)} ({measure.ref})", notes), *pictures]


def compared(measure: MeasureFact, *, here_only: bool = False, values: bool = True) -> list[Block]:
    """Before and after with their ranges on one scale.

    Nothing while one of the two is missing, or while no range is known: two points alone show
    nothing that the sentence does not say.
    `here_only` leaves out the comparison place. Without `values` the words under the picture say
    the ranges alone, for where the sentence before it says the figures.
    """
    rows = ranges_of(measure)
    if here_only:
        rows = tuple(row for row in rows if not row.is_elsewhere)
    if len(rows) < 2 or all(row.low is None for row in rows):
        return []
    kind = KINDS[measure.kind]
    caption = _("{named}, before and after (95 % range)").format(named=named(measure))
    axis = axis_of(kind, rows, target=measure.target)
    drawing = before_after(rows, kind.shown, axis, measure.target)
    seen = ranges_words(rows, kind.shown)
    words = seen if values else ranges_words(rows, kind.shown, values=False)
    return [Chart(caption, words, drawing, f"{caption}. {seen}")]


def by_week(measure: MeasureFact) -> list[Block]:
    """The figure week by week with its usual range, what else happened, and the rule's word."""
    weeks, label = measure.weeks, KINDS[measure.kind].shown
    if len(weeks) < _FEWEST_WEEKS:
        return []
    caption = _("{named}, week by week (dashes: median, shade: usual range)").format(
        named=named(measure)
    )
    words = " ".join(filter(None, (run_chart_words(weeks, label), measure.shift)))
    return [Chart(caption, words, run_chart(weeks, label), f"{caption}. {words}")]


def figure_of(measure: MeasureFact) -> tuple[Figure, ...]:
    """`80 → 50` with what it counts; nothing while before or after is missing."""
    if measure.before is None or measure.after is None:
        return ()
    label = KINDS[measure.kind].shown
    per = _(" per 1,000") if measure.kind == "rate" else ""
    value = f"{label(measure.before)} → {label(measure.after)}"
    return (
        Figure(
            value,
            _("{name}{per}, before and after").format(name=shortened(measure.name, _NAME), per=per),
        ),
    )


def without_verdict(measure: MeasureFact) -> str:
    """What moved, where and beside what, for where the verdict is said apart from it."""
    words, verdict = one_line(measure.sentence), _(measure.verdict) if measure.verdict else ""
    if not verdict:
        return words
    cut = words.removeprefix(f"{verdict}: ").removesuffix(f": {lower_first(verdict)}.")
    return upper_first(cut if cut.endswith(".") else f"{cut}.")


def ranges_of(measure: MeasureFact) -> tuple[Range, ...]:
    """What is compared; where only the two figures are known, these without a range."""
    if measure.ranges:
        return measure.ranges
    known = ((measure.before, False), (measure.after, True))
    return tuple(
        Range(value=value, is_after=is_after) for value, is_after in known if value is not None
    )


def named(measure: MeasureFact) -> str:
    """`Satisfaction with the delivery (M1)`; a rate says what it is counted on."""
    per = _(" per 1,000") if measure.kind == "rate" else ""
    return f"{one_line(measure.name)}{per} ({measure.ref})"


def measure_chart(measure: MeasureFact) -> tuple[Bars, ...]:
    """Before and after on the scale of their kind, with whiskers; none where either is missing."""
    rows = [row for row in ranges_of(measure) if not row.is_elsewhere]
    if len(rows) < 2:
        return ()
    kind = KINDS[measure.kind]
    per = _(" per 1,000") if measure.kind == "rate" else ""
    scale = _scale(kind, max(row.value if row.high is None else row.high for row in rows))
    bars = tuple(
        Bar(
            label=row.label,
            share=_share(scale, row.value),
            text=f"{kind.shown(row.value)}{per}",
            whiskers=_whiskers(scale, row),
        )
        for row in rows
    )
    return (Bars(f"{one_line(measure.name)} ({measure.ref})", bars, scale),)


def _scale(kind: Kind, highest: float) -> Scale:
    """From end to end where a kind has ends; what has none never comes near a whole scale."""
    if kind.key in ("csat", "share"):
        return Scale(unit=kind.scale)
    if kind.key == "nps":
        return Scale(-100.0, 100.0, "NPS")
    if kind.key == "effort":
        return Scale(1.0, max(7.0, highest), kind.scale)
    return Scale(0.0, round_end(highest), kind.scale)


def round_end(highest: float) -> float:
    """The end of a scale from 0 that holds `highest`, in round steps."""
    if highest <= 0:
        return 1.0
    step = round_step(highest)
    return step * math.ceil(highest / step)


def round_step(width: float) -> float:
    """1, 2 or 5 × 10ⁿ, so that at most five steps hold `width` (> 0)."""
    size = 10.0 ** math.floor(math.log10(width / 5))
    return next(size * one for one in (1, 2, 5, 10) if size * one * 5 >= width)


def _whiskers(scale: Scale, row: Range) -> tuple[float, float] | None:
    if row.low is None or row.high is None:
        return None
    return _share(scale, row.low), _share(scale, row.high)


def _share(scale: Scale, value: float) -> float:
    width = scale.end - scale.start
    return (value - scale.start) / width if width else 0.0
