"""What a colleague changed that is not read back is said, in every format that shows it."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.data import trackers
from cxreset.sharing.data.cells import MOST_ROWS, sheet_mark
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.returned.cell_values import is_without_signs
from cxreset.sharing.returned.compare import look
from cxreset.sharing.returned.take import picked
from cxreset.workbook.tables import FollowUp
from tests.sharing.returned.colleague import TODAY, changes, edit


@pytest.fixture
def table(filled: Reset, pack: Pack, tmp_path: Path) -> list[list[str]]:
    ((_, data),) = trackers.files("csv", gather(filled.book, pack, TODAY))
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def saved(rows: list[list[str]], path: Path, encoding: str = "utf-8") -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding, "replace"))
    return path


def test_what_a_register_holds_beside_the_fields_is_said(
    filled: Reset, pack: Pack, sent: Path
) -> None:
    edit(sent, {"H2": "P9 Something else", "L3": "2026-10-01", "N1": "Remarks", "N2": "Why us?",
                "N4": "And why now?", "P5": "no head"})  # fmt: skip
    edit(sent, {"B2": "Another gap"}, "Gaps")
    book = openpyxl.load_workbook(sent)
    book["Actions"]["B3"].comment = Comment("Is this still needed?", "Tom")
    book["Measures"]["A1"].comment = Comment("Which month?", "Tom")
    book.save(sent)
    found = look(sent, filled.book)
    assert not found.choices()
    assert found.problems == (
        "register.xlsx has a column that is not ours, Remarks, and is not read back: words in 2 "
        "rows, row 2 says “Why us?”. What is to stay goes into the note.",
        "register.xlsx has a column that is not ours, P, and is not read back: row 5 says “no "
        "head”. What is to stay goes into the note.",
        "register.xlsx: the comment on the cell B3 says “Is this still needed?”. It is not read "
        "back; what is to stay goes into the note.",
        "register.xlsx: the comment on the cell Measures, A1 says “Which month?”. It is not read "
        "back; what is to stay goes into the note.",
        "register.xlsx: something was changed on Gaps too; only the actions are read back.",
        "register.xlsx, row 2: A1 was changed in Pain point too, which is not read back.",
        "register.xlsx, row 3: A2 was changed in Completed too, which is not read back.",
    )


def test_an_untouched_register_of_a_full_workbook_says_nothing(
    filled: Reset, pack: Pack, sent: Path
) -> None:
    filled.book.add(FollowUp(what="Ask\nBen", who="Tom", due_on=date(2026, 10, 2)))
    edit(sent, {})  # saved by another program
    assert look(sent, filled.book)[1:4] == ((), (), ())


def test_merged_cells_say_the_same_for_each_row_and_nothing_of_other_columns(
    filled: Reset, sent: Path
) -> None:
    book = openpyxl.load_workbook(sent)
    book["Actions"]["C2"] = "Nadia"
    book["Actions"].merge_cells("C2:C3")
    book["Actions"].merge_cells("E5:F5")
    book.save(sent)
    found = look(sent, filled.book)
    assert changes(found) == {
        "A1.owner": ("Sam Whitlock", "Nadia", "theirs"),
        "A2.owner": ("Tom Becker", "Nadia", "theirs"),
    }
    assert found.problems == (
        "register.xlsx, row 5: Note is merged with the cell beside it; it was left as it is.",
    )


def test_rows_that_a_csv_does_not_hold_any_more_are_said(
    filled: Reset, table: list[list[str]], tmp_path: Path
) -> None:
    found = look(saved([table[0], table[4], table[2]], tmp_path / "some.csv"), filled.book)
    assert found.choices() == ["A1.status", "A3.status"] and picked(found, "all") == set()
    assert {one.side for one in found.edits} == {"absent"}
    table[2][11] = "01.10.2026"  # Completed
    found = look(saved(table, tmp_path / "all.csv"), filled.book)
    assert not found.choices()
    assert found.problems == (
        "all.csv, row 3: A2 was changed in Completed too, which is not read back.",
    )


def test_signs_that_an_encoding_lacks_are_no_change(
    filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    from cxreset.workbook.tables import Action

    filled.book.set(Action, 1, title="Ρωτήστε 🙂 the depot", owner="Ελένη", note="a → b")
    ((_, data),) = trackers.files("csv", gather(filled.book, pack, TODAY))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    rows[1][4] = "Completed"
    found = look(saved(rows, tmp_path / "ansi.csv", "cp1252"), filled.book)
    assert found.choices() == ["A1.status"] and not found.problems
    rows[1][1] = "Is it done?"
    found = look(saved(rows, tmp_path / "ansi.csv", "cp1252"), filled.book)
    assert found.choices() == ["A1.title", "A1.status"]


def test_a_question_in_another_column_is_said_and_lost_signs_are_not(
    filled: Reset, sent: Path
) -> None:
    from cxreset.sharing.data import register

    book = openpyxl.load_workbook(sent)
    book["Actions"]["H2"] = "Pain point: What about returns?"
    book["Actions"]["H3"] = "P2 ??? moves"
    hidden = book[register.EXPORTED]
    at = [cell.value for cell in hidden[2]].index("Pain point") + 1
    hidden.cell(4, at, "P2 配送日 moves")
    book.save(sent)
    assert look(sent, filled.book).problems == (
        "register.xlsx, row 2: A1 was changed in Pain point too, which is not read back.",
    )


def test_marks_of_merged_cells_and_errors_are_never_words_of_a_new_action(
    filled: Reset, sent: Path
) -> None:
    book = openpyxl.load_workbook(sent)
    sheet = book["Actions"]
    sheet.merge_cells("C4:D4")  # empty too, in the row of an action
    sheet["B7"] = "Ring the depot"
    sheet.merge_cells("B7:C7")
    sheet.merge_cells("A8:F8")  # an empty row
    sheet["B9"], sheet["C9"], sheet["F9"] = "Write to Ben", "#NAME?", "#REF!"
    sheet["B10"], sheet["C10"] = "#VALUE!", "Tom Becker"
    sheet["A12"] = "Seen by finance"
    sheet.merge_cells("A12:P12")
    for cell in ("C9", "F9", "B10"):
        sheet[cell].data_type = "e"
    book.save(sent)
    found = look(sent, filled.book)
    assert [(one.row, one.title, one.owner, one.note) for one in found.new] == [
        (7, "Ring the depot", "", ""), (9, "Write to Ben", "", ""),
    ]  # fmt: skip
    error = "holds a spreadsheet's error, as after words that begin with = or -; it was left as it"
    assert found.problems == (
        "register.xlsx, row 4: Deadline is merged with the cell beside it; it was left as it is.",
        "register.xlsx, row 7: Owner is merged with the cell beside it; it was left as it is.",
        f"register.xlsx, row 9: Owner {error} is.",
        f"register.xlsx, row 9: Note {error} is.",
        f"register.xlsx, row 10: Action {error} is.",
        "register.xlsx, row 10: it has no id and no words for an action, so it was left out.",
    )
    assert not found.edits


def test_an_id_that_was_merged_with_the_words_before_it_is_found_by_them(
    filled: Reset, sent: Path
) -> None:
    book = openpyxl.load_workbook(sent)
    rows = [[cell.value for cell in row] for row in book["Actions"].iter_rows(max_col=5)]
    del book["Actions"]
    sheet = book.create_sheet("Actions", 0)
    for ref, title, *others in rows:
        sheet.append([title, ref, *others, "Seen"])
    sheet["E3"] = "Completed"
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("F4:G4")
    book.save(sent)
    found = look(sent, filled.book)
    assert found.choices() == ["A2.status"]
    assert "#MERGED!" not in " ".join(found.problems)
    assert any("no id any more and is read as A2" in problem for problem in found.problems)


def test_of_a_very_long_sheet_the_rows_that_are_read_are_compared(
    filled: Reset, sent: Path
) -> None:
    from cxreset.sharing.data import register

    book = openpyxl.load_workbook(sent)
    evidence, hidden = book["Evidence"], book[register.EXPORTED]
    evidence.delete_rows(2, evidence.max_row)
    comments = [[f"C{number}", "Late again"] for number in range(1, MOST_ROWS + 50)]
    for comment in comments:
        evidence.append(comment)
    marks = [row for row in hidden.iter_rows() if row[register.MARKS].value == "Evidence"]
    marks[0][register.MARKS + 1].value = sheet_mark(comments)
    book.save(sent)
    assert not look(sent, filled.book).problems
    evidence["B3"] = "On time"
    book.save(sent)
    assert look(sent, filled.book).problems == (
        "register.xlsx: something was changed on Evidence too; only the actions are read back.",
    )


@pytest.mark.parametrize("length", [1, 34, 200, 10_000])
def test_a_text_without_the_signs_of_its_script_is_known_however_long(length: int) -> None:
    ours = "送" * length
    assert is_without_signs("?" * length, ours) and is_without_signs("?" * 2 * length, ours)
    assert not is_without_signs("?" * (length - 1), ours)
    assert not is_without_signs("?" * (2 * length + 1), ours)
    assert not is_without_signs("?" * length + "!", ours)


@pytest.mark.parametrize(
    ("theirs", "ours", "same"),
    [
        ("Caf? ?? ü?", "Cafе 🙂 ü?", True),  # the е is Cyrillic; the last is our own
        ("Why ??? now", "Why 为? now", True),
        ("Why ???? now", "Why 为? now", False),
        ("Ask B?n", "Ask Ben", False),
        ("a ? b?", "a → b", False),
        ("?", "", False),
        ("Is it done?", "Ρωτήστε", False),
        ("über ?", "über", False),
        ("", "→", False),
    ],
)
def test_only_signs_that_are_gone_may_be_question_marks(theirs: str, ours: str, same: bool) -> None:
    assert is_without_signs(theirs, ours) is same


def test_a_strange_column_in_the_place_of_another_has_to_hold_what_that_one_does(
    filled: Reset, table: list[list[str]], tmp_path: Path
) -> None:
    for row in table:
        row[3] = "Priority" if row[3] == "Deadline" else "High"
    found = look(saved(table, tmp_path / "other.csv"), filled.book)
    assert not found.choices()
    assert [problem.split(" ", 1)[1][:32] for problem in found.problems] == [
        "has no column Deadline any more,", "has a column that is not ours, P",
    ]  # fmt: skip


def test_a_mixed_column_of_days_takes_none_that_is_as_it_was(
    filled: Reset, table: list[list[str]], tmp_path: Path
) -> None:
    table[1][3], table[2][3], table[4][3] = "10/9/2026", "02/10/2026", "12/25/2026"
    for row in table:
        row[-1] = ""  # nothing says what was exported
    found = look(saved(table, tmp_path / "mixed.csv"), filled.book)
    assert not found.choices() and not found.problems
