"""Pictures of the whole: when there is one, and that its words say what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from cxreset.sharing.charts.drawing import Label
from cxreset.sharing.documents.action_plan.journey import journey_table
from cxreset.sharing.documents.action_plan.measured import compared
from cxreset.sharing.documents.action_plan.overview import (
    impact_effort_picture,
    preventable_picture,
    roadmap_pictures,
    thirty_days_picture,
)
from cxreset.sharing.documents.action_plan.short import build_brief
from cxreset.sharing.documents.model import Figures, Paragraph, Table
from cxreset.sharing.documents.parts import BLANK
from cxreset.sharing.facts.customers import FixFact, TouchpointFact
from cxreset.sharing.facts.days import DaysFact
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import EMPTY


def test_an_empty_workbook_has_no_picture() -> None:
    for picture in (preventable_picture, impact_effort_picture, roadmap_pictures):
        assert picture(EMPTY) == ()
    assert thirty_days_picture(EMPTY) == ()


def test_each_says_all_that_it_shows() -> None:
    (share,) = preventable_picture(FULL)
    assert share.seen.endswith(": 96 of 240 (40 %), likely 34 to 46 %.") and not share.words
    rated = replace(FULL.pains[0], impact=5, effort=2)
    (grid,) = impact_effort_picture(replace(FULL, pains=(rated, *FULL.pains[1:])))
    assert grid.words.startswith("Quick win: P1.") and "P4" in grid.words
    (days,) = thirty_days_picture(replace(FULL, days=DaysFact((("done", "today", "rest"),))))
    assert days.words.startswith("1 working day done") and days.words in days.seen


def test_a_roadmap_knows_what_is_done_and_what_is_late() -> None:
    early, late = date(2026, 9, 1), date(2026, 9, 30)
    fixes = [
        FixFact(ref="F1", title="a", start_on=late, end_on=early, chain=("P1",)),  # turned round
        FixFact(ref="F9", title="b", end_on=late),
        FixFact(ref="F8", title="no day"),
        FixFact(ref="F7", title="c", start_on=date(2026, 10, 5)),
    ]
    done = replace(FULL.actions[0], status="completed")
    facts = replace(FULL, fixes=tuple(fixes), actions=(done,))
    (chart,) = roadmap_pictures(facts)
    assert "F1 from 1 Sep to 30 Sep, done; F9 by 30 Sep, late; F7 from 5 Oct." in chart.seen
    drawn = {one.text for one in chart.drawing.shapes if isinstance(one, Label)}
    assert {"F1", "F7", "F9"} <= drawn and "F8" not in drawn


def test_many_fixes_are_drawn_on_several_pictures_and_none_twice() -> None:
    fixes = tuple(
        FixFact(ref=f"F{number}", title="x", end_on=date(2026, 10, 1 + number % 28))
        for number in range(1, 61)
    )
    charts = roadmap_pictures(replace(FULL, fixes=fixes))
    refs = [
        one.text
        for chart in charts
        for one in chart.drawing.shapes
        if isinstance(one, Label) and one.text.startswith("F")
    ]
    assert len(charts) == 3 and len(refs) == len(set(refs)) == 60


def test_two_figures_without_a_range_have_no_picture() -> None:
    """Two points alone show nothing that the sentence does not say."""
    (pilot,) = FULL.pilots
    assert compared(pilot.measures[0]) and not compared(replace(pilot.measures[0], ranges=()))


def test_a_day_that_passed_is_nobody_elses_to_know() -> None:
    marks = DaysFact((("done", "missed", "half"), ("today", "open", "rest")))
    (days,) = thirty_days_picture(replace(FULL, days=marks))
    assert days.words == "1 working day done, 1 begun, 1 to come; today is day 4."


def test_a_verdict_is_one_so_far_while_the_pilot_runs() -> None:
    """Where and beside what it moved comes first; what was expected is part of the sentence."""
    (pilot,) = FULL.pilots
    moved = "“Where is it” fell from 80 to 50 where 60 was expected; Northgate fell 29 more."
    main = replace(pilot.measures[1], sentence=f"Met: {moved}", verdict="Met")
    facts = replace(FULL, pilots=(replace(pilot, measures=(main,)),))
    until = "the pilot runs until 9 October 2026."
    for today, word in ((FULL.today, f"Met so far; {until}"), (date(2026, 12, 1), "Met.")):
        part = build_brief(replace(facts, today=today)).parts[2]
        assert part.blocks[-1] == Paragraph(f"{moved} {word}")


def test_the_brief_has_three_figures_also_before_anything_is_judged_or_measured() -> None:
    facts = replace(FULL, preventable=(0, 0), pilots=(), measures=(), complaints=lambda: 2_224)
    figures = next(one for one in build_brief(facts).parts[0].blocks if isinstance(one, Figures))
    assert [one.value for one in figures.items] == ["2,224", "1 of 4", "19 %"]


def test_a_single_comment_complains_and_two_complain() -> None:
    few = replace(FULL, preventable=(0, 0), pilots=(), measures=())
    for number, label in ((1, "comment that complains"), (2, "comments that complain")):
        facts = replace(few, complaints=partial(int, number))
        figures = next(
            one for one in build_brief(facts).parts[0].blocks if isinstance(one, Figures)
        )
        assert label in [one.label for one in figures.items]


def test_a_journey_leaves_out_empty_columns_and_marks_empty_cells_as_other_tables_do() -> None:
    moments = (
        TouchpointFact("T1", "Order", aim="Know the day"),
        TouchpointFact("T2", "Delivery", promise="In a week", failure="Nobody calls"),
    )
    (table,) = journey_table(replace(FULL, touchpoints=moments))
    assert isinstance(table, Table)
    assert table.columns == ("Moment", "They want", "We promise", "Fails where")
    assert table.rows == (
        ("T1 Order", "Know the day", BLANK, BLANK),
        ("T2 Delivery", BLANK, "In a week", "Nobody calls"),
    )
