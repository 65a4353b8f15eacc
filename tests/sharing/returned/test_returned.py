"""The way back: what a colleague changed in a file, beside what the leader changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cxreset.base.errors import NotFound, UsageError
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.export import make
from cxreset.sharing.returned.compare import look
from cxreset.sharing.returned.edits import lines
from cxreset.sharing.returned.take import picked, take
from cxreset.workbook.tables import Action
from tests.sharing.returned.colleague import TODAY, action, changes, edit

Edit = Callable[[dict[str, dict[str, Any]]], None]


def test_an_untouched_register_changes_nothing(filled: Reset, sent: Path) -> None:
    found = look(sent, filled.book)
    assert (found.choices(), found.problems, found.rows) == ([], (), 4)
    edit(sent, {})  # saved by another program, with its own types
    assert look(sent, filled.book) == found


def test_their_edits_are_found_taken_and_undone_as_one(filled: Reset, sent: Path) -> None:
    edit(
        sent,
        {
            "B2": "Try the text at Northgate", "C2": "tom  becker", "F2": "Running.\nTen so far.",
            "D3": datetime.fromisoformat("2026-10-12"), "E3": "Completed", "C4": "New Person",
            "D5": None,
        },
    )  # fmt: skip
    found = look(sent, filled.book)
    assert changes(found) == {
        "A1.title": ("Try the text", "Try the text at Northgate", "theirs"),
        "A1.owner": ("Sam Whitlock", "Tom Becker", "theirs"),
        "A1.note": ("Running.", "Running.\nTen so far.", "theirs"),
        "A2.deadline": ("2026-10-02", "2026-10-12", "theirs"),
        "A2.status": ("Not started", "Completed", "theirs"),
        "A3.owner": ("", "New Person", "theirs"),
        "A4.deadline": ("2026-12-25", "", "theirs"),
    }
    before = [row.model_dump() for row in filled.book.rows(Action)]
    depth = filled.history.depth()
    assert take(found, filled.book, picked(found, "all"), TODAY) == 7
    assert filled.history.depth() == depth + 1
    second = action(filled, 2)
    assert (second.deadline, second.status, second.completed_on) == (
        date(2026, 10, 12), "completed", TODAY,
    )  # fmt: skip
    assert action(filled, 1).note == "Running.\nTen so far."
    assert action(filled, 4).deadline is None
    assert look(sent, filled.book).choices() == []
    assert filled.undo() == "took colleagues' edits from register.xlsx"
    assert [row.model_dump() for row in filled.book.rows(Action)] == before


def test_only_what_is_chosen_is_taken(filled: Reset, sent: Path) -> None:
    edit(sent, {"C2": "Tom Becker", "E2": "Cancelled", "E3": "In progress"})
    found = look(sent, filled.book)
    assert take(found, filled.book, picked(found, "A1.status, A2"), TODAY) == 2
    assert (action(filled, 1).owner, action(filled, 1).status) == ("Sam Whitlock", "cancelled")
    assert action(filled, 2).status == "in_progress"
    assert take(found, filled.book, set(), TODAY) == 0


def test_what_changed_on_both_sides_waits_until_it_is_named(filled: Reset, sent: Path) -> None:
    edit(
        sent,
        {
            "C2": "Tom Becker",
            "D2": datetime.fromisoformat("2026-10-16"),
            "F2": "Running. Two wrong.",
        },
    )
    filled.book.set(Action, 1, owner="Dana", note="Running. I asked Sam.")
    filled.book.set(Action, 2, owner="Dana")  # ours alone: nothing to tell
    found = look(sent, filled.book)
    assert changes(found) == {
        "A1.owner": ("Dana", "Tom Becker", "both"),
        "A1.deadline": ("2026-10-09", "2026-10-16", "theirs"),
        "A1.note": ("Running. I asked Sam.", "Running. Two wrong.", "both"),
    }
    assert found.edits[0].was == "Sam Whitlock"
    assert picked(found, "all") == picked(found, "A1") == {"A1.deadline"}
    assert picked(found, "A1.owner") == {"A1.owner"}
    text = "\n".join(lines(found))
    assert "changed on both sides: name A1.owner to take it" in text
    assert "at the export “Sam Whitlock”" in text
    take(found, filled.book, {"A1.note"}, TODAY)  # both notes stay: theirs comes below ours
    assert action(filled, 1).note == "Running. I asked Sam.\nTwo wrong."
    take(look(sent, filled.book), filled.book, {"A1.owner"}, TODAY)
    assert action(filled, 1).owner == "Tom Becker"


def test_the_same_change_on_both_sides_is_none(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed"})
    filled.book.set(Action, 1, status="completed")
    assert look(sent, filled.book).choices() == []


def test_a_new_row_is_offered_once_as_a_new_action(filled: Reset, sent: Path) -> None:
    edit(sent, {"B7": "Call the depot", "C7": "sam@harbour-pine.example", "D7": "14 Oct 2026",
                "B9": "Ask\nlegal", "E9": "In progress"})  # fmt: skip
    found = look(sent, filled.book)
    assert [one.summary for one in found.new] == [
        "Call the depot (Sam Whitlock, 2026-10-14)", "Ask legal",
    ]  # fmt: skip
    assert take(found, filled.book, picked(found, "new1"), TODAY) == 1
    made = action(filled, 5)
    assert (made.title, made.owner, made.status) == (
        "Call the depot",
        "Sam Whitlock",
        "not_started",
    )
    assert (made.deadline, made.opened_on) == (date(2026, 10, 14), TODAY)
    again = look(sent, filled.book)
    assert [one.row for one in again.new] == [9]
    assert any("row 7: it says the same as A5" in problem for problem in again.problems)


def test_an_emptied_id_with_a_change_is_offered_as_that_row(filled: Reset, sent: Path) -> None:
    edit(sent, {"A3": None, "E3": "Completed"})
    found = look(sent, filled.book)
    assert found.choices(sure=True) == ["A2.status"] and not found.new
    assert found.problems == (
        "register.xlsx, row 3: it has no id any more and is read as A2, by what it says.",
    )


def test_a_row_that_did_not_come_back_may_be_cancelled(filled: Reset, sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    book["Actions"].delete_rows(3)
    book.save(sent)
    found = look(sent, filled.book)
    assert found.choices() == ["A2.status"] and found.choices(sure=True) == []
    (line,) = lines(found)
    assert "“Not started” → “Cancelled”   (its row did not come back: name A2.status" in line
    assert take(found, filled.book, picked(found, "A2.status"), TODAY) == 1
    action = filled.book.get(Action, 2)
    assert action is not None and action.status == "cancelled"


def test_an_action_removed_meanwhile_leaves_all_as_it_was(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed", "E3": "Completed"})
    found = look(sent, filled.book)
    filled.book.remove(Action, 2)
    with pytest.raises(NotFound):
        take(found, filled.book, picked(found, "all"), TODAY)
    assert action(filled, 1).status == "in_progress"


def test_a_name_that_is_none_is_said(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed"})
    found = look(sent, filled.book)
    assert picked(found, "none") == picked(found, " ") == set()
    with pytest.raises(UsageError, match="“A7” names nothing that"):
        picked(found, "A1 A7")


def test_an_unmasked_register_comes_back_unchanged(
    filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    filled.book.set(Action, 1, note="Ring +44 7700 900123")
    (file,) = make("actions", "xlsx", filled.book, pack, TODAY, unmasked=True).files
    (tmp_path / file.name).write_bytes(file.data)
    assert look(tmp_path / file.name, filled.book).choices() == []
