"""Text folded to lines, and answers of yes or no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base import locations
from cxreset.base.language.words import ask_anew
from cxreset.base.text import means_yes, one_line, wrapped

texts = st.lists(st.text(alphabet="ab-é日\n\t ", max_size=12), max_size=30).map(" ".join)


@given(text=texts, width=st.integers(8, 40), first=st.sampled_from(["", "  ", "- "]))
def test_every_word_is_there_in_lines_as_full_as_they_can_be(
    text: str, width: int, first: str
) -> None:
    rest = "    "
    lines = wrapped(text, width, first, rest).split("\n")
    starts = [first, *[rest] * (len(lines) - 1)]
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=True))
    bare = [line[len(start) :] for line, start in zip(lines, starts, strict=True)]
    assert " ".join(bare) == one_line(text)
    for number, words in enumerate(bare):
        assert len(lines[number]) <= width or " " not in words
        if number:  # the word would not have fitted on the line before
            assert len(lines[number - 1]) + 1 + len(words.split(" ")[0]) > width


def test_nothing_to_fold_is_what_stands_before_it() -> None:
    assert wrapped("", 10, "> ") == "> "


def test_yes_is_understood_in_english_and_in_the_language_of_the_interface(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert means_yes(" Yes") and means_yes("y") and not means_yes("no") and not means_yes("ja")
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, "de")
    ask_anew()
    answers = [means_yes(typed) for typed in ("ja", "J", "y", "nein", "")]
    monkeypatch.delenv(locations.INTERFACE_VARIABLE)
    ask_anew()
    assert answers == [True, True, True, False, False]
