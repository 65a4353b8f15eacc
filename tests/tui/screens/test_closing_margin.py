"""Beside the closing: the days under their weekdays, what moved, and a voice from the pilot."""

from __future__ import annotations

from datetime import date

from textual.widgets import Static

from cxreset.reset.checkup import STORY
from cxreset.reset.ending.closing import closing, mark_done
from cxreset.reset.reset import Reset
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.command import available
from cxreset.tui.screens.today.heard import heard
from cxreset.tui.screens.today.margin import Heard, margin_lines
from cxreset.workbook.checkup import LAST, set_mark
from cxreset.workbook.pace import Presence
from cxreset.workbook.tables import Voice

FRIDAY = date(2026, 10, 9)
"""After the sample's day 30."""


def at_the_end(sample: Reset, on: date = FRIDAY) -> None:
    sample.file.connection.execute("UPDATE reset SET frozen_on = ?", (on.isoformat(),))
    sample.forget_settings()


def grid(sample: Reset) -> list[str]:
    """The lines of the days, without the cells at their ends."""
    lines = margin_lines(sample, today_page(sample), 38, Heard()).plain.splitlines()
    return [line.rstrip() for line in lines[1 : lines.index("")]]


def test_a_spare_day_stands_in_its_week_and_what_it_moved_on_a_line_below(sample: Reset) -> None:
    assert grid(sample)[4:7] == [
        "Test     ●  ●  ◌  ●  ◆",
        "         ○",
        "Close       ○  ○",
    ]
    at_the_end(sample)
    assert grid(sample)[4:7] == ["Test     ●  ●  ◌  ●  ◌", "         ◌", "Close       ◌  ◌"]
    set_mark(sample.file, LAST, sample.pack.habits[0].id, 1, 4)
    mark_done(sample, STORY)
    assert grid(sample)[6] == "Close       ●  ●", "the closing days did what they are for"


def test_weeks_that_begin_on_another_day_have_a_line_each(reset: Reset) -> None:
    reset.change_settings(reset.settings._replace(start_on=date(2026, 9, 9)))
    assert grid(reset)[0].split() == ["We", "Th", "Fr", "Mo", "Tu"]
    assert len(grid(reset)) == 6


def test_what_moved_and_what_was_said_since(sample: Reset) -> None:
    page = today_page(sample)
    assert heard(sample, page, 38).moved is None, "the week's figures stand there"
    at_the_end(sample)
    page = today_page(sample)
    found = heard(sample, page, 38)
    assert found.moved is not None and found.since
    moved = found.moved.plain.splitlines()
    assert moved[0] == "WHAT MOVED" and moved[1].endswith("80 → 50")
    assert moved[2].startswith("▲ met") and moved[2][-1] in "▁▂▃▄▅▆▇█"
    voices = sample.book.rows(Voice, side="customer")
    assert found.voice in {f"{each.text}\n{each.who}" for each in voices}
    lines = margin_lines(sample, page, 38, found).plain
    assert "A VOICE, SINCE" in lines and "FIGURES" not in lines
    open_things = {thing.ref for thing in page.closing.open_things} if page.closing else set()
    waiting = lines[lines.index("WAITING") : lines.index("A VOICE")]
    assert "U4" in waiting and not any(f" {ref} " in waiting for ref in open_things)
    for each in sample.book.rows(Voice):
        sample.book.remove(Voice, each.key)
    assert not heard(sample, page, 38).since, "without one, a voice from before"


async def test_going_along_goes_down_the_list_and_the_dialog_s_buttons_are_in_sight(
    sample: Reset,
) -> None:
    sample.file.connection.execute("UPDATE reset SET frozen_on = NULL")
    sample.forget_settings()
    sample.pace.set_presence(Presence(FRIDAY))
    there = Reset(sample.file, sample.pack, lambda: FRIDAY)
    app = CxresetApp(
        sample.pack, there, lambda settings: there, today=lambda: FRIDAY, where="sample"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.5)
        app.screen.query_one("#open").focus()
        await pilot.pause()
        assert "tick_next" not in {each.binding.action for each in available(app.screen)}
        await pilot.press("g", "g")
        await pilot.pause(0.2)
        things = closing(there).open_things
        assert [thing.along for thing in things[:3]] == [True, True, False]
        await pilot.press("n")
        await pilot.pause(0.3)
        for name in ("#first", "#begin", "#close"):
            assert app.screen.query_one(name).region.bottom <= 22, name


async def test_in_the_closing_no_key_is_shown_that_leads_nowhere(sample: Reset) -> None:
    at_the_end(sample)
    for step in sample.open_steps():
        sample.daily.tick(step.id, FRIDAY)
    app = CxresetApp(
        sample.pack, sample, lambda settings: sample, today=lambda: FRIDAY, where="sample"
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(2.0)
        assert "WHAT MOVED" in str(app.screen.query_one("#margin", Static).content)
        shown = {each.binding.action for each in available(app.screen)}
        assert not shown & {"tick_next", "ten_minutes", "catch_up", "practice"}
        assert {"open_next", "next_thirty", "review"} <= shown
