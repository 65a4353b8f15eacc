"""A row of buttons: in a narrow window no button is cut, and the way out stays."""

from __future__ import annotations

import pytest
from textual.widgets import Button

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.widgets.layout.button_row import ButtonRow


def cut(app: CxresetApp) -> list[str]:
    """The buttons in sight that do not fit into their row, or are narrower than their words."""
    found = []
    for row in app.screen.query(ButtonRow):
        for button in row.query(Button):
            seen = row.region.width and button.is_on_screen and button.visible
            if seen and not row.region.contains_region(button.region):
                found.append(str(button.label))
    return found


NEXT = "right_square_bracket"
WALK = (
    *("a", "j", "h", "w", "escape", "e", "1", "r", "escape", NEXT, "v", "escape"),
    *("2", NEXT, "3", f"{NEXT} {NEXT} {NEXT}", "4", NEXT),
)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_no_button_is_cut(sample: Reset, size: tuple[int, int]) -> None:
    app = CxresetApp(sample.pack, sample, lambda _: sample, today=lambda: sample.today, where="")
    async with app.run_test(size=size) as pilot:
        for keys in WALK:
            await pilot.press(*keys.split())
            await pilot.pause(0.05)
            assert cut(app) == [], (keys, size)


async def test_a_row_counts_its_buttons_as_they_are_drawn(sample: Reset) -> None:
    app = CxresetApp(sample.pack, sample, lambda _: sample, today=lambda: sample.today, where="")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        rows = app.screen.query(ButtonRow)
        buttons = [
            (row, each)
            for row in rows
            for each in row.children
            if isinstance(each, Button) and each.display
        ]
        assert len(buttons) > 5
        for row, each in buttons:
            assert row._width(each) == each.region.width + each.styles.margin.width, each.label
