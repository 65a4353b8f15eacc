"""1.1: read, tie, judge, search and capture with keys and clicks; what is done is stored."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from textual.widgets import Button, Input, Static, TextArea

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.links import Links
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.listen import review_list
from cxreset.tui.worksheets.listen.review import ReviewSheet
from cxreset.tui.worksheets.listen.review_lines import BASE, PainLine, digits, pains_lines
from cxreset.workbook.daily import Timer
from cxreset.workbook.feedback.comments import Filter
from cxreset.workbook.tables import ChannelSeen, Pain


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, reset: Reset) -> None:
    """Resting is short, and the app opens on the worksheet's own week."""
    monkeypatch.setattr(ReviewSheet, "rest_seconds", 0.05)
    reset.daily.set_last_visited("week-listen/listen.review")


def add(reset: Reset, *texts: str, channel: str = "survey") -> None:
    for text in texts:
        number = reset.comments.capture(text, channel, None)
        with reset.file.transaction() as connection:
            connection.execute("UPDATE feedback SET seen = 0 WHERE id = ?", (number,))


def words(app: CxresetApp, name: str) -> str:
    return str(app.screen.query_one(name, Links).content)


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


async def test_filter_search_and_clicks(app: CxresetApp, reset: Reset) -> None:
    add(reset, "The sofa came late", "Refund takes weeks")
    add(reset, "Refund refused, 100% rude", channel="chat")
    reset.book.add(Pain(title="Slow refund"))
    reset.comments.toggle_tie(2, 1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        reading, sheet = app.screen.query_one(ReadingList), app.screen.query_one(ReviewSheet)
        await pilot.press("slash", *"refund")
        await pilot.pause(0.3)
        assert reading.count == 2
        assert "2 of 3  newest first  show all" in words(app, "#filter")
        await pilot.press("enter", "T")  # all that was found belongs to one pain
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert reset.comments.pains() == [(1, "Slow refund", 2, False)]
        assert reading.current == reset.comments.get(2)
        await pilot.press("k", "k")
        await pilot.pause()
        assert sheet.wanted == BASE._replace(channel="chat", words="refund")
        assert reading.has_focus and "1 of 3" in words(app, "#filter")
        await pilot.press("backspace", "f")
        await pilot.pause()
        await pilot.press("4", "ctrl+s")  # tagged
        await pilot.pause()
        assert sheet.wanted.state == "tagged" and reading.count == 2
        await pilot.press("slash", "x", "escape")  # out of the search, not out of the week
        await pilot.pause()
        assert reading.has_focus and sheet.wanted == BASE._replace(state="tagged")
        await pilot.press("backspace", "p")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert sheet.wanted.pain_id == 1 and reading.count == 2
        await pilot.press("slash", *"nowhere", "enter")
        await pilot.pause()
        assert reading.count == 0 and "No comment fits" in reading.render_line(0).text
        at = words(app, "#filter").index("show all")
        await pilot.click("#filter", offset=(at + 2, 0))
        await pilot.pause()
        assert sheet.wanted == BASE and reading.count == 3
        await pilot.click("#channels", offset=(1, 0))  # the survey's tick
        await pilot.click("#reading", offset=(20, 2))
        await pilot.click("#pains", offset=(15, 0))  # the pain's name ties
        await pilot.pause()
        third = reset.comments.get(3)
        assert third is not None and third.pains == ()  # it was tied: a click unties
        assert reset.book.rows(ChannelSeen) == [ChannelSeen(channel="survey", seen=True, note="")]
        await pilot.click("#comment-head", offset=(words(app, "#comment-head").index("not j"), 0))
        await pilot.pause()
        third = reset.comments.get(3)
        assert third is not None and third.preventable is True


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


async def test_search_lights_words_and_escape_goes_back_a_step_at_a_time(
    app: CxresetApp, reset: Reset
) -> None:
    long = "It began well. " * 20 + "Then the refund never came, call me on +44 7700 900123"
    add(reset, *(f"comment {n}" for n in range(30)), long, "Refunds are slow, anna@example.org")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("end", "slash", *"refund")
        await pilot.pause(0.3)
        reading, sheet = app.screen.query_one(ReadingList), app.screen.query_one(ReviewSheet)
        assert reading.cursor == 0 and reading.scroll_offset.y == 0
        assert "…" in reading.render_line(0).text and "refund" in reading.render_line(0).text
        lit = [part.text for part in reading.render_line(1) if part.style and part.style.bold]
        assert lit == ["Refunds"]
        await pilot.press("enter", "down", "enter", "H")
        await pilot.pause()
        assert "anna" not in reading.render_line(1).text + str(
            app.screen.query_one("#comment-text", Static).content
        )
        assert "personal details hidden" in words(app, "#filter")
        await pilot.press("escape")  # out of the comment
        await pilot.pause()
        assert reading.has_focus and sheet.wanted.words == "refund"
        await pilot.press("escape")  # out of the search
        await pilot.pause()
        assert sheet.wanted == BASE and app.current_mode == "week-listen"
        await pilot.press("slash", *"refund", "enter")
        app.screen.query_one("#tick").focus()
        await pilot.press("escape")  # from beside the worksheet too
        await pilot.pause()
        assert sheet.wanted == BASE and app.current_mode == "week-listen"
        await pilot.press("escape")  # nothing is left to leave: asked first
        await pilot.pause()
        assert app.current_mode == "week-listen"
        await pilot.press("escape")  # and only now out of the week
        await pilot.pause()
        assert app.current_mode == "today"
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("H")
        await pilot.pause()
        assert "hidden" not in words(app, "#filter")


async def test_every_filter_with_keys_and_taken_away_with_clicks(
    app: CxresetApp, reset: Reset
) -> None:
    folder = reset.file.path.parent
    for name, scale in (("a.csv", "5"), ("b.csv", "10")):
        rows = [f"2026-08-{day:02},{day % int(scale) + 1},note {day}" for day in range(1, 29)]
        (folder / name).write_text(
            "\n".join([f"Date,Rating (1-{scale}),Comment", *rows]), encoding="utf-8"
        )
        import_file(reset.comments, look(folder / name), None, reset.today)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        sheet = app.screen.query_one(ReviewSheet)
        await pilot.press("f")
        await pilot.pause()
        dialog = app.screen
        assert all(dialog.region.contains_region(b.region) for b in dialog.query(Button))
        await pilot.press("tab", "tab", "2", "tab", *"2026-13-", "enter", "f5")
        await pilot.pause(0.3)
        await pilot.click("#keep")
        await pilot.pause()
        assert app.screen is dialog  # the day is none: its note says so
        app.screen.query_one("#since Input", Input).value = "2026-08-20"
        await pilot.pause()
        await pilot.click("#keep")
        await pilot.pause(0.2)
        assert sheet.wanted == BASE._replace(rating="low", since=date(2026, 8, 20))
        assert 0 < sheet.reading.count < 9
        line = words(app, "#filter")
        assert "low ratings ✕" in line and "since 20 Aug 2026 ✕" in line
        await pilot.click("#filter", offset=(line.index("low") + 1, 0))
        await pilot.pause()
        assert sheet.wanted == BASE._replace(since=date(2026, 8, 20))
        assert sheet.reading.count == 9  # what both files say is one line
        await pilot.press("backspace", "o")
        await pilot.pause()
        assert sheet.wanted == BASE._replace(newest_first=False)
        await pilot.press("f")
        await pilot.pause()
        await pilot.press("right", "escape")  # left as it was
        await pilot.pause()
        assert sheet.wanted == BASE._replace(newest_first=False)


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
        assert "No feedback is here yet" in app.screen.query_one(ReadingList).render_line(0).text
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
    assert lines[0].startswith("Most heard · P12 ") and len(lines) == 2
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
