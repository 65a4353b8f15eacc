"""1.3: ratings give an order with its reason; moving by hand wins and can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import DataTable, Static

from cxreset.insight.priority import Item, grid_words, impact_effort_grid
from cxreset.reset.reset import Reset
from cxreset.sharing.facts.gather import gather
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.charts.impact_effort import ImpactEffort
from cxreset.tui.worksheets.listen.order import OrderSheet
from cxreset.tui.worksheets.parts.pain_order import RankedPain, moved, rank_pains
from cxreset.workbook.tables import Pain


@pytest.fixture
def rated(reset: Reset) -> Reset:
    """Three chosen pains in the order P1, P2, P3 by the figures; P4 is not chosen."""
    book = reset.book
    book.add(Pain(title="Late", chosen=True, impact=5, urgency=5, effort=2, actionable=True))
    book.add(Pain(title="Refund", chosen=True, impact=4, urgency=4, effort=4, actionable=True))
    book.add(Pain(title="Parts", chosen=True))
    book.add(Pain(title="Chat", impact=5, urgency=5, effort=1))
    reset.daily.set_last_visited("week-listen/listen.order")
    return reset


async def on_order(pilot: Pilot[str]) -> OrderSheet:
    await pilot.press("1")
    await pilot.pause(0.1)
    return pilot.app.screen.query_one(OrderSheet)


def refs(sheet: OrderSheet) -> list[tuple[str, str]]:
    table = sheet.query_one(DataTable)
    rows = (table.get_row_at(row) for row in range(table.row_count))
    return [(str(row[0]), str(row[1])) for row in rows]


def reason(sheet: OrderSheet) -> str:
    return str(sheet.query_one("#reason", Static).content)


def ranks(reset: Reset) -> list[int | None]:
    return [pain.manual_rank for pain in reset.book.rows(Pain)]


async def test_a_name_cut_in_the_list_is_whole_in_the_form(app: CxresetApp, rated: Reset) -> None:
    name = "Nobody says when the technician comes, and nobody calls when he does not"
    rated.book.set(Pain, 1, title=name)
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = await on_order(pilot)
        assert reason(sheet).startswith(f"{name}\nP1 stands first")
        await pilot.press("down")
        await pilot.pause()
        assert reason(sheet).startswith("P2 stands second"), "this one the list shows whole"


async def test_moved_by_hand_and_back(app: CxresetApp, rated: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        sheet = await on_order(pilot)
        assert refs(sheet) == [("1", "P1"), ("2", "P2"), ("3", "P3"), ("", "P4")]
        assert reason(sheet).startswith("P1 stands first, 13 points. High impact (5)")
        await pilot.press("down", "down", "+", "+")
        await pilot.pause()
        assert refs(sheet)[:3] == [("1 *", "P3"), ("2", "P1"), ("3", "P2")]
        assert "moved by hand (the figures alone would put it at place 3)" in reason(sheet)
        facts = gather(rated.book, rated.pack, rated.today)
        assert [pain.ref for pain in facts.pains] == ["P3", "P1", "P2"]  # the plan says the same
        await pilot.press("+")  # already first: said, nothing changed
        assert ranks(rated) == [None, None, 1, None]
        await pilot.click("#tool-later")
        await pilot.pause(0.3)  # a button takes no second click while it shows the first
        assert refs(sheet)[1] == ("2 *", "P3")
        await pilot.click("#tool-later")
        await pilot.pause()
        assert ranks(rated) == [None] * 4  # back where the figures put it
        sheet.grid.focus()
        await pilot.press("-", "up", "-", "c")
        await pilot.pause()
        assert ranks(rated) == [None] * 4
        assert refs(sheet)[0] == ("1", "P1")


async def test_rating_moves_it_in_list_and_picture(app: CxresetApp, rated: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        sheet = await on_order(pilot)
        await pilot.press("down", "down", "enter")
        await pilot.press("1", "tab", "5", "tab", "5", "tab", "1", "tab", "2")
        await pilot.pause()
        pain = rated.book.get(Pain, 3)
        assert pain is not None
        rating = (pain.actionable, pain.urgency, pain.impact, pain.effort, pain.level)
        assert rating == (True, 5, 5, 1, "cause")
        assert refs(sheet)[0] == ("1", "P3")
        assert "treats the cause" in reason(sheet)
        words = str(sheet.query_one("#in-words", Static).content)
        assert words == "Quick win: P3, P4 and P1. Big project: P2."
        await pilot.press("escape")
        await pilot.press("n", "delete")  # pains are named and removed in 1.2
        assert len(rated.book.rows(Pain)) == 4


async def test_a_click_in_the_picture_goes_to_the_line(app: CxresetApp, rated: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        sheet = await on_order(pilot)
        # effort 4, impact 4: the second row of squares, two lines each; the fourth from the margin
        await pilot.click(ImpactEffort, offset=(4 + 3 * 6 + 3, 3))
        await pilot.pause()
        assert sheet.chosen is not None and sheet.chosen.ref == "P2"


def test_the_picture_counts_what_does_not_fit() -> None:
    items = [Item(f"P{n}", impact=5, effort=1) for n in (1, 22, 333)] + [Item("P4")]
    picture = ImpactEffort()
    picture.set_reactive(ImpactEffort.grid, impact_effort_grid(items))
    lines = picture.render().plain.splitlines()
    assert lines[1].startswith("  5 ") and lines[1].split() == ["5", "P1", "+2"]
    assert {len(line) for line in lines[:-2]} == {34}
    picture.set_reactive(ImpactEffort.tall, True)
    picture.set_reactive(ImpactEffort.in_hand, "P1")
    lines = picture.render().plain.splitlines()
    assert lines[1].split() == ["5", "▸P1", "+2"] and not lines[2].strip()
    assert [line.split()[0] for line in lines[1:11:2]] == ["5", "4", "3", "2", "1"]
    assert grid_words(impact_effort_grid(items)) == (
        "Quick win: P1, P22 and P333. Not in the picture until impact and effort are rated: P4."
    )
    assert grid_words(impact_effort_grid([])) == ""


rating = st.none() | st.integers(1, 5)
pains = st.lists(
    st.builds(
        Pain,
        chosen=st.booleans(),
        urgency=rating,
        impact=rating,
        effort=rating,
        actionable=st.none() | st.booleans(),
        manual_rank=st.none() | st.integers(1, 9),
    ),
    min_size=1,
    max_size=7,
)


def order_of(known: list[Pain]) -> list[RankedPain]:
    for number, pain in enumerate(known, 1):
        pain.id = number
    return rank_pains(known, {})


@given(known=pains, pick=st.integers(0, 6), by=st.sampled_from((-1, 1)))
def test_a_move_is_one_place_and_no_other_pain_jumps(known: list[Pain], pick: int, by: int) -> None:
    before = order_of(known)
    target = before[pick % len(before)]
    group = [line.pain.key for line in before if line.pain.chosen == target.pain.chosen]
    here = group.index(target.pain.key)
    changes = moved(before, target.pain.key, by)
    if not 0 <= here + by < len(group):
        assert changes == {}
        return
    for pain in known:
        if pain.key in changes:
            pain.manual_rank = changes[pain.key]
    group[here], group[here + by] = group[here + by], group[here]
    after = [line.pain.key for line in order_of(known) if line.pain.chosen == target.pain.chosen]
    assert after == group
