"""The palette finds what a leader means by the leader's own words."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import OptionList

from cxreset.base.text import one_line
from cxreset.cli.parser import build_parser
from cxreset.reset.reset import Reset
from cxreset.sharing.subjects import SUBJECTS
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.synonyms import SYNONYMS, VERBS
from cxreset.tui.shell.palette import GOOD, likeness, other_words
from cxreset.workbook.tables import Action, Fix, Pain


async def offered(pilot: Pilot[str], words: str) -> list[str]:
    await pilot.press("ctrl+p", *words)
    await pilot.pause(0.5)
    assert isinstance(pilot.app.screen, CommandPalette)
    options = pilot.app.screen.query_one(OptionList).options
    return [str(option.prompt).splitlines()[0] for option in options]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("export", "Share"),
        ("expotr", "Share"),
        ("tasks", "Actions"),
        ("diary", "Journal"),
        ("holiday", "Pause"),
        ("backup", "In a terminal: cxreset backup"),
        ("mistake", "Undo"),
        ("prac", "Practices"),
        ("bank holidays", "Setting: public holidays"),
        ("start date", "Setting: first day"),
        ("dark", "Setting: theme"),
        ("gdpr", "In a terminal: cxreset erase"),
        ("clipboard", "Copy"),
    ],
)
def test_other_words_and_slips_are_understood(words: str, name: str) -> None:
    meaning = VERBS.get(name.rpartition(" ")[2], "")
    assert likeness(words, name, meaning, other_words(name)) >= GOOD
    assert likeness("zebra", name, meaning, other_words(name)) < GOOD


def test_part_of_a_word_is_not_that_word() -> None:
    assert likeness("port", "Share", "") < GOOD


async def test_the_workbook_is_searched_and_gone_to(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pain(title="Refunds take for ever"))
    reset.book.add(Action(title="Telephone the depot", owner="Priya"))
    reset.book.add(Fix(title="Send the kettle again"))
    reset.comments.capture("The kettle never arrived", "call", None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        assert "A1 Telephone the depot" in await offered(pilot, "priya")
        await pilot.press("escape")
        found = await offered(pilot, "kettle")  # what was written first, then comments
        assert found[0] == "F1 Send the kettle again" and "never arrived" in found[1]
        await pilot.press("escape")
        assert (await offered(pilot, "refunds"))[0] == "P1 Refunds take for ever"
        await pilot.press("down", "enter")
        await pilot.pause(0.3)
        assert app.current_mode == "week-listen"
        assert reset.daily.last_visited() == "week-listen/listen.pains"


async def test_a_form_to_share_is_chosen_by_name(app: CxresetApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        names = await offered(pilot, "calendar")
        assert f"Share: {SUBJECTS['calendar'].label}" in names


def test_every_verb_of_the_command_line_is_there() -> None:
    """The parser says which there are."""
    verbs = next(
        list(action.choices)
        for action in build_parser()._actions
        if isinstance(action.choices, dict)
    )
    assert set(VERBS) == set(verbs)


async def test_settings_and_more_worksheets_are_found(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        assert "Setting: first day" in await offered(pilot, "first day")
        await pilot.press("escape")
        sheet = reset.pack.worksheets[0]
        assert f"Worksheet: {one_line(sheet.title)}" in await offered(pilot, sheet.title.lower())
        await pilot.press("escape")
        assert (await offered(pilot, "settings"))[0] == "Settings"
        await pilot.press("enter")
        await pilot.pause(0.5)
        assert app.current_mode == "settings"


def test_every_word_belongs_to_something_offered() -> None:
    assert all(words.strip() for words in SYNONYMS.values())
