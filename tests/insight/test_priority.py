"""The order of pains: the formula, the hand that overrules it, and the picture."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.errors import UsageError
from cxreset.insight import priority
from cxreset.insight.priority import Item, ranked

ratings = st.none() | st.integers(1, 5)


@st.composite
def pains(draw: st.DrawFn, *, by_hand: bool = True) -> list[Item]:
    return [
        Item(
            f"P{number}",
            "a pain",
            draw(st.integers(0, 3)),
            draw(ratings),
            draw(ratings),
            draw(ratings),
            draw(st.sampled_from([True, False, None])),
            draw(st.sampled_from(["cause", "symptom", None])),
            draw(st.none() | st.integers(1, 9)) if by_hand else None,
        )
        for number in range(1, draw(st.integers(0, 12)) + 1)
    ]


def _refs(items: list[Item]) -> list[str]:
    return [row.ref for row in ranked(items)]


def test_the_reason_is_one_plain_sentence() -> None:
    pain = Item("P1", "Delivery day moves", 0, 4, 5, 2, True, "cause")
    (row,) = ranked([pain])
    assert row.reason == "High impact (5), low effort (2), urgent (4); treats the cause."
    assert (row.score, row.position, row.moved, row.quadrant) == (12, 1, False, "quick win")


def test_what_is_missing_is_said() -> None:
    unrated, half, stuck = ranked(
        [Item("P1", evidence=12), Item("P2", impact=2), Item("P3", impact=5, actionable=False)]
    )
    assert unrated.reason == "Not rated yet, counted as the middle; heard in 12 comments."
    assert half.reason == "Low impact (2), effort and urgency not rated yet."
    assert stuck.reason == (
        "High impact (5), effort and urgency not rated yet; nobody can act on it for now, so it "
        "waits at the end."
    )


def test_ties_go_to_the_cause_then_to_the_evidence_then_to_the_lower_number() -> None:
    tied = [
        Item("P10", evidence=5),
        Item("P2", evidence=5),
        Item("P3", evidence=9, level="symptom"),
        Item("P4", level="cause"),
        Item("P5", evidence=7),
    ]
    assert _refs(tied) == ["P4", "P5", "P2", "P10", "P3"]


def test_a_place_by_hand_and_its_reason() -> None:
    items = [
        Item("P1", impact=5),
        Item("P2", impact=4),
        Item("P3", impact=1, effort=2, urgency=1, manual_rank=1),
    ]
    rows = ranked(items)
    assert [row.ref for row in rows] == ["P3", "P1", "P2"]
    assert (rows[0].position, rows[0].computed_position, rows[0].moved) == (1, 3, True)
    assert rows[0].reason == (
        "Low impact (1), low effort (2), not urgent (1); moved by hand (the figures alone would "
        "put it at place 3)."
    )
    assert [row.moved for row in rows[1:]] == [False, False]


def test_a_place_beyond_the_end_is_the_end() -> None:
    assert _refs([Item("P1", impact=5, manual_rank=9), Item("P2"), Item("P3")])[-1] == "P1"


def test_two_at_one_place_stand_behind_each_other() -> None:
    items = [
        Item("P1", impact=5),
        Item("P2", impact=3, manual_rank=1),
        Item("P3", impact=4, manual_rank=1),
    ]
    assert _refs(items) == ["P3", "P2", "P1"]


@pytest.mark.parametrize("field", ["urgency", "impact", "effort"])
def test_a_rating_off_the_scale_is_refused(field: str) -> None:
    for wrong in (0, 6):
        ratings_off: dict[str, Any] = {field: wrong}
        item = Item("P7", **ratings_off)
        for ask in (ranked, priority.impact_effort_grid):
            with pytest.raises(UsageError, match="of P7 run from 1 to 5"):
                ask([item])


@given(pains(), st.randoms(use_true_random=False))
def test_a_permutation_whatever_the_order_of_the_input(
    items: list[Item], chance: random.Random
) -> None:
    rows = ranked(items)
    assert sorted(row.ref for row in rows) == sorted(item.ref for item in items)
    assert [row.position for row in rows] == list(range(1, len(items) + 1))
    shuffled = list(items)
    chance.shuffle(shuffled)
    assert ranked(shuffled) == rows
    for row in rows:
        assert row.reason.endswith(".") and row.reason.count(".") == 1
        assert row.reason[0].isupper()
        assert ("moved by hand" in row.reason) == row.moved


@given(pains(), st.data())
def test_higher_impact_never_lowers(items: list[Item], data: st.DataObject) -> None:
    movable = [index for index, item in enumerate(items) if (item.impact or priority.UNRATED) < 5]
    if not movable:
        return
    index = data.draw(st.sampled_from(movable))
    item = items[index]
    raised = item._replace(impact=data.draw(st.integers((item.impact or priority.UNRATED) + 1, 5)))
    # With places chosen by hand for it or its rivals at the same place, the hand decides.
    if item.manual_rank is not None:
        raised, items = raised._replace(manual_rank=None), list(items)
        items[index] = item._replace(manual_rank=None)
    before = _refs(items).index(item.ref)
    after = _refs([*items[:index], raised, *items[index + 1 :]]).index(item.ref)
    assert after <= before


@given(pains())
def test_places_by_hand_hold_where_they_can(items: list[Item]) -> None:
    wished = {item.ref: item.manual_rank for item in items if item.manual_rank is not None}
    rows = ranked(items)
    positions = {row.ref: row.position for row in rows}
    if len(set(wished.values())) == len(wished) and all(k <= len(items) for k in wished.values()):
        assert {ref: positions[ref] for ref in wished} == wished
    others = [row for row in rows if not row.moved]
    assert others == sorted(others, key=lambda row: row.computed_position)


@given(pains(by_hand=False))
def test_what_nobody_can_act_on_comes_last_and_stays_in_view(items: list[Item]) -> None:
    stuck = {item.ref for item in items if item.actionable is False}
    flags = [ref in stuck for ref in _refs(items)]
    assert flags == sorted(flags)


def test_quadrants() -> None:
    names = {(i, e): priority.quadrant(i, e) for i in range(1, 6) for e in range(1, 6)}
    assert names[5, 1] == names[4, 3] == "quick win"
    assert names[4, 4] == names[5, 5] == "big project"
    assert names[3, 3] == names[1, 1] == "small gain"
    assert names[3, 4] == names[1, 5] == "think twice"
    assert priority.quadrant(None, 1) == priority.quadrant(1, None) == ""


@given(pains())
def test_the_picture_holds_every_pain_once(items: list[Item]) -> None:
    grid = priority.impact_effort_grid(items)
    assert [[(c.impact, c.effort) for c in row] for row in grid.rows] == [
        [(impact, effort) for effort in (1, 2, 3, 4, 5)] for impact in (5, 4, 3, 2, 1)
    ]
    found = {ref: cell for row in grid.rows for cell in row for ref in cell.refs}
    assert sorted([*found, *grid.unplaced]) == sorted(item.ref for item in items)
    for item in items:
        if item.ref in found:
            assert (found[item.ref].impact, found[item.ref].effort) == (item.impact, item.effort)
