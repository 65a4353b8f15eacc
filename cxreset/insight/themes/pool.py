"""The pool of candidates, and the greedy choice of the few that cover most."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from cxreset.insight.themes.closeness import Closeness
from cxreset.insight.themes.model import DRIVER, PHRASE, Driver
from cxreset.insight.themes.phrases import Phrase, Stems
from cxreset.insight.themes.terms import Hit, Matcher, face
from cxreset.insight.themes.words import Texts

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
    """Something that may become a theme. `terms`: how it reads -> the comments it reads so in."""

    id: str
    name: str
    kind: str
    docs: array[int]
    terms: dict[str, array[int]]
    apart: frozenset[int]
    gram: tuple[int, ...] = ()


def driver_candidates(
    drivers: Sequence[Driver],
    matcher: Matcher,
    texts: Texts,
    stems: Stems,
    order: Sequence[str],
) -> list[Candidate]:
    """One for each driver that is found at all; `order` says which language names it first.

    `matcher` is made of the same drivers.
    """
    ids = sorted({driver.id for driver in drivers})
    place = {ident: index for index, ident in enumerate(ids)}
    owner_of = [place[driver.id] for driver in drivers]
    docs: list[array[int]] = [array("i") for _ in ids]
    terms: list[dict[str, array[int]]] = [{} for _ in ids]
    apart: list[set[int]] = [set() for _ in ids]
    for index, doc in enumerate(texts.docs):
        hits = matcher.hits(doc)
        if not hits:
            continue
        by_owner: dict[int, list[Hit]] = {}
        for hit in hits:
            by_owner.setdefault(owner_of[hit.owner], []).append(hit)
        for owner in _named_enough(by_owner, len(doc)):
            docs[owner].append(index)
            for hit in by_owner[owner]:
                apart[owner].update(stems.of[doc[at]] for at in hit.places)
                held = terms[owner].setdefault(face(doc, hit.places, texts.faces), array("i"))
                if not held or held[-1] != index:
                    held.append(index)
    titles: dict[str, str] = {}
    for language in order:
        for driver in drivers:
            if driver.language == language:
                titles.setdefault(driver.id, driver.title)
    return [
        Candidate(f"driver:{ident}", titles[ident], DRIVER, docs[n], terms[n], frozenset(apart[n]))
        for n, ident in enumerate(ids)
        if len(docs[n]) >= FEWEST
    ]


def guessed(drivers: Sequence[Driver], known: Sequence[str], texts: Texts) -> str:
    """The language whose drivers find most, for texts without stop words; '' when none does."""
    found = {}
    for language in known:
        matcher = Matcher([driver for driver in drivers if driver.language == language], texts)
        step = max(1, len(texts.docs) // GUESS_SAMPLE)
        found[language] = sum(bool(matcher.hits(doc)) for doc in texts.docs[::step])
    best = min(known, key=lambda language: (-found[language], language), default="")
    return best if found.get(best) else ""


def _named_enough(by_owner: dict[int, list[Hit]], length: int) -> list[int]:
    """In a comment that is not brief, only the reasons named about as often as the one most."""
    if length < BRIEF:
        return list(by_owner)
    named = {owner: _times(hits) for owner, hits in by_owner.items()}
    most = max(named.values())
    return [owner for owner, times in named.items() if times >= PART * most]


def _times(hits: Sequence[Hit]) -> int:
    """How often something is named, words that several terms share counted once."""
    times, last = 0, -1
    for start, end in sorted((hit.places[0], hit.places[-1]) for hit in hits):
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
            "phrase:" + " ".join(stems.words[number] for number in phrase.stems),
            phrase.face[:1].upper() + phrase.face[1:],
            PHRASE,
            phrase.docs,
            {phrase.face: phrase.docs},
            frozenset(phrase.stems),
            phrase.stems,
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
        gains = {
            c.id: min(fresh[c.id], giant) * WEIGHTS[c.kind][max(0, len(c.gram) - 1)] for c in left
        }
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
