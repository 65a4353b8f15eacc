"""Words written from the right inside our sentences: nothing of the sentence is torn apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base import text as base
from cxreset.sharing.direction import alone, beside, by_marks, closed, one_line, shown
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import texts
from cxreset.sharing.pages.paper import line, rightward
from cxreset.sharing.pages.word.text import paragraph, runs
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import documents, with_every_text

NAME = "ليلى حداد"
SET_APART = f"\u2068{NAME}\u2069"


def test_a_name_from_the_right_is_set_apart_in_a_sentence_and_bare_on_its_own() -> None:
    assert one_line("Sam Whitlock") == "Sam Whitlock"
    assert one_line(f" {NAME}\n") == SET_APART
    sentence = f"A1 Call ({one_line(NAME)}, 29 Sep 2026)"
    assert one_line(sentence) == sentence
    assert line(sentence) == sentence
    assert line(NAME) == line(one_line(NAME)) == alone(SET_APART) == NAME


def test_what_is_set_apart_does_not_decide_from_where_a_line_runs() -> None:
    assert rightward(NAME) and rightward(SET_APART)
    assert not rightward(f"{SET_APART} (6 open)")
    assert beside(f"{SET_APART} (6 open)") == " (6 open)"


def test_a_cut_closes_what_it_cuts() -> None:
    sentence = f"An owner for {one_line(NAME + ' ' + NAME)} and more"
    for cut in (one_line(sentence, 22), shortened(sentence, 22)):
        assert cut.count("\u2068") == cut.count("\u2069") == 1
        assert one_line(cut) == cut
    assert closed("no mark") == "no mark"


def test_marks_from_outside_do_not_act() -> None:
    assert shown("a\u2068b\u2067c\u2069\u2069") == "a\u2068bc\u2069"
    assert shown("\u2068a\n\u2069") == "a\n"
    assert shown("\u202ea\u2066") == "a"


def test_word_gets_marks_it_knows() -> None:
    assert by_marks(SET_APART) == f"\u200e{NAME}\u200e"
    made = paragraph("Normal", runs(f"{SET_APART}: 52"), f"{SET_APART}: 52")
    assert "\u2068" not in made and "<w:bidi/>" not in made


@given(st.text(max_size=60), st.integers(0, 20))
def test_it_says_what_any_line_says(text: str, limit: int) -> None:
    flat = one_line(text, limit)
    assert flat.count("\u2068") == flat.count("\u2069") <= 1
    if "\u2068" not in text:
        assert base.one_line(flat) == base.one_line(text, limit)


@pytest.mark.parametrize("word", ["מחר 3", NAME])
def test_no_document_lets_such_words_stand_open_beside_its_own(word: str) -> None:
    facts = with_every_text(FULL, word)
    for name, document in (documents(facts) | {"plan": build_plan(facts)}).items():
        for text in texts(document):
            for one in text.splitlines():
                rest = beside(one).replace(word, "") if alone(one) == word else beside(one)
                assert not rightward_letters(rest), (name, one)


def rightward_letters(text: str) -> bool:
    return any(rightward(char) for char in text)
