"""The pages for colleagues: owner slips, meeting pack, pilot, story, procedure."""

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

from cxreset.insight.personal.choices import Choices
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.emails import email_text, masked_email, ready_email
from cxreset.sharing.documents.masking import masked
from cxreset.sharing.documents.meeting_pack import MINUTES, STANDARD, build_meeting_pack
from cxreset.sharing.documents.model import (
    Bars,
    BulletList,
    Document,
    Fact,
    Facts,
    Part,
    Subheading,
    Table,
    ToDo,
    texts,
)
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.procedure import build_procedure
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.documents.story import build_story
from cxreset.sharing.facts.customers import QuoteFact
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.masking import in_words
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, PersonFact
from cxreset.sharing.pages import html, markdown
from cxreset.workbook.book import Workbook
from tests.sharing.sharing_samples import (
    EMPTY,
    FULL,
    GOLDENS,
    HOSTILE,
    TODAY,
    crowded,
    documents,
    with_every_text,
)

NAMES = ["brief", "short", "meeting", "pilot", "story", "procedure"]


class HasRef(Protocol):
    @property
    def ref(self) -> str: ...


def part(document: Document, key: str) -> Part:
    return next(one for one in document.parts if one.key == key)


def facts_in(one: Part) -> dict[str, tuple[str, ...]]:
    blocks = [block for block in one.blocks if isinstance(block, Facts)]
    return {fact.label: fact.lines for block in blocks for fact in block.items}


def sound(document: Document) -> None:
    """What every document keeps to, whatever its facts."""
    keys = [one.key for one in document.parts]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z-]+", key) for key in keys)
    assert all(one.blocks for one in document.parts)
    assert all(len(note.text) <= 400 for note in document.notes)
    used: list[int] = []
    for block in (block for one in document.parts for block in one.blocks):
        if isinstance(block, Table):
            assert block.rows
            assert {len(row) for row in block.rows} == {len(block.columns)}
            used += [number for _, numbers in block.notes for number in numbers]
            assert {row for row, _ in block.notes} <= set(range(len(block.rows)))
        elif isinstance(block, Facts):
            assert all(fact.label and fact.lines for fact in block.items)
            used += [number for fact in block.items for number in fact.notes]
        elif isinstance(block, BulletList):
            assert block.items
        elif isinstance(block, Bars):
            assert all(0 <= bar.share <= 1 for bar in block.bars)
    # in the order in which a reader meets them, and none without a mark
    assert list(dict.fromkeys(used)) == list(range(1, len(document.notes) + 1))


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
    for document in documents(facts).values():
        text = " ".join(texts(document))
        found = set(re.findall(r"\b(?:PL|[CPTGFADUMVLS])\d+\b", text))
        assert found <= known | footer
        assert found - footer


@pytest.mark.parametrize("build", [build_meeting_pack, build_pilot_page, build_story])
def test_an_empty_part_says_what_to_do_and_in_which_step(
    build: Callable[[PlanFacts], Document],
) -> None:
    for one in build(EMPTY).parts:
        todos = [block for block in one.blocks if isinstance(block, ToDo)]
        assert todos, one.key
        assert all(todo.where.startswith("step ") for todo in todos)


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
    finally:
        book.file.close()
    assert list(build_slips(facts)) == [
        "Sam Whitlock",
        "Tom Becker",
        "Dana Okafor",
        "Priya Nair",
        "Alice Moreau",
    ]
    for document in (build_plan(facts), *documents(facts).values()):
        sound(document)
        assert {(note.ref,) for note in document.notes} <= comments
        assert all(", feedback.csv, row " in note.source for note in document.notes)
        assert masked(document)[1] == ()
    assert [quote.ref for quote in facts.gaps[0].quotes] == ["C40", "C72", "C146", "C219"]


# --- owner slips ------------------------------------------------------------------------------


