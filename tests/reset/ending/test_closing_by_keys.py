"""The closing on Today by keys, and days 60 and 90."""

from __future__ import annotations

from contextlib import closing

import pytest
from textual.widgets import SelectionList, Static

from cxreset.programme.model import Pack
from cxreset.reset.cycles import compared
from cxreset.reset.ending import next_thirty
from cxreset.reset.ending.closing import closing as closing_of
from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.steps import untick
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.actions.sheet import AllActions
from cxreset.tui.screens.share.screen import ShareScreen
from cxreset.tui.screens.today.held import HeldScreen
from cxreset.tui.screens.today.next_thirty import NextThirtyScreen
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.widgets.layout.card import Card
from cxreset.workbook import checkup, tables
from cxreset.workbook.opening import open_workbook
from tests.reset.ending.conftest import DAY, MON_FRI, Clock, at_the_end, mark_all

MON_TO_FRI = pytest.mark.parametrize("workdays", [MON_FRI], indirect=True)


@MON_TO_FRI
async def test_today_closes_by_one_key_each_and_begins_the_next(reset: Reset, clock: Clock) -> None:
    at_the_end(reset, clock)
    untick(reset, reset.pack.steps[-1].id)
    clock.on += 2 * DAY
    app = CxresetApp(
        reset.pack, reset, lambda settings: reset, today=clock, where=str(reset.file.path)
    )

    def words() -> str:
        return str(app.screen.query_one("#step", Card).render())

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.5)
        assert isinstance(app.screen, TodayScreen)
        assert "1 of 2" in str(app.screen.query_one("#closing", Static).render())
        assert "Mark the five habits once more" in words()
        mark_all(reset)
        app.screen.reload()
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert app.focused is not None and app.focused.id == "open", words()
        await pilot.press("x", "g")
        await pilot.pause(0.3)
        assert "Look at your story" in words()
        await pilot.press("enter")
        await pilot.pause(0.5)
        assert isinstance(app.screen, ShareScreen) and app.screen.what == "story"
        await app.switch_mode("today")
        await pilot.pause(0.5)
        assert "Tell those who spoke" in words()
        await pilot.press("enter")
        await pilot.pause(0.5)
        actions = app.screen.query_one(AllActions)
        assert actions.chosen is not None and actions.chosen.ref == "A2", "nobody was told of it"
        assert actions.grid.cursor_row > 0, "it is not the first row"
        await app.switch_mode("today")
        await pilot.pause(0.5)
        await pilot.press("y")
        await pilot.pause(0.3)
        assert "or rest first" in words() and "The thirty days are done, Dana" in str(
            app.screen.query_one("#head", Static).render()
        )
        await pilot.press("f")
        await pilot.pause(0.3)
        assert "Nothing has to be done today." in words() and "On day 60" in words()
        await pilot.press("n")
        await pilot.pause(0.3)
        assert isinstance(app.screen, NextThirtyScreen)
        along = app.screen.query_one("#along", SelectionList)
        assert along.selected == ["P1", "P2", "G1", "A1"]
        await pilot.press("down", "space", "ctrl+s")
        await pilot.pause()
    assert app.return_value == "again"
    with closing(open_workbook(reset.file.path)) as file:
        titles = [title for (title,) in file.connection.execute("SELECT title FROM pain")]
        assert titles == ["about late sofa"]


@MON_TO_FRI
async def test_day_60_counts_the_figure_once_more(reset: Reset, clock: Clock) -> None:
    clock.on = reset.calendar.days[0].on + 59 * DAY
    reset.book.add(
        tables.Measurement(
            kind="csat",
            name="Delivery",
            role="main",
            before_hits=110,
            before_total=180,
            after_hits=131,
            after_total=172,
        )
    )
    app = CxresetApp(
        reset.pack, reset, lambda settings: reset, today=clock, where=str(reset.file.path)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.5)
        for wait in ("escape",) if app.screen.is_modal else ():
            await pilot.press(wait)  # how to go on after so long
            await pilot.pause(0.3)
        assert "Has the result held?" in str(app.screen.query_one("#step", Card).render())
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, HeldScreen)
        await pilot.press(*"130 171")
        await pilot.pause(1)
        assert "on day 60" in str(app.screen.query_one("#answer", Static).render())
        await pilot.press("tab", "enter")
        await pilot.pause(0.3)
        assert "Has the result held?" not in str(app.screen.query_one("#step", Card).render())
    assert closing_of(reset).look == 90
    assert [row.period for row in reset.book.rows(tables.DataPoint)] == ["day60"]


@MON_TO_FRI
async def test_settings_list_the_resets_before_and_open_one(
    reset: Reset, clock: Clock, pack: Pack
) -> None:
    at_the_end(reset, clock)
    checkup.take(reset.file, pack.practices[0].id, clock.on)
    assert next_thirty.could_go_along(reset)[-1] == ("HABIT", pack.practices[0].title)
    assert "1 person of the meeting" in next_thirty.goes_anyway(reset)
    kept = next_thirty.begin(reset, ["P1", "HABIT"], clock.on)
    reset.file.close()
    with closing(open_reset(reset.file.path, pack, clock).file) as file:
        follow = Reset(file, pack, clock)
        taken = checkup.taken(file)
        assert taken is not None and taken.on == clock.on, "the habit goes on from day 1"
        lines = compared(follow)
        assert lines[0].startswith(
            "from 7 September 2026: 5 comments, 2 pain points, 1 of 2 action"
        )
        assert lines[2] == "P1 about late sofa: 2, then 2 comments"
        app = CxresetApp(pack, follow, lambda settings: follow, today=clock, where=str(file.path))
        async with app.run_test(size=(80, 30)) as pilot:
            await pilot.press("f3")
            await pilot.pause(0.5)
            app.screen.query_one("#earlier Options").focus()
            await pilot.press("enter")
            await pilot.pause(0.3)
        assert app.return_value == str(kept)
