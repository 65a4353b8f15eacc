"""Files of every kind made by hypothesis: none crashes, and every row is accounted for.

100 files in CI, fewer at hand; `CXRESET_FILES=10000` makes so many.
"""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Any, Literal, NamedTuple

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.base.errors import IntakeError, UsageError
from cxreset.intake.columns.scales import bounds
from cxreset.intake.read import (
    Item,
    Mapping,
    Options,
    Passed,
    Preview,
    Refusal,
    look,
    new_report,
    read,
)
from tests.examples import examples

FILES = int(os.environ.get("CXRESET_FILES", examples(100)))
SUFFIXES = st.sampled_from([".csv", ".tsv", ".txt", ".json", ".jsonl", ".xlsx", ".xls", ".ods", ""])
ODD = st.sampled_from(',;|\t"\n\r éß{}[]:\u2028\ufeff\u200b\0=@👍')
TEXT = st.text(st.characters(codec="utf-8") | ODD, max_size=30)
WORDS = st.sampled_from(
    [
        *("late again", "The lift was broken", "Good", "", " ", "5", "4/5", "2024-01-02", "n/a"),
        *("03/04/2024", "a@b.co", "Agent: hello\nCustomer: late", "customer", "agent", "x" * 400),
        *('"quoted', "it's 12\" wide", "=1+1", "Très déçu", "{", '{"a": 1}', "True", "★★★"),
    ]
)
CELL = WORDS | TEXT
QUOTINGS: list[Literal[0, 1]] = [csv.QUOTE_MINIMAL, csv.QUOTE_ALL]
OPTIONS = (
    Options(),
    Options(Mapping(text="1"), scale="1-5"),
    Options(Mapping(text="1", more=("2",)), date_order="day-first"),
    Options(sheet="1"),
)
NAMES = st.sampled_from(
    [
        *("Comment", "Review Text", "Review Title", "Date", "Star Rating", "Id", "Via", "", "Q1"),
        *("role", "inbound", "Developer Reply Text", "comment", "messages", "a.b", "Respondent ID"),
        *("How likely are you to recommend us? (0-10)", "StartDate", "Tags", "Requester"),
    ]
)


class Made(NamedTuple):
    """A file's bytes, and how many rows it must be read as when that is certain."""

    content: bytes
    rows: int | None = None


