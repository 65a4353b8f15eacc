"""What was found in a text, its kinds, and how finds are covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from cxreset.base.language.words import N_, N_pair, _, in_every_language

MARKS: Final = {
    "e-mail": N_("[e-mail]"),
    "phone": N_("[phone]"),
    "card": N_("[card]"),
    "account": N_("[account]"),
    "tax": N_("[tax number]"),
    "insurance": N_("[insurance number]"),
    "identity": N_("[identity number]"),
    "birth": N_("[date of birth]"),
    "plate": N_("[number plate]"),
    "network": N_("[IP address]"),
    "handle": N_("[handle]"),
    "profile": N_("[profile]"),
    "number": N_("[number]"),
    "name": N_("[name]"),
    "street": N_("[street address]"),
}
"""What stands in a masked text instead of each kind, in English; `sign` says it as it is spoken."""

NAMES: Final = {
    "e-mail": N_pair("e-mail address", "e-mail addresses"),
    "phone": N_pair("phone number", "phone numbers"),
    "card": N_pair("card number", "card numbers"),
    "account": N_pair("account number", "account numbers"),
    "tax": N_pair("tax number", "tax numbers"),
    "insurance": N_pair("insurance number", "insurance numbers"),
    "identity": N_pair("passport or identity number", "passport or identity numbers"),
    "birth": N_pair("date of birth", "dates of birth"),
    "plate": N_pair("number plate", "number plates"),
    "network": N_pair("IP address", "IP addresses"),
    "handle": N_pair("account name", "account names"),
    "profile": N_pair("profile link", "profile links"),
    "number": N_pair("long number", "long numbers"),
    "name": N_pair("likely name", "likely names"),
    "street": N_pair("likely street address", "likely street addresses"),
}
"""One of each kind, and several, in words."""

BLANK: Final = "\0"
"""Stands for each character that was found already: it joins nothing and is part of nothing."""


class Found(NamedTuple):
    """A piece of personal data: its kind is a key of `MARKS`; text[start:end]."""

    kind: str
    start: int
    end: int


def sign(kind: str) -> str:
    """What stands instead of a piece of that kind, in the language of the interface."""
    return _(MARKS[kind])


@cache
def english_signs() -> dict[str, str]:
    """The sign of each kind in every language -> the English one: what comes back may have been
    written in another language."""
    return {each: mark for mark in MARKS.values() for each in in_every_language(mark)}


def covered(text: str, finds: Iterable[Found]) -> str:
    """The text with a mark in the place of each find; finds are in order and do not overlap."""
    pieces, end = [], 0
    for one in finds:
        pieces += [text[end : one.start], sign(one.kind)]
        end = one.end
    return "".join((*pieces, text[end:]))


def without(text: str, finds: Iterable[Found]) -> str:
    """The text with these pieces blanked out, each as long as before."""
    pieces, end = [], 0
    for one in sorted(finds, key=lambda one: one.start):
        pieces += [text[end : max(end, one.start)], BLANK * (one.end - max(end, one.start))]
        end = max(end, one.end)
    return "".join((*pieces, text[end:]))


def apart(finds: Iterable[Found]) -> Iterator[Found]:
    """Finds in order that do not overlap: what two share belongs to the first."""
    end = 0
    for one in sorted(finds, key=lambda one: one.start):
        if one.end > end:
            yield one if one.start >= end else one._replace(start=end)
            end = one.end
