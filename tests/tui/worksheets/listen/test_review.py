"""1.1: read, tie, judge, search and capture with keys and clicks; what is done is stored."""

from __future__ import annotations

import sqlite3

import pytest
from textual.widgets import Input, Static, TextArea

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.listen import review_list
from cxreset.tui.worksheets.listen.review import ReviewSheet
from cxreset.tui.worksheets.listen.review_lines import BASE, PainLine, digits, pains_lines
from cxreset.workbook.daily import Timer
from cxreset.workbook.feedback.comments import Filter
from cxreset.workbook.tables import ChannelSeen, Pain
from tests.tui.worksheets.listen.review_sheet import add, words


async def test_reading_tying_and_judging_with_keys(app: CxresetApp, reset: Reset) -> None:
    add(reset, "The sofa came late", "[b]Refund[/b] takes weeks", "Nobody answers the chat")
    reset.book.add(Pain(title="Delivery day moves"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.3)
        assert isinstance(app.focused, ReadingList)
        assert reset.comments.channel_counts() == {"survey": (3, 1)}  # rested on the first
        await pilot.press("1")  # a digit on the list ties; it does not lead to a week
        await pilot.pause()
        assert app.screen.query_one(ReadingList).current == reset.comments.get(1)
        assert "P1 Delivery day moves 1" in words(app, "#pains")
        await pilot.press("down", "x", "n")
        await pilot.pause()
        await pilot.press(*"Slow refund", "enter")
        await pilot.pause()
        second = reset.comments.get(2)
        assert second is not None
        assert (second.preventable, second.seen, second.pains) == (True, True, ("P2",))
        assert str(app.screen.query_one("#comment-text", Static).content) == second.text
        await pilot.press("down", "2", "2", "x", "x", "x")  # tied and untied, judged and not
        await pilot.pause()
        third = reset.comments.get(3)
        assert third is not None and (third.pains, third.preventable) == ((), None)
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"slow REFUND", "enter")  # a name there is: no second pain
        await pilot.press("9")  # no such pain: nothing happens
        await pilot.pause()
        assert [(n, tied) for n, _, tied, _ in reset.comments.pains()] == [(1, 1), (2, 2)]
        assert "survey 3/3" in words(app, "#channels")


async def test_it_says_which_comment_and_which_digit(app: CxresetApp, reset: Reset) -> None:
    add(reset, "The sofa came late")
    reset.book.add(Pain(title="Gone"))
    reset.book.add(Pain(title="Late"))
    reset.book.remove(Pain, 1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.1)
        await pilot.press("1")
        await pilot.pause()
        messages = [notice.message for notice in app._notifications]
        assert messages == ["No pain is on 1: 2 ties to P2. n names a new one."]
        await pilot.press("n")
        await pilot.pause(0.1)
        text = str(app.screen.query_one(".muted", Static).content)
        assert "C1 “The sofa came late” is tied to it at once." in text


async def test_the_same_words_are_one_line_and_every_voice_counts(
    app: CxresetApp, reset: Reset
) -> None:
    add(reset, "Good", "Good", "My sofa came late", "Good")
    reset.book.add(Pain(title="Praise"))
    with reset.file.transaction(recorded=False) as connection:
        connection.execute("UPDATE feedback SET group_id = 1 WHERE text = 'Good' AND id > 1")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.3)
        reading = app.screen.query_one(ReadingList)
        assert reading.count == 2 and "×3 Good" in reading.render_line(0).text
        assert "3 say the same" in words(app, "#comment-head")
        assert reset.comments.channel_counts() == {"survey": (4, 3)}  # read once, read three times
        await pilot.press("1", "x")
        await pilot.pause()
        assert reset.comments.pains()[0][2] == 3 and "survey 3/4" in words(app, "#channels")
        assert len(reset.comments.ids(Filter(state="preventable"))) == 3
        await pilot.press("u", "u")
        await pilot.pause()
        assert reset.comments.pains()[0][2] == 0
        await pilot.press("v")
        await pilot.pause()
        assert reading.count == 3 and "3 comments that say the same" in words(app, "#filter")
        await pilot.press("down", "1")  # here each is itself
        await pilot.pause()
        assert reset.comments.pains()[0][2] == 1
        await pilot.press("escape")
        await pilot.pause()
        assert reading.count == 2 and reading.cursor == 0
        await pilot.press("V")
        await pilot.pause()
        assert reading.count == 4 and "×" not in reading.render_line(0).text
        await pilot.press("u")
        await pilot.pause()
        assert reset.comments.group_size(1) == 3
        await pilot.press("slash", *"goo", "enter", "T")  # all voices, not all lines
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert reset.comments.pains()[0][2] == 3


async def test_a_name_begun_is_there_again(app: CxresetApp, reset: Reset) -> None:
    add(reset, "Nobody calls back")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"No cal", "escape")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert app.screen.query_one(Input).value == "No cal"
        await pilot.press(*"l", "enter")
        await pilot.pause()
        assert [title for _, title, _, _ in reset.comments.pains()] == ["No call"]
        await pilot.press("n")
        await pilot.pause()
        assert app.screen.query_one(Input).value == ""


