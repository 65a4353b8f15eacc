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
        '  In "Rating" 1 of 2 ratings cannot be read.',
        "The first rows",
        "  1  text      The lift was broken",
        "     rating    4",
        "  2  text      Cold soup again",
        "own.xlsx: of 2 rows 2 comments would be taken.",
        "  In 1 row the rating could not be read and is left out.",
        "  No e-mail address, phone or card number in the first 200 rows.",
    ]


def test_a_dry_run_tells_what_is_in_the_workbook_and_what_the_company_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.csv"
    path.write_text(
        "Sender,Text\nAgent,We are sorry to hear that\nCustomer,Write to ann@example.org\n"
        "Agent,Anything else\nCustomer,My parcel never came\n"
    )
    assert main(["start", "--name", "Dana"]) == 0
    assert main(["import", "--dry-run", str(path)]) == 0
    err = capsys.readouterr().err
    assert "sorry" not in err and "  2  text      Write to ann@example.org" in err
    assert "of 4 rows 2 comments would be taken and 2 said by the company." in err
    assert "1 e-mail address in the first 200 rows. It is masked on shares" in err
    assert "nothing was added" not in err
    assert main(["import", str(path)]) == 0
    stated = capsys.readouterr()
    assert "1 e-mail address in the first 200 rows." in stated.err
    assert "4 rows read, 2 comments taken and 2 said by the company." in stated.out
    assert main(["import", "--dry-run", str(path)]) == 0
    assert "talk.csv was imported on" in capsys.readouterr().err
    assert main(["import", str(path)]) != 0
    assert "cxreset undo" not in capsys.readouterr().err
    assert main(["import", "--channel", "call", str(path)]) != 0
    assert "take that import back first with: cxreset undo" in capsys.readouterr().err
    assert main(["done", "1.1"]) == 0
    assert main(["import", "--channel", "call", str(path)]) != 0
    assert "what was done after it goes too" in capsys.readouterr().err


def test_every_role_is_named_and_an_unclear_scale_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plain ones.csv"
    path.write_text("a,b,c,d,e,f\nIt never came,Parcel,e-mail,4,Kim,Late\n")
    named = [
        *("--text-column", "a", "--title-column", "b", "--channel-column", "c"),
        *("--rating-column", "d", "--customer-column", "e", "--category-column", "f"),
    ]
    assert main(["start", "--name", "Dana"]) == 0
    capsys.readouterr()
    assert main(["import", *named, str(path)]) == 0
    err = capsys.readouterr().err
    for role, name in zip(("text", "title", "channel", "rating", "customer"), "abcde", strict=True):
        assert f"  {role:<9} {name} (you named it)" in err
    assert "  Channels: e-mail counts as ticket." in err
    assert "cxreset undo, then cxreset import --scale 1-5 --text-column a" in err
    assert f"--category-column f '{path}'" in err
    assert main(["import", "--rating-column", "z", str(path)]) == 2


def test_a_sheet_is_named(workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", "--name", "Dana"]) == 0
    assert main(["import", "--sheet", "1", str(workbook)]) == 0
    assert "own.xlsx: 2 rows read, 2 comments taken." in capsys.readouterr().out
    for wrong in (["--sheet", "3"], ["--scale", "5"]):
        assert main(["import", *wrong, str(workbook)]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
