"""What is needed next is got ready while nobody types, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.app import App

from cxreset.reset.reset import Reset
from cxreset.tui import ahead
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell.warm_up import DELAY_SECONDS, QUIET_SECONDS, Step, WarmingApp


class Warming(WarmingApp, App[str]):
    """Notes each step, and begins none while it is typed to."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[int] = []

    def steps(self) -> Iterator[Step]:
        for number in range(3):
            yield partial(self.done.append, number)


async def test_steps_wait_while_somebody_types() -> None:
    app = Warming()
    async with app.run_test() as pilot:
        app.warm_up(app.steps())
        for _ in range(8):
            await pilot.press("x")
            await pilot.pause((DELAY_SECONDS + QUIET_SECONDS) / 4)
            assert app.done == []
        await pilot.pause(DELAY_SECONDS + QUIET_SECONDS)
        assert app.done == [0, 1, 2]


async def test_every_screen_and_worksheet_is_got_ready(app: CxresetApp, reset: Reset) -> None:
    async with app.run_test() as pilot:
        steps = list(ahead.steps(app, reset))
        for step in steps:
            if callable(step):
                step()
        await pilot.pause()
        names = {step for step in steps if isinstance(step, str)}
        sources = len(app.stylesheet.source)
        opened = set()
        for key in "1aj":
            await pilot.press(key)
            await pilot.pause(0.2)
            opened.add(type(app.screen).__module__)
    assert len(opened) == 3 and opened <= names
    files = [source for source in app.stylesheet.source if str(source[0]).endswith(".tcss")]
    assert any("journal.tcss" in str(source[0]) for source in files)
    assert len(app.stylesheet.source) - sources < 12, "only what Textual says of its own widgets"
