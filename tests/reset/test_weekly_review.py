"""The Friday look: prefilled from the workbook, one if-then added, a page for a mail."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.widgets import Input

from cxreset.base.text import one_line
from cxreset.programme.model import Pack
from cxreset.reset.ending.weekly_review import (
    JOURNAL,
    review_text,
    weekly_review,
    write_if_then,
)
from cxreset.reset.ending.when import is_review_day
from cxreset.reset.reset import Reset
from cxreset.reset.steps import tick
from cxreset.sharing.documents.posts.week import build_week
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.masking import Masker, masked_facts
from cxreset.sharing.pages import plain
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.share.screen import ShareScreen
from cxreset.tui.screens.today.weekly_review import WeeklyReviewScreen
from cxreset.workbook.tables import Action, FollowUp, Journal, Lesson

WEDNESDAY = date(2026, 9, 9)
DAY = timedelta(days=1)


def test_a_first_week_is_a_page_without_reproach(reset: Reset) -> None:
    text = review_text(weekly_review(reset))
    assert text.startswith("# The week to Wednesday 9 September")
    assert "A quiet week. That is a week too." in text
    assert "- Step 1.1" in text, "what waits is named"
    assert "Monday 14 September: 2.1" in text


def test_the_week_is_told_from_the_workbook(reset: Reset) -> None:
    book = reset.book
    tick(reset, "1.1")
    book.add(Action(title="old", status="completed", completed_on=WEDNESDAY - 7 * DAY))
    book.add(Action(title="new", status="completed", completed_on=WEDNESDAY))
    book.add(Action(title="stuck", owner="Tom", deadline=WEDNESDAY - DAY))
    book.add(Action(title="soon", owner="Priya", deadline=WEDNESDAY + 7 * DAY))
    book.add(Action(title="later", owner="Priya", deadline=WEDNESDAY + 8 * DAY))
    book.add(FollowUp(what="call", who="Ann", due_on=WEDNESDAY + DAY))
    book.add(Journal(written_on=WEDNESDAY, kind="fire", text="a line\nof two"))
    book.add(Journal(written_on=WEDNESDAY - 7 * DAY, text="last week's"))
    book.add(Lesson(text="ask first"))
    review = weekly_review(reset)
    assert [line.partition(":")[0] for line in review.moved] == ["A2 done", "Step 1.1 done"]
    assert review.waiting[-1] == "A3 stuck, Tom, 8 Sep"
    assert review.learned == ("ask first",) and review.private == ("a line\nof two",)
    assert review.speak_to == (
        "Tom: ask what would help with A3 stuck",
        "Ann: U1 call, due Thursday 10 September",
        "Priya: A4 soon, due Wednesday 16 September",
        "The customers behind A1: tell them what became of it: old",
        "The customers behind A2: tell them what became of it: new",
    )
    assert "- a line of two" in review_text(review)


def test_many_lines_are_counted(reset: Reset) -> None:
    for number in range(11):
        reset.book.add(Lesson(text=f"lesson {number}"))
    assert "- and 3 more" in review_text(weekly_review(reset))


def test_the_if_then_is_kept_with_the_week_and_in_the_journal(reset: Reset) -> None:
    write_if_then(reset, " If it is Monday, then I read at nine. ")
    write_if_then(reset, "If it is Monday, then I read at nine.")
    assert weekly_review(reset).if_then == "If it is Monday, then I read at nine."
    lines = [row.text for row in reset.book.rows(Journal)]
    assert lines == ["Next week: If it is Monday, then I read at nine."]
    assert reset.undo() == "wrote the Friday look"


@pytest.mark.parametrize(
    ("workdays", "days"),
    [
        ((0, 1, 2, 3, 4), ["Fri"]),
        ((0, 1, 2, 3, 6), ["Thu"]),
        ((0, 2), ["Wed"]),
        ((0, 1, 3), ["Thu"]),
        (tuple(range(7)), ["Sun"]),
    ],
)
def test_the_look_comes_on_the_last_working_day(
    reset: Reset, pack: Pack, workdays: tuple[int, ...], days: list[str]
) -> None:
    reset.change_settings(reset.settings._replace(workdays=workdays))
    assert review_days(reset, pack) == days


def test_a_holiday_within_the_week_ends_no_week_and_one_at_its_end_does(
    reset: Reset, pack: Pack
) -> None:
    reset.change_settings(reset.settings._replace(region="DE"))
    reset.daily.set_holidays({date(2026, 9, 16): "in the middle"})
    assert review_days(reset, pack) == ["Fri"]
    reset.daily.set_holidays({date(2026, 9, 16): "in the middle", date(2026, 9, 18): "at its end"})
    assert review_days(reset, pack) == ["Thu"]


def review_days(reset: Reset, pack: Pack) -> list[str]:
    """On which days of the second week the look is offered."""
    days = (date(2026, 9, 14) + number * DAY for number in range(7))
    return [
        f"{on:%a}"
        for on in days
        if is_review_day(Reset(reset.file, pack, lambda on=on: on))  # type: ignore[misc]
    ]


def test_the_page_says_figures_comments_and_nothing_private(sample: Reset) -> None:
    sample.book.add(Journal(written_on=sample.today, kind="win", text="ring dana@example.com"))
    write_if_then(sample, "If the van is late, then I ring Sam.")
    review = weekly_review(sample)
    assert review.moved[0].startswith('"Where is my order" contacts: 50 per 1,000 deliveries in')
    assert review.moved[0].endswith("; that week is not over")
    assert len(review.private) == 5 and review.supporter == "Alice Moreau"
    facts = gather(sample.book, sample.pack, sample.today)
    document = build_week(masked_facts(facts, Masker()))
    text = plain.render(document)
    assert [part.heading for part in document.parts] == [
        *("What moved", "What waits", "What was learned", "What to say to whom", "Next week")
    ]
    assert text.splitlines()[1].startswith("Hello Alice Moreau, you said you would ask")
    assert "If the van is late, then I ring Sam." in text and "example.com" not in text
    assert not any(one_line(line)[:40] in text for line in review.private if JOURNAL not in line)
    assert "In your journal, for you alone" in review_text(review)


def test_comments_that_came_in_are_counted(sample: Reset) -> None:
    with sample.file.transaction() as connection:
        connection.execute("UPDATE reset SET frozen_on = '2026-09-11'")
    began = Reset(sample.file, sample.pack, date.today)
    assert "240 comments brought in" in weekly_review(began).moved


async def test_the_look_on_the_screen_keeps_what_is_typed(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, WeeklyReviewScreen)
        app.screen.query_one("#if-then Input", Input).focus()
        await pilot.press(*"at nine")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ShareScreen) and app.screen.what == "week"
    assert weekly_review(reset).if_then == "at nine"
    assert [row.text for row in reset.book.rows(Journal)] == ["Next week: at nine"]
