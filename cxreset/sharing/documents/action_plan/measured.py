"""A measurement in a document: its sentence, and before and after as bars."""

from __future__ import annotations

from cxreset.base.text import one_line
from cxreset.sharing.documents.model import Bar, Bars, Block, Paragraph
from cxreset.sharing.facts.pilots import MeasureFact


def measure_blocks(measure: MeasureFact) -> list[Block]:
    """The sentence, and a picture where both figures lie on a scale that starts at nothing."""
    words = " ".join((measure.sentence, *measure.notes))
    return [Paragraph(f"{measure.ref}: {words}"), *measure_bars(measure)]


def measure_bars(measure: MeasureFact) -> list[Block]:
    """Before and after as bars on one scale; none where a bar would mislead."""
    before, after = measure.before, measure.after
    # NPS runs from −100 to 100, effort from 1: a bar from the left edge would mislead.
    if before is None or after is None or measure.kind in ("nps", "effort"):
        return []
    # others never come near the whole scale
    full = 100.0 if measure.kind in ("csat", "share") else max(before, after)
    unit = "per 1,000" if measure.kind == "rate" else "%"
    bars = tuple(
        Bar(label, value / full if full else 0.0, f"{_figure(value)} {unit}")
        for label, value in (("Before", before), ("After", after))
    )
    return [Bars(f"{one_line(measure.name)} ({measure.ref})", bars)]


def _figure(value: float) -> str:
    return f"{value:.1f}" if 0 < value < 10 else f"{value:.0f}"
