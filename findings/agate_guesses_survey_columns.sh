#!/usr/bin/env bash
# agate (the reader of csvkit): ratings such as "9/10" become dates, ones and zeros truth values, and "None" no answer.
#
# Expected: scores become numbers or stay text, and answers to open questions stay as customers wrote them.
# Seen: each column takes the first type of a fixed list which fits all its cells. "10/10" and "9/10" are
#   10 October and 10 September 2001, a column of weekdays or months is days of the year 1, "2:15" is 135 seconds, a
#   score of 1 and 0 is True and False. "None", the commonest answer to "what could we do better?", is an empty cell.
# Why it matters: csvkit is the usual first look at an export. Whoever saves its output has lost the ratings, and "no
#   complaint" can no longer be told from "did not answer".
# Version: agate 1.14.2. Upstream: https://github.com/wireservice/agate
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet agate==1.14.2
env/bin/python - <<'PY'
import io
from datetime import date, timedelta

import agate

COLUMNS = {
    "Rating": (["10/10", "9/10", "7/10"], [date(2001, 10, 10), date(2001, 9, 10), date(2001, 7, 10)]),
    "Busiest day": (["Monday", "Friday", "Sunday"], [date(1, 1, 8), date(1, 1, 5), date(1, 1, 7)]),
    "Waited (h:mm)": (["2:15", "1:30", "0:45"], [timedelta(seconds=135), timedelta(seconds=90), timedelta(seconds=45)]),
    "Solved": (["1", "0", "1"], [True, False, True]),
    "Do better": (["None", "Parking", "None"], [None, "Parking", None]),
}
lines = [",".join(COLUMNS), *(",".join(row) for row in zip(*(cells for cells, _ in COLUMNS.values()), strict=True))]
table = agate.Table.from_csv(io.StringIO("\n".join(lines) + "\n"))
for name, (cells, expected) in COLUMNS.items():
    read = list(table.columns[name].values())
    print(f"{name}: {cells} -> {[None if value is None else str(value) for value in read]}")
    assert read == expected
PY
