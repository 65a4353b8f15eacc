"""Each rule for keys and hands with the tests that prove it, and proofs of those nobody else tests.

RULES is the table; a test sees to it that what it names is there.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.reading_list import ReadingList
from tests.tui.test_keys import DIALOGS, READING

HERE = Path(__file__).parent
RULES = {
    "A key that is shown works, also after a click; one that would do another thing is not": (
        "test_keys.py::test_every_key_shown_works_on_every_screen",
        "worksheets/test_walked.py::test_no_key_is_shown_that_does_nothing",
        "screens/test_settings.py::test_keys_of_dialogs_are_given_anew_and_shown",
    ),
    "A choice row takes arrows, space, enter and digits, never letters": (
        "test_rules.py::test_a_choice_takes_arrows_space_and_digits_and_no_letter",
    ),
    "A digit goes to a week but in the reading list; Alt and a digit from anywhere": (
        "test_rules.py::test_alt_and_a_digit_lead_to_a_week_from_anywhere",
    ),
    "Esc undoes one step of depth: field, list, asked, Today": (
        "test_hands.py::test_enter_goes_from_field_to_field_and_back_to_the_list",
        "screens/test_settings.py::test_names_are_stored_and_days_ask_first",
    ),
    "A new line is stored when its first word is; an empty one leaves no trace": (
        "worksheets/test_new_line.py::test_a_line_is_stored_with_its_first_word",
        "test_hands.py::test_a_fix_is_there_from_its_first_word",
        "worksheets/test_new_line.py::test_a_new_line_shows_nothing_of_the_line_before",
    ),
    "Lists that sort themselves keep the cursor where the hand is": (
        "worksheets/test_new_line.py::test_three_fixes_are_placed_by_three_keys",
        "worksheets/test_new_line.py::test_a_completed_action_stays_under_the_cursor",
        "worksheets/test_order.py::test_rating_moves_it_in_list_and_picture",
    ),
    "Undo and redo say the act in the leader's words, and go to where it was": (
        "test_hands.py::test_undo_goes_to_the_row_and_names_it",
        "shell/test_undo_keys.py::test_the_list_of_changes_takes_back_as_far_as_chosen",
    ),
    "The palette finds every place, verb and command, and what stands in the workbook": (
        "shell/test_palette.py::test_other_words_and_slips_are_understood",
        "shell/test_palette.py::test_every_verb_of_the_command_line_is_there",
        "shell/test_palette.py::test_the_workbook_is_searched_and_gone_to",
    ),
    "Nothing lasting by one stray letter: the very next key takes it back, and that is said": (
        "test_stray_keys.py::test_no_letter_anywhere_changes_anything_for_good",
    ),
    "Text sent in one burst with the key that opens a field arrives whole": (
        "toolkit/test_key_order.py::test_a_burst_arrives_whole",
    ),
    "The focus after a dialog lies where it was; after an import on what comes next": (
        "test_rules.py::test_the_focus_comes_back_from_every_dialog",
        "shell/test_first_focus.py::test_the_list_has_the_focus",
    ),
    "What is said lies on the state line of the place, and not over a field or a list": (
        "test_hands.py::test_what_is_said_stays_where_it_happened",
        "worksheets/test_walked.py::test_what_is_said_of_a_step_is_not_said_of_the_next",
    ),
    "Focus is seen in every theme; contrast at least 4.5; nothing of ours is cut at 80 by 24": (
        "shell/test_rendered.py::test_every_place_and_dialog_can_be_read",
        "shell/test_rendered.py::test_every_worksheet_can_be_read",
        "shell/test_rendered.py::test_nothing_of_ours_is_cut_in_a_small_window",
    ),
}
"""Rule -> the tests that prove it, below tests/tui."""
STEP = dict.fromkeys(READING, "listen.review")
ELSEWHERE = {"catch-up", "template"}
"""Dialogs that end on another place, or lie over another dialog."""


@pytest.mark.parametrize("rule", RULES)
def test_what_proves_a_rule_is_there(rule: str) -> None:
    for named in RULES[rule]:
        file, _, test = named.partition("::")
        assert f"def {test}(" in (HERE / file).read_text(encoding="utf-8"), named


async def press(pilot: Pilot[str], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause(0.3)


def app_on(sample: Reset, step: str) -> CxresetApp:
    sample.daily.set_last_visited(f"week-{step.partition('.')[0]}/{step}")
    return CxresetApp(sample.pack, sample, lambda settings: sample, today=lambda: sample.today,
                      where="sample")  # fmt: skip


async def test_a_choice_takes_arrows_space_and_digits_and_no_letter(sample: Reset) -> None:
    app = app_on(sample, "listen.order")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        choice = app.screen.query(Choice)[1]  # of five
        app.screen.set_focus(choice)
        await press(pilot, "2")
        assert choice.value == 2
        await press(pilot, "right", "space", "left")
        assert choice.value == 3
        for letter in "qxQXZ":  # no command's letters here
            await pilot.press(letter)
            assert choice.value == 3 and app.focused is choice
        await press(pilot, "enter")
        assert app.focused is app.screen.query(Choice)[2]


async def test_alt_and_a_digit_lead_to_a_week_from_anywhere(sample: Reset) -> None:
    app = app_on(sample, "listen.review")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        assert isinstance(app.focused, ReadingList)
        await press(pilot, "alt+2")
        assert app.current_mode == "week-map"
        await press(pilot, "1", "slash")
        assert isinstance(app.focused, Input)
        await press(pilot, "alt+3")
        assert app.current_mode == "week-team"


@pytest.mark.long
async def test_the_focus_comes_back_from_every_dialog(sample: Reset) -> None:
    """From where the key was pressed, by esc; typed words never act on another list."""
    wrong = []
    for name, keys in {**DIALOGS, **{name: ("1", key) for name, key in READING.items()}}.items():
        if name in ELSEWHERE:
            continue
        app = app_on(sample, STEP.get(name, "map.gaps"))
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "t")
            for key in keys[:-1]:
                await press(pilot, key)
            screen, before = app.screen, app.focused
            await press(pilot, keys[-1])
            if app.screen is screen:  # no dialog: its key led elsewhere
                continue
            await press(pilot, "escape")
            if app.screen is not screen or app.focused is not before:
                wrong.append(f"{name}: {app.focused} and not {before}")
    assert wrong == []
