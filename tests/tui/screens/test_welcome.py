"""The first start: what is off is said in one sentence; then Today; then the sample."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from textual.containers import VerticalScroll
from textual.widgets import Button, Input, Static

from cxreset.base.locations import interface_language
from cxreset.base.paths import content_dir
from cxreset.base.preferences import change_interface, preferences_path
from cxreset.cli.pages import today_text
from cxreset.programme.model import Pack
from cxreset.programme.pack import load_pack
from cxreset.reset.ending.weekly_review import weekly_review
from cxreset.reset.reset import Reset, begin_reset
from cxreset.reset.settings.daily_hour import keep_plan
from cxreset.reset.today import today_page
from cxreset.sharing.export import make
from cxreset.tui.app import CxresetApp
from cxreset.tui.commands.command import available
from cxreset.tui.screens.today.lines import about_the_day
from cxreset.tui.screens.today.screen import TodayScreen
from cxreset.tui.screens.week.screen import WeekScreen
from cxreset.tui.shell.error_boundary import AGAIN, SAMPLE
from cxreset.workbook.cycles.intention import IfThenPlan, if_then_plan
from cxreset.workbook.daily import Settings

TODAY = date(2026, 9, 7)
PLAN = ("after the first coffee, at my desk", "the day runs away", "read three comments")


@pytest.fixture
def new_app(pack: Pack, tmp_path: Path) -> CxresetApp:
    path = tmp_path / "new.cxreset"

    def begin(settings: Settings) -> Reset:
        return begin_reset(path, pack, lambda: TODAY, settings)

    return CxresetApp(pack, None, begin, today=lambda: TODAY, where=str(path))


def message(app: CxresetApp) -> str:
    return str(app.screen.query_one("#wrong").render())


def reminder(reset: Reset) -> timedelta:
    """When on its day the calendar calls the first session to mind."""
    made = make("calendar", "ics", reset.book, reset.pack, reset.today)
    events = Calendar.from_ical(made.files[0].data).walk("VEVENT")
    first = next(event for event in events if "day-1@" in str(event["uid"]))
    trigger = first.walk("VALARM")[0].decoded("trigger")
    assert isinstance(trigger, timedelta)
    return trigger


async def test_a_plan_for_busy_days_is_kept_and_used(new_app: CxresetApp) -> None:
    async with new_app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Dana", *["tab"] * 4, *"after the first coffee at 9:10", "tab")
        await pilot.press(*"if the day runs away", "tab", *"read three comments", "tab", *"Sam")
        await pilot.press("enter")
        await pilot.pause(0.2)
        reset = new_app.reset
        assert reset is not None and isinstance(new_app.screen, TodayScreen)
        words = about_the_day(today_page(reset), reset.pack.rest, objective=True)
        plan = "After the first coffee at 9:10. If the day runs away, then read three comments."
        assert plan in words
        assert reset.settings.daily_at == "09:10"
        assert reminder(reset) == timedelta(hours=9, minutes=10)
        await pilot.press("i", "end", *", or 2 pm", *["tab"] * 4, *"sam@x.example", "escape")
        await pilot.pause(0.2)
        assert if_then_plan(reset.file).supporter_email == "sam@x.example"
        assert reset.settings.daily_at == "09:10", "the first hour named is the reminder's still"
    assert weekly_review(reset).supporter == "Sam"
    page = today_text(today_page(reset), reset.settings, reset.pack.rest)
    assert "After the first coffee at 9:10, or 2 pm." in page
    week = make("week", "md", reset.book, reset.pack, reset.today).files[0].data.decode()
    assert "Hello Sam, you said you would ask how it goes." in week


def test_a_later_plan_moves_the_reminder_and_only_by_a_new_hour(reset: Reset) -> None:
    keep_plan(reset, IfThenPlan(routine="before the stand-up, at 8.30"))
    assert reset.settings.daily_at == "08:30"
    reset.change_settings(reset.settings._replace(daily_at="14:00"))
    keep_plan(reset, IfThenPlan(routine="before the stand-up, at 8.30", supporter="Sam"))
    keep_plan(reset, IfThenPlan(routine="before the stand-up", supporter="Sam"))
    assert reset.settings.daily_at == "14:00", "Settings were asked last"
    keep_plan(reset, IfThenPlan(routine="9 Uhr, am Schreibtisch"))
    assert reset.settings.daily_at == "09:00"
    assert reset.undo() == "planned when and where"
    assert (reset.settings.daily_at, if_then_plan(reset.file).supporter) == ("14:00", "Sam")


@pytest.mark.parametrize("language", ["en", "de"])
async def test_the_first_screen_takes_a_cold_reader_less_than_ninety_seconds(
    home: Path, tmp_path: Path, language: str
) -> None:
    """Every word on it read at 230 a minute, each field filled at 0.3 s a key: by the stopwatch."""
    if language != "en":
        change_interface(language)
    pack = load_pack(content_dir(), None)

    def begin(settings: Settings) -> Reset:
        return begin_reset(tmp_path / "a.cxreset", pack, lambda: TODAY, settings)

    app = CxresetApp(pack, None, begin, today=lambda: TODAY, where="~/cxreset/reset.cxreset")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = [strip.text for strip in app.screen._compositor.render_strips()]
        assert all(week.title in "\n".join(lines) for week in pack.weeks)
        welcome = app.screen.query_one("#welcome", VerticalScroll)
        assert welcome.max_scroll_y == 0, "all of it is on the screen"
        fields = ("Dana Okafor", "Harbour & Pine", "", "", *PLAN, "Alice Moreau")
        keys = [*[key for text in fields for key in (*text, "tab")][:-1], "ctrl+s"]
        seconds = len(re.findall(r"\w+", " ".join(lines))) / 230 * 60 + len(keys) * 0.3
        assert 45 < seconds < 90, "or the reckoning is not of this screen"
        await pilot.press(*keys)
        await pilot.pause(0.2)
        assert isinstance(app.screen, TodayScreen)
        assert app.reset is not None
        assert if_then_plan(app.reset.file)[:4] == (*PLAN, "Alice Moreau")


async def test_one_key_skips_the_plan(new_app: CxresetApp) -> None:
    async with new_app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Dana", "ctrl+s")
        await pilot.pause(0.2)
        reset = new_app.reset
        assert reset is not None and isinstance(new_app.screen, TodayScreen)
        assert if_then_plan(reset.file) == IfThenPlan()
        assert reminder(reset) == timedelta(hours=8, minutes=45)


async def test_from_the_first_letter_to_today_and_on(new_app: CxresetApp) -> None:
    async with new_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+s")
        assert "Your name" in message(new_app)
        await pilot.press(*"Dana", "tab", *"Harbour & Pine", "tab")
        await pilot.press("ctrl+u", *"7/12", "ctrl+s")
        assert message(new_app)
        await pilot.press("ctrl+u", *"2031-01-01", "ctrl+s")
        assert "more than a year ahead" in message(new_app)
        await pilot.press("ctrl+u", *"monday", "tab", "ctrl+u", "ctrl+s")
        assert "No working days" in message(new_app)
        await pilot.press(*"sun-thu", *["enter"] * 5)  # past what may stay empty
        await pilot.pause()
        assert isinstance(new_app.screen, TodayScreen)
        assert new_app.reset is not None
        assert new_app.reset.settings == Settings(
            "Dana", "Harbour & Pine", TODAY, (0, 1, 2, 3, 6), None, TODAY
        )
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(new_app.screen, WeekScreen)
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause(0.2)
        assert isinstance(new_app.screen, TodayScreen)


async def test_a_working_day_is_proposed_and_errors_stand_at_the_field(
    pack: Pack, tmp_path: Path
) -> None:
    sunday = date(2026, 9, 6)
    app = CxresetApp(
        pack, None, lambda settings: pytest.fail(), today=lambda: sunday, where=str(tmp_path)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.screen.query_one("#start", Input)
        assert line.value == "2026-09-07", "the next Monday"
        shown = {each.binding.description for each in available(app.screen)}
        assert "Help" not in shown and "Begin" in shown, "no key that leads nowhere"
        await pilot.press(*"Dana")
        line.value = "soon"
        await pilot.press("ctrl+s")
        await pilot.pause()
        wrong = app.screen.query_one("#wrong")
        assert wrong.region.y == line.region.y + 1 and "is no date" in message(app)
        assert "monday" in str(app.screen.query_one("#start-note").render())


@pytest.mark.parametrize(
    ("key", "words"),
    [("", " ^s stands for Ctrl and s."), ("ctrl+b", " ^b stands for Ctrl and b."), ("f8", "")],
)
async def test_a_key_with_ctrl_is_explained(new_app: CxresetApp, key: str, words: str) -> None:
    if key:
        preferences_path().parent.mkdir(parents=True, exist_ok=True)
        preferences_path().write_text(f'[keys]\nbegin = "{key}"\n')
    async with new_app.run_test(size=(120, 40)):
        texts = [str(each.content) for each in new_app.screen.query(Static)]
        (text,) = [text for text in texts if text.startswith("Your workbook is one file")]
        assert text.endswith(f"Nothing is sent anywhere.{words}")


async def test_the_sample_is_offered(new_app: CxresetApp) -> None:
    async with new_app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#sample")
        await pilot.pause()
    assert new_app.return_value == SAMPLE


async def test_another_language_is_one_key_away(new_app: CxresetApp, home: Path) -> None:
    async with new_app.run_test(size=(80, 24)) as pilot:
        assert str(new_app.screen.query_one("#speak", Button).label) == "Deutsch  ^g"
        await pilot.press(*"Dana", "tab", *"Harbour", "ctrl+g")
        await pilot.pause()
    assert (new_app.return_value, interface_language()) == (AGAIN, "de")
    assert home.is_dir()
    then = CxresetApp(new_app.pack, None, new_app._begin, today=lambda: TODAY, where="")
    async with then.run_test(size=(80, 24)):
        values = {field.id: field.value for field in then.screen.query(Input)}
        assert (values["name"], values["organisation"]) == ("Dana", "Harbour"), "typed once"
        assert values["start"] == TODAY.isoformat()
    again = CxresetApp(new_app.pack, None, new_app._begin, today=lambda: TODAY, where="")
    async with again.run_test(size=(80, 24)):
        assert again.screen.query_one("#name", Input).value == "", "and taken over once"
