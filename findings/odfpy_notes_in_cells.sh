#!/usr/bin/env bash
# odfpy: the text of a cell with a note begins with the note.
#
# Expected: teletype.extractText gives what stands in the cell, "done"; a note is a remark beside it.
# Seen: it gives "No, ask Ben firstdone": the note's words, with no blank, before the cell's. The format keeps a note as an
#   office:annotation element inside the cell, and the function takes every text below the cell.
# Why it matters: an action list goes round among colleagues, who answer by notes. Read this way, a status is no known status
#   any more, or a remark meant for one person becomes part of a title.
# Version: odfpy 1.4.1; OpenDocument 1.3 part 3, section 14.1. Upstream: https://github.com/eea/odfpy
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet odfpy==1.4.1 python-calamine==0.4.0
env/bin/python - <<'PY'
from odf import teletype
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet, load
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

document = OpenDocumentSpreadsheet()
table = Table(name="Actions")
document.spreadsheet.addElement(table)
row = TableRow()
table.addElement(row)
for words, note in (("Call back late orders", ""), ("done", "No, ask Ben first")):
    cell = TableCell(valuetype="string")
    row.addElement(cell)
    if note:
        remark = Annotation()
        remark.addElement(P(text=note))
        cell.addElement(remark)
    cell.addElement(P(text=words))
document.save("actions.ods")

cells = load("actions.ods").getElementsByType(TableCell)
by_odfpy = [teletype.extractText(cell) for cell in cells]
by_calamine = CalamineWorkbook.from_path("actions.ods").get_sheet_by_index(0).to_python()[0]
print("odfpy:", by_odfpy)
print("calamine:", by_calamine)
assert by_odfpy == ["Call back late orders", "No, ask Ben firstdone"]
assert by_calamine == ["Call back late orders", "done"]
PY
