"""What a set of comments weighs against all the others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from cxreset.insight.weighing.model import Comments
from cxreset.insight.weighing.weigher import Weigher
from cxreset.insight.weighing.words import judge_next, preventable_sentence, sentences

TODAY = date(2026, 9, 5)


@dataclass(frozen=True)
class Mark:
    """A comment without its words."""

    id: int
    rating: float | None = None
    scale: str = "1-5"
    received_on: date | None = None
    channel: str = "survey"
    source: str = "a.csv"
    preventable: bool | None = None


def weigher_of(
    marks: Sequence[Mark],
    looked_at: int,
    today: date,
    *,
    languages: dict[int, str] | None = None,
    praise: bool = False,
) -> Weigher:
    """A weigher of these comments, laid out in columns."""
    comments = Comments(
        ids=[mark.id for mark in marks],
        ratings=[mark.rating for mark in marks],
        scales=[mark.scale for mark in marks],
        days=[mark.received_on for mark in marks],
        channels=[mark.channel for mark in marks],
        sources=[mark.source for mark in marks],
        preventable=[mark.preventable for mark in marks],
    )
    return Weigher(comments, looked_at, today, languages=languages or {}, praise=praise)


def rated(counts: list[int], start: int) -> list[Mark]:
    """So many comments at each rating from 1 on, numbered from `start`."""
    ratings = [rating for rating, times in enumerate(counts, 1) for _ in range(times)]
    return [Mark(start + at, rating) for at, rating in enumerate(ratings)]


def test_the_rating_is_set_against_that_of_other_complaints() -> None:
    named, rest = rated([40, 15, 5], 1), rated([30, 50, 120, 400, 900], 1_000)
    weight = weigher_of([*named, *rest], 5, TODAY).of([each.id for each in named])
    rating = weight.rating
    assert rating is not None and rating.contrast is not None
    assert (rating.number, round(rating.mean, 2), round(rating.rest or 0, 2)) == (60, 1.42, 2.45)
    assert rating.worse and rating.contrast.high < 0
    assert sentences(weight)[0].startswith(
        "Rated 1.4 (1-5) by those who name it, 2.5 in other complaints: lower by "
    )


def test_the_published_case_is_met_where_all_is_compared() -> None:
    named = rated([12, 4, 3, 3, 8], 1)
    rest = rated([168, 66, 77, 167, 492], 1_000)
    contrast = weigher_of([*named, *rest], 12, TODAY, praise=True).of([m.id for m in named]).rating
    assert contrast is not None and contrast.contrast is not None
    assert contrast.contrast.difference == pytest.approx(-1.0722, abs=1e-4)
    assert contrast.contrast.low == pytest.approx(-1.8476, abs=1e-4)
    assert contrast.contrast.high == pytest.approx(-0.1969, abs=1e-4)


def test_a_scale_written_the_other_way_round_is_worse_when_higher() -> None:
    named = [Mark(n, 5, "1-5") for n in range(40)]
    turned = [replace(each, rating=6 - (1 + each.id % 2), scale="5-1") for each in named]
    rest = [Mark(100 + n, 3 + n % 2, "5-1") for n in range(100)]
    rating = weigher_of([*turned, *rest], 3, TODAY).of([each.id for each in turned]).rating
    assert rating is not None and rating.worse and rating.mean > (rating.rest or 0)


def test_shuffled_ratings_are_hardly_ever_called_worse() -> None:
    chance = random.Random(78)
    false = 0
    for _ in range(120):
        ratings = [1] * 150 + [2] * 100 + [3] * 150 + [4] * 200 + [5] * 400
        chance.shuffle(ratings)
        weigher = weigher_of([Mark(n, r) for n, r in enumerate(ratings)], 12, TODAY)
        sets = [chance.sample(range(1_000), 60) for _ in range(12)]
        found = [weigher.of(ids).rating for ids in sets]
        false += any(r and r.contrast and r.contrast.is_clear for r in found)
    assert false <= 14  # 5 % of 120, and chance


def on(days_ago: int, number: int) -> Mark:
    return Mark(number, received_on=TODAY - timedelta(days=days_ago))


def test_a_rise_needs_enough_on_both_sides() -> None:
    recent = [on(n % 30, n) for n in range(200)]
    before = [on(30 + n % 90, 1_000 + n) for n in range(600)]
    named = [*range(36), *range(1_000, 1_030)]
    weight = weigher_of([*recent, *before], 5, TODAY).of(named)
    assert weight.month is not None and weight.month.rises
    assert "Rising: in 18 % of the comments of the 30 days to 5 Sep 2026, in 5 %" in " ".join(
        sentences(weight)
    )
    assert len(weight.weeks) == 8 and sum(weight.weeks[-4:]) >= 30
    few = weigher_of([*recent, *before[:29]], 5, TODAY).of(named)
    assert few.month is not None and few.month.contrast is None and not few.month.rises
    assert "Rising" not in " ".join(sentences(few))


def test_the_month_ends_with_the_newest_comment_and_never_after_today() -> None:
    marks = [on(20, n) for n in range(40)] + [on(-300, 99)]
    month = weigher_of(marks, 1, TODAY).of([1]).month
    assert month is not None and month.until == TODAY - timedelta(days=20)
    assert weigher_of([Mark(1)], 1, TODAY).of([1]).month is None


def test_where_it_is_much_more_common_is_named() -> None:
    chats = [Mark(n, channel="chat") for n in range(100)]
    surveys = [Mark(200 + n, channel="survey") for n in range(400)]
    weigher = weigher_of([*chats, *surveys], 10, TODAY)
    group = weigher.of([*range(30), *range(200, 220)]).group
    assert group is not None and (group.kind, group.name) == ("channel", "chat")
    assert (group.share, group.elsewhere) == (0.3, 0.05)
    assert weigher.of([*range(10), *range(200, 240)]).group is None  # the same everywhere
    assert weigher_of(chats, 10, TODAY).of(range(30)).group is None  # there is no elsewhere


def test_files_and_languages_are_compared_as_channels_are() -> None:
    one = [Mark(n, source="a.csv") for n in range(100)]
    two = [Mark(200 + n, source="") for n in range(400)]
    languages = {each.id: "de" if each.id < 100 else "en" for each in (*one, *two)}
    weight = weigher_of([*one, *two], 10, TODAY, languages=languages).of([*range(30), 200])
    assert weight.group is not None and (weight.group.kind, weight.group.name) == ("language", "de")
    assert "Much more common in comments in German: in 30 % of them" in " ".join(sentences(weight))
    other = [replace(each, source="b.csv") for each in two]
    by_file = weigher_of([*one, *other], 10, TODAY).of([*range(30), 200])
    assert "in the comments of a.csv" in " ".join(sentences(by_file))


def test_what_is_preventable_and_what_to_judge_next() -> None:
    marks = [Mark(n, preventable={0: True, 1: False}.get(n % 4)) for n in range(20)]
    weight = weigher_of(marks, 1, TODAY).of([3, 0, 1, 2, 4, 7, 8, 11])
    assert weight.preventable == (3, 4) and weight.unjudged == (3, 2, 7)
    assert preventable_sentence(weight.preventable) == "Preventable: 3 of 4 judged."
    assert preventable_sentence((28, 41)) == "Preventable: 28 of 41 judged, 53 to 80 %."
    assert judge_next(weight) == "To judge next as preventable or not: C3, C2 and C7."
    assert judge_next(weigher_of(marks, 1, TODAY).of([0, 1])) == ""


def test_nothing_to_say_of_nothing() -> None:
    weight = weigher_of([], 1, TODAY).of([])
    assert sentences(weight) == () and weight.comments == 0
