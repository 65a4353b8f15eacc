"""Likely names of people and street addresses: for a person to look at before something is shared.

No list of names is asked. A name is likely after a word that leads to one ("my name is", "Herr",
"manager"), and it is sure enough to be masked until somebody says otherwise; two capitalised words
side by side may be anything, so they are only shown. A street needs its word and a house number.
Not found: a first name on its own, names in scripts without capitals, an address without a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cxreset.insight.personal import suspect_words as words
from cxreset.insight.personal.hints import (
    BOX,
    HOUSE,
    LEADING,
    STREET_AFTER,
    STREET_BEFORE,
    Hints,
    hints,
)

_LETTER = r"[^\W\d_]"
_HIGH = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻŁŃŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ]"
_NAME_WORD = re.compile(rf"(?<![\w@.'’])(?:{_LETTER}['’])?{_HIGH}(?:[\w'’-]{{1,40}}|\.)(?!\w)")
_PARTICLE = rf"(?:{'|'.join(words.PARTICLES)})\s"
_GAP = re.compile(rf"\s(?:{_PARTICLE}){{0,2}}\Z", re.IGNORECASE)
_PARTICLES_BEFORE = re.compile(rf"\s((?:{_PARTICLE}){{1,2}})\Z")
_TWO = re.compile(rf"{_HIGH}[\w'’.-]{{0,41}}+\s(?:{_PARTICLE}){{0,2}}(?:{_LETTER}['’])?{_HIGH}")
"""Without two capitalised words side by side, and no word that leads to a name, there is none."""
_BEFORE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BREAK = re.compile(r"[!?;,:\n\0\])](?!\Z)|\d")
_NEAR = 40
"""So many characters before a name are looked at."""
_LONGEST = 4
"""Words of a phrase that leads to a name."""
_WORDS = 3
"""Words of a name, at most."""


class Suspect(NamedTuple):
    """text[start:end] is likely a name or a street (`kind`); `sure` ones are masked unless kept."""

    kind: str
    start: int
    end: int
    sure: bool


def suspects(text: str, *, pairs: bool = True) -> tuple[Suspect, ...]:
    """Likely names and street addresses in order, apart; `pairs` adds the unsure ones."""
    return suspects_with(text, hints(text), pairs=pairs)


def suspects_with(text: str, seen: Hints, *, pairs: bool) -> tuple[Suspect, ...]:
    """`suspects` for a text whose hints are known."""
    streets = tuple(_streets(text, seen)) if seen.digits else ()
    found = list(streets)
    if LEADING in seen.kinds or (pairs and _TWO.search(text)):
        for name in _names(text):
            if (pairs or name.sure) and not any(_overlap(name, one) for one in streets):
                found.append(name)
    return tuple(sorted(found, key=lambda one: one.start))


def _overlap(one: Suspect, other: Suspect) -> bool:
    return one.start < other.end and other.start < one.end


# --- names ------------------------------------------------------------------------------------


def _names(text: str) -> Iterator[Suspect]:
    run: list[re.Match[str]] = []
    for word in _NAME_WORD.finditer(text):
        if run and word[0].lower() in words.PARTICLES:
            continue  # "Paolo De Luca": the gap between the two says whether it is one name
        if not _may_name(word[0]):
            yield from _name(text, run)
            run = []
            continue
        if run and (len(run) == _WORDS or not _GAP.fullmatch(text, run[-1].end(), word.start())):
            yield from _name(text, run)
            run = []
        run.append(word)
    yield from _name(text, run)


def _may_name(word: str) -> bool:
    """Capitalised, no word of another kind, no id (`P1`), no abbreviation but an initial."""
    if any(char.isdigit() for char in word):
        return False
    return word.lower().rstrip(".") not in words.NO_NAMES and (len(word) <= 2 or not word.isupper())


def _name(text: str, run: list[re.Match[str]]) -> Iterator[Suspect]:
    if not run:
        return
    start, end = run[0].start(), run[-1].end()
    before = _words_before(text, start)
    if particles := _PARTICLES_BEFORE.search(text, max(0, start - _NEAR), start):
        whole = particles.start(1)
        if _leads(_words_before(text, whole), words.TITLES):
            yield Suspect("name", whole, end, sure=True)
            return
    # Behind a full stop a new sentence begins, if it is not that of a title.
    new_sentence = text[max(0, start - _NEAR) : start].rstrip().endswith(".")
    if _leads(before, words.TITLES if new_sentence else words.LEADING):
        yield Suspect("name", start, end, sure=True)
    elif _is_set_off(text, start):
        yield Suspect("name", start, end, sure=len(run) > 1)
    elif len(run) > 1 or _leads(before, words.MAYBE):
        yield Suspect("name", start, end, sure=False)


def _is_set_off(text: str, start: int) -> bool:
    """`The driver, Mohammed, left`: behind a comma, and that behind a word that leads to a name."""
    return text[start - 2 : start] == ", " and _leads(_words_before(text, start - 2), words.LEADING)


def _words_before(text: str, start: int) -> list[str]:
    window = text[max(0, start - _NEAR) : start]
    begins = max((found.end() for found in _BREAK.finditer(window)), default=0)
    return [word.lower().replace("’", "'") for word in _BEFORE.findall(window, begins)]


def _leads(before: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(before[-length:]) in phrases for length in range(1, _LONGEST + 1))


# --- streets ----------------------------------------------------------------------------------


class _Streets(NamedTuple):
    """Where the word for a street stands: after its name, before it with the number first or last,
    at its end; a house without such a word, after one such as "Am"; and a box at a post office."""

    after: re.Pattern[str]
    number_first: re.Pattern[str]
    number_last: re.Pattern[str]
    ending: re.Pattern[str]
    house: re.Pattern[str]
    box: re.Pattern[str]


_HOUSE = re.compile(r"[1-9](?<!\d[1-9])")
_LONGEST_ENDING = max(map(len, words.STREET_ENDINGS))


def _patterns_in(text: str, seen: Hints) -> Iterator[re.Pattern[str]]:
    """The patterns whose words stand in the text."""
    if STREET_AFTER in seen.kinds:
        yield _patterns().after
    if STREET_BEFORE in seen.kinds:
        yield _patterns().number_first
        yield _patterns().number_last
    if any(_follows_a_street(text, found.start()) for found in _HOUSE.finditer(text)):
        yield _patterns().ending
    if HOUSE in seen.kinds:
        yield _patterns().house
    if BOX in seen.kinds:
        yield _patterns().box


def _follows_a_street(text: str, start: int) -> bool:
    """Is the word before the number that begins here one for a street?"""
    word = text[max(0, start - _LONGEST_ENDING - 1) : start].rstrip()
    return word.lower().endswith(words.STREET_ENDINGS)


@cache
def _patterns() -> _Streets:
    word = rf"(?:{_HIGH}[\w'’.-]{{0,30}})"
    any_word = rf"(?:{_LETTER}[\w'’.-]{{0,30}})"
    units = rf"(?!\s?(?i:{words.UNITS}))"
    house = rf"[1-9]\d{{0,3}}(?:\s?[a-z](?!\w))?(?:[-–/]\d{{1,4}})?(?!\w){units}"
    town = (
        rf"(?:,?\s(?:[A-Z]{{1,2}}-)?\d{{4,5}}(?:\s[A-Z]{{2}}(?!\w))?(?:\s{word})?"
        r"|,?\s[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?!\w))?"
    )
    flat = r"(?:(?i:flat|apartment|apt|unit)\s\d{1,4}[a-z]?,?\s)?"
    begin = r"(?<![\w./-])"
    after, before = words.STREETS_AFTER, words.STREETS_BEFORE
    return _Streets(
        after=re.compile(
            rf"{begin}{flat}\d{{1,4}}[a-zA-Z]?(?:[-–]\d{{1,4}})?,?\s(?!(?:{words.COUNTED})\b)(?:(?:{word}|\d{{1,3}}(?:st|nd|rd|th))\s){{1,3}}?(?:{after})\b\.?{town}"
        ),
        number_first=re.compile(
            rf"{begin}\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?i:{before})\s(?:{any_word}\s|[dl]['’]){{0,3}}?{word}"
            rf"(?:\s{word})?{town}"
        ),
        number_last=re.compile(
            rf"{begin}(?i:{before})(?:(?<=[/.])\s?|\s)(?:{any_word}\s){{0,3}}?{word},?\s(?:[nN][.º°o]{{0,2}}\s?)?{house}{town}"
        ),
        ending=re.compile(
            rf"{begin}(?:(?:{word}[\s-])?{_HIGH}[\w-]{{1,30}}?(?:{words.STREETS_ENDING})"
            rf"|{word}[\s-](?i:{words.STREETS_ENDING}))\s?{house}(?:\shs)?{town}"
        ),
        house=re.compile(
            rf"{begin}(?:{words.HOUSES_WITH})\s(?:{word}\s)?(?:{word}\s{house}(?:\shs)?{town}"
            rf"(?=\s*(?:[,.;!?)]|\Z))|(?:{words.LOCALITIES})\s{house}(?:\shs)?{town})"
        ),
        box=re.compile(
            rf"{begin}(?i:{words.BOXES})\s(?:[nN][.º°o]{{0,2}}\s)?\d[\d ]{{0,8}}(?!\w){town}"
        ),
    )


def _streets(text: str, seen: Hints) -> Iterator[Suspect]:
    end = 0
    hits = [found for pattern in _patterns_in(text, seen) for found in pattern.finditer(text)]
    for found in sorted(hits, key=lambda one: (one.start(), -one.end())):
        if found.start() >= end and not _is_other(found[0]):
            end = found.end()
            yield Suspect("street", found.start(), end, sure=True)


def _is_other(address: str) -> bool:
    """`via Google 3`, `Im Juli 2026`: a word in it is of another kind."""
    names = [word[0].lower() for word in _NAME_WORD.finditer(address)]
    return bool(names) and names[-1] in words.NO_NAMES and len(names) <= 2
