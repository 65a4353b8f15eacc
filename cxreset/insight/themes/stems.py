"""Texts as stems: numbers again, with what kind of word each is in its own language."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from copy import copy
from dataclasses import dataclass

from cxreset.insight.language import LANGUAGES
from cxreset.insight.language.model import Language
from cxreset.insight.language.spoken import Spoken
from cxreset.insight.language.texts import BREAK, Texts
from cxreset.insight.themes.names import company_words, proper_names

SILENT, PRAISE, LITTLE, PARTICLE, NOT, GENERIC, TELLING = range(7)
"""Kinds of words. What ends a phrase is at least GENERIC; one TELLING word is in each."""
NEGATION = 1
"""The one number of every negation, in every language."""
REACH = 3
"""Words that may stand between a negation and what it negates."""
PARTICLES = frozenset(("up", "out", "off", "down", "over", "away", "back"))
"""They end an English phrase: `top up`, `sold out`."""
_SHORTEST = 3  # letters of a word that tells something


@dataclass(frozen=True)
class _Reader:
    """How the words of texts in one language are read; several languages for unclear texts."""

    languages: Sequence[Language]
    hidden: Collection[str]

    def stem(self, word: str) -> str:
        return self.languages[0].stem(word) if self.languages else word

    def kind(self, word: str, root: str) -> int:
        languages = self.languages
        if any(word in language.negations for language in languages):
            return NOT
        if word in PARTICLES and any(language.code == "en" for language in languages):
            return PARTICLE
        if any(word in language.little for language in languages):
            return LITTLE
        if any(word in language.praise for language in languages):
            return PRAISE
        if word in self.hidden or len(word) < _SHORTEST or any(map(str.isdigit, word)):
            return SILENT
        generic = any(word in each.generic or root in each.generic for each in languages)
        return GENERIC if generic else TELLING


class Stems:
    """`docs[i]` are the stem numbers of text i; `words` and `kinds` say what a number stands for.

    `counted` are the indexes of the texts that count: the complaints, or all. `frequency` says how
    many of them hold a stem, `in_praise` how many others. The same stem of two kinds, as of a word
    in two languages, has two numbers.
    """

    def __init__(
        self, texts: Texts, speech: Spoken, complaints: Sequence[int], names: Iterable[str] = ()
    ) -> None:
        self.words, self.kinds = ["", "not"], [SILENT, NOT]
        self._numbers: dict[tuple[str, int], int] = {("", SILENT): BREAK, ("not", NOT): NEGATION}
        hidden = company_words(texts, names) | proper_names(texts, speech.main)
        spoken_here = [LANGUAGES[code] for code in speech.known] or [*LANGUAGES.values()]
        tables = {
            code: self._table(texts, _Reader([LANGUAGES[code]], hidden)) for code in speech.known
        }
        unclear: array[int] | None = None
        if len(tables) == 1:
            unclear = next(iter(tables.values()))
        self.docs: list[array[int]] = []
        for code, doc in zip(speech.of, texts.docs, strict=True):
            table = tables.get(code, unclear)
            if table is None:
                table = unclear = self._table(texts, _Reader(spoken_here, hidden))
            self.docs.append(array("i", map(table.__getitem__, doc)))
        self.negated_after = [
            code in LANGUAGES and LANGUAGES[code].negates_back for code in speech.of
        ]
        self._count(complaints)

    def of_everything(self) -> Stems:
        """The same texts, where praise counts as complaint does."""
        found = copy(self)
        found._count(range(len(self.docs)))
        return found

    def _count(self, counted: Sequence[int]) -> None:
        self.counted = counted
        self.frequency = self._holding(counted)
        del self.frequency[BREAK]
        self.in_praise = self._holding(set(range(len(self.docs))).difference(counted))

    def _holding(self, indexes: Iterable[int]) -> Counter[int]:
        """Stem number -> how many of those texts hold it."""
        found: Counter[int] = Counter()
        for index in indexes:
            found.update(set(self.docs[index]))
        return found

    def of_complaints(self, number: int) -> bool:
        """Is the stem in complaints as often as in praise, measured by how many there are?"""
        praise = len(self.docs) - len(self.counted)
        often = self.frequency[number] * praise
        return often >= self.in_praise[number] * len(self.counted)

    def _table(self, texts: Texts, reader: _Reader) -> array[int]:
        """Word number -> stem number. Of one stem the stricter judgement holds: `wait`, `waits`."""
        roots = [reader.stem(word) if word else "" for word in texts.words]
        own = [
            reader.kind(word, root) if word else SILENT
            for word, root in zip(texts.words, roots, strict=True)
        ]
        strictest: dict[str, int] = {}
        for root, kind in zip(roots, own, strict=True):
            if kind not in (PRAISE, NOT):
                strictest[root] = min(kind, strictest.get(root, kind))
        return array(
            "i",
            [
                self._number(root, kind if kind in (PRAISE, NOT) else strictest[root])
                for root, kind in zip(roots, own, strict=True)
            ],
        )

    def _number(self, root: str, kind: int) -> int:
        if kind == NOT:
            return NEGATION
        number = self._numbers.setdefault((root, kind), len(self._numbers))
        if number == len(self.words):
            self.words.append(root)
            self.kinds.append(kind)
        return number

    def tells(self, number: int) -> bool:
        """Whether a stem says something of what a comment is about."""
        return self.kinds[number] >= GENERIC

    def negation(self, index: int, start: int, end: int) -> int | None:
        """Where the negation of the words from `start` to `end` (excluded) of text `index` stands.

        It comes before them, with at most REACH little words between, or after them in languages
        that negate so. None when nothing negates them.
        """
        doc = self.docs[index]
        found = self._negation_on(doc, range(start - 1, max(-1, start - 2 - REACH), -1))
        if found is None and self.negated_after[index]:
            found = self._negation_on(doc, range(end, min(len(doc), end + 1 + REACH)))
        return found

    def _negation_on(self, doc: Sequence[int], way: range) -> int | None:
        found = None
        for at in way:
            if doc[at] == NEGATION:
                found = at  # of several the farthest: `nikt nie odbiera`
            elif doc[at] == BREAK or self.kinds[doc[at]] > LITTLE:
                break
        return found

    def positions(self, gram: tuple[int, ...], index: int) -> list[range]:
        """Where a phrase stands in text `index`, its negation and what lies between included."""
        doc = self.docs[index]
        if gram[0] != NEGATION:
            return [range(at, at + len(gram)) for at in _starts(gram, doc)]
        inner = gram[1:]
        found = []
        for at in _starts(inner, doc):
            negation = self.negation(index, at, at + len(inner))
            if negation is not None:
                found.append(range(min(at, negation), max(at + len(inner), negation + 1)))
        return found


def _starts(gram: tuple[int, ...], doc: Sequence[int]) -> list[int]:
    size, first = len(gram), gram[0]
    if first not in doc:  # far quicker than to look at each
        return []
    return [
        at
        for at, number in enumerate(doc)
        if number == first and tuple(doc[at : at + size]) == gram
    ]
