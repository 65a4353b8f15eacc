"""What a text must hold before anything personal can be in it: it spares most texts most patterns.

An ordinary sentence has no "@", few digits and none of the words that explain a number; one look
at its words and its digits answers for all kinds at once. A hint is never a find: it only says
which patterns are worth running, and those that are not run would have found nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from cxreset.insight.personal import suspect_words
from cxreset.insight.personal.words import AT_WORDS, CUES, DOT_WORDS, PROVIDERS, SUFFIXES, words

AT, DOT, PROVIDER = "at", "dot", "provider"
LEADING, STREET_AFTER, STREET_BEFORE = "leading", "street after", "street before"
HOUSE, BOX = "house", "box"
"""Kinds of words beside those of `words.CUES`: the parts of a spelt address, what leads to a name,
what a street is called, and what stands before the name of one."""

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_SIX = 6
_EVERYDAY: Final = words("all back new number with called")
"""Words of phrases that stand in many sentences."""


class Hints(NamedTuple):
    """`kinds` are those of `words.CUES` and of above whose words stand in a text; `digits` says
    whether it has a digit, `six` whether it has six: fewer are a number by its cue only."""

    kinds: frozenset[str]
    digits: bool
    six: bool

    def any_of(self, *kinds: str) -> bool:
        """Does a word of one of these kinds stand in the text?"""
        return not self.kinds.isdisjoint(kinds)


def hints(text: str) -> Hints:
    """The hints in a text."""
    lower = text.lower()
    found = set(_LETTERS.findall(lower))
    vocabulary = _vocabulary()
    kinds: set[str] = set()
    for word in found & vocabulary.keys():
        kinds |= vocabulary[word]
    if "num" in lower or "nr" in lower:  # as in every one of `SUFFIXES`
        kinds.update(*_of_suffixed(found, vocabulary))
    digits = len(_DIGIT.findall(text))
    return Hints(frozenset(kinds), digits > 0, digits >= _SIX)


def everything() -> Hints:
    """Hints of all kinds: nothing is spared."""
    return Hints(frozenset(_phrases()), digits=True, six=True)


def _of_suffixed(
    found: Iterable[str], vocabulary: Mapping[str, frozenset[str]]
) -> Iterator[frozenset[str]]:
    """The kinds of words such as "Rechnungsnummer", by what stands before "nummer"."""
    for word in found:
        for suffix in SUFFIXES:
            stem = word.removesuffix(suffix)
            if stem != word:
                yield vocabulary.get(stem, frozenset())
                yield vocabulary.get(stem.removesuffix("s"), frozenset())


@cache
def _phrases() -> Mapping[str, Iterable[str]]:
    """A kind -> the phrases that are a hint for it."""
    return {
        **{kind: listed.split(",") for kind, listed in CUES.items()},
        AT: AT_WORDS,
        DOT: DOT_WORDS,
        PROVIDER: PROVIDERS,
        LEADING: suspect_words.LEADING | suspect_words.MAYBE,
        STREET_AFTER: suspect_words.STREET_AFTER_WORDS,
        STREET_BEFORE: suspect_words.STREET_BEFORE_WORDS,
        HOUSE: suspect_words.HOUSE_WORDS,
        BOX: suspect_words.BOX_WORDS,
    }


@cache
def _vocabulary() -> Mapping[str, frozenset[str]]:
    """A word in lower case -> the kinds it is a hint for: of a phrase its rarest word."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for kind, phrases in _phrases().items():
        for phrase in phrases:
            kinds[max(_LETTERS.findall(phrase.lower()), key=_weight)].add(kind)
    return {word: frozenset(of_word) for word, of_word in kinds.items()}


def _weight(word: str) -> tuple[bool, int, str]:
    """How seldom it is met: by this its phrase is known."""
    return word not in _EVERYDAY, len(word), word