def actions_in(slip: Document) -> list[str]:
    """Ids of the actions a slip lists, open or closed."""
    headings = [
        block.text for block in part(slip, "actions").blocks if isinstance(block, Subheading)
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
    assert entries["How we will know"][0].startswith("M1: Satisfaction rose")
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


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ([{}], "Your action in our plan, by 9 Oct 2026"),
        ([{"deadline": date(2026, 10, 1)}], "Your action in our plan was due on 1 Oct 2026"),
        ([{}, {}], "Your 2 actions in our plan: the first by 9 Oct 2026"),
        (
            [{}, {"deadline": date(2026, 9, 1)}],
            "Your 2 actions in our plan: one was due on 1 Sep 2026",
        ),
        ([{"deadline": None}], "Would you give this action a date?"),
        ([{"status": "completed"}], "Thank you: what you owned in our plan is done"),
    ],
)
def test_the_ready_email_says_what_it_is_about(
    changes: list[dict[str, object]], subject: str
) -> None:
    actions = tuple(
        replace(FULL.actions[0], ref=f"A{number}", **change)  # type: ignore[arg-type]
        for number, change in enumerate(changes, 1)
    )
    email = ready_email(replace(FULL, actions=actions), "Sam Whitlock")
    assert email.to == "sam.whitlock@harbour-pine.example"
    assert email.subject == subject
    assert email.body.startswith("Hello Sam Whitlock,\n\n")
    assert email.body.endswith("\n\nThank you,\nDana Okafor")
    for action in actions:
        assert email.body.count(f"- {action.ref} ") == action.open


def test_a_masked_slip_can_still_be_sent_and_gives_no_customer_away() -> None:
    quote = QuoteFact("C7", "Write to me at lee@x.co or ring 020 7946 0958.", "ticket")
    facts = replace(FULL, pains=(replace(FULL.pains[0], quotes=(quote,)), *FULL.pains[1:]))
    slip, notes = masked(build_slips(facts)["Sam Whitlock"])
    assert not any("lee@x.co" in text or "7946" in text for text in texts(slip))
    assert in_words(notes) == ("1 e-mail address in A1", "1 phone number in A1")
    ready, notes = masked_email(facts, "Sam Whitlock", Choices())
    assert ready is not None
    email = email_text(ready)
    assert email.startswith(
        "To: sam.whitlock@harbour-pine.example\n"
        "Subject: Your action in our plan, by 9 Oct 2026\n\nHello Sam Whitlock,\n\n"
    )
    assert email.endswith("\n\nThank you,\nDana Okafor\n")
    assert "lee@x.co" not in email and "7946" not in email
    where = "“The e-mail to Sam Whitlock”"
    assert in_words(notes) == (f"1 e-mail address in {where}", f"1 phone number in {where}")
    whole, notes = masked_email(facts, "Sam Whitlock", None)
    assert whole is not None and "lee@x.co" in whole.body and notes == ()


def test_the_colleagues_page_holds_no_email_and_no_step_of_the_leader() -> None:
    for slip in build_slips(FULL).values():
        assert {one.key for one in slip.parts} <= {"actions", "closed", "tell"}
        assert not any("(step " in text for text in texts(slip))
    email, _ = masked_email(FULL, "Tom Becker", Choices())  # no address is written down
    assert email is not None and email_text(email).startswith("To:\nSubject: ")


@pytest.mark.parametrize(
    ("statuses", "words", "subject"),
    [
        (
            ("completed", "completed"),
            "Thank you for seeing A1 and A2 through.",
            "Thank you: what you owned in our plan is done",
        ),
        (
            ("completed", "cancelled"),
            "Thank you for seeing A1 through. "
            "A2 was cancelled: nothing more is asked of you there.",
            "What you owned in our plan is closed",
        ),
        (
            ("cancelled", "cancelled"),
            "A1 and A2 were cancelled: nothing more is asked of you there.",
            "What you owned is not needed now",
        ),
    ],
)
def test_what_was_cancelled_is_never_thanked_for(
    statuses: tuple[str, str], words: str, subject: str
) -> None:
    own = tuple(
        replace(FULL.actions[0], ref=f"A{number}", status=status, completed_on=None)
        for number, status in enumerate(statuses, 1)
    )
    facts = replace(FULL, actions=own)
    (slip,) = build_slips(facts).values()
    assert f"Nothing is open. {words}" in texts(slip)
    email = ready_email(facts, "Sam Whitlock")
    assert email.subject == subject
    assert words in email.body
    assert ("done" in email.subject) == (set(statuses) == {"completed"})


