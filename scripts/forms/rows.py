"""Readers of rows, dates, mails and the archive."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from importlib.util import find_spec
from pathlib import Path

from scripts.forms.comparing import SKIPPED, Line, bare
from scripts.forms.documents import OFFICE


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
