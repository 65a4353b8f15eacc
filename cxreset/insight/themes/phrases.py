"""Phrases of one to three words that a pile of comments keeps coming back to."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cxreset.insight.themes.lists import GENERIC, NEGATIONS, PARTICLES
from cxreset.insight.themes.words import (
    BREAK,
    STOP_FOLDED,
    Texts,
    fold,
    handles,
    proper_names,
    stem,
)

AT_LEAST = 3  # comments a phrase is in
AT_LEAST_SHARE = 0.004
BACKGROUND = 0.22
"""A single word in more than this share of all comments is what they are all about, no theme."""
OF_ITS_FILE, FILE_AT_LEAST = 0.15, 100
"""The same within one file of at least so many comments: what that file is all about."""
LIFT = 3.0  # how much more often than by chance the words of a phrase stand together
NAME_LENGTH = 4  # letters of a word that may be part of a handle
CANDIDATES = 100

_SILENT, _BACK, _PARTICLE, _NOT, _GENERIC, _TELLING = range(6)


class Phrase(NamedTuple):
    """Stems that stand together, the comments they are in, and how they are written most often."""

    stems: tuple[int, ...]
    docs: array[int]
    face: str


class Stems:
    """The texts as stems: numbers again, with what kind of word each is."""

    def __init__(self, texts: Texts, language: str, names: Iterable[str] = ()) -> None:
        stop = STOP_FOLDED.get(language) or frozenset().union(*STOP_FOLDED.values())
        not_ = frozenset(map(fold, NEGATIONS.get(language, ())))
        hidden = frozenset(_names(texts, names) | proper_names(texts, language))
        numbers: dict[str, int] = {"": BREAK}
        self.of = array("i")  # word number -> stem number
        self.kinds = [_SILENT]
        self.words: list[str] = [""]
        for word in texts.words:
            root = stem(word, language) if word else ""
            number = numbers.setdefault(root, len(numbers))
            if number == len(self.kinds):
                self.kinds.append(_kind(word, root, stop, not_, hidden))
                self.words.append(root)
            elif number:  # `wait` after `waits`: the stricter judgement holds for both
                kind = _kind(word, root, stop, not_, hidden)
                self.kinds[number] = min(self.kinds[number], kind)
            self.of.append(number)
        of = self.of.__getitem__
        self.docs = [array("i", map(of, doc)) for doc in texts.docs]
        self.frequency: Counter[int] = Counter()
        for doc in self.docs:
            self.frequency.update(set(doc))
        del self.frequency[BREAK]

    def tells(self, number: int) -> bool:
        """Whether a stem says something of what a comment is about."""
        return self.kinds[number] >= _GENERIC


def _kind(
    word: str, root: str, stop: frozenset[str], not_: frozenset[str], hidden: frozenset[str]
) -> int:
    if word in not_:
        return _NOT
    if word in PARTICLES:
        return _PARTICLE
    if word in stop:
        return _BACK
    if word in hidden or len(word) < 3 or not word.isalpha():
        return _SILENT
    return _GENERIC if word in GENERIC or root in GENERIC else _TELLING


def _names(texts: Texts, names: Iterable[str]) -> set[str]:
    """Words that name the company: what it is said to be called, and what its handles are made of.

    `bird` of `@skybird` is one too when the comments use it: at the beginning or the end.
    """
    found = {fold(part) for name in names for part in name.split() if len(part) > 2}
    for handle in handles(texts):
        found |= {
            word
            for word in texts.words
            if len(word) >= NAME_LENGTH and (handle.startswith(word) or handle.endswith(word))
        } | {handle, *handle.split("_")}
    return found


def phrases(texts: Texts, stems: Stems, sources: Sequence[str] = ()) -> list[Phrase]:
    """The most promising phrases, in a fixed order; each in at least AT_LEAST comments.

    `sources` are the files of the texts, '' for what came from none.
    """
    total = len(stems.docs)
    least = max(AT_LEAST, round(total * AT_LEAST_SHARE))
    kinds, frequency = stems.kinds, stems.frequency
    often = [
        kinds[number] if frequency[number] >= least else _SILENT for number in range(len(kinds))
    ]
    singles = {
        number
        for number, kind in enumerate(often)
        if kind == _TELLING and frequency[number] <= BACKGROUND * total
    }
    singles -= _topics(stems, sources)
    found = {
        gram: docs
        for gram, docs in _postings(stems, often, singles).items()
        if len(docs) >= least
        and (len(gram) == 1 or _together(gram, len(docs), stems.frequency, total))
    }
    _drop_parts(found)
    order = sorted(
        found,
        key=lambda gram: (-len(found[gram]) * len(gram) ** 0.5, [stems.words[n] for n in gram]),
    )[:CANDIDATES]
    faces = _faces(texts, stems, {gram: found[gram] for gram in order})
    return [Phrase(gram, found[gram], faces[gram]) for gram in order]


def _topics(stems: Stems, sources: Sequence[str]) -> set[int]:
    """Words that are mostly said where they are what the whole file is about: `park`, `internet`.

    Praise holds them as often as complaint does.
    """
    sizes = Counter(sources)
    held: dict[str, Counter[int]] = {
        source: Counter() for source, size in sizes.items() if source and size >= FILE_AT_LEAST
    }
    for doc, source in zip(stems.docs, sources, strict=bool(sources)):
        if source in held:
            held[source].update(set(doc))
    often: Counter[int] = Counter()  # comments that hold a word in files it is the background of
    for source, words in held.items():
        least = OF_ITS_FILE * sizes[source]
        often.update({number: times for number, times in words.items() if times > least})
    return {number for number, times in often.items() if 2 * times >= stems.frequency[number]}


def _grams(doc: Sequence[int], often: Sequence[int]) -> set[tuple[int, ...]]:
    """Pairs and triples of one text whose ends tell something."""
    kinds = [often[number] for number in doc]
    grams: set[tuple[int, ...]] = set()
    for place in range(len(kinds) - 1):
        first = kinds[place]
        if first < _NOT:
            continue
        second = kinds[place + 1]
        if second == _PARTICLE and first == _TELLING:
            grams.add((doc[place], doc[place + 1]))
        if second >= _GENERIC and (first == _NOT or max(first, second) == _TELLING):
            grams.add((doc[place], doc[place + 1]))
        if second >= _BACK and place + 2 < len(kinds):
            third = kinds[place + 2]
            if third >= _GENERIC and max(first, third) == _TELLING:
                grams.add((doc[place], doc[place + 1], doc[place + 2]))
    return grams


def _together(gram: tuple[int, ...], count: int, frequency: Counter[int], total: int) -> bool:
    """Whether the ends stand together clearly more often than by chance, or mostly."""
    first, last = frequency[gram[0]], frequency[gram[-1]]
    return count * total >= LIFT * first * last or 2 * count >= max(first, last)


def _postings(
    stems: Stems, often: Sequence[int], singles: set[int]
) -> dict[tuple[int, ...], array[int]]:
    """Every phrase that is met twice -> the comments it is in."""
    first: dict[tuple[int, ...], int] = {}  # most are met once: those cost no array
    found: dict[tuple[int, ...], array[int]] = {}
    for index, doc in enumerate(stems.docs):
        grams = _grams(doc, often)
        grams.update((number,) for number in singles.intersection(doc))
        for gram in grams:
            held = found.get(gram)
            if held is not None:
                held.append(index)
            elif gram in first:
                found[gram] = array("i", (first.pop(gram), index))
            else:
                first[gram] = index
    return found


def _drop_parts(found: dict[tuple[int, ...], array[int]]) -> None:
    """Leave out a phrase that hardly ever stands without a longer one: `bag` in `lost bag`."""
    for gram in sorted(found, key=len, reverse=True):
        if gram not in found:
            continue
        for size in range(1, len(gram)):
            for start in range(len(gram) - size + 1):
                part = gram[start : start + size]
                if part in found and len(found[part]) <= 1.25 * len(found[gram]):
                    del found[part]


def _faces(
    texts: Texts, stems: Stems, found: dict[tuple[int, ...], array[int]]
) -> dict[tuple[int, ...], str]:
    """How each is written most often, from the first comments it is in."""
    faces = {}
    for gram, docs in found.items():
        written: Counter[str] = Counter()
        for index in docs[:40]:
            doc, roots = texts.docs[index], stems.docs[index]
            for place in places_of(gram, roots):
                written[" ".join(texts.faces[word] for word in doc[place : place + len(gram)])] += 1
        faces[gram] = min(written, key=lambda face: (-written[face], face))
    return faces


def places_of(gram: tuple[int, ...], roots: Sequence[int]) -> list[int]:
    """Where a phrase begins in a text of stems."""
    size, first = len(gram), gram[0]
    return [
        place
        for place, number in enumerate(roots)
        if number == first and tuple(roots[place : place + size]) == gram
    ]
