"""Each worksheet empty, half and full; and which step is next."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight import progress, unfinished
from cxreset.insight.progress import Tally, WeekDone
from cxreset.insight.unfinished import missing

EMPTY = Tally()
FULL = Tally(
    comments=2224,
    comments_seen=700,
    comments_tied=300,
    channels_seen=2,
    channels_used=2,
    marked_preventable=40,
    marked_either=90,
    pains=5,
    pains_chosen=3,
    touchpoints=5,
    gaps=3,
    fixes=6,
    fixes_on_roadmap=6,
    actions=6,
    actions_completed=2,
    actions_from_roadmap=4,
    meeting_dated=True,
    people=5,
    agenda_minutes=90,
    insights=3,
    decisions=2,
    follow_ups=2,
    pilots=1,
    measurements=2,
    measurements_complete=2,
    voices_customer=2,
    voices_team=1,
    lessons=3,
    procedures=1,
    share_outs=1,
)

# worksheet, what it says when nothing is there, a half-filled tally, what it says then
CASES: list[tuple[str, tuple[str, ...], Tally, tuple[str, ...]]] = [
    (
        "review",
        ("No feedback is here yet: import a file, or add a comment by hand.",),
        FULL._replace(comments_seen=0, channels_seen=1, marked_either=0),
        (
            "None of the 2,224 comments is read yet.",
            "1 channel with feedback still to be read.",
            "No comment is marked yet as preventable or not.",
        ),
    ),
    (
        "pains",
        ("No pain is named yet.",),
        FULL._replace(pains_chosen=2, chosen_without_evidence=("P2",)),
        ("Two of three pains chosen so far.", "P2 has no comment as evidence yet."),
    ),
    (
        "order",
        ("No pain is chosen yet, so there is nothing to put in order.",),
        FULL._replace(chosen_undecided=("P1", "P2"), chosen_unrated=("P3",)),
        (
            "Can somebody act on P1 and P2? Still to decide.",
            "P3 has no full rating of urgency, impact and effort yet.",
        ),
    ),
    (
        "plan",
        ("No pain is chosen yet, so there is nothing to plan.",),
        FULL._replace(chosen_without_problem=("P1",), chosen_without_fix=("P1", "P2", "P3")),
        ("P1 has no problem sentence yet.", "P1, P2 and P3 have no possible fix yet."),
    ),
    (
        "compare",
        ("No touchpoint is set down yet.",),
        FULL._replace(touchpoints_incomplete=2, touchpoints_unrated=1),
        (
            "2 touchpoints lack the promise or what happens.",
            "1 touchpoint without a width from 1 to 5.",
        ),
    ),
    (
        "gaps",
        ("No gap is chosen yet.",),
        FULL._replace(gaps=1, gaps_untied=("G1",), chosen_without_gap=("P1", "P3")),
        (
            "P1 and P3 have no gap yet.",
            "One of three gaps chosen so far.",
            "G1 has no tie to a pain yet.",
        ),
    ),
    (
        "sort",
        ("No gap is chosen yet, so there is no fix to sort.",),
        FULL._replace(gaps_without_fix=("G2",), fixes_unsorted=("F1", "F2", "F3", "F4", "F5")),
        (
            "G2 has no fix yet.",
            "F1, F2, F3 and 2 more still to sort: quick win or long-term.",
        ),
    ),
    (
        "roadmap",
        ("No fix is written down yet, so there is nothing to place.",),
        FULL._replace(fixes_on_roadmap=4, roadmap_undated=("F1",), actions_from_roadmap=0),
        (
            "2 of 6 fixes still without now, next or later.",
            "F1 has no dates yet.",
            "No fix from the roadmap is an action yet.",
        ),
    ),
    (
        "meeting",
        (
            "The meeting has no date yet.",
            "Nobody is on the list of people yet.",
            "The agenda is still empty.",
        ),
        FULL._replace(functions_missing=("marketing", "cx"), agenda_minutes=75),
        (
            "Nobody from marketing and CX is on the list yet.",
            "The agenda leaves 15 of the 90 minutes open.",
        ),
    ),
    (
        "align",
        (
            "Nothing is picked yet to show in the meeting.",
            "No decision or priority is written down yet.",
        ),
        FULL._replace(decisions=0),
        ("No decision or priority is written down yet.",),
    ),
    (
        "owners",
        ("There is no action yet: make one from the roadmap, or add one.",),
        FULL._replace(actions_without_owner=("A1", "A4"), actions_without_deadline=("A4",)),
        ("A1 and A4 have no owner yet.", "A4 has no deadline yet."),
    ),
    (
        "followups",
        ("No follow-up is planned yet.",),
        FULL._replace(follow_ups_undated=1),
        ("1 follow-up without a date.",),
    ),
    (
        "pilot",
        ("No pilot is described yet: choose one action to try on a small scale.",),
        FULL._replace(pilot_gaps=("hypothesis", "who is in it", "stop rule")),
        ("Still empty in the pilot: hypothesis, who is in it and stop rule.",),
    ),
    (
        "measure",
        ("Nothing is measured yet: one figure before and after is enough to start.",),
        FULL._replace(measurements_complete=1),
        ("1 measurement without figures for both before and after.",),
    ),
    (
        "voices",
        (
            "No customer's voice on the pilot is noted yet.",
            "No team member's voice on the pilot is noted yet.",
        ),
        FULL._replace(voices_team=0),
        ("No team member's voice on the pilot is noted yet.",),
    ),
    (
        "lessons",
        (
            "No lesson is written down yet.",
            "No procedure is written yet: it is what makes a fix last.",
        ),
        FULL._replace(procedures=0),
        ("No procedure is written yet: it is what makes a fix last.",),
    ),
    (
        "share",
        ("Nobody is noted yet as told: who, when and how.",),
        FULL._replace(share_outs=3, share_outs_to_nobody=1, share_outs_without_how=2),
        ("1 line without a word on who was told.", "2 lines without a word on how."),
    ),
]


@pytest.mark.parametrize(("worksheet", "empty", "half", "then"), CASES, ids=[c[0] for c in CASES])
def test_a_worksheet_empty_half_and_full(
    worksheet: str, empty: tuple[str, ...], half: Tally, then: tuple[str, ...]
) -> None:
    assert missing(worksheet, EMPTY) == empty
    assert missing(worksheet, half) == then
    assert missing(worksheet, FULL) == ()
    assert unfinished.hint(worksheet, half) == then[0]
    assert unfinished.hint(worksheet, FULL) == unfinished.FILLED


def test_every_worksheet_of_the_programme_is_looked_at() -> None:
    assert {case[0] for case in CASES} == set(unfinished.WORKSHEETS)
    assert len(CASES) == 17


def test_a_worksheet_of_another_pack_has_nothing_missing() -> None:
    for worksheet in (None, "", "garden"):
        assert missing(worksheet, EMPTY) == ()
        assert unfinished.hint(worksheet, EMPTY) == unfinished.PROMPTS_ONLY


def test_too_many_and_too_long_are_said_kindly() -> None:
    assert missing("pains", FULL._replace(pains_chosen=4)) == (
        "4 pains are chosen: three are enough to finish in thirty days.",
    )
    assert missing("gaps", FULL._replace(gaps=5)) == ()
    assert missing("pains", FULL._replace(pains_chosen=0)) == (
        "None of the three pains is chosen yet.",
    )
    held = FULL._replace(meeting_held=True)
    for minutes in (0, 30, 91):  # what was left of it is for the next meeting
        assert missing("meeting", held._replace(agenda_minutes=minutes)) == ()
    assert missing("meeting", FULL._replace(agenda_minutes=91)) == (
        "The agenda runs 1 minute over the 90.",
    )
    assert missing("roadmap", FULL._replace(fixes_on_roadmap=0))[0] == (
        "No fix is on the roadmap yet."
    )
    assert missing("gaps", EMPTY._replace(chosen_without_gap=("P1",))) == ("P1 has no gap yet.",)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    refs = st.lists(st.sampled_from(["P1", "P2", "G1", "F3", "A7", "A8"]), unique=True).map(tuple)
    values: dict[str, Any] = {
        name: draw(refs if isinstance(default, tuple) else st.integers(0, 120))
        for name, default in EMPTY._asdict().items()
    }
    return Tally(**values)


@given(st.sampled_from(sorted(unfinished.WORKSHEETS)), tallies())
def test_sentences_are_short_and_plain(worksheet: str, tally: Tally) -> None:
    for sentence in missing(worksheet, tally):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".") and len(sentence) <= 80
        assert "!" not in sentence and " 0 " not in sentence and "-" not in sentence[:2]


IDS = ["1.1", "1.2", "2.1", "2.2", "3.1"]


@pytest.mark.parametrize(
    ("ticked", "suggested", "then"),
    [
        (set(), "1.1", "1.1"),
        (set(), "2.1", "1.1"),  # earlier and still open comes first
        ({"1.1", "2.1"}, "2.1", "1.2"),
        ({"1.1", "1.2", "2.1"}, "2.1", "2.2"),  # all up to today is done: the next one
        ({"1.1", "1.2", "2.1", "2.2"}, "1.1", "3.1"),
        ({"1.1"}, None, "1.2"),
        ({"1.1"}, "9.9", "1.2"),
        (set(IDS), "1.1", None),
        (set(IDS), None, None),
    ],
)
def test_next_step(ticked: set[str], suggested: str | None, then: str | None) -> None:
    assert progress.next_step(IDS, ticked, suggested) == then


@given(st.sets(st.sampled_from(IDS)), st.sampled_from([*IDS, None]))
def test_next_step_is_open_or_there_is_none(ticked: set[str], suggested: str | None) -> None:
    found = progress.next_step(IDS, ticked, suggested)
    assert (found is None) == (ticked == set(IDS))
    assert found not in ticked


def test_weeks_done() -> None:
    steps = [("1.1", "listen"), ("1.2", "listen"), ("2.1", "map")]
    assert progress.weeks_done(steps, {"1.2", "2.1", "gone"}) == (
        WeekDone("listen", 1, 2),
        WeekDone("map", 1, 1),
    )
    assert progress.weeks_done([], {"1.1"}) == ()


def test_it_stays_light() -> None:
    """It is imported at every start: nothing heavy may come along."""
    code = "import sys, cxreset.insight.progress; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"dataclasses", "statistics", "decimal", "inspect", "sqlmodel", "textual", "datetime"}
    assert not heavy & set(found.stdout.split())
