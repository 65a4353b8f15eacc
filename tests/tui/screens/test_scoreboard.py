"""The scoreboard of the sample: figures by week, before and after, and what it says in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cxreset.insight.figures.chart_data import Range, Week, axis_of, run_chart_words
from cxreset.insight.figures.kinds import KINDS
from cxreset.reset.measures.measuring import measured_all
from cxreset.reset.measures.scoreboard import scoreboard_of
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.scoreboard.drawing import draw
from cxreset.tui.screens.scoreboard.screen import Board
from cxreset.tui.widgets.charts.before_after import whiskers
from cxreset.tui.widgets.charts.big_number import ROWS, big_number
from cxreset.tui.widgets.charts.run_chart import EDGE, run_chart
from cxreset.tui.widgets.charts.sparkline import sparkline


def label(value: float) -> str:
    return f"{value:.0f}"


def week(day: int, value: float, *, in_pilot: bool = False) -> Week:
    return Week(
        monday=date(2026, 9, day),
        value=value,
        answers=100,
        low=50.0,
        high=70.0,
        in_pilot=in_pilot,
        is_whole=True,
    )


def test_the_pilots_figure_comes_first_and_says_what_every_other_view_says(sample: Reset) -> None:
    board = scoreboard_of(sample)
    first, second = board.figures[:2]
    assert (first.measured.row.role, second.measured.row.role) == ("main", "guard")
    sentences = {one.row.ref: one.sentence for one in measured_all(sample.book, sample.today)}
    assert {one.measured.row.ref: one.measured.sentence for one in board.figures} == sentences
    assert [look.is_held for look in board.looks] == [True, False]
    assert board.looks[0].figure and all(look.is_planned for look in board.looks)
    assert [one.in_pilot for one in first.weeks] == [False] * 8 + [True]
    assert not first.weeks[-1].is_whole, "the week that is going on is no whole week"


@pytest.mark.parametrize("width", [60, 76, 80, 116, 196])
def test_every_width_has_every_part_and_no_line_too_long(sample: Reset, width: int) -> None:
    board = scoreboard_of(sample)
    for chosen in range(len(board.figures)):
        lines = draw(board, chosen, width)
        assert all(line.cell_length <= width for line in lines)
    text = "\n".join(line.plain for line in draw(board, 0, width))
    for part in ("WEEK BY WEEK", "BEFORE AND AFTER", "ALL FIGURES", "THIRTY DAYS", "LOOKS"):
        assert part in text


def test_the_difference_stands_large_once_it_is_decided(sample: Reset) -> None:
    board = scoreboard_of(sample)
    first = [line.plain for line in draw(board, 0, 120)[:ROWS]]
    for row, number in zip(first, big_number("−30"), strict=True):
        assert row.startswith(f"{number}   ")
    undecided = next(
        at
        for at, one in enumerate(board.figures)
        if one.measured.outcome == "too early" and not one.measured.row.role
    )
    line = draw(board, undecided, 120)[0].plain
    assert line.startswith(board.figures[undecided].words.name[:20])


@pytest.mark.parametrize("text", ["+15", "−0.3", "1,204", "0"])
def test_a_large_number_has_three_even_rows_and_tells_its_digits_apart(text: str) -> None:
    rows = big_number(text)
    assert len({len(row) for row in rows}) == 1 and len(rows) == ROWS
    assert big_number(f"{text} points") == rows
    assert len({tuple(big_number(digit)) for digit in "0123456789+−"}) == 12


def test_a_small_picture_of_weeks_rises_with_them() -> None:
    assert sparkline([1, 2, 8]).plain == "▁▂█"
    assert sparkline([0, 4, 8], from_zero=True).plain == "▁▅█"
    assert sparkline([5, 5]).plain == "▄▄" and sparkline([]).plain == ""
    assert len(sparkline(range(104)).plain) == 12


def test_what_must_not_get_worse_has_its_own_word(sample: Reset) -> None:
    board = scoreboard_of(sample)
    text = "\n".join(line.plain for line in draw(board, 1, 120))
    assert "▲ did not get worse" in text
    assert text.startswith("The figure that must not get worse did not")


def test_an_empty_scoreboard_says_what_will_stand_here(reset: Reset) -> None:
    text = " ".join(line.plain for line in draw(scoreboard_of(reset), 0, 80))
    assert "once one is counted in step 4.2" in text and "0 %" not in text


def test_a_run_chart_has_a_point_a_week_on_its_row() -> None:
    weeks = [week(7, 60), week(14, 50), week(21, 70, in_pilot=True)]
    lines = [line.plain for line in run_chart(weeks, 40, 7, label)]
    assert sum(line.count("●") for line in lines) == 3
    assert "●" in lines[0] and "●" in lines[6], "the highest and the lowest"
    assert lines[0].lstrip().startswith("70") and lines[6].lstrip().startswith("50")
    assert "7 Sep" in lines[7] and "pilot" in lines[7]
    assert EDGE in lines[0] and EDGE in lines[6], "the usual range is seen without colours"
    noted = run_chart([week(7, 60), replace(week(14, 50), note="strike")], 40, 7, label)
    assert noted[7].plain.strip() == "a" and len(noted) == 9
    assert "a, in the week of 14 Sep: strike" in run_chart_words(
        [replace(week(14, 50), note="strike")], label
    )
    alike = run_chart([replace(week(7, 60), low=None, high=None)], 40, 7, label)
    assert sum(line.plain.count("●") for line in alike) == 1


def test_a_week_outside_the_usual_range_is_named() -> None:
    weeks = [week(7, 60), week(14, 80)]
    assert run_chart_words(weeks, label) == (
        "2 weeks, from 60 to 80; outside the usual range: 14 Sep."
    )


def test_whiskers_hold_their_figure() -> None:
    rows = [
        Range(answers=180, value=61, low=54, high=68),
        Range(answers=172, value=76, low=69, high=82, is_after=True),
        Range(value=70),
    ]
    axis = axis_of(KINDS["csat"], rows)
    before, after, bare, scale = (line.plain for line in whiskers(rows, 70, axis, label))
    assert before.index("├") < before.index("●") < before.index("┤") < after.index("┣")
    assert after.index("┣") < after.index("◆") < after.index("┫")
    assert "├" not in bare and bare.rstrip().endswith("70")
    assert scale.split() == ["50", "60", "70", "80", "90"] and scale.index("80") > after.index("◆")


async def test_the_place_by_its_key(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y")
        await pilot.pause(0.3)
        board = app.screen.query_one(Board)
        assert board.plain.startswith("Here stand your figures")
        await pilot.press("right", "left")
        await pilot.pause(0.1)
