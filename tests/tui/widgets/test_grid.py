"""Where the parts of a screen lie: nothing overlaps, nothing leaves the window, at any size."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.tui.widgets.layout.grid import Box, Boxes, Page, boxes

SIZES = ((60, 20), (80, 24), (110, 30), (120, 40), (180, 50), (200, 60))
PAGES: tuple[Page, ...] = get_args(Page)


def overlap(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    below = one.y + one.height <= other.y or other.y + other.height <= one.y
    return not (beside or below)


def check(made: Boxes, width: int, height: int) -> None:
    for box in made.parts():
        assert box.width > 0 and box.height > 0
        assert box.x >= 0 and box.x + box.width <= width
        assert box.y >= 0 and box.y + box.height <= height
    for one, other in combinations(made.parts(), 2):
        assert not overlap(one, other), (one, other)
    assert made.state.y == height - 2 and made.keys.y == height - 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_parts_at_six_sizes(page: Page, width: int, height: int) -> None:
    made = boxes(page, width, height)
    check(made, width, height)
    rail_from = {"week": 110, "share": 110, "today": 180, "themes": 1000}
    margin_from = {"today": 110, "themes": 110, "week": 180, "share": 1000}
    assert (made.rail is not None) == (width >= rail_from[page])
    assert (made.margin is not None) == (width >= margin_from[page])
    assert made.main.width <= 106 and made.bar.height == (2 if height >= 30 else 1)


@given(page=st.sampled_from(PAGES), width=st.integers(40, 400), height=st.integers(10, 120))
def test_the_parts_at_any_size(page: Page, width: int, height: int) -> None:
    check(boxes(page, width, height), width, height)


def test_a_text_keeps_its_measure() -> None:
    assert boxes("today", 120, 40).main.width == 76
    assert boxes("today", 200, 60).main.width == 76
