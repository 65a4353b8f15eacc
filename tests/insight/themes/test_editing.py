"""Suggested themes split, merged and with what is left: every comment in the right one."""

from __future__ import annotations

import pytest

from cxreset.insight.themes import (
    merge,
    rename,
    rest,
    split,
    suggest,
)
from cxreset.programme.drivers import Driver
from tests.insight.themes.comments import comments, named


def test_split_finds_the_smaller_themes_inside(drivers: tuple[Driver, ...]) -> None:
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    parts = [f"refund for gift card missing since {day}" for day in days]
    parts += [f"refund after courier pickup {day} nowhere" for day in days]
    items = comments(*parts, "no word of that here")
    theme = named(suggest(items, drivers), "Refund slow or refused")
    smaller = split(theme, items)
    assert {each.items for each in smaller} == {(1, 2, 3, 4, 5), (6, 7, 8, 9, 10)}
    assert all(each.total == len(items) for each in smaller)
    assert all("refund" not in each.name.lower().split() for each in smaller)
    alone = comments("refund", "refund!", "a refund")
    assert split(named(suggest(alone, drivers), "Refund slow or refused"), alone) == ()


def test_parts_speak_of_the_whole_and_with_the_rest_hold_it(drivers: tuple[Driver, ...]) -> None:
    far = "we liked the castle and its garden and the shop and the pool and the music and all "
    items = comments(
        *(f"refund for hotel room {n}" for n in range(6)),
        *(f"refund of train ticket {n}" for n in range(6)),
        *(f"{far}{n} but then at the very end of a long day no refund" for n in range(6)),
    )
    whole = named(suggest(items, drivers), "Refund slow or refused")
    parts = split(whole, items)
    assert len(parts) >= 2
    assert not [part for part in parts if "castle" in part.name.lower()]
    left = rest(whole, parts, items)
    assert left is not None and left.name == "Refund slow or refused: the rest"
    held = [set(part.items) for part in parts]
    assert set(left.items).isdisjoint(set().union(*held))
    assert set(left.items).union(*held) == set(whole.items)
    assert len(left.examples) == 6 and {e.item for e in left.examples} <= set(left.items)
    assert rest(whole, [whole], items) is None


def test_merge_holds_every_comment_once(drivers: tuple[Driver, ...]) -> None:
    items = comments("late refund", "refund?", "late", "so late", "The refund, where")
    found = suggest(items, drivers)
    refund, late = named(found, "Refund slow or refused"), named(found, "Late or delayed")
    both = merge([refund, late])
    assert (both.id, both.name) == (refund.id, refund.name)
    assert both.items == (1, 2, 3, 4, 5)
    assert {term.text: term.count for term in both.terms} == {"late": 3, "refund": 3}
    assert len({example.item for example in both.examples}) == len(both.examples) == 5
    assert both.share == 1.0
    assert merge([late]).items == late.items
    assert rename(both, "Slow money").name == "Slow money"
    with pytest.raises(ValueError, match="at least one"):
        merge([])
