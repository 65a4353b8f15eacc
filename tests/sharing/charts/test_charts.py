"""Charts as shapes, and shapes as SVG and WordprocessingML that other programs can read."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from cxreset.insight.figures.chart_data import (
    Range,
    Week,
    axis_of,
    ranges_words,
    run_chart_words,
    steps,
)
from cxreset.insight.figures.kinds import KINDS
from cxreset.sharing.charts import drawingml, svg
from cxreset.sharing.charts.before_after import before_after
from cxreset.sharing.charts.drawing import Box, Dot, Drawing, Label, Line
from cxreset.sharing.charts.run_chart import run_chart
from cxreset.sharing.pages.paper import COLOURS, WIDTH
from cxreset.sharing.pages.word.text import NAMES
from tests.sharing.charts.chart_samples import inside, labels

CSAT = KINDS["csat"].shown
NPS = KINDS["nps"]


def weeks(count: int, *, pilot_from: int | None = None) -> list[Week]:
    return [
        Week(
            monday=date(2026, 1, 5) + timedelta(weeks=index),
            value=60.0 + index % 5,
            answers=100,
            low=54.0,
            high=68.0,
            in_pilot=pilot_from is not None and index >= pilot_from,
            is_whole=index + 1 < count,
            note="strike" if index == 1 else "",
        )
        for index in range(count)
    ]


ROWS = [
    Range(value=61, answers=180, low=54, high=68),
    Range(value=76, answers=172, low=69, high=82, is_after=True),
    Range(value=63, answers=164, low=55, high=70, is_elsewhere=True),
    Range(value=64, answers=158, low=56, high=71, is_after=True, is_elsewhere=True),
]


AXIS = axis_of(KINDS["csat"], ROWS, target=70)
SCORES = [
    Range(value=-12, answers=180, low=-24, high=1),
    Range(value=8, answers=172, low=-5, high=20, is_after=True),
]


def shapes(drawing: Drawing, kind: type) -> list[Box | Dot | Label | Line]:
    return [one for one in drawing.shapes if isinstance(one, kind)]


@pytest.mark.parametrize("count", [1, 2, 9, 30, 104])
def test_a_run_chart_has_a_point_and_a_range_for_each_week(count: int) -> None:
    drawing = run_chart(weeks(count, pilot_from=count // 2), CSAT)
    assert len(shapes(drawing, Dot)) == count == len(shapes(drawing, Box))
    assert inside(drawing) and drawing.width <= WIDTH
    points = [one for one in drawing.shapes if isinstance(one, Dot)]
    assert points[-1].is_hollow, "the week that is going on is a ring"
    assert all(one.colour == "accent" for one in points[count // 2 :])


def test_a_higher_week_stands_higher_and_a_note_is_a_letter() -> None:
    drawing = run_chart(weeks(6), CSAT)
    points = [one for one in drawing.shapes if isinstance(one, Dot)]
    assert points[4].y < points[3].y < points[0].y
    assert "a" in labels(drawing) and "strike" not in labels(drawing), (
        "words stand beside it, where they are masked"
    )
    assert "a, in the week of 12 Jan: strike" in run_chart_words(weeks(6), CSAT)


def test_weeks_without_a_range_or_a_difference_are_drawn() -> None:
    alike = [Week(monday=date(2026, 1, 5), value=60, answers=5)]
    drawing = run_chart(alike, CSAT)
    assert not shapes(drawing, Box) and inside(drawing)


def test_before_and_after_stand_on_one_scale_with_what_was_expected() -> None:
    drawing = before_after(ROWS, CSAT, AXIS, 70)
    before, after, *_ = (one for one in drawing.shapes if isinstance(one, Dot))
    expected = next(one for one in drawing.shapes if isinstance(one, Line) and one.is_dashed)
    assert before.x < expected.start[0] < after.x and inside(drawing)
    texts = labels(drawing)
    assert texts.count("Before") == texts.count("After") == 2
    assert "A place that stayed as it was" in texts and "expected" in texts
    assert ranges_words(ROWS, CSAT).startswith("Before 61 %, likely 54 % to 68 %, on 180. After")


def test_a_score_has_a_line_at_zero_and_its_scale_is_named() -> None:
    drawing = before_after(SCORES, NPS.shown, axis_of(NPS, SCORES))
    before, after = (one for one in drawing.shapes if isinstance(one, Dot))
    zero = next(one for one in drawing.shapes if isinstance(one, Line))
    assert before.x < zero.start[0] == zero.end[0] < after.x and inside(drawing)
    assert {"NPS, from −100 to 100", "−12", "+8", "0"} <= set(labels(drawing))


def test_figures_that_stand_together_can_share_one_scale() -> None:
    guard = [Range(value=88, low=83, high=92), Range(value=90, low=85, high=94, is_after=True)]
    axis = axis_of(KINDS["csat"], ROWS, guard)
    first, second = (_marks(before_after(rows, CSAT, axis)) for rows in (ROWS, guard))
    assert first == second and axis.marks[0] <= 54 and axis.marks[-1] >= 94


def _marks(drawing: Drawing) -> dict[str, float]:
    """Where each mark of the scale stands."""
    return {
        one.text: one.at[0]
        for one in drawing.shapes
        if isinstance(one, Label) and one.anchor == "middle"
    }


@pytest.mark.parametrize(
    ("values", "first", "last"),
    [([54, 82], 50, 90), ([0.022, 0.029], 0.022, 0.03), ([-16, 45], -20, 60), ([3, 3], 2, 4)],
)
def test_a_scale_has_round_steps_around_all_values(
    values: list[float], first: float, last: float
) -> None:
    marks = steps(values)
    assert (marks[0], marks[-1]) == pytest.approx((first, last))
    assert 2 <= len(marks) <= 7


@pytest.mark.parametrize("drawing", [run_chart(weeks(9), CSAT), before_after(ROWS, CSAT, AXIS, 70)])
def test_each_form_holds_every_shape_and_every_letter(drawing: Drawing) -> None:
    words = [one.text for one in drawing.shapes if isinstance(one, Label)]
    for source in (svg.inline(drawing, "Of 20 & more"), svg.picture(drawing, COLOURS)):
        picture = ElementTree.fromstring(source)
        assert len(picture) == len(drawing.shapes)
        assert [one.text for one in picture if one.tag.endswith("text")] == words
    run = drawingml.run(drawing, 1, COLOURS, 'Of 20 & "more"')
    group = ElementTree.fromstring(run.replace("<w:r>", f"<w:r {NAMES}>", 1))
    assert [one.text for one in group.iter() if one.tag.endswith("}t")] == words
    # and one that nobody sees, as large as the picture
    assert sum(one.tag.endswith("}wsp") for one in group.iter()) == len(drawing.shapes) + 1
    assert [one.get("descr") for one in group.iter() if one.tag.endswith("}docPr")] == [
        'Of 20 & "more"'
    ]


def test_letters_that_xml_would_read_are_escaped() -> None:
    drawing = Drawing(50, 20, (Label((0, 10), "<a> & b"),))
    assert "&lt;a&gt; &amp; b" in svg.inline(drawing, "")
    assert "&lt;a&gt; &amp; b" in drawingml.run(drawing, 1, COLOURS, "")
