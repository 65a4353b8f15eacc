"""What a list of comments shows, in plain Python: rows, filters and the order of what fits."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from hypothesis import strategies as st

from cxreset.base.channels import CHANNELS
from cxreset.workbook.feedback.comments import (
    Filter,
)

STATES = ("all", "unread", "untagged", "tagged", "preventable")


WORDS = (
    *("100%", "a_b", "back\\slash", "late", "LATE", "'quote", "*", "?", "[x]", "", '"', "NOT"),
    *("don't", "don’t", "Größe", "grosse", "配送", "la", "AND", "text:late", "-late", "(", "ส่งช้า"),
)


DAYS = [date(2026, 8, 1), date(2026, 8, 2), date(2026, 9, 7)]
BANDS = {"low": (0.0, 2.0), "middle": (3.0, 3.5), "high": (4.0, 5.0)}


class Remark(NamedTuple):
    text: str
    channel: str
    seen: bool
    preventable: bool | None
    pains: frozenset[int]
    on: date | None
    rating: float | None
    says: int


remarks = st.builds(
    Remark,
    st.lists(
        st.sampled_from([*WORDS, "100x", "on time", "今日の配送は", "later", "grob"]), max_size=4
    ).map(" ".join),
    st.sampled_from(CHANNELS),
    st.booleans(),
    st.none() | st.booleans(),
    st.frozensets(st.sampled_from([1, 2])),
    st.none() | st.sampled_from(DAYS),
    st.none() | st.sampled_from([1.0, 2.0, 3.0, 3.5, 4.0, 5.0]),
    st.integers(1, 9),
)
filters = st.builds(
    Filter,
    st.sampled_from(["", *CHANNELS]),
    st.sampled_from(STATES),
    st.sampled_from([None, 1, 2, 3]),
    st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join),
    st.none() | st.sampled_from(DAYS),
    st.none() | st.sampled_from(DAYS),
    st.sampled_from(["", *BANDS]),
    st.booleans(),
    st.booleans(),
)


def fits(row: Remark, wanted: Filter) -> bool:
    state = {
        "all": True,
        "unread": not row.seen,
        "untagged": not row.pains and row.preventable is None,
        "tagged": bool(row.pains),
        "preventable": row.preventable is True,
    }[wanted.state]
    return (
        state
        and wanted.channel in ("", row.channel)
        and (wanted.since is None or (row.on is not None and row.on >= wanted.since))
        and (wanted.until is None or (row.on is not None and row.on <= wanted.until))
        and (not wanted.rating or in_band(row.rating, *BANDS[wanted.rating]))
        and (wanted.pain_id is None or wanted.pain_id in row.pains)
        and all(occurs_in(word, row.text) for word in wanted.words.split())
    )


def in_band(rating: float | None, low: float, high: float) -> bool:
    return rating is not None and low <= rating <= high


def occurs_in(word: str, text: str) -> bool:
    """The plainest search: parts of words in a row, the last one a beginning; signs anywhere."""
    if not any(map(str.isalnum, word)) or (not word.isascii() and word in ("配送", "ส่งช้า")):
        return word in text
    asked, there = parts(word), parts(text)
    return any(
        there[at : at + len(asked) - 1] == asked[:-1]
        and there[at + len(asked) - 1].startswith(asked[-1])
        for at in range(len(there) - len(asked) + 1)
    )


def parts(text: str) -> list[str]:
    plain = text.lower().replace("ö", "o").replace("\u0308", "")
    return re.findall(r"[^\W_]+", plain)


def in_order(numbered: dict[int, Remark], wanted: Filter) -> list[int]:
    """The numbers of the rows that fit, as a list shows them."""
    expected = [number for number, row in numbered.items() if fits(row, wanted)]
    if wanted.newest_first:
        expected.sort(key=lambda number: numbered[number].on or date.min, reverse=True)
    if not wanted.grouped:
        return expected
    found: dict[int, int] = {}
    for number in expected:
        found.setdefault(numbered[number].says, number)
    return [*found.values()]
