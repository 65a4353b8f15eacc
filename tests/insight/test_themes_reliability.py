"""How often a theme stays when half of the comments are left out."""

from __future__ import annotations

import random

import pytest

from cxreset.insight.themes.reliability import reliability
from tests.insight.test_themes_complaints import Comment, comments
from tests.insight.test_themes_properties import DRIVERS


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


def test_it_can_be_stopped() -> None:
    def stop() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        reliability(rows(), DRIVERS, go_on=stop)
