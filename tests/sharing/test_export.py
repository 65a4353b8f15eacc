"""From a real workbook to a finished text, and what is asked of a name nobody knows."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from datetime import date

import pytest

from cxreset.base.errors import ExportError, UsageError
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing import subjects
from cxreset.sharing.export import make
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.owners import owners
from cxreset.sharing.subjects import FORMS, SUBJECTS, TRACKERS
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
    book.put(Meeting(id=1, held_on=date(2026, 9, 23), location="Oak Room"))
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
    book.add(ShareOut(who="All", shared_on=date(2026, 9, 24)))
    book.put(Metric(key="complaints", before="68", after=""))


def test_the_facts_follow_the_thread(reset: Reset, pack: Pack) -> None:
    fill(reset.book)
    prompt = pack.step("listen.pains").prompts[0]
    reset.book.put(Answer(scope="listen.pains", prompt=prompt.key, text="Because"))
    facts = gather(reset.book, pack, TODAY)
    assert (facts.day, facts.comments, facts.channels) == (24, 3, {"chat": 3})
    assert facts.preventable == (1, 2)
    assert facts.preventable_range is None  # of two nothing is said but the counts
    (pain,) = facts.pains
    assert (pain.ref, pain.comments, [one.ref for one in pain.quotes]) == ("P1", 2, ["C1", "C3"])
    assert [other.ref for other in facts.other_pains] == ["P2"]
    assert facts.gaps[0].touchpoint == "T1 Delivery day"
    assert (facts.fixes[0].chain, facts.fixes[0].pain) == (("G1", "P1"), "P1")
    assert (facts.actions[0].chain, facts.actions[0].comments) == (("F1", "G1", "P1"), 2)
    assert (facts.actions[1].chain, facts.actions[1].comments) == ((), 0)
    assert facts.pilots[0].chain == ("A1", "F1", "G1", "P1")
    assert (
        facts.pilots[0].measures[0].sentence.startswith("Better: Delivery rose from 61 % to 76 %")
    )
    assert facts.lessons[0].chain == ("M1", "PL1")
    assert facts.follow_ups[0].action == "A1"
    assert facts.steps_for("pains")[0].answers == ((prompt.text, "Because"),)
    assert [(one.before, one.after) for one in facts.figures] == [("68", "")]


def test_counts_that_cannot_be_are_the_leaders_matter(reset: Reset, pack: Pack) -> None:
    reset.book.add(Measurement(name="Delivery", before_hits=9, before_total=3))
    reset.book.add(Measurement(name="Not counted yet"))
    assert gather(reset.book, pack, TODAY).measures == ()


def test_rows_without_words_are_left_out_with_the_ids_that_lead_to_them(
    reset: Reset, pack: Pack
) -> None:
    fill(reset.book)
    reset.book.set(Fix, 1, title=" ")
    reset.book.set(Pilot, 1, title="")
    for row in (Action(owner="Sam"), Pain(), Gap(), FollowUp(who="Sam"), Voice(who="A buyer")):
        reset.book.add(row)
    for other in (Lesson(verdict="keep"), Procedure(), Decision(), Person(), ShareOut(how="mail")):
        reset.book.add(other)
    facts = gather(reset.book, pack, TODAY)
    assert [one.ref for one in facts.actions] == ["A1", "A2"]
    assert facts.fixes == ()
    assert facts.actions[0].chain == ("G1", "P1")
    assert [one.title for one in facts.pilots] == ["Fewer calls"]  # by what is expected of it
    lists = (facts.gaps, facts.follow_ups, facts.voices, facts.lessons, facts.procedures)
    assert [len(rows) for rows in (*lists, facts.meeting.decisions, facts.meeting.people)] == [
        1
    ] * 7
    assert len(facts.share_outs) == 1


def test_of_a_handful_no_form_says_a_percentage(reset: Reset, pack: Pack) -> None:
    fill(reset.book)  # three comments, two of them judged, two tied to the pain
    for what, subject in SUBJECTS.items():
        for form in {"md", "html", "txt", "csv"}.intersection(subject.forms):
            files = make(what, form, reset.book, pack, TODAY).files
            words = " ".join(file.data.decode() for file in files)
            found = re.findall(r"\b(?:67|33)(?:\.\d)? ?%", words)  # 50 % is on a chart's scale
            assert found == [], (what, form)


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_filled_and_an_empty_workbook_both_make_a_plan(
    reset: Reset, pack: Pack, form: str
) -> None:
    empty = make("plan", form, reset.book, pack, TODAY)
    assert len(empty.todo) >= len(pack.weeks) and all("(step " in one for one in empty.todo)
    assert b"Still to do" not in empty.files[0].data and b"(step " not in empty.files[0].data
    fill(reset.book)
    filled = text("plan", form, reset, pack)
    for words in ("The day moves", "2 comments", "F1 ← G1 ← P1", "Overdue", "Keep it"):
        assert words in filled
    assert filled == text("plan", form, reset, pack)


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 9, 1), 0), (date(2026, 9, 7), 1), (date(2026, 10, 2), 26), (date(2027, 1, 1), 31)],
)
def test_the_day_is_the_calendar_s(reset: Reset, pack: Pack, today: date, day: int) -> None:
    assert gather(reset.book, pack, today).day == day


def test_an_unknown_name_is_answered_with_the_known_ones(reset: Reset, pack: Pack) -> None:
    for what, form, message in (
        ("plan", "pptx", r"no form of “plan” called “pptx”. There is html, docx, pdf and md\."),
        ("calendar", "md", r"no form of “calendar” called “md”. There is ics\."),
        ("poem", "md", r"no thing to share called “poem”. There is plan, slips, .*workbook\."),
    ):
        with pytest.raises(UsageError, match=message):
            make(what, form, reset.book, pack, TODAY)


@pytest.mark.parametrize("form", ["csv", "jira", "trello", "cards"])
def test_rows_are_not_written_while_there_are_none(form: str, reset: Reset, pack: Pack) -> None:
    with pytest.raises(ExportError, match="no action yet"):
        make("actions", form, reset.book, pack, reset.today)
    assert make("actions", "xlsx", reset.book, pack, reset.today).files


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
        "for one in pkgutil.walk_packages(room.__path__, 'cxreset.sharing.'):\n"
        "    importlib.import_module(one.name)\n"
        "assert 'cxreset.sharing.facts.gather' in sys.modules\n"
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


SECRET = "Ring +44 7700 900123 or ann@customer.example"


def secrets(reset: Reset) -> None:
    """A customer's number and address in every text that a colleague gets as data."""
    fill(reset.book)
    book = reset.book
    book.add(Person(name="Sam", email="sam@harbour-pine.example"))
    book.set(Action, 1, title=f"{SECRET} back", note=f"First line\n{SECRET}", deadline=TODAY)
    book.set(Pain, 1, title=f"Pain {SECRET}", problem=SECRET)
    book.set(Gap, 1, title=f"Gap {SECRET}")
    book.set(Fix, 1, title=f"Fix {SECRET}", reason=SECRET)
    book.set(Feedback, 1, text=SECRET)
    book.set(Pilot, 1, title=f"Pilot {SECRET}", hypothesis=SECRET, start_on=TODAY)
    book.add(FollowUp(what=f"Then {SECRET}", who="Sam", due_on=TODAY, action_id=1))


