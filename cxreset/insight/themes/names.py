"""Words that name the company, its brands and its products: no theme is made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cxreset.insight.language.texts import Texts, plain_tokens, word_key

SAMPLE = 1_000  # texts that are looked at
HANDLE_SHARE = 0.01
CAPITAL_TIMES = 3
CAPITAL_SHARE = 0.75
NAME_LENGTH = 4  # letters of a word that may be part of a handle


def handles(texts: Texts) -> set[str]:
    """The folded handles, such as `skybird_help`, that many comments are sent to."""
    sample = texts.sample(SAMPLE)
    found: Counter[str] = Counter()
    for text in sample:
        if "@" in text:
            found.update({word_key(token[1:]) for token in plain_tokens(text) if token[0] == "@"})
    return {name for name, times in found.items() if times >= max(2, HANDLE_SHARE * len(sample))}


def proper_names(texts: Texts, language: str) -> set[str]:
    """Words written with a capital inside sentences nearly always: brands, products, places.

    Not told in German, where every noun is; headlines, where every word is, are left out.
    """
    if language == "de":
        return set()
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts.sample(SAMPLE):
        found = plain_tokens(text)
        if 2 * sum(token[0].isupper() for token in found) > len(found):
            continue
        inside = False  # of a sentence
        for token in found:
            if inside and token.istitle():
                capital[token.lower()] += 1
            elif token[0].islower():
                small[token] += 1
            inside = token[0].isalnum()
    return {
        word_key(word)
        for word, times in capital.items()
        if times >= CAPITAL_TIMES and times >= CAPITAL_SHARE * (times + small[word])
    }


def company_words(texts: Texts, names: Iterable[str]) -> set[str]:
    """What the company is said to be called, and what its handles are made of.

    `bird` of `@skybird` is one too when the comments use it: at the beginning or the end.
    """
    found = {word_key(part) for name in names for part in name.split() if len(part) > 2}
    for handle in handles(texts):
        found |= {
            word
            for word in texts.words
            if len(word) >= NAME_LENGTH and (handle.startswith(word) or handle.endswith(word))
        } | {handle, *handle.split("_")}
    return found
