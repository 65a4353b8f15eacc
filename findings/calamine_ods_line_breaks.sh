#!/usr/bin/env bash
# python-calamine on .ods: line breaks and tabs inside a paragraph vanish, words grow together; 30 hours become a code.
#
# Expected: a break or tab comes back as "\n" or "\t" (or at least a blank), and a duration as a timedelta.
# Seen: <text:line-break/> and <text:tab/> leave nothing, so "late" and "rude" come back as "laterude", while repeated
#   blanks and separate paragraphs are kept well. A duration of 10:15 is a time of day, one of 30:15 the raw
#   text "PT30H15M00S".
# Why it matters: comments typed with Shift+Enter or pasted from chat lose their word boundaries before any grouping sees
#   them, and "hours to first reply" changes type in the column as soon as a customer waits longer than a day.
# Versions: python-calamine 0.9.1 reading a file written by odfpy 1.4.1. Upstream: https://github.com/tafia/calamine
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet python-calamine==0.9.1 odfpy==1.4.1
env/bin/python - <<'PY'
from datetime import time

from odf.element import Element
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Tab
from python_calamine import CalamineWorkbook


def paragraph(before: str, between: Element, after: str) -> Element:
    made = P(text=before)
    made.addElement(between)
    made.addText(after)
    return made


def text_cell(*paragraphs: Element) -> Element:
    cell = TableCell(valuetype="string")
    for each in paragraphs:
        cell.addElement(each)
    return cell


def duration_cell(value: str, shown: str) -> Element:
    cell = TableCell(valuetype="time", timevalue=value)
    cell.addElement(P(text=shown))
    return cell


CELLS = {
    "line break": (text_cell(paragraph("late", LineBreak(), "rude")), "laterude"),
    "tab": (text_cell(paragraph("late", Tab(), "rude")), "laterude"),
    "four blanks": (text_cell(paragraph("late", S(c=4), "rude")), "late    rude"),
    "two paragraphs": (text_cell(P(text="late"), P(text="rude")), "late\nrude"),
    "10 h 15 min": (duration_cell("PT10H15M00S", "10:15:00"), time(10, 15)),
    "30 h 15 min": (duration_cell("PT30H15M00S", "30:15:00"), "PT30H15M00S"),
}
document, table = OpenDocumentSpreadsheet(), Table(name="Feedback")
for cell, _ in CELLS.values():
    row = TableRow()
    row.addElement(cell)
    table.addElement(row)
document.spreadsheet.addElement(table)
document.save("feedback.ods")

rows = CalamineWorkbook.from_path("feedback.ods").get_sheet_by_name("Feedback").to_python()
for (name, (_, expected)), (value,) in zip(CELLS.items(), rows, strict=True):
    print(f"{name}: {value!r}")
    assert value == expected
PY
