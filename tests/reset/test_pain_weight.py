"""What a pain point weighs is reckoned from what is stored, and goes along into the plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxreset.insight.themes.pool import OBJECTS
from cxreset.insight.themes.suggest import LIMIT
from cxreset.insight.weighing.words import sentences
from cxreset.reset.evidence import complaints
from cxreset.reset.evidence.complaints import complaint_count
from cxreset.reset.evidence.weighing import RECURRING, pain_weight, weigher
from cxreset.reset.reset import Reset
from cxreset.reset.suggestions.finding import find
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.facts.gather import gather
from cxreset.workbook.feedback.columns import tied_ids
from cxreset.workbook.tables import Feedback, Pain
from tests.paths import CONTENT
from tests.reset.test_quoting import batch

TODAY = date(2026, 9, 30)


def filled(reset: Reset) -> int:
    """A pain with the 40 worst-rated of 140 rated comments, all of the last month and in chats."""
    source = batch(reset, "1-5")
    pain = reset.book.add(Pain(title="Nobody calls back", chosen=True)).key
    tied = []
    for n in range(140):
        named = n < 40
        row = Feedback(
            text=f"Nobody called back about case {n}" if named else f"The lamp {n} is green",
            rating=1 if named else 1 + n % 3,
            batch_id=source,
            channel="chat" if named else "survey",
            received_on=TODAY - timedelta(days=n % 20 + (0 if n < 80 else 40)),
            preventable=True if n < 5 else None,
        )
        number = reset.book.add(row).key
        tied += [number] if named else []
    reset.book.tie(pain, tied)
    return pain


def test_a_pain_is_weighed_and_the_plan_says_so(reset: Reset) -> None:
    pain = filled(reset)
    weight = pain_weight(reset.file, TODAY, pain, 1)
    assert weight.comments == 40 and weight.rating is not None and weight.rating.worse
    assert weight.month is not None and weight.month.rises
    assert weight.group is not None and weight.group.name == "chat"
    assert weight.preventable == (5, 5) and len(weight.unjudged) == 3
    words = sentences(weight)
    assert len(words) == 4
    plan = build_plan(gather(reset.book, reset.pack, TODAY))
    assert all(sentence in str(plan.parts) for sentence in words)


def test_a_pain_is_judged_as_one_of_all_that_recurs(reset: Reset) -> None:
    pain = filled(reset)
    here = pain_weight(reset.file, TODAY, pain, 1)
    there = weigher(reset.file, TODAY, 22, sampled=True).of(tied_ids(reset.file, pain))
    assert here == there, "the ranges too: 1.2 and What recurs say one thing"
    assert RECURRING == 2 * LIMIT + OBJECTS


def test_a_mark_or_a_tie_is_seen_at_once(reset: Reset) -> None:
    pain = filled(reset)
    before = pain_weight(reset.file, TODAY, pain, 1)
    assert pain_weight(reset.file, TODAY, pain, 1) is before
    reset.comments.mark_preventable(before.unjudged[0], False)
    assert pain_weight(reset.file, TODAY, pain, 1).preventable == (5, 6)
    reset.comments.toggle_tie(before.unjudged[0], pain)
    assert pain_weight(reset.file, TODAY, pain, 1).comments == 39


def test_the_plan_counts_complaints_as_the_suggestions_do(
    reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(reset)
    for text in ("Wonderful, thank you!", "Wonderful and friendly service", "It broke"):
        reset.book.add(Feedback(text=text))
    found = find(reset.file, CONTENT).suggestions
    assert complaint_count(reset.file) == found.complaints == 141
    plan = str(build_plan(gather(reset.book, reset.pack, TODAY)).parts)
    assert "141 of them complain" in plan and "2 do not." in plan
    monkeypatch.setattr(complaints, "MOST", 142)
    assert complaint_count(reset.file) is None
    assert "complain, by their" not in str(build_plan(gather(reset.book, reset.pack, TODAY)).parts)
