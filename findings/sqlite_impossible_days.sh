#!/usr/bin/env bash
# SQLite: what date('2025-02-31') answers depends on the release, and in the older ones on whether a modifier follows.
#
# Expected: NULL, as for 2025-02-32, so that "date(x) is x" or "date(x) is not null" tells a real day from a wrong one.
# Seen: any day up to 31 is taken in any month. Release 3.40 gives 2025-02-31 back unchanged, yet 2025-03-03 as soon as
#   a modifier such as '+0 days' follows; strftime('%m') says February while julianday() counts from March. Release
#   3.54 gives 2025-03-03 in all these cases. Neither says that there is no such day.
# Why it matters: a workbook which trusts date() to check dates stores due dates that do not exist, and one file
#   sorts and groups by month differently on two machines.
# Versions: SQLite 3.40.1 and 3.54.1, as shipped by apsw 3.40.1.0 and 3.54.1.0.
#   Upstream: https://sqlite.org/lang_datefunc.html (the rolling over is documented, the change is not obvious)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >ask.py <<'PY'
import sys

import apsw

QUESTION = """select date('2025-02-31'), date('2025-02-31', '+0 days'), strftime('%m', '2025-02-31'),
    julianday('2025-02-31') = julianday('2025-03-03'), date('2025-02-32')"""
(answer,) = apsw.Connection(":memory:").execute(QUESTION)
print("SQLite", apsw.sqlitelibversion(), answer)
expected = {
    "old": ("2025-02-31", "2025-03-03", "02", 1, None),
    "new": ("2025-03-03", "2025-03-03", "03", 1, None),
}
assert answer == expected[sys.argv[1]]
PY
python3 -m venv env
env/bin/pip install --quiet apsw==3.40.1.0
env/bin/python ask.py old
env/bin/pip install --quiet apsw==3.54.1.0
env/bin/python ask.py new
