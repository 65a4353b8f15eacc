"""The case in money as a part of the plan."""

from __future__ import annotations

import re

from cxreset.base.language.words import _, spoken_language
from cxreset.insight import money
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.model import Block, Fact, Facts, Paragraph, Part, Table
from cxreset.sharing.documents.parts import spoken_lines
from cxreset.sharing.facts.plan import MoneyFact, PlanFacts

_CURRENCY = re.compile(
    r"[€£$¥]|\b(?:EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN|CAD|AUD|JPY|INR)\b"
    r"|(?i:\b(?:euros?|pounds?|dollars?|francs?|kronor|kroner|yen|rupees?)\b)"
)
_PLURAL_S = ("euro", "pound", "dollar", "franc", "rupee")
"""Takes an s where the program speaks English."""
_SAME = {"€": "euro", "eur": "euro", "£": "pound", "gbp": "pound", "$": "dollar", "usd": "dollar"}


def _currency(case: MoneyFact) -> str:
    """The currency as the leader wrote it (`euros`); without one, or with several, other words."""
    texts = (case.fix, *dict(case.notes).values())
    names = [name for text in texts for name in _CURRENCY.findall(one_line(text))]
    kinds = {_SAME.get(name.lower(), name.lower()).removesuffix("s") for name in names}
    if len(kinds) != 1:
        return _("your currency")
    name: str = names[0]
    if spoken_language() == "en" and name.lower() in _PLURAL_S:
        return f"{name}s"
    return name


def money_part(facts: PlanFacts) -> tuple[Part, ...]:
    """`What it could be worth, on stated assumptions`; no part at all without a case."""
    case = facts.money
    if case is None:
        return ()
    fix = one_line(case.fix)
    currency = _currency(case)
    blocks: list[Block] = [
        *((Facts((Fact(_("The fix"), (fix,)),)),) if fix else ()),
        Paragraph(
            _("{sentence} {assumed} Amounts are in {currency}.").format(
                sentence=case.sentence, assumed=_(money.ASSUMED), currency=currency
            )
        ),
        Table(
            (_("Assumed"), _("Figure")),
            tuple((one_line(label), one_line(figure)) for label, figure in case.assumed),
            _("What is assumed"),
        ),
        Table(
            (_("In a year"), _("Likely"), _("With half of the benefit")),
            case.sums,
            _("The sums, in {currency}").format(currency=currency),
        ),
    ]
    noted = [
        Fact(one_line(label), lines) for label, text in case.notes if (lines := spoken_lines(text))
    ]
    if noted:
        blocks.append(Facts(tuple(noted)))
    return (Part("money", _("What it could be worth, on stated assumptions"), tuple(blocks)),)
