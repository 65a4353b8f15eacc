"""Telephone, card and long numbers among the digits of a text; `personal` says what counts.

A run is digits joined by what people put between them. It is looked at from each of its groups on,
a few groups far, so the time grows with the length of the text only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from cxreset.insight.personal.cues import cue_after, cue_before
from cxreset.insight.personal.words import CURRENCIES, PHONE

HIDDEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Characters shown as nothing, as a piece of a character class: nobody hides a number by them."""

SPACE = rf"[ \t\u00a0\u2007\u2009\u202f{HIDDEN}]"
_HYPHEN = "[-\u2010-\u2013]"
_JOIN = rf"(?:\)?{SPACE}{{0,2}}{_HYPHEN}?{SPACE}{{0,2}}\(?|\)?[./]\(?|\)?{SPACE}/{SPACE}\(?)"
_RUN = re.compile(rf"\(?[+＋]?{SPACE}?\(?\d++(?:{_JOIN}\d++)*+")
_DIGITS = re.compile(r"\d+")

_CURRENCY = "EUR|USD|GBP|CHF|JPY|KRW|IDR|VND|INR|HUF|COP|CLP"
_CODE = re.compile(rf"\b(?:{_CURRENCY})\Z", re.IGNORECASE)
_CODE_AFTER = re.compile(rf"{SPACE}?(?:{_CURRENCY}|{CURRENCIES})\b", re.IGNORECASE)
_TOUCHING = 40
"""So many letters on either side of a long number belong to it at most."""

Span = tuple[str, int, int]
"""A kind (phone, card or number), where it starts and where it ends."""


