"""What the words before a piece of a text say it is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cxreset.insight.personal.words import BIRTH, CUES, LINKS, PHONE, PHONE_LINKS, SUFFIXES

_BEFORE = 80
"""So many characters before a number are looked at."""
_MOST_LINKS = 4
_LONGEST = 4
"""Words of the longest phrase."""
_WORD = re.compile(r"[^\W\d_](?<![^\W\d_]{2})[^\W\d_]*(?:['’/][^\W\d_]+)*")
_BREAK = re.compile(r"[!?;\n\0\]\d@]|\.\s+(?=[^\W\d_]{4})|,\s")
"""Behind the last of these a new thought begins; a full stop after an abbreviation is none."""


class _Vocabulary(NamedTuple):
    phrases: dict[str, str]
    links: frozenset[str]
    phone_links: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    phrases: dict[str, str] = {}
    for kind, listed in CUES.items():
        for phrase in listed.split(","):
            phrases.setdefault(" ".join(phrase.replace("-", " ").split()), kind)
    return _Vocabulary(phrases, frozenset(LINKS.split()), frozenset(PHONE_LINKS.split()))


def cue_before(text: str, start: int) -> str:
    """The kind (a key of `words.CUES`) of what begins at `start`, by the words before it; or empty.

    Between the words and `start` a few small ones may stand, such as "number is".
    """
    words = words_before(text, start)
    vocabulary = _vocabulary()
    for_phones = False
    for _ in range(_MOST_LINKS + 1):
        if kind := _last(words, vocabulary):
            return kind if not for_phones or kind in (PHONE, BIRTH) else ""
        if not words or words[-1] not in vocabulary.links | vocabulary.phone_links:
            return ""
        for_phones = for_phones or words[-1] not in vocabulary.links
        words = words[:-1]
    return ""


def words_before(text: str, start: int) -> list[str]:
    """The words of the thought that goes on at `start`, in lower case."""
    begins = max(0, start - _BEFORE)
    for found in _BREAK.finditer(text, begins, start):
        begins = found.end()
    words = _WORD.findall(text, begins, start)
    return [word.lower().replace("’", "'") for word in words]


def is_cue(word: str) -> bool:
    """Does this word alone say what a number is, or that it is one?"""
    return word in _vocabulary().phrases or word in {"no", "nr", "id", "n"}


def _last(words: list[str], vocabulary: _Vocabulary) -> str:
    """The kind that the last words name, the longest phrase of them; empty for none."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-length:])
        if kind := vocabulary.phrases.get(phrase):
            return kind
    if not words:
        return ""
    for suffix in SUFFIXES:
        stem = words[-1].removesuffix(suffix)
        if stem != words[-1]:
            return vocabulary.phrases.get(stem) or vocabulary.phrases.get(
                stem.removesuffix("s"), ""
            )
    return ""
