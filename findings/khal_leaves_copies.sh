#!/usr/bin/env bash
# khal: with every import of a newer calendar, two copies of each entry stay behind in files that khal never reads.
#
# Expected: the entry's file is replaced, and the folder holds one file an entry.
# Seen: `import --batch` of the same entry a second time leaves a2@example.org.icsXXXXXXXX twice, the new text in each.
# Cause: khal/khalendar/vdir.py, atomic_write: the temporary file is linked to its place, which fails where a file is
#   there already, and is then not removed.
# Why it matters: an action about a customer that was cancelled, or a note that was rewritten, can be read in the folder
#   for ever, and a plan that is handed out each week grows the folder by two files an entry.
# Version: khal 0.14.1. Upstream: https://github.com/pimutils/khal
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet khal==0.14.1
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
version() { # SEQUENCE DAY SUMMARY
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//Example//Plan//EN \
    BEGIN:VEVENT UID:a2@example.org "DTSTAMP:2025030${1}T090000Z" "SEQUENCE:$1" \
    "DTSTART;VALUE=DATE:$2" "SUMMARY:$3" END:VEVENT END:VCALENDAR
}
version 1 20250310 "Call Ann Miller back" > first.ics
version 2 20250320 "Call the customer back" > moved.ics
version 3 20250321 "Call back" > again.ics
for file in first moved again; do
  env/bin/khal -c config import --batch -a plan "$file.ics"
  echo "after $file.ics: $(ls calendar | wc -l) files, khal lists $(env/bin/khal -c config list 2025-03-01 30d --format '{title}' | grep -c back)"
done
test "$(ls calendar | wc -l)" = 5
grep -l "Call the customer back" calendar/*
test "$(grep -l 'Call the customer back' calendar/* | wc -l)" = 2
