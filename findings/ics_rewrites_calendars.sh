#!/usr/bin/env bash
# ics: reading a calendar and writing it again adds a calendar scale that does not exist and moves due days.
#
# Expected: what was read is written back with the same meaning.
# Seen: a file without CALSCALE gets "CALSCALE:GEORGIAN" (the only value of the standard is GREGORIAN). A task due on a day
#   becomes due at midnight UTC, which is the evening before in America. An event made by the library has no DTSTAMP,
#   which the standard demands. make_all_day() on 10 to 11 March, two midnights apart, makes two days of it.
# Why it matters: a plan's deadlines and reviews leave a workbook as .ics. A script which merely filters that file with this
#   library shifts every deadline for half the world, and strict readers may refuse the rest.
# Version: ics 0.7.3; RFC 5545, sections 3.6.1, 3.7.1 and 3.8.2.3. Upstream: https://github.com/ics-py/ics-py
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet ics==0.7.3
env/bin/python -W ignore - <<'PY'
from ics import Calendar, Event

LINES = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//Plan//EN",
    "BEGIN:VTODO",
    "UID:1@example.org",
    "DTSTAMP:20250301T000000Z",
    "DUE;VALUE=DATE:20250314",
    "SUMMARY:Call back late orders",
    "END:VTODO",
    "END:VCALENDAR",
    "",
]
text = Calendar("\r\n".join(LINES)).serialize()
written = text.splitlines()
changed = [line for line in written if line not in LINES]
print("lines that were not in the file:", changed)
assert sorted(changed) == ["CALSCALE:GEORGIAN", "DUE:20250314T000000Z"]

review = Event(name="Review", begin="2025-03-10", end="2025-03-11", uid="2@example.org")
assert review.duration.days == 1
review.make_all_day()
lines = review.serialize().split("\r\n")
print("an all-day event:", lines)
assert review.duration.days == 2 and "DTEND;VALUE=DATE:20250312" in lines
assert not any(line.startswith("DTSTAMP") for line in lines)
PY
