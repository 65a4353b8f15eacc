"""A measurement in a document: its sentence, and before and after as bars."""

from __future__ import annotations

import math

from cxreset.base.text import one_line
from cxreset.sharing.documents.model import Bar, Bars, Block, Paragraph, Scale
from cxreset.sharing.facts.pilots import MeasureFact


def measure_blocks(measure: MeasureFact) -> list[Block]:
    """The sentence, and a picture where both figures lie on a scale that starts at nothing."""
    words = " ".join((measure.sentence, *measure.notes))
    return [Paragraph(f"{measure.ref}: {words}"), *measure_bars(measure)]


def measure_bars(measure: MeasureFact) -> list[Block]:
    """Before and after as bars on one scale; none where a bar would mislead."""
    # NPS runs from −100 to 100, effort from 1: a bar from the left edge would mislead.
    if measure.kind in ("nps", "effort"):
        return []
    return list(measure_chart(measure))


def measure_chart(measure: MeasureFact) -> tuple[Bars, ...]:
    """Before and after on the scale of their kind, with whiskers; none where either is missing."""
    before, after = measure.before, measure.after
    if before is None or after is None:
        return ()
    ranges = (measure.before_range, measure.after_range)
    scale = _scale(measure.kind, max(before, after, *(around[1] for around in ranges if around)))
    periods = (("Before", before, measure.before_range), ("After", after, measure.after_range))
    bars = tuple(
        Bar(
            label=label,
            share=_share(scale, value),
            text=_figure(measure.kind, value, scale.unit),
            whiskers=around and (_share(scale, around[0]), _share(scale, around[1])),
        )
        for label, value, around in periods
    )
    return (Bars(f"{one_line(measure.name)} ({measure.ref})", bars, scale),)


def _scale(kind: str, highest: float) -> Scale:
    """From end to end where a kind has ends; what has none never comes near a whole scale."""
    if kind in ("csat", "share"):
        return Scale()
    if kind == "nps":
        return Scale(-100.0, 100.0, "NPS")
    if kind == "effort":
        return Scale(1.0, max(7.0, highest), "on its scale")
    return Scale(0.0, round_end(highest), "per 1,000")


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


def _share(scale: Scale, value: float) -> float:
    width = scale.end - scale.start
    return (value - scale.start) / width if width else 0.0


def _figure(kind: str, value: float, unit: str) -> str:
    if kind == "nps":
        return f"{unit} {value:+.0f}".replace("-", "−")
    if kind == "effort":
        return f"{value:.1f}"
    return f"{value:.1f} {unit}" if 0 < value < 10 else f"{value:.0f} {unit}"
