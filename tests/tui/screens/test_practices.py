"""Practices, the check-up and the journal with keys and the mouse."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import DataTable, OptionList, Static

from cxreset.programme.model import Pack
from cxreset.reset.checkup import checkup_progress
from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.journal.screen import JournalScreen, in_words
from cxreset.tui.screens.practices.checkup import CheckupScreen
from cxreset.tui.screens.practices.groups import KINDS, done_in_words, grouped
from cxreset.tui.screens.practices.screen import PracticesScreen
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.widgets.charts.checkup_bars import CheckupBars
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.navigation_bar import NavigationBar
from cxreset.workbook import checkup
from cxreset.workbook.pace import Presence
from cxreset.workbook.tables import Journal, Pain


def text_of(app: CxresetApp, within: str) -> str:
    return str(app.screen.query(within).first(Static).render())


def on_day(reset: Reset, day: date) -> CxresetApp:
    """The app on the same workbook on another day, seen on it before: nothing to catch up."""
    other = open_reset(reset.file.path, reset.pack, lambda: day)
    other.pace.set_presence(Presence(day))
    return CxresetApp(other.pack, other, lambda settings: other, today=lambda: day, where="")


def lines(app: CxresetApp) -> list[str]:
    options = app.screen.query_one("#practices", OptionList)
    return [str(option.prompt) for option in options.options]


@pytest.mark.parametrize("width", [80, 120])
async def test_a_practice_is_found_read_answered_and_ticked(
    app: CxresetApp, reset: Reset, width: int
) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, PracticesScreen)
        assert len(lines(app)) == len(reset.pack.practices) + 6, "six groups"
        assert "0 of 25 done" in text_of(app, "#head")
        await pilot.press("down", "enter")
        await pilot.pause()
        practice = app.screen.practice
        assert practice is not None
        assert text_of(app, "#question") == practice.question
        assert app.screen.query_one("#practices").display == (width == 120)
        await pilot.press("space", "w", *"done it", "escape")
        await pilot.pause(0.3)
        assert reset.daily.practices_done() == {(practice.id, 3)}
        assert reset.daily.answers(f"practice.{practice.id}") == {"came": "done it"}
        assert "done on day 3" in text_of(app, "#about")
        assert any(line.startswith("✓") and "day 3" in line for line in lines(app))
        await pilot.press("space")
        await pilot.pause()
        assert reset.daily.practices_done() == set()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PracticesScreen)  # esc never leads there at once
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_field_that_w_leads_to_is_in_sight(
    app: CxresetApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("h", "down", "w")
        await pilot.pause()
        field, reading = app.screen.focused, app.screen.query_one("#reading")
        assert field is not None and field.region.height > 0
        assert reading.region.contains_region(field.region), "the cursor is where one writes"


async def test_the_check_up_leads_from_today_to_the_practice_of_the_week(reset: Reset) -> None:
    app = on_day(reset, date(2026, 9, 7))
    low = reset.pack.habits[2]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Mark the five habits   about 10 minutes" in text_of(app, "#checkup-text")
        await pilot.click("#mark")
        await pilot.pause()
        assert isinstance(app.screen, CheckupScreen)
        for habit in reset.pack.habits:
            for _ in habit.statements:
                await pilot.press("2" if habit is low else "4", "down")
        await pilot.pause()
        assert checkup.marks(reset.file, 1)[low.id] == {1: 2, 2: 2, 3: 2, 4: 2}
        assert checkup_progress(reset, 1) == (20, 20)
        await pilot.press("v")
        await pilot.pause()
        assert text_of(app, "#lowest") == f"Lowest on day 1: {low.title}, 2.0 of 5."
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        practice = reset.pack.practice(low.practice)
        assert practice.title in text_of(app, "#taken-text")
        assert "until Sun 13 Sep" in text_of(app, "#taken-text")
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        assert reset.daily.practices_done() == {(practice.id, 1)}
        assert text_of(app, "#taken-text").rstrip().endswith("done")
    app = on_day(reset, date(2026, 9, 14))  # the week has passed
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query_one("#taken").display
        assert not app.screen.query_one("#checkup").display


async def test_day_29_stands_beside_day_1(reset: Reset) -> None:
    habits = reset.pack.habits
    for habit in habits:
        for number in range(1, len(habit.statements) + 1):
            checkup.set_mark(reset.file, 1, habit.id, number, 2)
    day = next(each for each in reset.calendar.days if each.number == 29)
    app = on_day(reset, day.on)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("h", "k")
        await pilot.pause()
        assert "Check-up of day 29   0 of 20" in text_of(app, "#name")
        assert [choice.value for choice in app.screen.query(Choice)] == [None] * 20
        await pilot.press("5", "down", "3", "backspace", "v")
        await pilot.pause()
        assert checkup.marks(reset.file, 29) == {habits[0].id: {1: 5}}
        words = app.screen.query_one(CheckupBars).words()
        assert f"{habits[0].title}: day 1 2.0 of 5, day 29 5.0 of 5, up 3.0." in words
        assert f"{habits[1].title}: day 1 2.0 of 5, day 29 not yet." in words
        assert "Lowest on day 1" in text_of(app, "#lowest")  # day 29 is not whole
        assert "each 2.0 of 5" in text_of(app, "#lowest")
        await pilot.press("d")  # the statements of day 1
        await pilot.pause()
        assert [choice.value for choice in app.screen.query(Choice)] == [2] * 20


async def test_the_journal_counts_filters_and_makes_a_fire_a_pain(
    app: CxresetApp, reset: Reset
) -> None:
    reset.daily.write_win(date(2026, 9, 8), "An hour beside an agent.")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        assert isinstance(app.screen, JournalScreen)
        await pilot.press("f", *"A van left. Again.", "escape")
        await pilot.pause(0.3)
        assert "1 win and 1 fire averted" in text_of(app, "#head")
        table = app.screen.query_one(DataTable)
        kinds = [str(table.get_row_at(index)[1]) for index in range(table.row_count)]
        assert kinds == ["fire averted", "win"]  # the newest first
        await pilot.press("p", "p")
        await pilot.pause()
        assert [pain.title for pain in reset.book.rows(Pain)] == ["A van left"]
        assert "P1 A van left, in step 1.2" in text_of(app, ".form .aside")
        await pilot.press("s")
        await pilot.pause()
        assert [str(table.get_row_at(0)[1]), table.row_count] == ["win", 1]
        await pilot.click("#add-win")
        await pilot.pause()
        await pilot.press(*"A new stamp", "escape", "t")
        await pilot.pause(0.3)
        assert isinstance(app.screen, TodayScreen)
        assert today_page(reset).win == "A new stamp"  # the same truth
        rows = reset.book.rows(Journal, "id")
        assert [row.kind for row in rows] == ["win", "fire", "win"]


@pytest.mark.parametrize("width", [80, 100, 120])
async def test_the_bar_names_what_there_is_room_for_and_the_day_beside_it(
    app: CxresetApp, width: int
) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        bar = str(app.screen.query_one(NavigationBar).render())
        for name in ("Today", "4 Test", "Actions", "Scores", "Journal"):
            assert name in bar
        assert ("More" in bar) == ("Practices" not in bar), "what is not named is a click away"
        assert ("Day 3" in bar) == (width > 80), "where there is no room, Today says the day"
        assert len(bar) <= width


def test_days_and_counts_in_words(pack: Pack) -> None:
    assert done_in_words({}) == ""
    assert done_in_words({3: date(2026, 9, 9)}) == "day 3"
    outside = date(2026, 11, 2)
    several = {10: date(2026, 9, 16), 3: date(2026, 9, 9), -outside.toordinal(): outside}
    assert done_in_words(several) == "days 3 and 10 and 2 Nov"
    assert in_words({}) == "nothing yet"
    assert in_words({"win": 2, "fire": 1}) == "2 wins and 1 fire averted"
    assert {practice.kind for practice in pack.practices} <= KINDS.keys()


def test_practices_are_listed_by_group_as_the_days_bring_them(pack: Pack) -> None:
    groups = grouped(pack)
    assert next(iter(groups)) == pack.practice(pack.days[0].practice).group
    assert sum(map(len, groups.values())) == len(pack.practices)
    assert max(map(len, groups.values())) <= 5, "not a menu"
    plain = pack._replace(practices=tuple(each._replace(group="") for each in pack.practices))
    assert grouped(plain).keys() == set(KINDS.values()), "without groups it goes by kind"
