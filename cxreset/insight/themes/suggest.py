"""Themes out of comments: drivers and phrases compete, and the best few are picked."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

from cxreset.insight.themes.closeness import Closeness
from cxreset.insight.themes.examples import EXAMPLES, Places, examples
from cxreset.insight.themes.model import (
    CATEGORY,
    DRIVER,
    Driver,
    Item,
    Suggestions,
    Term,
    Theme,
)
from cxreset.insight.themes.notes import notes
from cxreset.insight.themes.phrases import Stems, phrases, places_of
from cxreset.insight.themes.pool import (
    FEWEST,
    Candidate,
    driver_candidates,
    guessed,
    phrase_candidates,
    pick,
)
from cxreset.insight.themes.terms import Matcher
from cxreset.insight.themes.words import Texts, fold, languages, stem

LIMIT = 10
"""How many themes are suggested unless said."""
TERMS = 12
"""How many of its words a theme shows."""
SPOKEN = 0.05
"""A language in fewer than this share of the comments has none of its drivers asked."""
NEAR = 12
"""Words that may stand between a theme's own words and those of a part of it."""


def suggest(
    items: Sequence[Item],
    drivers: Sequence[Driver],
    *,
    limit: int = LIMIT,
    names: Sequence[str] = (),
) -> Suggestions:
    """At most `limit` themes of `items`, best first; ids of items are taken as unique.

    `names` are what the company and its products are called: no theme is made of those words.
    """
    texts = Texts([item.text for item in items])
    spoken = languages(texts)
    known = sorted({driver.language for driver in drivers})
    main = next(iter(spoken), "") or guessed(drivers, known, texts)
    order = [language for language in spoken if spoken[language] >= SPOKEN] or [main]
    used = [driver for driver in drivers if driver.language in order]
    stems = Stems(texts, main, names)
    matcher = Matcher(used, texts)
    pool = driver_candidates(used, matcher, texts, stems, order)
    found = phrases(texts, stems, [item.source for item in items])
    pool += phrase_candidates(found, stems, pool)
    builder = _Builder(items, texts, stems, used, matcher)
    chosen = pick(pool, Closeness(stems), len(items), limit)
    themes = tuple(builder.theme(candidate) for candidate in chosen)
    covered = len({index for candidate in chosen for index in candidate.docs})
    by_category = _by_category(items, limit)
    said = notes(texts, spoken, known, covered, by_category)
    return Suggestions(themes, by_category, said, covered, len(items), main)


def split(theme: Theme, items: Sequence[Item], *, limit: int = 6) -> tuple[Theme, ...]:
    """The smaller themes inside `theme`, found by phrases; () when its comments are of a piece.

    A phrase counts where it stands within NEAR words of the theme's own: a long comment speaks of
    much else. `items` may be all items: those of the theme are picked out.
    """
    wanted = set(theme.items)
    inside = [item for item in items if item.id in wanted]
    texts = Texts([item.text for item in inside])
    language = next(iter(languages(texts)), "")
    stems = Stems(texts, language)
    own = {stem(fold(word), language) for term in theme.terms for word in term.text.split()}
    pool = [
        candidate
        for candidate in _near(phrase_candidates(phrases(texts, stems), stems), own, stems)
        if own.isdisjoint(stems.words[number] for number in candidate.apart)
        and len(candidate.docs) < len(inside)
    ]
    chosen = pick(pool, Closeness(stems), len(inside), limit)
    if len(chosen) < 2:
        return ()
    builder = _Builder(inside, texts, stems, (), Matcher((), texts))
    return tuple(replace(builder.theme(each), total=theme.total) for each in chosen)


def _near(pool: Sequence[Candidate], own: set[str], stems: Stems) -> list[Candidate]:
    """The candidates with only those comments where they stand near one of the words `own`."""
    numbers = {n for n, word in enumerate(stems.words) if word in own and stems.tells(n)}
    if not numbers:
        return list(pool)
    places = [[at for at, number in enumerate(doc) if number in numbers] for doc in stems.docs]
    found = []
    for each in pool:
        docs = array(
            "i",
            (
                index
                for index in each.docs
                if any(
                    abs(at - place) <= NEAR
                    for place in places_of(each.gram, stems.docs[index])
                    for at in places[index]
                )
            ),
        )
        if len(docs) >= FEWEST:
            found.append(each._replace(docs=docs, terms=dict.fromkeys(each.terms, docs)))
    return found


