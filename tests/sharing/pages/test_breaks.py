"""Where pages break: no table begins with fewer than three rows, none ends with a single one, and
no heading is the last on its page. Labels with their facts, lists and quotes break no worse, notes
stand where they are marked, and no page holds the last lines alone. Read from the pages, in PDF,
browser print and LibreOffice.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from cxreset.sharing.charts.drawing import Drawing
from cxreset.sharing.documents.model import (
    Block,
    BulletList,
    Chart,
    Document,
    Fact,
    Facts,
    Note,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
)
from cxreset.sharing.pages import docx, html, pdf
from cxreset.sharing.pages.breaks import ENDING, OPENING, held, is_short, is_small
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


def facts(number: int) -> Facts:
    return Facts(tuple(Fact(f"L{number:02}x{row}", ("What there is.",)) for row in range(ROWS)))


def listed(number: int) -> BulletList:
    return BulletList(tuple(f"I{number:02}x{row} is to be done." for row in range(ROWS)))


def many_others() -> Document:
    """Facts, lists, quotes and noted lead-ins at ever other heights of the page."""
    blocks: list[Block] = []
    notes: list[Note] = []
    for number in range(TABLES):
        notes.append(Note(f"N{number:02}", "Somebody said this."))
        chart = Chart(f"Chart {number:02}", "", Drawing(200, 130, ()), "")
        blocks += [
            *(Paragraph(f"Some {line} words.") for line in range(number * 5 % 7)),
            *(Subheading(f"Heading {number:02}", f"P{number}"), facts(number), listed(number)),
            Quote("Words of theirs.", f"Q{number:02}"),
            *(Paragraph(f"Lead {number:02} is here.", (number + 1,)), chart),
        ]
    parts = (Part("others", "Others", tuple(blocks)),)
    return Document("Many", "", date(2026, 10, 2), parts, ("The end.",), notes=tuple(notes))


def lonely(pages: Sequence[str]) -> list[str]:
    """What of `many_others` breaks badly, in words."""
    found: list[str] = []
    for number in range(TABLES):
        for kind, first in (("L", OPENING), ("I", ENDING)):
            rows = [len(set(re.findall(rf"{kind}{number:02}x\d", page))) for page in pages]
            parts = [count for count in rows if count]
            assert sum(parts) == ROWS
            if len(parts) > 1 and (parts[0] < first or parts[-1] < ENDING):
                found.append(f"{kind} {number} is parted as {parts}")
        pairs = (("Heading", f"L{number:02}x0"), ("Lead", f"Chart {number:02}"))
        for above, below in pairs:
            here = next(at for at, page in enumerate(pages) if f"{above} {number:02}" in page)
            if below not in pages[here]:
                found.append(f"{above} {number} is left behind")
    if not any(words in pages[-1] for words in ("Q29", "Lead 29", "N29")):
        found.append("the last page has the last lines alone")
    return found


def notes_elsewhere(pages: Sequence[str]) -> list[str]:
    """The notes that stand on another page than their mark."""
    return [
        f"note {number}"
        for number in range(TABLES)
        for page in pages
        if (f"Lead {number:02}" in page) != (f"N{number:02}" in page)
    ]


def read(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def test_a_pdf_breaks_where_it_may() -> None:
    assert complaints(read(pdf.render(many_tables()))) == []


def test_no_line_of_a_pdf_is_lonely() -> None:
    pages = read(pdf.render(many_others()))
    assert lonely(pages) == []
    assert notes_elsewhere(pages) == []


@pytest.mark.long
@needs_office
def test_word_s_pages_break_where_they_may(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx.render(many_tables()))
    (tmp_path / "b.docx").write_bytes(docx.render(many_others()))
    convert([tmp_path / "a.docx", tmp_path / "b.docx"], "pdf", tmp_path)
    assert complaints(read((tmp_path / "a.pdf").read_bytes())) == []
    assert lonely(read((tmp_path / "b.pdf").read_bytes())) == []


@pytest.mark.long
@needs_browser
def test_a_printed_page_breaks_where_it_may(tmp_path: Path) -> None:
    printed = print_page(html.render(many_tables()), tmp_path)
    assert complaints(read(printed.read_bytes())) == []
    printed = print_page(html.render(many_others()), tmp_path)
    assert lonely(read(printed.read_bytes())) == []


def test_rows_that_could_be_higher_than_a_page_may_part() -> None:
    long = "word " * 200
    rows = tuple((f"A{number}", long) for number in range(9))
    assert held(Table(("Id", "What"), rows, "")) == (0, 0)
    assert held(Table(("Id", "What"), (*table(1).rows, *rows), "")) == (OPENING, 0)
    assert held(table(1)) == (OPENING, ENDING)
    assert held(Table(("Id",), (("a",), ("b",)), "")) == (0, 0)


@pytest.mark.parametrize(
    ("small", "tall"),
    [
        (BulletList(("a",) * 6), BulletList(("a",) * 60)),
        (Facts((Fact("a", ("b", "c")),) * 3), Facts((Fact("a", ("b",) * 20),) * 3)),
        (Facts((Fact("a", ()),) * 3), Facts((Fact("a", ()),) * 60)),
        (Quote("a\nb", "C1"), Quote("a\n" * 60, "C1")),
        (
            Chart("a", "", Drawing(400, 160, ()), "a"),
            Chart("a", "", Drawing(400, 600, ()), "a"),
        ),
    ],
)
def test_many_short_lines_are_as_high_as_a_few_long_ones(small: Block, tall: Block) -> None:
    assert is_small(small)
    assert not is_small(tall)


def test_short_lines_at_the_end_run_off_no_page() -> None:
    names = [f"N{number:02}" for number in range(90)]
    assert is_short(names[:2]) and not is_short(["\n".join(names)])
    for block in (BulletList(tuple(names)), Paragraph("\n".join(names))):
        part = Part("names", "Names", (block,))
        document = Document("Many lines", "", date(2026, 10, 2), (part,), ("The last line.",))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(document))).pages]
        assert len(pages) > 1
        assert [name for name in (*names, "The last line.") if name not in "".join(pages)] == []
