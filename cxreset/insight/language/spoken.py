"""Which languages texts are in, told by their little words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.insight.language import LANGUAGES
from cxreset.insight.language.lists.others import OTHERS
from cxreset.insight.language.model import WordList
from cxreset.insight.language.texts import BREAK, Texts

SAMPLE = 1_000  # texts by which the languages of all are told
LOOKED_AT = 200  # words of one text
SHARE = 0.03
"""A language in fewer than this share of the texts is an accident."""
ENOUGH_WORDS = 5
LITTLE_SHARE = 0.15
"""A text with a smaller share of little words is in no language of the lists."""
UNKNOWN = ""


class Spoken(NamedTuple):
    """`shares`: language code -> its part (0..1) of the texts that can be told, largest first.

    `of` is the code for each text, UNKNOWN where it cannot be told; `unknown` the part of the
    texts of ENOUGH_WORDS and more that are in no language of the lists.
    """

    shares: dict[str, float]
    of: list[str]
    unknown: float

    @property
    def main(self) -> str:
        """The language of most texts, UNKNOWN when none can be told."""
        return next(iter(self.shares), UNKNOWN)

    @property
    def known(self) -> list[str]:
        """The languages with word lists that are spoken here, the most frequent first."""
        return [code for code, share in self.shares.items() if code in LANGUAGES and share >= SHARE]


def language_name(code: str) -> str:
    """`Swedish` for `sv`; the code itself for one that is not in the lists."""
    if code in LANGUAGES:
        return _(LANGUAGES[code].name)
    return _(OTHERS[code][0]) if code in OTHERS else code


@cache
def _little(code: str) -> WordList:
    return LANGUAGES[code].little if code in LANGUAGES else WordList(OTHERS[code][1])


def spoken(texts: Texts) -> Spoken:
    """The languages of the texts.

    A text speaks the language that most of its words are little words of; it is not counted when
    there are fewer than two of them, or two languages fit as well.
    """
    step = max(1, len(texts.docs) // SAMPLE)
    codes = [*LANGUAGES, *OTHERS]
    flags = {code: _flags(code, texts) for code in codes}
    votes: Counter[str] = Counter()
    long = strange = 0
    for doc in texts.docs[::step]:
        code, share = _language_of(doc, flags)
        if code:
            votes[code] += 1
        if len(doc) - doc.count(BREAK) >= ENOUGH_WORDS:
            long += 1
            strange += share < LITTLE_SHARE
    total = sum(votes.values())
    order = sorted(votes, key=lambda code: (-votes[code], code))
    shares = {code: votes[code] / total for code in order}
    often = {code: flags[code] for code in order if shares[code] >= SHARE}
    if len(often) == 1:
        of = [next(iter(often))] * len(texts.docs)
    else:
        of = [_language_of(doc, often)[0] if often else UNKNOWN for doc in texts.docs]
    return Spoken(shares, of, strange / long if long else 0.0)


def _flags(code: str, texts: Texts) -> frozenset[int]:
    """The numbers of the words that are little in the language."""
    return texts.numbers(_little(code).whole)


def _language_of(doc: Sequence[int], flags: dict[str, frozenset[int]]) -> tuple[str, float]:
    """The language of one text, UNKNOWN if unclear; and the share of little words (0..1)."""
    words = doc[:LOOKED_AT]
    scores = sorted(
        ((sum(map(numbers.__contains__, words)), code) for code, numbers in flags.items()),
        reverse=True,
    )
    best, code = scores[0]
    second = scores[1][0] if len(scores) > 1 else 0
    share = best / max(1, len(words))
    return (code if best >= 2 and best > second else UNKNOWN), share
