"""What stands inside a cell of an OpenDocument sheet arrives whole, and nothing beside it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cxreset.intake.outcome import Item
from cxreset.intake.read import look, read
from cxreset.intake.report import Report

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:body>'
    '<office:spreadsheet><table:table table:name="Sheet1">'
)
FOOT = "</table:table></office:spreadsheet></office:body></office:document-content>"
TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def sheet(path: Path, *rows: tuple[str, str]) -> Path:
    """An ODS file of two columns; each cell is given as it stands in the file."""
    body = "".join(f"<table:table-row>{day}{words}</table:table-row>" for day, words in rows)
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("mimetype", TYPE)
        out.writestr("content.xml", HEAD + body + FOOT)
        out.writestr("META-INF/manifest.xml", manifest)
    return path


def words(inside: str) -> str:
    return f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'


def day(value: str) -> str:
    return f'<table:table-cell office:value-type="time" office:time-value="{value}"/>'


def texts(path: Path) -> list[tuple[str, str]]:
    preview = look(path)
    items = [each for each in read(preview, Report(path.name)) if isinstance(each, Item)]
    return [(str(item.received_on or ""), item.text) for item in items]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<text:p>Came late<text:line-break/>and wet</text:p>", "Came late\nand wet"),
        ("<text:p>Came late<text:tab/>and wet</text:p>", "Came late\tand wet"),
        ('<text:p>Came late<text:tab text:tab-ref="3"/>and wet</text:p>', "Came late\tand wet"),
        (
            "<office:annotation><dc:creator>Sam</dc:creator><text:p>call her</text:p>"
            "</office:annotation><text:p>Came late</text:p>",
            "Came late",
        ),
        ("<text:p>Came <text:span>late</text:span> &lt;again&gt;</text:p>", "Came late <again>"),
    ],
)
def test_the_words_of_a_cell(tmp_path: Path, inside: str, text: str) -> None:
    rows = [(words("<text:p>Date</text:p>"), words("<text:p>Comment</text:p>"))]
    rows += [(words("<text:p>2025-03-04</text:p>"), words(inside)) for _ in range(3)]
    found = texts(sheet(tmp_path / "a.ods", *rows))
    assert {" ".join(words.split()) for _, words in found} == {" ".join(text.split())}
    assert len(found) == 3


def test_a_moment_shown_as_a_time_is_a_date_and_a_length_of_time_is_none(tmp_path: Path) -> None:
    hours = 45720 * 24  # 4 March 2025
    comment = words("<text:p>The parcel came late again</text:p>")
    rows = [(words("<text:p>Date</text:p>"), words("<text:p>Comment</text:p>"))]
    rows += [(day(f"PT{hours + 9}H30M00S"), comment), (day("PT30H15M00S"), comment)]
    assert [received for received, _ in texts(sheet(tmp_path / "a.ods", *rows))] == [
        "2025-03-04",
        "",
    ]
