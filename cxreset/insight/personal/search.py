"""All that is personal in a text, found in the order in which one kind rules out another."""

from __future__ import annotations

import re
from typing import Final

from cxreset.insight.personal import addresses, cued, digits, online, shapes
from cxreset.insight.personal.found import BLANK, Found, apart, covered, without
from cxreset.insight.personal.hints import Hints, hints
from cxreset.insight.personal.words import BIRTH, PLATE, VEHICLE

_SIX = re.compile(r"(?:\d\D*+){6}")  # fewer digits are no number of any kind
_PLAIN = re.compile(
    r"(?<!\d)(?<!\d[./-])(?:"
    r"(?P<year>(?:19|20)\d\d)(?P<a>[-./])(?P<m1>\d\d?)(?P=a)(?P<d1>\d\d?)"
    r"|(?P<d2>\d\d?)(?P<b>[-./])(?P<m2>\d\d?)(?P=b)(?:(?:19|20)\d\d|\d\d)"
    r")(?!\d|[./-]\d)"
    r"|(?<![\d.,])(?:[01]\d|2[0-3])\.[0-5]\d(?![.,/-]?\d)"  # times, with a full stop
    r"|(?<!\d)\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d)"  # times
    r"|(?<![\d.,])(?:0|[1-9]\d{0,8})[.,]\d++(?![.,/-]\d)"  # decimals
)
"""Dates, times and decimals: taken out before anything else is looked for among the digits."""
_JOINED = re.compile(r"[.,]?(?<!\d)\d++(?:[-./:,]++\d++)++")
"""Where one may be: digits with its signs between them."""


_EXPLAINED: Final = ("card", "account", "tax", "insurance", "identity", BIRTH, PLATE, VEHICLE)
"""Words of these kinds make a number personal that would not be by its own look."""


def find(text: str) -> tuple[Found, ...]:
    """What is personal in a text, in the order it stands there; finds never overlap."""
    return find_with(text, hints(text))


def find_with(text: str, seen: Hints) -> tuple[Found, ...]:
    """`find` for a text whose hints are known."""
    finds: list[Found] = []
    rest = text
    for look in (addresses.find, online.find, shapes.find):
        if more := [*look(rest, seen)]:
            more = [*apart(more)]
            finds += more
            rest = without(rest, more)
    if seen.six or seen.any_of(*_EXPLAINED):
        finds += _numbers(rest, seen)
    return tuple(apart(finds)) if finds else ()


def _numbers(text: str, seen: Hints) -> list[Found]:
    """Numbers that words explain, then those that are long or look like a telephone's."""
    explained = cued.explained(text, seen)
    finds = explained.finds
    if not seen.six:
        return finds
    orders = [*explained.orders, *shapes.order_numbers(text)]
    rest = without(text, [*finds, *(Found("", start, end) for start, end in orders)])
    if _SIX.search(rest):
        finds += [Found(*one) for one in digits.find(_JOINED.sub(_without_plain, rest))]
    return finds


def mask(text: str) -> str:
    """The text with a mark of its kind in the place of each find: `[e-mail]`, `[phone]`, …"""
    return covered(text, find(text))


def _without_plain(joined: re.Match[str]) -> str:
    return _PLAIN.sub(_blanked, joined[0])


def _blanked(found: re.Match[str]) -> str:
    """Nothing where a date, a time or a decimal stood; what is no day of any month stays."""
    day, month = found["d1"] or found["d2"], found["m1"] or found["m2"]
    if day and not _some_day(int(day), int(month)):
        return found[0]
    return BLANK * len(found[0])


def _some_day(day: int, month: int) -> bool:
    """A day and a month, in either order (7/9 and 9/7 are written for the same day)."""
    return 1 <= min(day, month) <= 12 and 1 <= max(day, month) <= 31
