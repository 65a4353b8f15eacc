"""Helpers while typing: a name that is meant, a day from a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.calendar import CalendarScreen, MonthView
from cxreset.tui.widgets.fields.name_field import completed
from cxreset.tui.widgets.fields.value_fields import DateField
from cxreset.workbook.tables import Action

NAMES = ["Priya Nair", "Tom O'Brien", "Jürgen Groß", ""]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("p", "Priya Nair"), ("nai", "Priya Nair"), ("PRIYA", "Priya Nair"),
        ("pryia", "Priya Nair"),
        ("obrien", "Tom O'Brien"), ("jurgen", "Jürgen Groß"), ("priya nair", ""), ("x", ""),
        ("zebra", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_name_that_is_meant(typed: str, name: str) -> None:
    assert completed(typed, NAMES) == name


async def test_a_day_is_picked_and_a_name_is_taken(app: CxresetApp, reset: Reset) -> None:
    reset.book.add(Action(title="Telephone the depot", owner="Priya Nair"))
    reset.book.add(Action(title="Write to Sam", owner="Priya Nair", deadline=date(2026, 10, 31)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause(0.5)
        field = next(each for each in app.screen.query(DateField) if each.label == "Deadline")
        assert str(reset.today.year) in field.hint
        line = field.query_one(Input)
        line.focus()
        line.value = "2026-10-31"
        await pilot.press("down")
        await pilot.pause(0.2)
        assert isinstance(app.screen, CalendarScreen)
        view = app.screen.query_one(MonthView)
        assert view.day == date(2026, 10, 31)
        await pilot.press("pagedown")
        assert view.day == date(2026, 11, 30), "the last day there is"
        await pilot.press("home")
        assert view.day == reset.today
        await pilot.press("down", "right", "enter")
        await pilot.pause(0.5)
        assert line.value == "2026-09-17" and line.has_focus
        assert any(row.deadline == date(2026, 9, 17) for row in reset.book.rows(Action))
        owner = app.screen.query_one("NameInput", Input)
        owner.focus()
        owner.value = ""
        await pilot.press(*"nair", "right")
        assert owner.value == "Priya Nair"
