"""The plan says what the facts say, all of it, in an order a busy reader can follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.text import one_line
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import (
    Aside,
    Document,
    Facts,
    Part,
    Table,
    ToDo,
    block_texts,
    texts,
)
from cxreset.sharing.facts.customers import QuoteFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.pages import html, markdown
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import (
    EMPTY,
    GOLDENS,
    HOSTILE,
    crowded,
    numbered,
    with_every_text,
)

PARTS = [
    *("summary", "actions", "customers", "pains", "gaps", "roadmap", "meeting", "pilot"),
    *("voices", "lessons", "procedure", "next"),
]


def part(document: Document, key: str) -> Part:
    return next(one for one in document.parts if one.key == key)


def words(one: Part) -> str:
    return "\n".join(text for block in one.blocks for text in block_texts(block))


@pytest.mark.parametrize(("name", "facts"), [("plan", FULL), ("empty", EMPTY)])
@pytest.mark.parametrize(("form", "render"), [("md", markdown.render), ("html", html.render)])
def test_the_plan_is_byte_for_byte_the_golden_one(
    name: str, facts: PlanFacts, form: str, render: object
) -> None:
    assert callable(render)
    golden = (GOLDENS / f"{name}.{form}").read_bytes().decode("utf-8")
    assert render(build_plan(facts)) == golden


@pytest.mark.parametrize("facts", [FULL, EMPTY])
def test_every_part_is_always_there_and_never_empty(facts: PlanFacts) -> None:
    document = build_plan(facts)
    keys = [one.key for one in document.parts]
    assert [key for key in keys if key != "habits"] == PARTS
    assert ("habits" in keys) == bool(facts.habits or facts.wins)  # no step asks for it
    assert all(one.blocks for one in document.parts)


def test_empty_parts_name_the_step_in_which_to_fill_them() -> None:
    document = build_plan(EMPTY)
    for one in document.parts[1:]:
        todos = [block for block in one.blocks if isinstance(block, ToDo)]
        assert todos, one.key
        assert all(todo.where.startswith("step ") for todo in todos)


@pytest.mark.parametrize("facts", [FULL, EMPTY, crowded(60), with_every_text(FULL, "long " * 500)])
def test_the_summary_reads_in_one_minute(facts: PlanFacts) -> None:
    # Insight's sentence comes whole, since cutting it would cut its doubt.
    pilots = tuple(
        replace(
            one,
            measures=tuple(
                replace(m, sentence="It rose.", worsened=m.worsened and "It fell.")
                for m in one.measures
            ),
        )
        for one in facts.pilots
    )
    summary = part(build_plan(replace(facts, pilots=pilots)), "summary")
    block, *key = summary.blocks
    assert isinstance(block, Facts)
    assert len(" ".join(block_texts(block)).split()) <= 280
    assert all(isinstance(one, Aside) for one in key)
    assert [fact.label for fact in block.items] == [
        "What customers told us",
        "What hurts most, in order",
        "What we will do now",
        "Who owns it",
        "What the pilot showed",
        "What we need from you",
    ]


def test_a_share_names_what_it_is_a_share_of() -> None:
    document = build_plan(FULL)
    for key in ("summary", "pains"):
        assert "412 comments (19 %)" in words(part(document, key))
    assert "2,224 comments: 1,900 support tickets" in words(part(document, "summary"))
    assert "How many of all comments speak of each." in words(part(document, "pains"))
    customers = words(part(document, "customers"))
    assert "96 of the 240 comments judged for it (40 %)" in customers
    assert "between 34 % and 46 % (95 % confidence)" in customers


def test_quotes_carry_the_ids_of_their_comments() -> None:
    pains = words(part(build_plan(FULL), "pains"))
    assert "C12" in pains and "Took a day off. Nobody came." in pains
    long = replace(FULL.pains[0].quotes[0], text="word " * 200)
    facts = replace(FULL, pains=(replace(FULL.pains[0], quotes=(long,)),))
    cut = [text for text in texts(build_plan(facts)) if text.startswith("word word")]
    assert len(cut) == 2
    for text, limit in zip(cut, (320, 400), strict=True):  # in the text, then in its note
        assert limit - 10 < len(text) <= limit and text.endswith("word…")


def test_every_quote_is_a_note_and_pains_gaps_fixes_and_actions_point_at_theirs() -> None:
    document = build_plan(FULL)
    assert [(note.ref, note.source) for note in document.notes] == [
        ("C12", "support ticket, 3 Aug 2026, export.csv, row 13"),
        ("C40", "survey answer"),
    ]
    assert document.notes[1].text == "The system knew and I did not."
    marks = {
        fact.label: fact.notes
        for key in ("pains", "gaps")
        for block in part(document, key).blocks
        if isinstance(block, Facts)
        for fact in block.items
        if fact.notes
    }
    assert marks == {"The problem": (1, 2), "How we know": (2,)}
    for key, wanted in (("roadmap", ["F1"]), ("actions", ["A1", "A4"])):
        (table,) = [block for block in part(document, key).blocks if isinstance(block, Table)]
        assert [table.rows[row][0] for row, _ in table.notes] == wanted
        assert {numbers for _, numbers in table.notes} == {(1, 2)}


def test_notes_are_numbered_as_they_are_met_and_none_twice() -> None:
    quotes = [QuoteFact(f"C{number}", f"Comment {number}.") for number in range(1, 7)]
    pains = (
        replace(FULL.pains[0], quotes=tuple(quotes[2:6])),
        replace(FULL.pains[1], quotes=tuple(quotes[:3])),
    )
    document = build_plan(replace(FULL, pains=pains, gaps=()))
    assert [note.ref for note in document.notes] == ["C3", "C4", "C5", "C6", "C1", "C2"]


@given(st.text(), st.integers(2, 60))
def test_a_shortened_text_is_its_beginning(text: str, limit: int) -> None:
    apart = dict.fromkeys((0x2068, 0x2069))  # marks around words from the right have no width
    short, whole = shortened(text, limit).translate(apart), one_line(text).translate(apart)
    assert len(short) <= limit
    assert whole.startswith(short.removesuffix("…"))
    assert short == whole or short.endswith("…")


def test_an_action_leads_back_to_what_customers_said() -> None:
    (table,) = [b for b in part(build_plan(FULL), "actions").blocks if isinstance(b, Table)]
    rows = {row[0]: row for row in table.rows}
    assert rows["A1"][-1] == "F1 ← G1 ← P1 (412 comments)"
    assert rows["A3"][2:4] == ("No owner yet", "No deadline yet")


def test_only_what_is_open_and_past_its_day_is_overdue() -> None:
    def flags(deadline: date, status: str) -> tuple[bool, str]:
        facts = replace(
            FULL,
            actions=(ActionFact(ref="A1", title="x", owner="y", deadline=deadline, status=status),),
        )
        (table,) = [b for b in part(build_plan(facts), "actions").blocks if isinstance(b, Table)]
        return bool(table.flagged), table.rows[0][4]

    assert flags(date(2026, 10, 1), "in_progress") == (True, "Overdue, in progress")
    assert flags(FULL.today, "in_progress") == (False, "In progress")
    assert flags(date(2026, 10, 1), "completed") == (False, "Done")
    assert flags(date(2026, 10, 1), "cancelled") == (False, "Cancelled")


def test_the_summary_asks_for_what_is_missing() -> None:
    summary = words(part(build_plan(FULL), "summary"))
    for line in (
        "An owner and a deadline for “Agree with finance on the scan” (A3).",
        "A word on what holds up “Count the contacts” (A2).",
    ):
        assert line in summary


@pytest.mark.parametrize(("owners", "end"), [(5, "and N4 (1 open)."), (6, "and 2 others.")])
def test_the_summary_names_every_owner_when_one_would_be_left(owners: int, end: str) -> None:
    actions = tuple(ActionFact(ref=f"A{n}", title="x", owner=f"N{n}") for n in range(owners))
    facts = replace(FULL, actions=actions)
    assert end in words(part(build_plan(facts), "summary"))


def test_owners_with_open_actions_come_first_and_done_ones_are_said_apart() -> None:
    drawn = (
        ("Ann", "completed"),
        ("Ann", "completed"),
        ("Tom", "completed"),
        ("tom", "not_started"),
    )
    actions = tuple(
        ActionFact(ref=f"A{n}", title="x", owner=owner, deadline=None, status=status)
        for n, (owner, status) in enumerate(drawn)
    )
    summary = words(part(build_plan(replace(FULL, actions=actions)), "summary"))
    assert "Tom (1 open, 1 done) and Ann (2 done)." in summary


@pytest.mark.parametrize(("day", "runs"), [(27, False), (28, True), (39, True), (40, False)])
def test_figures_of_a_pilot_that_runs_are_so_far(day: int, runs: bool) -> None:
    today = date(2026, 9, 1) + timedelta(day - 1)
    document = build_plan(replace(FULL, today=today))
    for key in ("summary", "pilot"):
        found = words(part(document, key))
        assert ("So far; the pilot runs until 9 October 2026." in found) == runs


def test_every_sentence_of_a_measurement_is_in_the_plan() -> None:
    pilot = words(part(build_plan(FULL), "pilot"))
    for measure in FULL.pilots[0].measures:
        assert f"{measure.sentence} ({measure.ref})" in pilot


@pytest.mark.parametrize(
    ("day", "day_text"),
    [
        (0, "before the start on 7 September 2026"),
        (1, "day 1 of 30"),
        (31, "after the thirty days"),
    ],
)
def test_the_plan_says_which_day_it_is(day: int, day_text: str) -> None:
    document = build_plan(replace(FULL, day=day))
    assert day_text in document.subtitle
    assert any(day_text in line for line in document.footer)


def test_nothing_the_leader_wrote_is_lost() -> None:
    answered = tuple(step for step in FULL.steps if step.answers)
    facts, written = numbered(replace(FULL, steps=answered))
    assert len(written) > 60
    written_text = " ".join(texts(build_plan(facts)))
    lost = [word for word in written if word not in written_text]
    # A step is named only where something is still to do in it, and a measurement without a
    # picture only in its sentence. A comment has one note, though two lines quote it. Addresses
    # and how an action stands are for the owner's own page.
    named = {step.title for step in facts.steps}
    named |= {one.name for pilot in facts.pilots for one in pilot.measures if one.kind == "nps"}
    named |= {one.email for one in facts.meeting.people} | {one.note for one in facts.actions}
    named |= {one.text for gap in facts.gaps for one in gap.quotes}
    named |= {one.title for one in facts.meeting.agenda}
    assert set(lost) <= named


def test_a_plan_of_hostile_text_keeps_its_shape() -> None:
    plain, hostile = build_plan(FULL), build_plan(with_every_text(FULL, HOSTILE))
    assert [one.key for one in plain.parts] == [one.key for one in hostile.parts]
    for one, other in zip(plain.parts, hostile.parts, strict=True):
        assert one.heading == other.heading
