"""What stands inside the cells of an OpenDocument sheet, mended for the library that reads it.

The library joins the runs of a paragraph and passes over what is marked up between them: a line
break or a tab disappears, so that two words become one, and a note on a cell is read as part of it.
A moment that is shown as a time alone is stored in hours since the first day of the calendar.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

FIRST_DAY = datetime(1899, 12, 30, tzinfo=UTC)
DATES_FROM = datetime(1990, 1, 1, tzinfo=UTC)
"""Fewer hours than these are a length of time, and stay as they are."""

_BREAK = re.compile(rb"<text:line-break\s*/>")
_TAB = re.compile(rb"<text:tab(?:\s[^<>]*)?/>")
_NOTE = re.compile(
    rb"<office:annotation(?:-end)?(?:\s[^<>]*)?(?:/>|>.*?</office:annotation>)", re.DOTALL
)
_CELL = re.compile(rb"<table:table-cell\b[^<>]*office:time-value=[^<>]*>")
_HOURS = re.compile(rb'office:time-value="PT(\d{1,7})H(\d{1,2})M(\d{1,2})[^"]*"')


def mended(content: bytes) -> bytes:
    """`content.xml` with breaks and tabs as characters, without notes, far times as dates."""
    content = _NOTE.sub(b"", content)
    content = _TAB.sub(b"\t", _BREAK.sub(b"\n", content))
    return _CELL.sub(_dated, content)


def _dated(cell: re.Match[bytes]) -> bytes:
    found = _HOURS.search(cell[0])
    if found is None:
        return cell[0]
    hours, minutes, seconds = map(int, found.groups())
    moment = FIRST_DAY + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if moment < DATES_FROM:
        return cell[0]
    date = b'office:date-value="%s"' % moment.strftime("%Y-%m-%dT%H:%M:%S").encode()
    plain = cell[0].replace(b'office:value-type="time"', b'office:value-type="date"')
    return plain.replace(found[0], date)