def test_the_leaders_own_page_has_no_email_to_oneself() -> None:
    facts = replace(FULL, actions=(replace(FULL.actions[0], owner="dana  OKAFOR"),))
    (slip,) = build_slips(facts).values()
    assert [one.key for one in slip.parts] == ["actions", "tell"]
    assert masked_email(facts, "Dana OKAFOR", Choices()) == (None, ())


# --- the meeting ------------------------------------------------------------------------------


def test_before_the_meeting_the_invitation_comes_first_and_after_it_the_minutes() -> None:
    before = ["invitation", "agenda", "brief", "minutes", "actions", "checks"]
    after = ["minutes", "actions", "checks", "brief", "agenda", "invitation"]
    for days, keys in ((1, before), (0, after), (-1, after)):
        meeting = replace(FULL.meeting, held_on=TODAY + timedelta(days))
        document = build_meeting_pack(replace(FULL, meeting=meeting))
        assert [one.key for one in document.parts] == keys


def test_the_invitation_goes_to_everybody_but_the_leader() -> None:
    entries = facts_in(part(build_meeting_pack(FULL), "invitation"))
    assert entries["To"] == ("priya.nair@harbour-pine.example, sam.whitlock@harbour-pine.example",)
    assert entries["When"] == ("23 September 2026, 10:00, 90 minutes",)
    (todo,) = [
        block
        for block in part(build_meeting_pack(FULL), "invitation").blocks
        if isinstance(block, ToDo)
    ]
    assert todo.text == "write down the address of Alice Moreau"


def test_the_standard_agenda_fills_ninety_minutes() -> None:
    assert sum(one.minutes for one in STANDARD) == MINUTES


@pytest.mark.parametrize(
    ("starts_at", "times"),
    [
        ("10:00", ["10:00", "10:05", "10:20", "10:40", "11:00", "11:20"]),
        ("23.50", ["23:50", "23:55", "00:10", "00:30", "00:50", "01:10"]),
        ("after lunch", ["1", "2", "3", "4", "5", "6"]),
        ("25:00", ["1", "2", "3", "4", "5", "6"]),
        ("", ["1", "2", "3", "4", "5", "6"]),
    ],
)
def test_the_agenda_runs_by_the_clock_when_the_start_is_a_time(
    starts_at: str, times: list[str]
) -> None:
    meeting = replace(FULL.meeting, starts_at=starts_at, agenda=STANDARD)
    agenda = part(build_meeting_pack(replace(FULL, meeting=meeting)), "agenda")
    (table,) = [block for block in agenda.blocks if isinstance(block, Table)]
    assert [row[0] for row in table.rows] == times
    assert table.caption == "90 minutes"


def test_an_agenda_that_does_not_fit_says_so() -> None:
    meeting = replace(FULL.meeting, agenda=STANDARD[:2])
    agenda = part(build_meeting_pack(replace(FULL, meeting=meeting)), "agenda")
    (table,) = [block for block in agenda.blocks if isinstance(block, Table)]
    assert table.caption == "20 minutes, where the meeting has 90"


# --- the pilot, the story, the procedure ------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 9, 27), "28 Sep to 9 Oct 2026: not started yet"),
        (date(2026, 10, 2), "28 Sep to 9 Oct 2026: it has 7 days to go"),
        (date(2026, 10, 8), "28 Sep to 9 Oct 2026: tomorrow is its last day"),
        (date(2026, 10, 9), "28 Sep to 9 Oct 2026: today is its last day"),
        (date(2026, 10, 10), "28 Sep to 9 Oct 2026: finished"),
    ],
)
def test_the_pilots_page_says_where_it_stands(today: date, days: str) -> None:
    document = build_pilot_page(replace(FULL, today=today))
    assert facts_in(part(document, "idea"))["When"] == (days,)
    running = "these are the figures so far" in " ".join(texts(document))
    assert running == (today <= date(2026, 10, 9))


