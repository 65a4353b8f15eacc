"""1.1: the comments narrowed by filters and words, and everything shown again."""

from __future__ import annotations

from datetime import date

from textual.widgets import Button, Input, Static

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.tui.worksheets.listen.review import ReviewSheet
from cxreset.tui.worksheets.listen.review_lines import BASE
from cxreset.workbook.tables import ChannelSeen, Pain
from tests.tui.worksheets.listen.review_sheet import add, words


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
        lit = [part.text for part in reading.render_line(1) if part.style and part.style.underline]
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
        await pilot.press("escape")  # from beside the worksheet: one level, to the list
        await pilot.pause()
        assert reading.has_focus and sheet.wanted.words == "refund"
        await pilot.press("escape")
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
