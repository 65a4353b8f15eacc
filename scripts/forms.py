"""The sample in every form, each read back by a program that is not ours.

python -m scripts.forms DIR      writes all forms into DIR and prints what each reader made of them

The words of every document are taken from its Markdown (read by markdown-it-py) and looked for in
what the other readers see; rows and dates are counted. Ends with 1 when anything is missing. A
reader that is not installed is named as such.
"""

from __future__ import annotations

import argparse
import csv
import html.parser
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from cxreset.reset.reset import Reset
from cxreset.sharing.export import make
from cxreset.sharing.subjects import SUBJECTS
from cxreset.sharing.write import write_folder
from cxreset.workbook.tables import Action
from scripts.screenshot.workbooks import sample

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
OFFICE = shutil.which("soffice")
SKIPPED = "skipped: not installed"


class Line(NamedTuple):
    """A row of the table: `missing` counts what should be there and is not; None is a skip."""

    file: str
    reader: str
    result: str
    missing: int | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder to write to; it may be there already")
    folder = parser.parse_args().folder
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        reset = sample(Path(home))
        lines = list(everything(reset, folder))
        reset.file.close()
    width = max(len(line.file) for line in lines)
    for line in lines:
        mark = {None: "–", 0: "ok"}.get(line.missing, "MISSING")
        print(f"{line.file:<{width}}  {line.reader:<20}  {mark:<7}  {line.result}")
    sys.exit(any(line.missing for line in lines))


class Written(NamedTuple):
    """The files of all forms, and what is to be found in them.

    `files` are (form, path); `pieces` the texts of each document, by its path without the ending;
    `texts` what an office suite made of a file.
    """

    files: list[tuple[str, Path]]
    pieces: dict[Path, list[str]]
    actions: list[str]
    texts: dict[Path, str]


def everything(reset: Reset, folder: Path) -> Iterator[Line]:
    """Write every subject in every form, then read each file."""
    written = write_all(reset, folder)
    for form, path in written.files:
        yield from read_back(form, path, str(path.relative_to(folder)), written)


def write_all(reset: Reset, folder: Path) -> Written:
    """Every subject in every form; the Markdown of a document says which texts it holds."""
    found: dict[Path, list[str]] = {}
    files: dict[tuple[str, Path], None] = {}
    for what, subject in SUBJECTS.items():
        target = folder / what if subject.folder else folder
        for form in sorted(subject.forms, key=lambda form: form != "md"):
            made = make(what, form, reset.book, reset.pack, reset.today).files
            for path in write_folder(target, made, force=True):
                beside = subject.folder and path.suffix in (".ics", ".txt", ".eml")
                files[path.suffix if beside else form, path] = None
                if path.suffix == ".md":
                    found[path.with_suffix("")] = pieces(path.read_text("utf-8"))
    actions = [action.title for action in reset.book.rows(Action)]
    texts = office([path for form, path in files if form in ("docx", "xlsx")])
    return Written(list(files), found, actions, texts)


def read_back(form: str, path: Path, name: str, written: Written) -> Iterator[Line]:
    """What each reader of this form sees in a file."""
    if form in DOCUMENT_READERS:
        for reader, text in DOCUMENT_READERS[form](path, written.texts):
            yield compared(name, reader, text, written.pieces[path.with_suffix("")])
    elif form == ".txt":
        text = path.read_text(encoding="utf-8")
        yield compared(name, "an e-mail's lines", text, ["To:", "Subject:"])
    elif form == ".eml":
        yield draft(name, path.read_bytes())
    elif form == "cards":
        names = "\n".join(card["name"] for card in json.loads(path.read_bytes())["cards"])
        yield compared(name, "json", names, written.actions)
    elif form in (".ics", "ics"):
        yield from dates(name, path.read_bytes())
    elif form == "json":
        yield archive(name, path.read_bytes(), written.actions)
    elif form == "xlsx":
        for reader, text in spreadsheets(path, written.texts):
            yield compared(name, reader, text, written.actions)
    else:
        rows = contacts if path.stem == "contacts" else table
        yield rows(name, form, path.read_bytes(), written.actions)


def draft(name: str, data: bytes) -> Line:
    """An e-mail with a page and dates attached."""
    message = message_from_bytes(data, policy=default)
    files = [part.get_filename() or "" for part in message.walk() if part.get_filename()]
    wanted = [not message["Subject"], not message.get_payload(), len(files) != 2]
    return Line(name, "Python's email", f"{len(files)} files attached", sum(wanted))


