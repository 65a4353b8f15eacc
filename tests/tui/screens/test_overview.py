"""Today in a large window: every step at the left, more of the workbook at the right."""

from __future__ import annotations

from datetime import date

import pytest

from cxreset.reset.reset import Reset
from cxreset.reset.today import today_page
from cxreset.tui.app import CxresetApp
from cxreset.tui.screens.today.overview import every_step, thread_so_far, week_ahead
from cxreset.tui.widgets.links import DrawnText
from cxreset.workbook.tables import Gap, Touchpoint


def test_every_step_with_its_sign(sample: Reset) -> None:
    page = today_page(sample)
    whole = every_step(sample, page, 34, whole=True).plain
    low = every_step(sample, page, 34, whole=False).plain.splitlines()
    for text in (whole, "\n".join(low)):
        assert text.count("✓") + text.count("○") + text.count("◆") == len(sample.pack.steps)
        assert "  ◆ 4.4 " in text and "4 Test                      3 of 5" in text
    assert len(low) == 1 + len(sample.pack.weeks) + len(sample.pack.steps)
    assert max(map(len, [*low, *whole.splitlines()])) <= 34 and "…" not in whole


def test_the_thread_and_the_week(sample: Reset) -> None:
    thread = thread_so_far(sample).plain
    assert "  240  comments read" in thread and "    5  pain points named" in thread
    ahead = week_ahead(sample, today_page(sample), 46)
    assert ahead is not None
    assert ahead.plain.splitlines()[1].startswith(f"Fri {sample.today.day}   4.4 Write")
    sample_page = today_page(sample)._replace(on=date(2027, 1, 1))
    assert week_ahead(sample, sample_page, 46) is None, "none of the thirty days are in that week"


def test_one_of_a_kind_and_only_whole_touchpoints(reset: Reset) -> None:
    reset.book.add(Gap(title="Says Monday, comes Friday"))
    reset.book.add(Touchpoint(name="Order mail", promise="A date", reality="None"))
    reset.book.add(Touchpoint(name="Returns page", promise="Five days"))
    lines = thread_so_far(reset).plain.splitlines()
    assert "    1  gap named" in lines and "    1  touchpoint compared" in lines
    assert "    0  pain points named" in lines


@pytest.mark.parametrize("size", [(200, 60), (180, 30), (180, 24), (120, 50)])
async def test_it_stands_where_there_is_room(sample: Reset, size: tuple[int, int]) -> None:
    app = CxresetApp(
        sample.pack, sample, lambda settings: sample, today=lambda: sample.today, where="sample"
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rail = app.screen.query_one("#rail", DrawnText)
        assert rail.display == (size[0] >= 180 and size[1] >= 30)
        assert ("THIS WEEK" in str(app.screen.query_one("#margin").render())) == (size[1] >= 50)
        if rail.display:
            assert rail.region.right < app.screen.query_one("#main").region.x
            assert rail.region.bottom <= size[1] - 2
            await pilot.click(rail, offset=(10, 3))
            await pilot.pause(0.3)
            assert app.current_mode == "week-listen"
