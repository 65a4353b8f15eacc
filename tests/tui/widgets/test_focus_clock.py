"""The two hours' timer counts while it runs, also while the program is closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from textual.app import App, ComposeResult
from textual.widgets import Button

from cxreset.reset.reset import Reset
from cxreset.tui.widgets.focus_clock import FocusClock, button_label, spent
from cxreset.workbook.daily import Timer
from tests.paths import WIDGET_STYLES

NINE = datetime(2026, 9, 9, 9, 0, tzinfo=UTC)


def test_what_is_spent() -> None:
    running = Timer(7200, 600, NINE.isoformat())
    assert spent(running, NINE + timedelta(minutes=5)) == 900
    assert spent(running, NINE - timedelta(days=1)) == 600  # a clock set back
    assert spent(running, NINE + timedelta(days=3)) == 7200
    assert spent(Timer(7200, 600, None), NINE + timedelta(days=3)) == 600
    assert spent(Timer(7200, 600, "2026-09-09T09:00:00"), NINE + timedelta(seconds=9)) == 609
    assert spent(Timer(7200, 600, "nonsense"), NINE) == 600


def test_what_is_said() -> None:
    assert button_label(Timer(7200, 0, None), NINE) == "Start 2 h"
    assert button_label(Timer(5400, 0, None), NINE) == "Start 90 min"
    assert button_label(Timer(7200, 61, None), NINE) == "119 min · go on"
    assert button_label(Timer(7200, 0, NINE.isoformat()), NINE) == "120 min left · pause"
    assert button_label(Timer(7200, 7200, None), NINE) == "✓ 2 h read"


class ClockApp(App[None]):
    """The timer alone, at a moment we say."""

    CSS_PATH = WIDGET_STYLES

    def __init__(self, reset: Reset, now: datetime) -> None:
        super().__init__()
        self.reset, self.now = reset, now

    def compose(self) -> ComposeResult:
        daily = self.reset.daily
        yield FocusClock(daily.timer, daily.set_timer, lambda: self.now)

    def on_mount(self) -> None:
        for button in self.query(Button):
            button.active_effect_duration = 0  # a click just after a click is another click

    @property
    def label(self) -> str:
        return str(self.query_one("#clock-toggle", Button).label)


async def test_it_survives_a_restart(reset: Reset) -> None:
    first = ClockApp(reset, NINE)
    async with first.run_test(size=(80, 5)) as pilot:
        await pilot.click("#clock-toggle")
        await pilot.pause()
        assert reset.daily.timer() == Timer(7200, 0, "2026-09-09T09:00:00+00:00")
        first.now = NINE + timedelta(minutes=20)
        await pilot.click("#clock-toggle")  # pause
        await pilot.pause()
        assert first.label == "100 min · go on  z"
    second = ClockApp(reset, NINE + timedelta(hours=5))  # paused while closed: does not count
    async with second.run_test(size=(80, 5)) as pilot:
        assert second.label == "100 min · go on  z"
        await pilot.click("#clock-toggle")
        await pilot.pause()
    third = ClockApp(reset, NINE + timedelta(hours=5, minutes=30))  # left running: counts
    async with third.run_test(size=(80, 5)) as pilot:
        assert third.label == "70 min left · pause  z"
        third.now += timedelta(hours=3)
        third.query_one(FocusClock).look()
        assert third.label == "✓ 2 h read  z"
        assert reset.daily.timer() == Timer(7200, 7200, None)
        await pilot.click("#clock-toggle")  # stays as it is
        await pilot.pause()
        assert reset.daily.timer() == Timer(7200, 7200, None)
        await pilot.pause()
        await pilot.click("#clock-reset")
        await pilot.pause()
        assert reset.daily.timer() == Timer(7200, 0, None)
