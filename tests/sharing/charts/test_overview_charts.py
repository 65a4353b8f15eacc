"""Preventable share, impact and effort, roadmap, thirty days: what is drawn, and its words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from cxreset.insight.figures.chart_data import ShareOf, share_words
from cxreset.insight.priority import Item, grid_words, impact_effort_grid
from cxreset.sharing.charts.drawing import Dot, Label, Line
from cxreset.sharing.charts.impact_effort import impact_effort
from cxreset.sharing.charts.roadmap import Span, roadmap, roadmap_words
from cxreset.sharing.charts.share import share_chart
from cxreset.sharing.charts.thirty_days import (
    Days,
    thirty_days,
    thirty_days_words,
)
from cxreset.sharing.pages.paper import WIDTH
from tests.sharing.charts.chart_samples import boxes, inside, labels

TODAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (ShareOf(34, 120, (21.1, 37.0)), "34 of 120 (28 %), likely 21 to 37 %"),
        (ShareOf(120, 120, (96.9, 100.0)), "120 of 120 (100 %), likely 97 to 100 %"),
        (ShareOf(0, 4), "0 of 4 (0 %)"),
    ],
)
def test_a_share_fills_its_part_of_the_whole(share: ShareOf, words: str) -> None:
    drawing = share_chart(share)
    (whole,), (part,) = boxes(drawing, "track"), boxes(drawing, "bar")
    assert part.width == pytest.approx(whole.width * share.hits / share.total)
    assert part.x == whole.x and inside(drawing) and drawing.width <= WIDTH
    assert any("likely" in one for one in labels(drawing)) == (share.likely is not None)
    assert share_words(share) == words


def test_the_whisker_of_a_share_lies_on_the_same_scale() -> None:
    drawing = share_chart(ShareOf(30, 120, (18.1, 33.4)))
    (whole,) = boxes(drawing, "track")
    whisker = next(
        one for one in drawing.shapes if isinstance(one, Line) and one.colour == "accent"
    )
    reach = whisker.end[0] - whisker.start[0]
    assert reach == pytest.approx(whole.width * (33.4 - 18.1) / 100)


def test_an_id_stands_in_the_square_of_its_ratings() -> None:
    items = [Item("P1", impact=5, effort=1), Item("P2", impact=1, effort=5), Item("P3", impact=4)]
    grid = impact_effort_grid(items)
    drawing = impact_effort(grid, chosen=["P1"])
    found = {one.text: one for one in drawing.shapes if isinstance(one, Label)}
    first, last = found["P1"], found["P2"]
    assert first.at[0] < last.at[0] and first.at[1] < last.at[1], "impact upward, effort right"
    assert first.is_bold and not last.is_bold and "P3" not in found
    assert inside(drawing) and drawing.width <= WIDTH
    assert len(boxes(drawing, "tint")) == 6 and len(boxes(drawing, "track")) == 4
    assert {"quick win", "big project", "small gain", "think twice"} <= set(found)
    assert grid_words(grid) == (
        "Quick win: P1. Think twice: P2. Not in the picture until impact and effort are rated: P3."
    )


@pytest.mark.parametrize("many", [3, 12, 60])
def test_ids_that_have_no_room_in_a_square_are_counted(many: int) -> None:
    refs = [f"P{number}" for number in range(1, many + 1)]
    drawing = impact_effort(impact_effort_grid([Item(ref, impact=3, effort=3) for ref in refs]))
    shown = [one for one in labels(drawing) if one.startswith("P")]
    rest = [int(one) for one in labels(drawing) if one.startswith("+")]
    assert inside(drawing) and shown == refs[: len(shown)]
    assert len(shown) + sum(rest) == many and bool(rest) == (many > 12)


SPANS = [
    Span("A2", TODAY - timedelta(days=20), TODAY - timedelta(days=3), "late"),
    Span("F1", TODAY - timedelta(days=30), TODAY - timedelta(days=10), "done"),
    Span("A3", None, TODAY + timedelta(days=12)),
    Span("A4", None, None),
]


def test_a_roadmap_has_a_bar_or_a_point_for_each_dated_row() -> None:
    drawing = roadmap(SPANS, TODAY)
    (late,), (done,) = boxes(drawing, "flag"), boxes(drawing, "accent")
    assert done.y < late.y and done.x < late.x, "the earliest stands first"
    per_day = done.width / 21
    assert late.width == pytest.approx(18 * per_day), "both ends are in a bar"
    (point,) = (one for one in drawing.shapes if isinstance(one, Dot))
    today = next(one for one in drawing.shapes if isinstance(one, Line) and one.is_dashed)
    assert late.x + late.width < today.start[0] < point.x and inside(drawing)
    assert {"A2", "F1", "A3", "late", "done", "today"} <= set(labels(drawing))
    assert "A4" not in labels(drawing)
    assert roadmap_words(SPANS, TODAY) == (
        "F1 from 14 Sep to 4 Oct, done; A2 from 24 Sep to 11 Oct, late; A3 by 26 Oct. "
        "On 14 Oct 1 row is late. Without a day: A4."
    )


@pytest.mark.parametrize("days", [0, 1, 40, 400, 4000])
def test_a_roadmap_of_any_length_keeps_its_marks_apart(days: int) -> None:
    drawing = roadmap([Span("A1", TODAY, TODAY + timedelta(days=days))], TODAY)
    marks = [one for one in drawing.shapes if isinstance(one, Label) and one.anchor == "middle"]
    marks = [one for one in marks if one.text != "today"]
    assert marks and inside(drawing)
    for left, right in pairwise(marks):
        assert left.at[0] + left.width / 2 < right.at[0] - right.width / 2


def test_a_roadmap_long_past_is_not_stretched_to_today() -> None:
    drawing = roadmap([Span("A1", date(2024, 1, 2), date(2024, 1, 19))], TODAY)
    assert "today" not in labels(drawing) and inside(drawing)


WEEKS: Days = [
    ["done", "done", "half", "missed", "done", "rest", "rest"],
    ["done", "today", "open", "open", "open", "rest", "rest"],
    ["open", "open"],
]


def test_thirty_days_have_a_disc_each_and_none_for_a_day_that_passed() -> None:
    drawing = thirty_days(WEEKS)
    full = [one for one in drawing.shapes if isinstance(one, Dot) and one.radius > 4]
    assert inside(drawing) and drawing.width <= WIDTH
    # the days but for the one that passed with nothing done, and four in the legend
    assert len(full) == 12 - 1 + 4
    assert [one for one in labels(drawing) if one.startswith(("Week", "Close"))] == [
        "Week 1",
        "Week 2",
        "Close",
    ]
    assert thirty_days_words(WEEKS) == ("4 working days done, 1 begun, 5 to come; today is day 9.")


def test_a_finished_reset_explains_only_what_is_drawn() -> None:
    week: Days = [["done", "done", "done", "rest", "rest"]]
    drawing = thirty_days(week)
    assert "done" in labels(drawing) and "today" not in labels(drawing)
    assert thirty_days_words([["done"]]) == "1 working day done."
