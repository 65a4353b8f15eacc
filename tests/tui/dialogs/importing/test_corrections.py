"""What the import proposes, corrected part by part: sheets, columns, scales, with keys alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from textual.widgets import Button, DirectoryTree, Input, Select, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.suggestions.screen import SuggestionsScreen
from cxreset.tui.widgets.reading_list import ReadingList
from cxreset.workbook.feedback.comments import Filter
from tests.paths import FEEDBACK
from tests.tui.dialogs.importing.dialog import look_at, open_dialog, settle, text

pytestmark = pytest.mark.usefixtures("on_the_step")


async def test_a_workbook_corrected_part_by_part_and_the_next_file(
    app: CxresetApp, reset: Reset, tmp_path: Path
) -> None:
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Cover"
    cover.append(["Quarterly report"])
    for name, word in (("Reviews", "delivery"), ("Older", "refund")):
        sheet = book.create_sheet(name)
        sheet.append(["Day", "Name", "Headline", "Their words", "Score", "Kind"])
        for n in range(30):
            complaint = f"The {word} took {n} days, write to me{n}@example.org about it"
            sheet.append(
                [date(2026, 8, 1 + n), f"Kim {n}", "Too slow", complaint, n % 4 + 1, "Late"]
            )
    path = tmp_path / "months.xlsx"
    book.save(path)
    (tmp_path / "notes.txt").write_text("A parcel was lost\nNobody calls back\n", "utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(tmp_path))  # a folder: its files, to be picked
        assert isinstance(app.focused, DirectoryTree) and screen.stage == "pick"
        await look_at(app, pilot, str(path))
        assert "60 e-mail addresses in the first 200 rows" in text(app, "#found")
        sheet = screen.query_one("#sheet", Select)
        both = "all of Reviews, Older"  # sheets with the same columns are proposed together
        assert [value for _, value in sheet._options] == [both, "Cover", "Reviews", "Older"]
        sheet.value = "Older"
        await settle(app, pilot)
        assert "The refund took 0 days" in text(app, "#sample")
        for role, column in (
            ("title", "Headline"), ("customer", "Name"), ("category", "Kind"),
            ("rating", "Score"), ("date", "Day"), ("text", "Their words"),
        ):  # fmt: skip
            screen.query_one(f"#role-{role}", Select).value = column
            await settle(app, pilot)
        shown = text(app, "#sample").splitlines()[0]
        assert shown.startswith("2026-08-01 ") and "Too slow  The refund" in shown
        await pilot.click("#go")  # the scale is asked for first
        await pilot.pause()
        assert screen.stage == "proposal" and "out of 5" in text(app, "#wrong")
        assert all(screen.region.contains_region(b.region) for b in screen.query(Button))
        screen.query_one("#role-scale", Select).value = "1-5"
        await settle(app, pilot)
        assert "1/5" in text(app, "#sample")
        await pilot.press("enter")
        await settle(app, pilot)
        assert screen.stage == "report"
        comment = reset.comments.get(1)
        assert comment is not None and comment.rating == 1
        assert screen.focused is not None and screen.focused.id == "suggest"  # Enter goes on
        screen.query_one("#back").focus()
        await pilot.press("enter", "n", "o")
        await settle(app, pilot)
        assert screen.query_one("#path", Input).value == "no"  # to be typed at once
        tree = screen.query_one(DirectoryTree)
        assert str(tree.path) == str(tmp_path)  # where the next one lies
        tree.post_message(DirectoryTree.FileSelected(tree.root, tmp_path / "notes.txt"))
        await pilot.pause()
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        await pilot.click("#suggest")
        await pilot.pause()
        assert isinstance(app.screen, SuggestionsScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert len(reset.comments.ids()) == 32
        await pilot.press("u")  # the last import goes, whole: that is asked first
        await pilot.pause()
        assert len(reset.comments.ids()) == 32
        await pilot.press("y")
        await pilot.pause()
        assert len(reset.comments.ids()) == 30


async def test_a_long_column_is_cut_with_an_ellipsis(app: CxresetApp, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    long = "What could we have done better for you when you visited us in our shop"
    path.write_text(f'"{long}",Day\nThe queue was long,2026-09-01\n', encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        assert screen.query_one(".dialog").size.width > 100
        label = screen.query_one("#role-text #label", Static)
        assert label.size.height == 1 and label.size.width >= 35
        row = "".join(segment.text for segment in label.render_line(0))
        assert row.startswith("What could we have done") and row.rstrip().endswith("…")


async def test_grades_with_one_as_the_best(app: CxresetApp, reset: Reset, tmp_path: Path) -> None:
    path = tmp_path / "grades.csv"
    path.write_text("Comment,Rating\nFine shop,1\nCold soup,6\n", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_dialog(app, pilot)
        await look_at(app, pilot, str(path))
        select = screen.query_one("#role-scale", Select)
        assert "1 to 6, 1 is best" in [str(words) for words, _ in select._options]
        select.value = "6-1"
        await settle(app, pilot)
        assert "1/6" in text(app, "#sample")
        await pilot.press("enter")
        screen.query_one("#go").focus()
        await pilot.press("enter")
        await settle(app, pilot)
        assert reset.comments.count(Filter(rating="high")) == 1


@pytest.mark.skipif(not FEEDBACK.is_dir(), reason="no shared feedback beside this repo")
async def test_the_telecom_file_with_keys_alone(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_dialog(app, pilot)
        app.screen.query_one("#path", Input).value = f"'{FEEDBACK / 'telecom-complaints.cs'}"
        await pilot.press("end", "v", "'", "enter")
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "2,224 rows read, 2,224 comments taken." in text(app, "#result")
        await pilot.press("escape")
        await pilot.pause()
        assert len(reset.comments.ids()) == 2224
        assert set(reset.comments.channel_counts()) == {"call", "other"}
        reading = app.screen.query_one(ReadingList)
        await pilot.press("end", "n")
        await pilot.pause()
        await pilot.press(*"Data cap", "enter")
        await pilot.pause()
        last = reading.current
        assert last is not None and last.pains == ("P1",)
