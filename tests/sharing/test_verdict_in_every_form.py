"""The same verdict in each exported form, read back by other people's readers."""

from __future__ import annotations

import io
import re
from contextlib import closing
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from cxreset.insight.figures.pilot.verdict_words import headline, sureness
from cxreset.reset.measures.measuring import GUARD, MAIN, Measured, measured_all
from cxreset.reset.reset import Reset
from cxreset.sharing.data.archive import restore
from cxreset.sharing.export import make
from cxreset.workbook.book import Workbook

OPEN = ("too early", "direction only", "cannot tell")


def from_md(content: bytes) -> str:
    return re.sub(r"\\(.)", r"\1", content.decode())


def from_html(content: bytes) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", content.decode()))


def from_docx(content: bytes) -> str:
    """Its paragraphs and its footnotes, which python-docx leaves unread."""
    notes = ZipFile(io.BytesIO(content)).read("word/footnotes.xml").decode()
    shown = [one.text for one in Document(io.BytesIO(content)).paragraphs]
    return "\n".join((*shown, unescape(re.sub(r"<[^>]+>", "", notes))))


def from_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def from_xlsx(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def from_pptx(content: bytes) -> str:
    """What stands on the slides, and in the speaker's notes."""
    parts = []
    for slide in Presentation(io.BytesIO(content)).slides:
        parts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        parts.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(parts)


READERS = {
    ("plan", "md"): from_md,
    ("plan", "html"): from_html,
    ("plan", "docx"): from_docx,
    ("plan", "pdf"): from_pdf,
    ("actions", "xlsx"): from_xlsx,
}


def plain(text: str) -> str:
    """The letters alone: forms break lines and join a figure to its unit in their own ways."""
    return re.sub(r"\s+", "", text).replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("what, form", READERS, ids=lambda one: str(one))
def test_the_verdict_reads_the_same_in_every_form(sample: Reset, what: str, form: str) -> None:
    """Every measurement of the sample, the pilot's own with its comparison place and target."""
    found = measured_all(sample.book, sample.today)
    (main,) = (one for one in found if one.row.role == MAIN)
    assert main.verdict is not None and main.verdict.reading.periods.elsewhere
    assert main.verdict.question.target is not None
    made = make(what, form, sample.book, sample.pack, sample.today)
    (file,) = made.files
    text = plain(READERS[what, form](file.data))
    for one in found:
        for words in sentences(one):
            assert plain(words) in text, words


def sentences(one: Measured) -> tuple[str, ...]:
    """The sentence whole; of what cannot be called yet what moved, and apart from it how sure."""
    if one.verdict is None or one.row.role == GUARD or one.outcome not in OPEN:
        return (one.sentence,)
    return headline(one.verdict).removesuffix("."), sureness(one.verdict)


@pytest.mark.parametrize(
    "what, form", [("pilot", "md"), ("story", "md"), ("slides", "md"), ("slides", "pptx")]
)
def test_the_pilots_sentence_stands_whole_wherever_it_is_told(
    sample: Reset, what: str, form: str
) -> None:
    (main,) = (one for one in measured_all(sample.book, sample.today) if one.row.role == MAIN)
    (file,) = make(what, form, sample.book, sample.pack, sample.today).files
    text = from_md(file.data) if form == "md" else from_pptx(file.data)
    assert plain(main.sentence) in plain(text)


def test_the_archive_brings_the_same_verdict_back(sample: Reset, tmp_path: Path) -> None:
    before = [one.sentence for one in measured_all(sample.book, sample.today)]
    (file,) = make("workbook", "json", sample.book, sample.pack, sample.today, unmasked=True).files
    source = tmp_path / file.name
    source.write_bytes(file.data)
    restore(source, tmp_path / "back.cxreset")
    with closing(Workbook.open(tmp_path / "back.cxreset").file) as back:
        assert [one.sentence for one in measured_all(Workbook(back), sample.today)] == before
