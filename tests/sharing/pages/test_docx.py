"""DOCX files read back by other readers say all that the document says, in real styles."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Read
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.sharing.documents.model import Document, Note, Paragraph, Part, Table, texts
from cxreset.sharing.pages import docx as form
from cxreset.sharing.pages.paper import PAGE, SIDE, WIDTH
from tests.examples import examples
from tests.sharing.office import convert, needs_office
from tests.sharing.pages.paper_samples import EVERY_BLOCK, HARD, PLANS, words
from tests.sharing.sharing_samples import GOLDENS

TO_TEXT = shutil.which("pdftotext")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
every = pytest.mark.parametrize("name", list(PLANS))


def read(document: Document) -> tuple[Read, dict[str, bytes]]:
    made = form.render(document)
    with ZipFile(BytesIO(made)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return docx.Document(BytesIO(made)), parts


def body(parts: dict[str, bytes]) -> ElementTree.Element:
    return ElementTree.fromstring(parts["word/document.xml"])


def text_of(parts: dict[str, bytes]) -> str:
    """All text of the body and the footnotes, paragraph by paragraph."""
    found: list[str] = []
    for name in ("word/document.xml", "word/footnotes.xml"):
        if name in parts:
            found.extend(ElementTree.fromstring(parts[name]).itertext())
    return words("".join(found))


@every
def test_the_file_says_all_that_the_document_says(name: str) -> None:
    document = PLANS[name]
    _, parts = read(document)
    found = text_of(parts)
    assert [text for text in texts(document) if words(text) not in found] == []


@every
def test_every_style_is_defined_and_every_heading_steps_down_by_one(name: str) -> None:
    package, parts = read(PLANS[name])
    known = {style.style_id for style in package.styles}
    element = body(parts)
    used = {
        node.get(f"{W}val")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for node in element.iter(f"{W}{kind}")
    }
    assert used <= known
    levels = [
        int(paragraph.style.name[-1])
        for paragraph in package.paragraphs
        if paragraph.style and paragraph.style.name.startswith("Heading")
    ]
    assert levels[0] == 1 and levels.count(1) == len(PLANS[name].parts)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    titles = [one.text for one in package.paragraphs if one.style and one.style.name == "Title"]
    assert len(titles) == 1


@every
def test_tables_fit_the_page_repeat_their_heading_and_split_no_row(name: str) -> None:
    package, _ = read(PLANS[name])
    section = package.sections[0]
    assert section.page_width and section.left_margin and section.right_margin
    room = (section.page_width - section.left_margin - section.right_margin) / 635
    assert room == pytest.approx(WIDTH * 20, abs=2)
    for table in package.tables:
        grid = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid]
        assert sum(grid) <= room + 3 and min(grid) > 300
        assert table.style is not None
        rows = table._tbl.tr_lst
        if table.style.name == "Plan Table":
            heads = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
            assert heads == [True] + [False] * (len(rows) - 1)
        for row in rows:
            long = len("".join(row.itertext())) > 1200
            assert long or row.find(f".//{qn('w:cantSplit')}") is not None


@every
def test_the_list_of_parts_leads_to_the_headings(name: str) -> None:
    document = PLANS[name]
    _, parts = read(document)
    element = body(parts)
    marked = {node.get(f"{W}name") for node in element.iter(f"{W}bookmarkStart")}
    links = list(element.iter(f"{W}hyperlink"))
    assert len(links) == len(document.parts)
    assert {link.get(f"{W}anchor") for link in links} <= marked
    entries = [words("".join(link.itertext())) for link in links]
    assert entries == [words(part.heading) for part in document.parts]
    kinds = [node.get(f"{W}fldCharType") for node in element.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)
    ids = [node.get(f"{W}id") for node in element.iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))


def test_a_short_document_has_no_list_of_parts() -> None:
    short = Document("T", "", EVERY_BLOCK.date, (Part("a", "H", (Paragraph("x"),)),))
    assert b"hyperlink" not in read(short)[1]["word/document.xml"]


def test_the_first_mark_of_a_note_is_its_footnote_and_later_ones_point_at_it() -> None:
    _, parts = read(EVERY_BLOCK)
    element = body(parts)
    ids = [node.get(f"{W}id") for node in element.iter(f"{W}footnoteReference")]
    assert ids == ["1", "2", "3"]
    notes = ElementTree.fromstring(parts["word/footnotes.xml"])
    footnotes = {node.get(f"{W}id"): "".join(node.itertext()) for node in notes}
    assert footnotes["1"] == "C40 “The system knew.”"
    assert footnotes["2"] == "C12, support ticket “Nobody came.”"
    assert footnotes["3"] == "C41, call “Still waiting”"
    again = re.findall(r"NOTEREF (\w+)", parts["word/document.xml"].decode())
    assert again == ["_Note1", "_Note1"]
    assert {"_Note1", "_Note2", "_Note3"} <= {
        node.get(f"{W}name") for node in element.iter(f"{W}bookmarkStart")
    }
    assert "C42, chat “Marked by no block”" in "".join(element.itertext())


def test_the_notes_of_the_plan_are_numbered_as_in_the_other_forms() -> None:
    document = PLANS["full"]
    _, parts = read(document)
    if not document.notes:
        pytest.skip("the plan has no notes")
    notes = ElementTree.fromstring(parts["word/footnotes.xml"])
    found = [words("".join(node.itertext())) for node in notes][2:]
    assert len(found) == len(document.notes)
    assert all(
        one.startswith(words(note.ref)) for one, note in zip(found, document.notes, strict=True)
    )


def test_words_from_the_right_stand_from_the_right() -> None:
    package, _ = read(EVERY_BLOCK)
    (arabic,) = (one for one in package.paragraphs if one.text.startswith("قالت"))
    assert arabic._p.find(f".//{qn('w:bidi')}") is not None
    assert all(run._r.find(f".//{qn('w:rtl')}") is not None for run in arabic.runs)
    cell = package.tables[-1].cell(1, 1).paragraphs[0]
    assert cell.text == "ليلى حداد" and cell.paragraph_format.alignment is not None
    assert "w:rtl" not in package.tables[-1].cell(2, 1).paragraphs[0]._p.xml


def test_a_language_from_the_right_turns_pages_and_tables() -> None:
    xml = read(replace(EVERY_BLOCK, language="ar"))[1]["word/document.xml"].decode()
    assert xml.count("<w:bidiVisual/>") == xml.count("<w:tbl>") == 3
    assert "<w:bidi/></w:sectPr>" in xml
    assert "bidiVisual" not in golden(EVERY_BLOCK)


def test_the_same_document_gives_the_same_bytes_and_tells_nothing_of_the_machine() -> None:
    made = form.render(EVERY_BLOCK)
    assert made == form.render(EVERY_BLOCK)
    with ZipFile(BytesIO(made)) as package:
        assert {info.date_time for info in package.infolist()} == {(2026, 10, 2, 0, 0, 0)}
    core = docx.Document(BytesIO(made)).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("Every kind of block", "", "")
    assert core.created == core.modified and core.created is not None
    assert core.created.isoformat().startswith("2026-10-02T00:00:00")
    assert core.language == "en-GB" and core.comments == ""


def test_every_kind_of_block_has_its_form() -> None:
    """Compared with a golden file; `python -m tests.sharing.pages.test_docx` writes it anew."""
    assert golden(EVERY_BLOCK) == (GOLDENS / "every-block.xml").read_text("utf-8")


def golden(document: Document) -> str:
    xml = read(document)[1]["word/document.xml"].decode()
    return re.sub(r"(</w:p>|</w:tr>|<w:tbl>|</w:tblGrid>|</w:tbl>)", r"\1\n", xml) + "\n"


@every
def test_nothing_in_the_file_acts_or_leads_out_of_it(name: str) -> None:
    _, parts = read(PLANS[name])
    assert set(parts) <= {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
        "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml",
        "word/numbering.xml", "word/fontTable.xml", "word/theme/theme1.xml",
        "word/footnotes.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml",
        "word/footer2.xml", "word/media/image1.png", "word/media/image2.png",
    }  # fmt: skip
    assert not any(b'TargetMode="External"' in data for data in parts.values())
    codes = "".join(node.text or "" for node in body(parts).iter(f"{W}instrText"))
    assert re.fullmatch(r'( TOC \\o "1-1" \\n \\h \\z \\u | NOTEREF _Note\d+ \\f \\h )*', codes)


@given(st.text(max_size=60))
@settings(max_examples=examples(50))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    blocks = Paragraph(f"a {text}", (1,)), Table(("A", text), ((text, "b"),), text)
    document = Document(
        text,
        text,
        EVERY_BLOCK.date,
        (Part("a", text, blocks),),
        (text,),
        "en",
        (Note("C1", text, text),),
    )
    found = text_of(read(document)[1])
    assert f"a{words(text)}" in found
    assert found.count(words(text)) >= 8 or not words(text)


READ_BACK = ("full", "every block", "every block, hostile")
ON_PAGES = ("sixty actions", "every block, hostile")


def converted(names: tuple[str, ...], ending: str, folder: Path) -> Path:
    """A folder with each of the plans as LibreOffice writes it in another form."""
    files = [folder / f"{name}.docx" for name in names]
    for name, file in zip(names, files, strict=True):
        file.write_bytes(form.render(PLANS[name]))
    convert(files, ending, folder)
    return folder


@pytest.fixture(scope="module")
def texts_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(READ_BACK, "odt", tmp_path_factory.mktemp("odt"))


@pytest.fixture(scope="module")
def pages_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(ON_PAGES, "pdf", tmp_path_factory.mktemp("pdf"))


@needs_office
@pytest.mark.parametrize("name", READ_BACK)
def test_libreoffice_reads_all_of_it(name: str, texts_folder: Path) -> None:
    document = PLANS[name]
    with ZipFile(texts_folder / f"{name}.odt") as package:
        element = ElementTree.fromstring(package.read("content.xml"))
    found = words("".join(element.itertext()))
    # Spaces and breaks are elements of their own there; words() leaves them out on both sides.
    assert [text for text in texts(document) if words(text) not in found] == []
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    headings = [
        words("".join(node.itertext()))
        for node in element.iter(f"{text}h")
        if node.get(f"{text}outline-level") == "1"
    ]
    assert headings == [words(part.heading) for part in document.parts]
    notes = list(element.iter(f"{text}note"))
    assert len(notes) == len(list(body(read(document)[1]).iter(f"{W}footnoteReference")))


@needs_office
@pytest.mark.skipif(TO_TEXT is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("name", ON_PAGES)
def test_no_text_runs_off_the_page(name: str, pages_folder: Path, tmp_path: Path) -> None:
    pages = pages_folder / f"{name}.pdf"
    subprocess.run([str(TO_TEXT), "-bbox", str(pages), str(tmp_path / "a.html")], check=True)
    page = (tmp_path / "a.html").read_text("utf-8")
    edges = [float(edge) for edge in re.findall(r'xM(?:in|ax)="([\d.-]+)"', page)]
    assert len(edges) > 100
    assert min(edges) > SIDE - 2 and max(edges) < PAGE[0] - SIDE + 4


def test_python_docx_is_loaded_only_when_a_file_is_made() -> None:
    asked = "print([name for name in ('docx', 'lxml') if name in sys.modules])"
    program = f"import sys, cxreset.sharing.pages.docx; {asked}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_hard_text_holds_what_xml_forbids() -> None:
    assert {"\x00", "\x0b", "\ufffe", "\ud800"} <= set(HARD)


if __name__ == "__main__":
    (GOLDENS / "every-block.xml").write_text(golden(EVERY_BLOCK), "utf-8", newline="\n")
