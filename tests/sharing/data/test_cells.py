"""Values as people, spreadsheets and trackers write them: references, days and statuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.sharing.data import cells
from cxreset.sharing.returned.cell_values import day_order, read_days, read_status
from tests.sharing.full_plan import FULL

# -- references and what people write


def test_a_reference_is_read_back_and_changes_with_its_field() -> None:
    forms = cells.cell_forms(FULL.actions[0])
    text = cells.reference("A1", "0123abcd", forms)
    found = cells.referred(f"Words\n\n{text}")
    assert found is not None
    assert (found.ref, found.whose, found.last) == ("A1", "0123abcd", 0)
    assert found.marks == {name: cells.mark(value) for name, value in forms.items()}
    assert cells.mark("a  b\n") == cells.mark("a b") != cells.mark("a c")
    values = {"title": "x", "finished": "2026-10-01"}
    assert cells.referred(cells.reference("A2", "0123abcd", values, 60)) == cells.Referred(
        "A2", "0123abcd", {name: cells.mark(value) for name, value in values.items()}, 60
    )
    for none in ("", "cxreset-A1", f"{text}0", text.replace("A1", "B1"), text[:-1]):
        assert cells.referred(none) is None


def test_the_identity_is_of_the_workbook_and_not_of_the_day() -> None:
    begun = replace(FULL, created_on=date(2026, 9, 4))
    assert cells.identity(begun) == cells.identity(replace(begun, today=date(2026, 11, 1)))
    others = (replace(begun, name="Tom"), replace(begun, created_on=date(2026, 9, 5)))
    assert len({cells.identity(one) for one in (begun, *others)}) == 3


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2026-10-09", ["2026-10-09"]),
        ("2026-10-09 00:00:00", ["2026-10-09"]),
        ("2026-10-09T14:30:00", ["2026-10-09"]),
        ("9 Oct 2026", ["2026-10-09"]),
        ("9-Oct-26", ["2026-10-09"]),
        ("Oct 9, 2026", ["2026-10-09"]),
        ("october 9 2026", ["2026-10-09"]),
        ("25/12/2026", ["2026-12-25"]),
        ("12/25/2026", ["2026-12-25"]),
        ("9.10.2026", ["2026-10-09", "2026-09-10"]),
        ("9/10/26", ["2026-10-09", "2026-09-10"]),
        ("10/10/2026", ["2026-10-10"]),
        ("46304", ["2026-10-09"]),
        (46304.0, ["2026-10-09"]),
        (date(2026, 10, 9), ["2026-10-09"]),
        ("32/13/2026", []),
        ("soon", []),
        ("", []),
        ("2026", []),
        (True, []),
        ("1066-10-14", []),
        ("9 Foo 2026", []),
        ("99999999999", []),
    ],
)
def test_days_as_people_and_programs_write_them(value: str | float | date, days: list[str]) -> None:
    assert [day.isoformat() for day in read_days(value)] == days


@given(st.text() | st.floats() | st.integers() | st.from_regex(r"[\d/.\- ]{0,14}"))
def test_any_value_is_a_day_or_none(value: str | float) -> None:
    assert all(cells.FIRST_DAY <= day <= cells.LAST_DAY for day in read_days(value))
    assert day_order(str(value)) in ("", "day", "month")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Completed", "completed"), (" done ", "completed"), ("In Progress", "in_progress"),
        ("in_progress", "in_progress"), ("To  do", "not_started"), ("Canceled", "cancelled"),
        ("Won’t do", "cancelled"), ("half", None), ("", None),
    ],
)  # fmt: skip
def test_statuses_as_people_and_trackers_write_them(text: str, code: str | None) -> None:
    assert read_status(text) == code
