"""What a fix could be worth in a year: sums over assumptions that the leader can change.

Amounts are in whatever currency the leader thinks in. Nothing here is measured: every figure is
what somebody assumes, so no range is worked out; the same sums are done with half of the benefit
instead, which is what a careful reader does in the head.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line

ASSUMED = N_(
    "These are assumptions, not results: each figure can be changed, and the sums change with it."
)
LARGEST = 1e12
"""Larger figures are taken for a slip of the fingers."""

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ ,.’']\d{3})+(?:[.,]\d{1,2})?", re.ASCII)
_PLAIN = re.compile(r"\d{1,13}(?:[.,]\d{1,4})?", re.ASCII)


class Assumptions(NamedTuple):
    """What the case rests on; None where nothing was said.

    `volume` is orders, deliveries or customers a year; `contacts_avoided` and `errors_avoided`
    are per 1,000 of them; `customers_kept` is a year's; the others are amounts of money, the
    margin a year's.
    """

    volume: float | None = None
    contacts_avoided: float | None = None
    cost_per_contact: float | None = None
    errors_avoided: float | None = None
    cost_per_error: float | None = None
    customers_kept: float | None = None
    margin_per_customer: float | None = None
    cost_of_fix: float | None = None


class Case(NamedTuple):
    """The sums, amounts of money in a year. `cost` is None while nobody has said it."""

    contacts: float
    errors: float
    kept: float
    cost: float | None

    @property
    def benefit(self) -> float:
        return self.contacts + self.errors + self.kept

    @property
    def first_year(self) -> float:
        """The benefit less the cost of the fix, as far as it is known; below 0 it does not pay."""
        return self.benefit - (self.cost or 0.0)

    def halved(self) -> Case:
        """The same with half of each benefit and the whole cost."""
        return Case(self.contacts / 2, self.errors / 2, self.kept / 2, self.cost)


def case(assumptions: Assumptions) -> Case | None:
    """The sums, or None while the assumptions give no benefit at all.

    volume / 1,000 x (contacts avoided x cost per contact + errors avoided x cost per error)
    + customers kept x margin per customer.
    """
    thousands = (assumptions.volume or 0.0) / 1000
    found = Case(
        contacts=thousands
        * (assumptions.contacts_avoided or 0.0)
        * (assumptions.cost_per_contact or 0.0),
        errors=thousands
        * (assumptions.errors_avoided or 0.0)
        * (assumptions.cost_per_error or 0.0),
        kept=(assumptions.customers_kept or 0.0) * (assumptions.margin_per_customer or 0.0),
        cost=assumptions.cost_of_fix,
    )
    return found if found.benefit > 0 else None


def assumptions(words: Mapping[str, str]) -> Assumptions:
    """From what was typed, by key; what is no figure counts as nothing said."""
    return Assumptions(**{key: _or_none(words.get(key, "")) for key in Assumptions._fields})


def _or_none(text: str) -> float | None:
    try:
        return number(text)
    except UsageError:
        return None


def number(text: str) -> float | None:
    """A figure as people type it: `60000`, `60,000`, `6.50`, `6,5`; None when there is none.

    Raises UsageError for anything else, for less than 0 and for more than LARGEST.
    """
    typed = one_line(text)
    if not typed:
        return None
    if _GROUPED.fullmatch(typed):
        whole, cents = re.fullmatch(r"(.*\d{3})(?:[.,](\d{1,2}))?", typed).groups()  # type: ignore[union-attr]
        value = float(re.sub(r"\D", "", whole) + "." + (cents or "0"))
    elif _PLAIN.fullmatch(typed):
        value = float(typed.replace(",", "."))
    else:
        raise UsageError(_("A figure, please, such as 60000 or 6.50."))
    if value > LARGEST:
        raise UsageError(_("That figure is larger than any that helps here."))
    return value


def amount(value: float) -> str:
    """`10,800`, `6.50`, `−900`: thousands separated, cents only where there are any."""
    size = abs(value)
    cents = size < 1000 and round(size, 2) != round(size)
    text = decimal(size, 2 if cents else 0, grouped=True)
    return f"−{text}" if value < 0 and text.strip("0.,") else text


def sentence(found: Case) -> str:
    """The case in one sentence, with both outcomes."""
    low = found.halved()
    if found.cost is None:
        return _(
            "It could be worth {amount} in a year, {amount_2} with half of the "
            "benefit; what the fix costs is not named yet."
        ).format(amount=amount(found.benefit), amount_2=amount(low.benefit))
    leaves = _("which leaves {amount}").format(amount=amount(found.first_year))
    if found.first_year < 0:
        leaves = _("which costs {amount} more than it brings").format(
            amount=amount(-found.first_year)
        )
    halves = _("With half of the benefit {amount} is left.").format(amount=amount(low.first_year))
    if low.first_year < 0:
        halves = _("With half of the benefit it costs {amount} more than it brings.").format(
            amount=amount(-low.first_year)
        )
    return _(
        "It could be worth {benefit} in a year; the fix costs {cost}, {leaves}. {halves}"
    ).format(benefit=amount(found.benefit), cost=amount(found.cost), leaves=leaves, halves=halves)