def test_the_pilots_page_is_about_the_newest_and_names_the_others() -> None:
    newer = replace(FULL.pilots[0], ref="PL2", title="Photo check", measures=(), chain=())
    document = build_pilot_page(replace(FULL, pilots=(*FULL.pilots, newer)))
    assert document.title == "Pilot: Photo check"
    (table,) = [block for block in part(document, "earlier").blocks if isinstance(block, Table)]
    assert table.rows == (("PL1", "Evening-before text at Northgate", "28 Sep to 9 Oct 2026"),)
    assert "V1" not in " ".join(texts(document))  # said of the other pilot


def test_the_pilots_page_tells_one_voice_a_side_and_counts_the_rest() -> None:
    voices = tuple(replace(FULL.voices[0], ref=f"V{number}") for number in range(1, 5))
    entries = facts_in(part(build_pilot_page(replace(FULL, voices=voices)), "seen"))
    assert entries["Customers"] == (
        "“I went to work in the morning.” (V1, Buyer of a wardrobe)",
        "and 3 more in the plan",
    )


def test_every_measured_sentence_is_told_whole() -> None:
    story = " ".join(texts(build_story(FULL)))
    for measure in FULL.pilots[0].measures:
        assert f"{measure.ref}: {measure.sentence}" in story


def test_the_pilots_page_leads_with_the_figure_it_is_judged_by() -> None:
    some, guard, main = FULL.pilots[0].measures
    measures = (some, replace(guard, role="guard"), replace(main, role="main"))
    pilots = (replace(FULL.pilots[0], measures=measures),)
    (listed,) = [
        block
        for block in part(build_pilot_page(replace(FULL, pilots=pilots)), "figures").blocks
        if isinstance(block, BulletList)
    ]
    assert listed.items == (
        f"{main.ref}: {main.sentence}",
        f"{guard.ref}: {guard.sentence}",
        "1 more figure in the plan.",
    )


def test_the_story_has_three_acts_and_what_comes_next() -> None:
    document = build_story(FULL)
    assert [one.heading.partition(":")[0] for one in document.parts] == [
        "Act one",
        "Act two",
        "Act three",
        "What comes next",
    ]
    bars = [block for block in part(document, "measured").blocks if isinstance(block, Bars)]
    assert [[bar.text for bar in one.bars] for one in bars] == [
        ["61 %", "76 %"],
        ["80 per 1,000", "50 per 1,000"],
    ]
    assert "so far" in document.subtitle
    assert "so far" not in build_story(replace(FULL, day=30)).subtitle


def test_the_procedure_leads_from_purpose_to_what_to_do_when_it_fails() -> None:
    document = build_procedure(FULL)
    assert document.title == "Procedure: Evening-before text"
    (one,) = document.parts
    assert list(facts_in(one)) == [
        "Purpose",
        "When",
        "Owner",
        "When it fails",
        "When this page is wrong",
        "Learned in",
        "Because of",
        "What it showed",
    ]
    (steps,) = [block for block in one.blocks if isinstance(block, BulletList)]
    assert steps == BulletList(("Fix the routes by 19:00.", "Send the text."), ordered=True)


def test_a_procedure_says_what_it_lacks_and_many_have_a_part_each() -> None:
    bare = replace(FULL.procedures[0], purpose="", steps=" ", owner="", on_failure="", pilot="")
    many = tuple(replace(bare, ref=f"S{number}") for number in range(1, 31))
    document = build_procedure(replace(FULL, procedures=many))
    sound(document)
    assert len(document.parts) == 30
    todos = [block.text for block in document.parts[0].blocks if isinstance(block, ToDo)]
    assert len(todos) == 4
    assert Fact("When this page is wrong", ("Tell Dana Okafor.",)) in [
        fact
        for block in document.parts[0].blocks
        if isinstance(block, Facts)
        for fact in block.items
    ]


def test_a_person_is_found_by_name_whatever_the_case() -> None:
    people = (PersonFact("  SAM whitlock ", "other", True, " sam@x.co "),)
    facts = replace(FULL, meeting=replace(FULL.meeting, people=people))
    assert ready_email(facts, "Sam Whitlock").to == "sam@x.co"
