"""The case in money, from the answers of its worksheet."""

from __future__ import annotations

from collections.abc import Mapping

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.insight import money
from cxreset.programme.model import Pack, PromptSheet
from cxreset.sharing.facts.plan import MoneyFact

_FIX = "fix"
_BENEFITS = (
    {"volume", "contacts_avoided", "cost_per_contact"},
    {"volume", "errors_avoided", "cost_per_error"},
    {"customers_kept", "margin_per_customer"},
)
"""Keys of fields (`insight.money.Assumptions`) from which a benefit can be worked out."""


def is_case_in_money(sheet: PromptSheet) -> bool:
    """Does a worksheet ask for figures that the program can reckon with, whatever it is called?"""
    keys = {field.key for field in sheet.fields}
    return any(benefit <= keys for benefit in _BENEFITS)


def money_sheet(pack: Pack) -> PromptSheet | None:
    """The pack's worksheet for the case in money, if it has one."""
    return next((sheet for sheet in pack.worksheets if is_case_in_money(sheet)), None)


def money_of(sheet: PromptSheet, written: Mapping[str, str]) -> MoneyFact | None:
    """The case, or None while nobody wrote in its worksheet or its figures give no benefit.

    A field without an answer counts with the pack's own starting figure, which is an assumption
    like the others and is listed with them.
    """
    if not any(text.strip() for text in written.values()):
        return None
    words = {field.key: written.get(field.key, field.default) for field in sheet.fields}
    case = money.case(money.assumptions(words))
    if case is None:
        return None
    figures = [(field.label, words[field.key]) for field in sheet.fields if field.kind == "number"]
    notes = [
        (field.label, words[field.key])
        for field in sheet.fields
        if field.kind == "text" and field.key != _FIX and words[field.key].strip()
    ]
    return MoneyFact(
        fix=words.get(_FIX, ""),
        sentence=money.sentence(case),
        assumed=tuple((label, figure) for label, text in figures if (figure := _figure(text))),
        sums=sums(case),
        notes=tuple(notes),
    )


def _figure(text: str) -> str:
    """A figure that says something; 0 and nothing are left out."""
    try:
        value = money.number(text)
    except UsageError:
        return ""
    return money.amount(value) if value else ""


def sums(case: money.Case) -> tuple[tuple[str, str, str], ...]:
    """Rows of (what, likely, with half of the benefit), all of them amounts of money."""
    low = case.halved()
    rows = [
        (_("Saved on contacts"), case.contacts, low.contacts),
        (_("Saved on errors"), case.errors, low.errors),
        (_("Margin from customers who stay"), case.kept, low.kept),
        (_("Less the cost of the fix"), -(case.cost or 0.0), -(case.cost or 0.0)),
    ]
    amounts = [(what, money.amount(one), money.amount(two)) for what, one, two in rows if one]
    return (
        *amounts,
        (_("First year"), money.amount(case.first_year), money.amount(low.first_year)),
    )