@st.composite
def delimited(draw: st.DrawFn) -> Made:
    """A table as the csv module writes it, now and then with a row too wide or cut short."""
    header = draw(st.lists(NAMES, min_size=1, max_size=6))
    rows = draw(st.lists(st.lists(CELL, max_size=7), max_size=10))
    out = io.StringIO(newline="")
    delimiter = draw(st.sampled_from(",;\t|"))
    quoting = draw(st.sampled_from(QUOTINGS))
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows([header, *rows])
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac-roman"]))
    content = out.getvalue().encode(encoding, "replace")
    return Made(content[: draw(st.sampled_from([len(content), len(content) // 2]))])


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | CELL
KEYS = NAMES | st.sampled_from(["text", "body", "from", "author", "items", "data"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)
TURNS = st.lists(
    st.fixed_dictionaries(
        {"role": st.sampled_from(["user", "agent", "Zoe", {"type": "admin"}]), "text": CELL}
    ),
    min_size=1,
    max_size=4,
)
OBJECTS = st.dictionaries(KEYS, SCALARS | TURNS | VALUES, max_size=6)


@st.composite
def documents(draw: st.DrawFn) -> Made:
    """A JSON document, whole or cut short."""
    document = draw(VALUES | st.lists(OBJECTS, max_size=8) | OBJECTS)
    content = json.dumps(document, ensure_ascii=draw(st.booleans())).encode("utf-8", "replace")
    return Made(content[: draw(st.sampled_from([len(content), len(content), len(content) // 2]))])


@st.composite
def json_lines(draw: st.DrawFn) -> Made:
    """At least two sound objects, each with words; broken ones among them."""
    sound = st.tuples(CELL, OBJECTS).map(lambda pair: {**pair[1], "text": "words " + pair[0]})
    lines = [json.dumps(value) for value in draw(st.lists(sound, min_size=2, max_size=8))]
    broken = draw(st.lists(st.sampled_from(['{"text": ', "nope", "{]", "[1, 2]", "7"]), max_size=2))
    for line in broken:
        lines.insert(draw(st.integers(1, len(lines))), line)
    return Made("\n".join(lines).encode(), len(lines))


@st.composite
def workbooks(draw: st.DrawFn) -> Made:
    """One to three sheets of any values; now and then with a part garbled."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False})
    numbers = st.floats(-1e12, 1e12) | st.integers(-(10**9), 10**9)
    values = CELL | numbers | st.booleans() | st.dates().filter(lambda day: day.year > 1900)
    for _ in range(draw(st.integers(1, 3))):
        sheet = book.add_worksheet()
        start = draw(st.integers(0, 3))
        for at, row in enumerate(draw(st.lists(st.lists(values, max_size=5), max_size=8)), start):
            for column, value in enumerate(row):
                _write(sheet, at, column, value)
    book.close()
    content = out.getvalue()
    if draw(st.integers(0, 3)) == 0:
        content = _garbled(draw, content)
    return Made(content)


def _write(sheet: Any, row: int, column: int, value: object) -> None:
    if isinstance(value, str):
        clean = "".join(char for char in value if char >= " " or char in "\n\t")
        sheet.write_string(row, column, clean)
    elif isinstance(value, bool | int | float):
        sheet.write(row, column, value)
    else:
        sheet.write_datetime(row, column, value)


def _garbled(draw: st.DrawFn, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    victim = draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[victim])
    for _ in range(draw(st.integers(1, 4))):
        part[draw(st.integers(0, len(part) - 1))] = draw(st.sampled_from(b'<>"/= 0189AXFD\x00\xff'))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, each in parts.items():
            packed.writestr(name, bytes(part) if name == victim else each)
    return out.getvalue()


LINES = st.lists(CELL, max_size=12)
PROSE = st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"])).map(
    lambda made: Made(made[1].join(made[0]).encode())
)
MAGIC = st.sampled_from([b"", b"PK\x03\x04", b"%PDF", b"\xff\xfe", b"{", b"[", b'{"a":'])
BYTES = st.tuples(MAGIC, st.binary(max_size=300)).map(lambda made: Made(b"".join(made)))
MADE = delimited() | documents() | json_lines() | workbooks() | PROSE | BYTES


@settings(
    deadline=None,
    max_examples=FILES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(MADE, SUFFIXES)
def test_any_file_is_refused_in_words_or_accounted_for(made: Made, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"made{suffix}"
        path.write_bytes(made.content)
        for options in OPTIONS:
            try:
                preview = look(path, options)
            except (IntakeError, UsageError) as error:
                assert path.name in error.sentence or "no column" in error.sentence
                assert "\n" not in error.sentence
                assert made.rows is None or "reads like" in error.sentence or options.named.more
                continue
            _account(preview, made.rows)


def _account(preview: Preview, rows: int | None) -> None:
    assert preview.lines()
    assert len(set(preview.header)) == len(preview.header)
    assert not preview.scale or bounds(preview.scale)
    report = new_report(preview)
    try:
        outcomes = list(report.counting(read(preview, report)))
    except IntakeError as error:  # a quotation mark that is never closed, far down
        assert preview.file_name in error.sentence and preview.kind == "CSV"
        return
    assert sorted({row.row_number for row in outcomes}) == list(range(1, report.read + 1))
    assert report.read == report.rows_taken + report.without_words + report.refused
    assert rows is None or report.read == rows
    for row in outcomes:
        if isinstance(row, Item):
            assert preview.first_rows([row])
            assert row.text.strip() and "\0" not in row.text
            assert set(row.raw) <= set(preview.header)
            assert preview.mapping.more or tuple(row.raw) == preview.header
            "".join([row.text, row.title, row.customer, *row.raw.values()]).encode()
        else:
            assert isinstance(row, Passed | Refusal)
