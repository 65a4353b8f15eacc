"""Numbers that the words before them explain: what is personal, and what is a case to look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cxreset.insight.personal.cues import cue_after, cue_before, cue_of, is_cue, words_before
from cxreset.insight.personal.digits import SPACE, luhn
from cxreset.insight.personal.found import Found
from cxreset.insight.personal.hints import Hints
from cxreset.insight.personal.words import BIRTH, BIRTH_NOUNS, ORDER, PLATE, VEHICLE

_GROUP = r"[A-Za-z]{0,5}\d[^\W_]{0,40}"
_JOIN = rf"(?:{SPACE}|[./*]|{SPACE}?[-–/]{SPACE}?)"
_VALUE = re.compile(
    rf"(?<!\w)(?:[A-Za-z]{{1,6}}[-–/])?{_GROUP}(?:{_JOIN}(?:[A-Z]{{1,4}}[-/])?{_GROUP}){{0,9}}"
    r"(?:[ -][A-Z]{1,2}(?!\w))?"
)
_LETTERS_AT_MOST = 12
"""Letters and signs that such a number may have before its first digit."""
_LETTERS_BEFORE = re.compile(r"(?<!\w)[A-Z]{1,5}[ -]\Z")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_MONEY = re.compile(
    r"\s?(?:[€$£¥%]|EUR\b|USD\b|GBP\b|CHF\b|euros?\b|pounds?\b|dollars?\b|points?\b|Punkte\b)",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"(?:[€$£¥]|\bEUR|\bUSD|\bGBP|\bCHF)\s?\Z")
_BANK = re.compile(r"(?<!\w)[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?!\w)")
_SORT_CODE = re.compile(r"(?<![\w-])\d\d[ -]\d\d[ -]\d\d(?![\w-])")
_CARD_LENGTHS = range(13, 20)
_LAST_WORDS = 4
_FEWEST: Final = {"card": 3, "account": 5, "tax": 6, "insurance": 6, "identity": 6}
"""Digits that such a number has at least; a short one is rather a year or an amount."""
_IDENTITY = 6
_MIXED, _FEW = 7, 3
"""A number with letters has more signs than this, and more digits."""

_AND = re.compile(
    r"(?:,|\s?[&/+]|,?\s(?:and|or|to|und|oder|bis|et|ou|y|e|o|en|of|n[°º.ro]{0,2}|num\.?))\s#?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\b(?:n[°º.ro]{0,2}|num\.?)\s#?|#)\Z", re.IGNORECASE)
"""An "and" that says that a number follows: "order of 3/6/2023, no. 0388112233"."""
_YEAR = r"(?:18|19|20)\d\d"
_MONTHS = (
    r"jan|feb|fév|fev|mar|mär|maa|mrt|mag|mai|mei|may|ene|gen|apr|abr|avr|jun|jui|giu|jul|juil|lug|aug|aoû|ago|sep"
    r"|set|oct|okt|ott|nov|dec|dez|déc|dic"
)
_DAY = re.compile(
    r"(?<!\w)(?:"
    r"(?:0?[1-9]|[12]\d|3[01])\s?[-./]\s?(?:0?[1-9]|[12]\d|3[01])\s?[-./]\s?\d{2}(?:\d{2})?"
    rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s(?:of\s|de\s|di\s)?(?:{_MONTHS})[^\W\d_]{{0,7}}\.?,?\s"
    rf"(?:de\s|del\s|of\s)?{_YEAR}"
    rf"|(?:{_MONTHS})[^\W\d_]{{0,7}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}"
    rf"|\d{{1,2}}[-/](?:{_MONTHS})[^\W\d_]{{0,7}}[-/](?:{_YEAR}|\d\d)"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}"
    r")(?!\w)",
    re.IGNORECASE,
)
_BORN_IN = re.compile(
    r"\s(?:in|at|a|ad|à|au|aux|en|te|zu)\s(?:[^\W\d_][\w'’-]{0,30}\s){1,3}(?:on(?:\sthe)?|am|le|el|il|op)\s\Z"
)
"""The place between "born" and the day."""
_BORN_AFTER = re.compile(
    r"\s(?:in\s(?:[^\W\d_][\w'’-]{0,30}\s){1,3})?(?:geboren|geb\.)(?!\w)", re.IGNORECASE
)
_LOOSE_PLATE = re.compile(
    r"(?<![\w-])(?=[A-ZÄÖÜ -]{0,6}\d|\d)[A-ZÄÖÜ0-9]{1,7}(?:[ ·-]{1,2}[A-Z0-9]{1,4}){0,3}(?![\w-])"
)
_PLATE = re.compile(
    r"(?<![\w-])(?:"
    r"[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[ -]?\d{1,4}[EH]?"  # Germany
    r"|[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}"  # France, Italy
    r"|[A-Z]{2}\d{2} ?[A-Z]{3}"  # United Kingdom
    r"|\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}"  # Spain
    r"|[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2,3}-\d{1,2}"  # Netherlands, old and new
    r"|\d-[A-Z]{3}-\d{2}|[A-Z]{1,2}-\d{2,3}-[A-Z]{1,2}"
    r")(?![\w-])"
)
_NEAR = 60


class Explained(NamedTuple):
    """What the words explain: personal finds, and where numbers of orders and the like stand."""

    finds: list[Found]
    orders: list[tuple[int, int]]


class _Before(NamedTuple):
    """The kind of the number before, and where it stands."""

    kind: str
    start: int
    end: int

    def goes_on(self, text: str, start: int, end: int) -> str:
        """Its kind where nothing but "and" or its like stands between: "orders 1234 and 1235".

        An order's number stays, so what follows it has to look like one more of the same; else it
        may be where the customer is called: "order 48213, 0151 23456789".
        """
        if not self.kind or not _AND.fullmatch(text, self.end, start):
            return ""
        if self.kind == ORDER and not self._is_one_more_order(text, start, end):
            return ""
        return self.kind

    def _is_one_more_order(self, text: str, start: int, end: int) -> bool:
        """Is it like the order before, or the number of an order of which the day was said?"""
        if _DAY.fullmatch(text, self.start, self.end):
            return _NUMBERED.search(text, self.end, start) is not None
        return text[start - 1] != "+" and _alike(text[self.start : self.end], text[start:end])


def _alike(order: str, number: str) -> bool:
    """Has a number the signs of the order before it: digits and letters in the same places?

    Digits alone have to be in one piece that begins with no 0, and be no card's.
    """
    if _LETTER.sub("A", _DIGIT.sub("0", order)) != _LETTER.sub("A", _DIGIT.sub("0", number)):
        return False
    if _LETTER.search(number):
        return True
    is_card = len(number) in _CARD_LENGTHS and number.isdecimal() and luhn(number)
    return number.isdecimal() and int(number[0]) != 0 and not is_card


def explained(text: str, seen: Hints) -> Explained:
    """The numbers that the words before them explain; none overlaps another."""
    finds, orders = [*_births(text, seen), *_plates(text, seen), *_banks(text, seen)], []
    if not seen.any_of(ORDER, *_FEWEST) and "#" not in text:
        return Explained(finds, [])
    taken = [(one.start, one.end) for one in finds]
    before = _Before("", 0, 0)
    for found in _values(text):
        start, end = found.span()
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        start, kind = _explained_by(text, start)
        kind = kind or before.goes_on(text, start, end) or cue_after(text, end)
        if not kind and text[start - 1 : start] == "#" and text[start].isalpha():
            kind = ORDER  # "#A-2023-0098": a colleague can look it up
        before = _Before(kind, start, end)
        if kind == ORDER:
            orders.append((start, end))
        elif kind in _FEWEST and _is_number(text, kind, start, end):
            finds.append(Found(kind, start, end))
    return Explained(finds, orders)


def _values(text: str) -> Iterator[re.Match[str]]:
    """Every match of `_VALUE`; looked for around digits only, which are few."""
    end = 0
    while digit := _DIGIT.search(text, end):
        found = _VALUE.search(text, max(end, digit.start() - _LETTERS_AT_MOST))
        if not found:
            return
        yield found
        end = found.end()


def _explained_by(text: str, start: int) -> tuple[int, str]:
    """Where the number at `start` begins with the letters before it, and the kind of it, or ""."""
    letters = _LETTERS_BEFORE.search(text, max(0, start - 7), start)
    if letters and not is_cue(letters[0].strip(" -").lower()):
        kind = cue_before(text, letters.start())
        if kind:
            return letters.start(), kind
    return start, cue_before(text, start)


def _is_number(text: str, kind: str, start: int, end: int) -> bool:
    """Is it long enough, no date, and no amount of money or points?"""
    digits = "".join(_DIGIT.findall(text, start, end))
    if _DAY.fullmatch(text, start, end) or not _is_long(kind, text[start:end], len(digits)):
        return False
    if kind == "account" and len(digits) in _CARD_LENGTHS and digits.isascii() and luhn(digits):
        return False  # a card
    return not _MONEY.match(text, end) and not _MONEY_BEFORE.search(text, max(0, start - 5), start)


def _is_long(kind: str, number: str, digits: int) -> bool:
    """Has it the digits of its kind? The letters of a passport's number count as well."""
    if kind == "card":
        return digits in (3, 4)
    signs = sum(char.isalnum() for char in number)
    if kind == "identity" and number.upper() == number:
        return signs >= _IDENTITY
    if signs > max(digits, _MIXED) and number.upper() == number and digits > _FEW:
        return True
    return digits >= _FEWEST[kind]


