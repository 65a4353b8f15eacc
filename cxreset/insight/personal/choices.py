"""What becomes of each piece that is, or may be, personal: by its kind, and by the leader's choice.

What is found is masked, what is only likely is shown; a choice for the piece itself comes before
both. A choice holds for the same digits, or the same words, however they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from cxreset.base.language.words import N_
from cxreset.insight.personal.found import Found, apart
from cxreset.insight.personal.hints import hints
from cxreset.insight.personal.search import find_with
from cxreset.insight.personal.suspects import Suspect, suspects_with

_FEW_DIGITS = 6
REMEMBERED = 2048
"""Texts that are remembered: one plan is masked anew for each colleague and each form."""
NOT_FOUND = N_(
    "A machine does not find a first name on its own, a nickname, an address without a number, or "
    "a story that everybody knows: read it once more yourself."
)
"""What is left to the leader, in one sentence."""


class Piece(NamedTuple):
    """text[start:end] of a kind of `MARKS`; `masked` says what becomes of it, `decided` whether
    somebody chose that, and `sure` is False for what is only likely."""

    kind: str
    start: int
    end: int
    masked: bool
    sure: bool = True
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the leader decided: piece (as `named` gives it) -> is it kept as it is?

    `known` holds the words of colleagues' names and of the organisation's, in lower case: they are
    no customer's.
    """

    kept: dict[str, bool] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


def named(text: str) -> str:
    """A piece as choices name it: its digits where it has many, else its words in lower case."""
    digits = "".join(char for char in text if char.isdigit())
    if len(digits) >= _FEW_DIGITS and not any(char.isalpha() for char in text):
        return digits
    return " ".join(text.casefold().split())


def pieces(text: str, choices: Choices, *, customer: bool = False) -> tuple[Piece, ...]:
    """What is or may be personal in a text, in order and apart; `customer` says that a customer
    wrote it, so that two capitalised words may be a name."""
    finds, likely_ones = _personal(text, customer)
    if not finds and not likely_ones:
        return ()
    found = [
        _decided(text, Piece(kind=kind, start=start, end=end, masked=True), choices)
        for kind, start, end in finds
    ]
    for one in likely_ones:
        likely = Piece(kind=one.kind, start=one.start, end=one.end, masked=one.sure, sure=False)
        if not _is_known(text[one.start : one.end], choices):
            found.append(_decided(text, likely, choices))
    free = [Found(one.kind, one.start, one.end) for one in found]
    whole = {(one.start, one.end) for one in apart(free)}
    return tuple(
        sorted((one for one in found if (one.start, one.end) in whole), key=lambda one: one.start)
    )


@lru_cache(maxsize=REMEMBERED)
def _personal(text: str, pairs: bool) -> tuple[tuple[Found, ...], tuple[Suspect, ...]]:
    """What is found in a text, and what is only likely."""
    seen = hints(text)
    return find_with(text, seen), suspects_with(text, seen, pairs=pairs)


def _decided(text: str, piece: Piece, choices: Choices) -> Piece:
    if not choices.kept:
        return piece
    kept = choices.kept.get(named(text[piece.start : piece.end]))
    return piece if kept is None else piece._replace(masked=not kept, decided=True)


def _is_known(text: str, choices: Choices) -> bool:
    return bool(choices.known) and set(text.casefold().split()) <= choices.known
