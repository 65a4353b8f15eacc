"""E-mail addresses, plain ones and those written so that a machine should not find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from cxreset.insight.personal import digits
from cxreset.insight.personal.found import Found
from cxreset.insight.personal.hints import AT, DOT, PROVIDER, Hints
from cxreset.insight.personal.words import AT_WORDS, DOT_WORDS, PROVIDERS, words

_WORD = rf"\w\u0300-\u036f{digits.HIDDEN}"
_ADDRESSES = re.compile(rf"[{_WORD}.%+&'@-]++")
_DOMAIN = re.compile(rf"[{_WORD}-]++(?:\.[{_WORD}-]++)*\.[{_WORD}-]*[^\W\d_][{_WORD}-]*")

_AT = "|".join(AT_WORDS)
_DOT = "|".join(DOT_WORDS)
_FRAMED_AT = re.compile(rf"[\[({{<]\s?(?:[@＠a]|{_AT})|&#|&commat|%40|＠", re.IGNORECASE)
_SPOKEN_AT = "_at_"
_SPACED_AT = re.compile(r"\s@|@\s")
_SPOKEN_ENDINGS: Final = (
    "com|org|net|edu|gov|info|biz|io|co|me|app|example|test|de|at|ch|fr|be|es|it|nl|eu|uk|ie|lu|pl"
    "|se|dk|us|ca|au"
)
"""Ends of a domain that is spelt out: any word would do on paper, and most are words."""
_NOT_NAMES: Final = words(
    "it me us them him her you look looked looking shop shopped shopping bought buy order"
    " ordered site"
    " website page online available staff service prices everyone people team stay was is are be"
)


def find(text: str, seen: Hints) -> Iterator[Found]:
    """Addresses in any order; they may overlap."""
    if "@" in text:
        yield from _plain(text)
    for pattern in _disguises_in(text, seen):
        for found in pattern.finditer(text):
            if found["name"].lower() not in _NOT_NAMES:
                yield Found("e-mail", found.start(), found.end())


def _plain(text: str) -> Iterator[Found]:
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


class _Disguises(NamedTuple):
    """The sign in a frame, as in `(at)`; every sign spelt out; the domain of a provider that all
    know, as it is written; the sign with spaces around it; `_at_` for it."""

    framed: re.Pattern[str]
    spelt: re.Pattern[str]
    provider: re.Pattern[str]
    spaced: re.Pattern[str]
    underlined: re.Pattern[str]


def _disguises_in(text: str, seen: Hints) -> Iterator[re.Pattern[str]]:
    """The patterns whose signs and words stand in the text."""
    at_sign = "@" in text
    if _FRAMED_AT.search(text):
        yield _disguises().framed
    if DOT in seen.kinds and (at_sign or AT in seen.kinds):
        yield _disguises().spelt
    if _SPOKEN_AT in text.lower():
        yield _disguises().underlined
    if AT in seen.kinds and PROVIDER in seen.kinds:
        yield _disguises().provider
    if at_sign and _SPACED_AT.search(text):
        yield _disguises().spaced


@cache
def _disguises() -> _Disguises:
    name = r"(?<![\w.])(?P<name>[\w.+-]{1,64})"
    label = r"[\w-]{1,63}"
    dot = rf"(?:\s?[\[({{<]\s?(?:\.|{_DOT})\s?[\])}}>]\s?|\s(?:{_DOT})\s|\.|\s\.\s)"
    spoken = rf"(?:\s?[\[({{<]\s?(?:{_DOT})\s?[\])}}>]\s?|\s(?:{_DOT})\s)"
    tld = rf"(?:[a-z]{{2,24}})(?!\w|\.\w|\s?[\[({{<]\s?(?:\.|{_DOT})\s?[\])}}>]\s?\w)"
    spelt_end = rf"(?:{_SPOKEN_ENDINGS})(?!\w|\.\w|\s(?:{_DOT})\s\w)"
    framed = rf"\s?(?:[\[({{<]\s?(?:@|＠|a|{_AT})\s?[\])}}>]|&#0{{0,3}}64;|&commat;|%40|＠)\s?"
    joined = rf"(?:{dot}{label}){{0,4}}?{dot}{tld}"
    all_spoken = rf"(?:{spoken}{label}){{0,4}}?{spoken}{spelt_end}"
    names = rf"(?<![\w.])(?P<name>[\w.+-]{{1,64}}(?:{spoken}[\w+-]{{1,64}}){{0,3}}?)"
    providers = "|".join(PROVIDERS)
    small = "a|any|each|every|her|his|least|most|my|no|our|some|that|the|their|this|what|which|your"
    several = rf"(?:(?:\.|\s\.\s){label}){{0,3}}?(?:\.|\s\.\s){tld}"
    return _Disguises(
        framed=re.compile(rf"{name}{framed}{label}{joined}", re.IGNORECASE),
        spelt=re.compile(
            rf"{names}(?<!\.)\s(?:{_AT}|@)\s(?!(?:{small})\s){label}{all_spoken}", re.IGNORECASE
        ),
        provider=re.compile(rf"{name}\s(?:{_AT})\s(?:{providers})\.{tld}", re.IGNORECASE),
        underlined=re.compile(
            rf"(?<![\w.])(?P<name>[\w.+-]{{1,64}}?)_at_(?:[a-z0-9-]{{1,63}}\.){{1,4}}?(?:{_SPOKEN_ENDINGS})(?!\w|\.\w)",
            re.IGNORECASE,
        ),
        spaced=re.compile(
            rf"{name}(?:(?:\s@|@)\s{label}{several}|\s@{label}(?:\.{label}){{0,3}}?\.{spelt_end})",
            re.IGNORECASE,
        ),
    )
