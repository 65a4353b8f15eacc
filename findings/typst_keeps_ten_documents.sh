#!/usr/bin/env bash
# typst for Python: the layout of a document stays in memory through ten further compilations of other documents.
#
# Expected: a page that was set and written is forgotten, so a letter for each colleague takes the memory of one letter.
# Seen: each of the first ten documents comes on top of those before; only the eleventh compilation after it frees one,
#   as `compile` counts ages of what it remembers and lets go what is older than ten. There is no call to forget sooner.
#   Eleven compilations of nothing in between free it: the peak of five documents is then little above that of one.
# Why it matters: a report for every depot, or one that is set again until it fits its pages, needs several times the
#   memory of the largest, and a limit that one document keeps is broken by the third.
# Version: typst 0.15.2 (PyPI). Upstream: https://github.com/messense/typst-py
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet typst==0.15.2
cat > peak.py <<'PY'
import resource
import sys

import typst

documents, forget = int(sys.argv[1]), sys.argv[2] == "forget"
nothing = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
rows = "#table(columns: 3, ..range(1500).map(row => ([{n} #row], [a late parcel], [call back])).flatten())"
for number in range(documents):
    typst.compile(rows.replace("{n}", str(number)).encode(), format="pdf")
    if forget:
        for _ in range(11):
            typst.compile(b"", font_paths=nothing, format="svg")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
PY
one=$(env/bin/python peak.py 1 keep)
five=$(env/bin/python peak.py 5 keep)
freed=$(env/bin/python peak.py 5 forget)
echo "peak of one document: 100; of five: $((100 * five / one)); of five, with compilations of nothing between: $((100 * freed / one))"
test "$five" -gt $((one * 17 / 10))
test "$freed" -lt $((one * 14 / 10))
