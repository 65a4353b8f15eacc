"""The list of what was done says what each change was about, also where that is gone."""

from __future__ import annotations

from cxreset.reset.reset import Reset
from cxreset.reset.steps import tick
from cxreset.reset.where import _ELSEWHERE, _WORKSHEETS, done
from cxreset.workbook.feedback.marks import tie
from cxreset.workbook.tables import Action, Pain
from cxreset.workbook.undo.log import recorded_tables


def test_changes_in_the_leaders_words_newest_first(reset: Reset) -> None:
    reset.book.add(Pain(title="Refunds take for ever"))
    comment = reset.comments.capture("The kettle never arrived", "call", None)
    for _ in range(3):  # numbers that differ, so that the one cannot stand for the other
        reset.comments.capture("Nothing", "call", None)
    last = reset.comments.capture("Still waiting", "call", None)
    tie(reset.comments, [last], 1, tied=True)
    tie(reset.comments, [last], 1, tied=False)
    tick(reset, "1.1")
    reset.book.add(Action(title="Telephone the depot"))
    reset.book.remove(Pain, 1)
    lines = [(each.words, each.where) for each in done(reset, 20)]
    assert lines[0][0] == "deleted pain point P1: Refunds take for ever"
    assert lines[0][1] == "1.2 Name the three pains that recur most"
    assert lines[1] == ("added action A1: Telephone the depot", "Actions")
    assert lines[2][0] == "ticked 1.1" and lines[2][1].startswith("1.1 ")
    assert lines[3] == (f"untied C{last} from P1", lines[2][1])
    assert lines[4] == (f"tied C{last} to P1", lines[2][1])
    assert any(f"C{comment}" in words or "kettle" in words for words, _ in lines)
    assert len(done(reset, 2)) == 2


def test_every_table_has_its_place(reset: Reset) -> None:
    named = {*_WORKSHEETS, *_ELSEWHERE, "step_tick", "answer"}
    assert set(recorded_tables(reset.file.connection)) <= named
    for worksheet in _WORKSHEETS.values():
        assert list(reset.pack.steps_for(worksheet)), worksheet
