"""What each text of the facts is, said where its field is defined.

A field of plain `str` is free text: somebody typed or sent it, it may hold a customer's address,
and masking goes through it. A field that is anything else says so with one of the types below, so
a field that nobody thought about is masked.
"""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that is shared as it is, and the reason."""

    reason: str


class Layout(Enum):
    """How free text is shown, which is how it has to be read for what is personal in it."""

    ONE_LINE = "flattened"
    LINES = "with its line breaks"


Ref = Annotated[str, Kept("an id of ours, such as P2")]
Code = Annotated[str, Kept("a word that the program knows, such as a status")]
PackText = Annotated[str, Kept("from the content pack: the same for every customer")]
Company = Annotated[str, Kept("the leader's own organisation")]
Colleague = Annotated[str, Kept("whom work is given to, or their address: nobody else can do it")]
Amount = Annotated[str, Kept("a figure the program worked out or read as a number")]
Lines = Annotated[str, Layout.LINES]
"""Free text that keeps its line breaks; plain `str` is shown on one line."""


_WITHOUT_TEXT = (int, float, bool, date, NoneType, ...)


@cache
def free_texts(fact: type) -> dict[str, Layout]:
    """The fields of a fact that hold free text, at any depth, and how it is shown.

    A field counts as soon as one of the texts in it is not declared to be something else.
    """
    hints = get_type_hints(fact, include_extras=True)
    layouts = {name: _layout(hint) for name, hint in hints.items()}
    return {name: layout for name, layout in layouts.items() if layout is not None}


def _layout(hint: Any) -> Layout | None:
    """How the free text in a type is shown; None where the type can hold none."""
    if hint in _WITHOUT_TEXT or is_dataclass(hint):
        return None
    if get_origin(hint) is Annotated:
        return _declared(hint)
    parts = [part for part in get_args(hint) if not isinstance(part, list)]
    if not parts:
        return Layout.ONE_LINE
    # Whatever it is made of: a tuple, a mapping, a choice, what a function gives.
    layouts = [_layout(part) for part in parts]
    return next((layout for layout in layouts if layout is not None), None)


def _declared(hint: Any) -> Layout | None:
    base, *marks = get_args(hint)
    if any(isinstance(mark, Kept) for mark in marks):
        return None
    layouts = [mark for mark in marks if isinstance(mark, Layout)]
    return layouts[0] if layouts else _layout(base)
