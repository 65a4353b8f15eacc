"""Patterns that are spared by hints would have found nothing: every text gives what it gives when
all patterns run."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight.personal.hints import everything, hints
from cxreset.insight.personal.search import find, find_with
from cxreset.insight.personal.suspects import suspects, suspects_with
from cxreset.insight.personal.words import CUES
from tests.insight.test_personal import FOUND, HARD, KEPT
from tests.insight.test_personal_strings import lines

STRINGS = [line.text for line in lines()]
_PHRASES = [phrase.strip() for listed in CUES.values() for phrase in listed.split(",")]
_PIECES = st.one_of(
    st.sampled_from(STRINGS),
    st.sampled_from([text for text, _ in FOUND]),
    st.sampled_from(KEPT),
    st.sampled_from([*HARD.values()]),
    st.sampled_from(_PHRASES),
    st.sampled_from([*" .,:;-/@()'’\n\0", "nummer ", " at ", " dot com", "Str. 5", "İ", "ſ"]),
    st.text("0123456789 -./", max_size=12),
)
MIXTURES = st.lists(st.tuples(_PIECES, st.integers(0, 40), st.integers(0, 80))).map(
    lambda pieces: "".join(text[start : start + length] for text, start, length in pieces)
)


def test_a_string_gives_what_it_gives_when_all_patterns_run() -> None:
    for text in STRINGS:
        _check(text)


@given(MIXTURES)
def test_a_mixture_gives_what_it_gives_when_all_patterns_run(text: str) -> None:
    _check(text)


def _check(text: str) -> None:
    assert find(text) == find_with(text, everything())
    for pairs in (False, True):
        assert suspects(text, pairs=pairs) == suspects_with(text, everything(), pairs=pairs)


def test_an_ordinary_sentence_spares_every_pattern() -> None:
    seen = hints("We waited a whole day and nobody came, though the day had been promised for us.")
    assert seen == hints("")
