"""Personal data in what customers wrote: e-mail addresses, telephone, card and long numbers.

What counts, and why:

    e-mail  name@domain.tld in any script. The name part takes letters, digits and . _ % + & ' -
            (more is allowed on paper, but would swallow the start of a web address).
    phone   +, or 00, and 7 to 15 digits (E.164); a national number that begins with 0 and has 9
            to 12 digits; the North American 3-3-4, with or without a 1 before it; any 6 to 15
            digits straight after a word such as "call me on" or "phone:".
    card    13 to 19 digits with a right check digit (Luhn, ISO/IEC 7812-1).
    number  9 digits or more in one piece, with the letters that touch them; the same in groups of
            three or more digits joined by spaces or hyphens; an IBAN (ISO 13616, mod 97).

What stays: dates, times, years, prices, percentages, decimals, amounts with their thousands apart,
and shorter numbers. "Order 12345" stays: it names nobody to an outsider, and it is how a colleague
finds the case. Nine digits in one piece are masked whatever the word before them, since a long
order number cannot be told from an account. Names and postal addresses are not recognised.

Every step looks at each place a bounded number of times, so the time grows with the length of the
text only, whatever is written in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from cxreset.insight import digits

MARKS: Final = {"e-mail": "[e-mail]", "phone": "[phone]", "card": "[card]", "number": "[number]"}
"""What stands in a masked text instead of each kind."""

_WORD = rf"\w\u0300-\u036f{digits.HIDDEN}"
_ADDRESSES = re.compile(rf"[{_WORD}.%+&'@-]++")
_DOMAIN = re.compile(rf"[{_WORD}-]++(?:\.[{_WORD}-]++)*\.[{_WORD}-]*[^\W\d_][{_WORD}-]*")

_SIGN = re.compile(r"[\d@]")  # without one of these nothing below can be there
_SIX = re.compile(r"(?:\d\D*+){6}")  # fewer digits are no number of any kind
_BLANK = "\0"
_PLAIN = re.compile(
    r"(?<!\d)(?<!\d[./-])(?:"
    r"(?P<year>(?:19|20)\d\d)(?P<a>[-./])(?P<m1>\d\d?)(?P=a)(?P<d1>\d\d?)"
    r"|(?P<d2>\d\d?)(?P<b>[-./])(?P<m2>\d\d?)(?P=b)(?:(?:19|20)\d\d|\d\d)"
    r")(?!\d|[./-]\d)"
    r"|(?<!\d)\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?!\d)"  # times
    r"|(?<![\d.,])(?:0|[1-9]\d{0,8})[.,]\d++(?![.,/-]\d)"  # decimals
)
"""Dates, times and decimals: taken out before anything else is looked for among the digits."""

_IBAN = re.compile(
    rf"(?<!\w)(?=([A-Za-z]{{2}}[0-9]{{2}}(?:(?:{digits.SPACE}|-)?[A-Za-z0-9]){{11,30}}))"
)


class Found(NamedTuple):
    """A piece of personal data: `kind` is e-mail, phone, card or number; text[start:end]."""

    kind: str
    start: int
    end: int


def find(text: str) -> tuple[Found, ...]:
    """What is personal in a text, in the order it stands there; finds never overlap."""
    if not _SIGN.search(text):
        return ()
    found = [*_addresses(text)] if "@" in text else []
    rest = _without(text, found)
    ibans = [*_ibans(rest)]
    rest = _without(rest, ibans)
    found += ibans
    if _SIX.search(rest):
        found += [Found(*one) for one in digits.find(_PLAIN.sub(_blanked, rest))]
    return tuple(_apart(sorted(found, key=lambda one: one.start)))


def mask(text: str) -> str:
    """The text with each find replaced by its mark: `[e-mail]`, `[phone]`, `[card]`, `[number]`."""
    pieces, end = [], 0
    for one in find(text):
        pieces += [text[end : one.start], MARKS[one.kind]]
        end = one.end
    return "".join((*pieces, text[end:]))


def _addresses(text: str) -> Iterator[Found]:
    for run in _ADDRESSES.finditer(text):
        if "@" not in run[0]:
            continue
        pieces = run[0].split("@")
        at, free = run.start(), run.start()  # where a piece begins, and what is not taken yet
        for name, after in pairwise(pieces):
            here, at = at, at + len(name) + 1
            name = text[max(here, free) : at - 1].lstrip(".%&'-")
            domain = _DOMAIN.match(after)
            if name and domain and not name.endswith("."):
                free = at + len(domain[0].rstrip("-"))
                yield Found("e-mail", at - 1 - len(name), free)


def _ibans(text: str) -> Iterator[Found]:
    for start in _IBAN.finditer(text):
        shape = start[1]
        ends = [
            end
            for end in range(len(shape), 14, -1)
            if end == len(shape) or not shape[end].isalnum()
        ]
        for end in ends:
            after = start.start() + end
            if text[after : after + 1].isalnum():
                continue
            if _right_iban("".join(char for char in shape[:end] if char.isalnum())):
                yield Found("number", start.start(), after)
                break


def _right_iban(letters: str) -> bool:
    """The check of ISO 13616: the first four to the end, letters as 10 to 35, modulo 97 is 1."""
    return int("".join(str(int(char, 36)) for char in letters[4:] + letters[:4])) % 97 == 1


def _blanked(found: re.Match[str]) -> str:
    """Nothing where a date, a time or a decimal stood; what is no day of any month stays."""
    day, month = found["d1"] or found["d2"], found["m1"] or found["m2"]
    if day and not _some_day(int(day), int(month)):
        return found[0]
    return _BLANK * len(found[0])


def _some_day(day: int, month: int) -> bool:
    """A day and a month, in either order (7/9 and 9/7 are written for the same day)."""
    return 1 <= min(day, month) <= 12 and 1 <= max(day, month) <= 31


def _without(text: str, found: list[Found]) -> str:
    """The text with these pieces blanked out, each as long as before."""
    pieces, end = [], 0
    for one in found:
        pieces += [text[end : one.start], _BLANK * (one.end - one.start)]
        end = max(end, one.end)
    return "".join((*pieces, text[end:]))


def _apart(found: list[Found]) -> Iterator[Found]:
    """Finds that do not overlap: what two share belongs to the first."""
    end = 0
    for one in found:
        if one.end > end:
            yield one._replace(start=max(one.start, end))
            end = one.end
