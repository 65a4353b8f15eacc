"""`u` takes back what was done last, `U` makes it again, and the screen shows it at once."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from cxreset.cli import main
from cxreset.reset.reset import Reset
from cxreset.reset.steps import tick
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.command import available
from cxreset.tui.screens.destination import DestinationScreen
from cxreset.tui.worksheets.listen.pains import PainsSheet
from cxreset.workbook.tables import Gap, Pain

SIZE = (120, 40)


def offered(app: CxresetApp) -> set[str]:
    return {active.binding.description for active in available(app.screen)} & {"Undo", "Redo"}


def notices(app: CxresetApp) -> list[str]:
    """What was said, without the way back, which every undo and redo says."""
    ends = (". U makes it again.", ". u takes it back.")
    messages = [notice.message for notice in app._notifications]
    for end in ends:
        messages = [message.removesuffix(end) for message in messages]
    return [message.partition(", in ")[0] for message in messages]


async def settle(pilot: Pilot[str]) -> None:
    await pilot.pause(0.1)
    await pilot.pause()


async def test_a_tick_is_taken_back_and_made_again(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert offered(app) == set()
        await pilot.press("space")
        await settle(pilot)
        assert list(reset.daily.ticks()) == ["listen.review"]
        assert offered(app) == {"Undo"}
        await pilot.press("u")
        await settle(pilot)
        assert reset.daily.ticks() == {}
        assert "Undone: ticked 1.1" in notices(app)
        assert offered(app) == {"Redo"}
        await pilot.press("U")
        await settle(pilot)
        assert reset.daily.ticks() == {"listen.review": date(2026, 9, 9)}
        await pilot.press("u", "ctrl+y")
        await settle(pilot)
        assert list(reset.daily.ticks()) == ["listen.review"]
        assert offered(app) == {"Undo"}


async def test_the_list_of_changes_takes_back_as_far_as_chosen(
    app: CxresetApp, reset: Reset
) -> None:
    for title in ("Late", "Slow", "Rude"):
        reset.book.add(Pain(title=title))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        options = app.screen.query_one(OptionList)
        names = [str(option.prompt).partition("\n") for option in options.options]
        titles = ((3, "Rude"), (2, "Slow"), (1, "Late"))
        assert [name for name, _, _ in names] == [
            f"added pain point P{number}: {title}" for number, title in titles
        ]
        assert all(" · 1.2 " in where for _, _, where in names)
        await pilot.press("down")
        await settle(pilot)
        meaning = str(app.screen.query_one("#meaning", Static).content)
        assert "and the 1 change after it" in meaning
        await pilot.press("enter")
        await settle(pilot)
        assert [pain.title for pain in reset.book.rows(Pain)] == ["Late"]
        await pilot.press("ctrl+z", "escape")
        await settle(pilot)
        assert [pain.title for pain in reset.book.rows(Pain)] == ["Late"]


async def test_a_removed_pain_comes_back_with_what_was_tied(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pain(title="Late"))
    reset.book.add(Pain(title="Refund slow"))
    reset.book.add(Gap(title="Refund time", pain_id=2))
    reset.daily.set_last_visited("week-listen/listen.pains")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await settle(pilot)
        sheet = app.screen.query_one(PainsSheet)
        sheet.grid.focus()
        await pilot.press("down", "delete")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert [pain.key for pain in reset.book.rows(Pain)] == [1]
        await pilot.press("u")
        await settle(pilot)
        assert "Undone: deleted pain point P2: Refund slow" in notices(app)
        assert [pain.title for pain in reset.book.rows(Pain)] == ["Late", "Refund slow"]
        assert [gap.pain_id for gap in reset.book.rows(Gap)] == [2]
        assert sheet.grid.row_count == 2


async def test_choosing_a_pain_has_a_name_of_its_own(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pain(title="Late"))
    reset.daily.set_last_visited("week-listen/listen.pains")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("space", "space")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert notices(app) == ["Undone: let go of P1: Late", "Undone: chose P1: Late"]


async def test_words_still_pending_are_one_change_and_the_field_shows_it(
    app: CxresetApp, reset: Reset
) -> None:
    reset.book.add(Pain(title="Late"))
    reset.daily.set_last_visited("week-listen/listen.pains")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await settle(pilot)
        field = app.screen.query_one(".field-title Input", Input)
        field.focus()
        await pilot.press("r", "u")  # in a field, u is a letter
        assert field.value == "Lateru"
        screen = app.screen
        assert isinstance(screen, DestinationScreen)
        screen.action_undo()
        await settle(pilot)
        assert (field.value, app.focused) == ("Late", field)
        assert [pain.title for pain in reset.book.rows(Pain)] == ["Late"]
        assert "Undone: edited pain point P1: Lateru" in notices(app)
        screen.action_redo()
        await settle(pilot)
        assert field.value == "Lateru"


def test_by_command(reset: Reset) -> None:
    path = str(reset.file.path)
    assert main(["--workbook", path, "undo"]) == 1
    tick(reset, "1.1")
    assert main(["--workbook", path, "undo"]) == 0
    assert reset.daily.ticks() == {}
    assert main(["--workbook", path, "redo"]) == 0
    assert list(reset.daily.ticks()) == ["listen.review"]
    assert main(["--workbook", path, "redo"]) == 1
