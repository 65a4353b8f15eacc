"""Readers of documents: for each form the programs that are not ours, and the text each sees."""

from __future__ import annotations

import csv
import html.parser
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
OFFICE = shutil.which("soffice")


def read_markdown(path: Path, texts: dict[Path, str]) -> Iterator[tuple[str, str | None]]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    yield "markdown-it-py", Words.of(reader.render(path.read_text("utf-8")))


def read_text(path: Path, texts: dict[Path, str]) -> Iterator[tuple[str, str | None]]:
    # a post has one part, and no heading over it
    yield "plain lines", f"Where we stand\n{path.read_text('utf-8')}"


def read_html(path: Path, texts: dict[Path, str]) -> Iterator[tuple[str, str | None]]:
    yield "html.parser", Words.of(path.read_text("utf-8"))
    if CHROMIUM is None:
        yield "Chromium", None
        return
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu"),
                *(f"--user-data-dir={profile}", "--dump-dom", path.absolute().as_uri()),
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    yield "Chromium", Words.of(done.stdout)


def read_docx(path: Path, texts: dict[Path, str]) -> Iterator[tuple[str, str | None]]:
    yield "LibreOffice", texts.get(path) if OFFICE else None


def read_pptx(path: Path, texts: dict[Path, str]) -> Iterator[tuple[str, str | None]]:
    if find_spec("pptx") is None:
        yield "python-pptx", None
        return
    yield "python-pptx", "\n".join(slide_texts(path))


def slide_texts(path: Path) -> Iterator[str]:
    """Every text of a deck: of its shapes, tables, charts (their words for whoever does not see
    them too) and speaker's notes.
    """
    from pptx import Presentation
    from pptx.oxml.ns import qn

    for slide in Presentation(path).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for cell in shape.table.iter_cells())
            if shape.has_chart:
                yield shape.chart.chart_title.text_frame.text
                yield from shape.chart.plots[0].categories
                yield from (about.get("descr", "") for about in shape.element.iter(qn("p:cNvPr")))
            yield shape.name  # a table's caption
        if slide.has_notes_slide:
            yield f"For the speaker\n{slide.notes_slide.notes_text_frame.text}"


def read_pdf(path: Path, texts: dict[Path, str]) -> Iterator[tuple[str, str | None]]:
    if find_spec("pypdf") is None:
        yield "pypdf", None
        return
    from pypdf import PdfReader

    lines: list[str] = []
    for number, page in enumerate(PdfReader(path).pages):
        # without the running head and foot, which stand in the middle of what goes on
        lines += page.extract_text().splitlines()[1 if number else 0 : -1]
    yield "pypdf", "\n".join(lines)


DOCUMENT_READERS: dict[str, Callable[[Path, dict[Path, str]], Iterator[tuple[str, str | None]]]] = {
    "md": read_markdown,
    "txt": read_text,
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
    "pptx": read_pptx,
}


class Words(html.parser.HTMLParser):
    """The text of a page, without its style."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._style = False

    @classmethod
    def of(cls, source: str) -> str:
        page = cls()
        page.feed(source)
        page.close()
        return "".join(page.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.text.append(data)


def office(paths: list[Path]) -> dict[Path, str]:
    """What LibreOffice makes of Word documents and workbooks, as plain text."""
    if OFFICE is None:
        return {}
    made: dict[Path, str] = {}
    with tempfile.TemporaryDirectory() as out:
        for ending, to in ((".docx", "html"), (".xlsx", "csv")):
            for path in (one for one in paths if one.suffix == ending):
                target = Path(out) / path.parent.name
                subprocess.run(
                    [
                        *(OFFICE, f"-env:UserInstallation=file://{out}/profile", "--headless"),
                        *("--convert-to", to, "--outdir", str(target), str(path)),
                    ],
                    capture_output=True,
                    timeout=120,
                    check=False,
                )
                found = target / path.with_suffix(f".{to}").name
                text = found.read_text("utf-8", "replace") if found.exists() else ""
                made[path] = Words.of(text) if to == "html" else cells(text)
    return made


def cells(text: str) -> str:
    """Every cell of a CSV on a line of its own."""
    return "\n".join(cell for row in csv.reader(io.StringIO(text)) for cell in row)
