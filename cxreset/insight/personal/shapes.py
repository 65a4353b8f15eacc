"""Numbers that are known by their own shape, wherever they stand; check digits decide where a
country's number has them.

Taken as they are although they have check characters: Italy's codice fiscale, the United Kingdom's
national insurance number and Germany's insurance number. Their shapes are not met by chance, and a
customer's slip of the key names them all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from cxreset.insight.personal import digits
from cxreset.insight.personal.found import Found
from cxreset.insight.personal.hints import Hints

_IBAN = re.compile(
    rf"(?<!\w)(?=([A-Za-z]{{2}}[0-9]{{2}}(?:(?:{digits.SPACE}|-|\.)?[A-Za-z0-9]){{11,30}}))"
)
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


class _Shape(NamedTuple):
    """A kind, the pattern of its numbers, and what has to be right about one (its letters and
    digits alone, in capitals)."""

    kind: str
    pattern: re.Pattern[str]
    right: Callable[[str], bool]


def find(text: str, seen: Hints) -> Iterator[Found]:
    """Numbers of these shapes, in any order; they may overlap."""
    if not (seen.six or "<<" in text):
        return
    yield from _ibans(text)
    for shape in _shapes():
        for found in shape.pattern.finditer(text):
            if shape.right(re.sub(r"[\W_]", "", found[0]).upper()):
                yield Found(shape.kind, found.start(), found.end())


def order_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where carriers' and shops' own numbers stand that need no word before them."""
    for shape in _carriers():
        for found in shape.pattern.finditer(text):
            if shape.right(re.sub(r"[\W_]", "", found[0]).upper()):
                yield found.span()


def _pattern(first: str, rest: str) -> re.Pattern[str]:
    """A number that begins with `first`, a class of characters, where no other one touches it: said
    first of all, it lets the search leap from one such character to the next."""
    return re.compile(rf"{first}(?<![\w-]{first}){rest}(?![\w-])")


@cache
def _shapes() -> tuple[_Shape, ...]:
    def shape(kind: str, first: str, rest: str, right: Callable[[str], bool] = bool) -> _Shape:
        return _Shape(kind, _pattern(first, rf"(?<!\.{first}){rest}"), right)

    return (
        shape("tax", "[A-Z]", r"[A-Z]{5}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]"),
        shape("tax", "[A-Z]", r"[A-Z]{2} [A-Z]{3} \d{2}[A-EHLMPRST]\d{2} [A-Z]\d{3}[A-Z]"),
        shape("identity", r"\d", r"\d{7}[ -]?[A-Za-z]", _right_dni),
        shape("identity", r"\d", r"\d\.\d{3}\.\d{3}[ -]?[A-Za-z]", _right_dni),
        shape("identity", "[XYZ]", r"[ -]?\d{7}[ -]?[A-Za-z]", _right_dni),
        shape("insurance", "[A-Z]", r"[A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]"),
        shape("insurance", r"\d", r"\d ?(?:[0-2]\d|3[01])(?:0\d|1[0-2])\d{2} ?[A-Z] ?\d{3}"),
        shape(
            "insurance",
            "[12378]",
            r" ?\d{2} ?[0-9]{2} ?[0-9][0-9AB] ?\d{3} ?\d{3} ?\d{2}",
            _right_nir,
        ),
        shape("insurance", "7", r"56\.\d{4}\.\d{4}\.\d{2}", _right_ean),
        shape("identity", "[A-Z0-9<]", r"[A-Z0-9<]{1,29}<<[A-Z0-9<]{2,40}"),
    )


@cache
def _carriers() -> tuple[_Shape, ...]:
    def shape(first: str, rest: str, right: Callable[[str], bool] = bool) -> _Shape:
        return _Shape("order", _pattern(first, rest), right)

    return (
        shape("1", r"Z ?[0-9A-Z]{3} ?[0-9A-Z]{3} ?[0-9A-Z]{2} ?[0-9A-Z]{4} ?[0-9A-Z]{3} ?[0-9A-Z]"),
        shape(r"\d", r"\d{2}-\d{7}-\d{7}"),  # a large shop's orders
        shape("[A-Z]", r"[A-Z] ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}", _right_s10),
        shape("J", r"J?D\d{2,4}[ \d]{10,20}\d"),
        shape("3", r"S[A-Z]{2,6}\d{7,13}"),  # the Dutch post
        shape("9", r"[1-5]\d\d(?: ?\d{4}){4} ?\d\d"),  # the American post
        shape("9", r"7[89][ -]?(?:\d[ -]?){9}\d", _right_ean),  # books
    )


def _ibans(text: str) -> Iterator[Found]:
    for start in _IBAN.finditer(text):
        shape = start[1]
        ends = [
            end
            for end in range(len(shape), 14, -1)
            if end == len(shape) or not shape[end].isalnum()
        ]
        for end in ends:
            after = start.start() + end
            if text[after : after + 1].isalnum():
                continue
            if _right_iban("".join(char for char in shape[:end] if char.isalnum())):
                yield Found("account", start.start(), after)
                break


def _right_iban(letters: str) -> bool:
    """The check of ISO 13616: the first four to the end, letters as 10 to 35, modulo 97 is 1."""
    return int("".join(str(int(char, 36)) for char in letters[4:] + letters[:4])) % 97 == 1


def _right_dni(letters: str) -> bool:
    """Spain's DNI and NIE: the letter is that of the number modulo 23."""
    number = letters[:-1].translate(str.maketrans("XYZ", "012"))
    return _DNI_LETTERS[int(number) % 23] == letters[-1]


def _right_nir(letters: str) -> bool:
    """France's NIR: the key is 97 less the number modulo 97; Corsica's 2A and 2B are 19 and 18."""
    number = int(letters[:-2].replace("2A", "19").replace("2B", "18"))
    return 97 - number % 97 == int(letters[-2:])


def _right_ean(letters: str) -> bool:
    """The check digit of EAN-13: the weights 1 and 3 in turn make a multiple of ten."""
    values = [int(digit) for digit in letters]
    return (sum(values[::2]) + 3 * sum(values[1::2])) % 10 == 0


def _right_s10(letters: str) -> bool:
    """The check digit of the post's parcel numbers (UPU S10): modulo 11."""
    values = [int(digit) for digit in letters[2:11]]
    weights = (8, 6, 4, 2, 3, 5, 9, 7)
    check = 11 - sum(value * weight for value, weight in zip(values, weights, strict=False)) % 11
    return {10: 0, 11: 5}.get(check, check) == values[8]
