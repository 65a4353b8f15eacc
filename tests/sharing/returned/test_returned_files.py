"""A file that came back in another shape is understood; one that is none of ours is refused."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from cxreset.base.errors import CxresetError, IntakeError
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset, begin_reset
from cxreset.sharing.data import register, trackers
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.returned.compare import look
from cxreset.sharing.returned.edits import lines
from cxreset.sharing.returned.take import picked
from cxreset.workbook.daily import Settings
from tests.sharing.office import convert, needs_office
from tests.sharing.returned.colleague import TODAY, action, changes, edit


def test_what_cannot_be_read_is_said_with_its_row_and_left(filled: Reset, sent: Path) -> None:
    edit(
        sent,
        {
            "E2": "Half done", "D3": "sometime", "A4": "A99", "A5": "A1", "C7": "Nobody", "A8": "x",
            "B8": "words", "F2": "#NAME?", "F3": "=asked twice", "B3": None,
        },
    )  # fmt: skip
    found = look(sent, filled.book)
    assert found.choices() == ["A3.status", "A4.status"], "their rows did not come back"
    assert found.choices(sure=True) == []
    problems = "\n".join(found.problems)
    for words in (
        "register.xlsx, row 2: the status “Half done” is none of Not started, In progress, "
        "Completed, Cancelled; it was left as it is.",
        "row 3: “sometime” is no date; write it as 2026-10-09.",
        "row 4: there is no action A99 in this workbook",
        "row 5: A1 stands in row 2 already",
        "row 7: it has no id and no words",
        "row 8: “x” is no id",
        "row 2: Note holds a spreadsheet's error",
        "row 3: Note holds a spreadsheet's error",
        "row 3: A2 has no words any more",
    ):
        assert words in problems


def test_renamed_columns_are_known_by_their_old_places(filled: Reset, sent: Path) -> None:
    edit(sent, {"A1": "No.", "B1": "What to do", "D1": "Bis wann", "D2": "Fr., 16. Oktober 2026"})
    found = look(sent, filled.book)
    assert found.choices(sure=True) == ["A1.deadline"]
    assert found.edits[0].value == date(2026, 10, 16) and not found.problems


def test_a_column_that_is_gone_is_said(filled: Reset, pack: Pack, tmp_path: Path) -> None:
    facts = gather(filled.book, pack, TODAY)
    rows = list(csv.reader(io.StringIO(trackers.files("csv", facts)[0][1].decode("utf-8-sig"))))
    path = tmp_path / "narrow.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="|").writerows([row[:3] + row[4:] for row in rows])
    found = look(path, filled.book)
    assert found.choices() == []
    assert found.problems == (
        "narrow.csv has no column Deadline any more, so what was changed there was not read.",
    )


def test_moved_columns_sorted_rows_and_a_title_above_do_not_matter(
    filled: Reset, sent: Path
) -> None:
    book = openpyxl.load_workbook(sent)
    sheet = book["Actions"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    del book["Actions"]
    moved = book.create_sheet("Sheet1", 0)
    moved.append(["Our actions"])
    moved.append([])
    for row in (rows[0], *reversed(rows[1:])):
        moved.append([row[4], row[0], row[1], "remark"])
    moved["A4"] = "Cancelled"
    book.save(sent)
    found = look(sent, filled.book)
    assert changes(found) == {"A4.status": ("Not started", "Cancelled", "theirs")}
    assert found.edits[0].row == 4


def test_without_the_hidden_sheet_nobody_can_tell_who_changed_it(filled: Reset, sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    del book[register.EXPORTED]
    book["Actions"]["E2"] = "Completed"
    book.save(sent)
    assert look(sent, filled.book).choices(sure=True) == ["A1.status"], "the references tell"
    book["Actions"].delete_cols(13)
    book.save(sent)
    found = look(sent, filled.book)
    assert changes(found) == {"A1.status": ("In progress", "Completed", "unsure")}
    assert picked(found, "all") == set() and picked(found, "A1.status") == {"A1.status"}


def test_a_register_of_another_workbook_is_refused(
    filled: Reset, sent: Path, pack: Pack, tmp_path: Path
) -> None:
    who = Settings("Tom", "Elsewhere", date(2026, 9, 7), (0, 1, 2, 3, 4), None, date(2026, 9, 7))
    other = begin_reset(tmp_path / "other.cxreset", pack, lambda: TODAY, who)
    with pytest.raises(IntakeError, match="was made from another workbook"):
        look(sent, other.book)
    other.file.close()


# -- other programs, hostile files


@needs_office
def test_a_register_saved_by_libreoffice_says_the_same(
    filled: Reset, sent: Path, tmp_path: Path
) -> None:
    edit(sent, {"C2": "Tom Becker", "D3": datetime.fromisoformat("2026-10-12"), "E3": "Completed",
                "F4": "+ asked twice"})  # fmt: skip
    folder = tmp_path / "saved"
    convert([sent], "xlsx", folder)
    saved = look(folder / "register.xlsx", filled.book)
    assert saved == look(sent, filled.book)
    assert set(changes(saved)) == {"A1.owner", "A2.deadline", "A2.status", "A3.note"}


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 400_000_000)


def cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (bomb, "unpacks to 400 MB"),
        (cut, "is a damaged workbook"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 500), "is a damaged workbook"),
        (lambda path: path.write_text("Id,What\n1,2\n"), "has no list of actions"),
        (lambda path: path.write_bytes(b"%PDF-1.7"), "is a PDF"),
        (lambda path: path.unlink(), "register.xlsx"),
        (
            lambda path: path.write_text("Id,Action,Owner\n" + "A1,x,y\n" * 20_001),
            "has more than 20,000 rows",
        ),
    ],
)
def test_a_file_that_is_none_of_ours_is_one_sentence(
    spoil: Callable[[Path], object], says: str, filled: Reset, sent: Path
) -> None:
    spoil(sent)
    with pytest.raises(CxresetError) as caught:
        look(sent, filled.book)
    assert says in caught.value.sentence


def test_hostile_cells_are_words_and_nothing_else(filled: Reset, sent: Path) -> None:
    edit(sent, {"C2": "\u202eevil\u2066\x85", "B7": "[red]x[/] \ufeff=1+1", "F3": "A" * 32_000})
    found = look(sent, filled.book)
    assert [one.theirs for one in found.edits] == ["evil", "A" * 32_000]
    assert found.new[0].title == "[red]x[/] =1+1"
    assert all(len(line) < 400 for line in lines(found))


def test_reading_changes_nothing(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed"})
    depth = filled.history.depth()
    look(sent, filled.book)
    assert filled.history.depth() == depth and action(filled, 1).status == "in_progress"
