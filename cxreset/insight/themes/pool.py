"""The pool of candidates, and the greedy choice of the few that cover most."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from cxreset.insight.language.spoken import Spoken
from cxreset.insight.language.texts import Texts
from cxreset.insight.themes.closeness import Closeness
from cxreset.insight.themes.model import DRIVER, OBJECT, PHRASE, Driver
from cxreset.insight.themes.phrases import Gram, Phrase
from cxreset.insight.themes.stems import NEGATION, Stems
from cxreset.insight.themes.terms import Hit, Matcher, face

OBJECTS = 5
"""How many things are named that complaints speak of."""
LONG = 60  # words; from there on a comment tells a story
BRIEF = 16
"""A comment of fewer words is in the theme of every reason it names."""
PART = 0.65
"""In others much is named by the way: a reason must be named so often beside the one named most."""
WEIGHTS = {DRIVER: (1.0,), PHRASE: (0.4, 0.8, 0.8)}
"""What a driver counts (it is known to be a reason to complain), and a phrase of 1, 2, 3 words."""
GUESS_SAMPLE = 300
NEW = {DRIVER: 0.25, PHRASE: 0.6}
"""Share of a candidate's comments that must not be covered yet."""
SINGLE = 1.1
"""How close (see `pick`) the comments of a single word must be: most such words are mere topics."""
GIANT = 0.3
"""A theme in more than this share of all comments gains no more by its size, and hides no other."""
GIANT_AT_LEAST = 20  # comments
FARTHEST, CLOSEST = 0.5, 2.0  # what closeness may do to a gain
FEWEST, FEWEST_SHARE, FEWEST_AT_MOST = 2, 0.01, 25
"""New comments a theme brings: this share of all, within these bounds."""


class Candidate(NamedTuple):
    """Something that may become a theme. `terms`: how it reads -> the complaints it reads so in.

    `docs` are the texts that count and name it, `praised` the others that do. `apart` are the
    stems that put them together; `learned` words that joined a driver, as `terms`.
    """

    id: str
    name: str
    kind: str
    docs: array[int]
    terms: dict[str, array[int]]
    apart: frozenset[int]
    gram: Gram = ()
    praised: Sequence[int] = ()
    learned: dict[str, array[int]] = {}

    def with_praise(self) -> Candidate:
        """The same where praise counts as complaint does."""
        docs = array("i", sorted({*self.docs, *self.praised}))
        return self._replace(docs=docs, praised=())


class _Claim:
    """What is gathered for one driver while the texts are read."""

    def __init__(self) -> None:
        self.docs, self.praised = array("i"), array("i")
        self.terms: dict[str, array[int]] = {}
        self.apart: set[int] = set()

    def take(self, index: int, face_: str) -> None:
        held = self.terms.setdefault(face_, array("i"))
        if not held or held[-1] != index:
            held.append(index)


def driver_candidates(
    drivers: Sequence[Driver], matcher: Matcher, texts: Texts, speech: Spoken, stems: Stems
) -> list[Candidate]:
    """One for each driver that is named more than once. `matcher` is made of the same drivers.

    A text is read by the drivers of its own language, or by all where that is unclear.
    """
    complaints = frozenset(stems.counted)
    languages = {driver.language for driver in drivers}
    claims: dict[str, _Claim] = {}
    for index, doc in enumerate(texts.docs):
        language = speech.of[index] if speech.of[index] in languages else ""
        by_driver: dict[str, list[Hit]] = {}
        for hit in matcher.hits(doc):
            driver = drivers[hit.owner]
            own_language = not language or driver.language == language
            if own_language and not _turned(stems.docs[index], hit):
                by_driver.setdefault(driver.id, []).append(hit)
        for ident in _named_enough(by_driver, len(doc)):
            claim = claims.setdefault(ident, _Claim())
            if index not in complaints:
                claim.praised.append(index)
                continue
            claim.docs.append(index)
            for hit in by_driver[ident]:
                claim.apart.update(stems.docs[index][at] for at in hit.positions)
                claim.take(index, face(doc, hit.positions, texts.faces))
    titles = _titles(drivers, speech)
    return [
        Candidate(
            id=f"driver:{ident}",
            name=titles[ident],
            kind=DRIVER,
            docs=claim.docs,
            terms=claim.terms,
            apart=frozenset(claim.apart),
            praised=claim.praised,
        )
        for ident, claim in sorted(claims.items())
        if len(claim.docs) + len(claim.praised) >= FEWEST
    ]


def _turned(doc: Sequence[int], hit: Hit) -> bool:
    """Does a negation that is no word of the term stand inside it? `The room was not dirty`."""
    first, last = hit.positions[0], hit.positions[-1]
    if NEGATION not in doc[first:last]:
        return False
    return all(doc[at] != NEGATION for at in hit.positions)