def archive(name: str, data: bytes, actions: list[str]) -> Line:
    """The whole workbook as JSON."""
    tables = json.loads(data)["tables"]
    rows = sum(map(len, tables.values()))
    lost = abs(len(tables["action"]) - len(actions))
    return Line(name, "json", f"{len(tables)} tables, {rows} rows", lost)


def compared(name: str, reader: str, text: str | None, found: list[str]) -> Line:
    """How many of the pieces of text the reader sees."""
    if text is None:
        return Line(name, reader, SKIPPED, None)
    seen = bare(text)
    missing = [piece for piece in found if bare(piece) not in seen]
    result = f"{len(found) - len(missing)} of {len(found)} texts"
    return Line(name, reader, result + (f"; not {missing[:2]}" if missing else ""), len(missing))


def bare(text: str) -> str:
    """Text without what a form may change: spaces, line breaks, dashes, colons after a label."""
    folded = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return re.sub(r"[\s•▪–—:-]+", "", folded).casefold()


def pieces(markdown: str) -> list[str]:
    """The runs of words of a Markdown text, as markdown-it reads them."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    runs: list[str] = []
    for token in reader.parse(markdown):
        run = ""
        for child in token.children or []:
            if child.type in ("text", "text_special", "softbreak"):
                run += child.content or " "
            else:
                runs.append(run)
                run = ""
        runs.append(run)
    # “— C12, chat” and “C12 — “text””: a dash parts what other forms set apart.
    parted = (piece.strip(" “”:") for run in runs for piece in run.split(" — "))
    return [piece for piece in parted if len(piece) > 1]


# -- readers of documents


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
    """Every text of a deck: of its shapes, tables, charts and speaker's notes."""
    from pptx import Presentation

    for slide in Presentation(path).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for cell in shape.table.iter_cells())
            if shape.has_chart:
                yield shape.chart.chart_title.text_frame.text
                yield from shape.chart.plots[0].categories
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


# -- readers of rows and dates


def spreadsheets(path: Path, texts: dict[Path, str]) -> Iterator[tuple[str, str | None]]:
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    yield "calamine", "\n".join(str(cell) for row in rows for cell in row)
    if find_spec("openpyxl") is None:
        yield "openpyxl", None
    else:
        from openpyxl import load_workbook

        sheet = load_workbook(path).worksheets[0]
        yield "openpyxl", "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    yield "LibreOffice", texts.get(path) if OFFICE else None


def cells(text: str) -> str:
    """Every cell of a CSV on a line of its own."""
    return "\n".join(cell for row in csv.reader(io.StringIO(text)) for cell in row)


def contacts(name: str, _shape: str, data: bytes, actions: list[str]) -> Line:
    """A CSV with a row a customer, each beside an action that there is."""
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    known = {bare(title) for title in actions}
    strange = sum(bare(row["What was done"]) not in known for row in rows)
    return Line(name, "csv", f"{len(rows)} rows, each beside an action", strange)


def table(name: str, shape: str, data: bytes, actions: list[str]) -> Line:
    """A CSV with a header and a row an action; Trello's one line a card."""
    text = data.decode("utf-8-sig")
    rows = [[line] for line in text.splitlines()] if shape == "trello" else []
    rows = rows or list(csv.reader(io.StringIO(text)))[1:]
    seen = bare("\n".join(cell for row in rows for cell in row))
    there = [title for title in actions if bare(title) in seen]
    strange = len(rows) - len(there)  # trackers take open actions only: fewer rows, none unknown
    return Line(name, "csv", f"{len(rows)} rows, each an action", strange)


def dates(name: str, data: bytes) -> Iterator[Line]:
    from icalendar import Calendar

    events = list(Calendar.from_ical(data).walk("VEVENT"))
    unique = {str(event["uid"]) for event in events}
    yield Line(name, "icalendar", f"{len(events)} dates", len(events) - len(unique))
    if find_spec("ics") is None:
        yield Line(name, "ics", SKIPPED, None)
        return
    from ics import Calendar as Other

    others = Other(data.decode()).events
    yield Line(name, "ics", f"{len(others)} dates", abs(len(others) - len(events)))


if __name__ == "__main__":
    main()
