"""Which of the speakers of a conversation is the customer.

Told by plain words in their names (`Agent`, `Support`, `Shop Nordlicht`) or by the file's own
(`WhatsApp Chat with Mara`). Where that leaves it open, somebody has to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import listed, one_line
from cxreset.intake.columns.names import words_of
from cxreset.intake.columns.people import Side
from cxreset.intake.columns.plain import simple
from cxreset.intake.speakers.turns import side_of

_SHOWN = 12  # speakers listed in a sentence
_COMPANY = {
    *("agent", "support", "service", "kundenservice", "kundendienst", "helpdesk", "help", "desk"),
    *("team", "shop", "store", "gmbh", "ag", "ltd", "llc", "inc", "corp", "sarl", "bv", "spa"),
    *("bot", "assistant", "assistent", "official", "company", "care", "care team", "reception"),
    *(
        "hotel",
        "bank",
        "studio",
        "clinic",
        "praxis",
        "customer service",
        "servicio",
        "atencion",
    ),
    *("tienda", "soporte", "loja", "atendimento", "suporte", "negozio", "assistenza", "servizio"),
    *("klantenservice", "winkel", "sklep", "obsluga", "biuro", "destek", "magaza", "musteri"),
    *("поддержка", "магазин", "служба", "оператор", "サポート", "店", "客服", "상담원", "고객센터"),
    *("operator", "advisor", "representative", "concierge", "sales", "office", "admin", "info"),
    *("noreply", "system", "moderator", "staff", "υποστηριξη", "καταστημα", "الدعم", "خدمة"),
}
_COMPANY_WORDS = frozenset(map(simple, _COMPANY))
_CUSTOMER_WORDS = {"customer", "client", "visitor", "guest", "caller", "kunde", "kundin", "cliente"}
_WITH = re.compile(
    r"(?:whatsapp[ _-]*chat|chat|conversation|unterhaltung)[ _]*(?:with|mit|avec|con|com|met|z|-)"
    r"[ _]+(.{1,60})",
    re.IGNORECASE,
)


class Speaker(NamedTuple):
    """Somebody who speaks in a file, how often, and for whom if that is known."""

    name: str
    turns: int
    side: Side | None


def side_of_name(name: str) -> Side | None:
    """`Agent`, `Sam (Support)`, `Customer 4` → whom they speak for, if their name says so."""
    side = side_of(name)
    if side:
        return side
    words = words_of(name.replace("(", " ").replace(")", " "))
    if words & _CUSTOMER_WORDS and not words & (_COMPANY_WORDS - {"musteri"}):
        return "customer"
    return "company" if words & _COMPANY_WORDS else None


def partner(stem: str) -> str:
    """`Mara` of a file called `WhatsApp Chat with Mara`; empty for other names."""
    match = _WITH.search(stem)
    return one_line(match[1].replace("_", " ")) if match else ""


def customers_among(
    speakers: Sequence[Speaker], asked: Sequence[str], hint: str = ""
) -> frozenset[str] | None:
    """The names whose turns are the customer's; None where it cannot be known.

    `asked` settles it; `hint` is a name that the file itself points to. Raises UsageError for a
    name that nobody in the file has.
    """
    if asked:
        return frozenset(_called(speakers, name) for name in asked)
    known = [speaker for speaker in speakers if speaker.side == "customer"]
    unknown = [speaker for speaker in speakers if speaker.side is None]
    if known:
        return frozenset(speaker.name for speaker in known)
    if hint:
        fits = [speaker.name for speaker in speakers if simple(speaker.name) == simple(hint)]
        if fits and len(speakers) == 2:
            return frozenset(fits)
    if len(unknown) == 1 and len(speakers) > 1:
        return frozenset((unknown[0].name,))
    return None


def _called(speakers: Iterable[Speaker], asked: str) -> str:
    wanted = one_line(asked).casefold()
    speakers = list(speakers)
    for speaker in speakers:
        if one_line(speaker.name).casefold() == wanted:
            return speaker.name
    raise UsageError(
        _('Nobody in the file is called "{asked}". There speak: {named}.').format(
            asked=one_line(asked, 60), named=named(speakers)
        )
    )


def named(speakers: Sequence[Speaker]) -> str:
    """`Mara (3 messages) and Shop Nordlicht (2)`, for a sentence."""
    shown = [f"{one_line(each.name, 40)} ({whole(each.turns)})" for each in speakers[:_SHOWN]]
    rest = len(speakers) - len(shown)
    return listed([*shown, _("{rest} more").format(rest=rest)] if rest > 0 else shown)
