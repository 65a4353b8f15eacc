"""A workbook just begun: every place and every step says one next thing, and offers no other."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, DataTable

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.destination import DestinationScreen
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.worksheets.parts.record_list import RecordList

SIZE = (80, 24)
DESTINATIONS = {
    "actions": "Actions come from the roadmap: press r",
    "scoreboard": "press 4 to go to its week",
    "journal": "Press w for a small win",
    "practices": "Name the people who support you",
    "today": "1.1 ",
}
"""The next thing that each place says."""
LEADS_ON = re.compile(r"\b[Pp]ress\b|\b[1-4]\.[1-5]\b")
NEED_A_LINE = {"Remove", "Completed", "Choose", "Sooner", "Tick", "Join"}


def text_of(pilot: Pilot[str]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    rows = ("".join(segment.text for segment in strip).strip() for strip in strips)
    return " ".join(" ".join(rows).split())


def idle_keys(pilot: Pilot[str]) -> list[str]:
    """Keys at the bottom that need a line, which there is none of."""
    offered = pilot.app.screen.query_one(KeyLine).offered()
    return [each.binding.description for each in offered if each.node is not pilot.app.screen
            and each.binding.description in NEED_A_LINE]  # fmt: skip


def check_lists(pilot: Pilot[str], where: str) -> None:
    for sheet in pilot.app.screen.query(RecordList):
        if not sheet.region or not all(node.display for node in sheet.ancestors_with_self):
            continue
        if sheet.query_one(DataTable).display:
            continue  # the leader is on the list of people already
        empty = str(sheet.query_one(".empty").render())
        assert LEADS_ON.search(empty), f"{where}: {empty}"
        tools = [each for each in sheet.query("Button").results(Button) if each.region]
        names = {f"{each.id}".removeprefix("tool-").partition("-")[0] for each in tools}
        assert names <= sheet.without_line, f"{where}: {names}"


@pytest.mark.long
async def test_every_place_and_step_of_a_new_workbook_says_one_next_thing(
    app: CxresetApp, reset: Reset
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for name, words in DESTINATIONS.items():
            await app.switch_mode(name)
            await pilot.pause(0.3)
            assert isinstance(app.screen, DestinationScreen)
            assert words in text_of(pilot), name
            assert not idle_keys(pilot), name
            check_lists(pilot, name)
        for week in reset.pack.weeks:
            await pilot.press(str(week.number), *["left_square_bracket"] * 5)
            for step in reset.pack.week_steps(week.id):
                await pilot.pause(0.3)
                assert LEADS_ON.search(text_of(pilot)), step.id
                assert not idle_keys(pilot), step.id
                check_lists(pilot, step.number)
                await pilot.press("right_square_bracket")
        await pilot.press("1", *["left_square_bracket"] * 5, "r")
        await pilot.pause(0.5)
        assert "i imports a file" in text_of(pilot) and "Accept" not in text_of(pilot)
