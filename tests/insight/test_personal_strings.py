"""How much of what is claimed is found in invented strings, and how much is masked that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cxreset.insight.personal import find
from cxreset.insight.personal.suspects import suspects

FILE = Path(__file__).with_name("personal_strings.txt")
LOOKED_AT = {"name", "street"}


class Line(NamedTuple):
    """An invented string; `spans` is where the personal pieces of it are."""

    kind: str
    text: str
    spans: tuple[tuple[int, int], ...]


def lines() -> Iterator[Line]:
    for row in FILE.read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        kind, marked = row.split(" | ", 1)
        text, spans = "", []
        for at, piece in enumerate(re.split("[«»]", marked)):
            if at % 2:
                spans.append((len(text), len(text) + len(piece)))
            text += piece
        yield Line(kind, text, tuple(spans))


def uncovered(line: Line, found: list[tuple[int, int]]) -> str:
    """The personal letters and digits that no find covers."""
    return "".join(
        line.text[at]
        for start, end in line.spans
        for at in range(start, end)
        if line.text[at].isalnum() and not any(a <= at < b for a, b in found)
    )


def overdone(line: Line, found: list[tuple[int, int]]) -> str:
    """The other letters and digits that a find covers."""
    return "".join(
        line.text[at]
        for start, end in found
        for at in range(start, end)
        if line.text[at].isalnum() and not any(a <= at < b for a, b in line.spans)
    )


def test_what_is_claimed_is_found() -> None:
    claimed = [line for line in lines() if line.kind not in {"none", *LOOKED_AT}]
    missed = [
        line.text
        for line in claimed
        if uncovered(line, [(one.start, one.end) for one in find(line.text)])
    ]
    assert len(claimed) > 500
    assert len(missed) <= 0.01 * len(claimed), missed


def test_what_is_not_personal_stays() -> None:
    every = list(lines())
    wrong = [
        (line.text, more)
        for line in every
        if (more := overdone(line, [(one.start, one.end) for one in find(line.text)]))
    ]
    assert len(every) > 1000
    assert len(wrong) <= 0.002 * len(every), wrong


def test_likely_names_and_streets_are_listed() -> None:
    listed = [line for line in lines() if line.kind in LOOKED_AT]
    missed = [
        line.text
        for line in listed
        if uncovered(line, [(one.start, one.end) for one in suspects(line.text)])
    ]
    assert not missed


def test_only_what_is_likely_is_masked_unasked() -> None:
    plain = [line.text for line in lines() if line.kind not in LOOKED_AT]
    wrong = [text for text in plain if any(one.sure for one in suspects(text))]
    assert not wrong
