"""The terms of drivers, found in texts.

A term is one or more words. In it `*` stands for any ending or beginning of a word (`delay*`,
`*verspätung`), `/` parts words of which one will do (`lost/missing luggage`), `…` or `...` lets up
to three other words stand between (`lost … bag*`), `#` is a number, and case and accents do not
matter. A driver's
excludes are terms too: what they overlap does not count for that driver.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cxreset.insight.language.texts import BREAK, Texts, spellings
from cxreset.insight.themes.model import Driver

GAP = 3
"""How many words a `…` may stand for."""


class Pattern(NamedTuple):
    """A term made ready: the slots its words must fill, and whether a gap may stand before each."""

    owner: int
    exclude: bool
    slots: tuple[int, ...]
    gaps: tuple[bool, ...]


class Hit(NamedTuple):
    """A term found: whose it is (an index into the drivers) and at which tokens it stands."""

    owner: int
    positions: tuple[int, ...]


_NONE: frozenset[int] = frozenset()


class _Spelled:
    """The words of terms by what is given of them: all, the beginning, the end, or the middle."""

    def __init__(self, slots: Mapping[str, int]) -> None:
        """`slots` has the text of each term's word (`delay*`, `app/apps`) with its number."""
        self._exact: dict[str, set[int]] = {}
        self._starts: dict[str, set[int]] = {}
        self._ends: dict[str, set[int]] = {}
        self._inside: dict[str, set[int]] = {}
        for text, slot in slots.items():
            for word in text.split("/"):
                table = self._table_of(word)
                for core in filter(None, spellings(word.strip("*"))):
                    table.setdefault(core, set()).add(slot)
        self._start_sizes = sorted({len(core) for core in self._starts})
        self._end_sizes = sorted({len(core) for core in self._ends})

    def _table_of(self, word: str) -> dict[str, set[int]]:
        match word.startswith("*"), word.endswith("*"):
            case True, True:
                return self._inside
            case True, False:
                return self._ends
            case False, True:
                return self._starts
        return self._exact

    def slots_of(self, word: str) -> frozenset[int]:
        """The numbers of all that `word` fits."""
        found = set(self._exact.get(word, ()))
        for size in self._start_sizes:
            found.update(self._starts.get(word[:size], ()))
        for size in self._end_sizes:
            found.update(self._ends.get(word[-size:], ()))
        for core, slots in self._inside.items():
            if core in word:
                found |= slots
        if word.isdigit():
            found.update(self._exact.get("#", ()))
        return frozenset(found) if found else _NONE


class Matcher:
    """The drivers' terms, ready to be found in the texts of one `Texts`."""

    def __init__(self, drivers: Sequence[Driver], texts: Texts) -> None:
        self._slots: dict[str, int] = {}  # the text of a term's word -> its number
        patterns = [
            pattern
            for owner, driver in enumerate(drivers)
            for exclude, terms in ((False, driver.terms), (True, driver.excludes))
            for term in terms
            if (pattern := self._pattern(owner, exclude, term))
        ]
        table = _Spelled(self._slots)
        by_first: dict[int, list[Pattern]] = {}
        for pattern in patterns:
            by_first.setdefault(pattern.slots[0], []).append(pattern)
        self._fills: list[frozenset[int]] = []
        self._first: list[tuple[Pattern, ...]] = []
        for word in texts.words:
            slots = table.slots_of(word)
            self._fills.append(slots)
            first = {pattern for slot in slots for pattern in by_first.get(slot, ())}
            self._first.append(tuple(sorted(first)))

    def _pattern(self, owner: int, exclude: bool, term: str) -> Pattern | None:
        slots, gaps, gap = [], [], False
        for part in term.replace("...", "…").replace("…", " … ").replace("-", " ").split():
            if part == "…":
                gap = True
                continue
            slots.append(self._slots.setdefault(part, len(self._slots)))
            gaps.append(gap)
            gap = False
        return Pattern(owner, exclude, tuple(slots), tuple(gaps)) if slots else None

    def hits(self, doc: Sequence[int]) -> list[Hit]:
        """Every term of every driver in one text, in the order they stand; excluded ones gone."""
        return self.hits_and_excluded(doc)[0]

    def hits_and_excluded(self, doc: Sequence[int]) -> tuple[list[Hit], frozenset[int]]:
        """As `hits`; and whose excludes stand in the text, as indexes into the drivers."""
        found, excluded = self._found(doc)
        if not excluded:
            return found, frozenset()
        taken = {(hit.owner, position) for hit in excluded for position in _reach(hit)}
        left = [hit for hit in found if taken.isdisjoint((hit.owner, p) for p in _reach(hit))]
        return left, frozenset(hit.owner for hit in excluded)

    def _found(self, doc: Sequence[int]) -> tuple[list[Hit], list[Hit]]:
        """The terms that stand in one text, and the excludes."""
        first, fills = self._first, self._fills
        found: list[Hit] = []
        excluded: list[Hit] = []
        begun = [position for position, word in enumerate(doc) if first[word]]
        if not begun:
            return found, excluded
        there = frozenset().union(*[fills[word] for word in doc])
        for position in begun:
            for pattern in first[doc[position]]:
                if there.issuperset(pattern.slots):
                    positions = self._follow(pattern, doc, position)
                    if positions:
                        (excluded if pattern.exclude else found).append(
                            Hit(pattern.owner, positions)
                        )
        return found, excluded

    def _follow(self, pattern: Pattern, doc: Sequence[int], position: int) -> tuple[int, ...]:
        positions: tuple[int, ...] = (position,)
        for slot, gap in zip(pattern.slots[1:], pattern.gaps[1:], strict=True):
            for after in range(position + 1, min(position + 2 + GAP * gap, len(doc))):
                if slot in self._fills[doc[after]]:
                    position = after
                    positions += (after,)
                    break
                if doc[after] == BREAK:
                    return ()
            else:
                return ()
        return positions


def _reach(hit: Hit) -> range:
    """The tokens from the first of a term to its last, those in its gaps too."""
    return range(hit.positions[0], hit.positions[-1] + 1)


def face(doc: Sequence[int], positions: Iterable[int], faces: Sequence[str]) -> str:
    """How a found term reads: `lost … bag` when other words stood between."""
    parts: list[str] = []
    last = None
    for position in positions:
        if last is not None and position > last + 1:
            parts.append("…")
        parts.append(faces[doc[position]])
        last = position
    return " ".join(parts)