def rest(theme: Theme, parts: Sequence[Theme], items: Sequence[Item]) -> Theme | None:
    """What of `theme` is in none of `parts`, under its name; None when they hold all of it."""
    left = set(theme.items).difference(*(part.items for part in parts))
    if not left:
        return None
    inside = [item for item in items if item.id in left]
    terms = [Term(term.text, tuple(n for n in term.items if n in left)) for term in theme.terms]
    shown = [example for example in theme.examples if example.item in left]
    known = {example.item for example in shown}
    shown += [e for e in examples(inside, range(len(inside)), lambda _: []) if e.item not in known]
    return replace(
        theme,
        name=f"{theme.name}: the rest",
        items=tuple(number for number in theme.items if number in left),
        terms=tuple(sorted((t for t in terms if t.items), key=lambda t: (-t.count, t.text))),
        examples=tuple(shown[:EXAMPLES]),
    )


def merge(themes: Sequence[Theme]) -> Theme:
    """One theme of several, under the name and id of the first. Raises ValueError without any.

    Its comments come in the order of their numbers, its examples from each theme in turn.
    """
    if not themes:
        raise ValueError("at least one theme is needed")
    first = themes[0]
    held: dict[str, set[int]] = {}
    for theme in themes:
        for term in theme.terms:
            held.setdefault(term.text, set()).update(term.items)
    turns = [
        each for turn in range(EXAMPLES) for t in themes for each in t.examples[turn : turn + 1]
    ]
    unique = {example.item: example for example in reversed(turns)}
    shown = [unique[n] for n in dict.fromkeys(example.item for example in turns)][:EXAMPLES]
    terms = [Term(text, tuple(sorted(ids))) for text, ids in held.items()]
    return replace(
        first,
        items=tuple(sorted({number for theme in themes for number in theme.items})),
        total=max(theme.total for theme in themes),
        terms=tuple(sorted(terms, key=lambda term: (-term.count, term.text))[:TERMS]),
        examples=tuple(shown),
    )


def rename(theme: Theme, name: str) -> Theme:
    """The theme under another name; its id stays."""
    return replace(theme, name=name)


class _Builder:
    """Makes themes of candidates."""

    def __init__(
        self,
        items: Sequence[Item],
        texts: Texts,
        stems: Stems,
        drivers: Sequence[Driver],
        matcher: Matcher,
    ) -> None:
        self.items, self.texts, self.stems = items, texts, stems
        self.drivers, self.matcher = drivers, matcher

    def theme(self, candidate: Candidate) -> Theme:
        ids = [item.id for item in self.items]
        terms = sorted(candidate.terms.items(), key=lambda held: (-len(held[1]), held[0]))[:TERMS]
        return Theme(
            id=candidate.id,
            name=candidate.name,
            kind=candidate.kind,
            items=tuple(ids[index] for index in candidate.docs),
            total=len(ids),
            terms=tuple(Term(text, tuple(ids[n] for n in docs)) for text, docs in terms),
            examples=examples(self.items, candidate.docs, self._places(candidate)),
        )

    def _places(self, candidate: Candidate) -> Places:
        if candidate.kind == DRIVER:
            ident = candidate.id.partition(":")[2]
            own = {n for n, driver in enumerate(self.drivers) if driver.id == ident}
            return lambda n: [
                hit.places for hit in self.matcher.hits(self.texts.docs[n]) if hit.owner in own
            ]
        gram = candidate.gram
        return lambda n: [
            tuple(range(place, place + len(gram))) for place in places_of(gram, self.stems.docs[n])
        ]


def _by_category(items: Sequence[Item], limit: int) -> tuple[Theme, ...]:
    """The file's own reasons, the largest first; those of one comment only are left out."""
    held: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        name = " ".join(item.category.split())
        if name:
            held.setdefault(name, []).append(index)
    order = sorted(held, key=lambda name: (-len(held[name]), name))[:limit]
    return tuple(
        Theme(
            f"{CATEGORY}:{name}",
            name,
            CATEGORY,
            tuple(items[index].id for index in held[name]),
            len(items),
            (),
            examples(items, held[name], lambda index: []),
        )
        for name in order
        if len(held[name]) >= FEWEST
    )
