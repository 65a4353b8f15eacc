"""Workbooks: the right sheet, and what its cells show."""

# ruff: noqa: DTZ001 -- a sheet knows no time zones
from __future__ import annotations

import shutil
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cxreset.base.errors import IntakeError, UsageError
from cxreset.intake.read import Item, Mapping, Options, look
from cxreset.intake.readers.sheets import cell_text
from tests.intake.made_workbooks import MADE, REVIEWS, edited, made, seen


def texts(path: Path, **options: Any) -> list[str]:
    return [row.text for row in seen(path, **options)[1] if isinstance(row, Item)]


def test_cells_as_they_are_shown(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.xlsx",
        {"S": [["Ticket", "Comment", "Date", "Rating"], [7, "late", datetime(2024, 1, 31), 4.5]]},
    )
    preview, (item,) = seen(path)
    assert (preview.kind, preview.sheet, preview.sheets) == ("Excel workbook", "S", ("S",))
    assert (preview.encoding, preview.delimiter) == ("", "")
    assert isinstance(item, Item)
    assert item.raw == {"Ticket": "7", "Comment": "late", "Date": "2024-01-31", "Rating": "4.5"}
    assert (item.received_on, item.rating) == (date(2024, 1, 31), 4.5)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (-1.25, "-1.25"),
        (12345678901.0, "12345678901"),
        (1e300, "1e+300"),
        (float("nan"), ""),
        (True, "True"),
        (datetime(2024, 1, 2), "2024-01-02"),
        (datetime(2024, 1, 2, 3, 4, 5), "2024-01-02 03:04:05"),
        (date(2024, 1, 2), "2024-01-02"),
        (time(3, 4), "03:04:00"),
        (timedelta(hours=2), "2:00:00"),
        ("as it is", "as it is"),
    ],
)
def test_a_value_in_words(value: object, shown: str) -> None:
    assert cell_text(value) == shown


def test_the_sheet_that_reads_like_feedback(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.xlsx",
        {
            "Read me": [["This workbook holds the answers of May, as they came in to us"]],
            "Figures": [["Month", "Score"], *[[at, at * 2] for at in range(1, 60)]],
            "Answers": [
                ["Id", "Comment"],
                *[[at, f"The lift broke {at} times"] for at in range(9)],
            ],
            "Secret": [["Id", "Comment"], *[[at, f"Hidden {at} words here"] for at in range(99)]],
        },
    )
    book = openpyxl.load_workbook(path)
    book["Secret"].sheet_state = "hidden"
    book.save(path)
    preview = look(path)
    assert preview.sheet == "Answers"
    assert preview.sheets == ("Read me", "Figures", "Answers", "Secret")
    assert preview.lines()[0] == (
        'a.xlsx: Excel workbook, sheet "Answers" (there are also Read me, Figures and Secret)'
    )
    for asked in ("Secret", " secret", "4"):
        assert texts(path, sheet=asked)[0] == "Hidden 0 words here"
    assert look(path, Options(Mapping(text="Month"), sheet="figures")).sheet == "Figures"
    assert look(path, Options(Mapping(text="Score"))).sheet == "Figures"
    for wrong in ("5", "0", "Nope", ""):
        with pytest.raises(UsageError, match="The sheets are: 1 Read me, 2 Figures"):
            look(path, Options(sheet=wrong))


def test_options_of_other_files_are_passed_over(tmp_path: Path) -> None:
    path = made(tmp_path / "a.xlsx", {"S": REVIEWS})
    assert texts(path, delimiter=";", encoding="utf-8") == ["The lift was broken"]
    (tmp_path / "a.csv").write_text("Id,Comment\n1,late\n")
    assert texts(tmp_path / "a.csv", sheet="S") == ["late"]


def test_a_title_before_the_header(tmp_path: Path) -> None:
    rows = [["Complaints of May"], [], ["From", "2024-05-01"], *REVIEWS]
    preview, outcomes = seen(made(tmp_path / "a.xlsx", {"S": rows}))
    assert preview.header == ("Id", "Comment", "Date")
    assert "Skipped the first 2 rows before the header." in preview.notes
    assert [row.row_number for row in outcomes] == [1]


