"""Whatever is in a file, every row is accounted for, or one sentence says why not."""

from __future__ import annotations

import csv
import io
import tempfile
import tracemalloc
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.base.errors import IntakeError
from cxreset.intake.read import Item, Mapping, Options, Preview, Report, look, read
from tests.examples import examples

CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(',;|\t"\n\r éß'), max_size=30
)
LATIN = st.text(st.sampled_from('abc XYZ,;|\t"\n\r äöüéñ'), max_size=30)
QUOTINGS: list[Literal[0, 1]] = [csv.QUOTE_MINIMAL, csv.QUOTE_ALL]


def account(preview: Preview) -> tuple[Report, list[Item]]:
    report = Report(preview.file_name)
    outcomes = list(report.counting(read(preview)))
    assert [row.row_number for row in outcomes] == list(range(1, len(outcomes) + 1))
    assert report.read == report.rows_taken + report.without_words + report.refused == len(outcomes)
    return report, [row for row in outcomes if isinstance(row, Item)]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
    cells = LATIN if encoding == "cp1252" else CELLS
    width = draw(st.integers(1, 4))
    row = st.tuples(cells.map(lambda text: "it " + text), *[cells] * width).map(list)
    return draw(st.lists(row, min_size=1, max_size=12)), encoding


@settings(deadline=None, max_examples=examples(80))
@given(
    tables(),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(QUOTINGS),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_any_table_written_by_csv_reads_back(
    table: tuple[list[list[str]], str],
    delimiter: str,
    quoting: Literal[0, 1],
    line_end: str,
    stated: bool,
) -> None:
    rows, encoding = table
    header = ["Comment", "Date", "Status", "City", "Country"][: len(rows[0])]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=line_end)
    writer.writerows([header, *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_bytes(out.getvalue().encode(encoding))
        preview = look(path, Options(delimiter=delimiter if stated else None))
        assert preview.header == tuple(header)
        report, items = account(preview)
    assert (report.stored, report.refused) == (len(rows), 0)
    for item, row in zip(items, rows, strict=True):
        assert item.text.split() == normalize("NFC", row[0]).split()
        assert [cell.split() for cell in item.raw.values()] == [cell.split() for cell in row]


BYTES = st.binary(max_size=400) | st.text(
    st.sampled_from('ab1 ,;|\t"\n\r\0éü\ufeff{}=sepid'), max_size=300
).flatmap(
    lambda text: st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252"]).map(
        lambda encoding: text.encode(encoding, "replace")
    )
)


@settings(deadline=None, max_examples=examples(200))
@given(BYTES)
def test_any_bytes_are_refused_in_words_or_accounted_for(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bytes.csv"
        path.write_bytes(content)
        try:
            account(look(path))
            account(look(path, Options(Mapping(text="1"))))
        except IntakeError as error:
            assert "bytes.csv" in error.sentence
            assert "\n" not in error.sentence


def test_many_rows_take_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    with path.open("w") as stream:
        stream.write("id,Comment\n")
        stream.writelines(f"{number},the parcel {number} came late\n" for number in range(60_000))
    preview = look(path)
    tracemalloc.start()
    stored = sum(isinstance(row, Item) for row in read(preview))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert stored == 60_000
    assert peak < 2_000_000
