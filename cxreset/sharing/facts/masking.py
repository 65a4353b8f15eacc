"""The facts without personal data: every free text in them goes through `insight.personal`.

What is free text is said where a field is defined (`declared.py`): all of it that is not declared
to be something else. Names and addresses of colleagues stay, for a task is given to somebody by
these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar, cast

from cxreset.base.language.words import _
from cxreset.base.text import count, listed
from cxreset.insight.personal import NAMES, Found, covered
from cxreset.insight.personal.choices import Choices, Piece, named, pieces
from cxreset.sharing.direction import one_line, shown
from cxreset.sharing.facts.declared import Layout, free_texts
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.verbatims import ROW

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Value: TypeAlias = (
        "str | int | float | date | tuple[Value, ...] | Mapping[str, Value]"
        "| Callable[[], Value] | DataclassInstance | None"
    )
    F = TypeVar("F", bound=DataclassInstance)

CUSTOMERS = frozenset(
    ("pains.quotes.text", "other_pains.quotes.text", "gaps.quotes.text", "tied.text")
)
"""Paths of the fields that hold what customers wrote, word for word."""
_PLAIN = (str, int, float, date, NoneType)
_NAMED_AT_MOST = 6
"""Sources that are named one by one; the others are counted."""


class Find(NamedTuple):
    """Something personal: its kind, the id or the words for where it was, and the field's path.

    `text` is the piece as it stood there; `masked` says what became of it, `decided` whether that
    was somebody's choice, `sure` is False for what is only likely.
    """

    kind: str
    source: str
    text: str
    path: str = ""
    masked: bool = True
    sure: bool = True
    decided: bool = False


class Spot(NamedTuple):
    """Where a text stands: an id or words for it, the field's path; `customer` wrote it or not."""

    source: str
    path: str
    customer: bool


class Masker:
    """Masks texts and remembers what was in them."""

    def __init__(self, choices: Choices | None = None) -> None:
        self.choices = choices or Choices()
        self.finds: list[Find] = []
        self._known: dict[tuple[str, bool], tuple[Piece, ...]] = {}

    def line(self, text: str, source: str, path: str = "", *, customer: bool = False) -> str:
        """A text that is shown on one line; `customer` says that a customer wrote it."""
        return self._masked(text, one_line(text), Spot(source, path, customer))

    def lines(self, texts: Iterable[str], source: str) -> tuple[str, ...]:
        """Several texts, each shown on a line."""
        return tuple(self.line(text, source) for text in texts)

    def text(self, text: str, source: str, path: str = "", *, customer: bool = False) -> str:
        """A text that keeps its line breaks; spaces are folded as every form folds them."""
        folded = "\n".join(" ".join(line.split()) for line in shown(text).splitlines())
        return self._masked(text, folded, Spot(source, path, customer))

    def location(self, text: str, source: str, path: str = "") -> str:
        """Where a comment stands, `orders.csv, row 12`: its row is our own number."""
        file, comma, row = text.rpartition(_(ROW))
        if not row.isdecimal():
            return self.line(text, source, path)
        return f"{self.line(file, source, path)}{comma}{row}"

    def _masked(self, text: str, folded: str, spot: Spot) -> str:
        if not folded:
            return text
        key = folded, spot.customer
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = pieces(folded, self.choices, customer=spot.customer)
        if not found:
            return text
        self.finds += (_find(folded, piece, spot) for piece in found)
        hidden = [Found(one.kind, one.start, one.end) for one in found if one.masked]
        return covered(folded, hidden) if hidden else text


def _find(text: str, piece: Piece, spot: Spot) -> Find:
    return Find(
        kind=piece.kind,
        source=spot.source,
        text=text[piece.start : piece.end],
        path=spot.path,
        masked=piece.masked,
        sure=piece.sure,
        decided=piece.decided,
    )


def in_words(finds: Iterable[Find]) -> tuple[str, ...]:
    """A line a kind of what was masked, and where: `2 e-mail addresses in C12 and C40`.

    The same address in several texts counts once.
    """
    finds = [one for one in finds if one.masked]
    lines = []
    for kind, names in NAMES.items():
        of_kind = [one for one in finds if one.kind == kind]
        if of_kind:
            sources = list(dict.fromkeys(one.source for one in of_kind))
            number = len({named(one.text) for one in of_kind})
            lines.append(
                _("{number} in {where}").format(
                    number=count(number, *names), where=_listed(sources)
                )
            )
    return tuple(lines)


def to_look_at(finds: Iterable[Find]) -> tuple[Find, ...]:
    """Each piece once, where it stood first: what nobody decided on comes before the rest, and the
    likely before the sure."""
    first: dict[str, Find] = {}
    for one in finds:
        first.setdefault(named(one.text), one)
    return tuple(sorted(first.values(), key=lambda one: (one.decided, one.sure)))


def _listed(sources: list[str]) -> str:
    rest = len(sources) - _NAMED_AT_MOST
    if rest > 0:
        sources = [*sources[:_NAMED_AT_MOST], count(rest, "other place", "other places")]
    return listed(sources)


def masked_facts(facts: PlanFacts, masker: Masker) -> PlanFacts:
    """The facts with every free text masked; `masker` holds what was found.

    The path of a find is that of its field, such as `actions.note`; its source the id of the fact
    it is in, or the name of the field that holds the fact (`the agenda`). Comments tied to pains
    are masked when they are read.
    """
    return _fact(facts, masker, "", "")


def _fact(fact: F, masker: Masker, path: str, source: str) -> F:
    source = getattr(fact, "ref", "") or source
    changed: dict[str, Value] = {}
    for name, label, layout in _looked_at(type(fact)):
        old: Value = getattr(fact, name)
        if isinstance(old, _PLAIN) and (layout is None or not old):
            continue
        spot = _Field(f"{path}.{name}" if path else name, source, label, layout)
        new = _value(old, masker, spot)
        if new is not old:
            changed[name] = new
    return replace(fact, **changed) if changed else fact


@cache
def _looked_at(fact: type[DataclassInstance]) -> tuple[tuple[str, str, Layout | None], ...]:
    """The fields of a fact: name, name in words, and how free text in it is shown."""
    layouts = free_texts(fact)
    return tuple(
        (field.name, field.name.replace("_", " "), layouts.get(field.name))
        for field in fields(fact)
    )


class _Field(NamedTuple):
    """Where in the facts the walk is; `layout` is None in a field without free text."""

    path: str
    source: str
    field: str
    layout: Layout | None


def _value(value: Value, masker: Masker, spot: _Field) -> Value:
    if isinstance(value, str):
        return _text(value, masker, spot)
    if isinstance(value, tuple):
        new = tuple(_value(one, masker, spot) for one in value)
        return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
    if isinstance(value, Mapping):
        return {key: _value(one, masker, spot) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _fact(value, masker, spot.path, _("the {field}").format(field=spot.field))
    if callable(value):
        read = cast("Callable[[], Value]", value)
        return cache(lambda: _value(read(), masker, spot))
    if spot.layout is not None and not isinstance(value, int | float | date | None):
        raise TypeError(f"{spot.path} holds text in a {type(value).__name__}; use a tuple")
    return value


def _text(text: str, masker: Masker, spot: _Field) -> str:
    if spot.layout is Layout.LINES:
        return masker.text(text, spot.source, spot.path, customer=spot.path in CUSTOMERS)
    if spot.layout is Layout.ONE_LINE and spot.field == "source":
        return masker.location(text, spot.source, spot.path)
    if spot.layout is Layout.ONE_LINE:
        return masker.line(text, spot.source, spot.path)
    return text
