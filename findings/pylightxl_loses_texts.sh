#!/usr/bin/env bash
# pylightxl: every text of a workbook that was written row by row is gone, and dates of an old Mac workbook are four years off.
#
# Expected: a small reader of .xlsx gives the texts of a valid file, or says that it cannot.
# Seen: texts that stand in their cells (t="inlineStr", as XlsxWriter's constant_memory and many export programs write them)
#   are not there: of a row of day, stars and comment the first two are left, without an error. A workbook that counts its
#   days from 1904 gives 13 March 2021 for 14 March 2025. The same table with shared texts and days from 1900 is read as it stands.
# Why it matters: large exports of survey tools are written row by row. Ratings arrive, and each comment is gone.
# Versions: pylightxl 1.61, XlsxWriter 3.2.9; ECMA-376 part 1, sections 18.3.1.53 and 18.2.28.
# Upstream: https://github.com/PydPiper/pylightxl
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet pylightxl==1.61 XlsxWriter==3.2.9 python-calamine==0.4.0
env/bin/python - <<'PY'
from datetime import date

import pylightxl
import xlsxwriter
from python_calamine import CalamineWorkbook


def row_of(name, options):
    """The second row of a table written with these options, as two readers give it."""
    with xlsxwriter.Workbook(name, options) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet = workbook.add_worksheet("answers")
        sheet.write_row(0, 0, ["day", "stars", "comment"])
        sheet.write_datetime(1, 0, date(2025, 3, 14), day)
        sheet.write_number(1, 1, 2)
        sheet.write_string(1, 2, "Late again")
    by_pylightxl = list(pylightxl.readxl(name).ws("answers").rows)[1]
    by_calamine = CalamineWorkbook.from_path(name).get_sheet_by_index(0).to_python()[1]
    print(name, "pylightxl:", by_pylightxl, "calamine:", by_calamine)
    assert by_calamine == [date(2025, 3, 14), 2, "Late again"]
    return by_pylightxl


assert row_of("usual.xlsx", {}) == ["2025/03/14", 2, "Late again"]
assert row_of("row-by-row.xlsx", {"constant_memory": True}) == ["2025/03/14", 2]
assert row_of("from-1904.xlsx", {"date_1904": True}) == ["2021/03/13", 2, "Late again"]
PY
