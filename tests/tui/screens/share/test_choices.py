"""What was chosen on Share is there again, is nothing to undo, and masks piece by piece."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Button, DataTable, OptionList

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.workbook.choices import share_choice
from cxreset.workbook.shares.personal import personal_choices
from cxreset.workbook.tables import Feedback
from tests.tui.screens.share.share_screen import opened, path, preview, settle


async def test_the_last_choice_is_there_again(
    app: CxresetApp, filled: Reset, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        choice = screen.query_one("#what Choice", Choice)
        choice.focus()
        digit = [value for value, _ in choice.options].index("actions") + 1
        await pilot.press(str(digit))
        await settle(pilot)
        assert screen.what == "actions"
        await pilot.press("escape", "f")
        await settle(pilot)
        path(pilot).value = str(tmp_path / "mine.csv")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert share_choice(filled.file).form == "csv"
        await pilot.press("e")
        await settle(pilot)
        assert (screen.what, screen.form) == ("actions", "csv")
        assert path(pilot).value == str(tmp_path / "mine.csv")
        await pilot.press("f")
        await settle(pilot)
        assert path(pilot).value == str(tmp_path / "mine.csv"), "a name that was given stays"
        await pilot.press("w")
        await settle(pilot)
        assert Path(path(pilot).value).parent == tmp_path, "the folder too"


async def test_choices_are_nothing_to_undo_and_work_in_a_window_that_only_looks_on(
    app: CxresetApp, filled: Reset, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        before = filled.history.next_undo()
        await pilot.press("f", "w")
        await settle(pilot)
        path(pilot).value = str(tmp_path / "out")
        await settle(pilot)
        assert share_choice(filled.file).what == "slips"
        assert filled.history.next_undo() == before
        filled.file.refusal = "another window has it"
        await pilot.press("o")
        await settle(pilot)
        app.screen.query_one(OptionList).highlighted = 1
        await pilot.press("enter")
        await settle(pilot)
        assert screen.owner == "Sam"
        assert "Sam  o" in str(screen.query_one("#owner", Button).render())
        filled.file.refusal = ""


async def test_pieces_are_kept_or_masked_by_a_key(app: CxresetApp, filled: Reset) -> None:
    filled.book.set(Feedback, 1, text="Emma Clarke of 12 Elm Road was kind, ring 0171 2345678")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "12 Elm Road" not in preview(pilot) and "Emma Clarke" in preview(pilot)
        assert screen.query_one("#found").region.width >= 40, "the line has room beside its keys"
        await pilot.press("p")
        await settle(pilot)
        table = pilot.app.screen.query_one(DataTable)
        shown = [str(table.get_row_at(row)[0]) for row in range(table.row_count)]
        assert shown[:3] == ["Emma Clarke", "12 Elm Road", "0171 2345678"]
        await pilot.press("m", "k", "escape")
        await settle(pilot)
        assert pilot.app.screen is screen
        assert "12 Elm Road" in preview(pilot) and "Emma Clarke" not in preview(pilot)
        assert personal_choices(filled.file) == {"emma clarke": False, "12 elm road": True}
