"""A screen that was kept shows what one built anew would show, whatever was changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable

from cxreset.programme.model import Pack
from cxreset.reset import replanning
from cxreset.reset.presence import arrive
from cxreset.reset.reset import Reset, begin_reset, open_reset
from cxreset.reset.steps import tick
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.destinations import HELP, destinations
from cxreset.tui.screens import screen_for
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.tui.screens.week.sheets import MOST, WeekSheets
from cxreset.tui.widgets.state_line import StateLine
from cxreset.workbook.daily import Settings
from cxreset.workbook.tables import Action, Gap, Pain

START = date(2026, 9, 7)  # a Monday


class Day:
    """The day it is, until a test makes it midnight."""

    def __init__(self, on: date) -> None:
        self.on = on

    def __call__(self) -> date:
        return self.on


@pytest.fixture
def day() -> Day:
    return Day(START + timedelta(days=2))


@pytest.fixture
def moving(tmp_path: Path, pack: Pack, day: Day) -> Iterator[Reset]:
    """A reset whose day goes on."""
    settings = Settings("Dana", "Harbour & Pine", START, (0, 1, 2, 3, 4), None, START)
    made = begin_reset(tmp_path / "moving.cxreset", pack, day, settings)
    yield made
    made.file.close()


def changes(reset: Reset, other: Reset, day: Day, number: int) -> list[Callable[[], object]]:
    """What may happen between two looks at a screen; `number` makes words that are new."""

    def midnight() -> None:
        day.on += timedelta(days=1)
        arrive(reset)  # else Today asks how to go on

    def pause() -> None:
        if reset.paused:
            replanning.resume(reset)
        else:
            replanning.pause(reset)

    return [
        lambda: reset.book.add(Pain(title=f"Pain {number}")),
        lambda: reset.book.add(Gap(title=f"Gap {number}")),
        lambda: reset.comments.capture(f"Comment {number}", "survey", day.on),
        lambda: tick(reset, reset.open_steps()[0].id),
        lambda: other.book.add(Action(title=f"Action {number}", owner="Ines")),
        reset.undo,
        midnight,
        pause,
        lambda: None,
    ]


async def read(pilot: Pilot[str]) -> list[str]:
    """What can be read on the screen in front, line by line."""
    await pilot.pause()
    for line in pilot.app.screen.query(StateLine):
        line.say(None)  # what was just changed is said where it was changed
    await pilot.pause(0.5)
    screen = pilot.app.screen
    strips = screen._compositor.render_strips()
    assert len(strips) == screen.size.height > 0
    return [strip.text.rstrip() for strip in strips]


@pytest.mark.parametrize("seed", range(3))
async def test_a_kept_screen_is_as_one_built_anew(seed: int, moving: Reset, day: Day) -> None:
    pick, reset = Random(seed), moving
    other = open_reset(reset.file.path, reset.pack, day)
    app = CxresetApp(reset.pack, reset, lambda settings: reset, today=day, where="here")
    tabs = [tab for tab in destinations(reset.pack) if tab != HELP]
    async with app.run_test(size=(110, 36)) as pilot:
        for tab in tabs:
            await app.switch_mode(tab.mode)
        for number in range(7):
            pick.choice(changes(reset, other, day, number))()
            tab = pick.choice(tabs)
            await app.switch_mode(tab.mode)
            kept = await read(pilot)
            app.push_screen(screen_for(reset, tab))
            assert kept == await read(pilot), tab
            app.pop_screen()
    other.file.close()


@pytest.mark.parametrize("seed", range(2))
async def test_a_kept_worksheet_is_as_one_built_anew(seed: int, moving: Reset, day: Day) -> None:
    """Steps are turned to and back to, in weeks that are left and come back to."""
    pick, reset = Random(seed), moving
    other = open_reset(reset.file.path, reset.pack, day)
    app = CxresetApp(reset.pack, reset, lambda settings: reset, today=day, where="here")
    steps = pick.sample(reset.pack.steps, 3)
    async with app.run_test(size=(110, 36)) as pilot:
        for number in range(11):
            await app.switch_mode("today")
            if number >= len(steps):
                pick.choice(changes(reset, other, day, number))()
            step = steps[number] if number < len(steps) else pick.choice(steps)
            app.action_open_step(step.id)
            kept = await first_line_chosen(pilot)
            tab = next(tab for tab in destinations(reset.pack) if tab.mode == f"week-{step.week}")
            app.push_screen(screen_for(reset, tab))
            anew = await first_line_chosen(pilot)
            assert kept[:-1] == anew[:-1], step.id  # the last line: keys where the focus was left
            app.pop_screen()
    other.file.close()


async def first_line_chosen(pilot: Pilot[str]) -> list[str]:
    """What can be read when the cursor of the list, which stays with its line, is on the first."""
    await pilot.pause(0.5)
    if isinstance(pilot.app.focused, DataTable):
        await pilot.press("ctrl+home")
    return await read(pilot)


async def test_a_worksheet_turned_back_to_is_the_same_one(app: CxresetApp, reset: Reset) -> None:
    """At most four of a week are kept; one that nothing has changed for is not read again."""
    week = max(reset.pack.weeks, key=lambda week: len(reset.pack.week_steps(week.id)))
    steps = reset.pack.week_steps(week.id)
    assert len(steps) > MOST
    async with app.run_test(size=(110, 36)) as pilot:
        seen = []
        await app.switch_mode(f"week-{week.id}")
        for step in (*steps, steps[-2], steps[0]):
            assert isinstance(app.screen, WeekScreen)
            app.screen.go_to(step)
            await pilot.pause(0.5)
            sheets = app.screen.query_one(WeekSheets)
            seen.append(sheets.sheet)
            assert len(sheets.children) <= MOST
        assert len(set(seen)) == len(steps) + 1
        assert seen[-2] is seen[-4], "it was kept"
        assert seen[-1] is not seen[0], "it was seen longest ago"


async def test_what_has_not_changed_is_not_read_again(
    app: CxresetApp, reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    reloads = 0
    reload = WeekScreen.reload

    def counted(screen: WeekScreen) -> None:
        nonlocal reloads
        reloads += 1
        reload(screen)

    monkeypatch.setattr(WeekScreen, "reload", counted)
    async with app.run_test(size=(110, 36)) as pilot:
        for key in "1t2t1t2t":
            await pilot.press(key)
            await pilot.pause(0.2)
        assert reloads == 0
        reset.comments.capture("Late", "survey", None)
        for key in "1t1t":
            await pilot.press(key)
            await pilot.pause(0.2)
        assert reloads == 1
