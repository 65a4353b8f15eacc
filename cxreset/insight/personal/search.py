"""All that is personal in a text, found in the order in which one kind rules out another."""

from __future__ import annotations

import re
from functools import lru_cache

from cxreset.insight.personal import addresses, cued, digits, online, shapes
from cxreset.insight.personal.found import BLANK, Found, apart, covered, without

_SIGN = re.compile(
    r"[\d@＠/:_]|[\[({<&](?:at|ät|#|c)|\b(?:at|ät|arroba|arobase|arobas|chiocciola|apenstaartje|klammeraffe)\b|<<",
    re.IGNORECASE,
)
"""Without one of these nothing below can be there."""
_DIGIT = re.compile(r"\d")
_SHAPED = re.compile(r"\d|<<")
_SIX = re.compile(r"(?:\d\D*+){6}")  # fewer digits are no number of any kind
_PLAIN = re.compile(
    r"(?<!\d)(?<!\d[./-])(?:"
    r"(?P<year>(?:19|20)\d\d)(?P<a>[-./])(?P<m1>\d\d?)(?P=a)(?P<d1>\d\d?)"
    r"|(?P<d2>\d\d?)(?P<b>[-./])(?P<m2>\d\d?)(?P=b)(?:(?:19|20)\d\d|\d\d)"
    r")(?!\d|[./-]\d)"
    r"|(?<!\d)\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d)"  # times
    r"|(?<![\d.,])(?:0|[1-9]\d{0,8})[.,]\d++(?![.,/-]\d)"  # decimals
)
"""Dates, times and decimals: taken out before anything else is looked for among the digits."""


REMEMBERED = 2048
"""Texts whose finds are remembered: one plan is masked anew for each colleague and each form."""


@lru_cache(maxsize=REMEMBERED)
def find(text: str) -> tuple[Found, ...]:
    """What is personal in a text, in the order it stands there; finds never overlap."""
    if not _SIGN.search(text):
        return ()
    finds = [*apart(addresses.find(text))]
    rest = without(text, finds)
    for look in (online.find, shapes.find) if _SHAPED.search(rest) else (online.find,):
        finds += (more := [*apart(look(rest))])
        rest = without(rest, more)
    if _DIGIT.search(rest):
        finds += _numbers(rest)
    return tuple(apart(finds))


def _numbers(text: str) -> list[Found]:
    """Numbers that words explain, then those that are long or look like a telephone's."""
    explained = cued.explained(text)
    orders = [*explained.orders, *shapes.order_numbers(text)]
    rest = without(text, [*explained.finds, *(Found("", start, end) for start, end in orders)])
    finds = explained.finds
    if _SIX.search(rest):
        finds += [Found(*one) for one in digits.find(_PLAIN.sub(_blanked, rest))]
    return finds


def mask(text: str) -> str:
    """The text with a mark of its kind in the place of each find: `[e-mail]`, `[phone]`, …"""
    return covered(text, find(text))


def _blanked(found: re.Match[str]) -> str:
    """Nothing where a date, a time or a decimal stood; what is no day of any month stays."""
    day, month = found["d1"] or found["d2"], found["m1"] or found["m2"]
    if day and not _some_day(int(day), int(month)):
        return found[0]
    return BLANK * len(found[0])


def _some_day(day: int, month: int) -> bool:
    """A day and a month, in either order (7/9 and 9/7 are written for the same day)."""
    return 1 <= min(day, month) <= 12 and 1 <= max(day, month) <= 31