def readable(data: bytes) -> str:
    """All the text in a file, whatever its form; the folds of a calendar undone."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig").replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


@pytest.mark.parametrize(
    ("what", "form"),
    [("actions", form) for form in SUBJECTS["actions"].forms]
    + [("calendar", "ics"), ("slips", "md")],
)
def test_no_data_form_gives_a_customer_away(what: str, form: str, reset: Reset, pack: Pack) -> None:
    secrets(reset)
    for owner in (None, "Sam"):
        made = make(what, form, reset.book, pack, TODAY, owner=owner)
        for file in made.files:
            assert "900123" not in readable(file.data), file.name
            assert "ann@customer" not in readable(file.data), file.name
        assert any(word.startswith("1 e-mail address in A1") for word in made.masked)
        assert any(word.startswith("1 phone number in A1") for word in made.masked)
        lifted = make(what, form, reset.book, pack, TODAY, owner=owner, unmasked=True)
        assert any("900123" in readable(file.data) for file in lifted.files)
        assert lifted.masked == ()


def test_only_what_a_form_shows_is_listed_and_a_task_still_goes_to_its_owner(
    reset: Reset, pack: Pack
) -> None:
    secrets(reset)
    jira = make("actions", "jira", reset.book, pack, TODAY)
    assert jira.masked == ("1 e-mail address in A1 and P1", "1 phone number in A1 and P1")
    assert "sam@harbour-pine.example" in readable(jira.files[0].data)
    trello = make("actions", "trello", reset.book, pack, TODAY)
    assert trello.masked == ("1 e-mail address in A1", "1 phone number in A1")


def test_who_has_a_follow_up_only_is_no_owner(reset: Reset, pack: Pack) -> None:
    fill(reset.book)
    reset.book.add(FollowUp(what="Look back", who="Everyone who was in the room", due_on=TODAY))
    assert owners(gather(reset.book, pack, TODAY)) == ["Sam"]
