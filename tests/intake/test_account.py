"""No byte of a cell in a column of words disappears without being counted."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.intake.read import Item, Mapping, Options, Passed, look, new_report, read
from cxreset.intake.values.words import is_no_answer

FILES = int(os.environ.get("CXRESET_FILES", "150"))
PIECES = st.sampled_from(
    [
        *(
            "late",
            "again",
            "<b>",
            "</p>",
            "&amp;",
            "a < b",
            "N/A",
            "-",
            "none",
            '"',
            '5" pipe',
            ",",
        ),
        *(
            ";",
            "\n",
            "\n\n",
            ": ",
            "Response from the owner: sorry",
            "Agent: hello\n",
            "e\u0301",
            "ß",
        ),
        *("On Fri, 4 Apr 2025 Help <h@x.y> wrote:\n> sorry\n", "Total", "Comment", "\u200b", "  "),
        *("Kunde: kaputt\n", "没有", "👍", "\t", "{", '{"words": "late"}', "Pros", "2025-01-02"),
    ]
)
WORDS = st.lists(PIECES, max_size=5).map("".join)
ROW = st.tuples(st.dates(), WORDS, WORDS)


FORMS = (".csv", ".json", ".jsonl")
NAMES = ("Date", "Comment", "Improvements")


def written(rows: list[tuple[object, str, str]], form: str) -> str:
    """The rows as a table, a document or a line each."""
    if form == ".csv":
        out = io.StringIO(newline="")
        csv.writer(out).writerows([NAMES, *rows])
        return out.getvalue()
    objects = [dict(zip(NAMES, map(str, row), strict=True)) for row in rows]
    if form == ".json":
        return json.dumps({"items": objects})
    return "\n".join(map(json.dumps, objects))


def letters(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFC", text)
    return Counter(char for char in plain if unicodedata.category(char)[0] not in "ZC")


@settings(
    deadline=None,
    max_examples=FILES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(ROW, min_size=1, max_size=8), st.booleans(), st.sampled_from(FORMS))
def test_every_letter_is_stored_or_counted(
    rows: list[tuple[object, str, str]], two: bool, form: str
) -> None:
    mapping = Mapping(text="Comment", more=("Improvements",) if two else (), date="Date")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"made{form}"
        path.write_text(written(rows, form), encoding="utf-8", newline="")
        preview = look(path, Options(columns=mapping))
        report = new_report(preview)
        outcomes = list(report.counting(read(preview, report)))
    assert report.read == report.rows_taken + report.without_words + report.refused
    if report.trimmed or report.refused or report.passed.keys() - {"empty", "no answer"}:
        return  # what is missing is counted, and named
    kept: Counter[str] = Counter()
    for row in outcomes:
        if isinstance(row, Item):
            kept += letters(row.text)
    wanted: Counter[str] = Counter()
    nothing = 0
    for _, comment, improvement in rows:
        for cell in (comment, improvement)[: 1 + two]:
            text = re.sub(r"</?[bp]>", "", cell).replace("&amp;", "&").strip()
            if is_no_answer(" ".join(text.split())):
                nothing += 1
            else:
                wanted += letters(text)
    assert kept == wanted
    counted = report.beside + sum(
        isinstance(row, Passed) and row.reason == "no answer" for row in outcomes
    )
    assert counted <= nothing
