"""The register in Excel's form: read back by openpyxl and by calamine."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from cxreset.sharing.data import cells
from cxreset.sharing.data.register import EXPORTED, MARKS, render
from cxreset.sharing.data.register_parts import PARTS
from cxreset.sharing.data.shown import masked_for
from cxreset.sharing.facts.customers import CommentFact
from cxreset.sharing.facts.masking import in_words
from cxreset.sharing.facts.plan import PlanFacts
from tests.examples import examples
from tests.sharing.full_plan import FULL
from tests.sharing.office import convert, needs_office
from tests.sharing.sharing_samples import EMPTY, HOSTILE, crowded, with_every_text

SHEETS = [
    "Actions", "Pain points", "Gaps", "Fixes", "Follow-ups", "Measures", "Evidence",
    "Charts", "About",
]  # fmt: skip
PERSONAL = "Call me on +44 20 7946 0958 or write to jo@example.com, card 4111 1111 1111 1111."
FACTS = replace(
    FULL,
    tied=lambda: (
        CommentFact(
            ref="C12",
            text="Nobody came.",
            channel="ticket",
            received_on=date(2026, 8, 3),
            source="a.csv, row 12",
            title="What was bad?",
            approximate=True,
            pains=("P1",),
        ),
        CommentFact(
            ref="C40",
            text=PERSONAL,
            channel="survey",
            received_on=None,
            source="captured by hand",
            pains=("P1", "P2"),
        ),
    ),
)


def opened(facts: PlanFacts) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(facts)))


def column(sheet: Worksheet, name: str) -> list[Any]:
    at = next(cell.column for cell in sheet[1] if cell.value == name)
    return [sheet.cell(row, at).value for row in range(2, sheet.max_row + 1)]


def test_one_sheet_a_part_ids_first_header_in_sight_and_filters() -> None:
    book = opened(FACTS)
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == SHEETS
    for part in PARTS:
        sheet = book[part.title]
        assert [cell.value for cell in sheet[1]] == [one.name for one in part.columns]
        assert sheet.freeze_panes in ("C2", "B2")
        assert sheet.auto_filter.ref is not None
    refs = {title: column(book[title], "Id") for title in SHEETS[:-2]}
    assert refs["Actions"] == ["A1", "A2", "A3", "A4"]
    assert refs["Pain points"] == ["P1", "P2", "P3", "P4"]
    assert refs["Measures"] == ["M1", "M2", "M3"] and refs["Evidence"] == ["C12", "C40"]


def test_dates_are_dates_and_figures_are_figures() -> None:
    sheet = opened(FACTS)["Actions"]
    assert column(sheet, "Deadline")[0].isoformat() == "2026-10-09T00:00:00"
    assert sheet["D2"].number_format == "d mmm yyyy"
    assert column(sheet, "Comments") == [412, 0, 0, 412]
    assert column(opened(FACTS)["Measures"], "Before") == [61.1, 80, 7]


def test_status_and_owner_are_chosen_from_lists() -> None:
    book = opened(FACTS)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in
             book["Actions"].data_validations.dataValidation}  # fmt: skip
    assert rules["E2"].formula1 == '"Not started,In progress,Completed,Cancelled"'
    assert rules["C2"].formula1 == "Lists!$A$1:$A$5"
    names = [row[0].value for row in book["Lists"].iter_rows()]
    assert names == ["Alice Moreau", "Dana Okafor", "Priya Nair", "Sam Whitlock", "Tom Becker"]
    assert str(rules["E2"].sqref).endswith("E205")  # new rows have the choices too
    assert not rules["C2"].showErrorMessage  # another name is fine


def test_what_is_late_says_so_in_words_and_in_colour() -> None:
    data = render(FACTS)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Actions")
    rows = sheet.to_python()
    assert [row[6] for row in rows] == ["Standing", "in 7 days", "7 days late", "no deadline", ""]
    rules = openpyxl.load_workbook(io.BytesIO(data))["Actions"].conditional_formatting
    assert {rule.formula[0] for area in rules for rule in area.rules} == {
        'RIGHT($G2,4)="late"',
        'OR($E2="Completed",$E2="Cancelled")',
    }


def test_the_hidden_sheet_holds_what_was_exported() -> None:
    book = opened(FACTS)
    sheet = book[EXPORTED]
    assert sheet.sheet_state == "hidden"
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:2] == ["cxreset", cells.identity(FACTS)]
    forms = cells.cell_forms(FACTS.actions[0]).values()
    others = ["P1 Delivery day moves and nobody says so", "412", "A1 ← F1 ← G1 ← P1"]
    assert rows[2][:9] == ["A1", *forms, *others]
    marks = {row[MARKS]: row[MARKS + 1] for row in rows if row[MARKS]}
    assert list(marks) == [part.title for part in PARTS[1:]] and len(set(marks.values())) > 3


def test_verbatims_are_masked_before_they_are_written() -> None:
    masked, found = masked_for("xlsx", FACTS)
    assert column(opened(FACTS)["Evidence"], "Heading") == ["What was bad?", None]
    assert column(opened(FACTS)["Evidence"], "Date approximate") == ["yes", None]
    assert column(opened(masked)["Evidence"], "What the customer said") == [
        "Nobody came.",
        "Call me on [phone] or write to [e-mail], card [card].",
    ]
    assert in_words(found) == (
        "1 e-mail address in C40", "1 phone number in C40", "1 card number in C40",
    )  # fmt: skip
    assert column(opened(FACTS)["Evidence"], "What the customer said")[1] == PERSONAL


def test_empty_parts_say_what_is_to_do() -> None:
    book = opened(EMPTY)
    for title in SHEETS[:-2]:
        assert "step" in book[title]["A2"].value
    assert [sheet.title for sheet in book.worksheets][: len(SHEETS)] == SHEETS


def test_the_same_facts_give_the_same_bytes() -> None:
    assert render(FACTS) == render(FACTS)


HOSTILES = (
    HOSTILE,
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example")',
    "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\x00=1", "＝1",
    "http://evil.example", "mailto:a@b.example", "file:///etc/passwd", "internal:Sheet2!A1",
    "{=SUM(1)}",
    "_x0041_ _x000D_",
    "\ud800\x0b\ufffe\uffff",
    "12345", "2026-10-09", "TRUE", "1e5",
    "x" * 40_000,
    "漢字 👩‍👩‍👧 ليلى",
    "<a>&amp;]]>",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILES)
def test_hostile_texts_are_texts_to_both_readers(text: str) -> None:
    facts = with_every_text(FACTS, text)
    facts = replace(
        facts, tied=lambda: (CommentFact(ref="C1", text=text, source=text, pains=("P1",)),)
    )
    data = render(facts)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                ours = sheet.title == "Actions" and cell.column == 7
                assert cell.hyperlink is None and (cell.data_type != "f" or ours)
    whole = cells.shortened(cells.plain(text))
    expected = whole or None
    assert book["Actions"]["B2"].value == expected
    assert book["Evidence"]["B2"].value == expected
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Actions").to_python()
    assert rows[1][1] == whole and len(rows) == 1 + len(facts.actions)


def test_nothing_in_the_file_leads_out_of_it() -> None:
    with zipfile.ZipFile(io.BytesIO(render(with_every_text(FACTS, HOSTILE)))) as packed:
        for name in packed.namelist():
            assert "external" not in name.lower() and not name.endswith((".bin", ".vml"))
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in packed.read(name)


@settings(max_examples=examples(40), deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_back_as_it_was_written(text: str) -> None:
    facts = replace(EMPTY, actions=(replace(FULL.actions[0], title=text, note=text),))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(render(facts))).get_sheet_by_name("Actions")
    row = sheet.to_python()[1]
    assert (row[1], row[5]) == (cells.plain(text), cells.plain(text))


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31)]
)
def test_days_at_the_ends_of_the_calendar(day: date) -> None:
    facts = replace(EMPTY, actions=(replace(FULL.actions[0], deadline=day),))
    value = opened(facts)["Actions"]["D2"].value
    assert (value.date() if isinstance(value, datetime) else date.fromisoformat(value)) == day


def test_sixty_actions_have_a_row_each_as_high_as_their_text() -> None:
    sheet = opened(crowded(60))["Actions"]
    assert column(sheet, "Id") == [f"A{number}" for number in range(1, 61)]
    assert (sheet.row_dimensions[2].height or 0) > 60 and sheet.max_column == 13
    assert (sheet.row_dimensions[2].height or 0) < 200 and sheet.column_dimensions["M"].hidden


@needs_office
def test_libreoffice_reads_hostile_texts_as_texts_and_runs_nothing(tmp_path: Path) -> None:
    texts = [text for text in HOSTILES if len(text) < 1_000 and "漢" not in text]
    actions = tuple(
        replace(FULL.actions[0], ref=f"A{number}", title=text, owner=text, note=text)
        for number, text in enumerate(texts, 1)
    )
    (tmp_path / "sent.xlsx").write_bytes(render(replace(FACTS, actions=actions)))
    convert([tmp_path / "sent.xlsx"], "ods", tmp_path)
    with CalamineWorkbook.from_path(str(tmp_path / "sent.ods")) as book:
        rows = book.get_sheet_by_name("Actions").to_python()
    assert [row[1] for row in rows[1 : len(texts) + 1]] == [cells.plain(text) for text in texts]
    with zipfile.ZipFile(tmp_path / "sent.ods") as packed:
        content = packed.read("content.xml").decode("utf-8")
    formulas = re.findall(r'table:formula="([^"]*)"', content)
    assert len(formulas) == len(texts) and all("TODAY()" in one for one in formulas)
    links = re.findall(r'xlink:href="([^"]*)"', content.partition("<office:body>")[2])
    charts = re.compile(r"\./Object(Replacements/Object)? \d+")
    assert all(map(charts.fullmatch, links))
