"""What two cold walks through the program stumbled over, kind by kind."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Button, Input, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.command import available
from cxreset.tui.dialogs.suggestions.lines import top_three
from cxreset.tui.widgets.fields.name_field import completed
from cxreset.tui.widgets.file_tree import FeedbackTree, PathInput
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.lists import LookFirst
from cxreset.tui.worksheets.listen.review_lines import PainLine, pains_lines
from cxreset.workbook.tables import Pilot as PilotRow
from cxreset.workbook.tables import Touchpoint

SMALL = (80, 24)


async def press(pilot: Pilot[str], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause(0.3)


def actions(app: CxresetApp) -> set[str]:
    return {each.binding.action for each in available(app.screen)}


async def test_no_key_is_shown_that_does_nothing(app: CxresetApp, reset: Reset) -> None:
    """At the first and the last step, and where no line is there to be removed."""
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2")
        assert "step(-1)" not in actions(app) and "step(1)" in actions(app)
        assert "remove" not in actions(app)
        assert not app.screen.query_one("#tool-remove", Button).display
        await press(pilot, "n", *"Delivery", "escape")
        assert "remove" in actions(app) and app.screen.query_one("#tool-remove", Button).display
        for _ in reset.pack.week_steps(reset.pack.weeks[1].id):
            await press(pilot, "right_square_bracket")
        assert "step(1)" not in actions(app) and "step(-1)" in actions(app)


async def test_what_is_said_of_a_step_is_not_said_of_the_next(
    app: CxresetApp, reset: Reset
) -> None:
    reset.book.add(Touchpoint(name="Delivery", promise="On time", reality="Late", width=3))
    reset.daily.set_last_visited("week-map/map.gaps")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "2", "w")
        line = app.screen.query_one("StateLine")
        assert "G1 is Delivery" in str(line.render())
        await press(pilot, "right_square_bracket")
        assert "G1 is Delivery" not in str(line.render())


async def test_page_keys_read_on_below_a_short_list(app: CxresetApp, reset: Reset) -> None:
    """The plan of a pilot lies below its fields; a field that takes no letters shows the ways."""
    reset.book.add(PilotRow(title="Scan at the desk"))
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "4")
        form = app.screen.query_one(".form")
        await press(pilot, "pagedown")
        assert form.scroll_offset.y > 0
        await press(pilot, "pageup")
        assert form.scroll_offset.y == 0
        await press(pilot, "enter")
        assert not isinstance(app.focused, Input)
        shown = app.screen.query_one(KeyLine).render().plain
        assert shown.split("  ")[:2] == ["tab Next field", "esc Back"] or "esc Back" in shown


async def test_down_goes_from_the_path_to_the_files(app: CxresetApp, reset: Reset) -> None:
    reset.daily.set_last_visited("week-listen/listen.review")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "1", "i")
        assert isinstance(app.focused, PathInput)
        await press(pilot, "down")
        assert isinstance(app.focused, FeedbackTree)


async def test_a_click_in_the_undo_list_looks_and_the_button_takes_back(
    app: CxresetApp, reset: Reset
) -> None:
    for name in ("Delivery", "The bill", "The return"):
        reset.book.add(Touchpoint(name=name))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "ctrl+z")
        options = app.screen.query_one(LookFirst)
        await pilot.click(options, offset=(10, 2))  # each change has two rows
        await pilot.pause()
        assert options.highlighted == 1 and len(reset.book.rows(Touchpoint)) == 3
        assert "this one and the 1 change after it" in str(
            app.screen.query_one("#meaning", Static).content
        )
        await pilot.click("#take")
        await pilot.pause(0.3)
        assert [row.name for row in reset.book.rows(Touchpoint)] == ["Delivery"]


def test_half_a_name_that_was_stored_is_not_offered() -> None:
    names = ["Cleo Diaz", "cleo", "Cleo D"]
    assert completed("cleo", names) == "Cleo Diaz"
    assert completed("Cleo Diaz", names) == ""


def test_names_of_pains_are_whole_where_two_lines_hold_them() -> None:
    names = ("Wrong or unexpected charges", "Slow or unstable connection", "Limits and caps")
    pains = [PainLine(at, name, 500 - at, True) for at, name in enumerate(names, 1)]
    text = pains_lines(pains, [], 76).plain
    assert all(name[:18] in text for name in names) and len(text.splitlines()) == 2
    assert all(name in pains_lines(pains, [], 90).plain for name in names)
    assert all(len(line) <= 76 for line in text.splitlines())
    most = [(pain.number, pain.title, pain.tied, True) for pain in pains]
    assert top_three(most, 78).plain == "Most heard  P1  499   P2  498   P3  497"
    assert "Limits and caps" in top_three(most, 140).plain
