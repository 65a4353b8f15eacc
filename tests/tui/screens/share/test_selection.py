"""What can be chosen in Share, and the name of what is written, without a screen."""

from __future__ import annotations

import pytest

from cxreset.sharing.subjects import FORMS, SUBJECTS, TRACKERS
from cxreset.tui.screens.share.selection import (
    LEFT_IN,
    OWN_COPY,
    UNFOUND_SHORT,
    file_name,
    likely_line,
    masking_line,
    path_for,
    possible,
)
from cxreset.workbook.choices import ShareChoice


def test_what_can_no_longer_be_chosen_gives_way_to_the_first() -> None:
    gone = ShareChoice(what="gone", form="gone", owner="Sam", path="/a", folder="/b")
    first = next(iter(SUBJECTS))
    found = possible(gone, lambda: ["Dana"])
    assert found == ShareChoice(first, SUBJECTS[first].forms[0], "", "/a", "/b")


@pytest.mark.parametrize("what", SUBJECTS)
def test_an_owner_stays_where_there_are_owners(what: str) -> None:
    asked: list[str] = []

    def owners() -> list[str]:
        asked.append(what)
        return ["Sam"]

    found = possible(ShareChoice(what, SUBJECTS[what].forms[-1], "Sam"), owners)
    assert found.form == SUBJECTS[what].forms[-1]
    assert (found.owner, bool(asked)) == (("Sam", True) if SUBJECTS[what].by_owner else ("", False))


@pytest.mark.parametrize("what", SUBJECTS)
def test_the_usual_name(what: str) -> None:
    for form in SUBJECTS[what].forms:
        name, ending = file_name(ShareChoice(what, form, "Sam"))
        assert name == (f"{what} Sam {form}" if form in TRACKERS else f"{what} Sam")
        assert ending == ("" if SUBJECTS[what].folder else FORMS[form].extension)


def test_a_given_name_ends_as_the_form_does() -> None:
    assert path_for("/a/mine.docx", "docx", "pdf") == "/a/mine.pdf"
    assert path_for("/a/mine.old", "docx", "pdf") == "/a/mine.old"
    assert path_for("", "docx", "pdf") == ""


def test_what_is_masked() -> None:
    own = next(key for key, one in SUBJECTS.items() if one.own_copy)
    other = next(key for key, one in SUBJECTS.items() if not one.own_copy)
    assert masking_line(own, ("1 name",), unmasked=False) == OWN_COPY
    assert masking_line(other, ("1 name",), unmasked=True) == LEFT_IN
    masked = masking_line(other, ("1 name", "2 dates"), unmasked=False)
    assert masked == f"1 name; 2 dates. {UNFOUND_SHORT}"
    assert masking_line(other, (), unmasked=False) == f"nothing was found. {UNFOUND_SHORT}"


def test_what_is_only_likely_waits_for_a_look() -> None:
    assert likely_line(0) == ()
    assert likely_line(1) == ("1 likely name or address to look at",)
    assert likely_line(2) == ("2 likely names or addresses to look at",)
