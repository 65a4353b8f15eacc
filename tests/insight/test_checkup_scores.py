"""The check-up's scores, worked out a second time by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight.checkup import HabitScore, answered, compared, lowest, score

HABITS = [("avoidance", 4), ("silos", 3)]


def test_a_score_is_the_mean_of_the_marks_on_their_own_scale() -> None:
    assert score({1: 3, 2: 2, 3: 3, 4: 3}, 4) == 2.75
    assert score({2: 5}, 4) == 5
    assert score({}, 4) is None
    assert score({5: 1, 0: 1}, 4) is None  # a statement that the programme no longer has


@given(st.dictionaries(st.integers(-1, 9), st.integers(1, 5)), st.integers(0, 6))
def test_a_score_never_leaves_the_scale(marks: dict[int, int], statements: int) -> None:
    found = score(marks, statements)
    given_marks = [marks[each] for each in range(1, statements + 1) if each in marks]
    if not given_marks:
        assert found is None
    else:
        assert found is not None
        assert min(given_marks) <= found <= max(given_marks)
        given_count, total = answered([("one", statements)], {"one": marks})
        assert (given_count, total) == (len(given_marks), statements)


def test_both_times_stand_beside_each_other_in_the_habits_order() -> None:
    first = {"silos": {1: 1, 2: 2, 3: 3}, "gone": {1: 5}}
    last = {"silos": {1: 4, 2: 3, 3: 3}, "avoidance": {1: 4}}
    one, two = compared(HABITS, first, last)
    assert one == HabitScore("avoidance", None, 4.0)
    assert (one.change, one.now) == (None, 4.0)
    assert two.first == 2.0
    assert two.change == pytest.approx(4 / 3)
    assert HabitScore("silos", 2.0, None).now == 2.0
    assert answered(HABITS, last) == (4, 7)


def test_the_lowest_is_named_only_when_all_are_known() -> None:
    assert lowest({"a": 2.0, "b": None}) == ()
    assert lowest({}) == ()
    assert lowest({"a": 2.5, "b": 2.0, "c": 3.0}) == ("b",)
    assert lowest({"a": 2.0, "b": 8 / 4, "c": 3.0}) == ("a", "b")
