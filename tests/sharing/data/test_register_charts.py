"""The register's charts: one for each kind of figure, drawn from the cells beside it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from zipfile import ZipFile

import openpyxl

from cxreset.sharing.data import register
from cxreset.sharing.facts.days import DaysFact
from cxreset.sharing.facts.plan import PlanFacts
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import EMPTY, HOSTILE, with_every_text

FOLDERS = ("xl/charts/", "xl/drawings/d")
RATED = replace(
    FULL,
    pains=(replace(FULL.pains[0], impact=5, effort=2), *FULL.pains[1:]),
    days=DaysFact((("done", "half", "today", "open", "missed", "rest"),)),
)


def parts(facts: PlanFacts) -> dict[str, str]:
    with ZipFile(io.BytesIO(register.render(facts))) as package:
        names = [one for one in package.namelist() if one.startswith(FOLDERS)]
        return {name: package.read(name).decode() for name in names}


def rows(facts: PlanFacts) -> list[list[str]]:
    sheet = openpyxl.load_workbook(io.BytesIO(register.render(facts)))["Charts"]
    return [
        [str(one) for one in row if one is not None] for row in sheet.iter_rows(values_only=True)
    ]


def test_a_page_ends_between_charts_and_is_as_wide_as_they_are() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(register.render(RATED)))["Charts"]
    ends = [one.id for one in sheet.row_breaks.brk]
    drawn = re.findall(r"<xdr:from>.*?<xdr:row>(\d+)<.*?<xdr:row>(\d+)<", "".join(
        one for name, one in parts(RATED).items() if "/drawings/" in name
    ))  # fmt: skip
    charts = [(int(first), int(last)) for first, last in drawn]
    assert ends and len(charts) == 8
    assert not [(end, one) for end in ends for one in charts if one[0] < end <= one[1]]
    pages = [0, *ends, charts[-1][1]]
    assert max(b - a for a, b in pairwise(pages)) <= 54
    assert sheet.page_setup.scale == 57


def test_each_kind_of_figure_has_its_table_and_its_chart() -> None:
    titles = [
        "What hurts, in comments",
        "Contacts that need never have happened",
        "Impact and effort",
        "The roadmap",
        "The thirty days, in working days",
        "Before and after: % of answers",
        "Before and after: NPS, from −100 to 100",
        "Before and after: per 1,000",
    ]
    found = rows(RATED)
    assert [row[0] for row in found if row and row[0] in titles] == titles
    assert ["P1 Delivery day moves and nobody says so", "412", "19"] in found
    assert ["Today and to come", "2"] in found
    charts = [one for name, one in parts(RATED).items() if "/charts/" in name]
    assert len(charts) == len(titles)
    (scale,) = [one for one in charts if "NPS, from" in one]
    assert '<c:max val="100"/><c:min val="-100"/>' in scale


def test_a_chart_points_at_its_own_cells_and_says_what_it_shows() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(register.render(RATED)))["Charts"]
    for name, chart in parts(RATED).items():
        for first, last in re.findall(r"<c:f>Charts!\$A\$(\d+):\$A\$(\d+)</c:f>", chart):
            assert all(sheet.cell(row, 1).value for row in range(int(first), int(last) + 1)), name
    drawing = parts(RATED)["xl/drawings/drawing1.xml"]
    assert len(re.findall(r'descr="[^"]+: [^"]+"', drawing)) == 8


def test_without_figures_it_says_so_and_hostile_words_are_text() -> None:
    assert rows(EMPTY) == [["No figure yet: charts come with what is counted."]]
    hostile = with_every_text(RATED, "=1+1" + HOSTILE)
    for row in openpyxl.load_workbook(io.BytesIO(register.render(hostile)))["Charts"].iter_rows():
        assert all(one.data_type != "f" for one in row)


def test_a_roadmap_has_days_and_turned_ones_are_set_right() -> None:
    turned = replace(FULL.fixes[0], start_on=date(2026, 10, 9), end_on=date(2026, 9, 28))
    found = rows(replace(FULL, fixes=(turned,)))
    assert ["F1 Evening-before text", "2026-09-28 00:00:00", "12", "2026-10-09 00:00:00"] in found
