"""Every subject written in every form, and each file read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cxreset.reset.reset import Reset
from cxreset.sharing.export import make
from cxreset.sharing.subjects import SUBJECTS
from cxreset.sharing.write import write_folder
from cxreset.workbook.tables import Action
from scripts.forms.comparing import Line, compared, pieces
from scripts.forms.documents import DOCUMENT_READERS, office
from scripts.forms.rows import archive, contacts, dates, draft, spreadsheets, table


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
