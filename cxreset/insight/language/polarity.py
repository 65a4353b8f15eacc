"""Which texts complain and which praise, told by their words.

Praise words without a complaint word beside them, or three to one, mean praise; a negation turns
the word it stands with (`not a problem`, `pas de frais`, `keine Probleme`). A text without such
words is silent: what it means is told by what is usual around it (`complaints.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from cxreset.insight.language import LANGUAGES
from cxreset.insight.language.model import Language
from cxreset.insight.language.spoken import Spoken
from cxreset.insight.language.texts import BREAK, Texts

REACH = 3
"""How many words after a negation it still turns."""
PRAISE_TO_COMPLAINT = 3.0
BARE_NEGATION = 0.5
"""A negation that turns nothing says that something did not happen: half a complaint."""
_PRAISE, _COMPLAINT, _NOT = 1, -1, 2


class Mood(Enum):
    """How a text is meant, as far as its words tell. DENIES: it holds a negation and no more."""

    PRAISES = "praises"
    COMPLAINS = "complains"
    DENIES = "denies"
    SILENT = "silent"


class Polarity:
    """The word lists of one language, ready for the words of one `Texts`."""

    def __init__(self, language: Language, texts: Texts) -> None:
        self._signs = [_sign(language, word) for word in texts.words]
        self._polar = frozenset(number for number, sign in enumerate(self._signs) if sign)
        self._back = language.negates_back
        self._favourable = frozenset(  # words of praise, and those that may turn a complaint
            number for number, sign in enumerate(self._signs) if sign in (_PRAISE, _NOT)
        )
        hedging = language.hedging
        self._hedging = frozenset(n for n, word in enumerate(texts.words) if word in hedging)
        parting = language.parting.whole
        self._parting = frozenset(n for n, word in enumerate(texts.words) if word in parting) | {
            BREAK
        }

    def hedges(self, word: int) -> bool:
        """Does the word say what may be, or what others say?"""
        return word in self._hedging

    def turns(self, doc: Sequence[int]) -> int:
        """How often a clause begins that may be meant the other way."""
        return sum(word in self._parting and word != BREAK for word in doc)

    def mood(self, doc: Sequence[int]) -> Mood:
        """Does the text praise, complain, or is it silent?"""
        if self._polar.isdisjoint(doc):
            return Mood.SILENT
        praise, complaint = self.counts(doc)
        if praise > 0 and praise >= PRAISE_TO_COMPLAINT * complaint:
            return Mood.PRAISES
        return Mood.DENIES if praise + complaint == BARE_NEGATION else Mood.COMPLAINS

    def counts(self, doc: Sequence[int]) -> tuple[float, float]:
        """Words of praise and of complaint in the text, negated ones turned."""
        return (0.0, 0.0) if self._polar.isdisjoint(doc) else self._tally(doc)

    def _tally(self, doc: Sequence[int]) -> tuple[float, float]:
        tally = {_PRAISE: 0.0, _COMPLAINT: 0.0}
        negated = 0  # words that the last negation still reaches
        last, last_at = 0, -REACH - 1  # the last such word, and where it stood
        for at, word in enumerate(doc):
            sign = self._signs[word]
            if word == BREAK:
                if negated:
                    tally[_COMPLAINT] += BARE_NEGATION
                negated, last = 0, 0
            elif sign == _NOT:
                if self._back and last == _PRAISE and at - last_at <= REACH:
                    tally[_PRAISE] -= 1
                    tally[_COMPLAINT] += 1
                    last = 0
                else:
                    negated = REACH
            elif sign:
                sign = -sign if negated else sign
                tally[sign] += 1
                last, last_at, negated = sign, at, 0
            elif negated:
                negated -= 1
                if not negated:
                    tally[_COMPLAINT] += BARE_NEGATION
        if negated:
            tally[_COMPLAINT] += BARE_NEGATION
        return tally[_PRAISE], tally[_COMPLAINT]

    def praising_parts(self, doc: Sequence[int]) -> list[tuple[int, int]]:
        """Start and end (excluded) of the clauses of a text that praise and do not complain."""
        if self._favourable.isdisjoint(doc):
            return []
        found = []
        start = 0
        for at in (*(n for n, word in enumerate(doc) if word in self._parting), len(doc)):
            praise, complaint = self.counts(doc[start:at])
            if praise > 0 and not complaint:
                found.append((start, at))
            start = at
        return found


def _sign(language: Language, word: str) -> int:
    if word in language.negations:
        return _NOT
    if word in language.complaint:
        return _COMPLAINT
    return _PRAISE if word in language.praise else 0


def polarities(texts: Texts, speech: Spoken) -> list[Polarity | None]:
    """For each text the word lists of its own language, or else of the main one; None for none."""
    ready = {code: Polarity(LANGUAGES[code], texts) for code in speech.known}
    main = next(iter(ready.values()), None)
    return [ready.get(code, main) for code in speech.of]
