"""Owner slips: each action on its owner's page, with why, by when and how it is measured."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.sharing.documents.model import (
    BulletList,
    Document,
    Facts,
    Subheading,
)
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.facts.teams import ActionFact
from tests.sharing.documents.reading import facts_in, part
from tests.sharing.full_plan import FULL

# --- owner slips ------------------------------------------------------------------------------


def actions_in(slip: Document) -> list[str]:
    """Ids of the actions a slip lists, open or closed."""
    headings = [
        block.ref for block in part(slip, "actions").blocks if isinstance(block, Subheading)
    ]
    closed = [
        item
        for one in slip.parts
        if one.key == "closed"
        for block in one.blocks
        if isinstance(block, BulletList)
        for item in block.items
    ]
    return [re.split(r"[ :]", text, maxsplit=1)[0] for text in (*headings, *closed)]


OWNERS = st.sampled_from(
    ["", " ", "Sam Whitlock", "sam whitlock", "Tom  Becker", "Ελένη", "李小龍"]
)
STATUS = st.sampled_from(["not_started", "in_progress", "completed", "cancelled"])
DAYS = st.one_of(st.none(), st.dates(date(2026, 8, 1), date(2026, 12, 1)))


@given(st.lists(st.tuples(OWNERS, STATUS, DAYS), max_size=12))
def test_each_action_is_once_on_its_owners_page_and_on_no_other(
    drawn: list[tuple[str, str, date | None]],
) -> None:
    actions = tuple(
        ActionFact(
            ref=f"A{number}",
            title=f"Do {number}",
            owner=owner,
            deadline=day,
            status=status,
            chain=("P1",),
            comments=412,
        )
        for number, (owner, status, day) in enumerate(drawn, 1)
    )
    slips = build_slips(replace(FULL, actions=actions))
    listed = [ref for slip in slips.values() for ref in actions_in(slip)]
    assert sorted(listed) == sorted(one.ref for one in actions if one.owner.strip())
    for owner, slip in slips.items():
        mine = {one.ref for one in actions if " ".join(one.owner.split()).lower() == owner.lower()}
        assert set(actions_in(slip)) == mine


def test_a_slip_says_what_why_by_when_and_how_it_is_measured() -> None:
    slip = build_slips(FULL)["Sam Whitlock"]
    entries = facts_in(part(slip, "actions"))
    assert entries["By when"] == ("9 Oct 2026, in 7 days; in progress",)
    assert entries["Why"] == (
        "P1 Delivery day moves and nobody says so: 412 of 2,224 comments (19 %)",
        "“Took a day off. Nobody came.” (C12)",
    )
    assert entries["Where it stands"] == ("Running since 28 September.",)
    assert entries["How we will know"][0].endswith("answers. (M1)")
    assert entries["Next check"] == ("U2, 30 Sep 2026, late: Read the log (Tom Becker)",)
    assert facts_in(part(slip, "tell"))["Checks that are yours"] == (
        "U1, 5 Oct 2026: Half-time of the pilot",
    )


@pytest.mark.parametrize(
    ("deadline", "lines"),
    [
        (None, ("No date yet", "Name a date that you can keep, and tell Dana Okafor.")),
        (
            date(2026, 9, 29),
            ("29 Sep 2026, 3 days ago", "What is in the way, and what date would be true?"),
        ),
        (
            date(2026, 10, 1),
            ("1 Oct 2026, yesterday", "What is in the way, and what date would be true?"),
        ),
        (date(2026, 10, 2), ("2 Oct 2026, today",)),
        (date(2026, 10, 3), ("3 Oct 2026, tomorrow",)),
        (date(2026, 10, 4), ("4 Oct 2026, in 2 days",)),
    ],
)
def test_a_slip_says_how_far_off_the_date_is(deadline: date | None, lines: tuple[str, ...]) -> None:
    facts = replace(FULL, actions=(replace(FULL.actions[0], deadline=deadline),))
    entries = facts_in(part(build_slips(facts)["Sam Whitlock"], "actions"))
    assert entries["By when"] == (f"{lines[0]}; in progress", *lines[1:])


def test_what_a_slip_lacks_is_said_in_its_place() -> None:
    entries = facts_in(part(build_slips(FULL)["Tom Becker"], "actions"))
    assert "Why" not in entries  # nothing is tied to it, and an empty reason would be no reason
    assert entries["How we will know"] == (
        "Not agreed yet. Which one figure would show you that it helped?",
    )


@pytest.mark.parametrize(
    ("colleagues", "lines"),
    [
        (1, ("Person 1 (A11)",)),
        (5, ("Person 1 (A11), Person 2 (A12), Person 3 (A13), Person 4 (A14) and Person 5 (A15)",)),
        (
            48,
            (
                "Person 1 (A11), Person 2 (A12), Person 3 (A13), Person 4 (A14), Person 5 (A15)",
                "and 43 more in the plan",
            ),
        ),
    ],
)
def test_of_many_colleagues_a_slip_names_the_first_few(
    colleagues: int, lines: tuple[str, ...]
) -> None:
    mine = FULL.actions[0]
    others = tuple(
        replace(mine, ref=f"A{10 + number}", owner=f"Person {number}")
        for number in range(1, colleagues + 1)
    )
    slip = build_slips(replace(FULL, actions=(mine, *others)))["Sam Whitlock"]
    assert facts_in(part(slip, "actions"))["Also at work on it"] == lines


def test_the_same_words_are_quoted_once_a_page() -> None:
    again = replace(FULL.actions[0], ref="A9", deadline=date(2026, 10, 20))
    slip = build_slips(replace(FULL, actions=(FULL.actions[0], again)))["Sam Whitlock"]
    whys = [
        fact
        for block in part(slip, "actions").blocks
        if isinstance(block, Facts)
        for fact in block.items
        if fact.label == "Why"
    ]
    assert [len(fact.lines) for fact in whys] == [2, 1]