def test_three_header_rows_as_in_the_csv(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["StartDate", "RecordedDate", "ResponseId", "Q1"],
        ["Start Date", "Recorded Date", "Response ID", "How was it?"],
        ['{"ImportId":"s"}', '{"ImportId":"r"}', '{"ImportId":"i"}', '{"ImportId":"q"}'],
        ["2024-10-31 12:00:00", datetime(2024, 10, 31, 12, 1), "R_1", "The soup was cold"],
        ["2024-10-31 12:00:00", datetime(2024, 11, 1, 12, 1), "R_2", None],
    ]
    preview, outcomes = seen(made(tmp_path / "a.xlsx", {"S": rows}))
    assert preview.header == ("StartDate", "RecordedDate", "ResponseId", "Q1: How was it?")
    assert (preview.channel, preview.mapping.date, len(outcomes)) == ("survey", "RecordedDate", 2)


def test_a_workbook_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = made(tmp_path / "a.xlsx", {"S": REVIEWS})
    assert texts(path.rename(tmp_path / "a.csv")) == ["The lift was broken"]
    (tmp_path / "b.xlsx").write_text("Id,Comment\n1,late\n")
    assert look(tmp_path / "b.xlsx").kind == "CSV"


def test_old_excel(tmp_path: Path) -> None:
    path = tmp_path / "feedback.csv"
    shutil.copy(MADE, path)
    preview, outcomes = seen(path)
    assert (preview.kind, preview.sheets) == ("Excel workbook", ("Reviews", "More"))
    assert texts(path) == ["Überall zu spät", "cold soup", "x\ny"]
    assert [type(row) is Item for row in outcomes] == [True, True, False, True]
    first, second = outcomes[0], outcomes[1]
    assert isinstance(first, Item) and isinstance(second, Item)
    assert first.raw["Date"] == "2024-01-31"
    assert second.raw["Ticket"] == "2.5"


@pytest.mark.parametrize("at", [44, 48, 60, 76, 520, 1000])
def test_a_damaged_old_excel_file_does_not_end_the_program(tmp_path: Path, at: int) -> None:
    content = bytearray(MADE.read_bytes())
    content[at : at + 4] = b"\xfe\xff\xff\x7f"
    path = tmp_path / "old.xls"
    path.write_bytes(content)
    try:
        seen(path)
    except IntakeError as error:
        assert "old.xls is a damaged workbook" in error.sentence


def test_an_open_document_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    _ods(path, '<table:table-cell office:value-type="string"><text:p>late</text:p>', "1")
    assert look(path).kind == "OpenDocument sheet"
    assert texts(path) == ["late"]
    # A sheet's empty rows go down to the last there is, and another sheet follows it.
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    down = f'<table:table-row table:number-rows-repeated="1048570">{cell}</table:table-row>'
    wide = "<table:table-row>" + "<table:table-cell><text:p>x</text:p></table:table-cell>" * 40
    more = f'{down}</table:table><table:table table:name="T">{wide}</table:table-row></table:table>'
    edited(path, lambda _, content: content.replace(b"</table:table>", more.encode()))
    assert look(path).sheets == ("S", "T")
    assert texts(path) == ["late"]
    _ods(path, '<table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p>', "9999")
    with pytest.raises(IntakeError, match="reaches too far down or right"):
        look(path)


def test_an_open_document_that_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    _ods(path, '<table:table-cell office:value-type="string"><text:p>late</text:p>', "1")
    edited(path, lambda name, content: content[:-80] if name == "content.xml" else content)
    with pytest.raises(IntakeError, match=r"a\.ods is a damaged workbook"):
        look(path)


def _ods(path: Path, cell: str, times: str) -> None:
    names = "office table text"
    spaces = " ".join(f'xmlns:{name}="urn:x:{name}"' for name in names.split())
    row = "<table:table-row{}>{}</table:table-cell></table:table-row>"
    first = row.format("", '<table:table-cell office:value-type="string"><text:p>Comment</text:p>')
    rest = row.format(f' table:number-rows-repeated="{times}"', cell)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{first}{rest}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
