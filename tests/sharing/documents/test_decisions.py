"""Decisions with all that is known of them, and what a plan's actions do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from cxreset.base.errors import NotSaved
from cxreset.insight.purposes import ONLY_RECOVERY, only_recovery
from cxreset.reset.reset import Reset
from cxreset.sharing.data import calendar
from cxreset.sharing.documents.action_plan.meeting import meeting_part
from cxreset.sharing.documents.decisions import decision_blocks, decision_details
from cxreset.sharing.documents.model import BulletList
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import DecisionFact
from cxreset.workbook.tables import Action, Decision, Gap, Pain


@pytest.fixture
def decided(reset: Reset) -> Iterator[Reset]:
    book = reset.book
    book.add(Pain(title="refunds take weeks", chosen=True))
    book.add(Gap(title="two days became nine", pain_id=1))
    book.add(
        Decision(
            title="refund within two days",
            reason="four in ten complain.",
            decided_by="Priya",
            rejected="a voucher",
            dissent="Tom fears fraud",
            review_on=date(2026, 11, 2),
            pain_id=1,
            gap_id=1,
        )
    )
    book.add(Decision(title="meet again", priority=1))
    yield reset


def facts_of(reset: Reset) -> PlanFacts:
    return gather(reset.book, reset.pack, reset.today)


def test_the_plan_says_how_it_was_decided(decided: Reset) -> None:
    facts = facts_of(decided)
    blocks = list(decision_blocks(facts.meeting.decisions))
    (details,) = (block for block in blocks if isinstance(block, BulletList))
    assert details == BulletList((
        "D1: Why: four in ten complain. Decided by: Priya. Turned down: a voucher."
        " Disagreed: Tom fears fraud. Looked at again: 2 Nov 2026. About: G1 ← P1.",
    ))  # fmt: skip
    assert details in meeting_part(facts).blocks


def test_a_bare_decision_needs_no_second_line() -> None:
    bare = DecisionFact("D1", "meet again")
    assert decision_details(bare) == ""
    assert not any(isinstance(block, BulletList) for block in decision_blocks((bare,)))


def test_the_calendar_of_the_leader_looks_again(decided: Reset) -> None:
    facts = facts_of(decided)
    events = Calendar.from_ical(calendar.render(facts)).walk("VEVENT")
    (again,) = (one for one in events if str(one["summary"]).startswith("Look again"))
    assert again.decoded("dtstart") == date(2026, 11, 2)
    assert "Disagreed: Tom fears fraud" in str(again["description"])
    assert b"Look again" not in calendar.render(facts, "Priya")


@pytest.mark.parametrize(
    ("purposes", "named"),
    [
        ([], False),
        (["recover"], True),
        (["recover", "recover"], True),
        (["recover", None], False),
        (["recover", "remove"], False),
        (["learn", "join"], False),
    ],
)
def test_a_plan_of_nothing_but_recovery_is_named(purposes: list[str | None], named: bool) -> None:
    assert only_recovery(purposes) == (ONLY_RECOVERY if named else "")


def test_an_action_says_one_of_four_things(reset: Reset, tmp_path: Path) -> None:
    reset.book.add(Action(title="say sorry", purpose="recover"))
    assert facts_of(reset).actions[0].purpose == "recover"
    with pytest.raises(NotSaved):
        reset.book.set(Action, 1, purpose="apologise")
