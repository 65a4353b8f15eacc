"""The pains in their order, as steps 1.3 and 1.4 and the plan show them: the chosen ones first.

The chosen are put in order among themselves, and so are the others, so that a place by hand means
the same whether or not more pains are named later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from cxreset.insight.priority import Item, Ranked, ranked


class Named(Protocol):
    """A pain as the workbook keeps it, as far as its order goes; scales run 1 to 5."""

    @property
    def key(self) -> int: ...
    @property
    def ref(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def chosen(self) -> bool: ...
    @property
    def actionable(self) -> bool | None: ...
    @property
    def urgency(self) -> int | None: ...
    @property
    def impact(self) -> int | None: ...
    @property
    def effort(self) -> int | None: ...
    @property
    def level(self) -> str | None: ...
    @property
    def manual_rank(self) -> int | None: ...


P = TypeVar("P", bound=Named)


class RankedPain(NamedTuple, Generic[P]):
    """A pain, how many comments speak of it, and where it stands; reads like the pain itself."""

    pain: P
    comments: int
    rank: Ranked

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pain, name)


def as_item(pain: Named, comments: int) -> Item:
    """A pain as the plain values that an order is worked out from."""
    return Item(
        ref=pain.ref,
        title=pain.title,
        evidence=comments,
        urgency=pain.urgency,
        impact=pain.impact,
        effort=pain.effort,
        actionable=pain.actionable,
        level=pain.level,
        manual_rank=pain.manual_rank,
    )


def rank_pains(pains: Iterable[P], comments: Mapping[int, int]) -> list[RankedPain[P]]:
    """The chosen pains in their order, then the others in theirs; places count from 1 in each."""
    found = []
    known = list(pains)
    for chosen in (True, False):
        group = {pain.ref: pain for pain in known if pain.chosen is chosen}
        items = [as_item(pain, comments.get(pain.key, 0)) for pain in group.values()]
        for rank in ranked(items):
            pain = group[rank.ref]
            found.append(RankedPain(pain, comments.get(pain.key, 0), rank))
    return found


def moved(order: Sequence[RankedPain[P]], key: int, by: int) -> dict[int, int | None]:
    """The places by hand that put one pain `by` places lower (negative: higher) in its group.

    Pain id -> place, None for a pain that the figures place. Empty when it cannot go further.
    """
    target = next((line for line in order if line.pain.key == key), None)
    if target is None:
        return {}
    group = [line for line in order if line.pain.chosen == target.pain.chosen]
    here = group.index(target)
    there = here + by
    if not 0 <= there < len(group):
        return {}
    group.insert(there, group.pop(here))
    if [line.rank.computed_position for line in group] == list(range(1, len(group) + 1)):
        return {line.pain.key: None for line in group}  # back where the figures put it
    return {
        line.pain.key: position if line is target or line.rank.moved else None
        for position, line in enumerate(group, 1)
    }
