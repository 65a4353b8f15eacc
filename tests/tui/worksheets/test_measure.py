"""4.2: counts in, an honest sentence and a true picture out; what cannot be is not stored."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot as Driver
from textual.widgets import Static

from cxreset.insight.figures.chart_data import axis_of
from cxreset.insight.figures.kinds import KINDS
from cxreset.reset.measures.measuring import Context, judged
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.charts.before_after import BeforeAfter, whiskers
from cxreset.tui.worksheets.pilot.figure_kinds import shown_figure
from cxreset.workbook.tables import DataPoint, Measurement, Pilot, PilotPlan

TODAY = date(2026, 10, 5)


async def go_to(pilot: Driver[str], reset: Reset, step: str) -> None:
    """To a step of week 4, where the leader was last."""
    reset.daily.set_last_visited(f"week-test/{step}")
    await pilot.press("t", "4")
    await pilot.pause(0.2)


def sentence(row: Measurement) -> str:
    return judged(row, Context(date(2026, 10, 2))).sentence


def csat(after: tuple[int, int] | None = (131, 172)) -> Measurement:
    hits, total = after or (None, None)
    return Measurement(
        kind="csat",
        name="Delivery",
        before_hits=110,
        before_total=180,
        after_hits=hits,
        after_total=total,
    )


async def test_csat_from_new_to_the_sentence(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pilot(title="Text"))
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, reset, "test.measure")
        await pilot.press("n")
        await pilot.pause(0.1)
        await pilot.press(*"Delivery", "enter", *"5-point scale", "enter", "tab", "tab")
        await pilot.press(*"110", "enter", *"180", "enter", "enter", *"131", "enter", *"17")
        await pilot.pause(0.4)
        shown = app.screen.query_one("MeasureSheet .sentence", Static)
        assert "(131) cannot be more than the total (17)" in str(shown.content)
        assert shown.has_class("-wrong")
        await pilot.press("2")
        await pilot.pause(0.4)
        (row,) = reset.book.rows(Measurement)
        assert (row.before_hits, row.before_total, row.after_hits, row.after_total) == (
            *(110, 180),
            *(131, 172),
        )
        assert (row.pilot_id, row.kind, row.better) == (1, "csat", "up")
        assert str(shown.content).startswith(
            "Better: Delivery (5-point scale) rose from 61 % to 76 %; the true rise lies between"
        )
        assert not shown.has_class("-wrong")
        picture = app.screen.query_one(BeforeAfter)
        assert picture.words() == (
            "Before 61 %, likely 54 % to 68 %, on 180. After 76 %, likely 69 % to 82 %, on 172."
        )
        lines = picture.render().plain.splitlines()
        assert lines[0] == "95 % range, % of answers" and "├" in lines[1] and "◆" in lines[2]

        await pilot.press("x")
        await pilot.pause(0.4)
        assert str(shown.content) == "! A whole number, please, such as 180."
        assert reset.book.rows(Measurement)[0].after_total == 172


async def test_fields_follow_the_kind(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(csat())
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, reset, "test.measure")

        def labels() -> list[str]:
            fields = list(app.screen.query("MeasureSheet CountField"))[:3]
            return [
                str(field.query_one(".label", Static).content) for field in fields if field.display
            ]

        assert labels() == ["4s and 5s", "answers"]
        await pilot.press("enter", "2")
        await pilot.pause(0.3)
        assert labels() == ["9s, 10s", "0s to 6s", "answers"]
        for field in list(app.screen.query("MeasureSheet CountField"))[:3]:
            assert 10 < field.region.right <= 80
        await pilot.press("5", "tab", "tab", *"deliveries", "escape")
        await pilot.pause(0.3)
        assert labels() == ["events", "deliveries"]
        (row,) = reset.book.rows(Measurement)
        assert (row.kind, row.better, row.before_hits) == ("rate", "down", 110)
        shown = app.screen.query_one("MeasureSheet .sentence", Static)
        assert "per 1,000 deliveries" in str(shown.content)


def test_one_side_counted_shows_one_bar() -> None:
    row = csat(after=None)
    assert [one.label for one in judged(row, Context(TODAY)).ranges] == ["Before"]
    assert (shown_figure(row, "before"), shown_figure(row, "after")) == ("61 %", "")
    assert "still missing" in sentence(row)


def test_detractors_are_counted_against_promoters() -> None:
    row = Measurement(kind="nps", before_hits=8, before_low=20, before_total=40)
    assert shown_figure(row, "before") == "−30"
    row.before_low = 33
    assert sentence(row) == "Before: Promoters and detractors cannot be more than the 40 answers."
    assert judged(row, Context(TODAY)).ranges == ()


@pytest.mark.parametrize("kind", ["csat", "nps", "conversion", "share", "rate", "effort"])
@given(counts=st.lists(st.none() | st.integers(0, 300), min_size=6, max_size=6))
def test_any_counts_give_a_sentence(kind: str, counts: list[int | None]) -> None:
    row = Measurement(kind=kind)
    names = [f"{when}_{name}" for when in ("before", "after") for name in ("hits", "low", "total")]
    for name, value in zip(names, counts, strict=True):
        setattr(row, name, value)
    assert sentence(row).endswith(".")
    if rows := judged(row, Context(TODAY)).ranges:
        shown = KINDS[kind]
        lines = [one.plain for one in whiskers(rows, 60, axis_of(shown, rows), shown.shown)]
        assert len(lines) == len(rows) + 1
        assert all(len(line) == 60 and len(set(line) & {"●", "◆"}) == 1 for line in lines[:-1])


async def test_the_pilots_plan_and_first_figure(app: CxresetApp, reset: Reset) -> None:
    """4.1 says what it takes; 4.2 begins with that figure, and then with the guard."""
    key = reset.book.add(Pilot(title="Text", start_on=TODAY, end_on=date(2026, 10, 30))).key
    reset.book.add(
        PilotPlan(
            pilot_id=key, kind="csat", name="Delivery", current="65", smallest="10", per_week=90,
            target="75", guard="Calls",
        )
    )  # fmt: skip
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, reset, "test.pilot")
        plan = str(app.screen.query_one("PilotSheet .plan", Static).content)
        assert plan == (
            "To show +10 points from 65 % takes about 330 answers before and after; at 90 a week "
            "that is 4 weeks."
        )
        await go_to(pilot, reset, "test.measure")
        for _ in range(2):
            await pilot.press("n")
            await pilot.pause(0.2)
            await pilot.press("escape")
            await pilot.pause(0.1)
    main, guard = reset.book.rows(Measurement)
    assert (main.role, main.name, guard.role, guard.name) == ("main", "Delivery", "guard", "Calls")


async def test_looks_are_planned_and_held(app: CxresetApp, reset: Reset) -> None:
    key = reset.book.add(Pilot(title="Text", end_on=date(2026, 12, 1))).key
    reset.book.add(PilotPlan(pilot_id=key, current="65", target="75", per_week=90))
    row = csat()
    row.pilot_id, row.role = key, "main"
    reset.book.add(row)
    today = reset.today
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, reset, "test.measure")
        text = app.screen.query_one("MeasureSheet .sentence", Static)
        assert str(text.content).startswith("Too early to call: 172 of about")
        await pilot.click("#tool-looks")
        await pilot.pause(0.2)
        await pilot.press(*f"{today}", "enter", *"2026-11-20", "ctrl+s")
        await pilot.pause(0.3)
        assert reset.book.count(DataPoint, period="look") == 2
        await pilot.press("k")
        await pilot.pause(0.3)
        assert "look 1 of 2" in str(text.content) or str(text.content).startswith("Met")
        await pilot.press("k")
        await pilot.pause(0.3)
        notes = str(app.screen.query_one("MeasureSheet .notes", Static).content)
        assert "(not planned)" in notes
        await pilot.click("#tool-later")
        await pilot.pause(0.2)
        await pilot.press("down", "enter")
        await pilot.pause(0.2)
        await pilot.press(*"76% 100", "ctrl+s")
        await pilot.pause(0.3)
        notes = str(app.screen.query_one("MeasureSheet .notes", Static).content)
        assert "on day 90" in notes
    (later,) = reset.book.rows(DataPoint, period="day90")
    assert (later.value, later.total) == ("76%", 100)
    reset.book.remove(DataPoint, later.key)
    reset.book.remove(DataPoint, reset.book.rows(DataPoint, note="not planned")[0].key)
    held = [point for point in reset.book.rows(DataPoint) if point.total]
    assert [(point.counted_on, point.hits, point.total) for point in held] == [(today, 131, 172)]


async def test_weeks_that_cannot_be_read_stay_in_the_dialog(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(csat())
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to(pilot, reset, "test.measure")
        await pilot.click("#tool-weeks")
        await pilot.pause(0.2)
        await pilot.press(*"soon,1,2", "ctrl+s")
        await pilot.pause(0.2)
        wrong = str(app.screen.query_one("#wrong", Static).content)
        assert wrong.startswith("! No weekly figures are in what was pasted")
        await pilot.press("escape")
    assert reset.book.count(DataPoint) == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_button_is_in_sight(
    app: CxresetApp, reset: Reset, size: tuple[int, int]
) -> None:
    reset.book.add(csat())
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, reset, "test.measure")
        tools = list(app.screen.query("MeasureSheet .tools Button"))
        assert len(tools) == 7
        assert all(0 < tool.region.right <= size[0] and tool.region.width for tool in tools)
