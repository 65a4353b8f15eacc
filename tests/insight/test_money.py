"""The case in money: the sums are those of the worksheet's text, and doubt is never left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.errors import UsageError
from cxreset.insight.money import Assumptions, Case, amount, assumptions, case, number, sentence


def test_the_worked_example() -> None:
    found = case(Assumptions(60_000, 30, 6, 4, 50, 10, 120, 4_500))
    assert found == Case(contacts=10_800, errors=12_000, kept=1_200, cost=4_500)
    assert (found.benefit, found.first_year) == (24_000, 19_500)
    assert found.halved().first_year == 7_500


def test_without_a_benefit_there_is_no_case() -> None:
    assert case(Assumptions(contacts_avoided=10, cost_per_contact=5, cost_of_fix=900)) is None


def test_a_fix_that_does_not_pay_is_said_so() -> None:
    given = assumptions({"volume": "1,000", "contacts_avoided": "10", "cost_per_contact": "5"})
    found = case(given)
    assert found is not None and "what the fix costs is not named yet" in sentence(found)
    loses = case(given._replace(cost_of_fix=40))
    assert loses is not None
    assert "which leaves 10" in sentence(loses)
    assert "With half of the benefit it costs 15 more than it brings." in sentence(loses)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("60000", 60_000), ("60,000", 60_000), ("60 000", 60_000), ("60.000", 60_000),
        ("1,234,567.5", 1_234_567.5), ("6.50", 6.5), ("6,5", 6.5), (" ", None), ("0", 0),
    ],
)  # fmt: skip
def test_figures_as_people_type_them(typed: str, value: float | None) -> None:
    assert number(typed) == value


@pytest.mark.parametrize("typed", ["-3", "about 6", "1e5", "6,50,0", "٣", "9" * 13 + "000", "nan"])
def test_what_is_no_figure_is_refused_and_counts_for_nothing(typed: str) -> None:
    with pytest.raises(UsageError):
        number(typed)
    assert assumptions({"volume": typed}).volume is None


@given(st.floats(0, 1e9), st.floats(0, 1e3), st.floats(0, 1e4), st.floats(0, 1e9))
def test_half_of_the_benefit_never_looks_better(
    volume: float, avoided: float, cost: float, fix: float
) -> None:
    found = case(Assumptions(volume, avoided, cost, cost_of_fix=fix))
    if found is not None:
        assert found.halved().first_year <= found.first_year <= found.benefit


@pytest.mark.parametrize(
    ("value", "text"), [(10800.4, "10,800"), (6.5, "6.50"), (-900, "−900"), (-0.001, "0"), (0, "0")]
)
def test_amounts(value: float, text: str) -> None:
    assert amount(value) == text
