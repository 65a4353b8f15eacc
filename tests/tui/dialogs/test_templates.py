"""Templates and worksheets by keys and by mouse: filled, kept, filled anew, written, summed."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, Static, TextArea

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.dialogs.templates.list import TemplatesScreen
from cxreset.tui.dialogs.templates.template import FILLED, OWN, TemplateScreen
from cxreset.tui.screens.practices.screen import PracticesScreen
from cxreset.tui.worksheets.more.screen import PromptSheetScreen
from cxreset.workbook.choices import template_text
from cxreset.workbook.tables import Action


def message(pilot: Pilot[str], name: str = "#message") -> str:
    return str(pilot.app.screen.query_one(name, Static).content)


def text(pilot: Pilot[str]) -> str:
    return pilot.app.screen.query_one(TextArea).text


async def choose(pilot: Pilot[str], title: str) -> None:
    """Pick an entry of the list by its title."""
    options = pilot.app.screen.query_one(OptionList)
    names = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
    options.highlighted = next(at for at, name in enumerate(names) if name.startswith(title))
    await pilot.press("enter")
    await pilot.pause(0.1)


async def test_a_text_is_changed_kept_filled_anew_and_written(
    app: CxresetApp, reset: Reset, tmp_path: Path
) -> None:
    for owner in ("Sam", "Tom"):
        reset.book.add(Action(title=f"For {owner}", owner=owner))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause(0.1)
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, TemplatesScreen)
        await choose(pilot, "Request to an owner")
        assert isinstance(app.screen, TemplateScreen)
        dialog = app.screen.query_one(".dialog").region
        assert all(one.region.right < dialog.right for one in app.screen.query(Button))
        assert "Hello Sam" in text(pilot) and "For Sam (A1)" in text(pilot)
        assert message(pilot) == FILLED and template_text(reset.file, "owner-request").text == ""
        await pilot.press("enter", *"Mine. ", "escape")
        await pilot.pause()
        assert message(pilot) == OWN
        await pilot.press("escape")
        await pilot.pause(0.1)
        await choose(pilot, "Request to an owner")
        assert text(pilot).startswith("Mine. **Subject")
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert text(pilot).startswith("Mine.")
        await pilot.press("o", "down", "enter")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert "Hello Tom" in text(pilot) and message(pilot) == FILLED
        path = tmp_path / "request.md"
        app.screen.query_one("#path Input", Input).value = str(path)
        await pilot.press("s", "y")
        await pilot.pause()
        assert path.read_text("utf-8") == text(pilot) and "Written to" in message(pilot)
        path.write_text("mine")
        await pilot.click("#write")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        await pilot.pause()
        assert path.read_text() == "mine"
        await pilot.press("r")
        await pilot.pause(0.2)
        assert app.clipboard.startswith("Subject") and "Hello Tom" in app.clipboard
        await pilot.press("c", "escape", "escape")
        await pilot.pause()
        assert app.clipboard.startswith("**Subject") and "Hello Tom" in app.clipboard


async def test_the_case_in_money_sums_up_as_it_is_typed(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        await choose(pilot, "The case in money")
        assert isinstance(app.screen, PromptSheetScreen)
        assert "appear here" in message(pilot, "#sums")
        await pilot.press("enter", *"F1", "tab", *"60,000")
        await pilot.pause(0.3)
        assert "worth 3,000 in a year" in message(pilot, "#sums"), "10 contacts at 5, as assumed"
        assert "These are assumptions, not results" in message(pilot, "#sums")
        await pilot.press("tab", *"x", "escape")
        await pilot.pause()
        kept = reset.daily.answers("case-in-money")
        assert (kept["fix"], kept["volume"]) == ("F1", "60,000")
        assert "contacts_avoided" not in kept, "half a figure waits as a draft"
        assert reset.daily.draft("case-in-money.contacts_avoided") == "10x"
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not app.screen.is_modal


async def test_what_belongs_to_a_step_comes_first(app: CxresetApp, reset: Reset) -> None:
    reset.daily.set_last_visited("week-team/team.meeting")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.1)
        await pilot.press("f2")
        await pilot.pause()
        options = app.screen.query_one(OptionList)
        first = [str(options.get_option_at_index(at).prompt).splitlines()[0] for at in (0, 1, 2)]
        assert first[0] == "For where you are now"
        assert set(first[1:]) == {"Invitation to the 90-minute meeting", "Agenda for 90 minutes"}
        await pilot.press("escape", "g")
        await pilot.pause(0.3)
        named = [str(button.label) for button in app.screen.query(Button)]
        assert "Template: Invitation to the 90-minute meeting" in named


async def test_a_practice_leads_to_its_template(app: CxresetApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h")
        await pilot.pause(0.2)
        screen = app.screen
        assert isinstance(screen, PracticesScreen)
        with_text = next(one for one in screen.practices if one.template == "message-checklist")
        options = screen.query_one("#practices", OptionList)
        option_id = f"practice-{screen.practices.index(with_text)}"
        options.highlighted = options.get_option_index(option_id)
        await pilot.pause(0.2)
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, TemplateScreen)
        assert text(pilot).startswith("# Before this message goes out")
