"""Delimiters, preambles, headers and broken rows, each in a small file of its own."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from cxreset.base.errors import IntakeError, UsageError
from cxreset.intake.read import (
    Item,
    Mapping,
    Options,
    Outcome,
    Passed,
    Preview,
    Refusal,
    Report,
    look,
    read,
)


def seen(tmp_path: Path, content: str, **options: Any) -> tuple[Preview, list[Outcome]]:
    path = tmp_path / "export.csv"
    path.write_bytes(content.encode())
    preview = look(path, Options(**options))
    return preview, list(read(preview))


def words(outcomes: list[Outcome]) -> list[str]:
    return [row.text for row in outcomes if isinstance(row, Item)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_with_the_most_equal_rows(tmp_path: Path, delimiter: str) -> None:
    rows = [["Id", "Comment", "Score"], ["1", "late, again; sadly", "1,5"], ["2", "fine", "3,0"]]
    path = tmp_path / "export.csv"
    with path.open("w", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    preview = look(path)
    assert preview.delimiter == delimiter
    assert words(list(read(preview))) == ["late, again; sadly", "fine"]


def test_a_delimiter_can_be_named(tmp_path: Path) -> None:
    content = "Id~Comment\n1~too, late\n"
    preview, outcomes = seen(tmp_path, content, delimiter="~")
    assert (preview.header, words(outcomes)) == (("Id", "Comment"), ["too, late"])
    assert seen(tmp_path, "Id;Comment\n1;late\n", delimiter="semicolon")[0].delimiter == ";"
    for wrong in ("ab", '"', "\n"):
        with pytest.raises(UsageError, match="cannot separate columns"):
            seen(tmp_path, content, delimiter=wrong)


def test_prose_is_one_column(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, "Feedback\nLate, very late\nGood\n\nWell, fine, really\n")
    assert (preview.delimiter, preview.header) == ("", ("Feedback",))
    assert words(outcomes) == ["Late, very late", "Good", "Well, fine, really"]


def test_a_line_that_names_the_delimiter(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, "sep=;\r\nId;Comment\r\n1;a, b, c\r\n2;d\r\n")
    assert (preview.header, words(outcomes)) == (("Id", "Comment"), ["a, b, c", "d"])


@pytest.mark.parametrize(
    "junk", ["Complaints of May\n\n", "Complaints\nMade;2024-01-01\n", "Complaints;;\n;;\n"]
)
def test_a_preamble_is_skipped_and_reported(tmp_path: Path, junk: str) -> None:
    table = "Id;Comment;Date\n1;late;01/02/2024\n2;lost;13/02/2024\n3;torn;14/02/2024\n"
    preview, outcomes = seen(tmp_path, junk + table)
    assert preview.header == ("Id", "Comment", "Date")
    assert preview.notes[0].startswith("Skipped the first")
    assert words(outcomes) == ["late", "lost", "torn"]


def test_a_preamble_as_wide_as_the_table(tmp_path: Path) -> None:
    content = "Complaints, made by hand\nFrom May\n\nComment,Category\nlate,post\nlost,post\n"
    preview, outcomes = seen(tmp_path, content)
    assert preview.header == ("Comment", "Category")
    assert words(outcomes) == ["late", "lost"]


def test_a_trailing_delimiter_is_no_preamble(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, "Id,Comment,Date\n1,late,2024-01-01,\n2,bad,2024-01-02,\n")
    assert preview.header == ("Id", "Comment", "Date", "column 4")
    assert words(outcomes) == ["late", "bad"]


def test_a_lone_return_inside_a_cell(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, 'Id,text\r\n1,hello\rworld\r\n2,"a\rb\r\nc"\r\n3,y\r\n')
    assert words(outcomes) == ["hello\nworld", "a\nb\nc", "y"]
    assert any("Lone carriage returns" in note for note in preview.notes)


def test_rows_that_end_with_a_return(tmp_path: Path) -> None:
    _, outcomes = seen(tmp_path, 'Id,text\r1,hello\r2,"a\nb"\r3,c')
    assert words(outcomes) == ["hello", "a\nb", "c"]


@pytest.mark.parametrize("tab", ["\t", ";"])
def test_bare_quotation_marks(tmp_path: Path, tab: str) -> None:
    content = 'Id\ttext\tmood\n1\t"Great they said\tsad\n2\t12" screen\tsad\n3\t"So so\tglad\n'
    preview, outcomes = seen(tmp_path, content.replace("\t", tab))
    assert any("kept as letters" in note for note in preview.notes)
    assert words(outcomes) == ['"Great they said', '12" screen', '"So so']


def test_quoted_cells_keep_their_line_breaks(tmp_path: Path) -> None:
    content = 'Id\ttext\n1\t"a\nb\tc"\n2\t"d ""e"""\n'
    assert words(seen(tmp_path, content)[1]) == ["a\nb c", 'd "e"']