class _Groups(NamedTuple):
    """The groups of digits in one run: where each begins and ends, and what joins it to the one
    before (for the first: what stands before it, such as `+` or `(`)."""

    text: str
    spans: list[tuple[int, int]]
    joins: list[str]

    def lengths(self, first: int, last: int) -> list[int]:
        return [end - start for start, end in self.spans[first:last]]

    def digits(self, first: int, last: int) -> str:
        return "".join(self.text[start:end] for start, end in self.spans[first:last])

    def between(self, first: int, last: int) -> str:
        """The digits with what joins them."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def ends(self, first: int, fewest: int, most: int) -> list[int]:
        """Ends of windows that begin at group `first` and hold that many digits, longest first."""
        ends, total = [], 0
        for last, (start, end) in enumerate(self.spans[first : first + most], first + 1):
            total += end - start
            if total > most:
                break
            if total >= fewest:
                ends.append(last)
        return ends[::-1]


def find(text: str) -> Iterator[Span]:
    """The numbers of a text, in order; two may overlap in the letters that touch them.

    Dates, times and decimals are taken as numbers too: blank them out before.
    """
    for run in _RUN.finditer(text):
        yield from _in_run(text, run)


def _in_run(text: str, run: re.Match[str]) -> Iterator[Span]:
    spans = [found.span() for found in _DIGITS.finditer(text, run.start(), run.end())]
    before = [run.start(), *(end for _, end in spans)]
    joins = [text[end:start] for end, (start, _) in zip(before, spans, strict=False)]
    if len(spans) < 3 and sum(end - start for start, end in spans) < 6:
        return
    groups = _Groups(text, spans, joins)
    here = 0
    while here < len(spans):
        kind, last = next(
            (
                (kind, last)
                for kind, look in (("card", _card), ("phone", _phone), ("number", _number))
                if (last := look(groups, here))
            ),
            ("", here + 1),
        )
        if kind:
            yield _whole(groups, kind, here, last)
        here = last


def _whole(groups: _Groups, kind: str, here: int, last: int) -> Span:
    """The find with its sign and brackets; one piece of digits with the letters that touch it."""
    start, end = groups.spans[here][0], groups.spans[last - 1][1]
    if here == 0:
        before = groups.joins[0]
        inside = groups.text[start:end]
        whole = before if ")" in inside else before.replace("(", "")
        start -= len(whole.lstrip())
    if kind == "number":
        text, low, high = groups.text, max(0, start - _TOUCHING), end + _TOUCHING
        while start > low and text[start - 1].isalnum():
            start -= 1
        while end < min(high, len(text)) and text[end].isalnum():
            end += 1
    return kind, start, end


def _card(groups: _Groups, here: int) -> int:
    if _signed(groups, here) or groups.lengths(here, here + 1)[0] < 2:
        return 0
    for last in groups.ends(here, 13, 19):
        if min(groups.lengths(here, max(last - 1, here + 1))) >= 2 and luhn(
            groups.digits(here, last)
        ):
            return last
    return 0


def _signed(groups: _Groups, here: int) -> bool:
    return "+" in groups.joins[here] or "＋" in groups.joins[here]


def luhn(digits: str) -> bool:
    """Is the last digit the check digit of the others? All zeros are no card."""
    values = [int(digit) for digit in reversed(digits)]
    doubled = (2 * value - 9 * (value > 4) for value in values[1::2])
    return any(values) and (sum(values[::2]) + sum(doubled)) % 10 == 0


def _phone(groups: _Groups, here: int) -> int:
    """The end of a telephone number that begins at this group, or 0."""
    head = _plain_digits(groups.digits(here, here + 2))
    if here == 0 and cue_before(groups.text, groups.spans[0][0] - len(groups.joins[0])) == PHONE:
        abroad = _signed(groups, here) or not head.startswith("0") or head.startswith("00")
        return next(iter(groups.ends(here, 6, 15 if abroad else 12)), 0)
    if here == 0 and cue_after(groups.text, groups.spans[-1][1]) == PHONE:
        ends = groups.ends(0, 6, 15)
        return len(groups.spans) if len(groups.spans) in ends else 0
    return _from_abroad(groups, here, head) or _national(groups, here, head)


def _from_abroad(groups: _Groups, here: int, head: str) -> int:
    sign = _signed(groups, here)
    if not sign and (not head.startswith("00") or head[2:3] in ("", "0")):
        return 0
    ends = groups.ends(here, 7 if sign else 9, 15 if sign else 17)
    return next((end for end in ends if _spoken(groups, here, end)), 0)


def _national(groups: _Groups, here: int, head: str) -> int:
    if head.startswith("0"):
        for last in groups.ends(here, 9, 12) if head[1:2] not in ("", "0") else ():
            alone = last == here + 1
            if _spoken(groups, here, last) and (not alone or groups.lengths(here, last)[0] > 9):
                return last
        return 0
    lengths = groups.lengths(here, here + 4)
    if lengths == [3, 2, 2, 2] and head[0] in "6789" and _joined(groups, here, here + 4):
        return here + 4  # Spain
    if lengths == [2, 3, 2, 2] and head[0] in "89" and _joined(groups, here, here + 4):
        return here + 4  # Spain, with the province first
    if lengths[0] == 3 and head[0] == "3" and lengths[1:2] in ([6], [7]):
        return here + 2  # Italy's mobile networks
    for first, shape in ((1, [1, 3, 3, 4]), (0, [3, 3, 4])):
        if lengths[: len(shape)] == shape:
            digits = _plain_digits(groups.digits(here, here + len(shape)))
            if digits[first] in "23456789" and digits[first + 3] in "23456789":
                return here + len(shape) if not first or digits[0] == "1" else 0
    return 0


def _spoken(groups: _Groups, here: int, last: int) -> bool:
    """Groups as people write a number: hardly ever a digit on its own but the first and `(0)`."""
    lengths = groups.lengths(here, last)
    in_pairs = lengths[-3:] == [2, 2, 1] and max(lengths[:-3], default=0) > 2
    if in_pairs or (len(lengths) > 3 and groups.digits(last - 1, last) == "0"):
        lengths.pop()  # a digit that is left over behind pairs; the "0" of a switchboard
    singles = sum(length == 1 for length in lengths[1:])
    return lengths[-1] > 1 and singles - ("(0)" in groups.between(here, last)) <= 1


def _number(groups: _Groups, here: int) -> int:
    start, end = groups.spans[here]
    if end - start >= 9:
        return 0 if _price(groups.text, start, end) else here + 1
    if groups.lengths(here, here + 3) == [3, 2, 4] and _joined(groups, here, here + 3):
        return here + 3
    last = here
    while (
        last < min(here + 8, len(groups.spans))
        and groups.spans[last][1] - groups.spans[last][0] >= 3
        and (last == here or _joined(groups, last - 1, last + 1))
    ):
        last += 1
    lengths = groups.lengths(here, last)
    if sum(lengths) < 9 or any(look(groups, here, last) for look in (_amount, _years, _round)):
        return 0
    return last


def _joined(groups: _Groups, here: int, last: int) -> bool:
    """Are these groups joined by single spaces or hyphens only?"""
    return all(len(join) == 1 and join not in "./()" for join in groups.joins[here + 1 : last])


def _amount(groups: _Groups, here: int, last: int) -> bool:
    """`150 000 000`: thousands set apart by spaces, beginning with no 0."""
    return (
        set(groups.lengths(here + (here == 0), last)) <= {3}
        and all(join.isspace() for join in groups.joins[here + 1 : last])
        and not _plain_digits(groups.digits(here, here + 1)).startswith("0")
    )


def _years(groups: _Groups, here: int, last: int) -> bool:
    return all(
        len(year := _plain_digits(groups.digits(index, index + 1))) == 4
        and year[:2] in ("19", "20")
        for index in range(here, last)
    )


def _round(groups: _Groups, here: int, last: int) -> bool:
    """`1000 2000 3000`: sizes and amounts one after the other."""
    return last > here + 1 and all(
        _plain_digits(groups.digits(index, index + 1)).endswith("00") for index in range(here, last)
    )


def _price(text: str, start: int, end: int) -> bool:
    """Does a currency touch the number, with or without a space?"""
    before, after = text[max(0, start - 5) : start].rstrip(), text[end : end + 2].lstrip()
    signs = (before[-1:], after[:1])
    return (
        any(sign and unicodedata.category(sign) == "Sc" for sign in signs)
        or bool(_CODE.search(before))
        or bool(_CODE_AFTER.match(text, end))
    )


def _plain_digits(digits: str) -> str:
    """The digits of any script as 0 to 9."""
    return digits if digits.isascii() else "".join(str(int(digit)) for digit in digits)