def _titles(drivers: Sequence[Driver], speech: Spoken) -> dict[str, str]:
    """The name of each driver in the language most comments are in, of those it is written in."""
    position = {code: at for at, code in enumerate(speech.shares)}
    ordered = sorted(drivers, key=lambda driver: position.get(driver.language, len(position)))
    titles: dict[str, str] = {}
    for driver in ordered:
        titles.setdefault(driver.id, driver.title)
    return titles


def guessed(drivers: Sequence[Driver], known: Sequence[str], texts: Texts) -> str:
    """The language whose drivers find most, for texts without stop words; '' when none does."""
    found = {}
    for language in known:
        matcher = Matcher([driver for driver in drivers if driver.language == language], texts)
        step = max(1, len(texts.docs) // GUESS_SAMPLE)
        found[language] = sum(bool(matcher.hits(doc)) for doc in texts.docs[::step])
    best = min(known, key=lambda language: (-found[language], language), default="")
    return best if found.get(best) else ""


def _named_enough(by_driver: dict[str, list[Hit]], length: int) -> list[str]:
    """In a comment that is not brief, only the reasons named about as often as the one most."""
    if length < BRIEF or not by_driver:
        return list(by_driver)
    named = {ident: _times(hits) for ident, hits in by_driver.items()}
    most = max(named.values())
    return [ident for ident, times in named.items() if times >= PART * most]


def _times(hits: Sequence[Hit]) -> int:
    """How often something is named, words that several terms share counted once."""
    times, last = 0, -1
    for start, end in sorted((hit.positions[0], hit.positions[-1]) for hit in hits):
        times += start > last
        last = max(last, end)
    return times


def phrase_candidates(
    found: Sequence[Phrase], stems: Stems, known: Sequence[Candidate] = ()
) -> list[Candidate]:
    """One for each phrase, unless one of `known` holds half its comments and so explains it."""
    held = [frozenset(candidate.docs) for candidate in known]
    return [
        Candidate(
            id="phrase:" + " ".join(stems.words[number] for number in phrase.stems),
            name=phrase.face[:1].upper() + phrase.face[1:],
            kind=PHRASE,
            docs=phrase.docs,
            terms={phrase.face: phrase.docs},
            apart=frozenset(phrase.stems),
            gram=phrase.stems,
        )
        for phrase in found
        if len(phrase.docs) >= FEWEST
        and not any(
            2 * len(docs) >= len(phrase.docs) <= 2 * len(docs.intersection(phrase.docs))
            for docs in held
        )
    ]


def pick(
    pool: Sequence[Candidate], closeness: Closeness, total: int, limit: int
) -> list[Candidate]:
    """The best few: each time the one with most comments not covered yet, times their closeness."""
    least = max(FEWEST, min(round(total * FEWEST_SHARE), FEWEST_AT_MOST))
    giant = max(GIANT * total, GIANT_AT_LEAST)
    known: dict[str, float] = {}

    def close(candidate: Candidate) -> float:
        """Between FARTHEST and CLOSEST; worked out only for those that could win."""
        if candidate.id not in known:
            found = closeness.of(candidate.docs, candidate.apart) ** 0.5
            known[candidate.id] = min(CLOSEST, max(FARTHEST, found))
        return known[candidate.id]

    covered: set[int] = set()
    chosen: list[Candidate] = []
    left = sorted(pool, key=lambda candidate: candidate.id)
    while left and len(chosen) < limit:
        fresh = {c.id: len(c.docs) - len(covered.intersection(c.docs)) for c in left}
        left = [c for c in left if fresh[c.id] >= max(least, NEW[c.kind] * len(c.docs))]
        gains = {c.id: min(fresh[c.id], giant) * _weight(c) for c in left}
        best, most = None, 0.0
        for candidate in sorted(left, key=lambda c: (-gains[c.id], c.id)):
            if gains[candidate.id] * CLOSEST <= most:
                break
            gain = gains[candidate.id] * close(candidate)
            if gain > most:
                best, most = candidate, gain
        if best is None:
            break
        chosen.append(best)
        if len(best.docs) <= giant:
            covered.update(best.docs)
        left.remove(best)
    return chosen


def _weight(candidate: Candidate) -> float:
    weights = WEIGHTS[candidate.kind]
    return weights[min(max(1, len(candidate.gram)), len(weights)) - 1]


def objects(things: Sequence[Phrase], stems: Stems) -> list[Candidate]:
    """What complaints speak of: the few products, places or channels that cover most of them."""
    pool = [
        candidate._replace(id=f"{OBJECT}:{candidate.id}")
        for candidate in phrase_candidates(things, stems)
    ]
    return pick(pool, Closeness(stems), len(stems.counted), OBJECTS)
