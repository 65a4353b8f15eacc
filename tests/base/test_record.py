"""Records do as named tuples do."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import NamedTuple

import pytest

from cxreset.base.record import Record


class Light(Record):
    """One of ours."""

    number: int
    name: str = ""
    parts: tuple[str, ...] = ()

    @property
    def shout(self) -> str:
        return self.name.upper()


class Usual(NamedTuple):
    """The same by `typing`."""

    number: int
    name: str = ""
    parts: tuple[str, ...] = ()


MADE: list[Callable[[type[Light] | type[Usual]], object]] = [
    lambda kind: kind(1),
    lambda kind: kind(1, "a", ("b",)),
    lambda kind: kind(number=1, parts=("b",)),
    lambda kind: kind(1, parts=("b",)),
    lambda kind: kind._make([1, "a", ()]),
    lambda kind: kind(1)._replace(name="z"),
    lambda kind: tuple(kind(1)._asdict().items()),
    lambda kind: kind._fields,
    lambda kind: kind.__match_args__,
    lambda kind: hash(kind(1)),
    lambda kind: kind(1, "a") < kind(1, "b"),
    lambda kind: kind(2).number,
    lambda kind: kind(2, "a")[1],
    lambda kind: pickle.loads(pickle.dumps(kind(1, "a"))),
    lambda kind: copy.deepcopy(kind(1, "a")),
    lambda kind: repr(kind(1)).removeprefix(kind.__name__),
]
WRONG: list[Callable[[type[Light] | type[Usual]], object]] = [
    lambda kind: kind(),  # type: ignore[call-arg]
    lambda kind: kind(1, "a", (), 4),  # type: ignore[call-arg]
    lambda kind: kind(1, number=2),  # type: ignore[misc]
    lambda kind: kind(1, size=2),  # type: ignore[call-arg]
    lambda kind: kind._make([1]),
    lambda kind: setattr(kind(1), "number", 2),
    lambda kind: setattr(kind(1), "size", 2),
]


@pytest.mark.parametrize("make", MADE)
def test_a_record_is_what_a_named_tuple_is(
    make: Callable[[type[Light] | type[Usual]], object],
) -> None:
    assert make(Light) == make(Usual)


@pytest.mark.parametrize("make", WRONG)
def test_what_a_named_tuple_refuses_a_record_refuses(
    make: Callable[[type[Light] | type[Usual]], object],
) -> None:
    refused = (TypeError, AttributeError)
    for kind in (Usual, Light):
        with pytest.raises(refused):
            make(kind)


def test_a_record_has_ways_of_its_own_and_matches_by_position() -> None:
    match Light(1, "a"):
        case Light(number, name):
            assert (number, name) == (1, "a")
    assert Light(1, "a").shout == "A"
    assert Light(1) == (1, "", ())
