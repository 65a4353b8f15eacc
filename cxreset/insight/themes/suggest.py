"""Themes out of comments: drivers and phrases compete, and the best few are picked."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from cxreset.insight.language.texts import word_key
from cxreset.insight.themes.closeness import Closeness
from cxreset.insight.themes.editing import TERMS
from cxreset.insight.themes.examples import Proof, examples
from cxreset.insight.themes.learned import with_learned
from cxreset.insight.themes.model import CATEGORY, DRIVER, Driver, Item, Suggestions, Term, Theme
from cxreset.insight.themes.notes import notes
from cxreset.insight.themes.phrases import phrases
from cxreset.insight.themes.pool import (
    FEWEST,
    Candidate,
    driver_candidates,
    objects,
    phrase_candidates,
    pick,
)
from cxreset.insight.themes.reading import Reading
from cxreset.insight.themes.stems import Stems

LIMIT = 10
"""How many themes are suggested unless said."""
NEAR = 12
"""Words that may stand between a theme's own words and those of a part of it."""
LABELS = ";|"
"""What stands between several labels in one cell."""


def suggest(
    items: Sequence[Item],
    drivers: Sequence[Driver],
    *,
    limit: int = LIMIT,
    names: Sequence[str] = (),
    everything: bool = False,
) -> Suggestions:
    """At most `limit` themes of the complaints among `items`, the most frequent first.

    Ids of items are taken as unique. `names` are what the company and its products are called:
    no theme is made of those words. With `everything` themes are picked and ordered by all who
    name them, praise too; their `items` still are those that complain.
    """
    reading = Reading(items, drivers, names=names)
    stems, texts = reading.stems, reading.texts
    pool = driver_candidates(reading.drivers, reading.matcher, texts, reading.speech, stems)
    pool = with_learned(pool, texts, stems)
    if everything:
        stems, pool = stems.of_everything(), [driver.with_praise() for driver in pool]
    found = phrases(texts, stems, [item.source for item in reading.items])
    pains = [p for p in found.reasons if len(p.stems) > 1 or stems.of_complaints(p.stems[0])]
    pool += phrase_candidates(pains, stems, pool)
    chosen = pick(pool, Closeness(stems), len(stems.counted), limit)
    phrases_chosen = [each for each in chosen if each.kind != DRIVER]
    builder = _Builder(reading, [each for each in pool if each.kind == DRIVER] + phrases_chosen)
    named = {index for candidate in chosen for index in candidate.docs}
    covered = len(named.intersection(reading.complaints))
    by_category = _by_category(reading, limit, everything=everything)
    sentences = notes(reading, drivers, covered, by_category)
    return Suggestions(
        themes=tuple(map(builder.theme, _most_frequent(chosen))),
        by_category=by_category,
        objects=tuple(map(builder.theme, _most_frequent(objects(found.things, stems)))),
        notes=sentences,
        covered=covered,
        complaints=len(reading.complaints),
        total=len(items),
        language=reading.speech.main,
        languages=reading.languages(),
    )


def _most_frequent(chosen: Sequence[Candidate]) -> list[Candidate]:
    return sorted(chosen, key=lambda candidate: (-len(candidate.docs), candidate.id))


def split(theme: Theme, items: Sequence[Item], *, limit: int = 6) -> tuple[Theme, ...]:
    """The smaller themes inside `theme`, found by phrases; () when its comments are of a piece.

    A phrase counts where it stands within NEAR words of the theme's own: a long comment speaks of
    much else. `items` may be all items: those of the theme are picked out.
    """
    wanted = set(theme.items)
    inside = [item for item in items if item.id in wanted]
    reading = Reading(inside, (), all_complain=True)
    stems = reading.stems
    spoken = [word for term in theme.terms for word in term.text.split()]
    numbers = {word: number for number, word in enumerate(reading.texts.words)}
    own = {
        stems.docs[index][at]
        for index, doc in enumerate(reading.texts.docs)
        for at, number in enumerate(doc)
        if number in {numbers.get(word_key(word)) for word in spoken}
    }
    found = phrase_candidates(phrases(reading.texts, stems).reasons, stems)
    pool = [
        candidate
        for candidate in _near(found, own, stems)
        if own.isdisjoint(candidate.apart) and len(candidate.docs) < len(inside)
    ]
    chosen = pick(pool, Closeness(stems), len(inside), limit)
    if len(chosen) < 2:
        return ()
    builder = _Builder(reading, chosen)
    return tuple(replace(builder.theme(each), total=theme.total) for each in _most_frequent(chosen))


