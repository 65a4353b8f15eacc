"""What a leader does to themes: give another name, make one of several, look what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxreset.base.language.words import _
from cxreset.insight.themes.examples import EXAMPLES, Proof, examples
from cxreset.insight.themes.model import Item, Term, Theme

TERMS = 12
"""How many of its words a theme shows."""
FEWEST = 2
"""Complaints that a part of a theme has at least."""
MOST_OF_IT = 0.8
"""What more than this share of a theme speaks of is what the theme says itself."""


def rename(theme: Theme, name: str) -> Theme:
    """The theme under another name; its id stays."""
    return replace(theme, name=name)


def rest(theme: Theme, parts: Sequence[Theme], items: Sequence[Item]) -> Theme | None:
    """What of `theme` is in none of `parts`, under its name; None when they hold all of it."""
    left = set(theme.items).difference(*(part.items for part in parts))
    praised = set(theme.praised).difference(*(part.praised for part in parts))
    return (
        _narrowed(theme, _("{name}: the rest").format(name=theme.name), left, praised, items)
        if left
        else None
    )


def by_object(theme: Theme, objects: Sequence[Theme], items: Sequence[Item]) -> tuple[Theme, ...]:
    """What of `theme` speaks of each of `objects`, the most frequent first, under the object's id.

    Objects that fewer than FEWEST of its complaints speak of are left out, and those that nearly
    all do; a complaint that speaks of several is in each.
    """
    found = []
    for thing in objects:
        inside = set(theme.items).intersection(thing.items)
        if FEWEST <= len(inside) <= MOST_OF_IT * theme.count:
            praised = set(theme.praised).intersection(thing.items + thing.praised)
            name = f"{theme.name}: {thing.name}"
            found.append(replace(_narrowed(theme, name, inside, praised, items), id=thing.id))
    return tuple(sorted(found, key=lambda part: (-part.count, part.id)))


def _narrowed(
    theme: Theme, name: str, inside: set[int], praised: set[int], items: Sequence[Item]
) -> Theme:
    """The theme with these of its comments alone."""
    here = [item for item in items if item.id in inside]
    terms = [Term(term.text, tuple(n for n in term.items if n in inside)) for term in theme.terms]
    shown = [example for example in theme.examples if example.item in inside]
    known = {example.item for example in shown}
    more = examples(here, range(len(here)), lambda _: Proof(positions=[]))
    shown += [example for example in more if example.item not in known]
    return replace(
        theme,
        name=name,
        items=tuple(number for number in theme.items if number in inside),
        terms=tuple(sorted((t for t in terms if t.items), key=lambda t: (-t.count, t.text))),
        examples=tuple(shown[:EXAMPLES]),
        praised=tuple(number for number in theme.praised if number in praised),
    )


def merge(themes: Sequence[Theme]) -> Theme:
    """One theme of several, under the name and id of the first. Raises ValueError without any.

    Its comments come in the order of their numbers, its examples from each theme in turn.
    """
    if not themes:
        raise ValueError("at least one theme is needed")
    turns = [
        each for turn in range(EXAMPLES) for t in themes for each in t.examples[turn : turn + 1]
    ]
    unique = {example.item: example for example in reversed(turns)}
    shown = [unique[n] for n in dict.fromkeys(example.item for example in turns)][:EXAMPLES]
    items = {number for theme in themes for number in theme.items}
    praised = {number for theme in themes for number in theme.praised} - items
    return replace(
        themes[0],
        items=tuple(sorted(items)),
        total=max(theme.total for theme in themes),
        terms=_united([term for theme in themes for term in theme.terms]),
        examples=tuple(shown),
        praised=tuple(sorted(praised)),
        learned=_united([term for theme in themes for term in theme.learned]),
    )


def _united(terms: Sequence[Term]) -> tuple[Term, ...]:
    held: dict[str, set[int]] = {}
    for term in terms:
        held.setdefault(term.text, set()).update(term.items)
    united = [Term(text, tuple(sorted(ids))) for text, ids in held.items()]
    return tuple(sorted(united, key=lambda term: (-term.count, term.text))[:TERMS])