def test_cells_past_the_usual_limit(tmp_path: Path) -> None:
    long = "word " * 40_000
    _, outcomes = seen(tmp_path, f"Id,text\n1,{long}\n2,ok\n")
    assert [len(text) for text in words(outcomes)] == [len(long) - 1, 2]


@pytest.mark.parametrize(
    "cell",
    ["word " * 300_000, '"' + 'a ""quoted"" line\n' * 90_000 + '"', '"' + "w, " * 400_000 + '"'],
)
def test_a_row_too_large_is_refused_alone(tmp_path: Path, cell: str) -> None:
    _, outcomes = seen(tmp_path, f"Id,text\n1,fine\n2,{cell}\n3,ok\n4,{cell}")
    assert words(outcomes) == ["fine", "ok"]
    assert [row.row_number for row in outcomes] == [1, 2, 3, 4]
    assert outcomes[1::2] == [
        Refusal(number, "it is longer than 1,048,576 characters") for number in (2, 4)
    ]


def test_a_cell_without_an_end(tmp_path: Path) -> None:
    many_lines = "Id,text\n" + "1,fine\n" * 9 + '2,"' + "no end\n" * 200_000
    with pytest.raises(IntakeError, match="opened in the row at line 11 is never closed"):
        seen(tmp_path, many_lines)


def test_a_quotation_mark_never_closed_ends_with_its_line(tmp_path: Path) -> None:
    _, outcomes = seen(tmp_path, 'Id,text\n1,"a, b"\n2,"never closed\n3,ok\n')
    assert words(outcomes) == ["a, b", "never closed", "ok"]


def test_no_row_vanishes(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, "Id,text\n1,a b\n2,c,d\nx,e,,f\n3,e,,\n\n4\n5,  \n")
    assert words(outcomes[:2]) == ["a b", "c,d"]  # only there the comma can stand
    assert outcomes[2] == Refusal(3, "it has 4 cells where the header has 2")
    assert [type(row) for row in outcomes] == [Item, Item, Refusal, Item, Passed, Passed]
    assert [row.row_number for row in outcomes] == [1, 2, 3, 4, 5, 6]
    report = Report(preview.file_name)
    assert list(report.counting(outcomes)) == outcomes
    assert (report.read, report.stored, report.passed["empty"], report.refused) == (6, 3, 2, 1)
    assert report.lines() == [
        "export.csv: 6 rows read, 3 comments taken, 2 without words and 1 refused.",
        "  row 3: it has 4 cells where the header has 2",
    ]


def test_a_long_list_of_refusals_is_cut(tmp_path: Path) -> None:
    content = "Id,text\n" + "1,a\n" * 200 + "x,a,b\n" * 50
    preview, outcomes = seen(tmp_path, content)
    report = Report(preview.file_name)
    for outcome in outcomes:
        report.add(outcome)
    assert (report.refused, len(report.refusals)) == (50, 20)
    assert report.lines()[-1] == "  and 30 more rows, refused for reasons like these"


