"""The terms of drivers, found in texts.

A term is one or more words. In it `*` stands for any ending or beginning of a word (`delay*`,
`*verspätung`), `/` parts words of which one will do (`lost/missing luggage`), `…` or `...` lets up
to three other words stand between (`lost … bag*`), `#` is a number, and case and accents do not
matter. A driver's
excludes are terms too: what they overlap does not count for that driver.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        exact: dict[str, set[int]] = {}
        starts: dict[str, set[int]] = {}
        ends: dict[str, set[int]] = {}
        inside: dict[str, set[int]] = {}
        for text, slot in self._slots.items():
            for word in text.split("/"):
                for core in spellings(word.strip("*")):
                    before, after = word.startswith("*"), word.endswith("*")
                    table = (inside if after else ends) if before else starts if after else exact
                    if core:
                        table.setdefault(core, set()).add(slot)
        by_first: dict[int, list[Pattern]] = {}
        for pattern in patterns:
            by_first.setdefault(pattern.slots[0], []).append(pattern)
        start_sizes = sorted({len(core) for core in starts})
        end_sizes = sorted({len(core) for core in ends})
        none: frozenset[int] = frozenset()
        self._fills: list[frozenset[int]] = []
        self._first: list[tuple[Pattern, ...]] = []
        for word in texts.words:
            slots = set(exact.get(word, none))
            for size in start_sizes:
                if (core := word[:size]) in starts:
                    slots |= starts[core]
            for size in end_sizes:
                if (core := word[-size:]) in ends:
                    slots |= ends[core]
            for core, found in inside.items():
                if core in word:
                    slots |= found
            if word.isdigit():
                slots |= exact.get("#", none)
            self._fills.append(frozenset(slots) if slots else none)
            first = {p for slot in slots for p in by_first.get(slot, ())}
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
        first, fills = self._first, self._fills
        begun = [position for position, word in enumerate(doc) if first[word]]
        if not begun:
            return []
        there = frozenset().union(*[fills[word] for word in doc])
        found: list[Hit] = []
        excluded: list[Hit] = []
        for position in begun:
            for pattern in first[doc[position]]:
                if there.issuperset(pattern.slots):
                    positions = self._follow(pattern, doc, position)
                    if positions:
                        (excluded if pattern.exclude else found).append(
                            Hit(pattern.owner, positions)
                        )
        if not excluded:
            return found
        taken = {(hit.owner, position) for hit in excluded for position in _reach(hit)}
        return [hit for hit in found if taken.isdisjoint((hit.owner, p) for p in _reach(hit))]

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
