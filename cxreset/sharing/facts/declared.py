"""What each text of the facts is, said where its field is defined.

A field of plain `str` is free text: somebody typed or sent it, it may hold a customer's address,
and masking goes through it. A field that is anything else says so with one of the types below, so
a field that nobody thought about is masked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints


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


@cache
def free_texts(fact: type) -> dict[str, Layout]:
    """The fields of a fact that hold free text, at any depth of a tuple, and how it is shown.

    A field counts as soon as one of the texts in it is not declared to be something else.
    """
    hints = get_type_hints(fact, include_extras=True)
    layouts = {name: _layout(hint) for name, hint in hints.items()}
    return {name: layout for name, layout in layouts.items() if layout is not None}


def _layout(hint: Any) -> Layout | None:
    """How the free text in a type is shown; None where the type holds none."""
    if hint is str:
        return Layout.ONE_LINE
    if get_origin(hint) is Annotated:
        return _declared(hint)
    if get_origin(hint) in (tuple, Union) or type(hint).__name__ == "UnionType":
        found = [layout for part in get_args(hint) if (layout := _layout(part)) is not None]
        return found[0] if found else None
    return None


def _declared(hint: Any) -> Layout | None:
    base, *marks = get_args(hint)
    if any(isinstance(mark, Kept) for mark in marks):
        return None
    layouts = [mark for mark in marks if isinstance(mark, Layout)]
    return layouts[0] if layouts else _layout(base)
