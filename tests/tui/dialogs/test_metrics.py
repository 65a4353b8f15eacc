"""The figures a week is judged by: typed here, they are those of step 4.2."""

from __future__ import annotations

from textual.widgets import Input

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.tables import Measurement, Metric


async def test_csat_typed_for_the_first_week_is_a_measurement(
    app: CxresetApp, reset: Reset
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("1", "M")
        await pilot.pause(0.3)
        fields = list(app.screen.query(Input))
        fields[0].focus()
        await pilot.press(*"61")
        await pilot.press("escape")
        await pilot.pause(0.3)
        (row,) = reset.book.rows(Measurement)
        assert (row.kind, row.before_value) == ("csat", "61")
        assert reset.book.count(Metric) == 0
        reset.book.set(Measurement, row.key, before_hits=110, before_total=180)
        await pilot.press("M")
        await pilot.pause(0.3)
        assert not app.screen.query(Input), "what is counted is changed where it was counted"
