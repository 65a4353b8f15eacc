#!/usr/bin/env bash
# babel: the parser of English numbers makes 45 of "4,5"; the parser of dates changes their order from row to row.
#
# Expected: a number or a date that does not fit the language raises an error, as the documentation of both names one.
# Seen: parse_decimal("4,5", locale="en") is 45, parse_decimal("4.5", locale="de") is 45, each without an error, although a
#   group of one digit is no group. strict=True, which is not the default, refuses both. parse_date with American dates
#   reads 3/4/2025 as 4 March and 13/4/2025 in the next row as 13 April: one column in two orders.
# Why it matters: ratings of shops in two countries stand in one file. "4,5 of 5 stars" read as 45 spoils a mean; a date in
#   the wrong month moves a complaint from after the change to before it. A column's order has to be settled by all its rows.
# Version: babel 2.17.0. Upstream: https://github.com/python-babel/babel
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet babel==2.17.0
env/bin/python - <<'PY'
from babel.dates import parse_date
from babel.numbers import NumberFormatError, parse_decimal

ratings = [("4,5", "en"), ("3,0", "en_GB"), ("4.5", "de")]
read = [int(parse_decimal(text, locale=language)) for text, language in ratings]
print("ratings:", ratings, "->", read)
assert read == [45, 30, 45]

refused = 0
for text, language in ratings:
    try:
        parse_decimal(text, locale=language, strict=True)
    except NumberFormatError:
        refused += 1
print("refused when strict:", refused, "of", len(ratings))
assert refused == 3

column = ["3/4/2025", "13/4/2025"]
days = [parse_date(text, locale="en_US").isoformat() for text in column]
print("one column:", column, "->", days)
assert days == ["2025-03-04", "2025-04-13"]
PY
