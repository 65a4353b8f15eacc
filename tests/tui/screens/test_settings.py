"""Settings: stored as they are typed; days say what they move before they move."""

from __future__ import annotations

from textual.widgets import Button, Input, Static

from cxreset.base.preferences import preferences_path, read_preferences
from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.evidence import EvidenceScreen
from cxreset.tui.screens.settings.days import Days
from cxreset.tui.widgets.layout.card import Card
from cxreset.tui.widgets.page.page import PageText
from cxreset.workbook.tables import Feedback, Pain


async def test_names_are_stored_and_days_ask_first(app: CxresetApp, reset: Reset) -> None:
    started = reset.settings.start_on
    async with app.run_test(size=(110, 40)) as pilot:
        await pilot.press("j", "f3")
        await pilot.pause()
        await pilot.press("x", "x")
        assert not app.screen.focused and reset.settings.name == "Dana", "no stray letter acts"
        await pilot.press("tab", "end", *" Okafor", "enter")
        await pilot.pause(0.3)
        assert reset.settings.name.endswith(" Okafor")
        line = app.screen.query_one("#first-day", Input)
        line.focus()
        line.value = "31 feb"
        await pilot.pause(0.1)
        assert "no day of the calendar" in str(app.screen.query_one("#moves", Static).content)
        line.value = "in 2 weeks"
        await pilot.pause(0.1)
        moves = str(app.screen.query_one("#moves", Static).content)
        assert "Day 1 moves from" in moves and "fall on another day" in moves
        assert reset.settings.start_on == started, "nothing moves before it is asked for"
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert (reset.settings.start_on - reset.today).days == 14
        assert app.screen.query_one(Days).change is None
        reset.undo()
        assert reset.settings.start_on == started
        app.screen.query_one("#theme Choice").focus()
        await pilot.press("2")
        await pilot.pause()
        assert app.theme == "light"
        assert read_preferences(preferences_path())[0].theme == "light"
        line.focus()
        await pilot.press("escape")
        assert app.current_mode == "settings", "one level: out of the line"
        await pilot.press("escape")
        await pilot.pause()
        assert app.current_mode == "journal"


async def test_a_key_that_was_given_anew_is_shown_everywhere(app: CxresetApp) -> None:
    path = preferences_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\nimport = "f6"\n"go.journal" = "f7"\n"add_kind.win" = "ctrl+f"\n')
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("1")
        await pilot.pause(0.5)
        labels = [str(button.label) for button in app.screen.query(Button)]
        assert "Import  f6" in labels and "Import  i" not in labels
        await pilot.press("f7")
        await pilot.pause()
        assert app.current_mode == "journal"
        empty = str(app.screen.query_one(".empty", Static).visual)
        assert "Press ^f for a small win, f for a fire" in empty
        await pilot.press("t", "j")
        await pilot.pause()
        assert app.current_mode == "today", "the key it had is free"
        app.rebind({"add_kind.win": "f8", "go.journal": "f7"})
        await pilot.press("f7")
        await pilot.pause()
        empty = str(app.screen.query_one(".empty", Static).visual)
        assert "Press f8 for a small win" in empty, "a screen that was there names the new key too"


async def test_standing_words_name_a_key_given_later(app: CxresetApp, reset: Reset) -> None:
    """Help, the filters, the practices' field, the meeting and the clock: each was drawn before."""
    reset.daily.set_last_visited("week-listen/listen.review")
    cases = {
        "help": ("#words", "Press Enter to open it", "Press f6 to open it"),
        "actions": ("#show-label", "Show  f", "Show  f7"),
        "journal": ("#show-label", "Show  s", "Show  f8"),
        "practices": ("#came-label", "What came of it   w", "What came of it   ^b"),
    }

    def words(selector: str) -> str:
        widget = app.screen.query_one(selector)
        return widget.text if isinstance(widget, PageText) else str(widget.render())

    async with app.run_test(size=(110, 40)) as pilot:
        for mode, (selector, usual, _given) in cases.items():
            await app.switch_mode(mode)
            await pilot.pause(0.2)
            assert usual in words(selector)
        await app.switch_mode("week-listen")
        await pilot.pause(0.3)
        clock = app.screen.query_one("#clock-reset", Button)
        assert clock.tooltip == "Z: the full time again."
        await app.switch_mode("today")
        app.rebind(
            {"open_next": "f6", "filter": "f7", "show": "f8", "write": "ctrl+b",
             "timer_reset": "f10"}
        )  # fmt: skip
        await app.switch_mode("week-listen")
        await pilot.pause(0.3)
        assert clock.tooltip == "f10: the full time again."
        for mode, (selector, _usual, given) in cases.items():
            await app.switch_mode(mode)
            await pilot.pause(0.2)
            assert given in words(selector)


async def test_the_meeting_names_the_key_that_runs_it(app: CxresetApp, reset: Reset) -> None:
    step = reset.pack.steps_for("meeting")[0]
    reset.daily.set_last_visited(f"week-{step.week}/{step.id}")
    async with app.run_test(size=(110, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause(0.3)
        line = app.screen.query_one("#how-it-is-run", Static)
        assert "On the day, m runs" in str(line.render())
        await pilot.press("t")
        app.rebind({"run": "f9"})
        await pilot.press("3")
        await pilot.pause(0.3)
        assert "On the day, f9 runs" in str(line.render())


async def test_the_card_names_the_key_that_opens_the_step(app: CxresetApp) -> None:
    async with app.run_test(size=(110, 40)) as pilot:
        card = app.screen.query_one("#step", Card)
        assert "  enter " in str(card.render()) and card.entered
        named = card.entered
        app.rebind({"open_next": "f6"})
        await pilot.press("j", "t")
        await pilot.pause(0.2)
        assert "  f6 " in str(card.render()) and "enter" not in str(card.render())
        assert card.entered == named, "what is said does not decide what is pressed"


async def test_keys_of_dialogs_are_given_anew_and_shown(app: CxresetApp, reset: Reset) -> None:
    """One id leaves every dialog; a label that changes while the dialog is open names it too."""
    pain = reset.book.add(Pain(title="Late", chosen=True))
    comment = reset.book.add(Feedback(text="It came a week late.", channel="chat"))
    reset.book.tie(pain.key, [comment.key])
    path = preferences_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\n"dialog.close" = "f9"\n"dialog.keep" = "f8"\n"evidence.untie" = "k"\n')
    reset.daily.set_last_visited("week-listen/listen.pains")

    def labels() -> list[str]:
        return [str(button.label) for button in app.screen.query(Button)]

    async with app.run_test(size=(110, 40)) as pilot:
        await pilot.press("1", "v")
        await pilot.pause(0.3)
        assert labels() == ["Untie  k", "Quote it  s", "Large  enter", "Close  f9"]
        await pilot.press("t", "k")
        await pilot.pause()
        assert labels()[0] == "Tie again  k" and reset.book.evidence_ids(pain.key, 9) == []
        await pilot.press("escape")
        assert isinstance(app.screen, EvidenceScreen), "the key it had is free"
        await pilot.press("f9", "left_square_bracket", "c")
        await pilot.pause(0.3)
        assert labels() == ["Keep  f8", "Close  f9"]