async def test_capture_channels_timer_and_removal(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "Press i to import" in app.screen.query_one(ReadingList).render_line(0).text
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("ctrl+s")  # nothing written: a sentence, and nothing stored
        await pilot.press(*"I waited")
        await pilot.pause(0.3)
        await pilot.press("escape")
        await pilot.pause()
        assert len(reset.comments.ids()) == 0
        await pilot.press("c")  # what was written is there again
        await pilot.pause()
        assert app.screen.query_one(TextArea).text == "I waited"
        app.screen.query_one("#on Input", Input).value = "yesterd"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "not a date yet" in str(app.screen.query_one("#wrong", Static).content)
        app.screen.query_one("#on Input", Input).value = "yesterday"
        await pilot.press("ctrl+s")
        await pilot.pause()
        comment = reset.comments.get(1)
        assert comment is not None
        assert (comment.text, comment.channel, comment.received_on, comment.seen) == (
            "I waited", "call", "2026-09-08", True,
        )  # fmt: skip
        assert reset.daily.draft("capture.words") is None
        await pilot.press("s")
        await pilot.pause()
        await pilot.press("right", "tab", *"asked Tom", "escape")
        await pilot.pause()
        (row,) = reset.book.rows(ChannelSeen)
        assert (row.channel, row.seen, row.note) == ("survey", True, "asked Tom")
        await pilot.press("z")
        await pilot.pause()
        assert reset.daily.timer().running_since is not None
        await pilot.press("z", "Z")
        await pilot.pause()
        assert reset.daily.timer() == Timer(7200, 0, None)
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert len(reset.comments.ids()) == 0


async def test_opening_with_many_comments_reads_one_page(
    app: CxresetApp, reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reset.file.transaction() as connection:
        connection.executemany(
            "INSERT INTO feedback (channel, text) VALUES ('chat', ?)",
            ((f"comment {n}",) for n in range(20_000)),
        )
    asked: list[int] = []
    page = reset.comments.page

    def counted(ids: list[int]) -> object:
        asked.append(len(list(ids)))
        return page(ids)

    monkeypatch.setattr(reset.comments, "page", counted)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.2)
        await pilot.press("end", "x")
        await pilot.pause()
        last = reset.comments.get(20_000)
        assert last is not None and last.preventable is True
        assert sum(asked) < 2_000


async def test_a_workbook_held_by_another_window(app: CxresetApp, reset: Reset) -> None:
    add(reset, "The sofa came late", "Refund takes weeks")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.3)
        other = sqlite3.connect(reset.file.path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        await pilot.press("x", "o")
        await pilot.pause()
        other.execute("ROLLBACK")
        other.close()
        sheet = app.screen.query_one(ReviewSheet)
        assert sheet.wanted == BASE and app.is_running
        await pilot.press("x")
        await pilot.pause()
        first = reset.comments.get(1)
        assert first is not None and first.preventable is True


def test_digits_stay_with_their_pains() -> None:
    def pain(number: int, tied: int = 0) -> PainLine:
        return PainLine(number, f"pain {number}", tied, False)

    assert digits([]) == {}
    assert digits([pain(1), pain(3), pain(12)]) == {1: 1, 2: 12, 3: 3}
    many = [pain(number, number) for number in range(1, 13)]
    assert digits(many) == {number: number for number in range(1, 10)}
    lines = pains_lines(many, ["P12"], 78).plain.splitlines()
    assert lines[0].startswith("Most heard · ●P12 ") and len(lines) == 2
    assert "0 0 more" not in lines[1] and "n new pain" in lines[1]
    assert all(len(line) <= 78 for line in pains_lines(many[:6], [], 78).plain.splitlines())


def test_a_comment_once_imported_shows_its_row(reset: Reset) -> None:
    file = reset.file.path.with_name("few.csv")
    file.write_text("comment\nThe sofa came very late\n", encoding="utf-8")
    import_file(reset.comments, look(file), None, reset.today)
    comment = reset.comments.get(1)
    assert comment is not None and comment.source == "few.csv, row 1"


async def test_of_very_many_the_list_holds_what_is_looked_at(
    app: CxresetApp, reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_list, "MANY", 300)
    with reset.file.transaction(recorded=False) as connection:
        connection.executemany(
            "INSERT INTO feedback (channel, text) VALUES ('chat', ?)",
            [(f"late parcel {number}",) for number in range(420)],
        )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.2)
        reading = app.screen.query_one(ReadingList)
        assert reading.count == 200, "one page, though there are more"
        await pilot.press("slash", *"late", "enter")
        await pilot.pause(0.3)
        assert "200+ of 420" in words(app, "#filter")
        reading.focus()
        await pilot.press("end")
        await pilot.pause()
        assert reading.count == 400
        await pilot.press("end")
        await pilot.pause()
        assert reading.count == 420
        assert "420 of 420" in words(app, "#filter")
