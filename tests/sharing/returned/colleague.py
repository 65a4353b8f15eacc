"""What a colleague does with a file that was sent, and what was found in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from cxreset.reset.reset import Reset
from cxreset.sharing.returned.edits import Returned
from cxreset.workbook.tables import Action

TODAY = date(2026, 9, 30)


def edit(path: Path, changes: dict[str, Any], sheet: str = "Actions") -> None:
    """What a colleague does in a spreadsheet: cell -> value."""
    book = openpyxl.load_workbook(path)
    for cell, value in changes.items():
        book[sheet][cell] = value
    book.save(path)


def changes(found: Returned) -> dict[str, tuple[str, str, str]]:
    return {one.key: (one.ours, one.theirs, one.side) for one in found.edits}


def action(reset: Reset, number: int) -> Action:
    found = reset.book.get(Action, number)
    assert found is not None
    return found
