"""Words of every script, and what is called the same word."""

from __future__ import annotations

import re
import unicodedata

import pytest

from cxreset.base.letters import MARKS, WORD, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("παράδοση", "ΠΑΡΑΔΟΣΗ"),
        ("ещё", "еще"),
        ("ΟΔΟΣ", "οδος"),
        ("ISTANBUL", "ıstanbul"),
        ("İzmir", "izmir"),
        ("Caf\u00e9", "CAFE\u0301"),
        ("Lie\u00adferung", "lieferung"),
        ("e\ufb03cient", "efficient"),
        ("\uff52\uff45\uff46\uff55\uff4e\uff44", "refund"),
        ("don\u2019t", "DON'T"),
        ("œuvre", "oeuvre"),
        ("Łódź", "lodz"),
        ("straße", "STRASSE"),
        ("한국", unicodedata.normalize("NFD", "한국")),
    ],
)
def test_the_same_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("में", "मेरा"), ("की", "के"), ("ที่", "ท"), ("கி", "கு")])
def test_vowel_signs_make_another_word(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "word", ["मिला", "பொருட்கள்", "สินค้า", "cafe\u0301", "don't", "l’eau", "Lie\u00adferung", "क्या"]
)
def test_a_word_is_whole(word: str) -> None:
    assert re.findall(WORD, f"({word}) {word}, ") == [word, word]


def test_every_mark_of_the_basic_plane_is_known() -> None:
    known = re.compile(f"[{MARKS}]")
    for code in range(0x300, 0x10000):
        char = chr(code)
        if unicodedata.category(char) in ("Mn", "Mc"):
            assert known.match(char), f"{code:x}"
        elif unicodedata.category(char) != "Cn":
            assert not known.match(char), f"{code:x}"
