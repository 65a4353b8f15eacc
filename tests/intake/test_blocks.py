"""What is stored a block at a time is what is read row by row, and so is the account."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.intake.options import Options
from cxreset.intake.read import Item, Mapping, comments, look, new_report, read
from tests.examples import examples

PIECES = (
    "the parcel came late",
    "  ",
    " ",
    ":",
    "<b>",
    "&amp;",
    "\n",
    "é",
    "n/a",
    "Total",
    "Comment",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=4).map("".join) | st.text(
    "aé:&<\n ן😀", max_size=8
)
DAYS = st.sampled_from(["2026-09-01", "", "6 days ago", "soon", "Date", "2026-09"])
RATINGS = st.sampled_from(["1", "5", "9", "n/a", "", "Rating"])
NAMES = st.sampled_from(["Ann", "anonymous", "", "c 1", "n/a"])
HEADER = ["Date", "Comment", "Rating", "Customer", "Praise", "Title"]


@settings(deadline=None, max_examples=examples(100))
@given(st.lists(st.tuples(DAYS, TEXTS, RATINGS, NAMES, TEXTS, TEXTS), min_size=1), st.booleans())
def test_blocks_hold_what_rows_hold(rows: list[tuple[str, ...]], several: bool) -> None:
    named = Mapping("Comment", "Title", "Date", None, "Rating", "Customer", None)
    named = named._replace(more=("Praise",) if several else ())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
        preview = look(path, Options(columns=named, scale="1-5"))
        counted, report = new_report(preview), new_report(preview)
        items = [
            item for item in counted.counting(read(preview, counted)) if isinstance(item, Item)
        ]
        blocks = list(comments(preview, report))
    assert report == counted
    found = [fields for block in blocks for fields in zip(*block, strict=True)]
    assert [(*fields[:7], *fields[8:]) for fields in found] == [
        (
            item.row_number,
            item.text,
            item.received_on,
            item.channel,
            item.rating,
            item.customer,
            item.category,
            "" if item.title == item.text else item.title,
            item.approximate,
        )
        for item in items
    ]
    for fields, item in zip(found, items, strict=True):
        filled = {name: cell for name, cell in item.raw.items() if cell}
        cells = dict(zip(preview.header, fields[7], strict=True))
        assert {name: cell for name, cell in cells.items() if cell} == filled