def _births(text: str, seen: Hints) -> Iterator[Found]:
    if BIRTH not in seen.kinds:
        return
    for day in _DAY.finditer(text):
        start = day.start()
        if town := _BORN_IN.search(text, max(0, start - _NEAR), start):
            start = town.start()
        named = not BIRTH_NOUNS.isdisjoint(words_before(text, start))
        if named or cue_before(text, start) == BIRTH or _BORN_AFTER.match(text, day.end()):
            yield Found("birth", *day.span())


def _plates(text: str, seen: Hints) -> Iterator[Found]:
    if PLATE in seen.kinds:
        for found in _LOOSE_PLATE.finditer(text):
            if _may_be_a_plate(found[0]) and cue_before(text, found.start()) == PLATE:
                yield Found("plate", *found.span())
    if seen.any_of(PLATE, VEHICLE):
        for found in _PLATE.finditer(text):
            words = words_before(text, found.start())
            if cue_before(text, found.start()) == VEHICLE or any(
                cue_of((word,)) == PLATE for word in words[-_LAST_WORDS:]
            ):
                yield Found("plate", *found.span())


def _may_be_a_plate(piece: str) -> bool:
    """Has it letters and digits, four to nine of them?"""
    signs = [char for char in piece if char.isalnum()]
    return 4 <= len(signs) <= 9 and any(map(str.isalpha, signs)) and bool(_DIGIT.search(piece))


def _banks(text: str, seen: Hints) -> Iterator[Found]:
    if "account" not in seen.kinds:
        return
    for found in _BANK.finditer(text):
        if cue_before(text, found.start()) == "account":
            yield Found("account", *found.span())
    for found in _SORT_CODE.finditer(text):  # it looks like a day
        if "sort" in words_before(text, found.start())[-_LAST_WORDS:]:
            yield Found("account", *found.span())
