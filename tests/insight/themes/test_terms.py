"""How a driver's terms are written, and what they find."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from cxreset.insight.language import LANGUAGES
from cxreset.insight.language.spoken import spoken
from cxreset.insight.language.texts import Texts
from cxreset.insight.themes.terms import Matcher, face


class Reason(NamedTuple):
    id: str
    language: str
    title: str
    terms: tuple[str, ...]
    excludes: tuple[str, ...] = ()


def found(text: str, *terms: str, excludes: tuple[str, ...] = ()) -> list[str]:
    texts = Texts([text])
    hits = Matcher([Reason("x", "en", "X", terms, excludes)], texts).hits(texts.docs[0])
    return [face(texts.docs[0], hit.positions, texts.faces) for hit in hits]


@pytest.mark.parametrize(
    ("term", "text", "found_words"),
    [
        ("late", "Too LATE, later", ["late"]),
        ("delay*", "Delayed by a delay", ["delayed", "delay"]),
        ("*verspätung", "Die Zugverspätung", ["zugverspätung"]),
        ("*verspätung", "ZUGVERSPAETUNG", ["zugverspaetung"]),
        ("*ticket*", "ein Onlineticketkauf", ["onlineticketkauf"]),
        ("lost/missing luggage", "missing luggage, lost bags", ["missing luggage"]),
        ("lost … bag*", "lost my two red bags", ["lost … bags"]),
        ("lost ... bag*", "lost bags", ["lost bags"]),
        ("lost … bag*", "lost my two very red bags", []),
        ("lost … bag*", "lost. My bags came", []),
        ("on hold", "on a hold", []),
        ("don't care", "They don’t care; they dont care", ["don't care"] * 2),
        ("eau", "l'eau est froide", ["l'eau"]),
        ("check-in", "check-in and check in", ["check in", "check in"]),
        ("hours # late", "hours 12 late", ["hours 12 late"]),
        ("café", "CAFE", ["cafe"]),
    ],
)
def test_a_term_finds(term: str, text: str, found_words: list[str]) -> None:
    assert found(text, term) == found_words


def test_what_an_exclude_overlaps_does_not_count() -> None:
    assert found("late fee and late train", "late", excludes=("late fee*",)) == ["late"]
    assert found("great customer service", "customer service", excludes=("great … service",)) == []


def test_words_with_endings_are_counted_together() -> None:
    english, german = LANGUAGES["en"].stem, LANGUAGES["de"].stem
    assert len({english(word) for word in ("delay", "delays", "delayed", "delaying")}) == 1
    assert len({english(word) for word in ("charge", "charges", "charged", "charging")}) == 1
    assert english("bus") == "bus"
    assert german("verspatungen") == german("verspatung")


def test_languages_are_told_by_stop_words() -> None:
    found_words = spoken(
        Texts(
            [
                "The train was late and we had to wait for it",
                "I am not happy with this at all",
                "Der Zug war nicht da und wir haben gewartet",
                "Comcast",
            ]
        )
    )
    assert list(found_words.shares) == ["en", "de"]
    assert found_words.shares["en"] == pytest.approx(2 / 3)
    assert found_words.of == ["en", "en", "de", ""]


def test_the_parts_of_an_address_are_no_words() -> None:
    texts = Texts(["Write to eva.adler@harbour-pine.co.uk, or see https://pine.example/help now"])
    words = [texts.words[number] for number in texts.docs[0]]
    assert not {"com", "co", "uk", "harbour", "pine", "https", "help"} & set(words)
    assert {"write", "see", "now"} <= set(words)
