#!/usr/bin/env bash
# frictionless: a column of ratings with a decimal comma becomes a column of places on the globe.
#
# Expected: "4,5" in a German survey export is described as a number, or at worst as text.
# Seen: `describe` says geopoint for a column of "4,5", "3,0", "5,0", and reading the table gives each rating as longitude
#   and latitude. With decimal points the same column is a number. Product codes such as P1D, P2D become durations, so
#   that a product called P7D is read as seven days.
# Why it matters: a schema made by machine from one month's export is then what the next months are checked against: each
#   average rating is either refused or no number any more, and nothing says why.
# Version: frictionless 5.19.0. Upstream: https://github.com/frictionlessdata/frictionless-py
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet frictionless==5.19.0
env/bin/python -W ignore - <<'PY'
from pathlib import Path

from frictionless import describe, extract


def kinds(text):
    """The kind of each column of a small table, as the library sees it."""
    Path("ratings.csv").write_text(text, encoding="utf-8")
    return {field.name: field.type for field in describe("ratings.csv").schema.fields}


comma = "rating;comment\n4,5;Good lamp\n3,0;Went as said\n5,0;Again any time\n"
with_comma = kinds(comma)
print("decimal comma:", with_comma)
rows = extract("ratings.csv")["ratings"]
print("read:", [row["rating"] for row in rows])
with_point = kinds(comma.replace(",", "."))
print("decimal point:", with_point)
products = kinds("product,stars\nP1D,4\nP2D,5\nP7D,1\n")
print("product codes:", products)

assert with_comma == {"rating": "geopoint", "comment": "string"}
assert [tuple(map(float, row["rating"])) for row in rows] == [(4, 5), (3, 0), (5, 0)]
assert with_point == {"rating": "number", "comment": "string"}
assert products == {"product": "duration", "stars": "integer"}
PY
