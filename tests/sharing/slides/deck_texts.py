"""What a PowerPoint file holds, as lines: the golden of its content, read by python-pptx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape

from cxreset.insight.figures.chart_data import Range
from cxreset.sharing.documents.finished import finished
from cxreset.sharing.facts.pilots import MeasureFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.slides import pptx
from cxreset.sharing.slides.deck import build_slides
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import GOLDENS

WHISKERS = MeasureFact(
    ref="M4",
    name="Recommendation",
    sentence="NPS rose from −12 to +7.",
    kind="nps",
    before=-12.0,
    after=7.0,
    ranges=(
        Range(value=-12.0, low=-30.0, high=6.0),
        Range(value=7.0, low=-11.0, high=25.0, is_after=True),
    ),
)


def made(facts: PlanFacts) -> bytes:
    return pptx.render(finished(build_slides(facts)))


def opened(facts: PlanFacts) -> Deck:
    return Presentation(io.BytesIO(made(facts)))


def judged_by_nps() -> PlanFacts:
    """The full facts, the pilot judged by a figure that can lie below nothing."""
    return replace(FULL, pilots=(replace(FULL.pilots[0], measures=(WHISKERS,)),))


def described(shape: BaseShape) -> str:
    """A shape's alternative text."""
    return str(next(shape.element.iter(qn("p:cNvPr"))).get("descr") or "")


def lines_of(deck: Deck) -> Iterator[str]:
    for number, slide in enumerate(deck.slides, 1):
        yield f"slide {number}: {slide.slide_layout.name}"
        for shape in slide.shapes:
            yield f"  {shape.placeholder_format.type.name}"
            yield from (f"    {line}" for line in shape_lines(shape))
        if slide.has_notes_slide:
            for line in slide.notes_slide.notes_text_frame.text.splitlines():
                yield f"  > {line}"


def shape_lines(shape: BaseShape) -> Iterator[str]:
    """What a shape says: its text, or the figures and the description of what is drawn."""
    if shape.has_text_frame:
        yield from (f"{'- ' * one.level}{one.text}" for one in shape.text_frame.paragraphs)
    if shape.has_table:
        for row in shape.table.rows:
            yield " | ".join(cell.text for cell in row.cells)
    if shape.has_chart:
        plot = shape.chart.plots[0]
        for name, value in zip(plot.categories, plot.series[0].values, strict=True):
            yield f"{name} = {value:g} {plot.series[0].name}"
    if described(shape):
        yield f"({described(shape)})"


def main() -> None:
    text = "\n".join(lines_of(opened(FULL))) + "\n"
    (GOLDENS / "slides.txt").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
