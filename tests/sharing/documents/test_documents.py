"""The pages for colleagues, all of them: golden, sound with any facts, each id existing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.emails import ready_email
from cxreset.sharing.documents.finished import finished
from cxreset.sharing.documents.masking import masked
from cxreset.sharing.documents.meeting_pack import build_meeting_pack
from cxreset.sharing.documents.model import (
    Document,
    Paragraph,
    ToDo,
    texts,
)
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.documents.story import build_story
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import PersonFact
from cxreset.sharing.pages import html, markdown
from cxreset.workbook.book import Workbook
from tests.sharing.documents.reading import sound
from tests.sharing.full_plan import FULL, TODAY
from tests.sharing.sharing_samples import (
    EMPTY,
    GOLDENS,
    HOSTILE,
    crowded,
    documents,
    with_every_text,
)

NAMES = ["brief", "short", "meeting", "pilot", "story", "procedure", "slides", "status"]


class HasRef(Protocol):
    @property
    def ref(self) -> str: ...


# --- all of them ------------------------------------------------------------------------------


@pytest.mark.parametrize(("ending", "facts"), [("", FULL), ("-empty", EMPTY)])
def test_each_document_is_byte_for_byte_the_golden_one(ending: str, facts: PlanFacts) -> None:
    made = documents(facts)
    assert [name for name in made if not name.startswith("slip")] == NAMES
    for name, document in made.items():
        golden = (GOLDENS / f"{name}{ending}.md").read_bytes().decode("utf-8")
        assert markdown.render(document) == golden, name


@pytest.mark.parametrize(
    "facts",
    [
        FULL,
        EMPTY,
        crowded(60),
        with_every_text(FULL, HOSTILE),
        with_every_text(FULL, ""),
        with_every_text(FULL, "W" * 3000),
        replace(FULL, today=date(2026, 9, 1), day=0),
        replace(FULL, today=date(2027, 1, 1), day=31),
        replace(FULL, pains=(), gaps=(), comments=0, channels={}),
    ],
    ids=["full", "empty", "crowded", "hostile", "blank", "long", "before", "after", "no pains"],
)
def test_every_document_is_sound_in_every_form(facts: PlanFacts) -> None:
    for document in (build_plan(facts), *documents(facts).values()):
        sound(document)
        assert markdown.render(document)
        assert html.render(document)


@given(st.text(max_size=200), st.integers(-40, 40))
def test_documents_of_any_text_on_any_day_are_sound(text: str, days: int) -> None:
    facts = replace(with_every_text(FULL, text), today=TODAY + timedelta(days), day=26 + days)
    for document in documents(facts).values():
        sound(document)


def test_every_id_in_a_document_exists() -> None:
    facts = with_every_text(FULL, "word")
    groups: tuple[Sequence[HasRef], ...] = (
        *(facts.pains, facts.other_pains, facts.gaps, facts.fixes, facts.actions),
        *(facts.meeting.decisions, facts.follow_ups, facts.pilots, facts.voices),
        *(facts.lessons, facts.procedures),
        *(pilot.measures for pilot in facts.pilots),
        *(pain.quotes for pain in facts.pains),
    )
    known = {one.ref for group in groups for one in group}
    footer = {"P1", "A2"}
    for name, document in documents(facts).items():
        text = " ".join(texts(document))
        found = set(re.findall(r"\b(?:PL|[CPTGFADUMVLS])\d+\b", text))
        assert found <= known | footer
        assert found - footer or name == "status", "a post has no list to look an id up in"


@pytest.mark.parametrize("build", [build_meeting_pack, build_pilot_page, build_story])
def test_an_empty_part_says_what_to_do_and_in_which_step(
    build: Callable[[PlanFacts], Document],
) -> None:
    for one in build(EMPTY).parts:
        todos = [block for block in one.blocks if isinstance(block, ToDo)]
        assert todos, one.key
        assert all(todo.where.startswith("step ") for todo in todos)


def test_where_nothing_is_there_yet_one_sentence_says_so_and_no_key_to_ids_that_are_not() -> None:
    made = documents(EMPTY)
    for name in ("pilot", "story", "procedure", "slides", "status"):
        (only,) = finished(made[name]).parts
        (block,) = only.blocks
        assert isinstance(block, Paragraph), name
        assert "yet" in block.text
    for document in made.values():
        assert "Ids such as" not in " ".join(texts(finished(document)))


def test_documents_build_from_an_empty_workbook_and_from_the_sample(
    reset: Reset, pack: Pack, sample_file: Path
) -> None:
    empty = gather(reset.book, reset.pack, reset.today)
    assert build_slips(empty) == {}
    for document in documents(empty).values():
        sound(document)
    book = Workbook.open(sample_file)
    try:
        facts = gather(book, pack, TODAY)
        comments = set(book.file.connection.execute("SELECT 'C' || id FROM feedback"))
        plan = build_plan(facts)
    finally:
        book.file.close()
    assert list(build_slips(facts)) == [
        "Sam Whitlock",
        "Tom Becker",
        "Dana Okafor",
        "Priya Nair",
        "Alice Moreau",
    ]
    for document in (plan, *documents(facts).values()):
        sound(document)
        quoted = [note for note in document.notes if note.is_quote]
        assert {(note.ref,) for note in quoted} <= comments
        assert all(", feedback.csv, row " in note.source for note in quoted)
        assert masked(document)[1] == ()
    assert [quote.ref for quote in facts.gaps[0].quotes] == ["C40", "C72", "C146", "C219"]


def test_a_person_is_found_by_name_whatever_the_case() -> None:
    people = (PersonFact("  SAM whitlock ", "other", True, " sam@x.co "),)
    facts = replace(FULL, meeting=replace(FULL.meeting, people=people))
    assert ready_email(facts, "Sam Whitlock").to == "sam@x.co"
