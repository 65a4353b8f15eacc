"""The case in money: from the answers of its worksheet to facts, and from these to a part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cxreset.base.errors import UsageError
from cxreset.base.text import one_line
from cxreset.insight import money
from cxreset.sharing.documents.model import Block, Fact, Facts, Paragraph, Part, Table
from cxreset.sharing.documents.parts import spoken_lines
from cxreset.sharing.facts.model import MoneyFact, PlanFacts

if TYPE_CHECKING:
    from cxreset.programme.model import Pack

MONEY = "case-in-money"
"""The worksheet (and the scope of its answers) whose figures the program reckons with."""

_FIX = "fix"
_CURRENCY = re.compile(
    r"[€£$¥]|\b(?:EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|CAD|AUD|JPY|INR)\b"
    r"|(?i:\b(?:euros?|pounds?|dollars?|francs?|kronor|kroner|yen|rupees?)\b)"
)
_SAME = {"€": "euro", "eur": "euro", "£": "pound", "gbp": "pound", "$": "dollar", "usd": "dollar"}


def money_of(written: Mapping[str, str], pack: Pack) -> MoneyFact | None:
    """The case, or None while nobody wrote in its worksheet or its figures give no benefit.

    A field without an answer counts with the pack's own starting figure, which is an assumption
    like the others and is listed with them.
    """
    sheet = next((one for one in pack.worksheets if one.id == MONEY), None)
    if sheet is None or not any(text.strip() for text in written.values()):
        return None
    words = {field.key: written.get(field.key, field.default) for field in sheet.fields}
    found = money.case(money.assumptions(words))
    if found is None:
        return None
    figures = [(field.label, words[field.key]) for field in sheet.fields if field.kind == "number"]
    notes = [
        (field.label, words[field.key])
        for field in sheet.fields
        if field.kind == "text" and field.key != _FIX and words[field.key].strip()
    ]
    return MoneyFact(
        fix=words.get(_FIX, ""),
        sentence=money.sentence(found),
        assumed=tuple((label, said) for label, text in figures if (said := _figure(text))),
        sums=sums(found),
        notes=tuple(notes),
    )


def _figure(text: str) -> str:
    """A figure that says something; 0 and nothing are left out."""
    try:
        value = money.number(text)
    except UsageError:
        return ""
    return money.amount(value) if value else ""


def sums(found: money.Case) -> tuple[tuple[str, str, str], ...]:
    """Rows of (what, likely, with half of the benefit), all of them amounts of money."""
    low = found.halved()
    rows = [
        ("Saved on contacts", found.contacts, low.contacts),
        ("Saved on errors", found.errors, low.errors),
        ("Margin from customers who stay", found.kept, low.kept),
        ("Less the cost of the fix", -(found.cost or 0.0), -(found.cost or 0.0)),
    ]
    told = [(what, money.amount(one), money.amount(two)) for what, one, two in rows if one]
    return (*told, ("First year", money.amount(found.first_year), money.amount(low.first_year)))


def _currency(case: MoneyFact) -> str:
    """The currency as the leader wrote it (`euros`); without one, or with several, other words."""
    found = [said for text in (case.fix, *dict(case.notes).values()) for said in _named(text)]
    kinds = {_SAME.get(said.lower(), said.lower()).removesuffix("s") for said in found}
    if len(kinds) != 1:
        return "your currency"
    said = found[0]
    return f"{said}s" if said.lower() in ("euro", "pound", "dollar", "franc", "rupee") else said


def _named(text: str) -> list[str]:
    return _CURRENCY.findall(one_line(text))


def money_part(facts: PlanFacts) -> tuple[Part, ...]:
    """`What it could be worth, on stated assumptions`; no part at all without a case."""
    case = facts.money
    if case is None:
        return ()
    fix = one_line(case.fix)
    currency = _currency(case)
    blocks: list[Block] = [
        *((Facts((Fact("The fix", (fix,)),)),) if fix else ()),
        Paragraph(f"{case.sentence} {money.ASSUMED} Amounts are in {currency}."),
        Table(
            ("Assumed", "Figure"),
            tuple((one_line(label), one_line(said)) for label, said in case.assumed),
            "What is assumed",
        ),
        Table(
            ("In a year", "Likely", "With half of the benefit"),
            case.sums,
            f"The sums, in {currency}",
        ),
    ]
    noted = [
        Fact(one_line(label), lines) for label, text in case.notes if (lines := spoken_lines(text))
    ]
    if noted:
        blocks.append(Facts(tuple(noted)))
    return (Part("money", "What it could be worth, on stated assumptions", tuple(blocks)),)
