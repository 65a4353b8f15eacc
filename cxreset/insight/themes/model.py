"""What goes into a suggestion of themes and what comes out of it: plain values.

Item ids are the numbers of the comments they came from. Spans are (start, end) offsets into the
very text of the item, end excluded, sorted and apart from each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, Protocol

CATEGORY = "category"
DRIVER = "driver"
OBJECT = "object"
PHRASE = "phrase"


class Item(Protocol):
    """One comment. `source` is the file it came from; '' stands for what is not known.

    `scale` is what `rating` is of, such as `1-5`; None and '' where there is no rating.
    """

    @property
    def id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def category(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def rating(self) -> float | None: ...
    @property
    def scale(self) -> str: ...


class Driver(Protocol):
    """A standing reason for complaint and the terms that show it, in one language.

    The same id in two languages is the same reason. How a term is written: `terms.py`.
    """

    @property
    def id(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def terms(self) -> Sequence[str]: ...
    @property
    def excludes(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Term:
    """Words that put comments into a theme, as they stand there most often, and those comments."""

    text: str
    items: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many of the theme's comments hold it."""
        return len(self.items)


class Example(NamedTuple):
    """A telling comment of a theme: its id, its whole text, and where the theme's words stand."""

    item: int
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Something that recurs. To give it another name: `rename`.

    `id` is the same whenever the same words are found (`driver:delay`, `phrase:lost bag`,
    `category:Billing`); `kind` is category, driver or phrase. `items` are the comments that
    complain of it, `praised` those that name it and do not complain, both in the order they were
    given; `total` is the number of all complaints looked at. `terms` come with the most frequent
    first; a category has none. `learned` are words that go with it in this file.
    """

    id: str
    name: str
    kind: str
    items: tuple[int, ...]
    total: int
    terms: tuple[Term, ...]
    examples: tuple[Example, ...]
    praised: tuple[int, ...] = ()
    learned: tuple[Term, ...] = ()

    @property
    def count(self) -> int:
        """How many comments complain of it."""
        return len(self.items)

    @property
    def mentioned(self) -> int:
        """How many comments name it, whether they complain or not."""
        return len(self.items) + len(self.praised)

    @property
    def share(self) -> float:
        """Its part of all complaints looked at, 0..1."""
        return len(self.items) / self.total if self.total else 0.0


class Suggestions(NamedTuple):
    """What recurs, the most frequent first; a comment may be in several themes.

    `by_category` is the company's own view, from a reason or category column, the largest first.
    `objects` are what the complaints speak of: products, places, channels. `notes` are sentences
    that say why to be careful with them. `covered` is how many of the `complaints` are in at least
    one of `themes`; `total` counts all comments. `language` is the code of the language most
    comments are in, '' when it cannot be told; `languages` has that of each by number, where
    several are spoken.
    """

    themes: tuple[Theme, ...]
    by_category: tuple[Theme, ...]
    objects: tuple[Theme, ...]
    notes: tuple[str, ...]
    covered: int
    complaints: int
    total: int
    language: str
    languages: Mapping[int, str] = MappingProxyType({})

    @property
    def praise(self) -> int:
        """How many comments do not complain."""
        return self.total - self.complaints
