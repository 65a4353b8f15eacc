#!/usr/bin/env bash
# dateparser: Italian and Portuguese "3 set 2025" (3 September) is read as 28 March, in a time zone nobody wrote.
#
# Expected: 3 September 2025, as "3 ago 2025", "3 lug 2025" and "3 out 2025" are read rightly with no language named.
# Seen: "set" is taken for a time zone (UTC+1). What is left is a number and a year: the number becomes the month when it
#   can, and the day is today's; else the month is today's. So September's rows scatter over the year with no
#   error, and which day they get depends on the day of the import. Naming the language mends it.
# Why it matters: a column of dates from a Brazilian or Italian survey tool loses one month of twelve, quietly; each trend
#   by month then shows a hole in September and bumps elsewhere.
# Version: dateparser 1.5.0 (1.2.2 does the same). Upstream: https://github.com/scrapinghub/dateparser
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet dateparser==1.5.0
env/bin/python - <<'PY'
from datetime import datetime

import dateparser


def day(text: str, today: datetime, languages: list[str] | None = None) -> str:
    read = dateparser.parse(text, languages=languages, settings={"RELATIVE_BASE": today})
    assert read is not None, text
    return read.isoformat()


JUNE = datetime(2026, 6, 28)
for text in ("3 ago 2025", "3 out 2025", "3 set 2025", "12 set 2025", "25 set 2025"):
    print(text, "->", day(text, JUNE), "| Portuguese named:", day(text, JUNE, ["pt"]) if "set" in text else "-")
assert day("3 ago 2025", JUNE).startswith("2025-08-03")
assert day("3 out 2025", JUNE).startswith("2025-10-03")
assert day("3 set 2025", JUNE) == "2025-03-28T00:00:00+01:00"
assert day("3 set 2025", datetime(2026, 6, 3)) == "2025-03-03T00:00:00+01:00"
assert day("25 set 2025", JUNE) == "2025-06-25T00:00:00+01:00"
for language in ("pt", "it"):
    assert day("3 set 2025", JUNE, [language]) == "2025-09-03T00:00:00"
PY
