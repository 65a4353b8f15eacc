"""Today's first card and its voice; the page that a completed week shows."""

from __future__ import annotations

from datetime import date

from textual.widgets import Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.importing.screen import ImportScreen
from cxreset.tui.screens.steps.week_done import WeekDoneScreen
from cxreset.tui.shell.error_boundary import SAMPLE
from cxreset.tui.widgets.layout.card import Card
from cxreset.workbook.pace import Presence
from cxreset.workbook.tables import Pain
from tests.tui.worksheets.listen.review_sheet import add


def app_on(reset: Reset, day: date) -> CxresetApp:
    there = Reset(reset.file, reset.pack, lambda: day)
    return CxresetApp(
        reset.pack, there, lambda settings: there, today=lambda: day, where=str(reset.file.path)
    )


def words(app: CxresetApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).content)


async def test_on_day_1_enter_brings_in_a_file_and_the_sample_is_a_button(reset: Reset) -> None:
    app = app_on(reset, reset.calendar.days[0].on)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        card = str(app.screen.query_one("#step", Card).content)
        assert "FIRST" in card and "Bring in a file" in card and "Look at a sample" in card
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, ImportScreen)
        await pilot.press("escape")
        await pilot.pause(0.1)
        add(reset, "The sofa came late")
        await pilot.press("escape", "escape")
        await pilot.pause(0.2)
        assert "Bring in a file" not in str(app.screen.query_one("#step", Card).content)
    app = app_on(reset, reset.calendar.days[0].on)
    reset.comments.remove(1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        app.screen.query_one("#step", Card).focus()
        await pilot.press("right", "right", "enter")
        await pilot.pause()
    assert app.return_value == SAMPLE


async def test_a_voice_of_a_chosen_pain_stands_in_the_margin(reset: Reset) -> None:
    add(reset, "They said Tuesday. It came on Thursday, without a word.")
    pain = reset.book.add(Pain(title="Delivery day moves", chosen=True))
    reset.book.tie(pain.key, [1])
    last = reset.calendar.days[-1].on
    reset.pace.set_presence(Presence(last))
    app = app_on(reset, last)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(2.0)  # the voice waits for the whole workbook, which is opened behind
        assert "“They said Tuesday." in words(app, "#margin") and "C1" in words(app, "#margin")
        await pilot.resize_terminal(120, 28)
        await pilot.pause(0.1)
        assert "A VOICE" not in words(app, "#margin")


async def test_the_last_tick_of_a_week_shows_what_is_held(app: CxresetApp, reset: Reset) -> None:
    add(reset, "The sofa came late")
    reset.book.add(Pain(title="Delivery day moves", chosen=True))
    first, *_, last = reset.pack.weeks[0], *reset.pack.week_steps(reset.pack.weeks[0].id)
    for step in reset.pack.week_steps(first.id)[:-1]:
        reset.daily.tick(step.id, reset.today)
    reset.daily.set_last_visited(f"week-{first.id}/{last.id}")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.2)
        await pilot.press("d")
        await pilot.pause(0.2)
        assert isinstance(app.screen, WeekDoneScreen)
        assert "Week 1 is done" in words(app, "#title")
        assert "1  pain point chosen" in words(app, "#held")
        await pilot.press("x")  # any key goes on, and does nothing else
        await pilot.pause(0.1)
        assert app.current_mode == f"week-{first.id}" and not app.screen.is_modal
        await pilot.press("d", "d")
        await pilot.pause(0.2)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert app.current_mode == f"week-{reset.pack.weeks[1].id}"
