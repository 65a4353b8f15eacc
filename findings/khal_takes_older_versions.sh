#!/usr/bin/env bash
# khal: importing an older version of an entry moves it back; a task in the same file is left out. Neither is said.
#
# Expected: SEQUENCE and DTSTAMP tell which version is newer (RFC 5545, sections 3.8.7.4 and 3.8.7.2), and what cannot be
#   taken is named.
# Seen: after version 2 (20 March), version 1 (10 March) of the same UID takes its place, with exit code 0 and no word. A
#   VTODO beside an event is not stored, again with exit code 0.
# Why it matters: a plan's calendar file goes out by mail whenever a date moves. Who opens last week's mail again has last
#   week's dates; who gets actions as tasks has none.
# Version: khal 0.11.3. Upstream: https://github.com/pimutils/khal
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet khal==0.11.3
mkdir calendar
cat > config <<CONF
[calendars]
[[plan]]
path = $work/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $work/khal.db
CONF
version() { # SEQUENCE DAY
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//Example//Plan//EN \
    BEGIN:VEVENT UID:a2@example.org "DTSTAMP:2025030${1}T090000Z" "SEQUENCE:$1" \
    "DTSTART;VALUE=DATE:$2" "SUMMARY:Call back late orders" END:VEVENT \
    BEGIN:VTODO UID:a3@example.org DTSTAMP:20250301T090000Z "DUE;VALUE=DATE:20250312" \
    "SUMMARY:Write to the depot" END:VTODO END:VCALENDAR
}
version 1 20250310 > first.ics
version 2 20250320 > moved.ics
for file in moved first; do
  env/bin/khal -c config import --batch -a plan "$file.ics"
  echo "after $file.ics:"
  env/bin/khal -c config list 2025-03-01 30d | tee "$file.txt"
done
grep -q 2025-03-20 moved.txt
grep -q 2025-03-10 first.txt
if grep -q 2025-03-20 first.txt || grep -rq a3@example.org calendar; then exit 1; fi
