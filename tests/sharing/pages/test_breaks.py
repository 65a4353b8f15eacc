"""Where pages break: no table begins with fewer than three rows, none ends with a single one, and
no heading is the last on its page. Read from the pages, in PDF, browser print and LibreOffice.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from cxreset.sharing.documents.model import Block, Document, Paragraph, Part, Subheading, Table
from cxreset.sharing.pages import docx, html, pdf
from cxreset.sharing.pages.paper import ENDING, OPENING, held
from tests.sharing.browser import needs_browser, print_page
from tests.sharing.office import convert, needs_office

TABLES, ROWS = 30, 8


def table(number: int) -> Table:
    rows = tuple(
        (f"R{number:02}x{row}", "What is to be done about it, in a sentence or two of words")
        for row in range(ROWS)
    )
    return Table(("Id", "What"), rows, f"Caption {number:02}")


def many_tables() -> Document:
    """Tables at ever other heights of the page: each follows another number of paragraphs."""
    blocks: list[Block] = []
    for number in range(TABLES):
        blocks.append(Subheading(f"Heading {number:02}"))
        blocks += [Paragraph(f"F{number:02}x{line} is here.") for line in range(number * 5 % 7)]
        blocks.append(table(number))
    part = Part("tables", "Tables", tuple(blocks))
    return Document("Many tables", "", date(2026, 10, 2), (part,))


def complaints(pages: Sequence[str]) -> list[str]:
    """What breaks badly, in words; each table and its heading is found by its number."""
    found: list[str] = []
    for number in range(TABLES):
        rows = [len(set(re.findall(rf"R{number:02}x\d", page))) for page in pages]
        parts = [count for count in rows if count]
        assert sum(parts) == ROWS
        if len(parts) > 1 and (parts[0] < OPENING or parts[-1] < ENDING):
            found.append(f"table {number} is parted as {parts}")
        first = next(at for at, count in enumerate(rows) if count)
        if f"Caption {number:02}" not in pages[first]:
            found.append(f"caption {number} is not above its rows")
        after = re.compile(rf"[FR]{number:02}x0")
        here = next(at for at, page in enumerate(pages) if after.search(page))
        if f"Heading {number:02}" not in pages[here]:
            found.append(f"heading {number} is left behind")
    return found


def read(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def test_a_pdf_breaks_where_it_may() -> None:
    assert complaints(read(pdf.render(many_tables()))) == []


@pytest.mark.long
@needs_office
def test_word_s_pages_break_where_they_may(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx.render(many_tables()))
    convert([tmp_path / "a.docx"], "pdf", tmp_path)
    assert complaints(read((tmp_path / "a.pdf").read_bytes())) == []


@pytest.mark.long
@needs_browser
def test_a_printed_page_breaks_where_it_may(tmp_path: Path) -> None:
    printed = print_page(html.render(many_tables()), tmp_path)
    assert complaints(read(printed.read_bytes())) == []


def test_rows_that_could_be_higher_than_a_page_may_part() -> None:
    long = "word " * 200
    rows = tuple((f"A{number}", long) for number in range(9))
    assert held(Table(("Id", "What"), rows, "")) == (0, 0)
    assert held(Table(("Id", "What"), (*table(1).rows, *rows), "")) == (OPENING, 0)
    assert held(table(1)) == (OPENING, ENDING)
    assert held(Table(("Id",), (("a",), ("b",)), "")) == (0, 0)
