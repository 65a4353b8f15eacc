"""What is lit after a search: beginnings of words, whatever the case, the accents, the script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.tui.widgets.marks import lit, spans


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Refunds, no refund; prerefund", "refund", ["Refunds", "refund"]),
        ("Die Rückgabe dauert", "ruck", ["Rückgabe"]),
        ("Straße ÉTÉ", "été strass", ["ÉTÉ"]),
        ("I don't know", "don't", ["don", "t"]),
        ("最新の荷物が届かない", "荷物", ["荷物"]),
        ("100% rude", "% rud", ["rude"]),
        ("a(b", "(", []),
        ("anything", "", []),
    ],
)
def test_what_is_found(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, words)] == found


@given(st.text(), st.text(max_size=20))
def test_spans_are_inside_sorted_and_apart(text: str, words: str) -> None:
    found = spans(text, words)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert lit(text, found).plain == lit(text, []).plain
