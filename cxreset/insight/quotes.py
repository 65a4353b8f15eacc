"""The quotes of a pain point: which of its comments prove it, the most telling first.

Only comments that complain are quoted (`complaints`); among them those that name what the pain is
about, briefly and to the end, come first, ranked as the examples of a theme are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from cxreset.insight.complaints import low_rating
from cxreset.insight.language import LANGUAGES
from cxreset.insight.language.opposites import negating_words
from cxreset.insight.language.spoken import UNKNOWN
from cxreset.insight.language.texts import word_key
from cxreset.insight.themes.examples import Proof, ranked
from cxreset.insight.themes.model import DRIVER, OBJECT, PHRASE, Driver, Item
from cxreset.insight.themes.reading import Reading

_PLEASED_TEXT = """
thank thanks fine okay ok short quick quickly fast smooth smoothly early works danke dank schnell
kurz ordnung prima pünktlich merci rapide rapidement court courte gracias rápido rápida corto corta
puntual grazie veloce breve puntuale bedankt snel kort obrigado obrigada
"""
_PLEASED = frozenset(map(word_key, _PLEASED_TEXT.split()))
"""Words of people who may be content; none is praise enough to say so of the whole comment."""
_NEAR = 2
"""So many words, or signs, before one of them turn it: "not ok", "not very fast", "never works"."""
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’][st]\b)*|[.,;:!?]")


class _Words(NamedTuple):
    """The words of a phrase theme, to be found as a driver's terms are."""

    id: str
    language: str
    title: str
    terms: tuple[str, ...]
    excludes: tuple[str, ...] = ()


def quotable(
    comments: Sequence[Item],
    themes: Sequence[str] = (),
    drivers: Sequence[Driver] = (),
    taken: Collection[str] = (),
) -> list[int]:
    """The numbers of those `comments` that complain, the best proof first.

    `themes` are the ids of the themes that became the pain point, such as `driver:delay` or
    `phrase:lost bag`; `drivers` holds at least the drivers they name. `taken` are texts quoted
    elsewhere already: they come last. Without a rating nobody knows how a polite or a mild word is
    meant (`the wait was fine, thanks`): whoever uses one comes after those who do not.
    """
    reading = Reading(comments, _wanted(themes, drivers))
    proofs = {index: _proof(reading, index) for index in reading.complaints}
    best = ranked(reading.items, reading.complaints, proofs, taken)
    best.sort(
        key=lambda index: (
            reading.items[index].text.strip() in taken,
            _silent(proofs[index]),
            _may_be_pleased(reading, index),
        )
    )
    return [reading.items[index].id for index in best]


def theme_drivers(themes: Sequence[str]) -> list[str]:
    """The ids of the drivers behind these themes, each once."""
    names = [_last_named(theme).partition(":") for theme in themes]
    return list(dict.fromkeys(name for kind, _, name in names if kind == DRIVER))


def _last_named(theme: str) -> str:
    """What a theme is about: of `driver:delay / phrase:missed train` the phrase."""
    named = [part for part in theme.split(" / ") if ":" in part]
    return named[-1].removeprefix(f"{OBJECT}:") if named else ""


def _wanted(themes: Sequence[str], drivers: Sequence[Driver]) -> list[Driver]:
    wanted = set(theme_drivers(themes))
    found: list[Driver] = [driver for driver in drivers if driver.id in wanted]
    for theme in themes:
        kind, _, words = _last_named(theme).partition(":")
        if kind == PHRASE and words:
            term = " … ".join(f"{word}*" for word in words.split())
            found += [_Words(theme, code, words, (term,)) for code in (*LANGUAGES, UNKNOWN)]
    return found


def _silent(proof: Proof) -> bool:
    """Does the comment name nothing of the theme?"""
    return not proof.positions


def _may_be_pleased(reading: Reading, index: int) -> bool:
    """Does somebody who gave no rating use a word of those who are content?"""
    item = reading.items[index]
    if low_rating(item.rating, item.scale) is not None:
        return False
    words = [word_key(word) for word in _WORD.findall(item.text)]
    return any(
        word in _PLEASED and negating_words().isdisjoint(words[max(0, at - _NEAR) : at])
        for at, word in enumerate(words)
    )


def _proof(reading: Reading, index: int) -> Proof:
    hits, excluded = reading.matcher.hits_and_excluded(reading.texts.docs[index])
    return reading.proof(index, [hit.positions for hit in hits], denied=bool(excluded))
