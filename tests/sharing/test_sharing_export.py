"""From a real workbook to a finished text, and what is asked of a name nobody knows."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from cxreset.errors import ExportError, UsageError
from cxreset.programme.model import Pack
from cxreset.reset import Reset
from cxreset.sharing import subjects
from cxreset.sharing.export import FORMS, SUBJECTS, TRACKERS, make
from cxreset.sharing.gather import gather
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import (
    Action,
    Answer,
    Decision,
    Feedback,
    Fix,
    FollowUp,
    Gap,
    Lesson,
    Measurement,
    Meeting,
    Metric,
    Pain,
    Person,
    Pilot,
    Procedure,
    ShareOut,
    Touchpoint,
    Voice,
)

TODAY = date(2026, 9, 30)


def text(what: str, form: str, reset: Reset, pack: Pack) -> str:
    """An export of one file, as text."""
    (file,) = make(what, form, reset.book, pack, TODAY).files
    return file.data.decode()


def fill(book: Workbook) -> None:
    """One thread from three comments to a lesson, and a second pain nobody chose."""
    for number, preventable in enumerate((True, False, None), 1):
        book.add(Feedback(channel="chat", text=f"Comment {number}", preventable=preventable))
    book.add(Pain(title="The day moves", chosen=True, urgency=5, impact=5, effort=2))
    book.add(Pain(title="The chat ends", urgency=1))
    book.tie(1, [1, 3])
    book.add(Touchpoint(name="Delivery day", promise="Your day", reality="Another", width=4))
    book.add(Gap(title="The date", touchpoint_id=1, pain_id=1))
    book.add(Fix(title="A text", gap_id=1, kind="quick", horizon="now"))
    book.add(Action(title="Try it", owner="Sam", deadline=date(2026, 9, 29), fix_id=1))
    book.add(Action(title="Loose end"))
    book.put(Meeting(id=1, held_on=date(2026, 9, 23), place="Oak Room"))
    book.add(Person(name="Priya", function="product", attended=True))
    book.add(Decision(title="Text first", priority=1))
    book.add(FollowUp(what="Half-time", due_on=date(2026, 10, 5), action_id=1))
    book.add(Pilot(title="At Northgate", action_id=1, hypothesis="Fewer calls"))
    book.add(
        Measurement(
            pilot_id=1,
            name="Delivery",
            before_hits=110,
            before_total=180,
            after_hits=131,
            after_total=172,
        )
    )
    book.add(Voice(text="Better", who="A buyer"))
    book.add(Lesson(text="Keep it", verdict="keep", pilot_id=1, measurement_id=1))
    book.add(Procedure(title="The text", steps="1. Send it", pilot_id=1))
    book.add(ShareOut(who="All", told_on=date(2026, 9, 24)))
    book.put(Metric(key="csat", before="68", after=""))


def test_the_facts_follow_the_thread(reset: Reset, pack: Pack) -> None:
    fill(reset.book)
    prompt = pack.step("listen.pains").prompts[0]
    reset.book.put(Answer(scope="listen.pains", prompt=prompt.key, text="Because"))
    facts = gather(reset.book, pack, TODAY)
    assert (facts.day, facts.comments, facts.channels) == (24, 3, {"chat": 3})
    assert facts.preventable == (1, 2)
    assert facts.preventable_range == pytest.approx((9.45, 90.55), abs=0.01)  # Wilson, 1 of 2
    (pain,) = facts.pains
    assert (pain.ref, pain.comments, [one.ref for one in pain.quotes]) == ("P1", 2, ["C1", "C3"])
    assert [other.ref for other in facts.other_pains] == ["P2"]
    assert facts.gaps[0].touchpoint == "T1 Delivery day"
    assert (facts.fixes[0].chain, facts.fixes[0].pain) == (("G1", "P1"), "P1")
    assert (facts.actions[0].chain, facts.actions[0].comments) == (("F1", "G1", "P1"), 2)
    assert (facts.actions[1].chain, facts.actions[1].comments) == ((), 0)
    assert facts.pilots[0].chain == ("A1", "F1", "G1", "P1")
    assert facts.pilots[0].measures[0].sentence.startswith("Delivery rose from 61 % to 76 %")
    assert facts.lessons[0].chain == ("M1", "PL1")
    assert facts.follow_ups[0].action == "A1"
    assert facts.steps["listen.pains"].answers == ((prompt.text, "Because"),)
    assert [(one.before, one.after) for one in facts.figures] == [("68", "")]


def test_counts_that_cannot_be_are_said_so_in_place(reset: Reset, pack: Pack) -> None:
    reset.book.add(Measurement(name="Delivery", before_hits=9, before_total=3))
    (measure,) = gather(reset.book, pack, TODAY).measures
    assert measure.sentence.startswith("Delivery: ") and "more than the total" in measure.sentence
    assert measure.before is None


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_filled_and_an_empty_workbook_both_make_a_plan(
    reset: Reset, pack: Pack, form: str
) -> None:
    empty = text("plan", form, reset, pack)
    assert empty.count("Still to do:") >= len(pack.weeks)
    fill(reset.book)
    filled = text("plan", form, reset, pack)
    for words in ("P1 The day moves", "2 of 3 comments (67", "F1 ← G1 ← P1", "Overdue", "Keep it"):
        assert words in filled
    assert filled == text("plan", form, reset, pack)


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 9, 1), 0), (date(2026, 9, 7), 1), (date(2026, 10, 2), 26), (date(2027, 1, 1), 31)],
)
def test_the_day_is_the_calendar_s(reset: Reset, pack: Pack, today: date, day: int) -> None:
    assert gather(reset.book, pack, today).day == day


def test_an_unknown_name_is_answered_with_the_known_ones(reset: Reset, pack: Pack) -> None:
    for what, form, said in (
        ("plan", "pptx", r"no form of “plan” called “pptx”. There is html, docx, pdf and md\."),
        ("calendar", "md", r"no form of “calendar” called “md”. There is ics\."),
        ("poem", "md", r"no thing to share called “poem”. There is plan, slips, .*workbook\."),
    ):
        with pytest.raises(UsageError, match=said):
            make(what, form, reset.book, pack, TODAY)


def test_an_owner_goes_with_what_is_somebody_s(reset: Reset, pack: Pack) -> None:
    fill(reset.book)
    with pytest.raises(UsageError, match=r"same for everybody.*slips, actions and calendar"):
        make("plan", "md", reset.book, pack, TODAY, owner="Sam")
    with pytest.raises(UsageError, match=r"Nobody called “Ann” owns an action\. There is Sam\."):
        make("slips", "md", reset.book, pack, TODAY, owner="Ann")


def test_every_subject_and_form_is_named() -> None:
    for subject in SUBJECTS.values():
        assert subject.label and subject.about.endswith(".")
        assert set(subject.forms) <= set(FORMS)
    assert {form for each in SUBJECTS.values() for form in each.forms} == set(FORMS)
    assert set(TRACKERS) <= set(SUBJECTS["actions"].forms)


def test_a_form_without_its_library_says_how_to_get_it(
    reset: Reset, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subjects, "find_spec", lambda name: None)
    with pytest.raises(ExportError, match=r'pip install "cxreset\[pdf\]"'):
        make("plan", "pdf", reset.book, pack, TODAY)


def test_sharing_knows_nothing_of_the_screen() -> None:
    code = (
        "import sys, pkgutil, importlib, cxreset.sharing as room\n"
        "for one in pkgutil.iter_modules(room.__path__, 'cxreset.sharing.'):\n"
        "    importlib.import_module(one.name)\n"
        "assert 'cxreset.sharing.gather' in sys.modules\n"
        "print(sorted({'textual', 'rich', 'cxreset.tui'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_listing_the_forms_loads_nothing_that_writes_them() -> None:
    code = (
        "import sys, cxreset.sharing.export\n"
        "heavy = {'sqlmodel', 'jinja2', 'docx', 'xlsxwriter', 'icalendar', 'typst'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
