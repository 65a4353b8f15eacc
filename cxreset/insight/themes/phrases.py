"""Phrases of one to three words that a pile of complaints keeps coming back to.

What is negated is another phrase: `puedo entrar` is not what `no puedo entrar` says, so a negation
near a phrase belongs to it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cxreset.insight.language.texts import Texts
from cxreset.insight.themes.stems import (
    GENERIC,
    LITTLE,
    NEGATION,
    PARTICLE,
    PRAISE,
    SILENT,
    TELLING,
    Stems,
)

AT_LEAST = 3  # comments a phrase is in
AT_LEAST_SHARE = 0.004
BACKGROUND = 0.22
"""A single word in more than this share of all comments is what they are all about, no theme."""
OF_ITS_FILE, FILE_AT_LEAST = 0.15, 100
"""The same within one file of at least so many comments: what that file is all about."""
LIFT = 3.0  # how much more often than by chance the words of a phrase stand together
CANDIDATES = 100
LONGEST_THING = 2  # words of what complaints speak of
FACES = 40  # comments by which it is told how a phrase is written

Gram = tuple[int, ...]


class Phrase(NamedTuple):
    """Stems that stand together, the complaints they are in, and how they are written mostly."""

    stems: Gram
    docs: array[int]
    face: str


class Phrases(NamedTuple):
    """What may be a reason, and what may be a thing that complaints speak of."""

    reasons: list[Phrase]
    things: list[Phrase]


def phrases(texts: Texts, stems: Stems, sources: Sequence[str] = ()) -> Phrases:
    """The most promising phrases, in a fixed order; each in at least AT_LEAST complaints.

    `sources` are the files of the texts, '' for what came from none. A thing is one telling word,
    or two: `bag` is one where `lost bag` is a reason.
    """
    total = len(stems.counted)
    least = max(AT_LEAST, round(total * AT_LEAST_SHARE))
    kinds, frequency = stems.kinds, stems.frequency
    often = [
        kinds[number] if frequency[number] >= least else SILENT for number in range(len(kinds))
    ]
    topics = _topics(stems, sources)
    singles = {
        number
        for number, kind in enumerate(often)
        if kind == TELLING and frequency[number] <= BACKGROUND * total and number not in topics
    }
    found = {
        gram: docs
        for gram, docs in _postings(stems, often, singles).items()
        if len(docs) >= least
        and (len(gram) == 1 or _together(gram, len(docs), stems.frequency, total))
    }
    things = {
        gram: docs
        for gram, docs in found.items()
        if len(gram) <= LONGEST_THING and all(kinds[number] == TELLING for number in gram)
    }
    _drop_parts(found)
    _drop_parts(things)
    return Phrases(_promising(texts, stems, found), _promising(texts, stems, things))


def _promising(texts: Texts, stems: Stems, found: dict[Gram, array[int]]) -> list[Phrase]:
    order = sorted(
        found,
        key=lambda gram: (-len(found[gram]) * len(gram) ** 0.5, [stems.words[n] for n in gram]),
    )[:CANDIDATES]
    return [Phrase(gram, found[gram], _face(texts, stems, gram, found[gram])) for gram in order]


def _topics(stems: Stems, sources: Sequence[str]) -> set[int]:
    """Words that are mostly said where they are what the whole file is about: `park`, `internet`.

    Praise holds them as often as complaint does.
    """
    complaints = stems.counted if sources else ()
    sizes = Counter(sources[index] for index in complaints)
    held: dict[str, Counter[int]] = {
        source: Counter() for source, size in sizes.items() if source and size >= FILE_AT_LEAST
    }
    for index in complaints:
        if sources[index] in held:
            held[sources[index]].update(set(stems.docs[index]))
    often: Counter[int] = Counter()  # comments that hold a word in files it is the background of
    for source, words in held.items():
        least = OF_ITS_FILE * sizes[source]
        often.update({number: times for number, times in words.items() if times > least})
    return {number for number, times in often.items() if 2 * times >= stems.frequency[number]}


def _spans(kinds: Sequence[int], negated: bool) -> list[tuple[int, int]]:
    """Start and end (excluded) of the pairs and triples whose ends tell something.

    In a text with negations single words too, of praise as well: `not clean`.
    """
    spans: list[tuple[int, int]] = []
    last = len(kinds) - 1
    for at, first in enumerate(kinds):
        if negated and (first >= GENERIC or first == PRAISE):
            spans.append((at, at + 1))
        if first < GENERIC or at == last:
            continue
        second = kinds[at + 1]
        pair = second == PARTICLE and first == TELLING
        if pair or (second >= GENERIC and max(first, second) == TELLING):
            spans.append((at, at + 2))
        if second >= LITTLE and at + 2 <= last:
            third = kinds[at + 2]
            if third >= GENERIC and max(first, third) == TELLING:
                spans.append((at, at + 3))
    return spans


def _grams(stems: Stems, index: int, often: Sequence[int], singles: set[int]) -> set[Gram]:
    """The phrases of one text."""
    doc = stems.docs[index]
    kinds = [often[number] for number in doc]
    negated = NEGATION in doc
    grams: set[Gram] = set()
    for start, end in _spans(kinds, negated):
        gram = tuple(doc[start:end])
        if negated and NEGATION not in gram and stems.negation(index, start, end) is not None:
            grams.add((NEGATION, *gram))
        elif end - start > 1 or doc[start] in singles:
            grams.add(gram)
    if not negated:
        grams.update((number,) for number in singles.intersection(doc))
    return grams


def _together(gram: Gram, count: int, frequency: Counter[int], total: int) -> bool:
    """Whether the ends stand together clearly more often than by chance, or mostly."""
    first, last = frequency[gram[0]], frequency[gram[-1]]
    if gram[0] == NEGATION:  # it is everywhere: what counts is how often the words are negated
        return 2 * count >= min(frequency[number] for number in gram[1:])
    return count * total >= LIFT * first * last or 2 * count >= max(first, last)


def _postings(stems: Stems, often: Sequence[int], singles: set[int]) -> dict[Gram, array[int]]:
    """Every phrase that is met twice -> the complaints it is in."""
    first: dict[Gram, int] = {}  # most are met once: those cost no array
    found: dict[Gram, array[int]] = {}
    for index in stems.counted:
        for gram in _grams(stems, index, often, singles):
            held = found.get(gram)
            if held is not None:
                held.append(index)
            elif gram in first:
                found[gram] = array("i", (first.pop(gram), index))
            else:
                first[gram] = index
    return found


def _drop_parts(found: dict[Gram, array[int]]) -> None:
    """Leave out a phrase that hardly ever stands without a longer one: `bag` in `lost bag`."""
    for gram in sorted(found, key=lambda gram: (-len(gram), gram)):
        if gram not in found:
            continue
        for size in range(1, len(gram)):
            for start in range(len(gram) - size + 1):
                part = gram[start : start + size]
                if part in found and len(found[part]) <= 1.25 * len(found[gram]):
                    del found[part]


def _face(texts: Texts, stems: Stems, gram: Gram, docs: Sequence[int]) -> str:
    """How a phrase is written most often, from the first comments it is in."""
    written: Counter[str] = Counter()
    for index in docs[:FACES]:
        doc = texts.docs[index]
        for position in stems.positions(gram, index):
            written[" ".join(texts.faces[doc[at]] for at in position)] += 1
    return min(written, key=lambda face: (-written[face], len(face), face))
