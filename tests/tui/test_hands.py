"""Hands of a first-time leader: where Enter, Esc and letters lead, and what is said meanwhile."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, DataTable, Input

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.actions.sheet import AllActions
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.fix_lines import FixLine
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.lists import Options
from cxreset.tui.widgets.state_line import StateLine
from cxreset.tui.worksheets.gaps.roadmap import RoadmapSheet
from cxreset.tui.worksheets.gaps.sort import SortSheet
from cxreset.workbook.tables import Action, Fix, Pain

SMALL = (80, 24)
AGAIN = "Press esc again"


@pytest.fixture
def sample_app(sample: Reset) -> CxresetApp:
    """The app on the filled sample."""
    return CxresetApp(
        sample.pack, sample, lambda settings: sample, today=lambda: sample.today, where="sample"
    )


async def press(pilot: Pilot[str], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause(0.3)


def state(app: CxresetApp) -> str:
    """What the state line says, of the screen below a dialog too."""
    return next(
        str(line.content) for screen in app.screen_stack[::-1] for line in screen.query(StateLine)
    )


def in_a_field(app: CxresetApp) -> bool:
    focused = app.screen.focused
    return focused is not None and any(isinstance(node, Field) for node in focused.ancestors)


async def test_enter_goes_from_field_to_field_and_back_to_the_list(
    sample_app: CxresetApp, sample: Reset, pack: Pack
) -> None:
    """Never to a button, nor out of the worksheet: the letters typed next would act there."""
    app = sample_app
    async with app.run_test(size=SMALL) as pilot:
        for step in ("listen.pains", "map.sort", "team.meeting", "test.lessons"):
            sample.daily.set_last_visited(f"week-{pack.step(step).week}/{step}")
            await press(pilot, "t", str(pack.week(pack.step(step).week).number))
            home = app.screen.focused
            assert home is not None
            await press(pilot, "enter")
            assert in_a_field(app), step
            for _ in range(20):
                if not in_a_field(app):
                    break
                assert not isinstance(app.screen.focused, Button), step
                typing = isinstance(app.screen.focused, Input)
                await press(pilot, "enter" if typing else "tab")
                if isinstance(app.screen.focused, Button):  # tab may: enter did not
                    assert not typing, step
                    await press(pilot, "escape")
            assert app.screen.focused is home, step
        sheet_button = app.screen.query("#sheet Button").last(Button)
        app.screen.set_focus(sheet_button)
        await press(pilot, "escape")
        assert isinstance(app.screen.focused, DataTable) and AGAIN not in state(app)


async def test_what_is_said_stays_where_it_happened(sample_app: CxresetApp, sample: Reset) -> None:
    app = sample_app
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "a")
        line = app.screen.query_one(KeyLine)
        await press(pilot, "escape")
        assert AGAIN in state(app)
        await press(pilot, "down")
        assert AGAIN not in state(app)
        await press(pilot, "escape", "question_mark")
        assert AGAIN not in state(app) and app.current_mode == "help"
        await press(pilot, "escape")
        await press(pilot, "space", "space")  # a tick is said, with its way back
        assert "u takes it back" in state(app)
        for notification in app._notifications:
            notification.raised_at -= 2
        await press(pilot, "j")
        assert "u takes it back" not in state(app)
        await press(pilot, "a", "enter")
        assert line.render().plain.split("  ")[:2] == ["tab Next field", "esc Back"]
        await press(pilot, "escape", "ctrl+z")
        assert line.render().plain.strip() == ""  # no key of the place works below a dialog
        options = app.screen.query_one(Options)
        first = options.render_line(0).text.strip("▌ ")
        assert first and first in str(options.get_option_at_index(0).prompt).splitlines()[0]
        await press(pilot, "down")
        second = str(options.get_option_at_index(1).prompt).replace("\n", " ")
        signed = [row.text for y in range(8) if (row := options.render_line(y)).text[0] == "▌"]
        assert len(signed) > 1 and all(text.strip("▌ ") in second for text in signed)
        app.notify("Said over a dialog.", markup=False)
        await pilot.pause(0.2)
        assert "Said over a dialog." in state(app)


async def test_a_fix_is_there_from_its_first_word(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Pain(title="Late", chosen=True))
    reset.daily.set_last_visited("week-listen/listen.plan")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "1", "n", "escape")
        assert reset.book.rows(Fix) == [] and not app.screen.query(FixLine)
        assert isinstance(app.screen.focused, DataTable)
        await press(pilot, "n", *"Call", "enter", *"Write", "enter", "enter")
        assert [(fix.ref, fix.title) for fix in reset.book.rows(Fix)] == [
            ("F1", "Call"), ("F2", "Write"),
        ]  # fmt: skip
        assert isinstance(app.screen.focused, DataTable)
        first = app.screen.query(FixLine).first().query_one(Input)
        app.screen.set_focus(first)
        await press(pilot, "ctrl+u", "escape")
        assert [fix.title for fix in reset.book.rows(Fix)] == ["Write"]
        await press(pilot, "u")
        assert len(reset.book.rows(Fix)) == 2
        assert reset.book.rows(Action) == []


async def test_settings_take_no_typed_word_for_a_command_unasked(sample_app: CxresetApp) -> None:
    app = sample_app
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "f3")
        assert "⏎ Change" in app.screen.query_one(KeyLine).render().plain
        await press(pilot, "down")
        assert in_a_field(app)
        await press(pilot, "escape", "enter")
        assert in_a_field(app)


async def test_undo_goes_to_the_row_and_names_it(sample_app: CxresetApp, sample: Reset) -> None:
    """From the list too, which takes back several; what is in sight is not left."""
    app = sample_app
    actions = sample.book.rows(Action)
    fixes = sample.book.rows(Fix)
    sample.book.set(Fix, fixes[-1].key, horizon="later")
    sample.book.set(Action, actions[-1].key, note="Call first.")
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "j", "u")
        assert app.current_mode == "actions"
        assert f"Undone: edited action {actions[-1].ref}, note" in state(app)
        chosen = app.screen.query_one(AllActions).chosen
        assert chosen is not None and chosen.key == actions[-1].key
        await press(pilot, "ctrl+z", "enter")
        sheet = app.screen.query_one(RoadmapSheet)
        assert sheet.chosen is not None and sheet.chosen.key == fixes[-1].key
        assert f"Undone: edited fix {fixes[-1].ref}, horizon" in state(app)
        assert "in 2.4. U makes it again." in state(app)
        await press(pilot, "[", "U")  # the step before shows the fix as well: no need to go
        assert app.screen.query_one(SortSheet).chosen is not None
        assert "Done again" in state(app)
