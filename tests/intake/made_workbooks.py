"""Workbooks as tests need them: made of rows, changed part by part, and read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from cxreset.intake.read import Options, Outcome, Preview, look, read
from tests.paths import ROOT

MADE = ROOT / "tests" / "intake" / "fixtures" / "made.xls"
Sheets = dict[str, list[list[Any]]]
Edit = Callable[[str, bytes], bytes]


def made(path: Path, sheets: Sheets) -> Path:
    """A workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def edited(path: Path, edit: Edit) -> Path:
    """The same archive with each part passed through `edit`."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, edit(name, content))
    return path


def seen(path: Path, **options: Any) -> tuple[Preview, list[Outcome]]:
    preview = look(path, Options(**options))
    return preview, list(read(preview))


REVIEWS: list[list[Any]] = [
    ["Id", "Comment", "Date"],
    [1, "The lift was broken", date(2024, 1, 31)],
]