def _near(pool: Sequence[Candidate], own: set[int], stems: Stems) -> list[Candidate]:
    """The candidates with only those comments where they stand near one of the stems `own`."""
    numbers = {number for number in own if stems.tells(number)}
    if not numbers:
        return list(pool)
    positions = [[at for at, number in enumerate(doc) if number in numbers] for doc in stems.docs]
    found = []
    for each in pool:
        docs = array(
            "i",
            (
                index
                for index in each.docs
                if any(
                    abs(at - position.start) <= NEAR
                    for position in stems.positions(each.gram, index)
                    for at in positions[index]
                )
            ),
        )
        if len(docs) >= FEWEST:
            found.append(each._replace(docs=docs, terms=dict.fromkeys(each.terms, docs)))
    return found


class _Builder:
    """Makes themes of candidates; no two begin with the same quote."""

    def __init__(self, reading: Reading, named: Sequence[Candidate]) -> None:
        """`named` are the themes that a text may speak of as well."""
        self._reading = reading
        self._complaints = frozenset(reading.complaints)
        self._named = Counter(index for candidate in named for index in candidate.docs)
        self._own = frozenset(candidate.id for candidate in named)
        self._quoted: set[str] = set()
        self._owners: dict[str, set[int]] = {}  # a theme -> the drivers that make it
        for at, driver in enumerate(reading.drivers):
            self._owners.setdefault(f"{DRIVER}:{driver.id}", set()).add(at)

    def theme(self, candidate: Candidate) -> Theme:
        reading = self._reading
        docs = [n for n in candidate.docs if n in self._complaints] or candidate.docs
        shown = examples(reading.items, docs, lambda n: self._proof(candidate, n), self._quoted)
        self._quoted.update(example.text.strip() for example in shown[:1])
        return Theme(
            id=candidate.id,
            name=candidate.name,
            kind=candidate.kind,
            items=self._complaining(candidate.docs),
            total=len(reading.complaints),
            terms=self._terms(candidate.terms),
            examples=shown,
            praised=reading.ids(self._praised(candidate)),
            learned=self._terms(candidate.learned),
        )

    def _terms(self, held: dict[str, array[int]]) -> tuple[Term, ...]:
        terms = [Term(text, self._complaining(docs)) for text, docs in held.items()]
        return tuple(
            sorted(filter(_holds, terms), key=lambda term: (-term.count, term.text))[:TERMS]
        )

    def _complaining(self, docs: Sequence[int]) -> tuple[int, ...]:
        return self._reading.ids([index for index in docs if index in self._complaints])

    def _praised(self, candidate: Candidate) -> Sequence[int]:
        """The texts that name it and do not complain."""
        if candidate.gram:
            stems = self._reading.stems
            others = set(range(len(stems.docs))).difference(stems.counted)
            named = {index for index in others if stems.positions(candidate.gram, index)}
        else:
            named = {*candidate.praised, *candidate.docs}.difference(self._complaints)
        return sorted(named)

    def _proof(self, candidate: Candidate, index: int) -> Proof:
        reading = self._reading
        others = self._named[index] - (candidate.id in self._own)
        if candidate.kind != DRIVER:
            positions = reading.stems.positions(candidate.gram, index)
            return reading.proof(index, [tuple(each) for each in positions], others=others)
        own = self._owners[candidate.id]
        hits, excluded = reading.matcher.hits_and_excluded(reading.texts.docs[index])
        return reading.proof(
            index,
            [hit.positions for hit in hits if hit.owner in own],
            denied=not own.isdisjoint(excluded),
            others=others,
        )


def _holds(term: Term) -> bool:
    return bool(term.items)


def _by_category(reading: Reading, limit: int, *, everything: bool) -> tuple[Theme, ...]:
    """The file's own reasons, the largest first; those of one complaint only are left out.

    With `everything` a reason is as large as all it is given to.
    """
    held: dict[str, list[int]] = {}
    for index in range(len(reading.items)):
        for name in _labels(reading.items[index].category):
            held.setdefault(name, []).append(index)
    complaints = set(reading.complaints)
    inside = {name: [n for n in held[name] if n in complaints] for name in held}
    counted = held if everything else inside
    order = sorted(held, key=lambda name: (-len(counted[name]), name))[:limit]
    return tuple(
        _category(reading, name, inside[name], sorted(set(held[name]) - complaints))
        for name in order
        if len(counted[name]) >= FEWEST
    )


def _category(reading: Reading, name: str, inside: Sequence[int], praised: Sequence[int]) -> Theme:
    return Theme(
        id=f"{CATEGORY}:{name}",
        name=name,
        kind=CATEGORY,
        items=reading.ids(inside),
        total=len(reading.complaints),
        terms=(),
        examples=examples(reading.items, inside, lambda index: reading.proof(index, [])),
        praised=reading.ids(praised),
    )


def _labels(cell: str) -> list[str]:
    """The labels of one cell, each once: `Delivery; Prime` are two."""
    for mark in LABELS:
        cell = cell.replace(mark, "\n")
    labels = (" ".join(part.split()) for part in cell.split("\n"))
    return list(dict.fromkeys(label for label in labels if label))
