"""What the words before a piece of a text say it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cxreset.insight.personal.words import (
    BIRTH,
    CUES,
    IS,
    LINKS,
    NUMBER,
    OWN,
    PHONE,
    PHONE_LINKS,
    SUFFIXES,
    WITH,
)

_BEFORE = 80
"""So many characters before a number are looked at."""
_MOST_LINKS = 4
_LONGEST = 4
"""Words of the longest phrase."""
_WORD = re.compile(r"[^\W\d_](?<![^\W\d_]{2})[^\W\d_]*(?:['’/][^\W\d_]+)*")
_BREAK = re.compile(r"[!?;\n\0\]\d@]|\.\s+(?=[^\W\d_]{4})|,\s(?!\Z)")
"""Behind the last of these a new thought begins; a full stop after an abbreviation is none, nor
is a comma right before the number."""
_IS_MY = re.compile(rf"\s(?:{'|'.join(IS)})\s({'|'.join(OWN)})\s", re.IGNORECASE)
_ELIDED = re.compile(r"\A(?:[cdjlmnst]|qu|un|(?:d|n|qu|s)[aeu]ll)'|'s\Z")
"""What is written with a word in one: "l'ordine", "Instagram's"."""


class _Vocabulary(NamedTuple):
    """Phrases with their kinds, the last words of them, and the small words that may stand behind
    one: before any number, and before any number or that of a telephone."""

    phrases: dict[str, str]
    ends: frozenset[str]
    links: frozenset[str]
    phone_links: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    phrases: dict[str, str] = {}
    for kind, listed in CUES.items():
        for phrase in listed.split(","):
            phrases.setdefault(" ".join(phrase.replace("-", " ").split()), kind)
    links = frozenset(LINKS.split())
    return _Vocabulary(
        phrases,
        ends=frozenset(phrase.rpartition(" ")[2] for phrase in phrases),
        links=links,
        phone_links=links | frozenset(PHONE_LINKS.split()),
    )


def cue_before(text: str, start: int) -> str:
    """The kind (a key of `words.CUES`) of what begins at `start`, by the words before it; or empty.

    Between the words and `start` a few small ones may stand, such as "number is".
    """
    words = words_before(text, start)
    vocabulary = _vocabulary()
    for_phones = False
    link = ""
    for _ in range(_MOST_LINKS + 1):
        if kind := _last(words, vocabulary):
            return kind if not for_phones or kind in (PHONE, BIRTH) else ""
        if not words:
            return ""
        link, with_number = words[-1], link in NUMBER and words[-1] in WITH
        if link not in vocabulary.phone_links and not with_number:
            return ""
        for_phones = for_phones or not (with_number or link in vocabulary.links)
        words = words[:-1]
    return ""


def cue_after(text: str, end: int) -> str:
    """The kind of what ends at `end`, by the words after it ("… is my number"); or empty."""
    is_my = _IS_MY.match(text, end)
    if not is_my:
        return ""
    stop = _BREAK.search(text, is_my.end(), end + _BEFORE)
    last = stop.start() if stop else end + _BEFORE
    words = _lower([is_my[1], *_WORD.findall(text, is_my.end(), last)])
    vocabulary = _vocabulary()
    kinds = (_last(words[:length], vocabulary) for length in range(2, _LONGEST + 1))
    return next(filter(None, kinds), "")


def words_before(text: str, start: int) -> list[str]:
    """The words of the thought that goes on at `start`, in lower case."""
    begins = max(0, start - _BEFORE)
    for found in _BREAK.finditer(text, begins, start):
        begins = found.end()
    words = _WORD.findall(text, begins, start)
    return _lower(words)


def _lower(words: list[str]) -> list[str]:
    return [word.lower().replace("’", "'") for word in words]


def cue_of(words: Sequence[str]) -> str:
    """The kind that the last of these words name, in lower case; or empty."""
    return _last([*words], _vocabulary())


def is_cue(word: str) -> bool:
    """Does this word alone say what a number is, or that it is one?"""
    return word in _vocabulary().phrases or word in {"no", "nr", "id", "n"}


def _last(words: list[str], vocabulary: _Vocabulary) -> str:
    """The kind that the last words name, the longest phrase of them; empty for none."""
    if not words:
        return ""
    last = words[-1]
    if last in vocabulary.ends:
        for length in range(min(_LONGEST, len(words)), 0, -1):
            if kind := vocabulary.phrases.get(" ".join(words[-length:])):
                return kind
    if "'" in last and (whole := _ELIDED.sub("", last)) != last:
        return _last([*words[:-1], whole], vocabulary)
    if last.endswith(SUFFIXES):
        return _of_number(last, vocabulary)
    return ""


def _of_number(word: str, vocabulary: _Vocabulary) -> str:
    """The kind of a word such as "Rechnungsnummer", by what stands before "nummer"."""
    stem = next(word.removesuffix(suffix) for suffix in SUFFIXES if word.endswith(suffix))
    return vocabulary.phrases.get(stem) or vocabulary.phrases.get(stem.removesuffix("s"), "")
