"""How often a theme stays when half of the comments are left out."""

from __future__ import annotations

import random

import pytest

from cxreset.insight.themes import Suggestions, suggest
from cxreset.insight.themes import reliability as module
from cxreset.insight.themes.reliability import reliability
from tests.insight.themes.comments import Comment, comments
from tests.insight.themes.test_properties import DRIVERS


def rows() -> list[Comment]:
    common = [f"The train was late again, day {n}" for n in range(120)]
    rare = [f"Where is my refund, clerk {n}" for n in range(3)]
    other = [f"Nothing of the kind {n} {n + 1}" for n in range(60)]
    return comments(*common, *rare, *other)


def test_what_many_say_stays_and_what_few_say_does_not() -> None:
    stays = reliability(rows(), DRIVERS)
    assert stays["driver:late"] == 1.0
    assert stays.get("driver:refund", 0.0) < 0.9


def test_the_order_does_not_matter() -> None:
    items = rows()
    first = reliability(items, DRIVERS)
    random.Random(2).shuffle(items)
    assert reliability(items, DRIVERS) == first


def test_few_comments_prove_nothing() -> None:
    assert reliability(comments(*["The train was late"] * 59), DRIVERS) == {}


def test_no_two_halves_are_the_same_or_each_others_rest() -> None:
    items = rows()
    halves = [{item.id for item in items if module._kept(item, turn, 0.5)} for turn in range(5)]
    for at, half in enumerate(halves):
        assert 0.35 * len(items) < len(half) < 0.65 * len(items)
        for other in halves[at + 1 :]:
            assert 0.15 * len(items) < len(half & other) < 0.35 * len(items)


def test_a_half_of_a_large_file_is_no_larger_than_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST", 40)
    sizes: list[int] = []

    def counted(items: list[Comment], *_: object, **__: object) -> Suggestions:
        sizes.append(len(items))
        return suggest([], ())

    monkeypatch.setattr(module, "suggest", counted)
    reliability(rows(), DRIVERS)
    assert len(sizes) == module.ROUNDS and max(sizes) < 70


def test_it_can_be_stopped() -> None:
    def stop() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        reliability(rows(), DRIVERS, go_on=stop)
