"""`cxreset import` with a sheet, a scale, and a look before anything is stored."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from cxreset.cli import main


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Notes"
    book.worksheets[0].append(["Made in May"])
    book.worksheets[0].append(["Seen by Tom"])
    sheet = book.create_sheet("Answers")
    for row in (["Comment", "Rating"], ["The lift was broken", 4], ["Cold soup again", 9]):
        sheet.append(row)
    path = tmp_path / "own.xlsx"
    book.save(path)
    return path


def test_a_dry_run_shows_the_proposal_and_the_first_rows(
    workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "--dry-run", "--scale", "1-5", str(workbook)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        'own.xlsx: Excel workbook, sheet "Answers" (there is also Notes)',
        "  text      Comment (its name says so)",
        "  rating    Rating (its name says so)",
        "  channel   other for every row",
        "  scale     1 to 5",
        "The first rows",
        "  1  text      The lift was broken",
        "     rating    4",
        "  2  text      Cold soup again",
        "     rating    9",
    ]


def test_a_sheet_is_named(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", "--name", "Dana"]) == 0
    assert main(["import", "--sheet", "1", str(workbook)]) == 0
    assert "own.xlsx: 2 rows read, 2 comments taken." in capsys.readouterr().out
    for wrong in (["--sheet", "3"], ["--scale", "5"]):
        assert main(["import", *wrong, str(workbook)]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
