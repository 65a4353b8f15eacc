"""PDF files read back by pypdf say all that the document says, and are tagged for readers aloud."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("typst", reason="typst is not installed (the extra cxreset[pdf])")
pytest.importorskip("pypdf", reason="pypdf is not installed")

import typst
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from cxreset.base.errors import ExportError
from cxreset.sharing.documents.model import Document, Paragraph, Part, Table, texts
from cxreset.sharing.pages import pdf
from cxreset.sharing.pages.paper import PAGE, SIDE, running
from tests.examples import examples
from tests.sharing.pages.paper_samples import EVERY_BLOCK, PLANS, words

TO_TEXT = shutil.which("pdftotext")
ARABIC = re.compile("[\u0600-\u06ff]")
every = pytest.mark.parametrize("name", list(PLANS))


@cache
def made(name: str) -> bytes:
    return pdf.render(PLANS[name])


@cache
def opened(name: str) -> PdfReader:
    return PdfReader(BytesIO(made(name)))


@cache
def page_texts(name: str) -> list[str]:
    """Each page's text without its foot, which may stand within a text that runs over two."""
    foot = re.compile(r"^\d+ [A-Z][a-z]+ \d{4} Page \d+ of \d+$", re.MULTILINE)
    return [words(foot.sub("", page.extract_text())) for page in opened(name).pages]


def read(document: Document) -> PdfReader:
    return PdfReader(BytesIO(pdf.render(document)))


def text_of(reader: PdfReader) -> str:
    return words("".join(page.extract_text() for page in reader.pages))


def texts_in(name: str) -> list[str]:
    """Texts that pypdf gives back in their order; it gives Arabic in the order of the page."""
    return [text for text in texts(PLANS[name]) if not ARABIC.search(text)]


@every
def test_the_file_says_all_that_the_document_says(name: str) -> None:
    found = "".join(page_texts(name))
    # A page's head may stand within a text that runs over two pages.
    title = words(running(PLANS[name]))
    shorter = found.replace(title, "")
    lost = [
        text
        for text in texts_in(name)
        if words(text) not in found and not in_two(words(text).replace(title, ""), shorter)
    ]
    assert lost == []


def in_two(text: str, found: str) -> bool:
    """Is it there, whole or in two parts? A row of a table may run over two pages, and its other
    columns stand between then."""
    return any(text[:cut] in found and text[cut:] in found for cut in range(len(text)))


@pytest.mark.skipif(TO_TEXT is None, reason="pdftotext is not installed")
def test_arabic_is_there_in_its_own_order() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(made("every block"))
        done = subprocess.run([str(TO_TEXT), path, "-"], capture_output=True, check=True)
    found = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", done.stdout.decode())
    assert "ليلى حداد" in found and "الموعد" in found


@every
def test_it_is_tagged_titled_and_in_a_language(name: str) -> None:
    root: Any = opened(name).root_object
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r'pdfuaid:part(>1<|="1")', metadata)
    assert "<dc:title>" in metadata and "2026-" in metadata
    kinds = {str(kind) for kind in tags(root["/StructTreeRoot"])}
    assert {"/H1", "/P"} <= kinds
    if name == "every block":
        assert {"/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Note", "/TOC", "/Caption"} <= kinds


def tags(node: Any) -> Iterator[str]:
    node = node.get_object()
    if isinstance(node, DictionaryObject):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from tags(node["/K"])
    elif isinstance(node, list):
        for one in node:
            yield from tags(one)


@every
def test_the_outline_names_the_parts(name: str) -> None:
    reader = opened(name)
    top = [one for one in reader.outline if isinstance(one, Destination)]
    assert [words(str(one.title)) for one in top] == [
        words(part.heading) for part in PLANS[name].parts
    ]


@every
def test_nothing_acts_or_leads_out_and_every_font_is_inside(name: str) -> None:
    data = made(name)
    for word in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/SubmitForm"):
        assert word not in data
    assert not re.search(rb"/(JS|URI)\s*[(<]", data)  # bare, it may be a chance of packed bytes
    reader = opened(name)
    for page in reader.pages:
        width, height = page.mediabox.width, page.mediabox.height
        assert (round(width), round(height)) == (595, 842)
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            one = font.get_object()
            assert one["/Subtype"] in ("/Type0", "/Type3")
            if one["/Subtype"] == "/Type0":
                inside = one["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(inside)


def test_a_language_from_the_right_turns_the_page() -> None:
    root: Any = read(replace(EVERY_BLOCK, language="ar")).root_object
    assert root["/Lang"] == "ar" and root["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_footnotes_are_numbered_once_and_unmarked_notes_are_told_at_the_end() -> None:
    found = "".join(page_texts("every block"))
    assert found.count(words("C40 “The system knew.”")) == 1
    assert found.count(words("C12, support ticket “Nobody came.”")) == 1
    assert found.count(words("C42, chat “Marked by no block”")) == 1
    assert found.index(words("C42, chat")) < found.index("Credit.")


def test_a_long_table_repeats_its_heading() -> None:
    with_rows = [page for page in page_texts("sixty actions") if page.count("Donaudampf") > 2]
    assert len(with_rows) > 3
    assert all("IdActionOwnerDeadlineStatusBecauseof" in page for page in with_rows)


@pytest.mark.skipif(TO_TEXT is None, reason="pdftotext is not installed")
@every
def test_no_text_runs_off_the_page(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(made(name))
    ask = [str(TO_TEXT), "-bbox", str(tmp_path / "a.pdf"), str(tmp_path / "a.html")]
    subprocess.run(ask, check=True)
    page = (tmp_path / "a.html").read_text("utf-8")
    edges = [float(edge) for edge in re.findall(r'xM(?:in|ax)="([\d.-]+)"', page)]
    assert len(edges) > 20
    assert min(edges) > SIDE - 1 and max(edges) < PAGE[0] - SIDE + 3
    depths = [float(edge) for edge in re.findall(r'yMax="([\d.-]+)"', page)]
    assert max(depths) < PAGE[1] - 20


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=60))
@settings(max_examples=examples(25), deadline=None)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    inside = Paragraph(f"a {text}"), Table(("A", text), ((text, "b"),), text)
    document = Document(text, text, EVERY_BLOCK.date, (Part("a", text, inside),), (text,))
    assert text_of(read(document)).count(words(text)) >= 7 or not words(text)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf.render(EVERY_BLOCK) == made("every block")


def test_without_typst_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportError) as caught:
        pdf.render(EVERY_BLOCK)
    assert "cxreset[pdf]" in caught.value.sentence and "\n" not in caught.value.sentence


def test_characters_that_no_font_has_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler: Any = typst.Compiler

    def bare(*words: Any, **named: Any) -> Any:
        return compiler(*words, **named | {"ignore_system_fonts": True})

    monkeypatch.setattr(typst, "Compiler", bare)
    monkeypatch.setattr(pdf, "_installed", frozenset)
    found = text_of(read(EVERY_BLOCK))
    assert "U+674E" in found and "U+1F642" in found
    assert words("has no font for 4 characters") in found
    assert "Παπαδοπούλου" in found


def test_what_typst_refuses_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*words: Any, **named: Any) -> Any:
        raise typst.TypstError("no\nroom", "error: no room")

    monkeypatch.setattr(typst, "Compiler", refuse)
    with pytest.raises(ExportError) as caught:
        pdf.render(EVERY_BLOCK)
    assert "no room" in caught.value.sentence and "\n" not in caught.value.sentence


def test_typst_is_loaded_only_when_a_file_is_made() -> None:
    program = "import sys, cxreset.sharing.pages.pdf; print('typst' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
