"""E-mail addresses, plain ones and those written so that a machine should not find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from cxreset.insight.personal import digits
from cxreset.insight.personal.found import Found
from cxreset.insight.personal.words import words

_WORD = rf"\w\u0300-\u036f{digits.HIDDEN}"
_ADDRESSES = re.compile(rf"[{_WORD}.%+&'@-]++")
_DOMAIN = re.compile(rf"[{_WORD}-]++(?:\.[{_WORD}-]++)*\.[{_WORD}-]*[^\W\d_][{_WORD}-]*")

_AT_WORDS = r"at|ät|aet|arroba|arobase|arobas|chiocciola|chiocciolina|apenstaartje|klammeraffe"
_HINT = re.compile(rf"[@＠%&\[({{<]|\b(?:{_AT_WORDS})\b", re.IGNORECASE)
_DOT_WORDS = r"dot|punkt|point|punto|punt"
_PROVIDERS: Final = (
    r"(?:gmail|googlemail|gmx|web|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|proton"
    r"|protonmail|pm|t-online|freenet|posteo|mailbox|orange|wanadoo|free|laposte|sfr|libero|virgilio|alice|tiscali"
    r"|ziggo|kpnmail|planet|xs4all|hetnet|telefonica|btinternet|sky|fastmail|zoho)"
)
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


def find(text: str) -> Iterator[Found]:
    """Addresses in any order; they may overlap."""
    if "@" in text:
        yield from _plain(text)
    if _HINT.search(text):
        yield from _disguised(text)


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


@cache
def _disguises() -> tuple[re.Pattern[str], ...]:
    name = r"(?<![\w.])(?P<name>[\w.+-]{1,64})"
    label = r"[\w-]{1,63}"
    dot = rf"(?:\s?[\[({{<]\s?(?:\.|{_DOT_WORDS})\s?[\])}}>]\s?|\s(?:{_DOT_WORDS})\s|\.|\s\.\s)"
    spoken = rf"(?:\s?[\[({{<]\s?(?:{_DOT_WORDS})\s?[\])}}>]\s?|\s(?:{_DOT_WORDS})\s)"
    tld = r"(?:[a-z]{2,24})(?!\w|\.\w)"
    spelt_end = rf"(?:{_SPOKEN_ENDINGS})(?!\w|\.\w|\s(?:{_DOT_WORDS})\s\w)"
    framed = rf"\s?(?:[\[({{<]\s?(?:@|＠|{_AT_WORDS})\s?[\])}}>]|&#0{{0,3}}64;|&commat;|%40|＠)\s?"
    joined = rf"(?:{dot}{label}){{0,4}}?{dot}{tld}"
    all_spoken = rf"(?:{spoken}{label}){{0,4}}?{spoken}{spelt_end}"
    names = rf"(?<![\w.])(?P<name>[\w.+-]{{1,64}}(?:{spoken}[\w+-]{{1,64}}){{0,3}}?)"
    return (
        re.compile(rf"{name}{framed}{label}{joined}", re.IGNORECASE),
        re.compile(rf"{names}\s(?:{_AT_WORDS}|@)\s{label}{all_spoken}", re.IGNORECASE),
        re.compile(rf"{name}\s(?:{_AT_WORDS})\s{_PROVIDERS}\.{tld}", re.IGNORECASE),
        re.compile(
            rf"{name}(?:\s@\s?|@\s){label}(?:(?:\.|\s\.\s){label}){{0,3}}?(?:\.|\s\.\s){tld}",
            re.IGNORECASE,
        ),
    )


def _disguised(text: str) -> Iterator[Found]:
    for pattern in _disguises():
        for found in pattern.finditer(text):
            if found["name"].lower() not in _NOT_NAMES:
                yield Found("e-mail", found.start(), found.end())