QUALTRICS = (
    "StartDate,RecordedDate,ResponseId,Q1,Q2\n"
    "Start Date,Recorded Date,Response ID,How was it?,Pick one\n"
    '"{""ImportId"":""startDate""}","{""ImportId"":""recordedDate""}",'
    '"{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n'
    "2024-10-31 12:00:00,2024-10-31 12:01:00,R_1,The soup was cold,Yes\n"
    "2024-10-31 12:00:00,2024-11-01 12:01:00,R_2,,No\n"
)


def test_three_header_rows(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, QUALTRICS)
    assert preview.header[:3] == ("StartDate", "RecordedDate", "ResponseId")
    assert preview.header[3] == "Q1: How was it?"
    assert (preview.channel, preview.mapping.date) == ("survey", "RecordedDate")
    assert words(outcomes) == ["The soup was cold"]
    assert len(outcomes) == 2
    assert look(preview.path, Options(Mapping(text="q2"))).mapping.text == "Q2: Pick one"


def test_previews_and_tests_of_a_survey_are_no_customers(tmp_path: Path) -> None:
    content = (
        "StartDate,RecordedDate,ResponseId,Status,DistributionChannel,Q1\n"
        "2024-10-31,2024-10-31,R_1,Survey Preview,preview,It works for me\n"
        "2024-10-31,2024-10-31,R_2,IP Address,anonymous,The soup was cold\n"
        "2024-10-31,2024-10-31,R_3,Survey Test,anonymous,Nam libero tempore\n"
        "2024-10-31,2024-10-31,R_4,1,email,Another try\n"
        "2024-10-31,2024-10-31,R_5,0,email,This is a preview of hell\n"
    )
    _, outcomes = seen(tmp_path, content)
    assert words(outcomes) == ["The soup was cold", "This is a preview of hell"]
    report = Report("a.csv")
    assert list(report.counting(outcomes)) == outcomes
    assert (report.passed["trial"], report.stored, report.read) == (3, 2, 5)
    assert report.lines() == [
        "a.csv: 5 rows read, 2 comments taken and 3 previews or tests of the survey."
    ]
    other = content.replace("ResponseId", "Ticket").replace("RecordedDate", "Day")
    assert len(words(seen(tmp_path, other)[1])) == 5  # a ticket's status is something else


def test_two_header_rows(tmp_path: Path) -> None:
    preview, outcomes = seen(
        tmp_path,
        "Respondent ID,Collector ID,End Date,How likely are you to recommend us?,"
        "What could be better?,Which did you use?,,\n"
        ",,,Response,Open-Ended Response,Phone,Chat,Other (please specify)\n"
        "1,9,04/22/2024 10:05:00,9,Answer the phone sooner,Phone,,\n"
        "2,9,04/05/2024 10:05:00,3,,,Chat,Fax\n",
    )
    assert preview.header[4:7] == (
        "What could be better?",
        "Which did you use? - Phone",
        "Which did you use? - Chat",
    )
    assert words(outcomes) == ["Answer the phone sooner"]
    assert (preview.channel, preview.mapping.customer) == ("survey", "Respondent ID")
    assert preview.mapping.rating == "How likely are you to recommend us?"


def test_no_header(tmp_path: Path) -> None:
    preview, outcomes = seen(
        tmp_path,
        "1,2024-01-02,The parcel never came at all,a@b.co\n"
        "2,2024-01-03,It came but was torn,b@b.co\n",
    )
    assert not preview.has_header
    assert preview.header == ("column 1", "column 2", "column 3", "column 4")
    assert (preview.mapping.text, preview.mapping.date) == ("column 3", "column 2")
    assert preview.mapping.customer == "column 4"
    assert len(outcomes) == 2


def test_an_empty_first_header_cell_and_doubled_names(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, ",text,Note,Note,note\n0,late again,a,b,c\n")
    assert preview.header == ("column 1", "text", "Note", "Note (2)", "note")
    assert isinstance(outcomes[0], Item)
    assert outcomes[0].raw == {
        "column 1": "0",
        "text": "late again",
        "Note": "a",
        "Note (2)": "b",
        "note": "c",
    }
